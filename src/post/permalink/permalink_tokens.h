/* SPDX-License-Identifier: MIT
 * permalink_tokens: what a ':token' of a permalink stands for. */
#ifndef FEEDMILL_POST_PERMALINK_PERMALINK_TOKENS_H
#define FEEDMILL_POST_PERMALINK_PERMALINK_TOKENS_H

#include "post/permalink/permalink.h"

/* Appends the pattern with Jekyll's and Hugo's tokens replaced; what is no
 * token stays. */
void permalink_expand(struct buf *out, str pattern,
    const struct permalink_parts *parts, const struct address_rules *rules);
/* Whether the pattern has a token of the date. */
bool permalink_is_dated(str pattern);
/* The first name after a ':' that is no token, and the token that it is
 * nearest to, or NULL. Empty where all are tokens. */
str permalink_unknown(str pattern, const char **near);

#endif
