/* SPDX-License-Identifier: MIT
 * terms: the terms of a post, from whatever its front matter has. */
#ifndef FEEDMILL_POST_TERMS_H
#define FEEDMILL_POST_TERMS_H

#include "post.h"

/* Fills p->terms, one element for each taxonomy of the config, from the
 * front matter and, for categories, the folders above _posts. `folder` is
 * the folder of the config that the post was found in. DIALECTS.md D2. */
void terms_read(struct post *p, const struct config *c,
    const struct value *front, str folder, const struct source *src,
    struct arena *a);

/* The terms that it has of one taxonomy, which the config may not have. Of
 * section, author, year and language, also in the plural, they are what is
 * known of the post. */
struct strs terms_of(struct post *p, const struct config *c, str taxonomy,
    const struct value *front, str folder, const struct source *src,
    struct arena *a);

/* Whether the terms are those that only feedmill makes, years and languages:
 * the site has no pages for them. */
bool terms_are_own(str taxonomy);

#endif
