/* SPDX-License-Identifier: MIT
 * test_utf8: code points, ill-formed bytes, and text for XML. */
#include "base/core/utf8.h"

#include "support.h"

/* Well-formed at both ends of each length and around the surrogates. */
static const struct {
	const char *bytes;
	uint32_t rune;
} good[] = {
	{"a", 'a'}, {"\x7F", 0x7F}, {"\xC2\x80", 0x80}, {"\xDF\xBF", 0x7FF},
	{"\xE0\xA0\x80", 0x800}, {"\xED\x9F\xBF", 0xD7FF},
	{"\xEE\x80\x80", 0xE000}, {"\xEF\xBF\xBD", 0xFFFD},
	{"\xEF\xBF\xBF", 0xFFFF}, {"\xF0\x90\x80\x80", 0x10000},
	{"\xF4\x8F\xBF\xBF", 0x10FFFF},
};

/* RFC 3629, section 4: what it does not list. */
static const char *const bad[] = {
	"\x80", "\xBF", "\xC0\x80", "\xC1\xBF", "\xC2", "\xC2" "a",
	"\xE0\x80\x80", "\xE0\x9F\xBF", "\xE2\x82", "\xE2\x82" "a",
	"\xED\xA0\x80", "\xED\xBF\xBF", "\xF0\x80\x80\x80",
	"\xF0\x8F\xBF\xBF", "\xF0\x9F\x8E", "\xF4\x90\x80\x80",
	"\xF5\x80\x80\x80", "\xFE", "\xFF",
};

static void
test_next(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(good); i++) {
		str s = str_of(good[i].bytes);
		char out[4];

		assert_int_equal(utf8_check(s), s.len);
		assert_int_equal(utf8_len(s), 1);
		assert_int_equal(utf8_encode(good[i].rune, out), s.len);
		assert_memory_equal(out, s.ptr, s.len);
		assert_int_equal(utf8_next(&s), good[i].rune);
		assert_int_equal(s.len, 0);
	}
	for (size_t i = 0; i < COUNT(bad); i++) {
		str s = str_of(bad[i]);
		size_t len = s.len;
		char more[16];

		if (utf8_check(s) != 0)
			fail_msg("bad[%zu] passes", i);
		assert_int_equal(utf8_next(&s), RUNE_BAD);
		assert_int_equal(s.len, len - 1);
		snprintf(more, sizeof more, "é%s!", bad[i]);
		assert_int_equal(utf8_check(str_of(more)), 2);
	}
	assert_int_equal(utf8_check((str){0}), 0);
	assert_int_equal(utf8_check(S("a\0b")), 3);
}

static void
test_len_and_prefix(void **state)
{
	static const char *const prefixes[] = {
		"", "", "é", "é", "é", "é€", "é€", "é€", "é€", "é€🎉", "é€🎉"};

	(void)state;
	assert_int_equal(utf8_len(S("é€🎉a")), 4);
	assert_int_equal(utf8_len((str){0}), 0);
	for (size_t n = 0; n < COUNT(prefixes); n++)
		check_str("prefix", utf8_prefix(S("é€🎉"), n), prefixes[n]);
}

static const struct {
	const char *text;
	const char *clean; /* NULL: the same */
} texts[] = {
	{"", NULL},
	{"a\tb\nc\rd", NULL},
	{"é€🎉 \xEF\xBF\xBD \xC2\xA0 \xED\x9F\xBF \xEE\x80\x80", NULL},
	{"\xF0\x9F\xBF\xBE", NULL},         /* U+1FFFE is one that XML has */
	{"a\vb\fc", "a b c"},
	{"a\x01\x08\x0E\x1F" "b", "ab"},
	{"a\x1B[1mb", "a[1mb"},
	{"a\x7F" "b", "ab"},
	{"a\xEF\xBF\xBE\xEF\xBF\xBF" "b", "ab"},
	/* The bytes of windows-1252, read as Latin-1. */
	{"\xC2\x93x\xC2\x94 \xC2\x85\xC2\x80", "“x” …€"},
	{"\xC2\x96\xC2\x97\xC2\x91\xC2\x92\xC2\x99", "–—‘’™"},
	{"a\xC2\x81\xC2\x8D\xC2\x8F\xC2\x90\xC2\x9D" "b", "ab"},
	{"\xC2\x82\xC2\x9F\xC2\xA0", "‚Ÿ\xC2\xA0"},
};

static void
test_clean(void **state)
{
	struct buf b = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(texts); i++) {
		const char *text = texts[i].text, *clean = texts[i].clean;

		assert_int_equal(text_is_clean(str_of(text)), clean == NULL);
		text_clean(&b, str_of(text));
		assert_true(text_is_clean(buf_str(&b)));
		check_buf(text, &b, clean ? clean : text);
	}
	assert_false(text_is_clean(S("a\0b")));
	text_clean(&b, S("a\0b"));
	check_buf("NUL", &b, "ab");
	buf_add(&b, S("x"));
	text_clean(&b, S("y\x01"));
	check_buf("appended", &b, "xy");
	assert_true(text_is_clean((str){0}));
	buf_free(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_next),
		cmocka_unit_test(test_len_and_prefix),
		cmocka_unit_test(test_clean),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
