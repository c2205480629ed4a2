/* SPDX-License-Identifier: MIT
 * opml: a list of all feeds, as readers import it. OPML 2.0,
 * http://opml.org/spec2.opml */
#ifndef FEEDMILL_FEED_BESIDE_OPML_H
#define FEEDMILL_FEED_BESIDE_OPML_H

#include "feed/plan/plan.h"

/* Appends the document. Feeds of terms are grouped by their taxonomy. */
void opml_write(struct buf *out, const struct plan *plan,
    const struct config *c);

#endif
