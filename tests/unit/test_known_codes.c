/* SPDX-License-Identifier: MIT
 * test_known_codes: the names and texts of all codes. */
#include "build/codes/known_codes.h"

#include "config/config_codes.h"
#include "support.h"
#include "validate/tables/feed_rules.h"

static void
test_rows(void **state)
{
	(void)state;
	assert_true(known_code_count > 200);
	for (size_t i = 0; i < known_code_count; i++) {
		diag_code code = known_codes[i];
		size_t n = strlen(code->help);

		assert_true(code->level <= DIAG_ERROR);
		assert_int_equal(
		    strspn(code->name, "abcdefghijklmnopqrstuvwxyz-0123456789"),
		    strlen(code->name));
		assert_true(n > 10 && code->help[n - 1] == '.');
		for (size_t k = 0; k < i; k++)
			assert_string_not_equal(
			    code->name, known_codes[k]->name);
	}
}

static void
test_find(void **state)
{
	(void)state;
	assert_ptr_equal(known_code_find(S("usage")), DIAG_USAGE);
	assert_ptr_equal(known_code_find(S("blank")), RULE_BLANK);
	assert_null(known_code_find(S("blan")));
	assert_null(known_code_find((str){0}));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rows),
		cmocka_unit_test(test_find),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
