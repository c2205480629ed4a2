/* SPDX-License-Identifier: MIT
 * terms: the terms of a post. */
#ifndef FEEDMILL_POST_READ_TERMS_H
#define FEEDMILL_POST_READ_TERMS_H

#include "post/read/reading.h"

/* Fills the post's labels from the front matter and, for categories, the
 * folders above _posts. Of `j` post, config, front, folder, src, shared,
 * scratch and diags are used. DIALECTS.md D2. */
void terms_read(const struct reading *j);

/* The terms that it has of a taxonomy that is not in the config; in scratch.
 * One may be there twice. `j` as above, but for shared. */
struct strs terms_without_feeds(const struct reading *j, str name);

/* Whether it is a taxonomy of feedmill (years, languages): the site has no
 * pages of its terms. */
bool terms_are_own(str taxonomy);

#endif
