/* SPDX-License-Identifier: MIT
 * state_save: writes the results of this run for the next one. */
#include "build/memory/state_parts.h"
#include "build/site/ids.h"
#include "build/store/chunk_head.h"

enum { CHUNK = 1024, MOST_CHUNK = 2 * CHUNK }; /* posts */

struct saving {
	struct state *state;
	struct buf head, body, post, seals;
	str last;           /* path */
};

/* A file that may change without a new stamp is read again by the next run. */
static void
pack_file(struct saving *v, const struct found *file)
{
	struct stamp stamp = file->stamp;

	if (!site_is_settled(v->state->site, stamp))
		stamp = stamp_unknown;
	chunk_head_add(&v->head, v->last, file->path, stamp);
	v->last = file->path;
}

static void
seal_chunk(struct saving *v, str name, struct digest head)
{
	pack_str(&v->seals, name);
	pack_digest(&v->seals, head);
}

/* Writes one chunk with these posts. */
static void
save_posts(struct saving *v, size_t from, size_t to)
{
	struct site *s = v->state->site;

	buf_reset(&v->head);
	buf_reset(&v->body);
	v->last = (str){0};
	for (size_t i = from; i < to; i++) {
		buf_reset(&v->post);
		label_list_add(&v->state->labels, &s->posts[i]);
		post_pack(&v->post, &s->posts[i], &s->config);
		pack_str(&v->body, buf_str(&v->post));
	}
	chunk_head_begin(&v->head, digest_of(buf_str(&v->body)), to - from);
	for (size_t i = from; i < to; i++)
		pack_file(v, &s->scan.files[i]);
	store_put_chunk(v->state->store, s->scan.files[from].path,
	    buf_str(&v->head), buf_str(&v->body));
	seal_chunk(v, s->scan.files[from].path, digest_of(buf_str(&v->head)));
}

/* Splits too many posts for one chunk into chunks of even size. */
static void
save_range(struct saving *v, size_t from, size_t to)
{
	size_t n = to - from;
	size_t pieces = n <= MOST_CHUNK ? 1 : (n + CHUNK - 1) / CHUNK;

	for (size_t i = 0; n && i < pieces; i++)
		save_posts(v, from + n * i / pieces,
		    from + n * (i + 1) / pieces);
}

static void
save_chunks(struct saving *v)
{
	struct state *st = v->state;

	if (st->n_chunks == 0)
		save_range(v, 0, st->site->n_posts);
	for (size_t i = 0; i < st->n_chunks; i++) {
		const struct chunk *c = &st->chunks[i];

		if (!c->is_stale) {
			seal_chunk(v, c->name, c->head);
			continue;
		}
		store_drop_chunk(st->store, c->name);
		save_range(v, c->from, c->to);
	}
}

/* Writes an item, and returns its digest. */
static struct digest
save_item(struct state *st, const char *name, str bytes)
{
	store_put(st->store, name, bytes);
	return digest_of(bytes);
}

static void
save_all(struct state *st, const struct memos *memos, struct last_run *run,
    str report)
{
	struct saving v = {.state = st};
	struct buf b = {0};

	save_chunks(&v);
	run->chunks = digest_of(buf_str(&v.seals));
	label_list_pack(&b, &st->labels);
	run->labels = save_item(st, "labels", buf_str(&b));
	buf_reset(&b);
	memos_pack_entries(&b, memos);
	run->entries = save_item(st, "entries", buf_str(&b));
	buf_reset(&b);
	memos_pack_documents(&b, memos);
	run->documents = save_item(st, "documents", buf_str(&b));
	run->judged = save_item(st, "judged", memos->judged);
	run->report = save_item(st, "report", report);
	buf_reset(&b);
	last_run_pack(&b, run);
	save_item(st, "run", buf_str(&b));
	buf_free(&b);
	buf_free(&v.head);
	buf_free(&v.body);
	buf_free(&v.post);
	buf_free(&v.seals);
}

void
state_save(struct state *st, const struct memos *memos, bool retry,
    str report)
{
	const struct site *s = st->site;
	struct last_run run = {.fingerprint = st->fingerprint,
		.said = st->said, .ledger = ids_digest(s->ids),
		.from = s->from, .until = s->until, .clock = st->clock,
		.retry = retry};

	/* A file in the fingerprint may change without changing it. */
	if (!st->settled || !store_begin(st->store))
		return;
	ids_narrow(s->ids, &run.from, &run.until);
	save_all(st, memos, &run, report);
	store_commit(st->store);
}
