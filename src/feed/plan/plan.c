/* SPDX-License-Identifier: MIT
 * plan: which posts are in which feed, and where each feed goes. */
#include "feed/plan/plan.h"

#include <stdlib.h>

#include "base/core/pool.h"
#include "base/core/table.h"
#include "config/config_codes.h"
#include "feed/formats/format.h"
#include "feed/plan/feed_codes.h"
#include "feed/plan/order.h"
#include "feed/plan/paths.h"
#include "post/post_pack.h"
#include "post/query/query.h"

/* A term whose posts are being collected. */
struct term {
	const struct language *language;
	const struct taxonomy *taxonomy;
	str key;               /* folded */
	const struct label *spelling; /* of the oldest post that has it */
	instant oldest;        /* date of that post */
	const struct where *where; /* posts must match it, or NULL */
	size_t limit;          /* how many posts are collected; 0: all */
	struct post **posts;   /* owned; newest first */
	size_t count, cap;
	size_t total;          /* posts with the term, ignoring the limit */
};

struct planner {
	struct plan *plan;
	const struct config *config;
	struct arena *arena;
	struct diags *diags;
	struct term **terms;   /* owned */
	size_t n_terms, cap_terms;
	struct table by_key;   /* "language\ntaxonomy\nkey" to struct term */
	struct paths *paths;
	bool has_duplicates;   /* two posts have the same id */
};

/* ---- terms ---- */

static struct term *
new_term(struct planner *pl, const struct label *l)
{
	struct term *t = arena_alloc(pl->arena, sizeof *t);

	t->language = l->in;
	t->taxonomy = l->taxonomy;
	t->key = l->key;
	t->where = l->taxonomy->extent.where;
	/* Its oldest post may be the one that was changed last. */
	if (pl->config->feeds.order == ORDER_PUBLISHED)
		t->limit = (size_t)l->taxonomy->extent.limit;
	if (pl->n_terms == pl->cap_terms) {
		pl->cap_terms = 2 * pl->cap_terms + 64;
		pl->terms = mem_realloc(pl->terms,
		    pl->cap_terms * sizeof(struct term *));
	}
	return pl->terms[pl->n_terms++] = t;
}

str
plan_term_key(struct arena *a, const struct language *in,
    const struct taxonomy *t, str key)
{
	return arena_printf(a, "%.*s\n%.*s\n%.*s",
	    STR_ARG(in ? in->name : S("")), STR_ARG(t->name), STR_ARG(key));
}

/* The term of a label, added if it is new. */
static struct term *
get_term(struct planner *pl, struct label *l)
{
	struct term **found;

	if (l->term)
		return l->term;
	found = (struct term **)table_at(&pl->by_key,
	    plan_term_key(pl->arena, l->in, l->taxonomy, l->key));
	if (*found == NULL)
		*found = new_term(pl, l);
	return l->term = *found;
}

static void
add_post(struct planner *pl, struct label *l, struct post *p)
{
	struct term *t = get_term(pl, l);

	if (t->where && !query_holds(t->where, p))
		return;
	t->spelling = l;
	t->oldest = p->published;
	t->total++;
	if (t->limit && t->count == t->limit)
		return;
	if (t->count == t->cap) {
		t->cap = 2 * t->cap + 4;
		t->posts = mem_realloc(
		    t->posts, t->cap * sizeof(struct post *));
	}
	t->posts[t->count++] = p;
}

/* Prefetches the labels of a post that comes later: a plan spends nearly all
 * its time on cache misses. Always inline, because gcc removes the call of a
 * function that only prefetches. */
static inline __attribute__((always_inline)) void
prefetch_labels(const struct plan *plan, size_t i)
{
	enum { AHEAD = 8 };

	if (i + 3 * AHEAD < plan->n_posts)
		__builtin_prefetch(&plan->posts[i + 3 * AHEAD]->labels);
	if (i + AHEAD < plan->n_posts)
		__builtin_prefetch(plan->posts[i + AHEAD]->labels);
}

/* Adds posts to their terms, from the newest to the oldest. */
static void
gather_terms(struct planner *pl)
{
	for (size_t i = 0; i < pl->plan->n_posts; i++) {
		struct post *p = pl->plan->posts[i];

		prefetch_labels(pl->plan, i);
		for (size_t k = 0; k < p->n_labels; k++)
			add_post(pl, p->labels[k], p);
	}
}

