/* SPDX-License-Identifier: MIT
 * rss: feeds in RSS 2.0, by the RSS Advisory Board's profile. */
#ifndef FEEDMILL_FEED_FORMATS_RSS_H
#define FEEDMILL_FEED_FORMATS_RSS_H

#include "feed/formats/format.h"

extern const struct format format_rss;

#endif
