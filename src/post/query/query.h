/* SPDX-License-Identifier: MIT
 * query: the query language of `where` keys, which chooses the posts of a feed.
 *
 *     tag:linux -tag:windows author:"Ann Öz" (lang:en or lang:de)
 *     section:notes date>=2020 updated<2021-03 extra.series:log cover:*
 *
 * Consecutive terms must all hold; `and` between them is optional. `or` binds
 * weaker, `-` and `not` bind stronger, parentheses group. Values with blanks
 * are quoted, with the escapes \" and \\. A key is one of the table in
 * query_term.c, a taxonomy of the config, or any key of the front matter.
 * `key:value` holds if the key has the value, also as one of several; `key:*`
 * if it has any value. = != < <= > >= compare dates or numbers if both sides
 * are such, else texts. */
#ifndef FEEDMILL_POST_QUERY_QUERY_H
#define FEEDMILL_POST_QUERY_QUERY_H

#include "post/post.h"

struct query_set;

/* Parses all queries of a config, in the arena. NULL: one does not parse, which
 * is reported at its place in the config. */
const struct query_set *query_parse(const struct config *c, struct arena *a,
    struct diags *diags);

/* Whether a query holds for a post that was read with the set; NULL always
 * holds. */
bool query_holds(const struct where *w, const struct post *p);

#endif
