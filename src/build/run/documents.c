/* SPDX-License-Identifier: MIT
 * documents: the bytes of feeds, put together from finished entries. */
#include "build/run/documents.h"

#include <stdatomic.h>

#include "base/core/pool.h"
#include "build/codes/build_codes.h"
#include "build/guard/guard.h"
#include "build/guard/unread.h"
#include "build/memory/memos.h"
#include "build/run/entries.h"
#include "build/run/gate.h"
#include "build/run/known.h"
#include "build/site/site.h"
#include "feed/formats/format.h"
#include "publish/publish.h"

/* Bytes of entries that may wait for their feeds to be complete. */
enum { MOST_HELD = 48 * 1024 * 1024 };

/* Feeds that are not worth a second process. */
enum { FEW = 32 };

/* Sizes above which a feed gets a note, and a warning: some readers stall on
 * large feeds, or refuse them (feed rule 39). */
enum { LARGE = 512 * 1024, TOO_LARGE = 2 * 1024 * 1024 };

/* A file that a document is written to. */
struct place {
	struct draft *draft;     /* holds its first entries; or NULL */
	struct published result;
};

/* A document: a feed in one format. */
struct document {
	size_t head;             /* bytes before its entries, in the drafts */
	unsigned namespaces;     /* of its entries so far */
	size_t size;             /* bytes, once it is complete */
	struct place own;        /* the feed's own path, */
	struct place *also;      /* and its other paths */
};

/* The progress of one feed. */
struct job {
	struct feed *feed;
	size_t next;             /* the first post that was not examined */
	size_t kept;             /* posts before it that could be rendered */
	size_t ahead;            /* how many of `kept` are in the drafts */
	bool is_done, has_failed;
	struct document in[MOST_FORMATS];
	struct diags diags;
};

struct documents {
	struct site *site;
	struct entries *entries;
	struct publisher *publisher;
	struct guard *guard;
	struct job *jobs;        /* one a feed of the plan */
	size_t n_jobs;
	size_t threads;          /* that put them together */
	str folder;              /* where the feeds are */
	size_t hold;             /* bytes of entries that may wait */
	bool is_unread;          /* a post could not be read so far */
	atomic_bool has_failed;
};

static struct place *
place_at(struct document *doc, size_t i)
{
	return i ? &doc->also[i - 1] : &doc->own;
}

/* Keeps the published file of a document. */
static void
keep_document(const struct documents *d, struct job *j, size_t format,
    const struct memos *memos)
{
	struct document *doc = &j->in[format];
	str path;

	for (size_t i = 0; (path = feed_path(j->feed, format, i)).len; i++) {
		memos_recall_published(memos, path,
		    d->site->config.feeds.compress,
		    &place_at(doc, i)->result);
		publish_keep(d->publisher, path);
	}
	doc->size = (size_t)doc->own.result.stamp.size;
}

/* Begins the i-th feed. A feed that is not needed is done at once. */
static void
begin_job(const struct documents *d, size_t i, const struct known *k)
{
	struct job *j = &d->jobs[i];
	struct feed *f = j->feed = &d->site->plan.feeds[i];

	j->is_done = !k->needed[i];
	for (size_t n = 0; n < d->site->plan.n_formats; n++) {
		j->in[n].also = arena_array(&d->site->arena,
		    f->also[n].count, sizeof *j->in[n].also);
		if (j->is_done)
			keep_document(d, j, n, k->memos);
	}
}

struct documents *
documents_open(struct site *s, struct entries *e, struct publisher *p,
    const struct known *k, struct guard *g, size_t hold)
{
	struct documents *d = arena_alloc(&s->arena, sizeof *d);
	size_t n = 0; /* feeds to make */

	d->site = s;
	d->entries = e;
	d->publisher = p;
	d->guard = g;
	d->folder = k->folder;
	d->hold = hold ? hold : MOST_HELD;
	d->n_jobs = s->plan.n_feeds;
	d->jobs = arena_array(&s->arena, d->n_jobs, sizeof *d->jobs);
	d->is_unread = unread_any(s);
	for (size_t i = 0; i < d->n_jobs; i++) {
		begin_job(d, i, k);
		n += !d->jobs[i].is_done;
	}
	d->threads = pool_share(s->threads, n, FEW);
	return d;
}

/* ---- one feed ---- */

/* Takes the entries that are ready. Drops posts that could not be rendered from
 * the feed. */
static void
take_entries(const struct documents *d, struct job *j)
{
	struct feed *f = j->feed;

	while (j->next < f->count &&
	    entries_has(d->entries, f->posts[j->next])) {
		struct post *p = f->posts[j->next++];

		if (p->skip == SKIP_NONE)
			f->posts[j->kept++] = p;
	}
}

/* The parts of an entry, and the separator before it. */
enum { MOST_PARTS = ENTRY_PARTS + 1 };

