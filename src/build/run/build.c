/* SPDX-License-Identifier: MIT
 * build: one run, from config to published files.
 *
 *     config -> posts -> feeds -> entries -> documents -> published files
 *
 * The site reads the config and the posts, and plans what is in which feed.
 * The entries that the plan names are rendered, once each and on all cores,
 * and the documents are put together from the finished entries, judged and
 * published.
 * What an earlier run made already, state knows: where that is everything,
 * the run ends before the first post is opened. */
#include "build/run/build.h"

#include "base/core/file.h"
#include "base/core/version.h"
#include "build/run/build_codes.h"
#include "feed/formats/format.h"
#include "build/run/announce.h"
#include "build/run/companions.h"
#include "build/guard/ids.h"
#include "build/memory/known.h"
#include "build/memory/state.h"

/* Of posts that were read and wait to be rendered. */
enum { KEEP_TEXTS = 24 * 1024 * 1024 };

/* A run on its way. */
struct run {
	const struct build_options *options;
	struct build_report *report;
	struct site site;
	str folder;            /* where the feeds go */
	struct state *state;   /* of earlier runs; NULL: none is kept */
	struct memos none;     /* what is known where there is none */
	struct publisher *publisher;
	struct known known;
	struct entries *entries;
	struct documents *documents;
	struct announce announce;
	struct guard *guard;   /* NULL: new ids are accepted */
	struct companions companions;
	struct diags diags;    /* of publishing */
};

/* ---- before ---- */

/* A run that writes nothing looks at everything. */
static void
open_state(struct run *r)
{
	const struct build_options *o = r->options;

	r->folder = o->folder ? str_of(o->folder)
	    : path_join(&r->site.arena, r->site.config.dir,
	    r->site.config.feeds.folder);
	if (!o->dry)
		r->state = state_open(&r->site, &o->site, r->folder);
	timing_end(&r->site.timing, STAGE_STATE);
}

/* The posts that are not known, and the plan of all. */
static enum outcome
read_and_plan(struct run *r)
{
	struct site_options o = r->options->site;
	const bool *known;
	enum outcome outcome;

	if (!ids_parse(&r->site))
		return OUTCOME_CONFIG;
	known = r->state ? state_fill(r->state, o.now) : NULL;
	o.keep = KEEP_TEXTS;
	outcome = site_read(&r->site, &o, known);
	return outcome == OUTCOME_OK ? site_plan(&r->site) : outcome;
}

/* ---- publishing ---- */

/* Renders the entries and hands in the documents, side by side. */
static enum outcome
make_documents(struct run *r)
{
	const struct build_options *o = r->options;
	void (*changed)(void *ctx, str path);
	bool ok, passes;

	r->entries = entries_open(
	    &r->site, o, r->known.needed, r->known.stays);
	r->documents = documents_open(&r->site, r->entries, r->publisher,
	    r->known.needed, r->known.memos);
	if (o->hold)
		documents_hold(r->documents, o->hold);
	if (!o->accept_new_ids)
		r->guard = guard_open(&r->site, r->folder, o->site.now);
	documents_guard(r->documents, r->guard);
	do
		ok = documents_take(r->documents);
	while (ok && entries_next(r->entries));
	known_recall(&r->known, r->entries);
	entries_report(r->entries);
	passes = !ok || r->guard == NULL ||
	    guard_passes(r->guard, &r->diags);
	changed = passes ? o->changed : NULL;
	documents_report(r->documents, changed, o->ctx, &r->diags);
	ok = ok && (!passes || companions_make(&r->companions, &r->site,
	    r->publisher, &r->diags));
	companions_report(&r->companions, changed, o->ctx);
	timing_end(&r->site.timing, STAGE_MAKE);
	return !ok ? OUTCOME_WRITE : passes ? OUTCOME_OK : OUTCOME_REFUSED;
}

/* Nor must feeds become empty because no post could be rendered, as where the
 * site's pages are not built yet. */
static bool
would_empty(struct run *r)
{
	const struct site *s = &r->site;
	size_t failed = 0;

	for (size_t i = 0; i < s->n_posts; i++) {
		if (r->known.in_feed[i] && s->posts[i].skip == SKIP_NONE)
			return false;
		failed += r->known.in_feed[i];
	}
	if (failed == 0)
		return false;
	diag_add(&r->site.diags, DIAG_WOULD_EMPTY, NULL, (struct mark){0},
	    "no post is left in any feed: %zu have errors",
	    r->report->skipped[SKIP_ERROR]);
	return true;
}

/* Feeds that an earlier run wrote and this one has no post for, and files
 * beside them that the config wants no more. A feed may have none only because
 * a post cannot be read. */
static bool
prune(struct run *r)
{
	static const char *const marks[] = {FEEDMILL_MARKS, NULL};
	static const char *const notices[] = {FEEDMILL_NOTICE, NULL};
	str feeds[MOST_FORMATS + 1] = {S(".xml")}, others[MOST_COMPANIONS];
	struct own_files kinds[] = {
		{feeds, 1, marks, 16384, false,
			"no post is in this feed any more"},
		{others, 0, notices, 128, true,
			"the config does not ask for this file any more"},
		{0},
	};

	if (r->report->skipped[SKIP_ERROR])
		return true;
	for (size_t i = 0; format_at(i); i++)
		feeds[kinds[0].n++] = str_of(format_at(i)->extension);
	for (size_t i = 0; companion_at(i); i++)
		others[kinds[1].n++] = str_of(companion_at(i)->extension);
	return publish_prune(
	    r->publisher, kinds, r->site.config.feeds.prune);
}

