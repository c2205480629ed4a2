/* SPDX-License-Identifier: MIT
 * state: what earlier runs found out, so that only what is new is done.
 *
 * Posts are kept in chunks of some hundred, by path, so that a new one makes
 * one chunk new. A chunk has a head, with the names and stamps of its files,
 * and a body, with what is known of the posts: a run that finds nothing new
 * reads the heads alone. */
#include "state.h"

#include <pthread.h>
#include <stdatomic.h>

#include "../base/pool.h"
#include "../post/post_pack.h"
#include "fingerprint.h"
#include "ids.h"
#include "store.h"

enum { CHUNK = 1024, MOST_CHUNK = 2 * CHUNK }; /* posts */

struct chunk {
	str name;            /* the path of its first file */
	struct digest head, body;
	size_t count;        /* files in it */
	size_t same;         /* of them, found again as they were */
	size_t from, to;     /* the site's files that belong here now */
	str bytes;           /* the body, once it is read */
	bool is_stale;       /* to be written anew */
};

/* What a run leaves besides the chunks: the item "run". */
struct run {
	struct digest fingerprint;
	struct digest chunks;                    /* of all their heads */
	struct digest labels, entries, documents, report; /* of those items */
	struct digest said;  /* of the reports before the first post was read */
	struct digest ledger; /* of its file, as the run left it */
	instant from, until; /* all posts are what they were for a run at a
	                      * time in between */
	bool retry;
};

struct state {
	struct site *site;
	struct store *store;
	str folder;          /* of the feeds */
	struct digest fingerprint;
	bool settled;        /* the fingerprint is */
	struct digest said;  /* as in struct run */
	struct run last;
	struct chunk *chunks; /* owned; in the order of their names */
	size_t n_chunks, cap_chunks;
	size_t next;         /* file to be compared */
	uint32_t *record;    /* of each file, from 1, in its chunk; 0: new */
	struct buf seals;    /* heads read so far, by their digests */
	bool is_bad;         /* a head that does not unpack */
	bool *known;         /* posts that are filled in */
	struct label_list labels;
	struct memos memos;
	struct buf bytes[4]; /* items, for as long as slices of them live */
};

/* ---- items ---- */

static void
pack_run(struct buf *out, const struct run *r)
{
	pack_digest(out, r->fingerprint);
	pack_digest(out, r->chunks);
	pack_digest(out, r->labels);
	pack_digest(out, r->entries);
	pack_digest(out, r->documents);
	pack_digest(out, r->report);
	pack_digest(out, r->said);
	pack_digest(out, r->ledger);
	pack_int(out, r->from);
	pack_int(out, r->until);
	pack_uint(out, r->retry);
}

static bool
read_run(struct state *st)
{
	struct buf b = {0};
	struct unpack u = {0};
	struct run *r = &st->last;
	bool found = store_get(st->store, "run", &b);

	u.rest = buf_str(&b);
	r->fingerprint = unpack_digest(&u);
	r->chunks = unpack_digest(&u);
	r->labels = unpack_digest(&u);
	r->entries = unpack_digest(&u);
	r->documents = unpack_digest(&u);
	r->report = unpack_digest(&u);
	r->said = unpack_digest(&u);
	r->ledger = unpack_digest(&u);
	r->from = unpack_int(&u);
	r->until = unpack_int(&u);
	r->retry = unpack_uint(&u) != 0;
	buf_free(&b);
	return found && !u.bad;
}

/* An item, if it is the one that the last run wrote. */
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
	if (st->n_chunks == st->cap_chunks) {
		st->cap_chunks = 2 * st->cap_chunks + 64;
		st->chunks = mem_realloc(st->chunks,
		    st->cap_chunks * sizeof *st->chunks);
	}
	st->chunks[st->n_chunks] = (struct chunk){0};
	return &st->chunks[st->n_chunks++];
}

