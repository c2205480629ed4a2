/* SPDX-License-Identifier: MIT
 * liquid: Liquid's expressions, {{ value | filter }}, and variables. */
#ifndef FEEDMILL_CONTENT_TAGS_LIQUID_H
#define FEEDMILL_CONTENT_TAGS_LIQUID_H

#include "content/tags/tag_put.h"

/* The part of an expression that is not known here. */
struct liquid_unknown {
	const char *what; /* "variable", "filter" */
	str name;
};

/* Appends the value of an expression. False, and nothing is written: it has an
 * unknown variable or filter, which *unknown is set to. */
bool liquid_put(struct body *b, const struct tag_call *t, struct buf *out,
    struct liquid_unknown *unknown);
/* The value of an expression that stands at `offset`. False as above. */
bool liquid_value(struct body *b, size_t offset, str expression, str *value,
    struct liquid_unknown *unknown);

/* For a tag `for name in list`: assigns each member of the list, at most 1000,
 * to the variable and calls `each`. False: the post has not split the list. */
bool liquid_loop(struct body *b, const struct tag *t,
    void (*each)(void *ctx, size_t round), void *ctx);

/* Does what a tag `assign name = expression` says, for what follows in the
 * post. False as above. */
bool liquid_put_assign(struct body *b, const struct tag *t,
    struct liquid_unknown *unknown);

#endif
