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
	struct stamp stamp; /* zero before post_walk_stamp, and where the
	                     * file cannot be looked at */
};
/* What a walk found. */
struct post_walk {
	struct found *files; /* in the order of their paths, each once */
	size_t count;
	struct strs data;    /* data files beside them, by path */
};

/* Walks posts.folders for *.md and *.markdown, with Astro also *.mdx. Names
 * that begin with a dot are left out; links are followed, but not into a folder
 * that the walk is in already. A folder that cannot be read is reported, and
 * the walk goes on. Everything is in the arena. */
struct post_walk post_walk_folders(const struct config *c, struct arena *a,
    struct diags *diags);
/* Sets the stamps of the files, on that many threads: a run that knows earlier
 * stamps compares them. */
void post_walk_stamp(struct post_walk *w, const struct config *c,
    size_t threads);

#endif
