/* SPDX-License-Identifier: MIT
 * import_change: corrects imported settings by what the built site shows. */
#ifndef FEEDMILL_GENERATORS_IMPORT_IMPORT_CHANGE_H
#define FEEDMILL_GENERATORS_IMPORT_IMPORT_CHANGE_H

#include "generators/import/import.h"

/* The setting of a key, or NULL. */
const struct import_setting *import_setting_find(const struct import *im,
    str key);
/* Sets a key to a text, in place of what it has. `below`: a path in the map
 * that is its value ("blog", "recipes.permalink"); empty: the value itself. A
 * value that is no map becomes one, as with --set. true, false and numbers are not
 * quoted. */
void import_change(struct import *im, struct arena *a, str key, str below,
    str text, str from);
/* The same with a tree. */
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
