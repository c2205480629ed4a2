/* SPDX-License-Identifier: MIT
 * test_str: slices and their verbs. */
#include "base/core/str.h"

#include "support.h"

static void
test_make(void **state)
{
	static const str none = {0};
	static const str named = S_INIT("abc");

	(void)state;
	assert_int_equal(str_of(NULL).len, 0);
	assert_int_equal(str_of("").len, 0);
	assert_int_equal(str_of("abc").len, 3);
	assert_int_equal(S("a\0b").len, 3);
	assert_true(str_eq(named, S("abc")));
	assert_true(str_eq(none, S("")));
}

/* strchr finds a NUL at the end of each set. */
static void
test_sets(void **state)
{
	(void)state;
	assert_true(char_is_one_of('-', ".-"));
	assert_true(char_is_one_of('.', ".-"));
	assert_false(char_is_one_of('a', ".-"));
	assert_false(char_is_one_of('\0', ".-"));
	assert_false(char_is_one_of('\0', ""));
}

static const struct {
	const char *a, *b;
	bool eq, ieq;
	int cmp;
	bool starts, istarts, ends, iends; /* a with b */
} pairs[] = {
	{"", "", true, true, 0, true, true, true, true},
	{"a", "", false, false, 1, true, true, true, true},
	{"", "a", false, false, -1, false, false, false, false},
	{"abc", "abc", true, true, 0, true, true, true, true},
	{"abc", "ABC", false, true, 1, false, true, false, true},
	{"abc", "ab", false, false, 1, true, true, false, false},
	{"abc", "BC", false, false, 1, false, false, false, true},
	{"abc", "bc", false, false, -1, false, false, true, true},
	{"ab", "abc", false, false, -1, false, false, false, false},
	{"\xC3\xA9", "\xC3\x89", false, false, 1, false, false, false, false},
	{"z", "\xC3\xA9", false, false, -1, false, false, false, false},
	/* '@' and '`', '[' and '{' are 32 apart, and no letters. */
	{"@[", "`{", false, false, -1, false, false, false, false},
};

static void
test_compare(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(pairs); i++) {
		str a = str_of(pairs[i].a), b = str_of(pairs[i].b);
		int c = str_cmp(a, b);

		assert_int_equal(str_eq(a, b), pairs[i].eq);
		assert_int_equal(str_ieq(a, b), pairs[i].ieq);
		assert_int_equal((c > 0) - (c < 0), pairs[i].cmp);
		assert_int_equal(str_starts(a, b), pairs[i].starts);
		assert_int_equal(str_istarts(a, b), pairs[i].istarts);
		assert_int_equal(str_ends(a, b), pairs[i].ends);
		assert_int_equal(str_iends(a, b), pairs[i].iends);
	}
	assert_false(str_eq(S("a\0b"), S("a\0c")));
	assert_true(str_cmp(S("a\0b"), S("a\0c")) < 0);
}

static void
test_sub(void **state)
{
	static const struct {
		size_t from, len;
		const char *want;
	} rows[] = {
		{0, 3, "abc"}, {0, 99, "abc"}, {1, 1, "b"}, {1, 99, "bc"},
		{3, 0, ""}, {3, 1, ""}, {99, 99, ""}, {0, 0, ""},
		{1, STR_NONE, "bc"}, {STR_NONE, STR_NONE, ""},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		check_str("sub", str_sub(S("abc"), rows[i].from, rows[i].len),
		    rows[i].want);
		if (rows[i].len >= 3)
			check_str("from", str_from(S("abc"), rows[i].from),
			    rows[i].want);
	}
	assert_int_equal(str_sub((str){0}, 0, 1).len, 0);
	assert_int_equal(str_from((str){0}, 1).len, 0);
}

static void
test_trim(void **state)
{
	static const char *const rows[][2] = {
		{"", ""}, {" ", ""}, {" \t\n\v\f\r", ""}, {"a", "a"},
		{" a b\n", "a b"}, {"\xC2\xA0" "a", "\xC2\xA0" "a"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		check_str("trim", str_trim(str_of(rows[i][0])), rows[i][1]);
	assert_int_equal(str_trim((str){0}).len, 0);
}

static void
test_find(void **state)
{
	(void)state;
	assert_int_equal(str_find(S("abcabc"), S("bc")), 1);
	assert_int_equal(str_find(S("abcabc"), S("")), 0);
	assert_int_equal(str_find(S("abc"), S("abcd")), STR_NONE);
	assert_int_equal(str_find((str){0}, S("a")), STR_NONE);
	assert_int_equal(str_find(S("a\0b"), S("\0b")), 1);
	assert_int_equal(str_chr(S("abca"), 'a'), 0);
	assert_int_equal(str_rchr(S("abca"), 'a'), 3);
	assert_int_equal(str_chr(S("abc"), 'x'), STR_NONE);
	assert_int_equal(str_rchr(S("abc"), 'x'), STR_NONE);
	assert_int_equal(str_chr((str){0}, '\0'), STR_NONE);
	assert_int_equal(str_rchr((str){0}, '\0'), STR_NONE);
}

/* Parts joined by '|' with an end mark each, so that empty ones show. */
static void
check_walk(str text, bool words, const char *want)
{
	struct buf b = {0};
	str part;

	while (words ? str_word(&text, &part) : str_split(&text, ',', &part)) {
		buf_add(&b, part);
		buf_addc(&b, '|');
	}
	if (!words)
		assert_null(text.ptr);
	check_buf("walk", &b, want);
	buf_free(&b);
}

static void
test_walk(void **state)
{
	(void)state;
	check_walk(S("a,,b"), false, "a||b|");
	check_walk(S("a,"), false, "a||");
	check_walk(S(",a"), false, "|a|");
	check_walk(S("a"), false, "a|");
	check_walk((str){0}, false, "");
	check_walk(S(" a \t b\nc\r\n"), true, "a|b|c|");
	check_walk(S("   "), true, "");
	check_walk((str){0}, true, "");
}

static void
test_chars(void **state)
{
	(void)state;
	for (int i = 0; i < 256; i++) {
		char c = (char)i;
		bool upper = i >= 'A' && i <= 'Z';
		bool alpha = upper || (i >= 'a' && i <= 'z');
		bool digit = i >= '0' && i <= '9';

		assert_int_equal(char_is_space(c),
		    i == ' ' || (i >= 9 && i <= 13));
		assert_int_equal(char_is_digit(c), digit);
		assert_int_equal(char_is_alpha(c), alpha);
		assert_int_equal(char_is_alnum(c), alpha || digit);
		assert_int_equal(char_lower(c), upper ? c + 32 : c);
		assert_int_equal(char_hex(c), digit ? i - '0'
		    : i >= 'a' && i <= 'f' ? i - 'a' + 10
		    : i >= 'A' && i <= 'F' ? i - 'A' + 10 : -1);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_make),
		cmocka_unit_test(test_sets),
		cmocka_unit_test(test_compare),
		cmocka_unit_test(test_sub),
		cmocka_unit_test(test_trim),
		cmocka_unit_test(test_find),
		cmocka_unit_test(test_walk),
		cmocka_unit_test(test_chars),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
