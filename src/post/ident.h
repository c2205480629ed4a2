/* SPDX-License-Identifier: MIT
 * ident: the id of a post, which must never change. */
#ifndef FEEDMILL_POST_IDENT_H
#define FEEDMILL_POST_IDENT_H

#include "../config/config.h"

/* Reports what is wrong with posts.id; true if nothing is. */
bool ident_check(const struct config *c, struct diags *diags);

/* The pattern with each {key} replaced by that key of the front matter, byte
 * for byte, and {permalink} by `url`. Where the post lacks one of the keys,
 * its id is `url`: posts that never had the old key are not in danger. In
 * the arena. */
str ident_make(struct arena *a, str pattern, str url,
    const struct value *front);

#endif
