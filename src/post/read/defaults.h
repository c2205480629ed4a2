/* SPDX-License-Identifier: MIT
 * defaults: front matter that posts inherit. */
#ifndef FEEDMILL_POST_READ_DEFAULTS_H
#define FEEDMILL_POST_READ_DEFAULTS_H

#include "post/post_walk.h"

struct defaults;
struct front_parser;

/* Gathers posts.defaults, Hugo's `cascade` in _index.md, and Eleventy's data
 * files of folders. Reports errors in them. In the arena. */
const struct defaults *defaults_gather(const struct config *c,
    const struct post_walk *scan, const struct front_parser *parser,
    struct arena *a, struct diags *diags);

/* Calls `each` with every path that defaults are read from, also if no such
 * file exists yet: the state watches them. Without those in posts.folders. */
void defaults_watch(const struct config *c, const struct post_walk *scan,
    void (*each)(void *ctx, str path), void *ctx);

/* Adds the defaults of the post at `path` to `front`; Eleventy's data is merged
 * into it. False: the post's own data file is unreadable, which is reported;
 * `may_pass` as in front_parse. */
bool defaults_apply(const struct defaults *d, struct value *front, str path,
    const struct front_parser *parser, bool *may_pass, struct arena *a,
    struct diags *diags);

/* Whether a folder has an _index.md. Only known for generators with
 * has_cascade. */
bool defaults_has_index(const struct defaults *d, str folder);

#endif
