/* SPDX-License-Identifier: MIT
 * render: the entries that a plan needs, each once. */
#include "render.h"

#include <stdatomic.h>
#include <string.h>

#include "../base/pool.h"
#include "../content/entry.h"
#include "../content/markdown.h"
#include "../feed/format.h"
#include "../feed/xml.h"

struct rendered {
	struct site *site;
	const struct build_options *options;
	size_t *wanted;        /* indexes of posts, in the order of paths */
	size_t n_wanted;
	struct buf *pieces;    /* n_formats for each post of the site */
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

/* Marks what the feeds have, so that the rest is never rendered. */
static void
find_wanted(struct rendered *r)
{
	struct site *s = r->site;
	bool *in_feed = arena_array(&s->arena, s->n_posts, sizeof(bool));

	for (size_t i = 0; i < s->plan.n_feeds; i++)
		for (size_t k = 0; k < s->plan.feeds[i].count; k++)
			in_feed[index_of(s, s->plan.feeds[i].posts[k])] = true;
	r->wanted = arena_array(&s->arena, s->n_posts, sizeof *r->wanted);
	for (size_t i = 0; i < s->n_posts; i++)
		if (in_feed[i])
			r->wanted[r->n_wanted++] = i;
}

static void
render_one(void *ctx, size_t worker, size_t i)
{
	struct rendered *r = ctx;
	struct site *s = r->site;
	struct post *p = &s->posts[r->wanted[i]];
	struct buf *pieces = &r->pieces[r->wanted[i] * s->plan.n_formats];
	struct body_env env = {&s->config, r->index, &r->drops[worker]};
	struct entry e;

	if (entry_render(&e, p, &env, &r->scratch[worker], &p->diags))
		for (size_t k = 0; k < s->plan.n_formats; k++)
			s->plan.formats[k]->write_entry(
			    &pieces[k], &e, &s->config);
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
	r->pieces = arena_array(&s->arena, s->n_posts * s->plan.n_formats,
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
rendered_piece(const struct rendered *r, const struct post *p, size_t format)
{
	return buf_str(&r->pieces[index_of(r->site, p) *
	    r->site->plan.n_formats + format]);
}

void
rendered_free(struct rendered *r)
{
	const struct site *s = r->site;

	for (size_t i = 0; i < s->n_posts * s->plan.n_formats; i++)
		buf_free(&r->pieces[i]);
}
