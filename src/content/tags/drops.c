/* SPDX-License-Identifier: MIT
 * drops: the tags that nobody here knows, counted over all posts. */
#include "content/tags/drops.h"

#include <stdlib.h>

#include "content/content_codes.h"

struct drop {
	str name;        /* as messages have it: "tag 'image'" */
	size_t count;
	str file;        /* of the first one */
	struct mark at;  /* there */
	struct drop *next;
};

static struct drop *
drop_get(struct drops *d, str name)
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

/* Posts come in any order, the tags of one from its beginning on. */
static bool
is_first(const struct drop *drop, str file)
{
	return drop->file.ptr == NULL || str_cmp(file, drop->file) < 0;
}

void
drops_add(struct drops *d, const char *what, str name, size_t count,
    const struct source *src, size_t place)
{
	struct buf key = {0};
	struct drop *drop;

	buf_printf(&key, "%s '%.*s'", what, STR_ARG(name));
	drop = drop_get(d, buf_str(&key));
	buf_free(&key);
	drop->count += count;
	if (!is_first(drop, src->name))
		return;
	drop->file = arena_str(&d->arena, src->name);
	drop->at = place == STR_NONE ? (struct mark){0}
	                             : mark_of(src->text, place);
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
	for (size_t i = 0; i < c->count; i++)
		drops_add(d, c->list[i].what, c->list[i].name,
		    c->list[i].count, src,
		    base == STR_NONE ? STR_NONE : base + c->list[i].first);
}

/* ---- all of them ---- */

void
drops_move(struct drops *to, struct drops *from)
{
	for (const struct drop *f = from->first; f; f = f->next) {
		struct drop *drop = drop_get(to, f->name);

		drop->count += f->count;
		if (is_first(drop, f->file)) {
			drop->file = arena_str(&to->arena, f->file);
			drop->at = f->at;
		}
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
		    "%.*s is not known: dropped %zu time%s",
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
		struct drop *drop = drop_get(d, unpack_str(u));
		str file = unpack_str(u);
		struct mark at = unpack_mark(u);

		drop->count += count;
		if (is_first(drop, file)) {
			drop->file = arena_str(&d->arena, file);
			drop->at = at;
		}
	}
}
