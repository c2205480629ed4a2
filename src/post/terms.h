/* SPDX-License-Identifier: MIT
 * terms: the terms of a post, from whatever its front matter has. */
#ifndef FEEDMILL_POST_TERMS_H
#define FEEDMILL_POST_TERMS_H

#include "shared.h"

/* Fills p->labels from the front matter and, for categories, the folders
 * above _posts; p->in is known. `folder` is the folder of the config that the
 * post was found in. DIALECTS.md D2. */
void terms_read(struct post *p, const struct config *c,
    const struct value *front, str folder, const struct source *src,
    struct shared *shared, struct arena *scratch);

#endif
