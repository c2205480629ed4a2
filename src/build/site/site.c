/* SPDX-License-Identifier: MIT
 * site: the config, its posts, and the plan of its feeds. */
#include "build/site/site.h"

#include <string.h>
#include <time.h>

#include "base/core/library.h"
#include "base/core/pool.h"
#include "base/core/table.h"
#include "base/data/data_codes.h"
#include "base/process/crew.h"
#include "base/text/translit.h"
#include "build/codes/build_codes.h"
#include "build/codes/known_codes.h"
#include "build/site/history.h"
#include "build/site/ids.h"
#include "build/site/untaken.h"
#include "content/entry/convert.h"
#include "content/entry/page.h"
#include "content/tags/template.h"
#include "post/keys/field_keys.h"
#include "post/permalink/ident.h"
#include "post/permalink/permalink.h"
#include "post/permalink/relations.h"
#include "post/post_walk.h"
#include "post/query/query.h"
#include "post/read/choose.h"
#include "post/read/defaults.h"
#include "post/read/people.h"
#include "post/read/read.h"
#include "validate/reading/xml_reader.h"

#define NS ((int64_t)1000000000)

/* ---- posts ---- */

static void
read_one(void *ctx, size_t worker, size_t i)
{
	struct site *s = ctx;

	i = s->read[i];
	post_read(&s->posts[i], &s->reader, &s->scan.files[i],
	    &s->workers[worker]);
}

/* Reads a post again whose date comes from git. */
static void
read_again(void *ctx, size_t worker, size_t i)
{
	struct site *s = ctx;

	if (!s->posts[s->read[i]].needs_history)
		return;
	post_free(&s->posts[s->read[i]]);
	read_one(ctx, worker, i);
}

/* Whether a post says that its date is in the history. */
static bool
wants_history(const struct site *s)
{
	for (size_t i = 0; i < s->n_read; i++)
		if (s->posts[s->read[i]].needs_history)
			return true;
	return false;
}

/* Sets what all posts share. False: a setting is wrong, which is reported. */
static bool
prepare_reader(struct site *s, instant now)
{
	struct post_reader *r = &s->reader;
	size_t errors = s->diags.counts[DIAG_ERROR];
	bool ok;

	r->now = now;
	r->config = &s->config;
	r->queries = s->queries;
	r->authors = people_table(&s->config, &s->arena, &s->diags, &ok);
	r->defaults = defaults_gather(
	    &s->config, &s->scan, &s->workers[0].parser, &s->arena,
	    &s->diags);
	return ok && s->diags.counts[DIAG_ERROR] == errors;
}

static void
make_worker(struct site *s, size_t i)
{
	post_worker_init(&s->workers[i], &s->config);
	s->workers[i].parser = (struct front_parser){
		s->crew, i, known_code_find, &s->config.limits};
}

void
site_make_room(struct site *s)
{
	if (s->posts)
		return;
	s->n_posts = s->scan.count;
	s->posts = arena_array(&s->arena, s->n_posts, sizeof *s->posts);
	s->workers = arena_array(&s->arena, s->threads, sizeof *s->workers);
	for (size_t i = 0; i < s->threads; i++)
		make_worker(s, i);
}

enum outcome
site_read(struct site *s, const struct site_options *o, const bool *known)
{
	site_make_room(s);
	s->read = mem_alloc(s->n_posts * sizeof *s->read);
	for (size_t i = 0; i < s->n_posts; i++)
		if (known == NULL || !known[i])
			s->read[s->n_read++] = i;
	/* Most front matter is plain: start processes only for what is not. */
	if (!prepare_reader(s, o->now) ||
	    (s->n_read && !history_read(s)))
		return OUTCOME_CONFIG;
	pool_run(s->threads, s->n_read, read_one, s);
	if (wants_history(s)) {
		if (!history_read_wanted(s))
			return OUTCOME_CONFIG;
		pool_run(s->threads, s->n_read, read_again, s);
	}
	timing_end(&s->timing, STAGE_READ);
	return OUTCOME_OK;
}

/* ---- guards ---- */

static bool
check_config(struct site *s)
{
	bool ok = permalink_check(&s->config, &s->diags);

	s->queries = query_parse(&s->config, &s->arena, &s->diags);
	ok &= s->queries != NULL;
	ok &= choose_check(&s->config, &s->diags);
	ok &= field_keys_check(&s->config, &s->diags);
	ok &= page_check(&s->config, &s->diags);
	ok &= convert_check(&s->config, &s->diags);
	ok &= templates_check(&s->config, &s->diags);
	ok &= relations_check(&s->config, &s->diags);
	return ident_check(&s->config, &s->diags) && ok;
}

