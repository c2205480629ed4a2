/* SPDX-License-Identifier: MIT
 * podcast_rss: the elements of podcasts in RSS, for directories. Apple, A
 * Podcaster's Guide to RSS; https://podcasting2.org/podcast-namespace */
#ifndef FEEDMILL_FEED_FORMATS_PODCAST_RSS_H
#define FEEDMILL_FEED_FORMATS_PODCAST_RSS_H

#include "content/entry/entry.h"
#include "feed/formats/xml.h"
#include "feed/plan/plan.h"

/* Writes the elements of the channel, if the feed is a podcast. */
void podcast_rss_show(struct xml *x, const struct feed *f, str self,
    const struct config *c);
/* Writes the elements of an item, if it is an episode. */
void podcast_rss_episode(struct xml *x, const struct entry *e);

#endif
