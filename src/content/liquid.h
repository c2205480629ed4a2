/* SPDX-License-Identifier: MIT
 * liquid: Liquid's output tags, {{ value | filter }}. */
#ifndef FEEDMILL_CONTENT_LIQUID_H
#define FEEDMILL_CONTENT_LIQUID_H

#include "tag_put.h"

/* What an expression could not be made of. */
struct liquid_unknown {
	const char *what; /* "variable", "filter" */
	str name;
};

/* Appends what an expression gives. False, and nothing is written: it has a
 * variable or filter that nobody here knows, which *unknown is set to. */
bool liquid_put(struct body *b, const struct tag_call *t, struct buf *out,
    struct liquid_unknown *unknown);

#endif
