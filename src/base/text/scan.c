/* SPDX-License-Identifier: MIT
 * scan: reading a text from left to right. */
#include "base/text/scan.h"

char
scan_any(str *s, const char *set)
{
	char c = scan_peek(*s);

	if (!char_is_one_of(c, set))
		return '\0';
	*s = str_from(*s, 1);
	return c;
}

/* ---- runs ---- */

str
scan_word(str *s)
{
	size_t n = 0;

	while (n < s->len && !char_is_space(s->ptr[n]))
		n++;
	return scan_front(s, n);
}

str
scan_until(str *s, const char *stops)
{
	uint64_t set[4] = {0}; /* a bit for each character: URLs are many */
	size_t n = 0;

	if (stops[0] && !stops[1])
		return scan_front(s, str_chr(*s, stops[0]));
	for (; *stops; stops++)
		set[(unsigned char)*stops / 64] |=
		    UINT64_C(1) << (unsigned char)*stops % 64;
	while (n < s->len && !(set[(unsigned char)s->ptr[n] / 64] >>
	    (unsigned char)s->ptr[n] % 64 & 1))
		n++;
	return scan_front(s, n);
}

bool
scan_past(str *s, str end, str *before)
{
	size_t at = str_find(*s, end);
	str part = scan_front(s, at);

	if (before)
		*before = part;
	return scan_text(s, end);
}

/* ---- numbers ---- */

struct scan_number
scan_number(str *s)
{
	struct scan_number n = {0, 0};

	for (; n.digits < s->len && char_is_digit(s->ptr[n.digits]); n.digits++)
		if (n.digits < 9)
			n.value = n.value * 10 + (s->ptr[n.digits] - '0');
	*s = str_from(*s, n.digits);
	return n;
}

size_t
scan_hex(str *s, size_t most, uint32_t *value)
{
	size_t n = 0;
	int digit;

	for (*value = 0; n < most && n < s->len &&
	     (digit = char_hex(s->ptr[n])) >= 0; n++)
		*value = *value << 4 | (uint32_t)digit;
	*s = str_from(*s, n);
	return n;
}

bool
scan_percent(str *s, char *byte)
{
	str rest = *s;
	uint32_t value;

	if (!scan_char(&rest, '%') || scan_hex(&rest, 2, &value) != 2)
		return false;
	*byte = (char)value;
	*s = rest;
	return true;
}

bool
scan_reference(str *s, uint32_t *rune)
{
	str rest = *s;
	uint32_t base = 10;
	size_t n = 0;
	int digit;

	if (!scan_text(&rest, S("&#")))
		return false;
	if (scan_any(&rest, "xX"))
		base = 16;
	for (*rune = 0; n < rest.len && (digit = char_hex(rest.ptr[n])) >= 0 &&
	     (uint32_t)digit < base; n++)
		*rune = *rune > 0x10FFFF ? UINT32_MAX
		    : *rune * base + (uint32_t)digit;
	rest = str_from(rest, n);
	if (n == 0 || !scan_char(&rest, ';'))
		return false;
	if (*rune > 0x10FFFF)
		*rune = UINT32_MAX;
	*s = rest;
	return true;
}

char
scan_common_entity(str *s)
{
	static const struct {
		str written;
		char c;
	} entities[] = {
		{S_INIT("&amp;"), '&'}, {S_INIT("&lt;"), '<'},
		{S_INIT("&gt;"), '>'}, {S_INIT("&quot;"), '"'},
		{S_INIT("&#39;"), '\''}, {S_INIT("&nbsp;"), ' '},
	};

	for (size_t i = 0; i < sizeof entities / sizeof *entities; i++)
		if (scan_text(s, entities[i].written))
			return entities[i].c;
	return '\0';
}

/* ---- quotes ---- */

bool
scan_quoted(str *s, char escape, str *inside)
{
	char quote = scan_peek(*s);

	for (size_t n = 1; n < s->len; n++) {
		if (s->ptr[n] == quote) {
			*inside = str_sub(*s, 1, n - 1);
			*s = str_from(*s, n + 1);
			return true;
		}
		if (escape && s->ptr[n] == escape)
			n++;
	}
	return false;
}

str
scan_part(str *s, char sep)
{
	str before = *s, part, inside;

	while (s->len && scan_peek(*s) != sep)
		if (scan_peek(*s) != '"' && scan_peek(*s) != '\'')
			scan_front(s, 1);
		else if (!scan_quoted(s, '\0', &inside))
			scan_front(s, s->len);
	part = str_trim(scan_since(before, *s));
	scan_char(s, sep);
	return part;
}

str
scan_unescape(struct arena *a, str text, const char *set)
{
	char *copy;
	size_t n = 0;

	if (str_chr(text, '\\') == STR_NONE)
		return text;
	copy = arena_text(a, text.len);
	for (size_t i = 0; i < text.len; i++) {
		if (text.ptr[i] == '\\' && i + 1 < text.len &&
		    char_is_one_of(text.ptr[i + 1], set))
			i++;
		copy[n++] = text.ptr[i];
	}
	return (str){copy, n};
}

void
scan_add_plain(struct buf *out, str html)
{
	while (html.len) {
		char c;

		if (scan_peek(html) == '<' && str_chr(html, '>') != STR_NONE)
			scan_past(&html, S(">"), NULL);
		else if ((c = scan_common_entity(&html)) != '\0')
			buf_addc(out, c);
		else
			buf_add(out, scan_front(&html, 1));
	}
}
