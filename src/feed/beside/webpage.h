/* SPDX-License-Identifier: MIT
 * webpage: HTML for people, and pieces of it, written into a buffer.
 *
 * Escaping happens here and nowhere else, as in xml.h. An element is written
 * in one line, unless it says where lines end. */
#ifndef FEEDMILL_FEED_BESIDE_WEBPAGE_H
#define FEEDMILL_FEED_BESIDE_WEBPAGE_H

#include "base/core/buf.h"
#include "base/core/markup.h"

enum { WEBPAGE_DEPTH = 12 };

/* A writer. On the caller's stack; it owns nothing. */
struct webpage {
	struct buf *out;
	int depth;                        /* of the element that is open */
	const char *names[WEBPAGE_DEPTH]; /* of the open elements */
	bool in_tag;                      /* the last start tag is not ended */
};

/* Begins a document: the document type, and a comment that says what wrote
 * it. */
struct webpage webpage_document(struct buf *out);
/* Begins a piece of one. */
struct webpage webpage_piece(struct buf *out);

void webpage_open(struct webpage *w, const char *name);
/* Of the element opened last, before its content. An empty value writes no
 * attribute. */
void webpage_attr(struct webpage *w, const char *name, str value);
/* An attribute without a value. */
void webpage_flag(struct webpage *w, const char *name);
/* Text in the open element. */
void webpage_put(struct webpage *w, str text);
/* Markup in it, a script or a stylesheet too, as it is. */
void webpage_markup(struct webpage *w, struct markup m);
void webpage_line(struct webpage *w);
/* Writes no end tag for the elements that HTML calls void. */
void webpage_close(struct webpage *w);

/* <name>text</name>. */
void webpage_text(struct webpage *w, const char *name, str text);

#endif
