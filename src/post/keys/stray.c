/* SPDX-License-Identifier: MIT
 * stray: front matter keys that are probably mistakes. */
#include "post/keys/stray.h"

#include "base/time/datetime.h"
#include "post/keys/field_keys.h"

/* The form of the values of a key. */
enum shape { SHAPE_TEXT, SHAPE_DATE, SHAPE_FLAG, SHAPE_LIST, SHAPE_PATH };

/* Keys that change a feed: a misspelt one is reported. Keys with the same bit
 * are synonyms. */
static const struct name {
	const char *name;
	enum shape shape;
	uint16_t bit;
} names[] = {
	{"title", SHAPE_TEXT, 1 << 0},
	{"date", SHAPE_DATE, 1 << 1},
	{"pubDate", SHAPE_DATE, 1 << 1},
	{"publishDate", SHAPE_DATE, 1 << 1},
	{"updated", SHAPE_DATE, 1 << 2},
	{"lastmod", SHAPE_DATE, 1 << 2},
	{"modified", SHAPE_DATE, 1 << 2},
	{"last_modified_at", SHAPE_DATE, 1 << 2},
	{"updatedDate", SHAPE_DATE, 1 << 2},
	{"expiryDate", SHAPE_DATE, 1 << 3},
	{"tags", SHAPE_LIST, 1 << 4},
	{"categories", SHAPE_LIST, 1 << 5},
	{"category", SHAPE_LIST, 1 << 5},
	{"draft", SHAPE_FLAG, 1 << 6},
	{"published", SHAPE_FLAG, 1 << 6},
	{"authors", SHAPE_LIST, 1 << 7},
	{"author", SHAPE_LIST, 1 << 7},
	{"summary", SHAPE_TEXT, 1 << 8},
	{"description", SHAPE_TEXT, 1 << 8},
	{"excerpt", SHAPE_TEXT, 1 << 8},
	{"slug", SHAPE_TEXT, 1 << 9},
	{"permalink", SHAPE_PATH, 1 << 10},
};
enum { NAMES = sizeof names / sizeof names[0] };

/* Correct words that are similar to a key. */
static const char own_words[] = "tag tabs data draw dates titles excerpts "
    "slugs permalinks link links publisher dated edited visible target";

static const struct name *
find_name(str key)
{
	for (size_t i = 0; i < NAMES; i++)
		if (str_ieq(key, str_of(names[i].name)))
			return &names[i];
	return NULL;
}

uint16_t
stray_bit(const char *near)
{
	const struct name *n = near ? find_name(str_of(near)) : NULL;

	return n ? n->bit : 0;
}

/* ---- one key ---- */

static bool
is_own_word(str key)
{
	return str_has_word(str_of(own_words), key, str_ieq);
}

/* Whether the config uses the key. */
static bool
is_configured(const struct config *c, str key)
{
	for (const struct value *m = c->posts.keys ? c->posts.keys->first
	     : NULL; m; m = m->next) {
		if (m->kind == VALUE_SCALAR && str_ieq(m->text, key))
			return true;
		for (const struct value *i = m->first; i; i = i->next)
			if (str_ieq(i->text, key))
				return true;
	}
	for (const struct taxonomy *t = c->feeds.taxonomies; t; t = t->next)
		if (str_ieq(t->name, key))
			return true;
	return value_ifind(c->posts.where, key) ||
	    value_ifind(c->posts.hide, key);
}

/* The name that is one typing error away, or two in a long word; or NULL. Does
 * not use nearest_name, which is for command lines and allows more errors. */
static const struct name *
find_near(str key)
{
	const struct name *best = NULL;
	size_t least = key.len < 8 ? 1 : 2;

	if (key.len < 3 || is_own_word(key))
		return NULL;
	for (size_t i = 0; i < NAMES; i++) {
		size_t d = name_distance(key, str_of(names[i].name));

		if (d <= least && (best == NULL || d < least)) {
			best = &names[i];
			least = d;
		}
	}
	return best;
}

