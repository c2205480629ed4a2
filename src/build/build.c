/* SPDX-License-Identifier: MIT
 * build: one run, from config to published files.
 *
 *     config -> posts -> feeds -> entries -> documents -> published files
 *
 * site_open goes as far as the feeds: it reads the config and the posts and
 * plans what is in which feed. Here the entries that the plan names are
 * rendered, once each and on all cores, and the documents are put together
 * from the finished entries and published. */
#include "build.h"

#include "../base/file.h"
#include "../base/version.h"
#include "../feed/format.h"
#include "render.h"

/* The largest documents that readers take without trouble, and at all (feed
 * rule 39). */
enum { LARGE = 512 * 1024, TOO_LARGE = 2 * 1024 * 1024 };

static void
check_size(str path, size_t size, struct diags *diags)
{
	struct source src = {path, {0}};

	if (size > LARGE)
		diag_add(diags,
		    size > TOO_LARGE ? DIAG_FEED_TOO_LARGE : DIAG_FEED_LARGE,
		    &src, (struct mark){0}, "%zu KiB", size / 1024);
}

/* Puts together and hands in the documents of one feed. */
static bool
publish_feed(struct publisher *p, const struct build_options *o,
    const struct site *s, const struct rendered *r, struct feed *f,
    struct diags *diags)
{
	str *entries = mem_alloc(f->count * sizeof *entries);
	struct buf document = {0};
	size_t before;
	bool ok = true;

	for (size_t k = 0; ok && k < s->plan.n_formats; k++) {
		if (f->path[k].len == 0)
			continue;
		for (size_t i = 0; i < f->count; i++)
			entries[i] = rendered_piece(r, f->posts[i], f->cut, k);
		buf_reset(&document);
		s->plan.formats[k]->write_feed(
		    &document, f, f->url[k], entries, &s->config);
		check_size(f->path[k], document.len, diags);
		before = publish_counts(p).written;
		ok = publish_add(p, f->path[k], buf_str(&document));
		if (o->changed && publish_counts(p).written > before)
			o->changed(o->ctx, f->path[k]);
	}
	buf_free(&document);
	mem_free(entries);
	return ok;
}

/* Feeds that an earlier run wrote and this one has no post for. */
static bool
prune(struct publisher *p, const struct site *s)
{
	str extensions[MOST_FORMATS + 1] = {S(".xml")};
	size_t n = 1;

	for (; format_at(n - 1); n++)
		extensions[n] = str_of(format_at(n - 1)->extension);
	return publish_prune(p, extensions, n, S(FEEDMILL_MARK),
	    s->config.feeds.prune);
}

static bool
publish(const struct build_options *o, struct site *s,
    const struct rendered *r, struct build_report *report,
    struct diags *diags)
{
	str folder = o->folder ? str_of(o->folder)
	    : path_join(&s->arena, s->config.dir, s->config.feeds.folder);
	struct publisher *p = o->dry ? publish_open_dry(folder, diags)
	                             : publish_open(folder, diags);
	bool ok = p != NULL;

	for (size_t i = 0; ok && i < s->plan.n_feeds; i++)
		ok = publish_feed(
		    p, o, s, r, &s->plan.feeds[i], diags);
	ok = ok && (o->dry || publish_commit(p));
	/* A feed may have no post only because the post cannot be read. */
	if (ok && site_count(s, SKIP_ERROR) == 0)
		ok = prune(p, s);
	if (p)
		report->files = publish_counts(p);
	publish_close(p);
	return ok;
}

/* Nor must feeds become empty because no post could be rendered, as where the
 * site's pages are not built yet. */
static bool
would_empty(struct site *s, const struct rendered *r)
{
	if (!rendered_has_failed(r))
		return false;
	diag_add(&s->diags, DIAG_WOULD_EMPTY, NULL, (struct mark){0},
	    "no post is left in any feed: %zu have errors",
	    site_count(s, SKIP_ERROR));
	return true;
}

static void
fill_report(struct build_report *report, const struct site *s)
{
	report->posts = s->n_posts;
	for (int k = 0; k < SKIP_COUNT; k++)
		report->skipped[k] = site_count(s, (enum skip)k);
	report->feeds = s->plan.n_feeds;
}

enum outcome
build_run(const struct build_options *o, struct build_report *report,
    struct diags *diags)
{
	struct site s;
	struct diags publishing = {0};
	enum outcome outcome = site_open(&s, &o->site);

	*report = (struct build_report){0};
	if (outcome <= OUTCOME_POSTS) {
		struct rendered *r = render_site(&s, o);

		if (would_empty(&s, r))
			outcome = OUTCOME_REFUSED;
		else if (!publish(o, &s, r, report, &publishing))
			outcome = OUTCOME_WRITE;
		else if (site_count(&s, SKIP_ERROR))
			outcome = OUTCOME_POSTS;
		rendered_free(r);
	}
	fill_report(report, &s);
	site_take_diags(&s, diags);
	diags_move(diags, &publishing);
	site_close(&s);
	if (outcome == OUTCOME_OK && o->strict && diags->counts[DIAG_WARNING])
		outcome = OUTCOME_POSTS;
	return outcome;
}
