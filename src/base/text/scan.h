/* SPDX-License-Identifier: MIT
 * scan: reading a text from left to right.
 *
 * A scanner is a str: the text that is still to be read. Each verb takes
 * something off its front, or leaves it unchanged if nothing of the kind comes
 * next. To come back to a place, copy the str; to look ahead, use str_from,
 * str_starts and the like. */
#ifndef FEEDMILL_BASE_TEXT_SCAN_H
#define FEEDMILL_BASE_TEXT_SCAN_H

#include <stdint.h>

#include "base/core/mem.h"
#include "base/core/buf.h"
#include "base/core/str.h"

/* ---- looking ---- */

/* The next character; NUL at the end. A NUL may be in the text too: where
 * that makes a difference, ask s.len. */
static inline char
scan_peek(str s)
{
	return s.len ? s.ptr[0] : '\0';
}

/* What was taken since `before` was a copy of the scanner. */
static inline str
scan_since(str before, str s)
{
	return str_sub(before, 0, before.len - s.len);
}

/* ---- characters and texts ---- */

/* The next n characters, or all that there are. */
static inline str
scan_front(str *s, size_t n)
{
	str front = str_sub(*s, 0, n);

	*s = str_from(*s, front.len);
	return front;
}

static inline bool
scan_char(str *s, char c)
{
	if (s->len == 0 || s->ptr[0] != c)
		return false;
	*s = str_from(*s, 1);
	return true;
}

/* The next character, if it is one of `set`; otherwise NUL. */
char scan_any(str *s, const char *set);

static inline bool
scan_text(str *s, str text)
{
	if (!str_starts(*s, text))
		return false;
	*s = str_from(*s, text.len);
	return true;
}

/* ---- runs ---- */

/* The characters that the predicate holds for; may be none. */
static inline str
scan_while(str *s, bool (*is)(char))
{
	size_t n = 0;

	while (n < s->len && is(s->ptr[n]))
		n++;
	return scan_front(s, n);
}

/* Whether the predicate holds for all characters of a text; it does where
 * there are none. */
static inline bool
scan_is_all(str s, bool (*is)(char))
{
	scan_while(&s, is);
	return s.len == 0;
}

/* Takes white space. Whether there was any. */
static inline bool
scan_blanks(str *s)
{
	return scan_while(s, char_is_space).len > 0;
}

/* All up to white space; may be nothing. */
str scan_word(str *s);
/* All up to one of the characters `stops`, or up to the end. */
str scan_until(str *s, const char *stops);
/* Takes all up to and with `end`; *before, unless NULL, is what stands before
 * that. False: there is no such end, and everything is taken. */
bool scan_past(str *s, str end, str *before);

/* ---- numbers ---- */

struct scan_number {
	int value;     /* right up to 9 digits */
	size_t digits; /* tells a year from a day; 0: there was no number */
};

/* Decimal digits. */
struct scan_number scan_number(str *s);
/* At most `most` hexadecimal digits, of which the last eight count for *value.
 * How many there were. */
size_t scan_hex(str *s, size_t most, uint32_t *value);
/* "%41": a byte of a URL. */
bool scan_percent(str *s, char *byte);
/* "&#65;", "&#x41;": a character of XML or HTML, which may be none that
 * Unicode has; beyond those it is UINT32_MAX. */
bool scan_reference(str *s, uint32_t *rune);

/* One of the entities that nearly all HTML gets by with: &amp; &lt; &gt; &quot;
 * &#39; and &nbsp;, which gives a blank. NUL: none comes next. */
char scan_common_entity(str *s);
/* Appends the text of HTML without its tags, with these entities replaced. */
void scan_add_plain(struct buf *out, str html);

/* ---- quotes ---- */

/* A text in quotes, which are the next character and its like; *inside is what
 * stands between them. A quote after `escape` does not end it; with NUL any
 * does. False: it is never closed. */
bool scan_quoted(str *s, char escape, str *inside);
/* The text up to the next `sep` outside of "" and '', trimmed; takes `sep` too.
 * A quote that is not closed takes all that follows. */
str scan_part(str *s, char sep);
/* A text without the backslashes that stand before one of `set`; it is copied
 * to the arena only where it has any. */
str scan_unescape(struct arena *a, str text, const char *set);

#endif