static bool
is_date(const struct value *v, struct arena *a)
{
	struct datetime d;
	str why;

	/* Digits alone are no date here: most numbers are not dates. */
	for (size_t i = 0; v->kind == VALUE_SCALAR && i < v->text.len; i++)
		if (v->text.ptr[i] < '0' || v->text.ptr[i] > '9')
			return datetime_parse(v->text, &d, a, &why);
	return false;
}

static bool
fits(const struct value *v, enum shape shape, struct arena *a)
{
	bool flag;

	if (value_is_null(v) || v->kind == VALUE_MAP)
		return false;
	switch (shape) {
	case SHAPE_DATE:
		return is_date(v, a);
	case SHAPE_FLAG:
		return value_bool(v, &flag);
	case SHAPE_LIST:
		return v->kind == VALUE_LIST || !value_bool(v, &flag);
	case SHAPE_PATH:
		return v->kind == VALUE_SCALAR &&
		    str_chr(v->text, '/') != STR_NONE;
	case SHAPE_TEXT:
		return v->kind == VALUE_SCALAR && !value_bool(v, &flag);
	}
	return false;
}

/* ---- a front matter ---- */

/* Whether a key is known, near another, or neither. */
struct verdict {
	uint16_t bit;            /* known */
	const struct name *near; /* NULL: none */
};

static const struct verdict *
judge_key(struct stray_names *n, const struct config *c, str key)
{
	struct verdict *v = table_find(&n->known, key);
	const struct name *known;

	if (v)
		return v;
	v = arena_alloc(&n->arena, sizeof *v);
	known = find_name(key);
	v->bit = known ? known->bit : 0;
	if (known == NULL && !field_keys_is_known(key) && !is_configured(c, key))
		v->near = find_near(key);
	*table_at(&n->known, arena_str(&n->arena, key)) = v;
	return v;
}

void
stray_names_free(struct stray_names *n)
{
	table_free(&n->known);
	arena_free(&n->arena);
}

static struct stray *
make_stray(const struct value *v, const char *near, struct arena *a)
{
	struct stray *s = arena_alloc(a, sizeof *s);

	*s = (struct stray){arena_str(a, v->key), near, v->key_at, NULL};
	return s;
}

struct stray *
stray_find(const struct value *front, const struct config *c,
    struct stray_names *n, uint16_t *uses, struct arena *a)
{
	struct stray *first = NULL, **end = &first;
	bool any = false;

	*uses = 0;
	for (const struct value *v = front->first; v; v = v->next) {
		const struct verdict *is = judge_key(n, c, v->key);

		*uses |= is->bit;
		any |= is->near != NULL;
	}
	for (const struct value *v = front->first; any && v; v = v->next) {
		const struct name *near = judge_key(n, c, v->key)->near;

		/* A value from another file is not the post's mistake. */
		if (near == NULL || *uses & near->bit || v->src ||
		    !fits(v, near->shape, a))
			continue;
		*end = make_stray(v, near->name, a);
		end = &(*end)->next;
	}
	return first;
}

struct stray *
stray_find_date(const struct value *front, const struct config *c,
    struct arena *a)
{
	const struct value *other = NULL;

	for (const struct value *v = front->first; v; v = v->next) {
		const struct name *near = find_near(v->key);

		if (v->src || !is_date(v, a) || field_keys_is_known(v->key))
			continue;
		if (near && near->shape == SHAPE_DATE)
			return make_stray(v, near->name, a);
		if (other == NULL && !is_configured(c, v->key))
			other = v;
	}
	return other ? make_stray(other, NULL, a) : NULL;
}

/* ---- bytes ---- */

void
stray_pack(struct buf *out, const struct stray *list)
{
	for (; list; list = list->next) {
		pack_str(out, list->key);
		pack_str(out, str_of(list->near ? list->near : ""));
		pack_mark(out, list->at);
	}
	pack_str(out, (str){0});
}

struct stray *
stray_unpack(struct unpack *u, struct arena *a)
{
	struct stray *first = NULL, **end = &first;
	str key;

	while ((key = unpack_str(u)).len && !u->bad) {
		struct stray *s = arena_alloc(a, sizeof *s);
		const struct name *near = find_name(unpack_str(u));

		*s = (struct stray){
			key, near ? near->name : NULL, unpack_mark(u), NULL};
		*end = s;
		end = &s->next;
	}
	return first;
}
