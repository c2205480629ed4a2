/* SPDX-License-Identifier: MIT
 * front_own: the own front matter of formats other than Markdown. */
#include "post/front/front_own.h"

#include "post/front/front_kinds.h"

static const struct {
	front_cut *cut;
	front_read *read;
} kinds[] = {
	[FRONT_HTML] = {front_html_cut, front_html_read},
	[FRONT_RST] = {front_rst_cut, front_rst_read},
	[FRONT_ADOC] = {front_adoc_cut, front_adoc_read},
	[FRONT_ORG] = {front_org_cut, front_org_read},
	[FRONT_ORG_BARE] = {front_org_cut, front_org_bare_read},
	[FRONT_NOTEBOOK] = {front_notebook_cut, front_notebook_read},
	[FRONT_TYPST] = {front_typst_cut, front_typst_read},
	[FRONT_LEKTOR] = {front_lektor_cut, front_lektor_read},
};

bool
front_own_cut(enum front_syntax syntax, str text, str *front, str *body)
{
	return kinds[syntax].cut && kinds[syntax].cut(text, front, body);
}

struct value *
front_own_parse(enum front_syntax syntax, str front, int lines_before,
    struct arena *a)
{
	struct value *map = arena_alloc(a, sizeof *map);

	map->kind = VALUE_MAP;
	map->size = 1;
	kinds[syntax].read(map, front, lines_before, a);
	return map;
}

struct value *
front_add(struct value *map, str key, str text, int line, struct arena *a)
{
	enum { MOST_KEYS = 1000 };
	struct value *v = (struct value *)value_ifind(map, key);
	size_t keys = 0;

	if (v)
		return v;
	for (v = map->first; v; v = v->next)
		keys++;
	v = arena_alloc(a, sizeof *v);
	v->size = 1;
	v->key = arena_str(a, key);
	v->key_at = v->at = (struct mark){line, 1};
	v->text = arena_str(a, str_trim(text));
	v->kind = v->text.len ? VALUE_SCALAR : VALUE_NULL;
	if (keys < MOST_KEYS)
		value_add(map, v);
	return v;
}
