/* SPDX-License-Identifier: MIT
 * gate: whether a new or changed document may be published. */
#include "build/run/gate.h"

#include "build/codes/build_codes.h"
#include "build/guard/unread.h"
#include "build/run/entries.h"
#include "build/run/judge.h"
#include "build/site/site.h"
#include "feed/formats/format.h"
#include "publish/publish.h"

static const struct format *
format_of(const struct gate *g)
{
	return g->site->plan.formats[g->format];
}

bool
gate_is_too_large(const struct site *s, size_t size)
{
	return size > (size_t)s->config.limits.feed << 20;
}

bool
gate_is_needed(const struct gate *g)
{
	return g->site->config.feeds.validate || g->is_unread ||
	    gate_is_too_large(g->site, g->size);
}

/* Whether the document is small enough; else reports it. */
static bool
is_small(const struct gate *g, struct diags *diags)
{
	struct source src = {.name = g->feed->path[g->format]};

	if (!gate_is_too_large(g->site, g->size))
		return true;
	diag_add(diags, DIAG_FEED_REFUSED, &src, (struct mark){0},
	    "it would have %zu bytes, more than %ld MB (limits.feed)",
	    g->size, g->site->config.limits.feed);
	return false;
}

/* Whether the published file may be replaced although posts are unread. */
static bool
may_replace(const struct gate *g, struct diags *diags)
{
	struct arena a = {0};
	bool may = !g->is_unread || !unread_would_go(g->site, g->feed,
	    format_of(g), path_join(&a, g->folder, g->feed->path[g->format]),
	    diags);

	arena_free(&a);
	return may;
}

/* ---- judging ---- */

static enum verdict
judge(const struct gate *g, struct post *const *posts, size_t n, str bytes,
    struct diags *diags)
{
	const struct judge judge = {
		g->site->crew, g->thread, &g->site->config.limits};
	const struct shown shown = {
		format_of(g), g->feed->path[g->format], posts, n};

	return judge_document(&judge, &shown, bytes, diags);
}

static bool
is_right(const struct gate *g, const struct post *p)
{
	return entries_is_right(g->entries, p, g->feed->cut, g->format);
}

/* Appends the entries of the feed that were not judged before. Returns their
 * number. */
static size_t
add_unjudged(const struct gate *g, struct buf *text, struct post **posts)
{
	const struct feed *f = g->feed;
	const char *separator = format_of(g)->separator;
	size_t n = 0;

	for (size_t i = 0; i < f->count; i++) {
		str parts[ENTRY_PARTS];
		unsigned none = 0;
		size_t n_parts;

		if (is_right(g, f->posts[i]))
			continue;
		if (n > 0 && separator)
			buf_add(text, str_of(separator));
		n_parts = entries_get(g->entries, f->posts[i], f->cut,
		    g->format, parts, &none);
		for (size_t k = 0; k < n_parts; k++)
			buf_add(text, parts[k]);
		posts[n++] = f->posts[i];
	}
	return n;
}

/* Judges the frame of the document, with the entries that were not judged
 * before. What it reports counts only if it cannot be judged: lines and
 * positions are not those of the document. */
static enum verdict
judge_rest(const struct gate *g, const struct publish_item *item,
    struct diags *diags)
{
	struct post **posts = mem_alloc(
	    (g->feed->count + 1) * sizeof *posts);
	struct buf text = {0};
	enum verdict verdict;
	size_t n;

	buf_add(&text, item->parts[0]);
	n = add_unjudged(g, &text, posts);
	buf_add(&text, item->parts[item->n - 1]);
	verdict = judge(g, posts, n, buf_str(&text), diags);
	for (size_t i = 0; verdict == VERDICT_RIGHT && i < n; i++)
		entries_set_right(
		    g->entries, posts[i], g->feed->cut, g->format);
	buf_free(&text);
	mem_free(posts);
	return verdict;
}

static enum verdict
judge_whole(const struct gate *g, const struct publish_item *item,
    struct diags *diags)
{
	struct buf text = {0};
	enum verdict verdict;

	for (size_t i = 0; i < item->n; i++)
		buf_add(&text, item->parts[i]);
	verdict = judge(g, g->feed->posts, g->feed->count, buf_str(&text),
	    diags);
	buf_free(&text);
	return verdict;
}

/* A draft is judged as a whole: its entries have left memory. */
static bool
keeps_rules(const struct gate *g, const struct publish_item *item,
    struct diags *diags)
{
	struct diags found = {0};
	enum verdict verdict = VERDICT_WRONG;

	if (item->n > 1)
		verdict = judge_rest(g, item, &found);
	if (verdict == VERDICT_NONE)
		diags_move(diags, &found);
	diags_free(&found);
	if (verdict == VERDICT_WRONG)
		verdict = judge_whole(g, item, diags);
	return verdict == VERDICT_RIGHT;
}

bool
gate_pass(void *ctx, const struct publish_item *item, struct diags *diags)
{
	struct gate *g = ctx;

	if (!g->is_done)
		g->passes = is_small(g, diags) && may_replace(g, diags) &&
		    (!g->site->config.feeds.validate ||
		    keeps_rules(g, item, diags));
	g->is_done = true;
	return g->passes;
}