/* Collects the terms again after posts were dropped. */
static void
gather_again(struct planner *pl)
{
	for (size_t i = 0; i < pl->n_terms; i++)
		pl->terms[i]->count = pl->terms[i]->total = 0;
	gather_terms(pl);
}

/* Removes terms without posts: their query matches none, or all their posts
 * have duplicate ids. */
static void
drop_empty_terms(struct planner *pl)
{
	size_t kept = 0;

	for (size_t i = 0; i < pl->n_terms; i++) {
		struct term *t = pl->terms[i];

		if (t->total)
			pl->terms[kept++] = t;
		else
			mem_free(t->posts);
	}
	pl->n_terms = kept;
}

/* Collects terms on one thread and stamps posts on another. Assumes that ids
 * are unique, which is nearly always true. */
static void
scan_posts(void *ctx, size_t worker, size_t i)
{
	struct planner *pl = ctx;

	(void)worker;
	if (i == 0) {
		gather_terms(pl);
		return;
	}
	pl->has_duplicates = order_has_duplicates(pl->plan);
	order_stamp(pl->plan);
}

/* Orders and stamps the posts and collects their terms. Repeats the work
 * without the duplicates if two posts have the same id. */
static void
scan_all_posts(struct planner *pl, struct post *posts, size_t n,
    size_t threads)
{
	order_posts(pl->plan, posts, n);
	pool_run(threads, 2, scan_posts, pl);
	if (pl->has_duplicates) {
		order_drop_duplicates(pl->plan, pl->config);
		gather_again(pl);
		order_stamp(pl->plan);
	}
	drop_empty_terms(pl);
}

/* Older terms first, so that a new term with the same slug does not change
 * their paths. */
static int
by_age(const void *a, const void *b)
{
	const struct term *x = *(struct term *const *)a;
	const struct term *y = *(struct term *const *)b;

	if (x->oldest != y->oldest)
		return x->oldest < y->oldest ? -1 : 1;
	if (!str_eq(x->key, y->key))
		return str_cmp(x->key, y->key);
	if (x->taxonomy != y->taxonomy)
		return str_cmp(x->taxonomy->name, y->taxonomy->name);
	return str_cmp(x->language ? x->language->name : S(""),
	    y->language ? y->language->name : S(""));
}

/* ---- feeds ---- */

/* The index of a cut in the plan, added if it is new. */
static size_t
cut_index(struct plan *plan, struct cut cut)
{
	size_t i = 0;

	while (i < plan->n_cuts && (plan->cuts[i].full != cut.full ||
	    plan->cuts[i].mixed != cut.mixed ||
	    plan->cuts[i].podcast != cut.podcast))
		i++;
	if (i == plan->n_cuts)
		plan->cuts[plan->n_cuts++] = cut;
	return i;
}

static void
fill_feed(struct planner *pl, struct feed *f, const struct extent *extent,
    struct post **posts, size_t n)
{
	size_t limit = (size_t)extent->limit;

	if (pl->config->feeds.order == ORDER_UPDATED)
		order_by_update(posts, n);
	f->entries.full = extent->full;
	f->entries.mixed = f->extra && pl->config->languages;
	f->entries.podcast = extent->podcast;
	f->cut = cut_index(pl->plan, f->entries);
	f->count = limit && n > limit ? limit : n;
	f->total = n;
	f->is_complete = limit == 0 && pl->plan->n_errors == 0;
	f->namespaces = f->is_complete ? NAMESPACE_FH : 0;
	for (size_t i = 0; i < f->count; i++)
		post_load(posts[i], pl->config, pl->arena);
	feed_fill(f, pl->arena, posts, f->count,
	    pl->config->feeds.empty_date);
}

/* Reports a query that matches no post: it is probably a mistake. */
static void
check_found(struct planner *pl, const struct where *where, size_t n)
{
	if (where && n == 0 && pl->plan->n_posts)
		diag_add(pl->diags, DIAG_QUERY_NOTHING, &pl->config->source,
		    where->text->at, "%s '%.*s' matches no post", where->key,
		    STR_ARG(where->text->text));
}

/* Adds the main feed of a language. A language without posts gets no feed,
 * unless it is the only one. */
