/* SPDX-License-Identifier: MIT
 * drops: unknown tags, counted over all posts. */
#include "content/tags/drops.h"

#include <stdlib.h>

#include "content/codes/content_codes.h"

struct drop {
	str name;        /* as messages have it: "tag 'image'" */
	size_t count;
	str file;        /* of the first one */
	struct mark at;  /* there */
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

/* Counts a name. If `file` comes before all files that the name was seen in, it
 * is the one to report: returns where the caller must store the place in it.
 * Otherwise NULL. Posts come in any order, the tags of a post in theirs. */
static struct mark *
note_drop(struct drops *d, str name, size_t count, str file)
{
	struct drop *drop = get_drop(d, name);

	drop->count += count;
	if (drop->file.ptr && str_cmp(file, drop->file) >= 0)
		return NULL;
	drop->file = arena_str(&d->arena, file);
	return &drop->at;
}

/* ---- one post ---- */

enum { MOST_NAMES = 100 }; /* that are told apart */

struct drop_count {
	const char *what;
	str name;
	size_t count;
	size_t first; /* offset in the text */
};

void
drop_counts_add(struct drop_counts *c, const char *what, str name,
    size_t offset, struct arena *a)
{
	if (c->list == NULL)
		c->list = arena_array(a, MOST_NAMES, sizeof *c->list);
	for (size_t i = 0; i < c->count; i++)
		if (str_eq(c->list[i].name, name) && c->list[i].what == what) {
			c->list[i].count++;
			return;
		}
	if (c->count < MOST_NAMES) {
		c->list[c->count++] = (struct drop_count){
			what, arena_str(a, name), 1, offset};
		return;
	}
	c->list[MOST_NAMES - 1].name = S("(others)");
	c->list[MOST_NAMES - 1].count++;
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
		at = note_drop(d, buf_str(&key), one->count, src->name);
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
		struct mark *at = note_drop(to, f->name, f->count, f->file);

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

void
drops_report(struct drops *d, struct diags *diags)
{
	size_t n = d->table.count, i = 0;
	struct drop **list = arena_array(&d->arena, n, sizeof *list);

	for (struct drop *drop = d->first; drop; drop = drop->next)
		list[i++] = drop;
	if (n)
		qsort(list, n, sizeof *list, by_name);
	for (i = 0; i < n; i++) {
		struct source src = {list[i]->file, {0}};

		diag_add(diags, DIAG_TAG_UNKNOWN, &src, list[i]->at,
		    "unknown %.*s: dropped %zu time%s",
		    STR_ARG(list[i]->name), list[i]->count,
		    list[i]->count == 1 ? "" : "s");
	}
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
		pack_str(out, f->name);
		pack_str(out, f->file);
		pack_mark(out, f->at);
	}
	pack_uint(out, 0);
}

void
drops_unpack(struct unpack *u, struct drops *d)
{
	size_t count;

	while ((count = unpack_size(u, SIZE_MAX)) != 0 && !u->bad) {
		str name = unpack_str(u), file = unpack_str(u);
		struct mark at = unpack_mark(u);
		struct mark *first = note_drop(d, name, count, file);

		if (first)
			*first = at;
	}
}
