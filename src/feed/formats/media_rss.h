/* SPDX-License-Identifier: MIT
 * media_rss: the pictures and files of entries, in feeds that are XML. Media
 * RSS 1.5, https://www.rssboard.org/media-rss */
#ifndef FEEDMILL_FEED_FORMATS_MEDIA_RSS_H
#define FEEDMILL_FEED_FORMATS_MEDIA_RSS_H

#include "content/entry/entry.h"
#include "feed/formats/xml.h"

/* Writes the files from the second on: RSS has one enclosure an item. */
void media_rss_files(struct xml *x, const struct entry *e);

/* Whether the entry shows its picture beside the text. */
bool media_rss_has_image(const struct entry *e, const struct config *c);
/* Writes it, if so. */
void media_rss_image(struct xml *x, const struct entry *e,
    const struct config *c);

#endif
