/* SPDX-License-Identifier: MIT
 * head_links: the <link> elements by which pages name their feeds, for the
 * templates of the site. */
#ifndef FEEDMILL_FEED_BESIDE_HEAD_LINKS_H
#define FEEDMILL_FEED_BESIDE_HEAD_LINKS_H

#include "feed/beside/webpage.h"
#include "feed/plan/plan.h"

/* Writes the <link> elements that belong on every page, one a line: each main
 * feed and each feed of a query, in all its formats. */
void head_links_put(struct webpage *w, const struct plan *plan);

/* Appends the same elements as the content of a file. */
void head_links_write(struct buf *out, const struct plan *plan,
    const struct config *c);
/* Appends a JSON object. For each post in the feed of a term, it maps the path
 * of the post's URL to the <link> elements of those feeds, each in the feed's
 * first format. */
void head_links_write_posts(struct buf *out, const struct plan *plan,
    const struct config *c);

#endif
