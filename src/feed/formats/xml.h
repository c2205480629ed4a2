/* SPDX-License-Identifier: MIT
 * xml: documents and pieces of them, written straight into a buffer.
 *
 * Escaping happens here and nowhere else: text is passed as str, HTML as struct
 * markup, and both are written as escaped text. libxml2's writer took a fifth
 * of a run, and its indentation could not be turned off in places. */
#ifndef FEEDMILL_FEED_FORMATS_XML_H
#define FEEDMILL_FEED_FORMATS_XML_H

#include "base/core/buf.h"
#include "base/core/markup.h"

enum { XML_DEPTH = 8 };

/* A writer. On the caller's stack; it owns nothing. */
struct xml {
	struct buf *out;
	int depth;                    /* number of open elements */
	const char *names[XML_DEPTH]; /* of the open elements */
	bool in_tag;                  /* the last start tag is not ended */
	bool in_text;                 /* the open element holds text */
};

/* Begins a document: the declaration is written. */
struct xml xml_document(struct buf *out);
/* Names the stylesheet; call it before the first element of a document.
 * https://www.w3.org/TR/xml-stylesheet/ */
void xml_stylesheet(struct xml *x, const char *type, str href);
/* Begins a piece that belongs `depth` elements deep in a document. */
struct xml xml_piece(struct buf *out, int depth);
/* Continues in another buffer. The open element has children already. */
void xml_go_on(struct xml *x, struct buf *out);

void xml_open(struct xml *x, const char *name);
/* Adds an attribute to the element opened last, before its content. An empty
 * value writes no attribute. */
void xml_attr(struct xml *x, const char *name, str value);
/* The same for prose, as in xml_text. Writes an empty value too. */
void xml_attr_text(struct xml *x, const char *name, str text);
/* The same for a number; 0 writes no attribute. */
void xml_attr_number(struct xml *x, const char *name, uint64_t n);
void xml_close(struct xml *x);

/* Writes <name>value</name> for a URL, a date or a word; nothing if it is
 * empty. */
void xml_value(struct xml *x, const char *name, str value);
/* The same for prose. Some readers parse prose as HTML: text that looks like
 * HTML is written so that they show it. */
void xml_text(struct xml *x, const char *name, str text);
/* The same for a number; nothing if it is 0. */
void xml_number(struct xml *x, const char *name, uint64_t n);
/* Writes a value as the content of the open element. */
void xml_put_value(struct xml *x, str value);
/* Writes prose as the content of the open element. */
void xml_put_text(struct xml *x, str text);
/* Writes HTML, escaped, as the content of the open element. */
void xml_put_markup(struct xml *x, struct markup m);

/* Returns the offset at which the caller must insert the content of the open
 * element, as xml_escape writes it. */
size_t xml_leave_hole(struct xml *x);
/* Appends HTML, escaped. */
void xml_escape(struct buf *out, struct markup m);

#endif