static void
add_main(struct planner *pl, const struct language *language)
{
	const struct extent *extent = &pl->config->feeds.main.extent;
	struct plan *plan = pl->plan;
	struct feed *f = &plan->feeds[plan->n_feeds];
	size_t n;
	struct post **in = plan_select(plan, extent->where, language, &n);

	if (n || pl->config->languages == NULL) {
		plan->n_feeds++;
		f->language = language;
		paths_main(pl->paths, f);
		fill_feed(pl, f, extent, in, n);
	}
	mem_free(in);
}

static void
add_mains(struct planner *pl)
{
	const struct where *where = pl->config->feeds.main.extent.where;
	size_t n = 0;

	if (pl->config->languages == NULL)
		add_main(pl, NULL);
	for (const struct language *g = pl->config->languages; g; g = g->next)
		add_main(pl, g);
	for (size_t i = 0; i < pl->plan->n_feeds; i++)
		n += pl->plan->feeds[i].count;
	check_found(pl, where, n);
}

static void
check_taxonomies(struct planner *pl)
{
	const struct taxonomy *t = pl->config->feeds.taxonomies;

	for (; t; t = t->next) {
		size_t n;

		if (t->extent.where == NULL)
			continue;
		mem_free(plan_select(
		    pl->plan, t->extent.where, NULL, &n));
		check_found(pl, t->extent.where, n);
	}
}

static void
add_extras(struct planner *pl)
{
	struct plan *plan = pl->plan;

	for (const struct extra *x = pl->config->feeds.extra; x; x = x->next) {
		struct feed *f = &plan->feeds[plan->n_feeds++];
		size_t n;
		struct post **in = plan_select(
		    plan, x->extent.where, NULL, &n);

		f->extra = x;
		paths_extra(pl->paths, f);
		fill_feed(pl, f, &x->extent, in, n);
		check_found(pl, x->extent.where, n);
		mem_free(in);
	}
}

static void
add_feeds(struct planner *pl)
{
	struct plan *plan = pl->plan;
	const struct config *c = pl->config;
	struct feed *f;
	size_t others = 1;

	for (const struct language *g = c->languages; g; g = g->next)
		others++;
	for (const struct extra *x = c->feeds.extra; x; x = x->next)
		others++;
	plan->feeds = arena_array(
	    pl->arena, pl->n_terms + others, sizeof *plan->feeds);
	add_mains(pl);
	add_extras(pl);
	check_taxonomies(pl);
	if (pl->n_terms)
		qsort(pl->terms, pl->n_terms, sizeof(struct term *), by_age);
	for (size_t i = 0; i < pl->n_terms; i++) {
		struct term *t = pl->terms[i];

		f = &plan->feeds[plan->n_feeds++];
		f->language = t->language;
		f->taxonomy = t->taxonomy;
		f->term = t->spelling->text;
		f->key = t->key;
		paths_term(pl->paths, f);
		fill_feed(pl, f, &t->taxonomy->extent, t->posts, t->count);
		f->total = t->total;
	}
}

static int
by_slug(const void *a, const void *b)
{
	const struct feed *x = a, *y = b;
	str s = x->language ? x->language->name : S("");
	str t = y->language ? y->language->name : S("");

	if (!str_eq(s, t))
		return str_cmp(s, t);
	if (x->taxonomy != y->taxonomy)
		return str_cmp(x->taxonomy->name, y->taxonomy->name);
	return str_cmp(x->slug, y->slug);
}

/* Sorts the main feeds by language and the feeds of terms by slug; the feeds of
 * queries stay between them in the order of the config. */
static void
sort_feeds(struct plan *plan)
{
	size_t mains = 0, first = 0;

	while (mains < plan->n_feeds && !plan->feeds[mains].extra &&
	    !plan->feeds[mains].taxonomy)
		mains++;
	for (first = mains; first < plan->n_feeds &&
	    !plan->feeds[first].taxonomy; first++)
		;
	qsort(plan->feeds, mains, sizeof *plan->feeds, by_slug);
	qsort(plan->feeds + first, plan->n_feeds - first, sizeof *plan->feeds,
	    by_slug);
}

