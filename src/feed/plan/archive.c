/* SPDX-License-Identifier: MIT
 * archive: the documents that keep all posts of the main feeds. */
#include "feed/plan/archive.h"

#include "base/web/url.h"
#include "config/config_codes.h"
#include "feed/formats/format.h"
#include "feed/plan/taken.h"

struct archiving {
	struct plan *plan;
	const struct config *config;
	struct ledger *ledger;
	struct arena *arena;
	struct diags *diags;
	struct taken taken;
	struct feed *feeds;  /* the plan's, and room for the documents */
	size_t n_feeds;
};

/* The pages of one feed. */
struct pages {
	struct feed *feed;
	str folder;          /* "archive", "fr/archive" */
	struct ledger_archive *archive;
	uint32_t was_full;   /* pages that an earlier run filled */
	uint32_t full, count; /* the last page is open */
	struct post ***posts; /* posts of each page, newest first */
	size_t *n_posts;
};

static uint32_t
full_pages(const struct ledger_archive *archive, long size)
{
	return archive->last && archive->in_last < (size_t)size
	    ? archive->last - 1 : archive->last;
}

/* ---- posts ---- */

/* Puts new posts on the open page, and on new ones after it. */
static void
put_on_pages(struct archiving *g, const struct pages *p, struct post **posts,
    size_t n)
{
	long size = g->config->feeds.archive_size;

	for (size_t i = n; i > 0; i--) {
		struct ledger_line *line = posts[i - 1]->matter->line;

		if (ledger_page_of(line, p->archive) == 0)
			ledger_add_page(g->ledger, line, p->archive,
			    full_pages(p->archive, size) + 1);
	}
}

/* The page that a post is on, from 0. */
static uint32_t
page_of(const struct pages *p, const struct post *post)
{
	return ledger_page_of(post->matter->line, p->archive) - 1;
}

static void
sort_by_page(struct archiving *g, struct pages *p, struct post **posts,
    size_t n)
{
	p->n_posts = arena_array(g->arena, p->count, sizeof *p->n_posts);
	p->posts = arena_array(g->arena, p->count, sizeof(struct post **));
	for (size_t i = 0; i < n; i++)
		p->n_posts[page_of(p, posts[i])]++;
	for (uint32_t k = 0; k < p->count; k++) {
		p->posts[k] = arena_array(
		    g->arena, p->n_posts[k], sizeof(struct post *));
		p->n_posts[k] = 0;
	}
	for (size_t i = 0; i < n; i++) {
		uint32_t k = page_of(p, posts[i]);

		p->posts[k][p->n_posts[k]++] = posts[i];
	}
}

static void
find_pages(struct archiving *g, struct pages *p, struct feed *f)
{
	long size = g->config->feeds.archive_size;
	size_t n;
	/* As if the feed had no limit. */
	struct post **posts = plan_select(g->plan,
	    g->config->feeds.main.extent.where, f->language, &n);

	p->feed = f;
	p->folder = arena_printf(g->arena, "%.*sarchive",
	    STR_ARG(f->language ? f->language->prefix : S("")));
	p->archive = ledger_archive(g->ledger, p->folder);
	p->was_full = full_pages(p->archive, size);
	put_on_pages(g, p, posts, n);
	p->full = full_pages(p->archive, size);
	p->count = p->full + 1;
	sort_by_page(g, p, posts, n);
	mem_free(posts);
}

/* ---- documents ---- */

static str
page_path(const struct archiving *g, const struct pages *p, uint32_t page,
    size_t format)
{
	return arena_printf(g->arena, "%.*s/%u%s", STR_ARG(p->folder),
	    (unsigned)page, g->plan->formats[format]->extension);
}

/* The URL of a page; empty if the page does not exist. */
static str
page_url(const struct archiving *g, const struct pages *p, uint32_t page,
    size_t format)
{
	struct buf b = {0};

	if (page == 0 || page > p->count)
		return (str){0};
	buf_add(&b, g->config->feeds.url);
	url_encode_path(&b, page_path(g, p, page, format));
	return buf_move(&b, g->arena);
}

/* Reserves a path; false if another feed has it. */
static bool
take_path(struct archiving *g, str path)
{
	if (taken_add(&g->taken, taken_key(&g->taken, path)))
		return true;
	diag_add(g->diags, DIAG_CONFIG_VALUE, &g->config->source,
	    config_mark(g->config, "feeds.archive"),
	    "feeds.archive needs the path '%.*s', which another feed has",
	    STR_ARG(path));
	return false;
}

