/* SPDX-License-Identifier: MIT
 * style: what makes a feed readable in a browser.
 *
 * A page in XHTML, which feeds may hold as foreign markup (RFC 4287, section
 * 6; RSS 2.0, "Extending RSS"): it says what the feed is and links its posts.
 * The stylesheet shows it, and hides what is for feed readers. All of it
 * stands before the first entry, where the grammar of Atom has extensions; in
 * entries the W3C validator takes it for misplaced content. */
#ifndef FEEDMILL_FEED_BESIDE_STYLE_H
#define FEEDMILL_FEED_BESIDE_STYLE_H

#include "content/entry/entry.h"
#include "feed/formats/xml.h"
#include "feed/plan/plan.h"

/* Both functions do nothing if the config has no feeds.style. */

/* Writes the reference to the stylesheet; call it before the first element of a
 * document. */
void style_name(struct xml *x, const struct config *c);
/* Writes the content that the stylesheet shows, before the entries; `self` is
 * the URL of the feed. */
void style_head(struct xml *x, const struct feed *f, str self,
    const struct config *c);

/* Appends the stylesheet. */
void style_write(struct buf *out, const struct plan *plan,
    const struct config *c);

#endif
