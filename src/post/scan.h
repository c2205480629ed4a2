/* SPDX-License-Identifier: MIT
 * scan: the post files in a folder. */
#ifndef FEEDMILL_POST_SCAN_H
#define FEEDMILL_POST_SCAN_H

#include "../config/config.h"

/* A file, and the folder of the config that it was found in. */
struct found {
	str path;   /* relative to the config's folder */
	str folder; /* of posts.folders */
};
struct scan {
	struct found *files; /* in the order of their paths, each once */
	size_t count;
};

/* Walks posts.folders for *.md and *.markdown, with Astro also *.mdx. Names
 * that begin with a dot are left out; links are followed, but not into a folder
 * that the walk is in already. A folder that cannot be read is reported, and
 * the walk goes on. Everything is in the arena. */
struct scan scan_folders(const struct config *c, struct arena *a,
    struct diags *diags);

#endif
