/* SPDX-License-Identifier: MIT
 * post_walk: finds the post files of a site. */
#ifndef FEEDMILL_POST_POST_WALK_H
#define FEEDMILL_POST_POST_WALK_H

#include "base/core/file.h"
#include "base/time/datetime.h"
#include "config/config.h"

/* A post file. */
struct found {
	str path;   /* relative to the config's folder */
	str folder; /* of posts.folders */
	instant committed; /* by the last commit that changed it; 0: unknown */
	instant added;     /* by the commit that added it, under its first name;
	                    * 0: unknown */
	struct stamp stamp; /* zero before post_walk_stamp, or if stat
	                     * failed; stamp_unknown if reading did */
};
/* The result of a walk. */
struct post_walk {
	struct found *files; /* sorted by path, without duplicates */
	size_t count;
	struct found *data;  /* data files beside them, the same */
	size_t n_data;
	struct found *others; /* texts in formats that are not read, the
	                       * same */
	size_t n_others;
	str skipped;         /* the first path, in their order, of a folder or
	                      * post that the generator skips because its name
	                      * begins with '_'; or empty */
	bool is_partial;     /* a folder could not be read: posts in it are not
	                      * gone, but unknown */
};

/* Walks posts.folders for *.md, *.markdown and the endings of the generator.
 * Skips names that begin with a dot, and pages in folders of output. Follows
 * links, but not into a folder that is already open. Reports a folder that
 * cannot be read, and a link to nowhere that may have led to a folder; both
 * make the walk partial. A post that is such a link is among the files.
 * Everything is in the arena. */
struct post_walk post_walk_folders(const struct config *c, struct arena *a,
    struct diags *diags);
/* The path of a file below its folder of posts.folders. */
str post_walk_below(const struct found *file);
/* Sets the stamps of the files with that many threads. The state compares them
 * with those of the last run. */
void post_walk_stamp(struct post_walk *w, const struct config *c,
    size_t threads);
/* Sets the stamps of `others`. */
void post_walk_stamp_others(struct post_walk *w, const struct config *c);

#endif
