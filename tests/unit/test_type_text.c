/* SPDX-License-Identifier: MIT
 * test_type_text: plain text, and text that is none. */
#include "judge.h"
#include "validate/tables/feed_rules.h"
#include "validate/types/types.h"

static void
test_plain(void **state)
{
	static const struct {
		const char *value, *want;
	} rows[] = {
		{"AT&amp;T", ""}, {"a &lt; b", ""}, {"R&amp;D; x", ""},
		{"Vec&lt;T&gt;", ""}, {"&lt;/nothing&gt;", ""},
		{"é &lt;/b&gt;", "contains-html 3 <x> is plain text, but has "
		    "the HTML tag '</b>'"},
		{"  é &amp;amp; ü", "contains-html 5 <x> is plain text, but "
		    "has the reference '&amp;'"},
		{"&amp;#8217;", "contains-html 1 <x> is plain text, but has "
		    "the reference '&#8217;'"},
		{"&amp;nbsp;", "contains-html 1 <x> is plain text, but has "
		    "the reference '&nbsp;'"},
		{"&amp;nosuch;", ""},
		/* By number it is meant to be text. */
		{"&#x26;amp; &#x3C;/b>", ""},
		{"&#x26;amp; &lt;/b>", "contains-html 12 <x> is plain text, "
		    "but has the HTML tag '</b>'"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		check_type(&type_plain, rows[i].value, rows[i].want);
}

/* A value is read in one pass, whatever it holds. */
static void
test_much(void **state)
{
	struct buf b = {0};

	(void)state;
	for (int i = 0; i < 200000; i++)
		buf_add(&b, S("&#x26;amp; "));
	check_type(&type_plain, buf_cstr(&b), "");
	buf_free(&b);
}

static void
test_empty(void **state)
{
	(void)state;
	check_type(&type_plain, "", "");
	check_type(&type_anything, "", "");
	check_type(&type_filled, " \n", "blank 1 <x> is empty");
	check_type(&type_plain_filled, "", "blank 1 <x> is empty");
	check_type(&type_plain_filled, "a", "");
}

static void
test_length(void **state)
{
	static const struct type type = {type_check_length, NULL,
		RULE_TOO_LONG, NULL, 0, 3, TYPE_PLAIN};

	(void)state;
	check_type(&type, "éüa", "");
	check_type(&type, "éüab",
	    "too-long 1 <x> has 4 characters, expected at most 3");
	check_type(&type, "a&lt;/b>", "too-long 1 <x> has 5 characters, "
	    "expected at most 3\ncontains-html 2 <x> is plain text, but has "
	    "the HTML tag '</b>'");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_plain),
		cmocka_unit_test(test_much),
		cmocka_unit_test(test_empty),
		cmocka_unit_test(test_length),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
