/* SPDX-License-Identifier: MIT
 * build: one run, from config to published files.
 *
 *     config -> posts -> feeds -> entries -> documents -> published files
 *
 * build_run finds the posts and asks the state of earlier runs whether
 * anything is new. If so, run_stages works through `stages`, the list of what
 * a run does. */
#include "build/run/build.h"

#include <stdlib.h>
#include <unistd.h>

#include "base/core/file.h"
#include "base/core/version.h"
#include "base/process/confine.h"
#include "base/process/crew.h"
#include "build/codes/build_codes.h"
#include "build/guard/guard.h"
#include "build/guard/guard_stale.h"
#include "build/memory/memos.h"
#include "build/memory/state.h"
#include "build/run/announce.h"
#include "build/run/companions.h"
#include "build/run/documents.h"
#include "build/run/entries.h"
#include "build/run/known.h"
#include "build/site/ids.h"
#include "build/site/site.h"
#include "build/site/untaken.h"
#include "build/witness/witness.h"
#include "content/entry/convert.h"
#include "feed/formats/format.h"
#include "post/front/text_format.h"

/* The state of one run, shared by its stages. */
struct run {
	const struct build_options *options;
	struct build_report *report;
	struct site site;
	str folder;            /* where the feeds go */
	struct state *state;   /* of earlier runs; NULL: none is kept */
	struct memos none;     /* the memos if there is no state */
	struct publisher *publisher;
	struct known known;
	struct entries *entries;
	struct documents *documents;
	struct announce announce;
	struct guard *guard;
	struct companions companions;
	struct diags *lost;    /* a report for each post that earlier tries
	                        * could not judge */
	bool is_last;          /* no try follows, even if posts are lost */
	bool again;            /* posts were lost: nothing was published, and
	                        * another try follows */
	bool is_ended;         /* no file is a post: nothing is published */
	bool is_partial;       /* not all could be published, or not all
	                        * addresses have pages: the next run tries
	                        * again */
	struct diags diags;    /* of publishing */
};

/* ---- the stages ---- */

static enum outcome
read_posts(struct run *r)
{
	const struct site_options *o = &r->options->site;

	if (!ids_parse(&r->site))
		return OUTCOME_CONFIG;
	return site_read(&r->site, o,
	    r->state ? state_fill(r->state, o->now) : NULL);
}

/* Adds the format of a post to a list of words, once. */
static void
add_format(struct buf *list, str path)
{
	str name = str_of(text_format_of(path)->name);

	if (!str_has_word(buf_str(list), name, str_eq))
		buf_printf(list, "%s%.*s", list->len ? " " : "",
		    STR_ARG(name));
}

/* Leaves out posts that have no text: no program of content.convert, and no
 * page. Feeds that have such posts stay unchanged, since the next run may find
 * their pages. */
static enum outcome
refuse_posts_without_text(struct run *r)
{
	struct site *s = &r->site;
	const struct config *c = &s->config;
	const struct post *first = NULL;
	struct buf names = {0};
	size_t n = 0;

	for (size_t i = 0; i < s->n_posts; i++) {
		struct post *p = &s->posts[i];

		if (p->skip != SKIP_NONE || c->content.has_pages ||
		    !convert_is_for(c, p->path) || convert_command(c, p->path))
			continue;
		first = n++ ? first : p;
		add_format(&names, p->path);
		p->skip = SKIP_ERROR;
		p->is_unread = true;
	}
	r->is_partial |= n > 0;
	if (n)
		diag_add(&r->diags, DIAG_TEXT_UNKNOWN, &c->source,
		    (struct mark){0}, "%zu post%s such as '%.*s' %s no text: "
		    "name a program for %s under content.convert, or build "
		    "the site into content.pages, '%.*s'", n,
		    n == 1 ? "" : "s", STR_ARG(first->path),
		    n == 1 ? "has" : "have", buf_cstr(&names),
		    STR_ARG(c->content.pages));
	buf_free(&names);
	return n ? OUTCOME_POSTS : OUTCOME_OK;
}

static enum outcome
plan_feeds(struct run *r)
{
	return site_plan(&r->site);
}

