/* SPDX-License-Identifier: MIT
 * references: characters written as &name;, &#1; or \u0001. */
#include "validate/reading/references.h"

#include <stdlib.h>

#include "base/core/utf8.h"
#include "base/text/scan.h"

static const struct entity {
	str name;
	uint32_t rune;
} entities[] = {
#define ENTITY(name, rune) {S_INIT(name), rune},
#include "validate/tables/entities.h"
#undef ENTITY
};

/* ---- one reference ---- */

static bool
find_entity(str name, uint32_t *rune)
{
	const struct entity *e;

	/* Most references are this one. */
	if (str_eq(name, S("amp")))
		return *rune = '&', true;
	e = bsearch(&name, entities, sizeof entities / sizeof entities[0],
	    sizeof entities[0], str_cmp_row);
	if (e)
		*rune = e->rune;
	return e != NULL;
}

bool
references_take(str *s, uint32_t *rune)
{
	enum { LONGEST = 16 };
	size_t end;

	if (scan_reference(s, rune)) {
		if (*rune == 0 || *rune > 0x10FFFF ||
		    (*rune >= 0xD800 && *rune <= 0xDFFF))
			*rune = RUNE_BAD;
		return true;
	}
	end = str_chr(str_sub(*s, 0, LONGEST), ';');
	if (scan_peek(*s) != '&' || end == STR_NONE ||
	    !find_entity(str_sub(*s, 1, end - 1), rune))
		return false;
	*s = str_from(*s, end + 1);
	return true;
}

void
references_decode(struct buf *out, str s)
{
	size_t amp;
	uint32_t rune;

	while ((amp = str_chr(s, '&')) != STR_NONE) {
		buf_add(out, scan_front(&s, amp));
		if (references_take(&s, &rune))
			buf_add_rune(out, rune);
		else
			buf_add(out, scan_front(&s, 1));
	}
	buf_add(out, s);
}

/* ---- from a value to its source ---- */

static size_t
rune_size(uint32_t rune)
{
	char bytes[4];

	return utf8_encode(rune, bytes);
}

static size_t
less(size_t n, size_t size)
{
	return n - (size < n ? size : n);
}

/* A comment or a processing instruction. */
static bool
skip_markup(str *s)
{
	if (scan_text(s, S("<!--")))
		return scan_past(s, S("-->"), NULL), true;
	if (scan_text(s, S("<?")))
		return scan_past(s, S("?>"), NULL), true;
	return false;
}

/* A line end in XML is one byte of the value, CR LF in the source too. */
static void
skip_byte(str *s)
{
	if (!scan_text(s, S("\r\n")))
		scan_front(s, 1);
}

/* `rest` begins inside of a CDATA section. */
static size_t
skip_section(str *rest, size_t n)
{
	while (n && rest->len && !str_starts(*rest, S("]]>"))) {
		skip_byte(rest);
		n--;
	}
	if (n)
		scan_text(rest, S("]]>"));
	return n;
}

void
references_skip_xml(str *rest, size_t n)
{
	uint32_t rune;

	while (n && rest->len) {
		if (skip_markup(rest))
			continue;
		if (scan_text(rest, S("<![CDATA[")))
			n = skip_section(rest, n);
		else if (references_take(rest, &rune))
			n = less(n, rune_size(rune));
		else {
			skip_byte(rest);
			n--;
		}
	}
	/* Between markup and text, the place is that of the text. */
	while ((str_starts(*rest, S("<!--")) && skip_markup(rest)) ||
	    scan_text(rest, S("<![CDATA[")))
		;
}

void
references_skip_json(str *rest, size_t n)
{
	while (n && rest->len > 1) {
		uint32_t rune;

		if (scan_text(rest, S("\\u"))) {
			scan_hex(rest, 4, &rune);
			/* Each half of a surrogate pair stands for two of
			 * the four bytes. */
			n = less(n, rune >= 0xD800 && rune <= 0xDFFF
			    ? 2 : rune_size(rune));
		} else {
			scan_front(rest, rest->ptr[0] == '\\' ? 2 : 1);
			n--;
		}
	}
}
