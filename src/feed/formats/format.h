/* SPDX-License-Identifier: MIT
 * format: the formats that a feed is written in. Adding one is a new file
 * and a row in format.c. */
#ifndef FEEDMILL_FEED_FORMATS_FORMAT_H
#define FEEDMILL_FEED_FORMATS_FORMAT_H

#include "content/entry/entry.h"
#include "feed/plan/plan.h"

#define FORMAT_NO_TEXT ((size_t)-1)

struct format {
	const char *name;       /* in the config: "atom" */
	const char *label;      /* for people: "Atom"; NULL: the name */
	const char *extension;  /* ".atom" */
	const char *media_type; /* "application/atom+xml" */
	bool has_podcasts;      /* it has the elements of one */
	const char *separator;  /* between two entries; or NULL */
	/* What the first line of each entry, or one near it, has in it and no
	 * other line of a document: "<item>". */
	const char *entry_opening;
	bool has_image;         /* entries name their picture even where the
	                         * text shows it: readers know that it is
	                         * one of those */
	/* Appends one entry, as every feed that has it will hold it, but for
	 * its full text, which belongs at the offset that is returned; or
	 * nowhere, FORMAT_NO_TEXT. */
	size_t (*write_entry)(struct buf *out, const struct entry *e,
	    const struct config *c);
	/* Appends that text. Formats that do it alike share it: it is most of
	 * an entry. */
	void (*write_text)(struct buf *out, struct markup text);
	/* Appends what stands before the entries of a document, and what
	 * stands after them; `self` is its own URL. */
	void (*write_frame)(struct buf *head, struct buf *tail,
	    const struct feed *f, str self, const struct config *c);
};

/* The format of that name, or NULL. */
const struct format *format_find(str name);
/* All of them: NULL past the last. */
const struct format *format_at(size_t i);
/* What people call it. */
str format_label(const struct format *f);

#endif
