/* SPDX-License-Identifier: MIT
 * import_literal: reads constants in configs that are programs. */
#ifndef FEEDMILL_GENERATORS_IMPORT_IMPORT_LITERAL_H
#define FEEDMILL_GENERATORS_IMPORT_IMPORT_LITERAL_H

#include "base/data/value.h"

/* Reads a literal off the front of *rest: a string in any quotes, a number,
 * true, false, None or null in any case, or a list or tuple of those. NULL:
 * something else is there. *open: a string or list is not closed. */
struct value *literal_parse(struct arena *a, str *rest, bool *open);

/* The same with Python's own syntax: prefixes of strings (u'a', r'\d'), strings
 * that follow each other ('a' 'b'), dicts, values in parentheses. */
struct value *literal_parse_python(struct arena *a, str *rest, bool *open);

/* In JavaScript or TypeScript: the text between the braces after `name:`,
 * `name =`, `name (` or `"name",`; empty if there is no such block. */
str literal_block(struct arena *a, str program, const char *name);

/* The object that a JavaScript module exports, or that its exported function
 * returns; NULL if there is none. It has only the members that are constants,
 * and `permalink` if it is a function that returns a template. *unread is the
 * name of the first member that is left out, or empty; those of
 * literal_decides come first. */
struct value *literal_module(struct arena *a, str program, str *unread);
/* Whether a member of such an object sets the address, date, title or terms of a
 * post, or leaves it out. */
bool literal_decides(str name);

/* In JavaScript, TypeScript or Python: the literal after `name:` or `name =`,
 * outside of comments and strings; the least deeply nested one. NULL if there
 * is none, or if the expression would have to be evaluated. */
const struct value *literal_find(struct arena *a, str program,
    const char *name);
/* The same; "a" is the value of `process.env.X || "a"`. */
const struct value *literal_find_default(struct arena *a, str program,
    const char *name);

#endif
