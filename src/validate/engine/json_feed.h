/* SPDX-License-Identifier: MIT
 * json_feed: JSON Feed 1.0 and 1.1. https://www.jsonfeed.org/version/1.1/ */
#ifndef FEEDMILL_VALIDATE_ENGINE_JSON_FEED_H
#define FEEDMILL_VALIDATE_ENGINE_JSON_FEED_H

#include "validate/reading/document.h"

/* Judges a document that begins as JSON does. */
void json_feed_check(struct document *d);

#endif