/* Files before the one of that path are new; whether it is there. */
static bool
find_file(struct state *st, str path)
{
	const struct scan *scan = &st->site->scan;
	int order = 1;

	while (st->next < scan->count &&
	    (order = str_cmp(scan->files[st->next].path, path)) < 0)
		st->next++;
	return st->next < scan->count && order == 0;
}

void
state_head_open(struct state_head *h, str head)
{
	*h = (struct state_head){.u = {.rest = head}};
	h->body = unpack_digest(&h->u);
	h->count = unpack_size(&h->u, UINT32_MAX);
}

bool
state_head_next(struct state_head *h, str *path, struct stamp *stamp)
{
	if (h->next++ == h->count || h->u.bad)
		return false;
	/* A path is what it shares with the one before, and the rest. */
	h->path.len = unpack_size(&h->u, h->path.len);
	buf_add(&h->path, unpack_str(&h->u));
	*stamp = unpack_stamp(&h->u);
	*path = buf_str(&h->path);
	return true;
}

void
state_head_close(struct state_head *h)
{
	buf_free(&h->path);
}

static void
compare(void *ctx, str name, str head)
{
	struct state *st = ctx;
	struct chunk *c = add_chunk(st);
	struct state_head h;
	struct stamp stamp;
	str path;

	c->name = arena_str(&st->site->arena, name);
	c->head = digest_of(head);
	pack_str(&st->seals, name);
	pack_digest(&st->seals, c->head);
	find_file(st, name);
	c->from = st->n_chunks > 1 ? st->next : 0;
	if (st->n_chunks > 1)
		c[-1].to = c->from;
	state_head_open(&h, head);
	c->body = h.body;
	c->count = h.count;
	while (state_head_next(&h, &path, &stamp)) {
		if (!find_file(st, path))
			continue;
		if (stamp_eq(stamp, st->site->scan.files[st->next].stamp)) {
			st->record[st->next] = (uint32_t)h.next;
			c->same++;
		}
		st->next++;
	}
	st->is_bad |= h.u.bad;
	state_head_close(&h);
}

