/* SPDX-License-Identifier: MIT
 * test_unicode: what characters are, and forms of text. */
#include "base/core/unicode.h"

#include "support.h"

static const struct {
	uint32_t rune;
	bool mark, word;
	uint32_t lower;
	int width; /* -1: whichever */
} runes[] = {
	{'a', false, true, 'a', 1}, {'Z', false, true, 'z', 1},
	{'0', false, true, '0', 1}, {'_', false, false, '_', 1},
	{' ', false, false, ' ', 1}, {'-', false, false, '-', 1},
	{0x07, false, false, 0x07, 0}, {0x00, false, false, 0x00, 0},
	{0xC9, false, true, 0xE9, 1},     /* É */
	{0xDF, false, true, 0xDF, 1},     /* ß */
	{0xB2, false, false, 0xB2, 1},    /* superscript 2: No */
	{0x0301, true, true, 0x0301, 0},  /* combining acute */
	{0x0903, true, true, 0x0903, -1}, /* Mc */
	{0x20DD, true, true, 0x20DD, 0},  /* Me */
	{0x0130, false, true, 'i', 1},    /* İ */
	{0x0416, false, true, 0x0436, 1}, /* Ж */
	{0x0663, false, true, 0x0663, 1}, /* Arabic 3: Nd */
	{0x2013, false, false, 0x2013, 1},
	{0x200B, false, false, 0x200B, 0},
	{0x2160, false, false, 0x2170, 1}, /* Roman one: Nl */
	{0x65E5, false, true, 0x65E5, 2},  /* 日 */
	{0xAC00, false, true, 0xAC00, 2},
	{0x1F389, false, false, 0x1F389, 2},
	{0x10FFFF, false, false, 0x10FFFF, -1},
};

static void
test_runes(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(runes); i++) {
		uint32_t r = runes[i].rune;

		if (unicode_is_mark(r) != runes[i].mark ||
		    unicode_is_word(r) != runes[i].word)
			fail_msg("U+%04X: mark %d, word %d", (unsigned)r,
			    unicode_is_mark(r), unicode_is_word(r));
		if (unicode_lower(r) != runes[i].lower)
			fail_msg("U+%04X: lower U+%04X", (unsigned)r,
			    (unsigned)unicode_lower(r));
		if (runes[i].width >= 0 && unicode_width(r) != runes[i].width)
			fail_msg("U+%04X: width %d", (unsigned)r,
			    unicode_width(r));
		assert_in_range(unicode_width(r), 0, 2);
	}
}

static const struct {
	str text;
	const char *nfc, *nfkd, *folded;
} texts[] = {
	{S_INIT(""), "", "", ""},
	{S_INIT("Abc 1"), "Abc 1", "Abc 1", "abc 1"},
	{S_INIT("\xC3\x89"), "\xC3\x89", "E\xCC\x81", "\xC3\xA9"},
	{S_INIT("E\xCC\x81"), "\xC3\x89", "E\xCC\x81", "\xC3\xA9"},
	/* Only NFKD knows a ligature, a width, a superscript. */
	{S_INIT("ﬁ"), "ﬁ", "fi", "fi"},
	{S_INIT("Ａ"), "Ａ", "A", "ａ"},
	{S_INIT("x²"), "x²", "x2", "x²"},
	{S_INIT("Straße"), "Straße", "Straße", "strasse"},
	{S_INIT("ΣΑΣ ς"), "ΣΑΣ ς", "ΣΑΣ ς", "σασ σ"},
	{S_INIT("日本"), "日本", "日本", "日本"},
	{S_INIT("가"), "가", "\xE1\x84\x80\xE1\x85\xA1", "가"},
	/* What is ill-formed. */
	{S_INIT("a\xFF" "b"), "a\uFFFDb", "a\uFFFDb", "a\uFFFDb"},
	{S_INIT("\xC3"), "\uFFFD", "\uFFFD", "\uFFFD"},
};

static void
test_forms(void **state)
{
	struct buf b = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(texts); i++) {
		unicode_add(&b, texts[i].text, UNICODE_NFC);
		check_buf("nfc", &b, texts[i].nfc);
		unicode_add(&b, texts[i].text, UNICODE_NFKD);
		check_buf("nfkd", &b, texts[i].nfkd);
		unicode_add(&b, texts[i].text, UNICODE_FOLDED);
		check_buf("folded", &b, texts[i].folded);
	}
	/* It adds to what is there; a NULL slice is nothing. */
	buf_add(&b, S("x"));
	unicode_add(&b, (str){0}, UNICODE_NFC);
	unicode_add(&b, S("E\xCC\x81"), UNICODE_FOLDED);
	check_buf("adds", &b, "x\xC3\xA9");
	/* A NUL is a character like any other. */
	unicode_add(&b, S("a\0b"), UNICODE_NFC);
	assert_int_equal(b.len, 3);
	buf_free(&b);
}

/* A letter for each of the predicates: n for a name's, s, d, f. */
static void
test_kinds(void **state)
{
	static const struct {
		uint32_t rune;
		const char *is;
	} rows[] = {
		{'a', "n"}, {'7', "n"}, {'_', "n"}, {'-', "d"}, {' ', "s"},
		{'\t', "s"}, {'.', ""}, {'$', ""}, {0x00, ""}, {0xA0, "s"},
		{0xAD, "f"}, {0x85, "s"}, {0x0301, "n"}, {0x0663, "n"},
		{0x2010, "d"}, {0x2014, "d"}, {0x2212, ""}, {0x200B, "f"},
		{0x200D, "f"}, {0x2028, "s"}, {0x203F, "n"}, {0x2163, "n"},
		{0x24D0, "n"}, {0x2460, ""}, {0x3000, "s"}, {0x30FC, "n"},
		{0x65E5, "n"}, {0xFEFF, "f"}, {0x1F389, ""}, {0x1F170, "n"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		uint32_t r = rows[i].rune;
		char is[5] = "", what[16];

		if (unicode_is_name(r))
			strcat(is, "n");
		if (unicode_is_space(r))
			strcat(is, "s");
		if (unicode_is_dash(r))
			strcat(is, "d");
		if (unicode_is_format(r))
			strcat(is, "f");
		snprintf(what, sizeof what, "U+%04X", (unsigned)r);
		check_str(what, str_of(is), rows[i].is);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_kinds),
		cmocka_unit_test(test_runes),
		cmocka_unit_test(test_forms),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
