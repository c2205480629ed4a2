/* SPDX-License-Identifier: MIT
 * utf8: code points, and text that XML can hold. */
#ifndef FEEDMILL_BASE_CORE_UTF8_H
#define FEEDMILL_BASE_CORE_UTF8_H

#include <stdint.h>

#include "base/core/buf.h"
#include "base/core/str.h"

enum { RUNE_BAD = 0xFFFD };

/* Decodes the code point at s->ptr[0] and takes it off the front; s must not
 * be empty. An ill-formed sequence gives RUNE_BAD and takes one byte. */
uint32_t utf8_next(str *s);
/* Writes 1 to 4 bytes to out and returns how many. */
size_t utf8_encode(uint32_t rune, char *out);
/* Offset of the first ill-formed sequence, or s.len where there is none. */
size_t utf8_check(str s);
/* The text after a byte order mark, if it begins with one. */
static inline str
utf8_skip_mark(str s)
{
	str mark = S("\xEF\xBB\xBF");

	return str_starts(s, mark) ? str_from(s, mark.len) : s;
}

/* How many code points. */
size_t utf8_len(str s);
/* The longest prefix of at most n bytes that splits no code point. */
str utf8_prefix(str s, size_t n);

/* Whether s has a character that feed text must not hold (feed rule 2):
 * C0 other than tab, LF and CR, U+007F to U+009F, U+FFFE, U+FFFF. Whether s is
 * UTF-8 is not checked, except for the bytes 0xFE and 0xFF: see utf8_check. */
bool text_is_clean(str s);
/* The length of the character at s.ptr[i], i < s.len. 0: it is not UTF-8, or
 * feed text must not contain it. */
size_t text_sound_at(str s, size_t i);
/* Whether it is UTF-8 and feed text may contain all of it. */
bool text_is_sound(str s);
/* Appends s with those characters replaced: U+000B and U+000C by a space,
 * U+0080 to U+009F by what windows-1252 has there. The others are left out, and
 * so are bytes that are not UTF-8. */
void text_clean(struct buf *out, str s);
/* The text itself if it is sound, else a cleaned copy in `room`. */
str text_cleaned(struct buf *room, str s);

#endif
