/* SPDX-License-Identifier: MIT
 * site: the config, its posts, and the plan of its feeds. */
#include "site.h"

#include "../base/pool.h"
#include "../content/page.h"
#include "../content/template.h"
#include "../post/choose.h"
#include "../post/defaults.h"
#include "../post/ident.h"
#include "../post/people.h"
#include "../post/permalink.h"
#include "../post/query.h"
#include "../post/read.h"
#include "../post/scan.h"

/* ---- posts ---- */

struct reading {
	struct site *site;
	struct post_reader reader;
	struct scan scan;
};

static void
read_one(void *ctx, size_t worker, size_t i)
{
	struct reading *r = ctx;

	/* The last first: names that begin with a date are the newest there,
	 * whose texts are the ones to keep. */
	i = r->scan.count - 1 - i;
	post_read(&r->site->posts[i], &r->reader, &r->scan.files[i],
	    &r->site->workers[worker]);
}

/* False: what all posts share is wrong, which is reported. */
static bool
read_posts(struct site *s, struct scan scan, const struct site_options *o)
{
	atomic_size_t room = o->keep;
	struct reading r = {.site = s, .scan = scan,
		.reader = {.config = &s->config, .queries = s->queries,
		.now = o->now, .room = &room}};
	size_t errors = s->diags.counts[DIAG_ERROR];
	bool ok;

	r.reader.authors =
	    people_table(&s->config, &s->arena, &s->diags, &ok);
	r.reader.defaults =
	    defaults_gather(&s->config, &scan, &s->arena, &s->diags);
	if (!ok || s->diags.counts[DIAG_ERROR] > errors)
		return false;
	s->n_posts = scan.count;
	s->posts = arena_array(&s->arena, scan.count, sizeof *s->posts);
	s->workers = arena_array(&s->arena, s->threads, sizeof *s->workers);
	for (size_t i = 0; i < s->threads; i++)
		post_worker_init(&s->workers[i], &s->config);
	pool_run(s->threads, scan.count, read_one, &r);
	return true;
}

/* ---- guards ---- */

static bool
check_config(struct site *s)
{
	bool ok = permalink_check(&s->config, &s->diags);

	s->queries = queries_parse(&s->config, &s->arena, &s->diags);
	ok &= s->queries != NULL;
	ok &= choose_check(&s->config, &s->diags);
	ok &= page_check(&s->config, &s->diags);
	ok &= templates_check(&s->config, &s->diags);
	return ident_check(&s->config, &s->diags) && ok;
}

/* Takes the files out that posts.include and exclude do not want. */
static void
choose_files(struct site *s, struct scan *scan)
{
	size_t kept = 0;

	for (size_t i = 0; i < scan->count; i++)
		if (choose_file(&s->config, &scan->files[i]))
			scan->files[kept++] = scan->files[i];
	scan->count = kept;
}

/* A folder that holds no post at all is a mistake in the config. */
static bool
has_files(struct site *s, struct scan scan)
{
	if (scan.count)
		return true;
	diag_add(&s->diags, DIAG_NO_POSTS, &s->config.source,
	    config_mark(&s->config, "posts.folders"),
	    "no *.md or *.markdown file in posts.folders");
	return false;
}

/* Nor must feeds become empty because no post can be read. */
static bool
would_empty(struct site *s)
{
	size_t errors = site_count(s, SKIP_ERROR);

	if (s->plan.n_posts || errors == 0)
		return false;
	diag_add(&s->diags, DIAG_WOULD_EMPTY, NULL, (struct mark){0},
	    "no post is left: %zu of %zu have errors", errors, s->n_posts);
	return true;
}

/* ---- all of it ---- */

enum outcome
site_open(struct site *s, const struct site_options *o)
{
	struct scan scan;
	size_t errors;

	*s = (struct site){.threads = o->threads ? o->threads : 1};
	if (!config_read(&s->config, &s->arena, o->config, o->settings,
	    o->n_settings, &s->diags) || !check_config(s))
		return OUTCOME_CONFIG;
	scan = scan_folders(&s->config, &s->arena, &s->diags);
	choose_files(s, &scan);
	if (!has_files(s, scan) || !read_posts(s, scan, o))
		return OUTCOME_CONFIG;
	errors = s->diags.counts[DIAG_ERROR];
	if (!plan_make(&s->plan, &s->config, s->posts, s->n_posts, &s->arena,
	    &s->diags))
		return OUTCOME_CONFIG;
	if (would_empty(s))
		return OUTCOME_REFUSED;
	return errors || site_count(s, SKIP_ERROR) ? OUTCOME_POSTS
	                                           : OUTCOME_OK;
}

size_t
site_count(const struct site *s, enum skip why)
{
	size_t n = 0;

	for (size_t i = 0; i < s->n_posts; i++)
		n += s->posts[i].skip == why;
	return n;
}

void
site_take_diags(struct site *s, struct diags *to)
{
	diags_move(to, &s->diags);
	for (size_t i = 0; i < s->n_posts; i++)
		diags_move(to, &s->posts[i].diags);
}

void
site_close(struct site *s)
{
	for (size_t i = 0; i < s->n_posts; i++) {
		diags_free(&s->posts[i].diags);
		post_drop_text(&s->posts[i]);
	}
	for (size_t i = 0; s->workers && i < s->threads; i++)
		post_worker_free(&s->workers[i]);
	diags_free(&s->diags);
	arena_free(&s->arena);
}
