/* SPDX-License-Identifier: MIT
 * dates: the dates of entries, held against each other. Feed rules 14 and
 * 18. */
#include "hooks.h"

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

void
hook_date_closed(struct check *c, struct frame *f)
{
	struct frame *up = frame_up(c, f);
	str name = str_of(f->row->name);
	struct dates *d;

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
}
