/* SPDX-License-Identifier: MIT
 * site_front: reads the front matter of a post again. */
#ifndef FEEDMILL_BUILD_SITE_SITE_FRONT_H
#define FEEDMILL_BUILD_SITE_SITE_FRONT_H

#include "build/site/site.h"

/* Reads the front matter of a post from its file again: posts do not keep it.
 * NULL: that fails now. The texts of the values are in `text` and the arena. */
const struct value *site_front_read(struct site *s, const struct post *p,
    struct buf *text, struct arena *a);

#endif
