/* SPDX-License-Identifier: MIT
 * import_change: corrects imported settings after a look at the built site. */
#include "generators/import/import_change.h"

#include "base/text/scan.h"

/* ---- values ---- */

static struct value *
new_node(struct arena *a, enum value_kind kind)
{
	struct value *v = arena_alloc(a, sizeof *v);

	v->kind = kind;
	v->size = 1;
	return v;
}

static bool
is_plain(str text)
{
	return str_eq(text, S("true")) || str_eq(text, S("false")) ||
	    (text.len && text.len < 7 && scan_is_all(text, char_is_digit));
}

static struct value *
new_text(struct arena *a, str text)
{
	struct value *v = new_node(a, VALUE_SCALAR);

	v->text = arena_str(a, text);
	v->quoted = !is_plain(text);
	return v;
}

/* A copy of a map without one of its keys; an empty map if `v` is no map. */
static struct value *
copy_map(struct arena *a, const struct value *v, str without)
{
	struct value *map = new_node(a, VALUE_MAP);

	v = v && v->kind == VALUE_MAP ? v->first : NULL;
	for (; v; v = v->next) {
		struct value *copy = arena_alloc(a, sizeof *copy);

		if (str_eq(v->key, without))
			continue;
		*copy = *v;
		copy->next = NULL;
		value_add(map, copy);
	}
	return map;
}

static struct value *
set_below(struct arena *a, const struct value *v, str below, str text)
{
	struct value *map, *child;
	str name;

	if (!str_split(&below, '.', &name) || name.len == 0)
		return new_text(a, text);
	map = copy_map(a, v, name);
	child = set_below(a, v && v->kind == VALUE_MAP ? value_find(v, name)
	    : NULL, below, text);
	child->key = arena_str(a, name);
	value_add(map, child);
	return map;
}

/* ---- settings ---- */

static struct import_setting *
find_setting(const struct import *im, str key)
{
	struct import_setting *i = im->settings;

	while (i && !str_eq(i->key, key))
		i = i->next;
	return i;
}

const struct import_setting *
import_setting_find(const struct import *im, str key)
{
	return find_setting(im, key);
}

void
import_change_value(struct import *im, struct arena *a, str key,
    const struct value *v, str from)
{
	struct import_setting *i = find_setting(im, key);
	struct import_setting **end = &im->settings;

	if (i == NULL) {
		while (*end)
			end = &(*end)->next;
		i = *end = arena_alloc(a, sizeof *i);
		i->key = arena_str(a, key);
	}
	i->value = v;
	i->from = arena_str(a, from);
}

void
import_change(struct import *im, struct arena *a, str key, str below,
    str text, str from)
{
	const struct import_setting *i = find_setting(im, key);

	import_change_value(im, a, key, set_below(a, i ? i->value : NULL,
	    below, text), from);
}

void
import_drop(struct import *im, str key)
{
	struct import_setting **at = &im->settings;

	while (*at && !str_eq((*at)->key, key))
		at = &(*at)->next;
	if (*at)
		*at = (*at)->next;
}

/* ---- sentences ---- */

static void
add_sentence(struct import_gap **list, struct arena *a, const char *fmt,
    va_list ap)
{
	while (*list)
		list = &(*list)->next;
	*list = arena_alloc(a, sizeof **list);
	(*list)->text = arena_vprintf(a, fmt, ap);
}

void
import_add_gap(struct import *im, struct arena *a, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	add_sentence(&im->gaps, a, fmt, ap);
	va_end(ap);
}

void
import_add_check(struct import *im, struct arena *a, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	add_sentence(&im->checks, a, fmt, ap);
	va_end(ap);
}

void
import_drop_gaps(struct import *im, str start)
{
	struct import_gap **at = &im->gaps;

	while (*at)
		if (str_starts((*at)->text, start))
			*at = (*at)->next;
		else
			at = &(*at)->next;
}
