/* SPDX-License-Identifier: MIT
 * feed_site: what all feeds of a site have in common. */
#ifndef FEEDMILL_FEED_PLAN_FEED_SITE_H
#define FEEDMILL_FEED_PLAN_FEED_SITE_H

#include "config/config.h"

/* What the config says of the site in a language; NULL: in its own. */
str site_title(const struct config *c, const struct language *language);
str site_description(const struct config *c,
    const struct language *language);
str site_language(const struct config *c, const struct language *language);
/* Appends the address of the site's home page in that language. */
void site_home(struct buf *out, const struct config *c,
    const struct language *language);

/* The author of what names none: every feed must have one with a name (RFC
 * 4287 4.2.1), so the site's title stands in. */
struct person site_author(const struct config *c);
/* Appends the URL that a taxonomy is known by: "https://example.org/tags/",
 * "https://example.org/fr/tags/". */
void site_taxonomy_url(struct buf *out, const struct config *c,
    const struct language *language, const struct taxonomy *t);

#endif
