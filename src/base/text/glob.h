/* SPDX-License-Identifier: MIT
 * glob: patterns of paths. */
#ifndef FEEDMILL_BASE_TEXT_GLOB_H
#define FEEDMILL_BASE_TEXT_GLOB_H

#include "base/core/str.h"

/* Whether a path matches a pattern: '?' is one character and '*' any run of
 * them, but no '/'; "**" is any run, and "**" with '/' behind it also none.
 * A pattern that ends in '/' matches all that is below; one of more than 512
 * characters matches nothing. */
bool glob_match(str pattern, str path);

#endif
