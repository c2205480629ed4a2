/* SPDX-License-Identifier: MIT
 * footnotes: links to footnotes, as the page of a post has them. */
#ifndef FEEDMILL_CONTENT_MARKDOWN_FOOTNOTES_H
#define FEEDMILL_CONTENT_MARKDOWN_FOOTNOTES_H

#include "base/core/mem.h"
#include "base/core/table.h"

struct footnote_anchors;

/* The footnotes of a text. Set the first two members, and zero the others. */
struct footnotes {
	const struct footnote_anchors *to; /* where the page has them; NULL:
	                                    * links stay as they are */
	struct arena *arena;
	struct table names; /* to the first struct ref of each */
};

/* Reads the references in HTML that cmark made of the text, or of a part of
 * it; the parts in their order. */
void footnotes_read(struct footnotes *f, str html);
/* Where the section of the footnotes begins in such HTML; its length where
 * there is none. */
size_t footnotes_section(str html);
/* Such HTML with its references, and the links back in what follows `section`,
 * leading to where the page has them. An anchor that the page does not have
 * becomes an empty reference, which is the page itself. Call it once all parts
 * are read. The result is html or a copy in the arena. */
str footnotes_lead(struct footnotes *f, str html, size_t section);
void footnotes_free(struct footnotes *f);

#endif
