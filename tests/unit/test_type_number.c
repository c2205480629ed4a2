/* SPDX-License-Identifier: MIT
 * test_type_number: numbers, words and lists. */
#include "judge.h"
#include "validate/tables/feed_rules.h"
#include "validate/types/types.h"

struct row {
	const struct type *type;
	const char *value, *want;
};

static const struct type ten = {type_check_number, "a number from 1 to 10",
	RULE_INVALID_INTEGER, NULL, 1, 10, 0};
static const struct type word = {type_check_words, "a or b",
	RULE_INVALID_VALUE, "|a|b c|", 0, 0, TYPE_ANY_CASE};
static const struct type list = {type_check_list, "numbers",
	RULE_INVALID_INTEGER, NULL, 0, 0, 0};

#define NOT(value, expected) \
	"invalid-integer 1 <x> '" value "' is not " expected

static const struct row rows[] = {
	{&type_natural, "0", ""}, {&type_natural, "+7", ""},
	{&type_natural, " 12 ", ""},
	{&type_natural, "99999999999999999999999", ""},
	{&type_natural, "-1", NOT("-1", "a number from 0 on")},
	{&type_natural, "1.5", NOT("1.5", "a number from 0 on")},
	{&type_natural, "1 0", NOT("1 0", "a number from 0 on")},
	{&type_natural, "-", NOT("-", "a number from 0 on")},
	{&type_natural, "", "invalid-integer 1 <x> is empty, expected a "
	    "number from 0 on"},
	{&type_positive, "0", NOT("0", "a number from 1 on")},
	{&type_integer, "-5", ""}, {&type_integer, "", ""},
	/* What no long holds is too large, not another number. */
	{&type_positive_31, "18446744073709551617", NOT("18446744073709551617",
	    "a number from 1 to 2147483647")},
	{&type_positive_31, "1", ""},
	{&type_positive_31, "2147483647", ""},
	{&type_positive_31, "2147483648", NOT("2147483648",
	    "a number from 1 to 2147483647")},
	{&ten, "1", ""}, {&ten, "0", NOT("0", "a number from 1 to 10")},
	{&ten, "10", ""},
	{&ten, "11", NOT("11", "a number from 1 to 10")},
	{&type_decimal, "1.5", ""}, {&type_decimal, "1.", ""},
	{&type_decimal, "128kbps", "invalid-decimal 1 <x> '128kbps' is not "
	    "a number such as 1.5"},
	{&type_decimal, "-1", "invalid-decimal 1 <x> '-1' is not a number "
	    "such as 1.5"},
	{&type_decimal, "1.5.2", "invalid-decimal 1 <x> '1.5.2' is not a "
	    "number such as 1.5"},
	{&type_latitude, "-90.0", ""}, {&type_latitude, "+48.2", ""},
	{&type_latitude, "90.1", "invalid-coordinate 1 <x> '90.1' is not a "
	    "latitude from -90 to 90"},
	{&type_latitude, "-90.1", "invalid-coordinate 1 <x> '-90.1' is not "
	    "a latitude from -90 to 90"},
	{&type_longitude, "-122.4", ""},
	{&type_longitude, "180.5", "invalid-coordinate 1 <x> '180.5' is not "
	    "a longitude from -180 to 180"},
	{&type_true_false, "true", ""},
	{&type_true_false, "True", "invalid-boolean 1 <x> 'True' is not "
	    "'true' or 'false'"},
	{&type_true_false, " true", "invalid-boolean 1 <x> ' true' is not "
	    "'true' or 'false'"},
	{&type_yes_no, "no", ""},
	{&word, "B C", ""}, {&word, "A", ""},
	{&word, "|a|", "invalid-value 1 <x> '|a|' is not a or b"},
	{&word, "c", "invalid-value 1 <x> 'c' is not a or b"},
	{&list, "1", ""}, {&list, "1, 2,3", ""},
	{&list, "1,,2", NOT("1,,2", "numbers")},
	{&list, "1,a", NOT("1,a", "numbers")},
};

static void
test_all(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		check_type(rows[i].type, rows[i].value, rows[i].want);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_all),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
