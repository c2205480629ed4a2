/* SPDX-License-Identifier: MIT
 * feed_script: scripts of a site that write its feeds with the npm package
 * "feed". Many sites have one if their generator makes no feeds. The scripts
 * are read, not run. */
#ifndef FEEDMILL_GENERATORS_IMPORT_FEED_SCRIPT_H
#define FEEDMILL_GENERATORS_IMPORT_FEED_SCRIPT_H

#include "generators/import/import_site.h"

/* Searches a folder and `depth` levels below it for such a script. Sets the
 * keys that are not set yet, and adds the main feed with its paths. False: no
 * script is found, or the name of its file is unknown. */
bool feed_script_read(struct import_site *s, str folder, int depth);

#endif