/* Compares all files with the heads. */
static bool
compare_files(struct state *st)
{
	struct site *s = st->site;

	timing_end(&s->timing, STAGE_STATE);
	scan_look(&s->scan, &s->config, s->threads);
	timing_end(&s->timing, STAGE_SCAN);
	st->record = arena_array(
	    &s->arena, s->scan.count, sizeof *st->record);
	if (!store_each(st->store, STORE_HEAD, compare, st) || st->is_bad ||
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

/* Forgets what was read: it is of no use. */
static void
forget(struct state *st)
{
	st->n_chunks = 0;
	label_list_free(&st->labels);
	label_list_init(&st->labels, &st->site->config, &st->site->arena);
	memos_free(&st->memos);
	st->memos = (struct memos){0};
}

/* A state of other posts, another config or another program is no error, and
 * nothing is said of it. */
static void
read_all(struct state *st)
{
	if (!store_is_usable(st->store))
		return;
	if (!read_run(st))
		store_reject(st->store, "it is damaged");
	else if (!digest_eq(st->last.fingerprint, st->fingerprint))
		store_reject(st->store, NULL);
	else if (!compare_files(st) || !read_memos(st))
		store_reject(st->store, "it is damaged");
	if (!store_is_usable(st->store))
		forget(st);
}

static struct digest
digest_of_diags(const struct diags *d)
{
	struct buf b = {0};
	struct digest digest;

	pack_diags(&b, d->first, d->last);
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
	st->fingerprint = fingerprint_of(s, o, folder, &st->settled);
	st->said = digest_of_diags(&s->diags);
	label_list_init(&st->labels, &s->config, &s->arena);
	st->store = store_open(
	    path_join(&s->arena, s->config.dir, path).ptr, &s->diags);
	read_all(st);
	return st;
}

void
state_close(struct state *st)
{
	if (st == NULL)
		return;
	store_close(st->store);
	mem_free(st->chunks);
	label_list_free(&st->labels);
	memos_free(&st->memos);
	buf_free(&st->seals);
	for (size_t i = 0; i < 4; i++)
		buf_free(&st->bytes[i]);
}

struct memos *
state_memos(struct state *st)
{
	return &st->memos;
}

/* ---- nothing new ---- */

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

/* What was true of one run only. */
static bool
is_news(enum diag_code code)
{
	static const enum diag_code news[] = {
		DIAG_STATE_UNUSABLE, DIAG_FEED_PRUNED, DIAG_LEDGER_NEW,
		DIAG_ID_MOVED, DIAG_ID_GONE, DIAG_ID_NEW, DIAG_FEED_DAMAGED,
		DIAG_FEED_COMPARED,
	};

	for (size_t i = 0; i < sizeof news / sizeof *news; i++)
		if (news[i] == code)
			return true;
	return false;
}

static void
pack_report(struct buf *out, const struct build_report *r,
    enum outcome outcome, const struct diags *diags)
{
	struct diags lasting = {0};

	pack_uint(out, outcome);
	pack_uint(out, r->posts);
	for (int i = 0; i < SKIP_COUNT; i++)
		pack_uint(out, r->skipped[i]);
	pack_uint(out, r->feeds);
	pack_uint(out, r->files.written + r->files.unchanged);
	pack_uint(out, r->files.stale);
	for (const struct diag *g = diags->first; g; g = g->next)
		if (!is_news(g->code))
			diag_copy(&lasting, g);
	pack_diags(out, lasting.first, lasting.last);
	diags_free(&lasting);
}

static bool
unpack_report(struct unpack *u, struct build_report *r,
    enum outcome *outcome, struct diags *diags)
{
	*r = (struct build_report){0};
	*outcome = (enum outcome)unpack_size(u, OUTCOME_REFUSED);
	r->posts = unpack_size(u, SIZE_MAX);
	for (int i = 0; i < SKIP_COUNT; i++)
		r->skipped[i] = unpack_size(u, SIZE_MAX);
	r->feeds = unpack_size(u, SIZE_MAX);
	r->files.unchanged = unpack_size(u, SIZE_MAX);
	r->files.stale = unpack_size(u, SIZE_MAX);
	unpack_diags(u, diags);
	return !u->bad;
}

bool
state_is_current(struct state *st, instant now, struct build_report *report,
    enum outcome *outcome, struct diags *diags)
{
	struct unpack u = {0};
	struct diags last = {0};

	if (!posts_are_same(st) || st->last.retry ||
	    !digest_eq(st->said, st->last.said) ||
	    !digest_eq(ids_digest(st->site->ids), st->last.ledger) ||
	    now < st->last.from || now >= st->last.until ||
	    !memos_are_current(&st->memos, st->site, st->folder) ||
	    !read_item(st, "report", st->last.report, &st->bytes[3]))
		return false;
	u.rest = buf_str(&st->bytes[3]);
	if (unpack_report(&u, report, outcome, &last)) {
		/* The site's own are among them. */
		diags_free(&st->site->diags);
		diags_move(diags, &last);
		return true;
	}
	diags_free(&last);
	return false;
}

/* ---- bodies ---- */

struct filling {
	struct state *state;
	instant now;
	pthread_mutex_t lock; /* of what follows */
	struct store_walk walk;
	size_t next;        /* chunk to be read */
	char *room;         /* for bodies */
	size_t left;        /* bytes of it */
	atomic_bool is_bad;
};

/* Copies a body to where it stays: in one place that is as large as all of
 * them, unless the file is damaged. */
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

/* The next chunk with its body, or NULL: that is not there. */
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
		diags_free(&p->diags);
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
		struct unpack post = {.rest = unpack_str(&u)};

		while (i < c->to && st->record[i] == 0)
			i++;
		if (i < c->to && st->record[i] == k && !u.bad)
			fill_post(f, &post, i++, w);
	}
	for (i = c->from; i < c->to; i++)
		c->is_stale |= !st->known[i];
}

