/* SPDX-License-Identifier: MIT
 * test_alphabets: the tables of letters. */
#include "base/text/alphabets.h"

#include "support.h"

static const struct {
	uint32_t rune;
	const char *zola, *pelican; /* NULL: in no table */
} rows[] = {
	{'a', NULL, NULL}, {0xE9, NULL, NULL}, {0x1F389, NULL, NULL},
	{0xDF, "ss", "ss"}, {0x1E9E, "ss", "ss"}, {0xAD, "", ""},
	/* The first and the last of each block, and what is beyond. */
	{0x03AC, "a", "a"}, {0x03CE, "o", "o"}, {0x03CF, NULL, NULL},
	{0x0391, "a", "a"}, {0x039E, "ks", "ks"}, {0x03BE, "x", "x"},
	{0x0430, "a", "a"}, {0x044F, "ia", "ia"}, {0x045F, "dzh", "dzh"},
	{0x0410, "a", "a"}, {0x042F, "ia", "ia"}, {0x040F, "dzh", "dzh"},
	{0x0404, "e", "ie"}, {0x0454, "ie", "ie"},
	{0x0491, "g'", "g'"}, {0x0490, "g'", "g'"}, {0x04BF, "ch'", "ch'"},
	{0x04C2, "zh", "zh"}, {0x04F9, "y", "y"}, {0x0461, "o", "o"},
	{0x047F, "ot", "ot"}, {0x0481, "q", "q"}, {0x0483, NULL, NULL},
	{0x0561, "a", "a"}, {0x0586, "f", "f"}, {0x0587, "ew", "ew"},
	{0x05D0, "'", "a"}, {0x05EA, "t", "t"}, {0x05EB, NULL, NULL},
	{0x0621, "'", "'"}, {0x063A, "g", "g"}, {0x064A, "y", "y"},
	{0x0652, "", ""}, {0x06CC, "y", "y"}, {0x06D5, "ae", "ae"},
	{0x06D6, NULL, NULL},
	{0x0901, "n", "n"}, {0x0939, "h", "h"}, {0x094D, "", ""},
	{0x0963, "ll", "ll"}, {0x0966, NULL, NULL}, {0x0900, NULL, NULL},
	{0x0915, "k", "k"}, {0x0995, "k", "k"}, {0x0A95, "k", "k"},
	{0x0C95, "k", "k"}, {0x0D15, "k", "k"}, {0x090F, "e", "e"},
	{0x0A0F, "ee", "ee"}, {0x0A8F, "e", "e"}, {0x0B8F, "ee", "ee"},
	{0x0D13, "oo", "oo"},
	{0x0D82, "n", "n"}, {0x0D9A, "k", "k"}, {0x0DC6, "f", "f"},
	{0x0DDF, "l", "l"}, {0x0E01, "k", "k"}, {0x0E3A, "'", "'"},
	{0x0E40, "e", "e"}, {0x0E4D, "m", "m"}, {0x0E81, "k", "k"},
	{0x0ECD, "m", "m"}, {0x0F40, "k", "k"}, {0x0F6A, "r", "r"},
	{0x0FBC, "r", "r"}, {0x1000, "k", "k"}, {0x103F, "ss", "ss"},
	{0x1780, "k", "k"}, {0x17A2, "q", "q"}, {0x17D0, "a", "a"},
	{0x10D0, "a", "a"}, {0x10F0, "h", "h"}, {0x1C90, "a", "a"},
	{0x3041, "a", "a"}, {0x3096, "ke", "ke"}, {0x30A1, "a", "a"},
	{0x30F6, "ke", "ke"}, {0x3057, "si", "shi"}, {0x30B7, "si", "shi"},
	{0xAC00, "ga", "ga"}, {0xD7A3, "hih", "hih"}, {0xD7A4, NULL, NULL},
	{0xAC12, "gabs", "gabs"}, {0x1100, "g", "g"}, {0x1113, NULL, NULL},
	{0x1161, "a", "a"}, {0x1175, "i", "i"}, {0x1176, NULL, NULL},
	{0x11A8, "g", "g"}, {0x11C2, "h", "h"}, {0x11C3, NULL, NULL},
};

static void
test_rows(void **state)
{
	struct buf b = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		char what[16];
		bool known = alphabets_add(&b, rows[i].rune, ALPHABETS_ZOLA);

		snprintf(what, sizeof what, "U+%04X", (unsigned)rows[i].rune);
		if (known != (rows[i].zola != NULL))
			fail_msg("%s: %s", what, known ? "known" : "unknown");
		check_buf(what, &b, rows[i].zola ? rows[i].zola : "");
		alphabets_add(&b, rows[i].rune, ALPHABETS_PELICAN);
		check_buf(what, &b, rows[i].pelican ? rows[i].pelican : "");
	}
	buf_free(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(test_rows)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
