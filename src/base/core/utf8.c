/* SPDX-License-Identifier: MIT
 * utf8: code points, and text that XML can hold. */
#include "base/core/utf8.h"

#include <stdint.h>

#include "base/core/span.h"

/* The characters of windows-1252 from 0x80 to 0x9F; 0 for an unassigned byte. A
 * C1 control in a post is a byte of that code page that was read as Latin-1. */
static const uint16_t windows_1252[32] = {
	0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
	0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
	0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
	0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178,
};

/* Length and smallest code point of a sequence by its first byte. */
static int
sequence(unsigned char c, uint32_t *rune, uint32_t *min)
{
	if (c >= 0xC2 && c <= 0xDF)
		return *rune = c & 0x1Fu, *min = 0x80, 2;
	if (c >= 0xE0 && c <= 0xEF)
		return *rune = c & 0x0Fu, *min = 0x800, 3;
	if (c >= 0xF0 && c <= 0xF4)
		return *rune = c & 0x07u, *min = 0x10000, 4;
	return *rune = c, *min = 0, c < 0x80 ? 1 : 0;
}

/* Length of the well-formed sequence at s, or 0. RFC 3629, section 4. */
static size_t
decode(str s, uint32_t *rune)
{
	uint32_t min;
	int n = sequence((unsigned char)s.ptr[0], rune, &min);

	if (n == 0 || (size_t)n > s.len)
		return 0;
	for (int i = 1; i < n; i++) {
		unsigned char c = (unsigned char)s.ptr[i];

		if ((c & 0xC0) != 0x80)
			return 0;
		*rune = *rune << 6 | (c & 0x3Fu);
	}
	if (*rune < min || *rune > 0x10FFFF ||
	    (*rune >= 0xD800 && *rune <= 0xDFFF))
		return 0;
	return (size_t)n;
}

uint32_t
utf8_next(str *s)
{
	uint32_t rune;
	size_t n = decode(*s, &rune);

	*s = str_from(*s, n ? n : 1);
	return n ? rune : RUNE_BAD;
}

size_t
utf8_encode(uint32_t rune, char *out)
{
	if (rune < 0x80)
		return out[0] = (char)rune, 1;
	if (rune < 0x800) {
		out[0] = (char)(0xC0 | rune >> 6);
		out[1] = (char)(0x80 | (rune & 0x3F));
		return 2;
	}
	if (rune < 0x10000) {
		out[0] = (char)(0xE0 | rune >> 12);
		out[1] = (char)(0x80 | (rune >> 6 & 0x3F));
		out[2] = (char)(0x80 | (rune & 0x3F));
		return 3;
	}
	out[0] = (char)(0xF0 | rune >> 18);
	out[1] = (char)(0x80 | (rune >> 12 & 0x3F));
	out[2] = (char)(0x80 | (rune >> 6 & 0x3F));
	out[3] = (char)(0x80 | (rune & 0x3F));
	return 4;
}

size_t
utf8_check(str s)
{
	size_t i = 0;
	uint32_t rune;

	while ((i = span_ascii(s, i)) < s.len) {
		size_t n = decode(str_from(s, i), &rune);

		if (n == 0)
			break;
		i += n;
	}
	return i;
}

size_t
utf8_len(str s)
{
	size_t n = 0;

	for (size_t i = 0; i < s.len; i++)
		n += (s.ptr[i] & 0xC0) != 0x80;
	return n;
}

str
utf8_prefix(str s, size_t n)
{
	if (n >= s.len)
		return s;
	while (n > 0 && (s.ptr[n] & 0xC0) == 0x80)
		n--;
	return str_sub(s, 0, n);
}

static bool
is_clean(uint32_t r)
{
	if (r < 0x20)
		return r == '\t' || r == '\n' || r == '\r';
	return !(r >= 0x7F && r <= 0x9F) && r != 0xFFFE && r != 0xFFFF;
}

bool
text_is_clean(str s)
{
	size_t i = 0;

	while ((i = span_ascii(s, i)) < s.len) {
		unsigned char c = (unsigned char)s.ptr[i];
		str rest = str_from(s, i++);

		if (c < 0x80 ? !is_clean(c) :
		    /* UTF-8 never has these; cmark writes them for &#xFFFE;. */
		    c >= 0xFE ||
		    /* Other characters that get replaced begin with these. */
		    ((c == 0xC2 || c == 0xEF) && !is_clean(utf8_next(&rest))))
			return false;
	}
	return true;
}

size_t
text_sound_at(str s, size_t i)
{
	uint32_t rune;
	size_t n = decode(str_from(s, i), &rune);

	return is_clean(rune) ? n : 0;
}

bool
text_is_sound(str s)
{
	size_t i = 0;

	while ((i = span_ascii(s, i)) < s.len) {
		size_t n = text_sound_at(s, i);

		if (n == 0)
			return false;
		i += n;
	}
	return true;
}

void
text_clean(struct buf *out, str s)
{
	if (text_is_sound(s)) {
		buf_add(out, s);
		return;
	}
	while (s.len) {
		bool lost = str_starts(s, S("\xEF\xBF\xBD"));
		uint32_t r = utf8_next(&s);

		if (r == RUNE_BAD && !lost)
			continue;
		if (r == 0x0B || r == 0x0C)
			r = ' ';
		else if (r >= 0x80 && r <= 0x9F)
			r = windows_1252[r - 0x80];
		if (r != 0 && is_clean(r))
			buf_add_rune(out, r);
	}
}

str
text_cleaned(struct buf *room, str s)
{
	if (text_is_sound(s))
		return s;
	text_clean(room, s);
	return buf_str(room);
}
