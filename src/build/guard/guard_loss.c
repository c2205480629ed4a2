/* SPDX-License-Identifier: MIT
 * guard_loss: decides whether the entries that leave their feeds are too many.
 *
 * A feed loses entries for good reasons, one at a time. Many at once are more
 * likely a mistake: a clock that is not set, a folder that is not mounted, a
 * key that is misspelt in a template. */
#include "build/guard/guard_loss.h"

#include "base/core/file.h"
#include "build/codes/build_codes.h"
#include "build/guard/guard_left.h"
#include "build/site/site.h"
#include "feed/plan/order.h"

/* Number of posts that a report names. */
enum { MOST_NAMED = 3 };

enum { DAY = 24 * 60 * 60 };

/* The entries that leave one file. */
struct departure {
	const struct suspect *from;
	struct left *left;
	size_t n;
	size_t counts[LEFT_COUNT]; /* by reason */
};

struct losses {
	struct guard *guard;
	const struct table *ids;
	struct diags *diags;
	struct left_finder finder;
	struct departure *all;     /* those that lose entries */
	size_t n;
	const struct departure *early; /* it has an entry that is newer than
	                            * the clock, */
	instant newest;            /* the newest of these; NULL: none is */
	struct table reported;     /* posts, by their paths */
};

/* ---- gathering ---- */

/* The entry of another post that a new one was taken for: the old one is still
 * there, so the new one did not replace it. */
static bool
is_mistaken(const struct losses *l, const struct gain *g)
{
	return g->old_id.len && table_find(l->ids, g->old_id) != NULL;
}

static void
add_loss(struct losses *l, struct departure *d, const struct loss *loss)
{
	const struct site *s = l->guard->site;
	struct left left = left_find(&l->finder, loss);

	/* A post with another date may be older than a full feed now. */
	if (loss->is_pushed_out || (left.why == SKIP_NONE &&
	    guard_pushes_out(s, d->from->feed,
	    order_date(&s->config, left.post))))
		return;
	d->left[d->n++] = left;
	d->counts[left.why]++;
	if (left.why == SKIP_FUTURE && loss->date > l->guard->rules.now &&
	    (l->early == NULL || loss->date > l->newest)) {
		l->early = d;
		l->newest = loss->date;
	}
}

static void
gather_departure(struct losses *l, const struct suspect *s)
{
	struct arena *a = &l->guard->arena;
	struct departure *d = &l->all[l->n];

	d->from = s;
	d->left = arena_array(a, s->n_losses + s->n_gains, sizeof *d->left);
	for (size_t i = 0; i < s->n_losses; i++)
		add_loss(l, d, &s->losses[i]);
	for (size_t i = 0; i < s->n_gains; i++) {
		const struct gain *g = &s->gains[i];
		struct loss *loss = arena_alloc(a, sizeof *loss);

		*loss = (struct loss){.id = g->old_id, .link = g->old_link,
			.date = g->post->published};
		if (is_mistaken(l, g))
			add_loss(l, d, loss);
	}
	l->n += d->n > 0;
}

/* ---- too many ---- */

size_t
guard_loss_most(const struct config *c, size_t entries)
{
	long most = c->guard.loss;
	size_t tenth = entries / 10;

	return most >= 0 ? (size_t)most : tenth > 2 ? tenth : 2;
}

static size_t
most_of(const struct losses *l, const struct departure *d)
{
	return guard_loss_most(&l->guard->site->config, d->from->n_old);
}

static bool
is_too_many(const struct losses *l, const struct departure *d)
{
	return d->n > most_of(l, d) || d->from->feed->count == 0;
}

/* "2 draft, 1 without a file" */
static void
put_reasons(struct buf *out, const struct departure *d)
{
	static const char *const others[LEFT_COUNT] = {
		[SKIP_NONE] = "in other feeds only",
		[LEFT_EXCLUDED] = "excluded",
		[LEFT_GONE] = "without a file",
	};
	const char *before = "";

	for (int i = 0; i < LEFT_COUNT; i++)
		if (d->counts[i]) {
			buf_printf(out, "%s%zu %s", before, d->counts[i],
			    others[i] ? others[i] : skip_words[i]);
			before = ", ";
		}
}

static bool
has_posts(const struct site *s, str folder)
{
	size_t i = 0;

	while (i < s->scan.count && folder.len &&
	    !path_is_in(s->scan.files[i].path, folder))
		i++;
	return i < s->scan.count;
}

/* Names folders of posts that are empty, if posts have no file. */
static void
put_empty_folders(struct buf *out, const struct losses *l,
    const struct departure *d)
{
	const struct site *s = l->guard->site;
	const struct strs *folders = &s->config.posts.folders;
	struct arena a = {0};

	for (size_t i = 0; d->counts[LEFT_GONE] && i < folders->count; i++)
		if (!has_posts(s, path_clean(&a, folders->at[i])))
			buf_printf(out, "; no post is in '%.*s'",
			    STR_ARG(folders->at[i]));
	arena_free(&a);
}

