/* SPDX-License-Identifier: MIT
 * lines: the line around an offset in a text, and those beside it. */
#ifndef FEEDMILL_CONTENT_MARKDOWN_LINES_H
#define FEEDMILL_CONTENT_MARKDOWN_LINES_H

#include "base/core/mem.h"
#include "base/core/str.h"

/* Offset of the beginning of the line that an offset is in. */
size_t lines_start(str text, size_t at);
/* What follows on the line, without its end. */
str lines_from(str text, size_t at);
/* The line below, or empty. */
str lines_next(str text, size_t at);
/* Whether only blanks and the marks of quotes and list items stand before it on
 * its line; and whether only blanks stand behind it. */
bool lines_begins(str text, size_t at);
bool lines_ends(str text, size_t at);
/* Whether the line above is blank, or there is none. */
bool lines_is_blank_before(str text, size_t at);
/* Where `at` begins its line, as above: what the next lines must begin with to
 * stay in the same list or quote. In the arena; else empty. */
str lines_indent(str text, size_t at, struct arena *a);

#endif
