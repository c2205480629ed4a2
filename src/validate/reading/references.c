/* SPDX-License-Identifier: MIT
 * references: characters that are written as &name;, &#1; or \u0001. */
#include "validate/reading/references.h"

#include <string.h>

#include "base/core/utf8.h"
#include "base/text/scan.h"

static const struct {
	str name;
	uint32_t rune;
} entities[] = {
#define ENTITY(name, rune) {S_INIT(name), rune},
#include "validate/tables/entities.h"
#undef ENTITY
};

/* ---- one of them ---- */

/* Beyond what can be a character: U+FFFD. */
static uint32_t
valid_rune(uint32_t r)
{
	return r == 0 || r > 0x10FFFF || (r >= 0xD800 && r <= 0xDFFF)
	    ? RUNE_BAD : r;
}

static bool
read_name(str name, uint32_t *rune)
{
	size_t low = 0, high = sizeof entities / sizeof entities[0];

	/* Nearly all there are. */
	if (str_eq(name, S("amp")))
		return *rune = '&', true;
	while (low < high) {
		size_t mid = (low + high) / 2;
		int c = str_cmp(name, entities[mid].name);

		if (c == 0) {
			*rune = entities[mid].rune;
			return true;
		}
		if (c < 0)
			high = mid;
		else
			low = mid + 1;
	}
	*rune = '\'';
	return str_eq(name, S("apos"));
}

bool
reference_take(str *s, uint32_t *rune)
{
	enum { LONGEST = 16 };
	str near = str_sub(*s, 0, LONGEST), rest = near, name;

	if (scan_reference(&rest, rune))
		*rune = valid_rune(*rune);
	else if (!scan_char(&rest, '&') || !scan_past(&rest, S(";"), &name) ||
	    !read_name(name, rune))
		return false;
	scan_front(s, near.len - rest.len);
	return true;
}

void
references_decode(struct buf *out, str s)
{
	uint32_t rune;

	while (buf_add(out, scan_until(&s, "&")), s.len)
		if (reference_take(&s, &rune))
			buf_add_rune(out, rune);
		else
			buf_add(out, scan_front(&s, 1));
}

/* ---- ways through what is written ---- */

static size_t
rune_size(uint32_t rune)
{
	char bytes[4];

	return utf8_encode(rune, bytes);
}

/* Passes over what stands for nothing. */
static bool
skip_silent(str *s, str open, str close)
{
	if (!str_starts(*s, open))
		return false;
	scan_past(s, close, NULL);
	return true;
}

/* In a CDATA section, of which `rest` has the inside in front. */
static size_t
skip_section(str *rest, size_t n)
{
	size_t end = str_find(*rest, S("]]>"));
	str inside = str_sub(*rest, 0, end);

	while (n && inside.len) {
		size_t crlf = str_starts(inside, S("\r\n")) ? 2 : 1;

		inside = str_from(inside, crlf);
		*rest = str_from(*rest, crlf);
		n--;
	}
	if (n)
		*rest = str_from(*rest, end == STR_NONE ? 0 : 3);
	return n;
}

void
references_skip_xml(str *rest, size_t n)
{
	uint32_t rune;

	while (n && rest->len) {
		if (skip_silent(rest, S("<!--"), S("-->")) ||
		    skip_silent(rest, S("<?"), S("?>")))
			continue;
		if (str_starts(*rest, S("<![CDATA["))) {
			*rest = str_from(*rest, 9);
			n = skip_section(rest, n);
		} else if (rest->ptr[0] == '&' &&
		    reference_take(rest, &rune)) {
			size_t size = rune_size(rune);

			n -= size < n ? size : n;
		} else {
			*rest = str_from(
			    *rest, str_starts(*rest, S("\r\n")) ? 2 : 1);
			n--;
		}
	}
	/* A place between markup and text is that of the text. */
	while (skip_silent(rest, S("<!--"), S("-->")) ||
	    skip_silent(rest, S("<![CDATA["), S("<![CDATA[")))
		;
}

void
references_skip_json(str *rest, size_t n)
{
	while (n && rest->len > 1) {
		size_t written = 1, size = 1;
		uint32_t rune = 0;
		str digits;

		if (rest->ptr[0] == '\\' && rest->ptr[1] == 'u') {
			digits = str_from(*rest, 2);
			scan_hex(&digits, 4, &rune);
			written = 6;
			/* Of a pair, each half stands for two bytes. */
			size = rune >= 0xD800 && rune <= 0xDFFF
			    ? 2 : rune_size(rune);
		} else if (rest->ptr[0] == '\\')
			written = 2;
		*rest = str_from(*rest, written);
		n -= size < n ? size : n;
	}
}