/* How many feeds lose too many. Archives are parts of feeds. */
static size_t
count_feeds(const struct losses *l)
{
	const struct feed *counted = NULL;
	size_t n = 0;

	for (size_t i = 0; i < l->n; i++) {
		const struct feed *f = l->all[i].from->feed;

		if (f == counted || (f->history && f->history->page) ||
		    !is_too_many(l, &l->all[i]))
			continue;
		counted = f;
		n++;
	}
	return n;
}

static void
report_entries(struct losses *l, const struct departure *d)
{
	for (size_t i = 0; i < d->n && i < MOST_NAMED; i++)
		left_report(&l->finder, &d->left[i], DIAG_ENTRY_LOST,
		    d->from->file, l->diags);
}

static void
report_loss(struct losses *l, const struct departure *d)
{
	struct source src = {d->from->file, {0}};
	size_t feeds = count_feeds(l);
	struct buf why = {0};

	put_reasons(&why, d);
	put_empty_folders(&why, l, d);
	if (d->from->feed->count == 0)
		buf_printf(&why, "; no entry would be left");
	else
		buf_printf(&why, "; guard.loss allows %zu", most_of(l, d));
	if (feeds > 1)
		buf_printf(&why, "; %zu other feed%s would lose too many too",
		    feeds - 1, feeds == 2 ? "" : "s");
	diag_add(l->diags, DIAG_ENTRIES_LOST, &src, (struct mark){0},
	    "nothing is published: %zu of its %zu entries would leave the "
	    "feed: %s; if that is intended, run feedmill once with "
	    "--accept-loss", d->n, d->from->n_old, buf_cstr(&why));
	report_entries(l, d);
	buf_free(&why);
}

/* ---- the clock ---- */

static void
report_clock(struct losses *l, const struct source *src, const char *what,
    instant when)
{
	const struct guard_rules *rules = &l->guard->rules;
	char now[DATETIME_TEXT], then[DATETIME_TEXT];

	diag_add(l->diags, DIAG_CLOCK_BACK, src, (struct mark){0},
	    "nothing is published: the clock says %.*s, but %s %.*s; set the "
	    "clock, or, if it is right, run feedmill once with --accept-loss",
	    STR_ARG(datetime_rfc3339(rules->now, now)), what,
	    STR_ARG(datetime_rfc3339(when, then)));
}

/* Whether the clock is wrong, which is reported. --now says nothing of the
 * clock: it counts only if it costs entries. */
static bool
is_clock_back(struct losses *l)
{
	const struct guard_rules *r = &l->guard->rules;
	struct source src = {0};

	if (l->early) {
		src.name = l->early->from->file;
		report_clock(l, &src, "the feed has a post of", l->newest);
		report_entries(l, l->early);
		return true;
	}
	if (r->last_clock < r->now || r->last_clock - r->now < DAY ||
	    (!r->is_clock && l->n == 0))
		return false;
	report_clock(l, NULL, "the last run was at", r->last_clock);
	if (l->n)
		report_entries(l, &l->all[0]);
	return true;
}

/* ---- the verdict ---- */

static bool
is_refused(struct losses *l)
{
	if (l->guard->rules.accept_loss)
		return false;
	if (is_clock_back(l))
		return true;
	for (size_t i = 0; i < l->n; i++)
		if (is_too_many(l, &l->all[i])) {
			report_loss(l, &l->all[i]);
			return true;
		}
	return false;
}

/* Warns of posts whose files exist. Those with errors are reported already. */
static void
warn_of(struct losses *l, const struct departure *d)
{
	for (size_t i = 0; i < d->n; i++) {
		const struct left *left = &d->left[i];
		void **at;

		if (left->file == NULL || left->why == SKIP_NONE ||
		    left->why == SKIP_ERROR)
			continue;
		at = table_at(&l->reported, left->file->path);
		if (*at == NULL)
			left_report(&l->finder, left, DIAG_POST_LEFT,
			    d->from->file, l->diags);
		*at = l;
	}
}

bool
guard_loss_passes(struct guard *g, struct suspect *const *all, size_t n,
    const struct table *ids, struct diags *diags)
{
	struct losses l = {.guard = g, .ids = ids, .diags = diags,
		.finder = {.site = g->site, .ids = ids}};
	bool refused;

	l.all = arena_array(&g->arena, n, sizeof *l.all);
	for (size_t i = 0; i < n; i++)
		gather_departure(&l, all[i]);
	refused = is_refused(&l);
	for (size_t i = 0; i < l.n && !refused; i++)
		warn_of(&l, &l.all[i]);
	left_finder_free(&l.finder);
	table_free(&l.reported);
	return !refused;
}
