/* SPDX-License-Identifier: MIT
 * defaults: front matter that posts have without saying so. */
#ifndef FEEDMILL_POST_READ_DEFAULTS_H
#define FEEDMILL_POST_READ_DEFAULTS_H

#include "post/post_walk.h"

struct defaults;

/* Gathers posts.defaults, and what generators keep beside the posts: Hugo's
 * `cascade` in _index.md, Eleventy's data files of folders. What is wrong with
 * them is reported. They live in the arena. */
const struct defaults *defaults_gather(const struct config *c,
    const struct post_walk *scan, struct arena *a, struct diags *diags);

/* Calls `each` for every file beside the posts that is read for that, or would
 * be if it were there, but for posts.folders' own. */
void defaults_watch(const struct config *c, const struct post_walk *scan,
    void (*each)(void *ctx, str path), void *ctx);

/* Adds to `front` what a post at `path` has without saying so; Eleventy's data
 * is merged with what it says. False: the data file of that post alone cannot
 * be read, which is reported. */
bool defaults_apply(const struct defaults *d, struct value *front, str path,
    struct arena *a, struct diags *diags);

#endif
