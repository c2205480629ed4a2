/* SPDX-License-Identifier: MIT
 * guard_verdict: decides from the suspects that guard.c found whether the feeds
 * may be published.
 *
 * An id is not lost as long as some post of the site has it, whichever feed it
 * left. So which entries would come back under another id can be said only
 * after all posts were read. */
#include <stdlib.h>

#include "base/core/table.h"
#include "base/time/zone.h"
#include "build/codes/build_codes.h"
#include "build/guard/guard_cause.h"
#include "build/guard/guard_loss.h"
#include "build/site/site.h"

/* Number of posts that a report names. */
enum { MOST_NAMED = 3 };

struct verdict {
	struct guard *guard;
	struct diags *diags;
	struct table ids;      /* of all posts */
	struct table reported; /* posts, by their paths */
	struct move *moves;
	size_t n_moves, cap_moves;
	bool fails;
};

/* ---- in the order of the plan ---- */

static int
by_place(const void *a, const void *b)
{
	const struct suspect *x = *(struct suspect *const *)a;
	const struct suspect *y = *(struct suspect *const *)b;

	if (x->feed != y->feed)
		return x->feed < y->feed ? -1 : 1;
	return str_cmp(x->file, y->file);
}

static struct suspect **
sort_suspects(struct guard *g)
{
	struct suspect **all =
	    arena_array(&g->arena, g->n_suspects, sizeof(struct suspect *));
	size_t n = 0;

	for (struct suspect *s = g->suspects; s; s = s->next)
		all[n++] = s;
	qsort(all, n, sizeof(struct suspect *), by_place);
	return all;
}

/* Gathers the ids of all posts: a post that left its feeds keeps its id. Of two
 * with the same id, the published one counts. */
static void
gather_ids(struct verdict *v)
{
	const struct site *s = v->guard->site;

	table_reserve(&v->ids, s->n_posts);
	for (size_t i = 0; i < s->n_posts; i++) {
		struct post *p = &s->posts[i];
		void **at;

		if (p->id.len == 0)
			continue;
		at = table_at(&v->ids, str_trim(p->id));
		if (*at == NULL || p->skip == SKIP_NONE)
			*at = p;
	}
}

/* Whether this is the first call for the post. */
static bool
is_new(struct verdict *v, const struct post *p)
{
	void **at = table_at(&v->reported, p->path);
	bool is_first = *at == NULL;

	*at = v;
	return is_first;
}

/* ---- ids that would change ---- */

static bool
is_move(const struct verdict *v, const struct gain *g)
{
	return g->old_id.len && table_find(&v->ids, g->old_id) == NULL;
}

static void
add_moves(struct verdict *v, const struct suspect *s)
{
	for (size_t i = 0; i < s->n_gains; i++) {
		const struct gain *g = &s->gains[i];

		if (!is_move(v, g) || !is_new(v, g->post))
			continue;
		v->moves = arena_grow(&v->guard->arena, v->moves, v->n_moves,
		    &v->cap_moves, sizeof *v->moves);
		v->moves[v->n_moves++] = (struct move){
			g->post, s, g->old_id, g->old_link};
	}
}

static void
report_move(struct verdict *v, const struct move *m)
{
	struct source src = {m->post->path, {0}};

	diag_add(v->diags, DIAG_ID_CHANGED, &src, (struct mark){0},
	    "its id in %.*s is '%.*s', and would be '%.*s'",
	    STR_ARG(m->in->file), STR_ARG(m->old_id), STR_ARG(m->post->id));
}

static void
report_moves(struct verdict *v)
{
	struct site *s = v->guard->site;
	struct buf why = {0}, what = {0};
	const char *key =
	    cause_of_moves(&why, s, v->moves, v->n_moves);
	const struct value *at =
	    key ? config_find(&s->config, key) : NULL;
	const struct source *src = at ? config_source(&s->config, at)
	    : key ? &s->config.source : NULL;

	cause_put_remedy(&what, s, v->moves, key);
	diag_add(v->diags, DIAG_IDS_CHANGED, src,
	    at ? at->at : (struct mark){0},
	    "nothing is published: %zu post%s would reach all readers again, "
	    "as unread, under %s: %s; %s", v->n_moves,
	    v->n_moves == 1 ? "" : "s",
	    v->n_moves == 1 ? "another id" : "other ids", buf_cstr(&why),
	    buf_cstr(&what));
	for (size_t i = 0; i < v->n_moves && i < MOST_NAMED; i++)
		report_move(v, &v->moves[i]);
	buf_free(&why);
	buf_free(&what);
	v->fails = true;
}

