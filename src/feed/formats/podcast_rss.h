/* SPDX-License-Identifier: MIT
 * podcast_rss: what RSS feeds of podcasts have besides, for directories. Apple, A
 * Podcaster's Guide to RSS; https://podcasting2.org/podcast-namespace */
#ifndef FEEDMILL_FEED_FORMATS_PODCAST_RSS_H
#define FEEDMILL_FEED_FORMATS_PODCAST_RSS_H

#include "content/entry/entry.h"
#include "feed/formats/xml.h"
#include "feed/plan/plan.h"

/* What the channel says, if the feed is a podcast. */
void podcast_rss_show(struct xml *x, const struct feed *f, str self,
    const struct config *c);
/* What an item says, if it is an episode. */
void podcast_rss_episode(struct xml *x, const struct entry *e);

#endif
