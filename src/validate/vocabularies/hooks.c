/* SPDX-License-Identifier: MIT
 * hooks: checks that rows of several vocabularies share. */
#include "validate/vocabularies/hooks.h"

#include "validate/tables/feed_rules.h"

/* RFC 4287, section 4.1.1: metadata come first, then entries. RSS readers
 * expect the same order. */
void
hook_metadata_opened(struct check *c, struct frame *f)
{
	const struct frame *up = frame_up(c, f);

	if (up && up->place == PLACE_FEED && frame_count(up, S("entry")))
		frame_report(c, f, RULE_MISPLACED_METADATA,
		    "comes after an entry");
	if (up && up->place == PLACE_CHANNEL && frame_count(up, S("item")))
		frame_report(c, f, RULE_MISPLACED_ITEM,
		    "comes after an item");
}

bool
hook_is_new(struct check *c, const char *kind, str value)
{
	struct buf key = {0};
	bool is_new;

	buf_printf(&key, "%s %.*s", kind, STR_ARG(value));
	is_new = table_find(&c->values, buf_str(&key)) == NULL;
	if (is_new)
		*table_at(&c->values, arena_str(&c->document->arena,
		    buf_str(&key))) = c;
	buf_free(&key);
	return is_new;
}

void
hook_check_unique(struct check *c, const struct frame *f, diag_code code,
    const char *parent)
{
	str text = frame_text(f);

	if (text.len && !hook_is_new(c, f->row->name, text))
		frame_report(c, f, code, "'%.*s' is also that of another %s",
		    STR_ARG(document_quote(c->document, text)), parent);
}

/* ---- dates ---- */

/* Of an entry or item. */
struct dates {
	instant published, updated;
	bool has_published, has_updated;
};

/* The pubDate of a channel dates an issue, not the last change. */
static void
note_feed_date(struct check *c, const struct frame *f, str name)
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
	str name = str_of(f->row->name), text = frame_text(f);
	struct dates *d;

	if (up == NULL)
		return;
	if (up->place == PLACE_FEED || up->place == PLACE_CHANNEL)
		note_feed_date(c, f, name);
	if (up->place != PLACE_ENTRY && up->place != PLACE_ITEM)
		return;
	if (up->data == NULL)
		up->data = arena_alloc(&up->arena, sizeof *d);
	d = up->data;
	if (str_eq(name, S("pubDate")))
		d->has_published = type_read_rfc822(text, &d->published);
	else if (str_eq(name, S("published")))
		d->has_published = type_read_rfc3339(text, &d->published);
	else
		d->has_updated = type_read_rfc3339(text, &d->updated);
}

/* Some readers show only the first entries, so the newest come first, or those
 * that were changed last. One report for a feed is enough. */
static void
check_order(struct check *c, const struct frame *f, instant published,
    instant updated)
{
	struct order *o = &c->order;
	bool was_unsorted = o->out_of_publication && o->out_of_change;

	if (o->has_last) {
		o->out_of_publication |= published > o->published;
		o->out_of_change |= updated > o->updated;
	}
	if (o->out_of_publication && o->out_of_change && !was_unsorted)
		frame_report(c, f, RULE_NOT_SORTED,
		    "is newer than the one before it");
	o->published = published;
	o->updated = updated;
	o->has_last = true;
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
		check_order(c, f,
		    d->has_published ? d->published : d->updated,
		    d->has_updated ? d->updated : d->published);
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
		    NULL, "the feed was updated before one of its entries");
}

/* ---- the same meaning ---- */

/* Readers take one or the other. RSS Advisory Board, RSS Profile. */
static const struct {
	const char *core, *extension;
	uint64_t in;
} pairs[] = {
	{"author", "dc:creator", IN(ITEM)},
	{"category", "dc:subject", IN(ITEM) | IN(CHANNEL)},
	{"copyright", "dc:rights", IN(CHANNEL)},
	{"generator", "admin:generatorAgent", IN(CHANNEL)},
	{"guid", "atom:id", IN(ITEM)},
	{"language", "dc:language", IN(CHANNEL)},
	{"lastBuildDate", "dcterms:modified", IN(CHANNEL)},
	{"managingEditor", "dc:creator", IN(CHANNEL)},
	{"pubDate", "atom:published", IN(ITEM)},
	{"pubDate", "dc:date", IN(ITEM) | IN(CHANNEL)},
	{"source", "dc:source", IN(ITEM)},
	{"webMaster", "dc:publisher", IN(CHANNEL)},
	{"cc:license", "creativeCommons:license", IN_FEEDS | IN_ENTRIES},
	{"title", "atom:title", IN(ITEM) | IN(CHANNEL)},
	{"description", "xhtml:body", IN(ITEM)},
	{"description", "atom:content", IN(ITEM)},
};

void
hook_check_semantics(struct check *c, const struct frame *f)
{
	for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++)
		if ((pairs[i].in & UINT64_C(1) << f->place) &&
		    frame_count(f, str_of(pairs[i].core)) &&
		    frame_count(f, str_of(pairs[i].extension)))
			frame_report(c, f, RULE_SAME_MEANING,
			    "has both <%s> and <%s>, which mean the same",
			    pairs[i].core, pairs[i].extension);
}
