/* SPDX-License-Identifier: MIT
 * cascade: data that is merged with data, as Eleventy does it. */
#ifndef FEEDMILL_POST_READ_CASCADE_H
#define FEEDMILL_POST_READ_CASCADE_H

#include "base/data/value.h"

/* Takes the prefix off keys such as "override:tags", whose values are merged
 * with nothing. For the map that counts most, once, before the others. */
void cascade_begin(struct value *front, struct arena *a);
/* Adds what `under`, a map that counts less, has to `front`: of two lists the
 * elements of both, of two maps the members of both, and else what `front`
 * has; but a map gives way to maps only. `under` stays as it is. */
void cascade_merge(struct value *front, const struct value *under,
    struct arena *a);

#endif
