/* SPDX-License-Identifier: MIT
 * state: the results of earlier runs, so that a run does only the new work.
 *
 * Posts are kept in chunks of some hundred, in the order of their paths, so
 * that a new post rewrites one chunk. See chunk_head.h for its two parts. */
#include "build/memory/state.h"

#include "build/memory/fingerprint.h"
#include "build/memory/state_parts.h"
#include "build/site/ids.h"
#include "build/store/chunk_head.h"

/* ---- items ---- */

static bool
read_run(struct store *store, struct last_run *last)
{
	struct buf b = {0};
	bool ok = store_get(store, "run", &b) &&
	    last_run_unpack(buf_str(&b), last);

	buf_free(&b);
	if (!ok)
		*last = (struct last_run){.clock = INT64_MIN};
	return ok;
}

/* Reads an item. False unless it is the one that the last run wrote. */
static bool
read_item(struct state *st, const char *name, struct digest want,
    struct buf *out)
{
	return store_get(st->store, name, out) &&
	    digest_eq(digest_of(buf_str(out)), want);
}

/* ---- heads ---- */

static struct chunk *
add_chunk(struct state *st)
{
	st->chunks = arena_grow(&st->site->arena, st->chunks, st->n_chunks,
	    &st->cap_chunks, sizeof *st->chunks);
	return &st->chunks[st->n_chunks++];
}

static void
compare_chunk(void *ctx, str name, str head)
{
	struct state *st = ctx;
	const struct post_walk *scan = &st->site->scan;
	struct chunk *c = add_chunk(st);
	struct chunk_head h;
	struct stamp stamp;
	str path;

	c->name = arena_str(&st->site->arena, name);
	c->head = digest_of(head);
	pack_str(&st->seals, name);
	pack_digest(&st->seals, c->head);
	chunk_head_find(scan, &st->next, name);
	c->from = st->n_chunks > 1 ? st->next : 0;
	if (st->n_chunks > 1)
		c[-1].to = c->from;
	chunk_head_open(&h, head);
	c->body = h.body;
	c->count = h.count;
	while (chunk_head_next(&h, &path, &stamp)) {
		if (!chunk_head_find(scan, &st->next, path))
			continue;
		if (stamp_eq(stamp, scan->files[st->next].stamp)) {
			st->record[st->next] = (uint32_t)h.next;
			c->same++;
		}
		st->next++;
	}
	st->is_bad |= h.u.bad;
	chunk_head_close(&h);
}

/* Compares all files with the heads. */
static bool
compare_files(struct state *st)
{
	struct site *s = st->site;

	timing_end(&s->timing, STAGE_STATE);
	post_walk_stamp(&s->scan, &s->config, s->threads);
	timing_end(&s->timing, STAGE_SCAN);
	st->record = arena_array(
	    &s->arena, s->scan.count, sizeof *st->record);
	if (!store_each(st->store, STORE_HEAD, compare_chunk, st) ||
	    st->is_bad ||
	    !digest_eq(digest_of(buf_str(&st->seals)), st->last.chunks))
		return false;
	if (st->n_chunks)
		st->chunks[st->n_chunks - 1].to = s->scan.count;
	for (size_t i = 0; i < st->n_chunks; i++) {
		struct chunk *c = &st->chunks[i];

		c->is_stale = c->same != c->count ||
		    c->same != c->to - c->from;
	}
	return true;
}

/* ---- opening ---- */

static bool
read_memos(struct state *st)
{
	struct unpack labels = {0}, entries = {0}, documents = {0};

	if (!read_item(st, "labels", st->last.labels, &st->bytes[0]) ||
	    !read_item(st, "entries", st->last.entries, &st->bytes[1]) ||
	    !read_item(st, "documents", st->last.documents, &st->bytes[2]))
		return false;
	labels.rest = buf_str(&st->bytes[0]);
	entries.rest = buf_str(&st->bytes[1]);
	documents.rest = buf_str(&st->bytes[2]);
	label_list_unpack(&labels, &st->labels);
	memos_unpack(&st->memos, &entries, &documents);
	return !labels.bad && !entries.bad && !documents.bad;
}

