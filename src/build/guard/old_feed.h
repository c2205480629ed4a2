/* SPDX-License-Identifier: MIT
 * old_feed: what a published file says of its entries, whoever wrote it.
 *
 * It may be of any generator, in any format, cut off in the middle, or no
 * feed at all. It is only looked through: nothing is expanded, what is not
 * well-formed is passed over, and most of a feed, the texts, is never looked
 * into. So it costs a small part of what it takes to write one. */
#ifndef FEEDMILL_BUILD_GUARD_OLD_FEED_H
#define FEEDMILL_BUILD_GUARD_OLD_FEED_H

#include "base/core/mem.h"
#include "base/time/datetime.h"

struct old_entry {
	str id;         /* as readers know it; of one without, its link */
	str link, title; /* as they are written: see old_feed_text */
	instant date;   /* of publication, or else of the last change */
	bool has_date;
	bool is_found;  /* for who reads it */
};

enum old_kind {
	OLD_FEED,  /* Atom, RSS 2.0, 1.0 and before, or JSON Feed */
	OLD_BLANK, /* nothing, or no more than what any file begins with */
	OLD_TEXT,  /* neither XML nor JSON */
	OLD_OTHER  /* XML or JSON of another kind, such as a page */
};

struct old_feed {
	enum old_kind kind;
	bool is_json;
	bool is_cut;    /* it ends before it is complete */
	size_t at;      /* of something else: the byte where that shows */
	struct old_entry *entries; /* in the arena */
	size_t count, capacity;
};

/* Looks through a file. Entries are slices of the bytes, or in the arena. */
void old_feed_read(struct old_feed *out, struct arena *a, str bytes);

/* A link or title as text: references, CDATA sections and escapes are
 * resolved, tags dropped, white space at its ends trimmed. */
str old_feed_text(struct arena *a, const struct old_feed *f, str raw);

/* For the two readers of it. What an entry may say, and adding one that was
 * read; `raw` has a slice for each of these. */
enum old_field {
	OLD_ID, OLD_LINK, OLD_TITLE, OLD_PUBLISHED, OLD_UPDATED, OLD_FIELDS
};
void old_feed_add(struct old_feed *f, struct arena *a, const str *raw);
void old_feed_read_xml(struct old_feed *f, struct arena *a, str text);
void old_feed_read_json(struct old_feed *f, struct arena *a, str text);

#endif
