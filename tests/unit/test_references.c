/* SPDX-License-Identifier: MIT
 * test_references: characters by name and number, and ways through text. */
#include "validate/reading/references.h"

#include "support.h"

static void
test_take(void **state)
{
	static const struct {
		const char *text;
		uint32_t rune; /* 0: none is taken */
		const char *rest;
	} rows[] = {
		{"&amp;b", '&', "b"}, {"&lt;", '<', ""}, {"&apos;", '\'', ""},
		{"&Eacute;x", 0xC9, "x"}, {"&thetasym;", 0x3D1, ""},
		{"&zwnj;", 0x200C, ""}, {"&AElig;", 0xC6, ""},
		{"&#233;", 0xE9, ""}, {"&#xe9;", 0xE9, ""},
		{"&#X1F389;", 0x1F389, ""}, {"&#0;", 0xFFFD, ""},
		{"&#xD800;", 0xFFFD, ""}, {"&#xDFFF;", 0xFFFD, ""},
		{"&#xD7FF;", 0xD7FF, ""}, {"&#xE000;", 0xE000, ""},
		{"&#x10FFFF;", 0x10FFFF, ""}, {"&#x110000;", 0xFFFD, ""},
		{"&#99999999999;", 0xFFFD, ""},
		{"&;", 0, "&;"}, {"&#;", 0, "&#;"}, {"&#x;", 0, "&#x;"},
		{"&#12a;", 0, "&#12a;"}, {"&nosuch;", 0, "&nosuch;"},
		{"&amp", 0, "&amp"}, {"& amp;", 0, "& amp;"},
		{"&eacute", 0, "&eacute"}, {"a", 0, "a"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		str s = str_of(rows[i].text);
		uint32_t rune = 0;
		bool taken = references_take(&s, &rune);

		if (taken != (rows[i].rune != 0) ||
		    (taken && rune != rows[i].rune))
			fail_msg("%s: %d U+%X", rows[i].text, taken, rune);
		check_str(rows[i].text, s, rows[i].rest);
	}
}

static void
test_decode(void **state)
{
	struct buf b = {0};

	(void)state;
	references_decode(&b, S("a&amp;b&eacute;&x;&"));
	check_buf("decode", &b, "a&bé&x;&");
	references_decode(&b, (str){0});
	check_buf("nothing", &b, "");
	buf_free(&b);
}

/* What is left once n bytes of the value were passed. */
static void
test_skip_xml(void **state)
{
	static const struct {
		const char *raw;
		size_t n;
		const char *rest;
	} rows[] = {
		{"abc", 0, "abc"}, {"abc", 2, "c"}, {"abc", 9, ""},
		{"&amp;bc", 1, "bc"}, {"&#233;bc", 2, "bc"},
		{"a\r\nb", 2, "b"}, {"<!-- x -->ab", 1, "b"},
		{"a<!-- x -->b", 1, "b"}, {"a<?x y?>b", 2, ""},
		{"<![CDATA[a&amp;]]>b", 2, "amp;]]>b"},
		{"<![CDATA[ab]]>cd", 3, "d"}, {"<![CDATA[ab]]>cd", 2, "]]>cd"},
		{"<![CDATA[", 1, ""}, {"<![CDATA[a", 5, ""}, {"<!--", 1, ""},
		{"&x;b", 1, "x;b"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		str s = str_of(rows[i].raw);

		references_skip_xml(&s, rows[i].n);
		check_str(rows[i].raw, s, rows[i].rest);
	}
}

static void
test_skip_json(void **state)
{
	static const struct {
		const char *raw;
		size_t n;
		const char *rest;
	} rows[] = {
		{"abc\"", 2, "c\""}, {"\\nbc\"", 1, "bc\""},
		{"\\u00e9bc\"", 2, "bc\""}, {"\\u20acbc\"", 3, "bc\""},
		{"\\u0041bc\"", 2, "c\""}, {"\\uff01bc\"", 4, "c\""},
		{"\\ud83c\\udf89bc\"", 4, "bc\""}, {"\\\\\\\"c", 2, "c"},
		{"\\u00", 9, ""}, {"a", 5, "a"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		str s = str_of(rows[i].raw);

		references_skip_json(&s, rows[i].n);
		check_str(rows[i].raw, s, rows[i].rest);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_take),
		cmocka_unit_test(test_decode),
		cmocka_unit_test(test_skip_xml),
		cmocka_unit_test(test_skip_json),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
