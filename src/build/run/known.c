/* SPDX-License-Identifier: MIT
 * known: which feeds a run must make, and what it records for the next run. */
#include "build/run/known.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "base/core/pool.h"
#include "base/data/data_codes.h"
#include "build/memory/memos.h"
#include "build/run/documents.h"
#include "build/run/entries.h"
#include "build/site/site.h"
#include "publish/publish.h"

/* ---- before rendering ---- */

static void
find_posts(struct known *k)
{
	const struct plan *plan = &k->site->plan;

	k->in_feed = arena_array(&k->site->arena, k->site->n_posts,
	    sizeof *k->in_feed);
	for (size_t i = 0; i < plan->n_feeds; i++)
		for (size_t n = 0; !k->stays[i] && n < plan->feeds[i].count;
		     n++)
			k->in_feed[plan->feeds[i].posts[n] -
			    k->site->posts] = true;
}

static void
drop_failed(const struct known *k, struct feed *f)
{
	size_t kept = 0;

	for (size_t i = 0; i < f->count; i++) {
		struct post *p = f->posts[i];
		const struct entry_memo *m = memos_current(k->memos, p);

		if (m && m->failed)
			p->skip = SKIP_ERROR;
		else
			f->posts[kept++] = p;
	}
	if (kept < f->count)
		feed_keep(f, kept);
}

struct comparing {
	const struct known *known;
	int root; /* the published folder; -1: it does not exist */
	bool has_failed;
};

/* Whether the compressed files beside a document are those of its memo. */
static bool
siblings_are_current(const struct comparing *c, str path)
{
	const struct known *k = c->known;
	struct arena a = {0};
	bool same = true;

	for (int i = 0; i < CODEC_COUNT && same; i++) {
		str sibling = memos_sibling(&a, path, i);
		const struct document_memo *d;

		if (!(k->site->config.feeds.compress & 1 << i))
			continue;
		d = memos_document(k->memos, sibling);
		same = d && memos_is_published(d, c->root, sibling);
	}
	arena_free(&a);
	return same;
}

/* Whether a feed in a format exists at all its paths and has the same
 * inputs. */
static bool
is_current(const struct comparing *c, const struct feed *f, size_t format)
{
	const struct known *k = c->known;
	const struct document_memo *own =
	    memos_document(k->memos, f->path[format]);
	str path;

	for (size_t i = 0; (path = feed_path(f, format, i)).len; i++) {
		const struct document_memo *d =
		    memos_document(k->memos, path);

		if (d == NULL || !memos_is_published(d, c->root, path) ||
		    !digest_eq(d->from, own->from) ||
		    !siblings_are_current(c, path))
			return false;
	}
	return digest_eq(own->from,
	    memos_document_key(k->memos, k->site, f, format));
}

/* Reports from errno that a file or folder may exist. */
static void
report_unreadable(struct comparing *c, str path)
{
	struct source src = {path, {0}};

	diag_add(&c->known->site->diags, DIAG_FILE_UNREADABLE, &src,
	    (struct mark){0}, "%s", strerror(errno));
	c->has_failed = true;
}

/* Whether a file exists and an earlier run did not fail to replace it. If so,
 * records its stamp in its memo. */
static bool
learn_document(struct comparing *c, str path)
{
	const struct known *k = c->known;
	const struct document_memo *memo = memos_document(k->memos, path);
	struct arena a = {0};
	struct stamp stamp;
	bool found = memos_look(c->root, path, &stamp) &&
	    !(memo && stamp_is_unknown(memo->stamp));

	if (found)
		memos_add_document(k->memos, path)->stamp = stamp;
	else if (stamp_is_unknown(stamp))
		report_unreadable(c, path_join(&a, k->folder, path));
	arena_free(&a);
	return found;
}

/* Whether an archive needs no change: it was full before this run, and it
 * exists with its compressed files. It has one path in one format. */
static bool
archive_stays(struct comparing *c, const struct feed *f)
{
	long codecs = c->known->site->config.feeds.compress;
	struct arena a = {0};
	size_t n = 0;
	bool stays;

	while (f->path[n].len == 0)
		n++;
	stays = f->history && f->history->was_full &&
	    learn_document(c, f->path[n]);
	for (int i = 0; i < CODEC_COUNT && stays; i++)
		if (codecs & 1 << i)
			stays = learn_document(
			    c, memos_sibling(&a, f->path[n], i));
	arena_free(&a);
	return stays;
}

/* Marks a feed as needed unless all its documents exist and have the same
 * inputs. */
static void
compare_feed(void *ctx, size_t worker, size_t i)
{
	const struct comparing *c = ctx;
	const struct known *k = c->known;
	const struct feed *f = &k->site->plan.feeds[i];
	bool needed = false;

	(void)worker;
	if (k->stays[i])
		return;
	for (size_t n = 0; n < k->site->plan.n_formats && !needed; n++)
		needed = f->path[n].len && !is_current(c, f, n);
	k->needed[i] = needed;
}

