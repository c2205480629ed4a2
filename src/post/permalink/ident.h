/* SPDX-License-Identifier: MIT
 * ident: the id of a post, which must never change. */
#ifndef FEEDMILL_POST_PERMALINK_IDENT_H
#define FEEDMILL_POST_PERMALINK_IDENT_H

#include "post/permalink/permalink.h"

/* Reports what is wrong with posts.id; true if nothing is. */
bool ident_check(const struct config *c, struct diags *diags);
/* Whether the pattern asks for a key of the front matter: an id that is not
 * the address then says which post it is, wherever that went. */
bool ident_has_key(str pattern);

/* The same for the braces of any such pattern, which the config has under
 * `name`; *any is set to whether there are some. */
bool ident_check_pattern(const struct config *c, const char *name, str pattern,
    bool *any, struct diags *diags);

/* Appends the pattern with each {key} replaced by that key of the front
 * matter, byte for byte; {permalink} by `url`, {:folder} by it up to its last
 * segment, {:host} and {:path} by those parts of it, {:name} by the slug or
 * the name of the file, {:date} by the day of the post. False: the post lacks
 * one of the keys; what was appended then is of no use. */
bool ident_fill(struct buf *out, str pattern, str url,
    const struct permalink_parts *parts, const struct value *front);
/* The id that posts.id makes. Where the post lacks one of the keys, its id is
 * `url`: posts that never had the old key are not in danger. In the arena. */
str ident_make(struct arena *a, str pattern, str url,
    const struct permalink_parts *parts, const struct value *front);

#endif
