/* SPDX-License-Identifier: MIT
 * cascade: merges data as Eleventy does. */
#ifndef FEEDMILL_POST_READ_CASCADE_H
#define FEEDMILL_POST_READ_CASCADE_H

#include "base/data/value.h"

/* Applies keys such as "override:tags", whose values are not merged. Called
 * once, for the map of the highest priority. */
void cascade_begin(struct value *front, struct arena *a);
/* Merges `under`, a map of lower priority, into `front`: lists and maps are
 * joined, else `front` wins; but a map in `under` replaces a value that is no
 * map. Does not change `under`. */
void cascade_merge(struct value *front, const struct value *under,
    struct arena *a);

#endif
