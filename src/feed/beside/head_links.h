/* SPDX-License-Identifier: MIT
 * head_links: the <link> elements by which pages name their feeds, for the
 * templates of the site. */
#ifndef FEEDMILL_FEED_BESIDE_HEAD_LINKS_H
#define FEEDMILL_FEED_BESIDE_HEAD_LINKS_H

#include "feed/beside/webpage.h"
#include "feed/plan/plan.h"

/* Writes a link, on a line of its own, for each main feed and each feed of a
 * query, in all their formats: those are for every page. */
void head_links_put(struct webpage *w, const struct plan *plan);

/* The same as a file. */
void head_links_write(struct buf *out, const struct plan *plan,
    const struct config *c);
/* A JSON object: for each post that is in the feed of a term, the path of its
 * address and the elements of such feeds, in the first of their formats. */
void head_links_write_posts(struct buf *out, const struct plan *plan,
    const struct config *c);

#endif
