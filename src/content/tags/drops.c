/* SPDX-License-Identifier: MIT
 * drops: unknown tags, counted over all posts. */
#include "content/tags/drops.h"

#include <stdlib.h>

#include "content/codes/content_codes.h"

struct drop {
	str name;        /* as messages have it: "tag 'image'" */
	size_t count;
	size_t pairs;    /* those with an end tag, whose text stays */
	str file;        /* of the first one */
	struct mark at;  /* there */
	str hint;        /* of the first one: see drop_hint */
	struct drop *next;
};

static struct drop *
get_drop(struct drops *d, str name)
{
	struct drop *drop = table_find(&d->table, name);

	if (drop)
		return drop;
	drop = arena_alloc(&d->arena, sizeof *drop);
	drop->name = arena_str(&d->arena, name);
	drop->next = d->first;
	d->first = drop;
	*table_at(&d->table, drop->name) = drop;
	return drop;
}

/* Adds the counts of a name. Posts come in any order, but the report names the
 * first file by path: if `more->file` is before all others so far, returns
 * where the caller must store the place in it, otherwise NULL. */
static struct mark *
note_drop(struct drops *d, const struct drop *more)
{
	struct drop *drop = get_drop(d, more->name);

	drop->count += more->count;
	drop->pairs += more->pairs;
	if (drop->file.ptr && str_cmp(more->file, drop->file) >= 0)
		return NULL;
	drop->file = arena_str(&d->arena, more->file);
	drop->hint = arena_str(&d->arena, more->hint);
	return &drop->at;
}

/* ---- one post ---- */

enum { MOST_NAMES = 100 }; /* that are told apart */

struct drop_count {
	const char *what;
	str name, hint;
	size_t count, pairs;
	size_t first; /* offset in the text */
};

void
drop_counts_add(struct drop_counts *c, const struct dropped *d,
    struct arena *a)
{
	struct drop_count *one;

	if (c->list == NULL)
		c->list = arena_array(a, MOST_NAMES, sizeof *c->list);
	for (size_t i = 0; i < c->count; i++)
		if (str_eq(c->list[i].name, d->name) &&
		    c->list[i].what == d->what) {
			c->list[i].count++;
			c->list[i].pairs += d->is_pair;
			return;
		}
	if (c->count < MOST_NAMES) {
		one = &c->list[c->count++];
		*one = (struct drop_count){d->what, arena_str(a, d->name),
			arena_str(a, d->hint), 1, d->is_pair, d->offset};
		return;
	}
	one = &c->list[MOST_NAMES - 1];
	one->name = S("(others)");
	one->hint = (str){0};
	one->count++;
	one->pairs += d->is_pair;
}

void
drops_add_counts(struct drops *d, const struct drop_counts *c,
    const struct source *src, size_t base)
{
	struct buf key = {0};

	for (size_t i = 0; i < c->count; i++) {
		const struct drop_count *one = &c->list[i];
		struct mark *at;

		buf_reset(&key);
		buf_printf(&key, "%s '%.*s'", one->what, STR_ARG(one->name));
		at = note_drop(d, &(struct drop){.name = buf_str(&key),
			.count = one->count, .pairs = one->pairs,
			.file = src->name, .hint = one->hint});
		if (at)
			*at = base == STR_NONE ? (struct mark){0}
			    : mark_of(src->text, base + one->first);
	}
	buf_free(&key);
}

/* ---- all of them ---- */

void
drops_move(struct drops *to, struct drops *from)
{
	for (const struct drop *f = from->first; f; f = f->next) {
		struct mark *at = note_drop(to, f);

		if (at)
			*at = f->at;
	}
	drops_free(from);
}

static int
by_name(const void *a, const void *b)
{
	const struct drop *const *x = a, *const *y = b;

	return str_cmp((*x)->name, (*y)->name);
}

/* Words for tags that have an end tag: ", and the text in it stays". */
static str
words_of_pairs(struct arena *a, const struct drop *d)
{
	if (d->pairs == 0)
		return (str){0};
	if (d->pairs < d->count)
		return arena_printf(
		    a, ", and the text in %zu of them stays", d->pairs);
	return d->count == 1 ? S(", and the text in it stays")
	    : S(", and the text in them stays");
}

static void
report_drop(struct drops *d, const struct drop *drop, struct diags *diags)
{
	struct source src = {drop->file, {0}};
	str stays = words_of_pairs(&d->arena, drop);
	const char *s = drop->count == 1 ? "" : "s";

	if (drop->hint.len == 0) {
		diag_add(diags, DIAG_TAG_UNKNOWN, &src, drop->at,
		    "unknown %.*s: dropped %zu time%s%.*s",
		    STR_ARG(drop->name), drop->count, s, STR_ARG(stays));
		return;
	}
	diag_add(diags, DIAG_TAG_DROPPED, &src, drop->at,
	    "unknown %.*s: dropped %zu time%s%.*s; under 'shortcodes:' "
	    "write %.*s", STR_ARG(drop->name), drop->count, s, STR_ARG(stays),
	    STR_ARG(drop->hint));
}

void
drops_report(struct drops *d, struct diags *diags)
{
	size_t n = d->table.count, i = 0;
	struct drop **list = arena_array(&d->arena, n, sizeof *list);

	for (struct drop *drop = d->first; drop; drop = drop->next)
		list[i++] = drop;
	if (n)
		qsort(list, n, sizeof *list, by_name);
	for (i = 0; i < n; i++)
		report_drop(d, list[i], diags);
	drops_free(d);
}

void
drops_free(struct drops *d)
{
	arena_free(&d->arena);
	table_free(&d->table);
	*d = (struct drops){0};
}

void
drops_pack(struct buf *out, const struct drops *d)
{
	for (const struct drop *f = d->first; f; f = f->next) {
		pack_uint(out, f->count);
		pack_uint(out, f->pairs);
		pack_str(out, f->name);
		pack_str(out, f->file);
		pack_str(out, f->hint);
		pack_mark(out, f->at);
	}
	pack_uint(out, 0);
}

void
drops_unpack(struct unpack *u, struct drops *d)
{
	struct drop one = {0};

	while ((one.count = unpack_size(u, SIZE_MAX)) != 0 && !u->bad) {
		struct mark at, *first;

		one.pairs = unpack_size(u, one.count);
		one.name = unpack_str(u);
		one.file = unpack_str(u);
		one.hint = unpack_str(u);
		at = unpack_mark(u);
		first = note_drop(d, &one);
		if (first)
			*first = at;
	}
}
