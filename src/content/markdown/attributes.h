/* SPDX-License-Identifier: MIT
 * attributes: lists of attributes in Markdown, which readers have no use
 * for. */
#ifndef FEEDMILL_CONTENT_MARKDOWN_ATTRIBUTES_H
#define FEEDMILL_CONTENT_MARKDOWN_ATTRIBUTES_H

#include "base/core/buf.h"
#include "base/core/mem.h"
#include "base/core/str.h"

enum {
	ATTRS_KRAMDOWN = 1 << 0, /* {: .a #b}, {:toc}, {::comment} */
	ATTRS_HEADING = 1 << 1,  /* {#b .a} at the end of headings */
	ATTRS_BLOCK = 1 << 2,    /* {.a} on a line of its own */
	ATTRS_SPAN = 1 << 3,     /* {.a} wherever it stands */
	ATTRS_TOC = 1 << 4,      /* [TOC] on a line of its own */
};

/* Appends the text without lists of the kinds `which`. Code is not changed. */
void attributes_strip(struct buf *out, str text, unsigned which,
    struct arena *a);

#endif
