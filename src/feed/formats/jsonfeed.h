/* SPDX-License-Identifier: MIT
 * jsonfeed: feeds in JSON Feed 1.1. https://www.jsonfeed.org/version/1.1/ */
#ifndef FEEDMILL_FEED_FORMATS_JSONFEED_H
#define FEEDMILL_FEED_FORMATS_JSONFEED_H

#include "feed/formats/format.h"

extern const struct format format_json;

#endif