/* ---- old posts ---- */

static bool
is_late(const struct verdict *v, const struct gain *g)
{
	return g->is_late && !is_move(v, g);
}

/* Whether late posts make up a flood. Old posts also come to the feeds of terms
 * and queries in harmless ways, for example by a new tag. There it is a flood
 * only if as many ids vanish from the site: then they are likely to be the same
 * posts. */
static bool
is_flood(const struct verdict *v, const struct suspect *s, size_t late)
{
	size_t most = (size_t)v->guard->site->config.ids.flood, lost = 0;

	if (late <= most)
		return false;
	if (s->feed->taxonomy == NULL && s->feed->extra == NULL)
		return true;
	for (size_t i = 0; i < s->n_losses; i++)
		lost += table_find(&v->ids, s->losses[i].id) == NULL;
	return lost > most;
}

static void
report_late(struct verdict *v, const struct suspect *s, size_t late)
{
	const struct config *c = &v->guard->site->config;
	struct source src = {s->file, {0}};
	struct datetime d = datetime_at(s->newest, c->site.zone);
	size_t named = 0;

	diag_add(v->diags, DIAG_OLD_POSTS, &src, (struct mark){0},
	    "nothing is published: %zu posts that are older than the newest "
	    "one in it, of %04d-%02d-%02d, would reach its readers as new, "
	    "and ids.flood allows %ld; if that is intended, run feedmill once "
	    "with --accept-new-ids", late, d.year, d.month, d.day,
	    c->ids.flood);
	for (size_t i = 0; i < s->n_gains && named < MOST_NAMED; i++) {
		const struct post *p = s->gains[i].post;

		if (!is_late(v, &s->gains[i]))
			continue;
		src.name = p->path;
		d = datetime_at(p->published, c->site.zone);
		diag_add(v->diags, DIAG_OLD_POST, &src, (struct mark){0},
		    "of %04d-%02d-%02d, and %.*s has no entry with its id "
		    "'%.*s'", d.year, d.month, d.day, STR_ARG(s->file),
		    STR_ARG(p->id));
		named++;
	}
	v->fails = true;
}

/* Report only the first format of a feed. */
static bool
judge_late(struct verdict *v, const struct suspect *s)
{
	size_t late = 0;

	for (size_t i = 0; i < s->n_gains; i++)
		late += is_late(v, &s->gains[i]);
	if (!is_flood(v, s, late))
		return false;
	report_late(v, s, late);
	return true;
}

/* ---- the verdict ---- */

/* Reports changes of ids and old posts. */
static void
judge_ids(struct verdict *v, struct suspect **all, size_t n)
{
	const struct feed *told = NULL;

	for (size_t i = 0; i < n; i++) {
		v->fails |= all[i]->is_foreign;
		diags_move(v->diags, &all[i]->diags);
	}
	for (size_t i = 0; i < n; i++)
		add_moves(v, all[i]);
	if (v->n_moves)
		report_moves(v);
	for (size_t i = 0; i < n; i++)
		if (all[i]->feed != told && judge_late(v, all[i]))
			told = all[i]->feed;
}

bool
guard_passes(struct guard *g, struct diags *diags)
{
	struct verdict v = {.guard = g, .diags = diags};
	struct suspect **all = sort_suspects(g);

	if (g->n_suspects)
		gather_ids(&v);
	if (!g->rules.accept_new_ids)
		judge_ids(&v, all, g->n_suspects);
	if (!v.fails)
		v.fails = !guard_loss_passes(
		    g, all, g->n_suspects, &v.ids, diags);
	table_free(&v.ids);
	table_free(&v.reported);
	return !v.fails;
}
