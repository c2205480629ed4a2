/* SPDX-License-Identifier: MIT
 * permalink_tokens: the ':token's of permalinks. */
#ifndef FEEDMILL_POST_PERMALINK_PERMALINK_TOKENS_H
#define FEEDMILL_POST_PERMALINK_PERMALINK_TOKENS_H

#include "post/permalink/permalink.h"

/* Appends the pattern with Jekyll's and Hugo's tokens replaced. */
void permalink_expand(struct buf *out, str pattern,
    const struct permalink_parts *parts, const struct address_rules *rules);
/* Whether the pattern has a token of the date. */
bool permalink_is_dated(str pattern);
/* The first name after a ':' that is not a token, and the most similar token or
 * NULL. Empty if all are tokens. */
str permalink_unknown(str pattern, const char **near);

#endif
