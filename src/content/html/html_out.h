/* SPDX-License-Identifier: MIT
 * html_out: writing HTML that parsers read back as it was meant. */
#ifndef FEEDMILL_CONTENT_HTML_HTML_OUT_H
#define FEEDMILL_CONTENT_HTML_HTML_OUT_H

#include "base/core/buf.h"
#include "content/html/html_attrs.h"
#include "content/html/html_elements.h"

enum { HTML_MAX_DEPTH = 500 }; /* elements open at a time */

/* An element whose start tag is written and whose end tag is not. */
struct html_level {
	const struct html_element *row;
	const void *key; /* whose tags they are */
	size_t start;    /* offsets in the output: of the start tag, */
	size_t inside;   /* and behind it */
	uint32_t in;     /* IN_ bits that hold there */
};

struct html_out {
	struct buf *to;
	const struct html_policy *policy;
	struct buf tmp; /* owned, for work on one value */
	struct html_level levels[HTML_MAX_DEPTH + 1]; /* so many are set: */
	size_t count; /* at least 1: the fragment itself */
	bool is_deep; /* an element found no level, and the output is void */
};

void html_out_init(struct html_out *o, struct buf *to,
    const struct html_policy *policy);
void html_out_free(struct html_out *o);

/* The IN_ bits of the place that is open. */
uint32_t html_out_in(const struct html_out *o);
/* Whether only table parts may stand there, and no text. */
bool html_out_in_table(const struct html_out *o);

/* Makes room for an element, which closes a paragraph that cannot hold it.
 * False: it may not stand there. */
bool html_out_fit(struct html_out *o, const struct html_element *row);
/* Writes the start tag of an element that fits. It stays open until the end
 * of `key`, unless it is void. False, and nothing is written: it is of no use
 * with the attributes that it may keep. */
bool html_out_start(struct html_out *o, const struct html_element *row,
    const struct html_attrs *attrs, const void *key);
/* Writes the end tag of the element that was started with `key`, if it is the
 * innermost one; false: it is closed already, or was not started. */
bool html_out_end(struct html_out *o, const void *key);
/* Writes text; between table parts only white space. */
void html_out_text(struct html_out *o, str text);
/* Keeps what was written apart from what comes: a line break, unless there
 * is white space or an element begins. */
void html_out_gap(struct html_out *o);

#endif