/* One thread reads while others unpack. */
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

/* ---- saving ---- */

struct saving {
	struct state *state;
	struct buf head, body, post, seals;
	str last;           /* path */
};

static void
pack_path(struct buf *out, str before, str path)
{
	size_t n = 0;

	while (n < before.len && n < path.len &&
	    before.ptr[n] == path.ptr[n])
		n++;
	pack_uint(out, n);
	pack_str(out, str_from(path, n));
}

/* A file that may still change without a trace is not known by its stamp. */
static void
pack_file(struct saving *v, const struct found *file)
{
	struct stamp stamp = file->stamp;

	if (!site_is_settled(v->state->site, stamp))
		stamp = stamp_of_none;
	pack_path(&v->head, v->last, file->path);
	pack_stamp(&v->head, stamp);
	v->last = file->path;
}

static void
seal(struct saving *v, str name, struct digest head)
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
	pack_digest(&v->head, digest_of(buf_str(&v->body)));
	pack_uint(&v->head, to - from);
	for (size_t i = from; i < to; i++)
		pack_file(v, &s->scan.files[i]);
	store_put_chunk(v->state->store, s->scan.files[from].path,
	    buf_str(&v->head), buf_str(&v->body));
	seal(v, s->scan.files[from].path, digest_of(buf_str(&v->head)));
}

/* In pieces of even size, if they are too many for one. */
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
			seal(v, c->name, c->head);
			continue;
		}
		store_drop_chunk(st->store, c->name);
		save_range(v, c->from, c->to);
	}
}

/* Writes an item, and says what it is known by. */
static struct digest
save_item(struct state *st, const char *name, const struct buf *bytes)
{
	store_put(st->store, name, buf_str(bytes));
	return digest_of(buf_str(bytes));
}

static void
set_window(struct run *r, const struct site *s)
{
	r->from = INT64_MIN;
	r->until = INT64_MAX;
	ids_narrow(s->ids, &r->from, &r->until);
	for (size_t i = 0; i < s->n_posts; i++) {
		const struct post *p = &s->posts[i];

		r->from = p->from > r->from ? p->from : r->from;
		r->until = p->until < r->until ? p->until : r->until;
	}
}

static void
save_all(struct state *st, const struct memos *memos, struct run *run,
    const struct buf *report)
{
	struct saving v = {.state = st};
	struct buf b = {0};

	save_chunks(&v);
	run->chunks = digest_of(buf_str(&v.seals));
	label_list_pack(&b, &st->labels);
	run->labels = save_item(st, "labels", &b);
	buf_reset(&b);
	memos_pack_entries(&b, memos);
	run->entries = save_item(st, "entries", &b);
	buf_reset(&b);
	memos_pack_documents(&b, memos);
	run->documents = save_item(st, "documents", &b);
	run->report = save_item(st, "report", report);
	buf_reset(&b);
	pack_run(&b, run);
	save_item(st, "run", &b);
	buf_free(&b);
	buf_free(&v.head);
	buf_free(&v.body);
	buf_free(&v.post);
	buf_free(&v.seals);
}

void
state_save(struct state *st, const struct memos *memos, bool retry,
    const struct build_report *report, enum outcome outcome,
    const struct diags *diags)
{
	struct run run = {.fingerprint = st->fingerprint,
		.said = st->said, .ledger = ids_digest(st->site->ids),
		.retry = retry};
	struct buf b = {0};

	/* Next time the same fingerprint could be that of other bytes. */
	if (!st->settled || !store_begin(st->store))
		return;
	set_window(&run, st->site);
	pack_report(&b, report, outcome, diags);
	save_all(st, memos, &run, &b);
	store_commit(st->store);
	buf_free(&b);
}
