/* SPDX-License-Identifier: MIT
 * post_walk: the post files in a folder. */
#ifndef FEEDMILL_POST_POST_WALK_H
#define FEEDMILL_POST_POST_WALK_H

#include "base/core/file.h"
#include "config/config.h"

/* A file, and the folder of the config that it was found in. */
struct found {
	str path;   /* relative to the config's folder */
	str folder; /* of posts.folders */
	struct stamp stamp; /* zero until somebody looks at it, and where
	                     * nobody can */
};
struct scan {
	struct found *files; /* in the order of their paths, each once */
	size_t count;
	struct strs data;    /* Eleventy's data files beside them, by path */
};

/* Walks posts.folders for *.md and *.markdown, with Astro also *.mdx. Names
 * that begin with a dot are left out; links are followed, but not into a folder
 * that the walk is in already. A folder that cannot be read is reported, and
 * the walk goes on. Everything is in the arena. */
struct scan scan_folders(const struct config *c, struct arena *a,
    struct diags *diags);
/* Looks at the files, for those who know earlier stamps of them, on that many
 * threads. */
void scan_look(struct scan *s, const struct config *c, size_t threads);

#endif
