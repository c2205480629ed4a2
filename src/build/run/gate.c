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
	return entries_is_right(
	    g->entries, p, g->feed->cut, g->format, g->thread);
}

/* Lists the posts of the feed whose entries were not judged before. Returns
 * their number. */
static size_t
find_unjudged(const struct gate *g, struct post **posts)
{
	size_t n = 0;

	for (size_t i = 0; i < g->feed->count; i++)
		if (!is_right(g, g->feed->posts[i]))
			posts[n++] = g->feed->posts[i];
	return n;
}

static void
add_entry(const struct gate *g, struct buf *text, const struct post *p)
{
	str parts[ENTRY_PARTS];
	unsigned none = 0;
	size_t n = entries_get(
	    g->entries, p, g->feed->cut, g->format, parts, &none);

	for (size_t i = 0; i < n; i++)
		buf_add(text, parts[i]);
}

/* Judges the frame of the document with some of its entries. */
static enum verdict
judge_some(const struct gate *g, const struct publish_item *item,
    struct post *const *posts, size_t n, struct diags *diags)
{
	const char *separator = format_of(g)->separator;
	struct buf text = {0};
	enum verdict verdict;

	buf_add(&text, item->parts[0]);
	for (size_t i = 0; i < n; i++) {
		if (i > 0 && separator)
			buf_add(&text, str_of(separator));
		add_entry(g, &text, posts[i]);
	}
	buf_add(&text, item->parts[item->n - 1]);
	verdict = judge(g, posts, n, buf_str(&text), diags);
	buf_free(&text);
	return verdict;
}

/* Judges an entry alone. True: it cannot be judged. Then its post is lost, or,
 * if the next run may succeed, only reported. */
static bool
is_cause(const struct gate *g, const struct publish_item *item,
    struct post *post, struct diags *diags)
{
	struct diags found = {0};
	enum verdict verdict = judge_some(g, item, &post, 1, &found);

	if (verdict == VERDICT_LOST)
		entries_lose(g->entries, &found);
	else if (verdict == VERDICT_NONE)
		diags_move(diags, &found);
	diags_free(&found);
	return verdict >= VERDICT_NONE;
}

/* Finds the entries that cannot be judged. If each of them can, reports that
 * the frame, or all entries together, cannot be judged. */
static void
find_cause(const struct gate *g, const struct publish_item *item,
    struct post *const *posts, size_t n, struct diags *all,
    struct diags *diags)
{
	struct diags none = {0};
	bool is_found = judge_some(g, item, posts, 0, &none) < VERDICT_NONE;
	size_t causes = 0;

	for (size_t i = 0; is_found && i < n; i++)
		causes += is_cause(g, item, posts[i], diags);
	if (causes == 0)
		diags_move(diags, is_found ? all : &none);
	diags_free(&none);
}

/* Judges the frame of the document, with the entries that were not judged
 * before. Of what that finds only the entries that cannot be judged are
 * reported: lines and positions are not those of the document. */
static enum verdict
judge_rest(const struct gate *g, const struct publish_item *item,
    struct diags *diags)
{
	struct post **posts = mem_alloc(
	    (g->feed->count + 1) * sizeof *posts);
	size_t n = find_unjudged(g, posts);
	struct diags found = {0};
	enum verdict verdict = judge_some(g, item, posts, n, &found);

	for (size_t i = 0; verdict == VERDICT_RIGHT && i < n; i++)
		entries_set_right(g->entries, posts[i], g->feed->cut, g->format,
		    g->thread);
	if (verdict >= VERDICT_NONE)
		find_cause(g, item, posts, n, &found, diags);
	diags_free(&found);
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
	enum verdict verdict = VERDICT_WRONG;

	if (item->n > 1)
		verdict = judge_rest(g, item, diags);
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