/* Whether a feed of the config is in its folder. */
static bool
is_published(const struct run *r)
{
	const struct plan *plan = &r->site.plan;
	struct arena a = {0};
	bool found = false;

	for (size_t i = 0; i < plan->n_feeds * plan->n_formats && !found;
	     i++) {
		str path = plan->feeds[i / plan->n_formats]
		    .path[i % plan->n_formats];

		found = path.len &&
		    access(path_join(&a, r->folder, path).ptr, F_OK) == 0;
	}
	arena_free(&a);
	return found;
}

/* Reports addresses without a page. The feeds are published nevertheless: their
 * readers already have the posts, and the pages may be wrong, not the
 * addresses. */
static enum outcome
look_up_addresses(struct run *r)
{
	size_t errors = r->site.diags.counts[DIAG_ERROR];

	r->is_partial |= !witness_report(&r->site, &r->options->site,
	    &r->site.diags);
	return r->site.diags.counts[DIAG_ERROR] > errors ? OUTCOME_POSTS
	    : OUTCOME_OK;
}

/* A new site without files gets empty feeds. If there are files and none is a
 * post, the config is wrong: nothing is written. */
static enum outcome
judge_holding(struct run *r)
{
	enum outcome outcome = untaken_judge(&r->site);

	r->is_ended = outcome != OUTCOME_OK;
	return outcome;
}

/* If there are published feeds, the guard says what they would lose. */
static enum outcome
refuse_missing_posts(struct run *r)
{
	return untaken_holding(&r->site) == HOLDS_POSTS || is_published(r)
	    ? OUTCOME_OK : judge_holding(r);
}

static enum outcome
open_folder(struct run *r)
{
	r->publisher = r->options->dry
	    ? publish_open_dry(r->folder, &r->diags)
	    : publish_open(r->folder, &r->diags);
	if (r->publisher == NULL)
		return OUTCOME_WRITE;
	publish_compress(r->publisher, r->site.config.feeds.compress);
	return OUTCOME_OK;
}

enum { MOST_WRITABLE = 5 };

/* Folders that the run may write to. */
struct writable {
	const char *folders[MOST_WRITABLE];
	size_t n;
};

/* Adds the folder of a file that the config names; of a link also that of its
 * target, which is replaced there. */
static void
add_folder_of(struct run *r, struct writable *w, str file)
{
	struct arena *a = &r->site.arena;
	str path = path_join(a, r->site.config.dir, file);
	char *target = realpath(path.ptr, NULL);
	str folder = path_dir(path);

	w->folders[w->n++] = folder.len ? arena_cstr(a, folder) : ".";
	if (target)
		w->folders[w->n++] =
		    arena_cstr(a, path_dir(str_of(target)));
	free(target);
}

/* From here on no fault can make this process write to anything but the folders
 * of feeds, state and ledger. */
static enum outcome
confine_writing(struct run *r)
{
	const struct config *c = &r->site.config;
	str files[] = {c->posts.state, c->ids.ledger};
	struct writable w = {{r->folder.ptr}, 1};

	if (!r->options->confine || r->options->dry)
		return OUTCOME_OK;
	for (size_t i = 0; i < sizeof files / sizeof *files; i++)
		if (files[i].len && !str_eq(files[i], S("none")))
			add_folder_of(r, &w, files[i]);
	confine_to_folders(w.folders, w.n, c->content.convert != NULL);
	return OUTCOME_OK;
}

static enum outcome
choose_feeds(struct run *r)
{
	return known_compare(&r->known, &r->site,
	    r->state ? state_memos(r->state) : &r->none, r->folder, r->lost)
	    ? OUTCOME_OK : OUTCOME_WRITE;
}

static void
start_guard(struct run *r)
{
	const struct build_options *o = r->options;

	r->guard = guard_open(&r->site, r->folder, &(struct guard_rules){
		.now = o->site.now,
		.is_clock = !o->site.now_is_given,
		.last_clock = r->state ? state_last_clock(r->state)
		    : state_read_clock(&r->site.config),
		.accept_new_ids = o->accept_new_ids,
		.accept_loss = o->accept_loss,
	});
}

/* Renders entries and assembles documents in turn. An entry leaves memory when
 * its last feed has it. */
