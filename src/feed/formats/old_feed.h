/* SPDX-License-Identifier: MIT
 * old_feed: the ids, links, titles and dates of a published file.
 *
 * Any program may have written the file. It can be in any format, be cut off,
 * or not be a feed at all. So the reader skips markup that is not well-formed,
 * expands no entities, and never parses the texts, which are most of a feed.
 * That makes reading much faster than writing. */
#ifndef FEEDMILL_FEED_FORMATS_OLD_FEED_H
#define FEEDMILL_FEED_FORMATS_OLD_FEED_H

#include "base/core/mem.h"
#include "base/time/datetime.h"

struct format;

struct old_entry {
	str id;         /* as readers know it; the link if it has none */
	str link, title; /* raw: see old_feed_text */
	instant date;   /* of publication, or else of the last change */
	bool has_date;
	bool is_found;  /* for the caller's use */
	bool is_other;  /* in an export: a page, an attachment or a draft */
};

enum old_kind {
	OLD_TEXT,  /* in no known format */
	OLD_BLANK, /* empty, or cut off before it shows what it is */
	OLD_OTHER, /* in the syntax of a format but no feed, such as a page */
	OLD_FEED
};

struct old_feed {
	enum old_kind kind;
	bool is_cut;    /* it ends before it is complete */
	size_t at;      /* offset of the first byte that is not white space; for
	                 * OLD_OTHER, of the part that is not a feed */
	/* Turns a raw link or title into text. NULL: they are the same. */
	str (*text)(struct arena *a, str raw);
	/* Raw addresses of the next page and of the previous archive, which
	 * have older entries (RFC 5005); or empty. */
	str next, archive;
	struct old_entry *entries; /* in the arena */
	size_t count, capacity;
};

/* Reads a file, first in `format`, then in the other formats. The texts of
 * entries are slices of the bytes, or in the arena. */
void old_feed_read(struct old_feed *out, const struct format *format,
    struct arena *a, str bytes);

/* A link or title as text, without white space at its ends. */
str old_feed_text(struct arena *a, const struct old_feed *f, str raw);

/* For `read` of a format. It is called with f->kind OLD_TEXT and f->at set. If
 * the file is of its syntax, it sets f->kind, f->is_cut and f->text, and adds
 * the entries in the order of the file: `raw` has a slice, which may be empty,
 * for each of these. An entry without id and link is left out. */
enum old_field {
	OLD_ID, OLD_LINK, OLD_TITLE, OLD_PUBLISHED, OLD_UPDATED,
	OLD_TYPE,   /* in exports only: "post" or "page" */
	OLD_STATUS, /* in exports only: "publish" or "draft" */
	OLD_FIELDS
};
void old_feed_add(struct old_feed *f, struct arena *a, const str *raw);

#endif
