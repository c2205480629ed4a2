/* SPDX-License-Identifier: MIT
 * alike: keys that are the same for entries that seem to be the same post. */
#ifndef FEEDMILL_BUILD_GUARD_ALIKE_H
#define FEEDMILL_BUILD_GUARD_ALIKE_H

#include "base/core/mem.h"

/* A title, by its letters and digits: programs differ in how they write quotes,
 * markup and white space. */
str alike_title(struct arena *a, str title);
/* An address, resolved against `base`, without its scheme and the "/" at its
 * end: sites move from http to https, and programs differ in the slash. */
str alike_link(struct arena *a, str base, str link);
/* The last part of an address, as the key of a title: posts without a known
 * address are found by it. */
str alike_name(struct arena *a, str link);

#endif
