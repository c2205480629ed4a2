/* SPDX-License-Identifier: MIT
 * front_notebook: the front matter of a Jupyter notebook, from three places:
 * YAML between --- in the first cell, as in Quarto; the metadata of the
 * notebook, as in Pelican and Nikola; the heading of the first Markdown cell,
 * which is the title. */
#include "post/front/front_kinds.h"

#include "base/data/json.h"
#include "base/data/yaml.h"

static const struct source nowhere = {S_INIT("notebook"), {0}};

bool
front_notebook_cut(str text, str *front, str *body)
{
	*front = text;
	*body = (str){0};
	return str_starts(str_trim(text), S("{")) &&
	    str_find(text, S("\"cells\"")) != STR_NONE;
}

/* Adds the members of `from` that the map lacks, except maps. Not more than
 * MOST_KEYS in all: each is searched for among the others. */
static void
add_members(struct value *map, const struct value *from, struct arena *a)
{
	enum { MOST_KEYS = 1000 };
	size_t keys = 0;

	for (const struct value *v = map->first; v; v = v->next)
		keys++;
	for (const struct value *v = from ? from->first : NULL;
	     v && keys < MOST_KEYS; v = v->next) {
		struct value *copy;

		if (from->kind != VALUE_MAP || v->kind == VALUE_MAP ||
		    value_ifind(map, v->key))
			continue;
		copy = arena_alloc(a, sizeof *copy);
		*copy = *v;
		copy->next = NULL;
		value_add(map, copy);
		keys++;
	}
}

/* The text of a cell; JSON has it as one text or as a list of lines. */
static str
text_of(const struct value *cell, struct arena *a)
{
	const struct value *v = value_find(cell, S("source"));
	struct buf b = {0};

	if (v == NULL || v->kind == VALUE_SCALAR)
		return v ? v->text : (str){0};
	for (const struct value *i = v->first; i; i = i->next)
		buf_add(&b, i->text);
	return buf_move(&b, a);
}

static bool
is_kind(const struct value *cell, str kind)
{
	const struct value *v = value_find(cell, S("cell_type"));

	return v && str_eq(v->text, kind);
}

/* Gives a value and all in it one place. */
static void
place_all(struct value *v, struct mark at)
{
	v->at = v->key_at = at;
	for (v = v->first; v; v = v->next)
		place_all(v, at);
}

/* Adds the YAML between --- at the start of a cell. A line of the YAML is not a
 * line of the file, so everything in it gets the place of the cell. */
static void
add_yaml(struct value *map, str text, struct mark at, struct arena *a)
{
	struct diags ignored = {.most = 1};
	struct value *yaml;
	str rest = text, line;

	if (!str_split(&rest, '\n', &line) ||
	    !str_eq(str_trim_end(line), S("---")))
		return;
	text = rest;
	while (str_split(&rest, '\n', &line))
		if (str_eq(str_trim_end(line), S("---"))) {
			yaml = yaml_parse(a, str_sub(text, 0,
			    (size_t)(line.ptr - text.ptr)), &nowhere, 0,
			    &ignored);
			if (yaml)
				place_all(yaml, at);
			add_members(map, yaml, a);
			break;
		}
	diags_free(&ignored);
}

void
front_notebook_read(struct value *map, str front, int lines_before,
    struct arena *a)
{
	struct diags ignored = {.most = 1};
	const struct value *root = json_parse(
	    a, front, &nowhere, lines_before, &ignored);
	const struct value *meta = value_find(root, S("metadata"));
	const struct value *cells = value_find(root, S("cells"));
	const struct value *cell = cells ? cells->first : NULL;
	str text = text_of(cell, a);

	if (cell && !is_kind(cell, S("code")))
		add_yaml(map, text, cell->at, a);
	add_members(map, value_find(meta, S("nikola")), a);
	add_members(map, meta, a);
	while (cell && !is_kind(cell, S("markdown")))
		cell = cell->next;
	text = str_trim(text_of(cell, a));
	if (str_starts(text, S("# ")))
		front_add(map, S("title"), str_sub(text, 2,
		    str_chr(text, '\n') - 2), cell->at.line, a);
	diags_free(&ignored);
}
