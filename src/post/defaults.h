/* SPDX-License-Identifier: MIT
 * defaults: front matter that posts have without saying so. */
#ifndef FEEDMILL_POST_DEFAULTS_H
#define FEEDMILL_POST_DEFAULTS_H

#include "scan.h"

/* One set of defaults. */
struct default_set {
	str dir;                    /* it holds below this folder: "a/b/" */
	str pattern;                /* and for paths like this, if not empty */
	const struct value *values; /* a map */
	struct default_set *next;   /* one that counts before this one */
};

/* Gathers posts.defaults, and what generators keep beside the posts: Hugo's
 * `cascade` in _index.md, Eleventy's directory data. What is wrong with them
 * is reported. The list lives in the arena. */
struct default_set *defaults_gather(const struct config *c,
    const struct scan *scan, struct arena *a, struct diags *diags);

/* Calls `each` for every file beside the posts that is read for that, or would
 * be if it were there, but for posts.folders' own. */
void defaults_watch(const struct config *c, const struct scan *scan,
    void (*each)(void *ctx, str path), void *ctx);

/* Adds to `front` what the sets have for a path and it does not say. */
void defaults_apply(struct value *front, const struct default_set *sets,
    str path, struct arena *a);

#endif
