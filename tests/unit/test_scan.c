/* SPDX-License-Identifier: MIT
 * test_scan: the verbs that take something off the front of a text. */
#include "base/text/scan.h"

#include "support.h"

static void
test_characters(void **state)
{
	str s = S("ab\0c"), empty = {0}, before;

	(void)state;
	assert_int_equal(scan_peek(s), 'a');
	assert_int_equal(scan_peek(empty), '\0');
	assert_false(scan_char(&s, 'b'));
	assert_true(scan_char(&s, 'a'));
	before = s;
	assert_true(scan_text(&s, S("b")));
	check_str("since", scan_since(before, s), "b");
	/* A NUL is a character, but none of a set. */
	assert_int_equal(scan_any(&s, "abc"), '\0');
	assert_int_equal(s.len, 2);
	assert_true(scan_char(&s, '\0'));
	assert_int_equal(scan_any(&s, "abc"), 'c');
	assert_int_equal(s.len, 0);
	assert_false(scan_char(&s, '\0'));
	assert_false(scan_text(&s, S("b")));
	assert_true(scan_text(&s, S("")));
	s = S("abc");
	check_str("two", scan_front(&s, 2), "ab");
	check_str("all", scan_front(&s, 2), "c");
	check_str("none", scan_front(&s, 2), "");
	assert_false(scan_blanks(&empty));
}

static void
test_runs(void **state)
{
	str s = S(" \t\nab1 c,d;e-->f"), part;

	(void)state;
	assert_true(scan_blanks(&s));
	assert_false(scan_blanks(&s));
	check_str("letters", scan_while(&s, char_is_alpha), "ab");
	check_str("no letters", scan_while(&s, char_is_alpha), "");
	assert_true(scan_is_all(S("ab"), char_is_alpha));
	assert_false(scan_is_all(S("ab1"), char_is_alpha));
	assert_true(scan_is_all(S(""), char_is_alpha));
	check_str("word", scan_word(&s), "1");
	check_str("no word", scan_word(&s), "");
	check_str("until", scan_until(&s, ";,"), " c");
	check_str("until again", scan_until(&s, ";,"), "");
	check_str("rest", s, ",d;e-->f");
	assert_true(scan_past(&s, S("-->"), &part));
	check_str("before", part, ",d;e");
	assert_false(scan_past(&s, S("-->"), &part));
	check_str("all of it", part, "f");
	check_str("nothing left", s, "");
	s = S("a>b");
	assert_true(scan_past(&s, S(">"), NULL));
	check_str("behind", s, "b");
	check_str("to the end", scan_until(&s, ">"), "b");
}

static void
test_numbers(void **state)
{
	static const struct {
		const char *text;
		int value;
		size_t digits;
	} rows[] = {
		{"", 0, 0}, {"x", 0, 0}, {"-1", 0, 0}, {"0", 0, 1},
		{"007x", 7, 3}, {"999999999", 999999999, 9},
		{"1234567890", 123456789, 10},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		str s = str_of(rows[i].text);
		struct scan_number n = scan_number(&s);

		assert_int_equal(n.value, rows[i].value);
		assert_int_equal(n.digits, rows[i].digits);
		assert_int_equal(s.len, strlen(rows[i].text) - n.digits);
	}
}

static void
test_hex(void **state)
{
	str s = S("00e9Fg");
	uint32_t value;

	(void)state;
	assert_int_equal(scan_hex(&s, 4, &value), 4);
	assert_int_equal(value, 0xE9);
	assert_int_equal(scan_hex(&s, 4, &value), 1);
	assert_int_equal(value, 0xF);
	assert_int_equal(scan_hex(&s, 4, &value), 0);
	assert_int_equal(value, 0);
	check_str("rest", s, "g");
}

static void
test_percent(void **state)
{
	static const char *const none[] = {"", "%", "%4", "%4g", "%g4", "41"};
	str s = S("%c3%A9%0");
	char byte;

	(void)state;
	assert_true(scan_percent(&s, &byte));
	assert_int_equal(byte, (char)0xC3);
	assert_true(scan_percent(&s, &byte));
	assert_int_equal(byte, (char)0xA9);
	assert_false(scan_percent(&s, &byte));
	check_str("rest", s, "%0");
	for (size_t i = 0; i < COUNT(none); i++) {
		s = str_of(none[i]);
		assert_false(scan_percent(&s, &byte));
		check_str(none[i], s, none[i]);
	}
}