/* Adds a page in one format. */
static bool
add_page(struct archiving *g, const struct pages *p, uint32_t page,
    size_t format)
{
	struct feed *f = &g->feeds[g->n_feeds++];
	struct history *h = arena_alloc(g->arena, sizeof *h);

	*f = *p->feed;
	memset(f->path, 0, sizeof f->path);
	memset(f->also, 0, sizeof f->also);
	memset(f->url, 0, sizeof f->url);
	f->tombstones = NULL;
	f->n_tombstones = 0;
	f->is_complete = false;
	f->path[format] = page_path(g, p, page, format);
	f->url[format] = page_url(g, p, page, format);
	f->namespaces = 0;
	feed_fill(f, g->arena, p->posts[page - 1], p->n_posts[page - 1],
	    g->config->feeds.empty_date);
	h->page = page;
	h->is_full = page <= p->full;
	if (h->is_full)
		f->namespaces |= NAMESPACE_FH;
	h->was_full = page <= p->was_full;
	h->current[format] = p->feed->url[format];
	h->prev[format] = page_url(g, p, page - 1, format);
	if (h->is_full)
		h->next[format] = page_url(g, p, page + 1, format);
	f->history = h;
	return take_path(g, f->path[format]);
}

static bool
add_pages(struct archiving *g, const struct pages *p)
{
	const struct plan *plan = g->plan;
	struct history *h = arena_alloc(g->arena, sizeof *h);
	bool ok = true;

	for (size_t k = 0; k < plan->n_formats; k++)
		if (p->feed->path[k].len)
			h->prev[k] = page_url(g, p, p->count, k);
	for (uint32_t i = 1; i <= p->count; i++)
		for (size_t k = 0; k < plan->n_formats; k++)
			if (p->feed->path[k].len)
				ok &= add_page(g, p, i, k);
	feed_lacks(p->feed);
	p->feed->history = h;
	return ok;
}

/* ---- all archives ---- */

/* Finds the pages of the main feeds, and makes room for their documents. */
static struct pages *
find_all(struct archiving *g, size_t *count)
{
	struct plan *plan = g->plan;
	struct pages *all = arena_array(
	    g->arena, plan->n_feeds, sizeof *all);
	size_t room = plan->n_feeds;

	*count = 0;
	for (size_t i = 0; i < plan->n_feeds; i++)
		if (!plan->feeds[i].extra && !plan->feeds[i].taxonomy) {
			find_pages(g, &all[*count], &plan->feeds[i]);
			room += all[(*count)++].count * plan->n_formats;
		}
	g->feeds = arena_array(g->arena, room, sizeof *g->feeds);
	for (size_t i = 0; i < plan->n_feeds; i++)
		g->feeds[i] = plan->feeds[i];
	for (size_t i = 0; i < *count; i++)
		all[i].feed = &g->feeds[all[i].feed - plan->feeds];
	g->n_feeds = plan->n_feeds;
	return all;
}

bool
archive_plan(struct plan *plan, const struct config *c,
    struct ledger *ledger, struct arena *a, struct diags *diags)
{
	struct archiving g = {.plan = plan, .config = c, .ledger = ledger,
		.arena = a, .diags = diags, .taken = {.arena = a}};
	struct pages *pages;
	bool ok = true;
	size_t n;

	pages = find_all(&g, &n);
	for (size_t i = 0; i < g.n_feeds; i++)
		for (size_t k = 0; k < plan->n_formats; k++)
			for (size_t at = 0; feed_path(&g.feeds[i], k, at).len;
			     at++)
				take_path(&g, feed_path(&g.feeds[i], k, at));
	for (size_t i = 0; i < n; i++)
		ok &= add_pages(&g, &pages[i]);
	plan->n_archives = g.n_feeds - plan->n_feeds;
	plan->feeds = g.feeds;
	plan->n_feeds = g.n_feeds;
	taken_free(&g.taken);
	return ok;
}

struct archive_links
archive_links(const struct feed *f, str self)
{
	const struct history *h = f->history;

	for (size_t k = 0; h && k < MOST_FORMATS; k++)
		if (f->url[k].len && str_eq(f->url[k], self))
			return (struct archive_links){
				h->current[k], h->prev[k], h->next[k]};
	return (struct archive_links){0};
}