static bool
make_documents(struct run *r)
{
	const struct build_options *o = r->options;
	bool ok;

	r->entries = entries_open(
	    &r->site, o, r->known.needed, r->known.stays);
	if (r->state && r->site.config.feeds.validate)
		entries_know_judged(r->entries, state_judged(r->state));
	start_guard(r);
	r->documents = documents_open(&r->site, r->entries, r->publisher,
	    &r->known, r->guard, o->hold);
	do
		ok = documents_advance(r->documents);
	while (ok && entries_next(r->entries));
	/* Pages that no other process shares cost nothing to write to. */
	crew_renew(r->site.crew, 0);
	known_recall(&r->known, r->entries);
	entries_report(r->entries);
	return ok && !entries_gave_up(r->entries, &r->diags);
}

static void
report_isolation(struct run *r)
{
	str lacks = crew_lacks(r->site.crew, &r->site.arena);

	if (lacks.len)
		diag_add(&r->diags, DIAG_ISOLATION_WEAK, NULL, (struct mark){0},
		    "posts are rendered without %.*s", STR_ARG(lacks));
}

/* A post that crashes the judge must not keep its feeds from being published:
 * the whole run begins again without that post. */
static bool
must_try_again(struct run *r)
{
	struct diags lost = {0};

	if (!entries_take_lost(r->entries, &lost))
		return false;
	diags_move(r->is_last ? &r->diags : r->lost, &lost);
	r->again = !r->is_last;
	return r->again;
}

/* Lists changed paths only after the guard has let them through. */
static enum outcome
make_feeds(struct run *r)
{
	const struct build_options *o = r->options;
	bool ok = make_documents(r), passes;
	void (*changed)(void *ctx, str path);

	if (must_try_again(r))
		return OUTCOME_WRITE;
	passes = !ok || guard_passes(r->guard, &r->diags);
	changed = passes ? o->changed : NULL;
	documents_report(r->documents, changed, o->ctx, &r->diags);
	report_isolation(r);
	ok = ok && (!passes || companions_make(&r->companions, &r->site,
	    r->publisher, r->folder, &r->diags));
	companions_report(&r->companions, changed, o->ctx);
	timing_end(&r->site.timing, STAGE_MAKE);
	site_survey(&r->site, r->report->skipped);
	return !ok ? OUTCOME_WRITE : passes ? OUTCOME_OK : OUTCOME_REFUSED;
}

/* Stops where the published feeds had nothing to lose. */
static enum outcome
refuse_lasting_lack(struct run *r)
{
	return r->options->accept_loss || !is_published(r) ? OUTCOME_OK
	    : judge_holding(r);
}

static enum outcome
refuse_missing_libraries(struct run *r)
{
	return site_lacks_library(&r->diags) ? OUTCOME_WRITE : OUTCOME_OK;
}

/* Refuses feeds that would become empty because no post could be rendered, for
 * example if the site's pages are not built yet. */
static enum outcome
refuse_empty_feeds(struct run *r)
{
	const struct site *s = &r->site;
	size_t failed = 0;

	for (size_t i = 0; i < s->n_posts; i++) {
		if (r->known.in_feed[i] && s->posts[i].skip == SKIP_NONE)
			return OUTCOME_OK;
		failed += r->known.in_feed[i];
	}
	if (failed == 0)
		return OUTCOME_OK;
	diag_add(&r->site.diags, DIAG_WOULD_EMPTY, NULL, (struct mark){0},
	    "no post is left in any feed: %zu have errors",
	    r->report->skipped[SKIP_ERROR]);
	return OUTCOME_REFUSED;
}

/* Stages the ledger first, because an id that cannot be recorded must not be
 * published, and renames it last. Records the pings as owed before the rename:
 * a run that is killed in between then sends one ping too many, never one too
 * few. Once a feed is published, all others are too, and the ledger, as far as
 * the system allows. */
static enum outcome
commit_files(struct run *r)
{
	enum outcome outcome;
	bool all;

	if (r->options->dry)
		return OUTCOME_OK;
	outcome = ids_stage(&r->site, &r->diags);
	if (outcome != OUTCOME_OK)
		return outcome;
	if (!announce_owe(
	    &r->announce, &r->site.plan, r->documents, &r->diags))
		return OUTCOME_WRITE;
	all = publish_commit(r->publisher);
	if (!publish_has_begun(r->publisher))
		return OUTCOME_WRITE;
	outcome = ids_commit(&r->site, &r->diags);
	all = all && outcome == OUTCOME_OK;
	r->is_partial |= !all;
	return all ? OUTCOME_OK : OUTCOME_POSTS;
}

