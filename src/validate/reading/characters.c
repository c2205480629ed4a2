/* SPDX-License-Identifier: MIT
 * characters: characters that are in a feed by accident. */
#include "validate/reading/characters.h"

#include "base/core/span.h"
#include "base/core/utf8.h"
#include "validate/tables/feed_rules.h"

/* The code of a character that is nearly always an accident, at the start of
 * a text; or 0. A control for which windows-1252 has a letter, U+FFFD, or
 * UTF-8 that was taken for Latin-1 and encoded as UTF-8 again. */
static diag_code
bad_character(str s)
{
	unsigned char b[4] = {0};

	for (size_t i = 0; i < 4 && i < s.len; i++)
		b[i] = (unsigned char)s.ptr[i];
	if (b[0] == 0xC2 && b[1] < 0xA0)
		return RULE_BAD_CHARACTER;
	if (b[0] == 0xEF && b[1] == 0xBF && b[2] == 0xBD)
		return RULE_BAD_CHARACTER;
	if (b[0] == 0xC3 && (b[1] == 0x82 || b[1] == 0x83) && b[2] == 0xC2)
		return RULE_TWICE_ENCODED;
	return 0;
}

static void
report_character(struct document *d, diag_code code, str s, size_t at)
{
	str rest = s;

	if (code == RULE_TWICE_ENCODED)
		document_report(d, code, at, NULL, "'%.4s' looks "
		    "like UTF-8 that was encoded twice", s.ptr);
	else if (str_starts(s, S("\xEF")))
		document_report(d, code, at, NULL, "the character "
		    "U+FFFD stands for one that was lost");
	else
		document_report(d, code, at, NULL, "the character "
		    "U+%04X is a control that no reader can show",
		    (unsigned)utf8_next(&rest));
}

void
characters_check(struct document *d, str text, const struct xml_text *place,
    size_t at)
{
	str rest = text;

	for (;;) {
		diag_code code;

		rest = str_from(rest, span_ascii(rest, 0));
		if (rest.len == 0)
			break;
		code = bad_character(rest);
		if (code)
			report_character(d, code, rest, place
			    ? xml_text_place(place) + text.len - rest.len
			    : at);
		rest = str_from(rest, 1);
	}
}
