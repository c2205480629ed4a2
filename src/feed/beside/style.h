/* SPDX-License-Identifier: MIT
 * style: makes a feed readable in a browser.
 *
 * A feed may hold XHTML as foreign markup (RFC 4287, section 6; RSS 2.0,
 * "Extending RSS"): a page that explains the feed and links its posts. The
 * stylesheet shows this page and hides the elements for feed readers. The page
 * comes before the first entry, where the grammar of Atom allows extensions.
 * The W3C validator reports XHTML in entries as misplaced content. */
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
