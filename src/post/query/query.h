/* SPDX-License-Identifier: MIT
 * query: which posts a feed has, as the config says it.
 *
 *     tag:linux -tag:windows author:"Ann Öz" (lang:en or lang:de)
 *     section:notes date>=2020 updated<2021-03 extra.series:log cover:*
 *
 * Terms that follow one another must all hold, also with `and` between them;
 * `or` binds weaker, `-` and `not` stronger, and parentheses group. Quotes
 * hold what has blanks in it, with \" and \\. A key is one of those that
 * query.c has in a table, a taxonomy of the config, or any key of the front
 * matter. `key:value` asks whether the key has the value, also as one of
 * several; `key:*` whether it has any; = != < <= > >= compare, as dates and
 * numbers where both sides are such. */
#ifndef FEEDMILL_POST_QUERY_QUERY_H
#define FEEDMILL_POST_QUERY_QUERY_H

#include "post/post.h"

struct query_set;

/* Parses all queries of a config. They live in the arena. NULL where one does
 * not parse: what is wrong is reported, at its place in the config. */
const struct query_set *queries_parse(const struct config *c, struct arena *a,
    struct diags *diags);

/* Whether a query holds for a post that was read with the set; NULL holds for
 * any. */
bool query_holds(const struct where *w, const struct post *p);

#endif
