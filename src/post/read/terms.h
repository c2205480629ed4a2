/* SPDX-License-Identifier: MIT
 * terms: the terms of a post. */
#ifndef FEEDMILL_POST_READ_TERMS_H
#define FEEDMILL_POST_READ_TERMS_H

#include "post/read/shared.h"

/* Fills p->labels from the front matter and, for categories, the folders
 * above _posts; p->in is known. `folder` is the folder of the config that the
 * post was found in. DIALECTS.md D2. */
void terms_read(struct post *p, const struct config *c,
    const struct value *front, str folder, const struct source *src,
    struct shared *shared, struct arena *scratch, struct diags *diags);

/* The terms that it has of a taxonomy that is not in the config; in scratch.
 * One may be there twice. */
struct strs terms_without_feeds(struct post *p, const struct config *c,
    str name, const struct value *front, str folder,
    const struct source *src, struct arena *scratch, struct diags *diags);

/* Whether it is a taxonomy of feedmill (years, languages): the site has no
 * pages of its terms. */
bool terms_are_own(str taxonomy);

#endif