static const char *
keep_feed(void *ctx, str file)
{
	return guard_stale_keeps(ctx, file);
}

/* The list of what configs wrote is beside the state. */
static struct written *
open_written(struct run *r)
{
	const struct config *c = &r->site.config;
	bool is_kept = !str_eq(c->posts.state, S("none"));
	str state = path_join(&r->site.arena, c->dir, c->posts.state);

	return written_open(&(struct writer){
		.list = is_kept ? arena_printf(&r->site.arena,
		    "%.*s.files", STR_ARG(state)).ptr : NULL,
		.config = str_of(r->options->site.config),
		.folder = r->folder,
		.dry = r->options->dry,
	}, &r->diags);
}

/* Finds feeds that an earlier run wrote and that have no posts now, and files
 * beside them that the config no longer wants. Finds none if posts have errors:
 * a feed may have no posts because of one. */
static enum outcome
prune_files(struct run *r)
{
	static const char *const notices[] = {FEEDMILL_NOTICE, NULL};
	const char *marks[MOST_FORMATS + 1] = {NULL};
	str feeds[2 * MOST_FORMATS], others[MOST_COMPANIONS];
	const struct own_files none = {0};
	struct own_files kinds[] = {
		{feeds, 0, marks, 16384, false,
			"this feed has no posts now", keep_feed, r->guard},
		{others, 0, notices, 128, true,
			"the config no longer asks for this file", NULL, NULL},
		{0},
	};
	struct written *written;
	bool ok;

	for (size_t i = 0; formats[i]; i++) {
		marks[i] = formats[i]->mark;
		feeds[kinds[0].n++] = str_of(formats[i]->extension);
		if (formats[i]->extension_too)
			feeds[kinds[0].n++] =
			    str_of(formats[i]->extension_too);
	}
	for (size_t i = 0; companion_at(i); i++)
		others[kinds[1].n++] = str_of(companion_at(i)->extension);
	written = open_written(r);
	ok = publish_prune(r->publisher, r->report->skipped[SKIP_ERROR]
	    ? &none : kinds, r->site.config.feeds.prune, written);
	written_close(written);
	return ok ? OUTCOME_OK : OUTCOME_POSTS;
}

/* In order. OUTCOME_POSTS continues: the posts without errors are published. */
static enum outcome (*const stages[])(struct run *r) = {
	read_posts,
	refuse_posts_without_text,
	plan_feeds,
	look_up_addresses,
	refuse_missing_posts,
	open_folder,
	confine_writing,
	choose_feeds,
	make_feeds,
	refuse_lasting_lack,
	refuse_missing_libraries,
	refuse_empty_feeds,
	commit_files,
	prune_files,
};

/* ---- before and after the stages ---- */

static void
fill_report(struct run *r)
{
	r->report->posts = r->site.n_posts;
	r->report->read = r->site.n_read;
	if (r->entries) {
		r->report->rendered = entries_count(r->entries);
		r->report->serialized = entries_count_forms(r->entries);
	}
	if (r->documents == NULL)
		site_survey(&r->site, r->report->skipped);
	if (r->publisher)
		r->report->files = publish_counts(r->publisher);
	r->report->feeds = r->site.plan.n_feeds - r->site.plan.n_archives;
}

/* Saves the results of this run for the next one. */
static void
save_state(struct run *r, enum outcome outcome, struct diags *diags)
{
	struct memos next = {0};
	struct buf report = {0};
	bool retry;

	if (r->state == NULL)
		return;
	retry = known_remember(&r->known, r->entries, r->documents,
	    r->publisher, &next);
	companions_remember(&r->companions, &r->site.config, &next);
	build_report_pack(&report, r->report, outcome, diags);
	retry |= r->is_partial || r->announce.is_foreign ||
	    ids_must_retry(r->site.ids) || publish_must_retry(r->publisher);
	state_save(r->state, &next, retry, buf_str(&report));
	diags_move(diags, &r->site.diags);
	buf_free(&report);
	memos_free(&next);
	timing_end(&r->site.timing, STAGE_SAVE);
}

