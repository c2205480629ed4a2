/* SPDX-License-Identifier: MIT
 * name_keys: front matter from the names of files, by the patterns posts.names
 * and posts.paths. */
#ifndef FEEDMILL_POST_READ_NAME_KEYS_H
#define FEEDMILL_POST_READ_NAME_KEYS_H

#include "config/config.h"

struct name_keys;

/* Compiles the patterns of the config. NULL: there are none, or one is wrong,
 * which is reported. In the arena. */
const struct name_keys *name_keys_make(const struct config *c,
    struct arena *a, struct diags *diags);
/* Adds to the front matter the keys that the name of the file gives and that it
 * lacks. */
void name_keys_apply(const struct name_keys *n, struct value *front, str path,
    struct arena *a);

#endif
