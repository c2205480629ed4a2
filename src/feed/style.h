/* SPDX-License-Identifier: MIT
 * style: what makes a feed readable in a browser.
 *
 * A stylesheet shows titles, dates and summaries, and hides what is for feed
 * readers. Links that can be followed are XHTML, which feeds may hold as
 * foreign markup (RFC 4287, section 6; RSS 2.0, "Extending RSS"): one element
 * says what the feed is, and one before each entry has its title. All of them
 * stand beside the entries, not in them: there the W3C validator takes them
 * for misplaced content. */
#ifndef FEEDMILL_FEED_STYLE_H
#define FEEDMILL_FEED_STYLE_H

#include "../content/entry.h"
#include "plan.h"
#include "xml.h"

/* All three do nothing where the config wants no style. */

/* Names the stylesheet, before the first element of a document. */
void style_name(struct xml *x, const struct config *c);
/* Says what the feed is; `self` is its address. */
void style_head(struct xml *x, const struct feed *f, str self,
    const struct config *c);
/* Puts the title of an entry, before it. */
void style_entry(struct xml *x, const struct entry *e,
    const struct config *c);

/* Appends the stylesheet. */
void style_write(struct buf *out, const struct plan *plan,
    const struct config *c);

#endif
