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
#include "documents.h"
#include "entries.h"

/* Of posts that were read and wait to be rendered. */
enum { KEEP_TEXTS = 24 * 1024 * 1024 };

/* ---- publishing ---- */

static struct publisher *
open_folder(const struct build_options *o, struct site *s,
    struct diags *diags)
{
	str folder = o->folder ? str_of(o->folder)
	    : path_join(&s->arena, s->config.dir, s->config.feeds.folder);

	return o->dry ? publish_open_dry(folder, diags)
	              : publish_open(folder, diags);
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

/* Nor must feeds become empty because no post could be rendered, as where the
 * site's pages are not built yet. */
static bool
would_empty(struct site *s, const struct entries *e)
{
	if (!entries_have_failed(e))
		return false;
	diag_add(&s->diags, DIAG_WOULD_EMPTY, NULL, (struct mark){0},
	    "no post is left in any feed: %zu have errors",
	    site_count(s, SKIP_ERROR));
	return true;
}

/* Renders the entries and hands in the documents, side by side. */
static bool
make_documents(const struct build_options *o, struct site *s,
    struct entries *e, struct publisher *p, const bool *needed,
    struct diags *diags)
{
	struct documents *d = documents_open(s, e, p, needed);
	bool ok;

	do
		ok = documents_take(d);
	while (ok && entries_next(e));
	entries_report(e);
	documents_close(d, o->changed, o->ctx, diags);
	return ok;
}

static enum outcome
publish(const struct build_options *o, struct site *s,
    struct publisher *p, struct diags *diags)
{
	bool *needed = arena_array(&s->arena, s->plan.n_feeds, sizeof *needed);
	struct entries *e;
	enum outcome outcome = OUTCOME_WRITE;

	for (size_t i = 0; i < s->plan.n_feeds; i++)
		needed[i] = true;
	e = entries_open(s, o, needed);
	if (make_documents(o, s, e, p, needed, diags))
		outcome = would_empty(s, e) ? OUTCOME_REFUSED
		    : o->dry || publish_commit(p) ? OUTCOME_OK
		    : OUTCOME_WRITE;
	entries_close(e);
	/* A feed may have no post only because the post cannot be read. */
	if (outcome == OUTCOME_OK && site_count(s, SKIP_ERROR) == 0 &&
	    !prune(p, s))
		outcome = OUTCOME_WRITE;
	return outcome;
}

/* ---- all of it ---- */

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
	struct site_options so = o->site;
	enum outcome outcome;

	so.keep = KEEP_TEXTS;
	outcome = site_open(&s, &so);
	*report = (struct build_report){0};
	if (outcome <= OUTCOME_POSTS) {
		struct publisher *p = open_folder(o, &s, &publishing);

		enum outcome end = p ? publish(o, &s, p, &publishing)
		                     : OUTCOME_WRITE;

		if (end != OUTCOME_OK)
			outcome = end;
		else if (site_count(&s, SKIP_ERROR))
			outcome = OUTCOME_POSTS;
		if (p)
			report->files = publish_counts(p);
		publish_close(p);
	}
	fill_report(report, &s);
	site_take_diags(&s, diags);
	diags_move(diags, &publishing);
	site_close(&s);
	if (outcome == OUTCOME_OK && o->strict && diags->counts[DIAG_WARNING])
		outcome = OUTCOME_POSTS;
	return outcome;
}
