/* SPDX-License-Identifier: MIT
 * pattern: texts with {names} in them. */
#ifndef FEEDMILL_BASE_TEXT_PATTERN_H
#define FEEDMILL_BASE_TEXT_PATTERN_H

#include "base/core/buf.h"
#include "base/core/str.h"

struct pattern_var {
	const char *name;
	str value;
};

/* Takes the text up to the next brace off the front of *rest, and the name in
 * the braces; at the end the name's ptr is NULL. False: a brace is never
 * closed, and *rest begins with it. */
bool pattern_next(str *rest, str *text, str *name);
/* Appends the pattern with each {name} replaced. False: a name that is not
 * among the `n` variables, or a brace that is never closed: *bad is that, and
 * the appended text is incomplete. */
bool pattern_expand(struct buf *out, str pattern,
    const struct pattern_var *vars, size_t n, str *bad);
/* Whether the pattern has that {name}. */
bool pattern_has(str pattern, const char *name);

#endif
