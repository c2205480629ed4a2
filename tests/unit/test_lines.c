/* SPDX-License-Identifier: MIT
 * test_lines: the lines that a place in a text is in and between. */
#include "content/markdown/lines.h"

#include "support.h"

static void
test_places(void **state)
{
	str text = S("ab\n> - cd \n\n  ef");

	(void)state;
	assert_int_equal(lines_start(text, 0), 0);
	assert_int_equal(lines_start(text, 2), 0);
	assert_int_equal(lines_start(text, 3), 3);
	assert_int_equal(lines_start(text, 8), 3);
	assert_int_equal(lines_start(text, text.len), 12);
	check_str("from", lines_from(text, 1), "b");
	check_str("from", lines_from(text, 2), "");
	check_str("from", lines_from(text, 14), "ef");
	check_str("next", lines_next(text, 0), "> - cd ");
	check_str("next", lines_next(text, 3), "");
	check_str("next", lines_next(text, 12), "");
	assert_true(lines_begins(text, 0) && lines_begins(text, 7) &&
	    lines_begins(text, 14));
	assert_false(lines_begins(text, 1) || lines_begins(text, 8));
	assert_true(lines_ends(text, 2) && lines_ends(text, 9) &&
	    lines_ends(text, text.len));
	assert_false(lines_ends(text, 0) || lines_ends(text, 8));
	assert_true(lines_is_blank_before(text, 1) &&
	    lines_is_blank_before(text, 13));
	assert_false(lines_is_blank_before(text, 5));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(test_places)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
