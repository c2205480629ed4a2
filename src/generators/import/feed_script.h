/* SPDX-License-Identifier: MIT
 * feed_script: scripts of a site that write its feeds with the package "feed"
 * of npm, as many sites of generators without feeds have one. They are not
 * run. */
#ifndef FEEDMILL_GENERATORS_IMPORT_FEED_SCRIPT_H
#define FEEDMILL_GENERATORS_IMPORT_FEED_SCRIPT_H

#include "generators/import/import_site.h"

/* Looks for one in a folder and `depth` levels below it. Takes from it what the
 * site does not have so far, and adds the main feed with its paths. False:
 * there is none that writes a file with a known name. */
bool feed_script_read(struct import_site *s, str folder, int depth);

#endif
