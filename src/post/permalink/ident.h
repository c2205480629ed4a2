/* SPDX-License-Identifier: MIT
 * ident: the id of a post, which must never change. */
#ifndef FEEDMILL_POST_PERMALINK_IDENT_H
#define FEEDMILL_POST_PERMALINK_IDENT_H

#include "post/permalink/permalink.h"

/* Checks posts.id; false if it is wrong, which is reported. */
bool ident_check(const struct config *c, struct diags *diags);
/* Whether the pattern has a key of the front matter: such an id identifies a
 * post even if it moved. */
bool ident_has_key(str pattern);

/* Checks the braces of the pattern under the config key `name`; *any: it has
 * some. */
bool ident_check_pattern(const struct config *c, const char *name, str pattern,
    bool *any, struct diags *diags);

/* Appends the pattern with each {key} replaced by that key of the front
 * matter, byte for byte, and
 *   {permalink}      by `url`
 *   {:folder}        by `url` up to its last segment
 *   {:host}, {:path} by these parts of `url`
 *   {:url}           by the path of `url` below site.url
 *   {:slug}          by the slug, or the name of the file
 *   {:name}          by the same, encoded as a part of an address
 *   {:id}            by {:url} up to its last segment, then {:slug}
 *   {:date}          by the day of the post
 * False: the post lacks one of the keys, and the appended text is
 * incomplete. */
bool ident_fill(struct buf *out, str pattern, str url,
    const struct permalink_parts *parts, const struct value *front);
/* The id by posts.id, or `url` if the post lacks one of the keys. In the
 * arena. */
str ident_make(struct arena *a, str pattern, str url,
    const struct permalink_parts *parts, const struct value *front);

#endif
