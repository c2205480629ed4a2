/* SPDX-License-Identifier: MIT
 * footnotes: links to footnotes, as the page of a post has them. */
#ifndef FEEDMILL_CONTENT_FOOTNOTES_H
#define FEEDMILL_CONTENT_FOOTNOTES_H

#include "../base/buf.h"
#include "../base/mem.h"

struct footnote_anchors;

/* Appends HTML that cmark made, with its references to footnotes, and the links
 * back from those, leading to where `to` has them. A link to what has no place
 * on the page has an empty reference, which is the page itself. False, and
 * nothing is written, where there are no footnotes. */
bool footnotes_lead(struct buf *out, str html,
    const struct footnote_anchors *to, struct arena *scratch);

#endif