static void
report_no_podcast(struct planner *pl, const struct feed *f)
{
	struct buf able = {0};

	for (size_t i = 0; formats[i]; i++)
		if (formats[i]->has_podcasts)
			buf_printf(&able, "%s%s", able.len ? " or " : "",
			    formats[i]->name);
	diag_add(pl->diags, DIAG_CONFIG_VALUE, &pl->config->source, f->extra
	    ? f->extra->node->at : config_mark(pl->config, "podcast"),
	    "the feed '%.*s' is a podcast, expected %s among its formats",
	    STR_ARG(f->title), buf_cstr(&able));
	buf_free(&able);
}

/* Checks that a podcast feed has a format with podcast elements. */
static bool
check_podcasts(struct planner *pl)
{
	const struct plan *plan = pl->plan;
	bool ok = true;

	for (size_t i = 0; i < plan->n_feeds; i++) {
		const struct feed *f = &plan->feeds[i];
		bool can = !f->entries.podcast;

		for (size_t k = 0; k < plan->n_formats && !can; k++)
			can = f->path[k].len &&
			    plan->formats[k]->has_podcasts;
		if (!can)
			report_no_podcast(pl, f);
		ok &= can;
	}
	return ok;
}

bool
plan_make(struct plan *plan, const struct config *c, struct plan_posts posts,
    struct arena *a, struct diags *diags)
{
	struct planner pl = {
		.plan = plan, .config = c, .arena = a, .diags = diags};
	bool ok;

	*plan = (struct plan){.arena = a};
	pl.paths = paths_new(plan, c, a, diags);
	ok = pl.paths != NULL;
	if (ok) {
		scan_all_posts(&pl, posts.all, posts.count, posts.threads);
		add_feeds(&pl);
		sort_feeds(plan);
		paths_free(pl.paths);
		ok = check_podcasts(&pl);
	}
	for (size_t i = 0; i < pl.n_terms; i++)
		mem_free(pl.terms[i]->posts);
	mem_free(pl.terms);
	table_free(&pl.by_key);
	return ok;
}

struct post **
plan_select(const struct plan *plan, const struct where *where,
    const struct language *language, size_t *n)
{
	struct post **in = mem_alloc(plan->n_posts * sizeof(struct post *));

	*n = 0;
	for (size_t i = 0; i < plan->n_posts; i++)
		if ((language == NULL || plan->posts[i]->in == language) &&
		    query_holds(where, plan->posts[i]))
			in[(*n)++] = plan->posts[i];
	return in;
}

str
feed_path(const struct feed *f, size_t format, size_t i)
{
	if (i == 0)
		return f->path[format];
	return i <= f->also[format].count ? f->also[format].at[i - 1]
	                                  : (str){0};
}

void
plan_bury(struct plan *plan, const struct tombstone *tombstones, size_t n)
{
	for (size_t i = 0; n && i < plan->n_feeds; i++) {
		struct feed *f = &plan->feeds[i];

		if (f->extra || f->taxonomy ||
		    (f->history && f->history->page))
			continue;
		f->tombstones = tombstones;
		f->n_tombstones = n;
		f->namespaces |= NAMESPACE_AT;
	}
}

/* The latest stamp of some posts; `otherwise` if there are none. */
static instant
latest(struct post *const *posts, size_t n, instant otherwise)
{
	instant last = n ? posts[0]->stamp : otherwise;

	for (size_t i = 1; i < n; i++)
		if (posts[i]->stamp > last)
			last = posts[i]->stamp;
	return last;
}

void
feed_fill(struct feed *f, struct arena *a, struct post *const *posts,
    size_t n, instant empty_date)
{
	f->posts = arena_array(a, n, sizeof(struct post *));
	f->count = n;
	f->updated = latest(posts, n, empty_date);
	for (size_t i = 0; i < n; i++) {
		f->posts[i] = posts[i];
		f->namespaces |= posts[i]->namespaces;
	}
}

void
feed_lacks(struct feed *f)
{
	if (f->is_complete)
		f->namespaces &= ~(unsigned)NAMESPACE_FH;
	f->is_complete = false;
}

void
feed_keep(struct feed *f, size_t kept)
{
	if (kept < f->count)
		f->updated = latest(f->posts, kept, f->updated);
	f->total -= f->count - kept;
	if (kept < f->count)
		feed_lacks(f);
	f->count = kept;
}
