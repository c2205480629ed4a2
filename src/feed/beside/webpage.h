/* SPDX-License-Identifier: MIT
 * webpage: HTML for people, and pieces of it, written into a buffer.
 *
 * Escaping happens here and nowhere else, as in xml.h. Lines end only where the
 * caller says so. */
#ifndef FEEDMILL_FEED_BESIDE_WEBPAGE_H
#define FEEDMILL_FEED_BESIDE_WEBPAGE_H

#include "base/core/buf.h"
#include "base/core/markup.h"

enum { WEBPAGE_DEPTH = 12 };

/* A writer of HTML. Lives on the caller's stack; owns no memory. */
struct webpage {
	struct buf *out;
	int depth;                        /* number of open elements */
	const char *names[WEBPAGE_DEPTH]; /* of the open elements */
	bool in_tag;                      /* the last start tag is still open */
};

/* Begins a document: writes the document type, and a comment that names
 * feedmill as the generator. */
struct webpage webpage_document(struct buf *out);
/* Begins a fragment of a document. */
struct webpage webpage_piece(struct buf *out);

void webpage_open(struct webpage *w, const char *name);
/* Adds an attribute to the element opened last, before its content. An empty
 * value writes no attribute. */
void webpage_attr(struct webpage *w, const char *name, str value);
/* Adds an attribute without a value. */
void webpage_flag(struct webpage *w, const char *name);
/* Writes text, escaped, in the open element. */
void webpage_put(struct webpage *w, str text);
/* Writes markup, a script or a stylesheet unchanged in the open element. */
void webpage_markup(struct webpage *w, struct markup m);
void webpage_line(struct webpage *w);
/* Closes the open element. Void elements get no end tag. */
void webpage_close(struct webpage *w);
/* Closes the open element, and ends the line. */
void webpage_end(struct webpage *w);

/* Writes <name>text</name>. */
void webpage_text(struct webpage *w, const char *name, str text);

#endif
