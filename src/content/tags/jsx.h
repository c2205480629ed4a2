/* SPDX-License-Identifier: MIT
 * jsx: as much of JavaScript as is needed to find the end of an expression. */
#ifndef FEEDMILL_CONTENT_TAGS_JSX_H
#define FEEDMILL_CONTENT_TAGS_JSX_H

#include "base/core/str.h"

/* The offset behind what begins at `at`: quotes, a comment, or else one
 * character. `at` is in the text. */
size_t jsx_skip_one(str s, size_t at);
/* Behind a comment, or `at` where there is none. */
size_t jsx_skip_comment(str s, size_t at);
/* Behind the brace that closes the one at `at`; STR_NONE: none does. */
size_t jsx_skip_braces(str s, size_t at);
/* Whether an expression is nothing but a text in quotes, which *text is set
 * to. */
bool jsx_literal(str s, str *text);

#endif