static void
test_reference(void **state)
{
	static const struct {
		const char *text;
		uint32_t rune;
	} rows[] = {
		{"&#65;", 65}, {"&#x41;", 65}, {"&#XE9;", 0xE9},
		{"&#0;", 0}, {"&#x10FFFF;", 0x10FFFF},
		{"&#x110000;", UINT32_MAX}, {"&#1114112;", UINT32_MAX},
		{"&#000000000000000000065;", 65},
		{"&#99999999999999999999;", UINT32_MAX},
	};
	static const char *const none[] = {"", "&", "&#", "&#;", "&#x;",
		"&#65", "&#6a;", "&#xg;", "&amp;", "&x41;"};
	uint32_t rune;
	str s;

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		s = str_of(rows[i].text);
		assert_true(scan_reference(&s, &rune));
		assert_int_equal(rune, rows[i].rune);
		assert_int_equal(s.len, 0);
	}
	for (size_t i = 0; i < COUNT(none); i++) {
		s = str_of(none[i]);
		assert_false(scan_reference(&s, &rune));
		check_str(none[i], s, none[i]);
	}
}

static void
test_quoted(void **state)
{
	static const struct {
		const char *text;
		char escape;
		const char *inside, *rest; /* NULL: it is never closed */
	} rows[] = {
		{"\"a\"b", '\0', "a", "b"},
		{"''", '\0', "", ""},
		{"'a\"b'", '\\', "a\"b", ""},
		{"\"a\\\"b\"c", '\\', "a\\\"b", "c"},
		{"\"a\\\"b\"c", '\0', "a\\", "b\"c"},
		{"\"a\\\\\"b", '\\', "a\\\\", "b"},
		{"\"a\\\"", '\\', NULL, "\"a\\\""},
		{"\"a\\", '\\', NULL, "\"a\\"},
		{"\"a", '\0', NULL, "\"a"},
		{"\"", '\0', NULL, "\""},
		{"", '\0', NULL, ""},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		str s = str_of(rows[i].text), inside;

		assert_int_equal(scan_quoted(&s, rows[i].escape, &inside),
		    rows[i].inside != NULL);
		if (rows[i].inside)
			check_str(rows[i].text, inside, rows[i].inside);
		check_str(rows[i].text, s, rows[i].rest);
	}
}

static void
test_unescape(void **state)
{
	static const char *const rows[][2] = {
		{"", ""}, {"a", "a"}, {"a\\\"b", "a\"b"},
		{"a\\nb", "a\\nb"}, {"\\\\\"", "\\\""}, {"a\\", "a\\"},
	};
	struct arena a = {0};
	str same = S("plain");

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		check_str(rows[i][0], scan_unescape(&a, str_of(rows[i][0]),
		    "\"\\"), rows[i][1]);
	assert_ptr_equal(scan_unescape(&a, same, "\"\\").ptr, same.ptr);
	arena_free(&a);
}

/* Quotes hide the separator; one that is never closed takes the rest. */
static void
test_part(void **state)
{
	static const struct {
		const char *text, *part, *rest;
	} rows[] = {
		{"a | b", "a", " b"}, {"a", "a", ""}, {"", "", ""},
		{"|b", "", "b"}, {" 'a|b' |c", "'a|b'", "c"},
		{"\"a|'\"x|c", "\"a|'\"x", "c"}, {"'a|b", "'a|b", ""},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		str s = str_of(rows[i].text);

		check_str(rows[i].text, scan_part(&s, '|'), rows[i].part);
		check_str(rows[i].text, s, rows[i].rest);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_characters),
		cmocka_unit_test(test_runs),
		cmocka_unit_test(test_numbers),
		cmocka_unit_test(test_hex),
		cmocka_unit_test(test_percent),
		cmocka_unit_test(test_reference),
		cmocka_unit_test(test_quoted),
		cmocka_unit_test(test_part),
		cmocka_unit_test(test_unescape),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
