/* SPDX-License-Identifier: MIT
 * cascade: merges data as Eleventy does.
 *
 * Eleventy begins with the lowest priority and merges higher ones over it. Here
 * the front matter, the highest priority, is read first, so lower ones are
 * merged under it. "override:" keys stay in the map, to mark keys that must not
 * be merged. */
#include "post/read/cascade.h"

#include "post/read/field.h"

static const str prefix = S_INIT("override:");

/* Whether an "override:" of higher priority exists for a key. */
static bool
is_settled(const struct value *front, str key)
{
	for (const struct value *v = front->first; v; v = v->next)
		if (str_starts(v->key, prefix) &&
		    str_eq(str_from(v->key, prefix.len), key))
			return true;
	return false;
}

/* Trees may share nodes: change only copies. */
static struct value *
copy_node(struct arena *a, const struct value *v)
{
	struct value *copy = arena_alloc(a, sizeof *copy);

	*copy = *v;
	return copy;
}

static void
add_member(struct value *map, str key, const struct value *v, struct arena *a)
{
	struct value *copy = copy_node(a, v);

	copy->key = key;
	value_add(map, copy);
}

static void
add_children(struct arena *a, struct value *to, const struct value *from)
{
	for (const struct value *i = from->first; i; i = i->next)
		value_add(to, copy_node(a, i));
}

/* Replaces a value, keeping its key and place in the map. */
static void
replace_value(struct value *at, const struct value *v)
{
	struct value old = *at;

	*at = *v;
	at->key = old.key;
	at->key_at = old.key_at;
	at->next = old.next;
}

void
cascade_begin(struct value *front, struct arena *a)
{
	for (struct value *v = front->first; v; v = v->next) {
		str key = v->key;
		struct value *plain;

		if (!str_starts(key, prefix))
			continue;
		key = str_from(key, prefix.len);
		plain = (struct value *)value_find(front, key);
		if (plain)
			replace_value(plain, v);
		else
			add_member(front, key, v, a);
	}
}

/* Eleventy splits tags at commas before it merges them. */
static const struct value *
as_list(struct arena *a, const struct value *v)
{
	struct value *list;
	str rest = v->text, part;

	if (v->kind == VALUE_LIST || v->kind == VALUE_MAP)
		return v;
	list = copy_node(a, v);
	list->kind = VALUE_LIST;
	list->size = 1;
	while (v->kind == VALUE_SCALAR && str_split(&rest, ',', &part)) {
		struct value *item = copy_node(a, v);

		item->text = str_trim(part);
		if (item->text.len)
			value_add(list, item);
	}
	return list;
}

static void
merge_lists(struct value *at, const struct value *under, struct arena *a)
{
	struct value own = *at;

	at->first = at->last = NULL;
	at->size = 1;
	add_children(a, at, under);
	add_children(a, at, &own);
}

static void merge_maps(struct value *map, const struct value *under,
    bool is_front, struct arena *a);

static void
merge_member(struct value *at, const struct value *under, struct arena *a)
{
	struct value own = *at;

	if (at->kind == VALUE_LIST && under->kind == VALUE_LIST)
		merge_lists(at, under, a);
	else if (at->kind == VALUE_MAP && under->kind == VALUE_MAP) {
		at->first = at->last = NULL;
		at->size = 1;
		add_children(a, at, &own);
		merge_maps(at, under, false, a);
	} else if (under->kind == VALUE_MAP)
		replace_value(at, under);
}

/* In front matter, a key is also set if a synonym of it is. */
static void
merge_maps(struct value *map, const struct value *under, bool is_front,
    struct arena *a)
{
	for (const struct value *v = under->first; v; v = v->next) {
		bool whole = str_starts(v->key, prefix);
		str key = whole ? str_from(v->key, prefix.len) : v->key;
		struct value *own = (struct value *)field_find(map, key);

		if (is_settled(map, key))
			continue;
		if (own && is_front && str_eq(key, S("tags"))) {
			replace_value(own, as_list(a, own));
			merge_member(own, as_list(a, v), a);
		} else if (own)
			merge_member(own, v, a);
		else if (!is_front || !field_is_given(map, key))
			add_member(map, key, v, a);
		if (whole)
			add_member(map, v->key, v, a);
	}
}

void
cascade_merge(struct value *front, const struct value *under,
    struct arena *a)
{
	merge_maps(front, under, true, a);
}
