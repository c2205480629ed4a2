/* SPDX-License-Identifier: MIT
 * span: finds the next character that must be escaped or looked up, 16 bytes at
 * a time: most text has few of them. */
#ifndef FEEDMILL_BASE_CORE_SPAN_H
#define FEEDMILL_BASE_CORE_SPAN_H

#include "base/core/str.h"

/* The offset from `i` on of the first byte that is not printable ASCII, a tab
 * or a line feed; s.len where there is none. */
size_t span_ascii(str s, size_t i);
/* The same for the first that HTML and XML escape, & < > ", or that is not
 * printable ASCII. */
size_t span_text(str s, size_t i);
/* The same for the first < or &. */
size_t span_tag(str s, size_t i);
/* The same for the first control, or blank that is not a single blank between
 * two other bytes. s[i] counts as the first byte of a word. */
size_t span_words(str s, size_t i);

/* Copies the bytes up to that offset to `to`. There must be room for all of s
 * from i on and for SPAN_BEYOND bytes more, which may be overwritten. */
enum { SPAN_BEYOND = 16 };
typedef size_t span_copier(char *to, str s, size_t i);
/* As span_text. */
span_copier span_copy_text;
/* The same for the first that JSON escapes, " and \, or that is not printable
 * ASCII. */
span_copier span_copy_json;

#endif