/* Drops the files that posts.include and posts.exclude leave out. */
static void
choose_files(struct site *s, struct post_walk *scan)
{
	size_t kept = 0, others = 0, cap = 0;

	for (size_t i = 0; i < scan->n_others; i++)
		if (choose_file(&s->config, &scan->others[i]))
			scan->others[others++] = scan->others[i];
	scan->n_others = others;
	for (size_t i = 0; i < scan->count; i++) {
		if (choose_file(&s->config, &scan->files[i])) {
			scan->files[kept++] = scan->files[i];
			continue;
		}
		s->left_out = arena_grow(&s->arena, s->left_out,
		    s->n_left_out, &cap, sizeof *s->left_out);
		s->left_out[s->n_left_out++] = scan->files[i];
	}
	scan->count = kept;
}

/* Whether the feeds would become empty because no post can be read. */
static bool
would_empty(struct site *s)
{
	const struct plan *plan = &s->plan;

	if (plan->n_posts || plan->n_errors == 0)
		return false;
	diag_add(&s->diags, DIAG_WOULD_EMPTY, NULL, (struct mark){0},
	    "no post is left: %zu of %zu have errors", plan->n_errors,
	    s->n_posts);
	return true;
}

bool
site_lacks_library(struct diags *diags)
{
	const struct library *all[] = {translit_missing(), xml_missing()};
	bool is_missing = false;

	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		if (all[i]) {
			library_report(all[i], NULL, diags);
			is_missing = true;
		}
	return is_missing;
}

/* ---- phases ---- */

static int64_t
clock_of_files(void)
{
	struct timespec t;

	clock_gettime(CLOCK_REALTIME, &t);
	return (int64_t)t.tv_sec * NS + t.tv_nsec;
}

/* Linux stamps a file with the time of the last tick, at most 10 ms ago. FAT
 * counts in steps of two seconds, other file systems in steps of one. */
bool
site_is_settled(const struct site *s, struct stamp t)
{
	bool coarse = t.changed % NS == 0 && t.touched % NS == 0;
	int64_t last = t.changed > t.touched ? t.changed : t.touched;

	return last < s->looked_at - (coarse ? 2 * NS : NS / 20);
}

/* Whether the system could look for the media folder. Entries name no media if
 * the folder is missing, so an error must not count as that; it is reported. */
static bool
finds_media(struct site *s)
{
	struct source src = {s->config.media.folder, {0}};

	if (s->config.media.error)
		diag_add(&s->diags, DIAG_FILE_UNREADABLE, &src,
		    (struct mark){0}, "%s", strerror(s->config.media.error));
	return s->config.media.error == 0;
}

static bool
open_config(struct site *s, const struct site_options *o)
{
	bool ok = o->text ? config_parse(&s->config, &s->arena, o->text,
	    o->settings, o->n_settings, &s->diags)
	    : config_read(&s->config, &s->arena, o->config, o->settings,
	    o->n_settings, &s->diags);

	return ok && check_config(s);
}

static struct crew *
open_crew(const struct site *s, const struct site_options *o)
{
	return crew_open(&(struct crew_limits){
		.threads = s->threads,
		.in_process = !o->isolate,
		.milliseconds = 1000 * (unsigned)s->config.limits.seconds,
		.memory = (size_t)s->config.limits.memory << 20,
	});
}

bool
site_try(struct site *s, const struct site_options *o,
    const struct post_walk *scan)
{
	*s = (struct site){.threads = o->threads ? o->threads : 1};
	timing_start(&s->timing);
	if (!open_config(s, o))
		return false;
	s->crew = open_crew(s, o);
	s->scan = *scan;
	return site_read(s, o, NULL) == OUTCOME_OK;
}

enum outcome
site_find(struct site *s, const struct site_options *o)
{
	*s = (struct site){.threads = o->threads ? o->threads : 1};
	timing_start(&s->timing);
	if (!open_config(s, o))
		return OUTCOME_CONFIG;
	if (o->ledger && config_find(&s->config, "ids.ledger") == NULL)
		s->config.ids.ledger = str_of(o->ledger);
	if (!ids_open(s, o->now))
		return OUTCOME_CONFIG;
	if (!finds_media(s))
		return OUTCOME_WRITE;
	s->crew = open_crew(s, o);
	timing_end(&s->timing, STAGE_CONFIG);
	s->looked_at = clock_of_files();
	s->scan = post_walk_folders(&s->config, &s->arena, &s->diags);
	choose_files(s, &s->scan);
	post_walk_stamp_others(&s->scan, &s->config);
	timing_end(&s->timing, STAGE_SCAN);
	return s->scan.is_partial ? OUTCOME_WRITE : OUTCOME_OK;
}

