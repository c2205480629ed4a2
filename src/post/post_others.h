/* SPDX-License-Identifier: MIT
 * post_others: finds posts in formats that are not read, beside other posts. */
#ifndef FEEDMILL_POST_POST_OTHERS_H
#define FEEDMILL_POST_POST_OTHERS_H

#include "base/core/str.h"

/* The ending of a file, if it is the ending of a text format; else empty. */
str post_others_ending(str name);
/* Whether the file at a path seems to be a post: its name begins with a date,
 * or one of its first lines gives one. Reads 4 KiB at most. */
bool post_others_is_dated(const char *path);

#endif
