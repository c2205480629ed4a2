/* SPDX-License-Identifier: MIT
 * footnotes: links to footnotes, as the page of a post has them. */
#ifndef FEEDMILL_CONTENT_MARKDOWN_FOOTNOTES_H
#define FEEDMILL_CONTENT_MARKDOWN_FOOTNOTES_H

#include "base/core/mem.h"
#include "base/core/table.h"

struct footnote_anchors;

/* The footnotes of a text. Start with the first two members set. */
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
/* The same HTML with its references, and with the links back from what stands
 * from `section` on, leading to where the page has them. A link to what has no
 * place there has an empty reference, which is the page itself. Once all
 * parts are read. It is html or a copy in the arena. */
str footnotes_lead(struct footnotes *f, str html, size_t section);
void footnotes_free(struct footnotes *f);

#endif