/* Adds the parts of a document, beginning with its entries. */
static size_t
add_entries(const struct documents *d, struct job *j, size_t format,
    str *parts)
{
	const char *separator = d->site->plan.formats[format]->separator;
	size_t n = 0;

	for (size_t i = j->ahead; i < j->kept; i++) {
		if (i > 0 && separator)
			parts[n++] = str_of(separator);
		n += entries_get(d->entries, j->feed->posts[i], j->feed->cut,
		    format, parts + n, &j->in[format].namespaces);
	}
	return n;
}

/* Writes the head and the tail to match the entries that were added. */
static void
write_frame(const struct documents *d, const struct job *j, size_t format,
    struct buf *head, struct buf *tail)
{
	struct feed f = *j->feed;

	f.namespaces |= j->in[format].namespaces;
	d->site->plan.formats[format]->write_frame(
	    head, tail, &f, f.url[format], &d->site->config);
}

static size_t
size_of(const str *parts, size_t n)
{
	size_t size = 0;

	for (size_t i = 0; i < n; i++)
		size += parts[i].len;
	return size;
}

static void
let_entries_go(const struct documents *d, struct job *j)
{
	for (; j->ahead < j->kept; j->ahead++)
		entries_let_go(d->entries, j->feed->posts[j->ahead]);
}

/* Gives the publisher the parts of a document that are not in a draft, for each
 * of its paths. */
static bool
hand_in(struct documents *d, struct job *j, size_t format, const str *parts,
    size_t n, const struct publish_gate *gate)
{
	bool ok = true;
	str path;

	for (size_t i = 0; ok && (path = feed_path(j->feed, format, i)).len;
	     i++) {
		struct place *p = place_at(&j->in[format], i);

		if (p->draft)
			ok = publish_append(
			    p->draft, parts + 1, n - 1, &j->diags) &&
			    publish_end(p->draft, j->in[format].head,
			    parts[0], gate, &p->result, &j->diags);
		else
			ok = publish_add(d->publisher, &(struct publish_item){
			    path, parts, n, gate}, &p->result, &j->diags);
		if (ok && p->result.replaces && !guard_compare(d->guard,
		    j->feed, d->site->plan.formats[format], path, &j->diags))
			publish_withdraw(d->publisher, path, &p->result);
	}
	return ok;
}

/* Gives the publisher a complete document. */
static bool
finish_document(struct documents *d, struct job *j, size_t format,
    str *parts, size_t thread)
{
	const struct feed *f = j->feed;
	struct document *doc = &j->in[format];
	struct gate gate = {.site = d->site, .entries = d->entries,
		.folder = d->folder, .is_unread = d->is_unread, .feed = f,
		.format = format, .thread = thread};
	const struct publish_gate passes = {gate_pass, &gate};
	struct buf head = {0}, tail = {0};
	size_t n;
	bool ok;

	n = 1 + add_entries(d, j, format, parts + 1);
	write_frame(d, j, format, &head, &tail);
	parts[0] = buf_str(&head);
	parts[n++] = buf_str(&tail);
	doc->size += head.len - doc->head + size_of(parts + 1, n - 1);
	gate.size = doc->size;
	ok = hand_in(d, j, format, parts, n,
	    gate_is_needed(&gate) ? &passes : NULL);
	buf_free(&head);
	buf_free(&tail);
	return ok;
}

static void
finish_job(struct documents *d, struct job *j, size_t thread)
{
	str *parts = mem_alloc(
	    (MOST_PARTS * (j->kept - j->ahead) + 2) * sizeof *parts);

	feed_keep(j->feed, j->kept);
	for (size_t k = 0; !j->has_failed && k < d->site->plan.n_formats; k++)
		if (j->feed->path[k].len)
			j->has_failed = !finish_document(
			    d, j, k, parts, thread);
	let_entries_go(d, j);
	j->is_done = true;
	mem_free(parts);
}

/* Begins a draft. The head is rewritten at the end: its date, its namespaces
 * and its data about posts depend on which posts stay in the feed. */
static bool
begin_draft(struct documents *d, struct job *j, size_t format)
{
	const struct feed *f = j->feed;
	struct document *doc = &j->in[format];
	struct buf head = {0}, tail = {0};
	bool ok = true;
	str path, first;

	write_frame(d, j, format, &head, &tail);
	first = buf_str(&head);
	doc->size = doc->head = head.len;
	for (size_t i = 0; ok && (path = feed_path(f, format, i)).len; i++) {
		struct place *p = place_at(doc, i);

		p->draft = publish_begin(d->publisher, path, &j->diags);
		ok = p->draft && publish_append(
		    p->draft, &first, 1, &j->diags);
	}
	buf_free(&head);
	buf_free(&tail);
	return ok;
}

