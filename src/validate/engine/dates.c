/* SPDX-License-Identifier: MIT
 * dates: the dates of entries and of their feed, held against each other.
 * Feed rules 14, 15 and 18. */
#include "validate/engine/hooks.h"

/* What an entry or item remembers. */
struct dates {
	instant published, updated;
	bool has_published, has_updated;
};

static bool
is_entry(const struct frame *f)
{
	return f && (f->place == PLACE_ENTRY || f->place == PLACE_ITEM);
}

/* The pubDate of a channel is that of an issue, and says nothing of it. */
static void
keep_feed_date(struct check *c, const struct frame *f, str name)
{
	if (str_eq(name, S("lastBuildDate"))
	    ? type_read_rfc822(frame_text(f), &c->feed_date)
	    : str_eq(name, S("updated")) &&
	    type_read_rfc3339(frame_text(f), &c->feed_date))
		c->feed_date_at = f->at;
}

void
hook_date_closed(struct check *c, struct frame *f)
{
	struct frame *up = frame_up(c, f);
	str name = str_of(f->row->name);
	struct dates *d;

	if (up && (up->place == PLACE_FEED || up->place == PLACE_CHANNEL))
		keep_feed_date(c, f, name);
	if (!is_entry(up))
		return;
	if (up->data == NULL)
		up->data = arena_alloc(&up->arena, sizeof *d);
	d = up->data;
	if (str_eq(name, S("pubDate")))
		d->has_published =
		    type_read_rfc822(frame_text(f), &d->published);
	else if (str_eq(name, S("published")))
		d->has_published =
		    type_read_rfc3339(frame_text(f), &d->published);
	else
		d->has_updated =
		    type_read_rfc3339(frame_text(f), &d->updated);
}

/* The newest first; readers that show only some of the entries show those in
 * front. Once for a feed is enough. */
static void
check_order(struct check *c, const struct frame *f, instant t)
{
	if (c->has_last && t > c->last && !c->is_unsorted) {
		c->is_unsorted = true;
		frame_report(c, f, RULE_NOT_SORTED,
		    "is newer than the one before it");
	}
	c->last = t;
	c->has_last = true;
}

void
hook_check_dates(struct check *c, const struct frame *f)
{
	const struct dates *d = f->data;

	if (d == NULL)
		return;
	if (d->has_published && d->has_updated && d->updated < d->published)
		frame_report(c, f, RULE_UPDATED_EARLY,
		    "was updated before it was published");
	if (d->has_published || d->has_updated)
		check_order(c, f, d->has_published
		    ? d->published : d->updated);
	if (d->has_published && d->published > c->newest)
		c->newest = d->published;
	if (d->has_updated && d->updated > c->newest)
		c->newest = d->updated;
}

void
hook_check_feed_date(struct check *c)
{
	if (c->feed_date_at && c->feed_date < c->newest)
		document_report(c->document, RULE_FEED_STALE, c->feed_date_at,
		    NULL, "the feed was updated before an entry of it");
}