enum outcome
site_plan(struct site *s)
{
	bool ok;

	untaken_report(s);
	ids_match(s);
	ok = plan_make(&s->plan, &s->config,
	    (struct plan_posts){s->posts, s->n_posts, s->threads},
	    &s->arena, &s->diags);
	if (site_lacks_library(&s->diags))
		return OUTCOME_WRITE;
	if (!ok || !ids_archive(s))
		return OUTCOME_CONFIG;
	ids_bury(s);
	timing_end(&s->timing, STAGE_PLAN);
	if (would_empty(s))
		return OUTCOME_REFUSED;
	return s->diags.counts[DIAG_ERROR] || s->plan.n_errors
	    ? OUTCOME_POSTS : OUTCOME_OK;
}

enum outcome
site_open(struct site *s, const struct site_options *o)
{
	enum outcome outcome = site_find(s, o);

	if (outcome == OUTCOME_OK)
		outcome = ids_parse(s) ? site_read(s, o, NULL)
		    : OUTCOME_CONFIG;
	if (outcome == OUTCOME_OK)
		outcome = site_plan(s);
	return outcome == OUTCOME_OK ? untaken_judge(s) : outcome;
}

void
site_survey(struct site *s, size_t skipped[SKIP_COUNT])
{
	for (int k = 0; k < SKIP_COUNT; k++)
		skipped[k] = 0;
	s->from = INT64_MIN;
	s->until = INT64_MAX;
	for (size_t i = 0; i < s->n_posts; i++) {
		const struct post *p = &s->posts[i];

		skipped[p->skip]++;
		s->from = p->from > s->from ? p->from : s->from;
		s->until = p->until < s->until ? p->until : s->until;
	}
}

/* A mistake in a file that several posts share. */
struct shared_diag {
	struct diag *said;
	size_t count; /* of posts that report it */
};

/* Copies a diagnostic, unless it concerns another file than that of the post
 * and another post has reported the same: then counts it. */
static void
take_diag(struct diags *to, const struct post *p, const struct diag *g,
    struct table *known, struct arena *a)
{
	struct shared_diag *again;
	str message = g->message;
	void **at;

	/* value_diag() ends it with the path of the post. */
	if (str_ends(message, p->path))
		message.len -= p->path.len;
	if (g->file.len == 0 || str_eq(g->file, p->path)) {
		diag_copy(to, g);
		return;
	}
	at = table_at(known, arena_printf(a, "%.*s:%d:%d:%s:%.*s",
	    STR_ARG(g->file), g->at.line, g->at.col, g->code->name,
	    STR_ARG(message)));
	again = *at;
	if (again == NULL) {
		diag_copy(to, g);
		*at = again = arena_alloc(a, sizeof *again);
		again->said = to->last;
	}
	again->count++;
}

void
site_take_diags(struct site *s, struct diags *to)
{
	struct table known = {0};
	struct arena a = {0};
	struct shared_diag *d;
	size_t at = 0;

	diags_move(to, &s->diags);
	for (size_t i = 0; i < s->n_posts; i++) {
		const struct post *p = &s->posts[i];

		for (const struct diag *g = post_diags(p)->first; g;
		     g = g->next)
			take_diag(to, p, g, &known, &a);
	}
	while ((d = table_next(&known, &at, NULL)) != NULL)
		if (d->count > 1)
			d->said->message = arena_printf(&to->arena,
			    "%.*s and %zu more post%s",
			    STR_ARG(d->said->message), d->count - 1,
			    d->count == 2 ? "" : "s");
	table_free(&known);
	arena_free(&a);
}

void
site_close(struct site *s)
{
	ids_close(s);
	crew_close(s->crew);
	for (size_t i = 0; i < s->n_posts; i++)
		post_free(&s->posts[i]);
	mem_free(s->read);
	for (size_t i = 0; s->workers && i < s->threads; i++)
		post_worker_free(&s->workers[i]);
	diags_free(&s->diags);
	arena_free(&s->arena);
}