static enum outcome
run_stages(struct run *r, struct diags *diags)
{
	enum outcome worst = OUTCOME_OK;

	for (size_t i = 0; worst <= OUTCOME_POSTS && !r->is_ended &&
	     i < sizeof stages / sizeof stages[0]; i++) {
		enum outcome outcome = stages[i](r);

		worst = outcome > worst ? outcome : worst;
	}
	if (r->publisher)
		timing_end(&r->site.timing, STAGE_COMMIT);
	fill_report(r);
	if (worst == OUTCOME_OK && (r->report->skipped[SKIP_ERROR] ||
	    documents_refused(r->documents)))
		worst = OUTCOME_POSTS;
	site_take_diags(&r->site, diags);
	diags_move(diags, &r->diags);
	if (worst <= OUTCOME_POSTS && !r->is_ended)
		save_state(r, worst, diags);
	return worst;
}

/* Reads the config, finds the files of posts, and opens the state. A dry run
 * checks everything, so it uses no state. */
static enum outcome
open_run(struct run *r)
{
	const struct build_options *o = r->options;
	struct site *s = &r->site;
	enum outcome outcome = site_find(s, &o->site);

	announce_open(&r->announce, &s->config);
	if (outcome == OUTCOME_OK && o->ping &&
	    !announce_has_hub(&s->config, &s->diags))
		outcome = OUTCOME_CONFIG;
	if (outcome != OUTCOME_OK)
		return outcome;
	r->folder = o->folder ? str_of(o->folder)
	    : path_join(&s->arena, s->config.dir, s->config.feeds.folder);
	if (!o->dry)
		r->state = state_open(s, &o->site, r->folder);
	timing_end(&s->timing, STAGE_STATE);
	return OUTCOME_OK;
}

/* Whether nothing has changed since the last run. Then this run has the same
 * outcome and reports, including those of the site. */
static bool
is_current(struct run *r, enum outcome *outcome, struct diags *diags)
{
	struct diags last = {0};
	str report;

	/* --accept-loss removes a feed that an earlier run kept. */
	if (r->state == NULL || r->options->accept_loss ||
	    publish_was_killed(r->folder) ||
	    ids_was_killed(r->site.ids) || !state_is_current(
	    r->state, r->options->site.now, &report))
		return false;
	if (!build_report_unpack(report, r->report, outcome, &last)) {
		diags_free(&last);
		return false;
	}
	diags_free(&r->site.diags);
	diags_move(diags, &last);
	return true;
}

/* Releases the lock of the folder first: a hub can take seconds to answer. */
static void
ping_hubs_owed(struct run *r, struct diags *diags)
{
	publish_close(r->publisher);
	r->publisher = NULL;
	announce_tell(&r->announce, &r->report->pings, diags);
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

/* Runs all stages once, without the posts that earlier tries lost. */
static enum outcome
try_run(struct run *r, struct diags *diags)
{
	const struct build_options *o = r->options;
	enum outcome outcome;

	bool is_same = false;

	*r->report = (struct build_report){0};
	outcome = open_run(r);
	if (outcome != OUTCOME_OK)
		fill_report(r);
	else if (is_current(r, &outcome, diags))
		is_same = true;
	else
		outcome = run_stages(r, diags);
	diags_move(diags, &r->site.diags);
	/* A run that ended early has not found all warnings that still hold. */
	if (outcome <= OUTCOME_POSTS && !r->again && !o->dry && !o->strict)
		told_choose(&r->site, o->telling, is_same, diags);
	if (o->ping && !o->dry && outcome <= OUTCOME_POSTS)
		ping_hubs_owed(r, diags);
	close_run(r);
	return outcome;
}

enum { MOST_TRIES = 3 };

enum outcome
build_run(const struct build_options *o, struct build_report *report,
    struct diags *diags)
{
	struct diags lost = {0}, found = {0};
	enum outcome outcome;
	bool again = true;

	for (int i = 1; again; i++) {
		struct run r = {.options = o, .report = report, .lost = &lost,
			.is_last = i == MOST_TRIES};

		diags_free(&found);
		outcome = try_run(&r, &found);
		again = r.again;
	}
	diags_move(diags, &found);
	diags_free(&lost);
	if (outcome == OUTCOME_OK && o->strict && diags->counts[DIAG_WARNING])
		outcome = OUTCOME_POSTS;
	return outcome;
}
