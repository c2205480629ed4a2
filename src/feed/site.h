/* SPDX-License-Identifier: MIT
 * site: what all feeds of a site have in common. */
#ifndef FEEDMILL_FEED_SITE_H
#define FEEDMILL_FEED_SITE_H

#include "../config/config.h"

/* The author of what names none: every feed must have one with a name (RFC
 * 4287 4.2.1), so the site's title stands in. */
struct person site_author(const struct config *c);
/* Appends the URL that a taxonomy is known by: "https://example.org/tags/". */
void site_taxonomy_url(struct buf *out, const struct config *c,
    const struct taxonomy *t);

#endif
