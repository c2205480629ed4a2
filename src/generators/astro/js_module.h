/* SPDX-License-Identifier: MIT
 * js_module: the modules that a JavaScript program imports. */
#ifndef FEEDMILL_GENERATORS_ASTRO_JS_MODULE_H
#define FEEDMILL_GENERATORS_ASTRO_JS_MODULE_H

#include "generators/import/import_site.h"

/* A character of a JavaScript name. */
bool js_is_name(char c);
/* The place of a name in a program, as a whole word; or STR_NONE. */
size_t js_find_name(str program, str name);
/* The text from an opening bracket to the one that closes it, both included.
 * Brackets in strings do not count. Empty: none closes it. */
str js_brackets(str from_open);
/* Finds the module that a program imports a name from, and reads its text.
 * `file` is the path of the program. False: no import has the name, or it is
 * that of a package, or no such file exists. *path becomes its path. */
bool js_open_module(struct import_site *s, str file, str program, str name,
    struct source *src, str *path);

#endif
