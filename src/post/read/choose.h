/* SPDX-License-Identifier: MIT
 * choose: which files are posts, by posts.include, exclude and where. */
#ifndef FEEDMILL_POST_READ_CHOOSE_H
#define FEEDMILL_POST_READ_CHOOSE_H

#include "post/post_walk.h"

/* Checks posts.where, posts.hide, posts.terms and
 * posts.term_slugs. False: one is wrong, which is
 * reported. */
bool choose_check(const struct config *c, struct diags *diags);
/* Whether a value, or a member of its list, is one of the wanted values. */
bool choose_has_one(const struct value *v, const struct value *wanted);
/* By its path. */
bool choose_file(const struct config *c, const struct found *file);
/* By its front matter: the first key of posts.where that does not have one of
 * its values; NULL: the file is a post. */
const struct value *choose_differs(const struct config *c,
    const struct value *front);

#endif
