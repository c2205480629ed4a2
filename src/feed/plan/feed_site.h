/* SPDX-License-Identifier: MIT
 * feed_site: what all feeds of a site have in common. */
#ifndef FEEDMILL_FEED_PLAN_FEED_SITE_H
#define FEEDMILL_FEED_PLAN_FEED_SITE_H

#include "config/config.h"

struct feed;

/* The site's title in a language; NULL: in the site's own language. */
str feed_site_title(const struct config *c, const struct language *language);
str feed_site_language(const struct config *c, const struct language *language);
/* Appends the address of the site's home page in that language. */
void feed_site_home(struct buf *out, const struct config *c,
    const struct language *language);

/* The description of a feed; the site's if the feed has none. */
str feed_site_describe(const struct config *c, const struct feed *f);

/* The author of feeds, and of posts without one. A person must have a name
 * (RFC 4287 3.2.1), so the site's title replaces a missing name. */
struct person feed_site_author(const struct config *c);
/* Appends the URL that identifies a taxonomy: "https://example.org/tags/",
 * "https://example.org/fr/tags/". */
void feed_site_taxonomy_url(struct buf *out, const struct config *c,
    const struct language *language, const struct taxonomy *t);

#endif