/* Discards the posts that were read: they cannot be used. */
static void
forget_posts(struct state *st)
{
	st->n_chunks = 0;
	label_list_free(&st->labels);
	label_list_init(&st->labels, &st->site->config, &st->site->arena);
	memos_free(&st->memos);
	st->memos = (struct memos){0};
}

/* Does not report a state from another config or another version of the
 * program: that is no error. */
static void
read_all(struct state *st)
{
	if (!store_is_usable(st->store))
		return;
	if (!read_run(st->store, &st->last))
		store_reject(st->store, "it is damaged");
	else if (!digest_eq(st->last.fingerprint, st->fingerprint))
		store_reject(st->store, NULL);
	else if (!compare_files(st) || !read_memos(st))
		store_reject(st->store, "it is damaged");
	if (!store_is_usable(st->store))
		forget_posts(st);
}

/* A digest of the reports before the first post, and of the files that a run
 * reads only to report them. */
static struct digest
digest_of_found(const struct site *s)
{
	struct buf b = {0};
	struct digest digest;

	pack_diags(&b, s->diags.first, s->diags.last);
	for (size_t i = 0; i < s->scan.n_others; i++) {
		pack_str(&b, s->scan.others[i].path);
		pack_stamp(&b, s->scan.others[i].stamp);
	}
	digest = digest_of(buf_str(&b));
	buf_free(&b);
	return digest;
}

struct state *
state_open(struct site *s, const struct site_options *o, str folder)
{
	struct state *st;
	str path = s->config.posts.state;

	if (str_eq(path, S("none")))
		return NULL;
	st = arena_alloc(&s->arena, sizeof *st);
	st->site = s;
	st->folder = folder;
	st->last.clock = INT64_MIN;
	st->fingerprint = fingerprint_of(s, o, folder, &st->settled);
	st->said = digest_of_found(s);
	label_list_init(&st->labels, &s->config, &s->arena);
	st->store = store_open(
	    path_join(&s->arena, s->config.dir, path).ptr, &s->diags);
	read_all(st);
	st->clock = o->now_is_given ? st->last.clock : o->now;
	return st;
}

void
state_close(struct state *st)
{
	if (st == NULL)
		return;
	store_close(st->store);
	label_list_free(&st->labels);
	memos_free(&st->memos);
	buf_free(&st->seals);
	for (size_t i = 0; i < sizeof st->bytes / sizeof *st->bytes; i++)
		buf_free(&st->bytes[i]);
}

struct memos *
state_memos(struct state *st)
{
	return &st->memos;
}

str
state_judged(struct state *st)
{
	if (!store_is_usable(st->store) || !read_item(
	    st, "judged", st->last.judged, &st->bytes[4]))
		return (str){0};
	return buf_str(&st->bytes[4]);
}

instant
state_last_clock(const struct state *st)
{
	return st->last.clock;
}

instant
state_read_clock(const struct config *c)
{
	struct last_run last = {.clock = INT64_MIN};
	struct arena a = {0};
	struct diags none = {0};
	struct store *store;

	if (str_eq(c->posts.state, S("none")))
		return last.clock;
	store = store_open(path_join(&a, c->dir, c->posts.state).ptr, &none);
	if (store_is_usable(store))
		read_run(store, &last);
	store_close(store);
	diags_free(&none);
	arena_free(&a);
	return last.clock;
}

/* ---- checking for changes ---- */

static bool
posts_are_same(const struct state *st)
{
	if (st->n_chunks == 0)
		return false;
	for (size_t i = 0; i < st->n_chunks; i++)
		if (st->chunks[i].is_stale)
			return false;
	return true;
}

bool
state_is_current(struct state *st, instant now, str *report)
{
	if (!posts_are_same(st) || st->last.retry ||
	    !digest_eq(st->said, st->last.said) ||
	    !digest_eq(ids_digest(st->site->ids), st->last.ledger) ||
	    now < st->last.from || now >= st->last.until ||
	    !memos_are_current(&st->memos, st->site, st->folder) ||
	    !read_item(st, "report", st->last.report, &st->bytes[3]))
		return false;
	*report = buf_str(&st->bytes[3]);
	return true;
}