bool
known_compare(struct known *k, struct site *s, struct memos *memos,
    str folder, const struct diags *lost)
{
	struct comparing c = {k, -1, false};

	*k = (struct known){
		.site = s, .memos = memos, .folder = folder};
	k->needed = arena_array(
	    &s->arena, s->plan.n_feeds, sizeof *k->needed);
	k->stays = arena_array(&s->arena, s->plan.n_feeds, sizeof *k->stays);
	c.root = open(arena_cstr(&s->arena, folder), O_PATH | O_CLOEXEC);
	if (c.root < 0 && !file_is_absent(errno))
		report_unreadable(&c, folder);
	for (size_t i = s->plan.n_feeds - s->plan.n_archives;
	     i < s->plan.n_feeds; i++)
		k->stays[i] = archive_stays(&c, &s->plan.feeds[i]);
	find_posts(k);
	memos_stamp_files(memos, s);
	memos_set_posts(memos, s);
	for (size_t i = 0; lost->first && i < s->n_posts; i++)
		memos_lose(memos, &s->posts[i], lost);
	for (size_t i = 0; i < s->plan.n_feeds && memos->entries.count; i++)
		drop_failed(k, &s->plan.feeds[i]);
	pool_run(s->threads, s->plan.n_feeds, compare_feed, &c);
	if (c.root >= 0)
		close(c.root);
	timing_end(&s->timing, STAGE_COMPARE);
	return !c.has_failed;
}

/* ---- while rendering ---- */

/* The memo of a post that this run does not render, or NULL. The post must be
 * in a feed, or left out only because it cannot be rendered. */
static const struct entry_memo *
memo_of(const struct known *k, const struct entries *e, size_t i)
{
	const struct post *p = &k->site->posts[i];

	if (!k->in_feed[i] || entries_want(e, p))
		return NULL;
	return memos_current(k->memos, p);
}

void
known_recall(const struct known *k, struct entries *e)
{
	for (size_t i = 0; k->memos->entries.count && i < k->site->n_posts;
	     i++) {
		const struct entry_memo *m = memo_of(k, e, i);

		if (m)
			entries_recall(e, &k->site->posts[i], m);
	}
}

/* ---- after publishing ---- */

static bool
remember_entries(const struct known *k, const struct entries *e,
    struct memos *next)
{
	const struct entry_memo *m;
	size_t at = 0;
	bool retry = false;

	for (size_t i = 0; k->memos->entries.count && i < k->site->n_posts;
	     i++) {
		m = memo_of(k, e, i);
		if (m)
			*memos_add_entry(next, k->site->posts[i].path) = *m;
	}
	entries_remember(e, next);
	memos_set_keys(next, k->site);
	while ((m = table_next(&next->entries, &at, NULL)) != NULL)
		retry |= m->from.nowhere;
	return retry;
}

struct remembering {
	const struct known *known;
	const struct memos *next;
	struct digest *from; /* of each feed in each format */
};

static void
find_key(void *ctx, size_t worker, size_t i)
{
	const struct remembering *r = ctx;
	const struct known *k = r->known;
	size_t n = k->site->plan.n_formats;
	const struct feed *f = &k->site->plan.feeds[i];

	(void)worker;
	for (size_t m = 0; m < n; m++)
		if (f->path[m].len)
			r->from[i * n + m] = k->needed[i]
			    ? memos_document_key(r->next, k->site, f, m)
			    : memos_document(k->memos, f->path[m])->from;
}

static void
remember_documents(const struct known *k, const struct documents *d,
    struct memos *next)
{
	const struct plan *plan = &k->site->plan;
	size_t n = plan->n_formats;
	struct remembering r = {k, next, mem_alloc(
	    plan->n_feeds * n * sizeof *r.from)};

	pool_run(k->site->threads, plan->n_feeds, find_key, &r);
	for (size_t i = 0; i < plan->n_feeds * n; i++) {
		const struct feed *f = &plan->feeds[i / n];
		str path;

		for (size_t at = 0; (path = feed_path(f, i % n, at)).len;
		     at++) {
			memos_add_published(next, path, r.from[i],
			    k->site->config.feeds.compress,
			    documents_result(d, i / n, i % n, at));
		}
	}
	mem_free(r.from);
}

/* A feed whose term has no posts is reported on every run until it is removed:
 * its memo keeps a run current only while the file is there. */
static void
remember_stale(const struct known *k, const struct publisher *p,
    struct memos *next)
{
	const char *path;

	for (size_t i = 0; (path = publish_stale(p, i)) != NULL; i++)
		memos_add_document(next, str_of(path))->stamp =
		    memos_stamp(file_look(path_join(
		    &next->arena, k->folder, str_of(path)).ptr));
}

/* A file that could not be renamed must be made again, also if it is an archive
 * that is full by now. */
static void
forget_document(void *next, str path)
{
	memos_add_document(next, path)->stamp = stamp_unknown;
}

bool
known_remember(const struct known *k, const struct entries *e,
    const struct documents *d, const struct publisher *p,
    struct memos *next)
{
	bool retry = remember_entries(k, e, next) || entries_may_pass(e);

	remember_documents(k, d, next);
	remember_stale(k, p, next);
	publish_each_failed(p, forget_document, next);
	return retry;
}
