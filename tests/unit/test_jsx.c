/* SPDX-License-Identifier: MIT
 * test_jsx: as much of JavaScript as it takes to see where a part of it
 * ends. */
#include "content/tags/jsx.h"

#include "support.h"

/* Texts, and what is behind the braces that they begin with. */
static const struct {
	const char *text, *rest; /* NULL: never closed */
} braces[] = {
	{"{}", ""}, {"{a} b", " b"}, {"{a {b} c} {d}", " {d}"},
	{"{'}'} a", " a"}, {"{\"\\\"}\"}", ""}, {"{`}\n`}", ""},
	{"{/* } */} a", " a"}, {"{// }\n} a", " a"}, {"{'//'} a", " a"},
	{"{<a href=\"http://x/\">it's</a>} b", " b"},
	{"{http://x}", ""},
	{"{", NULL}, {"{a", NULL}, {"{{}", NULL}, {"{/* }", NULL},
	{"{`}", ""}, {"{'}\n", "\n"},
};

static void
test_braces(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(braces); i++) {
		str s = str_of(braces[i].text);
		size_t end = jsx_skip_braces(s, 0);

		if ((end == STR_NONE) != (braces[i].rest == NULL))
			fail_msg("%s: %zu", braces[i].text, end);
		if (braces[i].rest)
			check_str(braces[i].text, str_from(s, end),
			    braces[i].rest);
	}
}

static void
test_one(void **state)
{
	static const struct {
		const char *text;
		size_t end;
	} rows[] = {
		{"a", 1}, {"'a' b", 3}, {"'a", 1}, {"'a\n'", 1},
		{"`a\n` b", 4}, {"/* a */ b", 7}, {"// a\nb", 4}, {"/a", 1},
		{"\"\\\"\" b", 4},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		str s = str_of(rows[i].text);

		if (jsx_skip_one(s, 0) != rows[i].end)
			fail_msg("%s: %zu", rows[i].text, jsx_skip_one(s, 0));
	}
	assert_int_equal(jsx_skip_comment(S("a:// b"), 2), 2);
	assert_int_equal(jsx_skip_comment(S("a // b"), 2), 6);
}

static void
test_literal(void **state)
{
	static const struct {
		const char *text, *want; /* NULL: none */
	} rows[] = {
		{"'a'", "a"}, {"\"a b\"", "a b"}, {"`a\nb`", "a\nb"},
		{"''", ""}, {"a", NULL}, {"'a' + 'b'", NULL}, {"'", NULL},
		{"", NULL}, {"`${a}`", NULL}, {"'a", NULL},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		str text = {0};
		bool is = jsx_literal(str_of(rows[i].text), &text);

		if (is != (rows[i].want != NULL))
			fail_msg("%s", rows[i].text);
		if (is)
			check_str(rows[i].text, text, rows[i].want);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_braces),
		cmocka_unit_test(test_one),
		cmocka_unit_test(test_literal),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
