/* SPDX-License-Identifier: MIT
 * import_change: corrects imported settings after a look at the built site. */
#ifndef FEEDMILL_GENERATORS_IMPORT_IMPORT_CHANGE_H
#define FEEDMILL_GENERATORS_IMPORT_IMPORT_CHANGE_H

#include "generators/import/import.h"

/* The setting of a key, or NULL. */
const struct import_setting *import_setting_find(const struct import *im,
    str key);
/* Sets a key to a text. If `below` is not empty, sets only a member of the
 * key's map: `below` is its path ("blog", "recipes.permalink"). A single value
 * becomes a map, as with --set. Does not quote true, false and numbers. */
void import_change(struct import *im, struct arena *a, str key, str below,
    str text, str from);
/* Replaces the whole value by a tree. */
void import_change_value(struct import *im, struct arena *a, str key,
    const struct value *v, str from);
void import_drop(struct import *im, str key);

/* Adds a gap, or a result of a check: a sentence without its full stop. */
void import_add_gap(struct import *im, struct arena *a, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));
void import_add_check(struct import *im, struct arena *a, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));
/* Removes the gaps that begin with these words. */
void import_drop_gaps(struct import *im, str start);

#endif
