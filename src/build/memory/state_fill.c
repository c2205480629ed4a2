/* SPDX-License-Identifier: MIT
 * state_fill: fills in known posts from the bodies of chunks. */
#include <pthread.h>
#include <stdatomic.h>

#include "base/core/pool.h"
#include "build/codes/known_codes.h"
#include "build/memory/state_parts.h"
#include "post/read/read.h"

struct filling {
	struct state *state;
	instant now;
	pthread_mutex_t lock; /* protects the fields below */
	struct store_walk walk;
	size_t next;        /* index of the next chunk to read */
	char *room;         /* free space for bodies */
	size_t left;        /* bytes left in `room` */
	atomic_bool is_bad;
};

/* Copies a body to its final place: one block that is large enough for all
 * bodies, unless the file is damaged. */
static str
keep_body(struct filling *f, str body)
{
	char *to = f->room;

	if (body.len > f->left)
		return arena_str(&f->state->site->arena, body);
	if (body.len)
		memcpy(to, body.ptr, body.len);
	f->room += body.len;
	f->left -= body.len;
	return (str){to, body.len};
}

/* The next chunk with its body, or NULL: there are no more, or the body is
 * missing. */
static struct chunk *
take_chunk(struct filling *f)
{
	struct state *st = f->state;
	struct chunk *c = NULL;
	str name, body;

	pthread_mutex_lock(&f->lock);
	if (f->next < st->n_chunks && store_next(&f->walk, &name, &body) &&
	    str_eq(st->chunks[f->next].name, name)) {
		c = &st->chunks[f->next++];
		c->bytes = keep_body(f, body);
	}
	pthread_mutex_unlock(&f->lock);
	return c;
}

static void
fill_post(struct filling *f, struct unpack *u, size_t i,
    struct post_worker *w)
{
	struct state *st = f->state;
	struct post *p = &st->site->posts[i];

	post_unpack(u, p, &st->site->scan.files[i], &st->labels, &w->arena);
	st->known[i] = !u->bad && f->now >= p->from && f->now < p->until;
	if (u->bad)
		atomic_store(&f->is_bad, true);
	if (!st->known[i])
		post_free(p);
}

static void
fill_posts(struct filling *f, struct chunk *c, struct post_worker *w)
{
	struct state *st = f->state;
	struct unpack u = {.rest = c->bytes};
	size_t i = c->from;

	if (!digest_eq(digest_of(c->bytes), c->body)) {
		atomic_store(&f->is_bad, true);
		u.bad = true;
	}
	for (size_t k = 1; k <= c->count && !u.bad; k++) {
		struct unpack post = {.rest = unpack_str(&u),
			.find_code = known_code_find};

		while (i < c->to && st->record[i] == 0)
			i++;
		if (i < c->to && st->record[i] == k && !u.bad)
			fill_post(f, &post, i++, w);
	}
	for (i = c->from; i < c->to; i++)
		c->is_stale |= !st->known[i];
}

/* One thread reads a chunk while others unpack theirs. */
static void
fill_chunk(void *ctx, size_t worker, size_t n)
{
	struct filling *f = ctx;
	struct chunk *c = take_chunk(f);

	(void)n;
	if (c)
		fill_posts(f, c, &f->state->site->workers[worker]);
	else
		atomic_store(&f->is_bad, true);
}

const bool *
state_fill(struct state *st, instant now)
{
	struct filling f = {.state = st, .now = now,
		.lock = PTHREAD_MUTEX_INITIALIZER};
	struct site *s = st->site;

	site_make_room(s);
	st->known = arena_array(&s->arena, s->n_posts, sizeof *st->known);
	if (st->n_chunks == 0)
		return st->known;
	f.left = store_size(st->store);
	f.room = arena_alloc(&s->arena, f.left);
	f.walk = store_walk(st->store, STORE_BODY);
	pool_run(s->threads, st->n_chunks, fill_chunk, &f);
	if (!store_end(&f.walk) || atomic_load(&f.is_bad)) {
		store_reject(st->store, "it is damaged");
		st->n_chunks = 0;
	}
	timing_end(&s->timing, STAGE_STATE);
	return st->known;
}
