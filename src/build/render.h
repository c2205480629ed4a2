/* SPDX-License-Identifier: MIT
 * render: the entries that a plan needs, each once. */
#ifndef FEEDMILL_BUILD_RENDER_H
#define FEEDMILL_BUILD_RENDER_H

#include "build.h"

/* Finished entries, by post and format. */
struct rendered;

/* Renders every post that some feed has, on all threads, and writes each
 * once in every cut and format that its feeds have. A post that cannot be
 * rendered any more becomes an error and is taken from the feeds. Freed by
 * rendered_free. */
struct rendered *render_site(struct site *s, const struct build_options *o);
/* Whether there were posts to render, and none of them could be. */
bool rendered_has_failed(const struct rendered *r);
/* What the cut and the format at those indexes of the plan have for a post
 * that some feed has in them. */
str rendered_piece(const struct rendered *r, const struct post *p, size_t cut,
    size_t format);
void rendered_free(struct rendered *r);

#endif
