/* SPDX-License-Identifier: MIT
 * render: the entries that a plan needs, each once. */
#include "render.h"

#include <assert.h>
#include <stdatomic.h>
#include <string.h>

#include "../base/pool.h"
#include "../content/entry.h"
#include "../content/markdown.h"
#include "../feed/format.h"
#include "../feed/site.h"
#include "../feed/xml.h"

struct rendered {
	struct site *site;
	const struct build_options *options;
	size_t *wanted;        /* indexes of posts, in the order of paths */
	size_t n_wanted;
	uint32_t *needs;       /* of each post of the site: a bit for each of
	                        * its pieces that a feed has */
	struct buf *pieces;    /* for each post of the site those of each cut
	                        * in each format */
	struct post_index *index;
	struct drops *drops;   /* one a thread */
	struct arena *scratch; /* one a thread */
	atomic_size_t done;
};

static size_t
index_of(const struct site *s, const struct post *p)
{
	return (size_t)(p - s->posts);
}

static_assert(MOST_CUTS * MOST_FORMATS <= 32, "a bit for each piece");

/* How many pieces a post can have, and where one of them is. */
static size_t
pieces_of(const struct plan *plan)
{
	return plan->n_cuts * plan->n_formats;
}

static size_t
piece_at(const struct plan *plan, size_t cut, size_t format)
{
	return cut * plan->n_formats + format;
}

/* Marks what the feeds have, so that the rest is never rendered. */
static void
find_wanted(struct rendered *r)
{
	struct site *s = r->site;

	r->needs = arena_array(&s->arena, s->n_posts, sizeof *r->needs);
	for (size_t i = 0; i < s->plan.n_feeds; i++) {
		const struct feed *f = &s->plan.feeds[i];
		uint32_t needs = 0;

		for (size_t k = 0; k < s->plan.n_formats; k++)
			if (f->path[k].len)
				needs |= 1U << piece_at(&s->plan, f->cut, k);
		for (size_t k = 0; k < f->count; k++)
			r->needs[index_of(s, f->posts[k])] |= needs;
	}
	r->wanted = arena_array(&s->arena, s->n_posts, sizeof *r->wanted);
	for (size_t i = 0; i < s->n_posts; i++)
		if (r->needs[i])
			r->wanted[r->n_wanted++] = i;
}

/* Whether a post is needed with its whole text. */
static bool
needs_full(const struct plan *plan, uint32_t needs)
{
	for (size_t i = 0; i < pieces_of(plan); i++)
		if (needs >> i & 1 && plan->cuts[i / plan->n_formats].full)
			return true;
	return false;
}

/* The entry as feeds of one cut have it. */
static struct entry
cut_entry(const struct entry *e, struct cut cut, const struct config *c)
{
	struct entry part = *e;

	if (!cut.full) {
		part.content.html = S("");
		part.summary_is_all = false;
	}
	part.feed_language =
	    site_language(c, cut.mixed ? NULL : e->post->in);
	return part;
}

static void
write_pieces(struct site *s, struct buf *pieces, const struct entry *e,
    uint32_t needs)
{
	for (size_t i = 0; i < pieces_of(&s->plan); i++) {
		size_t cut = i / s->plan.n_formats;
		size_t format = i % s->plan.n_formats;
		struct entry part = cut_entry(
		    e, s->plan.cuts[cut], &s->config);

		if (needs >> i & 1)
			s->plan.formats[format]->write_entry(
			    &pieces[i], &part, &s->config);
	}
}

static void
render_one(void *ctx, size_t worker, size_t i)
{
	struct rendered *r = ctx;
	struct site *s = r->site;
	struct post *p = &s->posts[r->wanted[i]];
	struct buf *pieces = &r->pieces[r->wanted[i] * pieces_of(&s->plan)];
	uint32_t needs = r->needs[r->wanted[i]];
	struct body_env env = {&s->config, r->index, &r->drops[worker]};
	struct entry e;

	if (entry_render(&e, p, needs_full(&s->plan, needs), &env,
	    &r->scratch[worker], &p->diags))
		write_pieces(s, pieces, &e, needs);
	else
		p->skip = SKIP_ERROR;
	arena_reset(&r->scratch[worker]);
	i = atomic_fetch_add(&r->done, 1) + 1;
	if (r->options->progress)
		r->options->progress(r->options->ctx, i, r->n_wanted);
}

/* Takes posts that turned out bad from a feed. */
static void
drop_errors(struct feed *f)
{
	size_t kept = 0;
	instant updated = 0;

	for (size_t i = 0; i < f->count; i++) {
		if (f->posts[i]->skip != SKIP_NONE)
			continue;
		if (f->posts[i]->stamp > updated)
			updated = f->posts[i]->stamp;
		f->posts[kept++] = f->posts[i];
	}
	if (kept && kept < f->count)
		f->updated = updated;
	f->count = kept;
}

/* Says once for all posts what no thread knew. */
static void
report_drops(struct rendered *r)
{
	struct drops all = {0};

	for (size_t i = 0; i < r->site->threads; i++)
		drops_move(&all, &r->drops[i]);
	drops_report(&all, &r->site->diags);
}

struct rendered *
render_site(struct site *s, const struct build_options *o)
{
	struct rendered *r = arena_alloc(&s->arena, sizeof *r);

	r->site = s;
	r->options = o;
	find_wanted(r);
	r->pieces = arena_array(&s->arena, s->n_posts * pieces_of(&s->plan),
	    sizeof *r->pieces);
	r->scratch = arena_array(&s->arena, s->threads, sizeof *r->scratch);
	r->drops = arena_array(&s->arena, s->threads, sizeof *r->drops);
	r->index = post_index_open(&s->config, s->posts, s->n_posts);
	markdown_init();
	xml_init();
	pool_run(s->threads, r->n_wanted, render_one, r);
	for (size_t i = 0; i < s->threads; i++)
		arena_free(&r->scratch[i]);
	post_index_close(r->index);
	report_drops(r);
	for (size_t i = 0; i < s->plan.n_feeds; i++)
		drop_errors(&s->plan.feeds[i]);
	return r;
}

bool
rendered_has_failed(const struct rendered *r)
{
	for (size_t i = 0; i < r->n_wanted; i++)
		if (r->site->posts[r->wanted[i]].skip == SKIP_NONE)
			return false;
	return r->n_wanted > 0;
}

str
rendered_piece(const struct rendered *r, const struct post *p, size_t cut,
    size_t format)
{
	const struct plan *plan = &r->site->plan;

	return buf_str(&r->pieces[index_of(r->site, p) * pieces_of(plan) +
	    piece_at(plan, cut, format)]);
}

void
rendered_free(struct rendered *r)
{
	const struct site *s = r->site;

	for (size_t i = 0; i < s->n_posts * pieces_of(&s->plan); i++)
		buf_free(&r->pieces[i]);
}
