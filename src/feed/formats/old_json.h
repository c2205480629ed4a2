/* SPDX-License-Identifier: MIT
 * old_json: reads published files that are JSON Feeds. */
#ifndef FEEDMILL_FEED_FORMATS_OLD_JSON_H
#define FEEDMILL_FEED_FORMATS_OLD_JSON_H

#include "feed/formats/old_feed.h"

/* `read` of JSON Feed. */
void old_json_read(struct old_feed *f, struct arena *a, str text);

#endif
