/* SPDX-License-Identifier: MIT
 * site_front: the front matter of a post that was read before. */
#ifndef FEEDMILL_BUILD_SITE_SITE_FRONT_H
#define FEEDMILL_BUILD_SITE_SITE_FRONT_H

#include "build/site/site.h"

/* Reads the file of a post once more. NULL: it cannot be read now. The texts of
 * the values are in `text` and the arena. */
const struct value *site_front_read(struct site *s, const struct post *p,
    struct buf *text, struct arena *a);

#endif