/* The ledger is staged first, since what cannot be remembered must not be
 * promised, and gets its name last. Whoever is killed in between tells hubs of
 * what did not change, rather than never of what did. */
static enum outcome
commit(struct run *r)
{
	enum outcome outcome;

	if (r->options->dry)
		return prune(r) ? OUTCOME_OK : OUTCOME_WRITE;
	outcome = ids_stage(&r->site, &r->diags);
	if (outcome != OUTCOME_OK)
		return outcome;
	announce_owe(
	    &r->announce, &r->site.plan, r->documents, &r->diags);
	return publish_commit(r->publisher) &&
	    ids_commit(&r->site, &r->diags) && prune(r) ? OUTCOME_OK
	    : OUTCOME_WRITE;
}

static enum outcome
publish(struct run *r)
{
	bool dry = r->options->dry;
	enum outcome outcome = OUTCOME_WRITE;

	r->publisher = dry ? publish_open_dry(r->folder, &r->diags)
	                   : publish_open(r->folder, &r->diags);
	if (r->publisher == NULL)
		return outcome;
	publish_compress(r->publisher, r->site.config.feeds.compress);
	known_compare(&r->known, &r->site,
	    r->state ? state_memos(r->state) : &r->none, r->folder);
	outcome = make_documents(r);
	site_survey(&r->site, r->report->skipped);
	if (outcome == OUTCOME_OK)
		outcome = would_empty(r) ? OUTCOME_REFUSED : commit(r);
	r->report->files = publish_counts(r->publisher);
	timing_end(&r->site.timing, STAGE_COMMIT);
	return outcome;
}

/* ---- afterwards ---- */

static void
fill_report(struct run *r)
{
	r->report->posts = r->site.n_posts;
	r->report->read = r->site.n_read;
	if (r->entries) {
		r->report->rendered = entries_count(r->entries);
		r->report->serialized = entries_count_forms(r->entries);
	}
	/* Publishing has done so already. */
	if (r->documents == NULL)
		site_survey(&r->site, r->report->skipped);
	r->report->feeds = r->site.plan.n_feeds - r->site.plan.n_archives;
}

static void
save_state(struct run *r, enum outcome outcome, struct diags *diags)
{
	struct memos next = {0};
	bool retry;

	if (r->state == NULL)
		return;
	retry = known_remember(&r->known, r->entries, r->documents,
	    r->publisher, r->folder, &next);
	companions_remember(&r->companions, &r->site.config, &next);
	state_save(r->state, &next, retry, r->report, outcome, diags);
	diags_move(diags, &r->site.diags);
	memos_free(&next);
	timing_end(&r->site.timing, STAGE_SAVE);
}

static void
close_run(struct run *r)
{
	r->report->timing = r->site.timing;
	if (r->entries)
		entries_close(r->entries);
	guard_close(r->guard);
	publish_close(r->publisher);
	announce_close(&r->announce);
	memos_free(&r->none);
	state_close(r->state);
	site_close(&r->site);
}

/* Nobody need wait for the folder meanwhile. */
static void
tell_hubs(struct run *r, struct diags *diags)
{
	publish_close(r->publisher);
	r->publisher = NULL;
	announce_tell(&r->announce, &r->report->pings, diags);
}

/* All of a run that found something to do. */
static enum outcome
run_all(struct run *r, struct diags *diags)
{
	enum outcome outcome = read_and_plan(r);
	bool published = false;

	if (outcome <= OUTCOME_POSTS) {
		enum outcome end = publish(r);

		published = end == OUTCOME_OK;
		if (!published)
			outcome = end;
		else if (r->report->skipped[SKIP_ERROR] ||
		    documents_refused(r->documents))
			outcome = OUTCOME_POSTS;
	}
	fill_report(r);
	site_take_diags(&r->site, diags);
	diags_move(diags, &r->diags);
	if (published)
		save_state(r, outcome, diags);
	return outcome;
}

enum outcome
build_run(const struct build_options *o, struct build_report *report,
    struct diags *diags)
{
	struct run r = {.options = o, .report = report};
	enum outcome outcome;

	*report = (struct build_report){0};
	outcome = site_find(&r.site, &o->site);
	announce_open(&r.announce, &r.site.config);
	if (outcome == OUTCOME_OK && o->ping &&
	    !announce_has_hub(&r.site.config, &r.site.diags))
		outcome = OUTCOME_CONFIG;
	if (outcome == OUTCOME_OK) {
		open_state(&r);
		if (r.state == NULL || !state_is_current(r.state, o->site.now,
		    report, &outcome, diags))
			outcome = run_all(&r, diags);
	} else
		fill_report(&r);
	diags_move(diags, &r.site.diags);
	if (o->ping && !o->dry && outcome <= OUTCOME_POSTS)
		tell_hubs(&r, diags);
	close_run(&r);
	if (outcome == OUTCOME_OK && o->strict && diags->counts[DIAG_WARNING])
		outcome = OUTCOME_POSTS;
	return outcome;
}
