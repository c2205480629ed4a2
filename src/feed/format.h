/* SPDX-License-Identifier: MIT
 * format: the formats that a feed is written in. Adding one is a new file
 * and a row in format.c. */
#ifndef FEEDMILL_FEED_FORMAT_H
#define FEEDMILL_FEED_FORMAT_H

#include "../content/entry.h"
#include "plan.h"

struct format {
	const char *name;       /* in the config: "atom" */
	const char *extension;  /* ".atom" */
	const char *media_type; /* "application/atom+xml" */
	/* Appends one entry, as every feed that has it will hold it. */
	void (*write_entry)(struct buf *out, const struct entry *e,
	    const struct config *c);
	/* Appends what stands before the entries of a document, and what
	 * stands after them; `self` is its own URL. */
	void (*write_frame)(struct buf *head, struct buf *tail,
	    const struct feed *f, str self, const struct config *c);
};

/* The format of that name, or NULL. */
const struct format *format_find(str name);
/* All of them: NULL past the last. */
const struct format *format_at(size_t i);

#endif
