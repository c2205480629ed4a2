/* SPDX-License-Identifier: MIT
 * gone: files that an earlier run read and that no longer exist. */
#include "build/store/gone.h"

#include "build/store/chunk_head.h"
#include "build/store/store.h"
#include "post/post_pack.h"

/* A file that no longer exists, by its position in a chunk. */
struct missing {
	str chunk;        /* its name */
	struct digest body;
	size_t index;     /* in the chunk, from 0 */
	str path;
};

struct search {
	const struct post_walk *scan;
	struct arena *arena;
	size_t next;      /* index of the file to compare next */
	struct missing *missing; /* in the order of the chunks */
	size_t n_missing, cap;
	size_t done;      /* how many of `missing` are done */
	struct ledger_gone *found;
	size_t n_found;
};

static void
add_missing(struct search *s, struct missing m)
{
	s->missing = arena_grow(
	    s->arena, s->missing, s->n_missing, &s->cap, sizeof m);
	m.chunk = arena_str(s->arena, m.chunk);
	m.path = arena_str(s->arena, m.path);
	s->missing[s->n_missing++] = m;
}

static void
look_at_head(void *ctx, str name, str head)
{
	struct search *s = ctx;
	struct chunk_head h;
	struct missing m = {.chunk = name};
	struct stamp stamp;

	for (chunk_head_open(&h, head); chunk_head_next(&h, &m.path, &stamp);
	     m.index++) {
		m.body = h.body;
		if (!chunk_head_find(s->scan, &s->next, m.path))
			add_missing(s, m);
	}
	chunk_head_close(&h);
}

/* Adds a post that is gone, from its packed bytes. */
static void
add_found(struct search *s, const struct missing *m, str post)
{
	struct ledger_gone g = {.path = m->path};

	if (post_unpack_trace(post, &g.digest, &g.url)) {
		g.url = arena_str(s->arena, g.url);
		s->found[s->n_found++] = g;
	}
}

static void
look_at_body(void *ctx, str name, str body)
{
	struct search *s = ctx;
	const struct missing *m = &s->missing[s->done];
	struct unpack u = {.rest = body};
	size_t i = 0;

	if (s->done == s->n_missing || !str_eq(m->chunk, name))
		return;
	u.bad = !digest_eq(digest_of(body), m->body);
	for (; s->done < s->n_missing; s->done++) {
		str post = {0};

		m = &s->missing[s->done];
		if (!str_eq(m->chunk, name))
			break;
		for (; i <= m->index && !u.bad; i++)
			post = unpack_str(&u);
		if (!u.bad)
			add_found(s, m, post);
	}
}

struct ledger_gone *
gone_find(const char *path, const struct post_walk *scan, struct arena *a,
    size_t *count)
{
	struct diags none = {0};
	struct search s = {.scan = scan, .arena = a};
	struct store *store = store_open(path, &none);

	if (store_is_usable(store) &&
	    store_each(store, STORE_HEAD, look_at_head, &s) && s.n_missing) {
		s.found = arena_array(a, s.n_missing, sizeof *s.found);
		store_each(store, STORE_BODY, look_at_body, &s);
	}
	store_close(store);
	diags_free(&none);
	*count = s.n_found;
	return s.found;
}
