/* SPDX-License-Identifier: MIT
 * eleventy_permalink: permalinks through filters that an Eleventy site
 * defines. */
#ifndef FEEDMILL_GENERATORS_IMPORT_ELEVENTY_PERMALINK_H
#define FEEDMILL_GENERATORS_IMPORT_ELEVENTY_PERMALINK_H

#include "generators/import/import_config.h"

/* Sets posts.permalink if the data file of the posts' folder makes addresses
 * with a filter of the config, and posts.folders is set. A filter that does
 * more than to format a date is a gap. */
void eleventy_permalink(const struct import_config *c);

#endif