static bool
append_entries(struct documents *d, struct job *j, size_t format, str *parts)
{
	struct document *doc = &j->in[format];
	size_t n = add_entries(d, j, format, parts);
	bool ok = doc->own.draft || begin_draft(d, j, format);

	doc->size += size_of(parts, n);
	/* It will not be published: the draft need not grow. */
	if (gate_is_too_large(d->site, doc->size))
		return ok;
	for (size_t i = 0; ok && i <= j->feed->also[format].count; i++)
		ok = publish_append(
		    place_at(doc, i)->draft, parts, n, &j->diags);
	return ok;
}

static void
write_ahead(void *ctx, size_t worker, size_t i)
{
	struct documents *d = ctx;
	struct job *j = &d->jobs[i];
	str *parts;

	(void)worker;
	if (j->is_done || j->ahead == j->kept || j->has_failed)
		return;
	parts = mem_alloc(
	    MOST_PARTS * (j->kept - j->ahead) * sizeof *parts);
	for (size_t k = 0; !j->has_failed && k < d->site->plan.n_formats; k++)
		if (j->feed->path[k].len)
			j->has_failed = !append_entries(d, j, k, parts);
	mem_free(parts);
	let_entries_go(d, j);
	if (j->has_failed)
		atomic_store(&d->has_failed, true);
}

static void
advance_job(void *ctx, size_t worker, size_t i)
{
	struct documents *d = ctx;
	struct job *j = &d->jobs[i];

	if (j->is_done || atomic_load(&d->has_failed))
		return;
	take_entries(d, j);
	if (j->next == j->feed->count)
		finish_job(d, j, worker);
	if (j->has_failed)
		atomic_store(&d->has_failed, true);
}

/* ---- all documents ---- */

bool
documents_advance(struct documents *d)
{
	d->is_unread = d->is_unread || entries_may_pass(d->entries);
	pool_run(d->threads, d->n_jobs, advance_job, d);
	/* A dry run has no drafts to write to. */
	if (entries_held(d->entries) > d->hold &&
	    !publish_is_dry(d->publisher))
		pool_run(d->threads, d->n_jobs, write_ahead, d);
	return !atomic_load(&d->has_failed);
}

static void
check_size(str path, size_t size, struct diags *diags)
{
	struct source src = {path, {0}};

	if (size > LARGE)
		diag_add(diags,
		    size > TOO_LARGE ? DIAG_FEED_TOO_LARGE : DIAG_FEED_LARGE,
		    &src, (struct mark){0}, "%zu KiB", size / 1024);
}

const struct published *
documents_result(const struct documents *d, size_t feed, size_t format,
    size_t i)
{
	return &place_at(&d->jobs[feed].in[format], i)->result;
}

/* Whether the file stays at any path of a document. */
static bool
is_refused(const struct job *j, size_t format)
{
	struct document doc = j->in[format];
	bool refused = false;

	for (size_t i = 0; i <= j->feed->also[format].count; i++)
		refused |= place_at(&doc, i)->result.refused;
	return refused;
}

size_t
documents_refused(const struct documents *d)
{
	size_t n = 0;

	for (size_t i = 0; i < d->n_jobs; i++)
		for (size_t k = 0; k < d->site->plan.n_formats; k++)
			n += is_refused(&d->jobs[i], k);
	return n;
}

void
documents_tell(str path, const struct published *result,
    void (*changed)(void *ctx, str path), void *ctx)
{
	struct buf b = {0};

	if (result->changed)
		changed(ctx, path);
	for (size_t i = 0; i < CODEC_COUNT; i++) {
		if (!result->siblings[i].changed)
			continue;
		buf_reset(&b);
		buf_add(&b, path);
		buf_add(&b, compress_endings[i]);
		changed(ctx, buf_str(&b));
	}
	buf_free(&b);
}

static void
report_document(const struct job *j, size_t format,
    void (*changed)(void *ctx, str path), void *ctx, struct diags *diags)
{
	struct document doc = j->in[format];
	str path;

	check_size(j->feed->path[format], doc.size, diags);
	for (size_t i = 0; (path = feed_path(j->feed, format, i)).len; i++)
		if (changed)
			documents_tell(path, &place_at(&doc, i)->result,
			    changed, ctx);
}

void
documents_report(struct documents *d, void (*changed)(void *ctx, str path),
    void *ctx, struct diags *diags)
{
	bool failed = false;

	for (size_t i = 0; i < d->n_jobs; i++) {
		struct job *j = &d->jobs[i];

		/* Report the first failure only: the number of other documents
		 * that had begun depends on the threads. */
		if (failed && j->has_failed)
			diags_free(&j->diags);
		failed |= j->has_failed;
		diags_move(diags, &j->diags);
		for (size_t k = 0; k < d->site->plan.n_formats; k++)
			report_document(j, k, changed, ctx, diags);
	}
}
