/* SPDX-License-Identifier: MIT
 * old_feed: what a published file says of its entries, whichever program wrote
 * it.
 *
 * The file may come from any generator, be in any format, be cut off in the
 * middle, or be no feed at all. Its reader skims it: it expands nothing, skips
 * what is not well-formed, and never looks into the texts, which are most of a
 * feed. So reading costs a small part of what writing does. */
#ifndef FEEDMILL_FEED_FORMATS_OLD_FEED_H
#define FEEDMILL_FEED_FORMATS_OLD_FEED_H

#include "base/core/mem.h"
#include "base/time/datetime.h"

struct format;

struct old_entry {
	str id;         /* as readers know it; without one, its link */
	str link, title; /* as they are written: see old_feed_text */
	instant date;   /* of publication, or else of the last change */
	bool has_date;
	bool is_found;  /* for the caller's use */
};

enum old_kind {
	OLD_TEXT,  /* of no known format */
	OLD_BLANK, /* nothing, or no more than what any file begins with */
	OLD_OTHER, /* of the syntax of a format, and no feed, such as a page */
	OLD_FEED
};

struct old_feed {
	enum old_kind kind;
	bool is_cut;    /* it ends before it is complete */
	size_t at;      /* the first byte that is no white space; of OLD_OTHER,
	                 * where it shows that it is no feed */
	/* Turns a link or a title as it is written into text. NULL: they are
	 * the same. */
	str (*text)(struct arena *a, str raw);
	struct old_entry *entries; /* in the arena */
	size_t count, capacity;
};

/* Reads a file, first as one of `format`, then as one of the others. Entries
 * are slices of the bytes, or in the arena. */
void old_feed_read(struct old_feed *out, const struct format *format,
    struct arena *a, str bytes);

/* A link or title as text, without white space at its ends. */
str old_feed_text(struct arena *a, const struct old_feed *f, str raw);

/* For `read` of a format. It is called with f->kind OLD_TEXT and f->at set. If
 * the file is of its syntax, it sets f->kind, f->is_cut and f->text, and adds
 * the entries in the order of the file: `raw` has a slice, which may be empty,
 * for each of these. An entry without id and link is left out. */
enum old_field {
	OLD_ID, OLD_LINK, OLD_TITLE, OLD_PUBLISHED, OLD_UPDATED, OLD_FIELDS
};
void old_feed_add(struct old_feed *f, struct arena *a, const str *raw);

#endif
