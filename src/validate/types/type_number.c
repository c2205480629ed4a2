/* SPDX-License-Identifier: MIT
 * type_number: numbers, lists of numbers, words of a list. */
#include "validate/types/types.h"

#include "validate/tables/feed_rules.h"

#include <limits.h>

SHARED_TYPE(natural, type_check_number, "a number from 0 on",
    RULE_INVALID_INTEGER, .most = LONG_MAX);
SHARED_TYPE(positive, type_check_number, "a number from 1 on",
    RULE_INVALID_INTEGER, .least = 1, .most = LONG_MAX);
SHARED_TYPE(integer, type_check_number, "a whole number", RULE_INVALID_INTEGER,
    .least = LONG_MIN, .most = LONG_MAX, .flags = TYPE_OPTIONAL);
SHARED_TYPE(positive_31, type_check_number, "a number from 1 to 2147483647",
    RULE_INVALID_INTEGER, .least = 1, .most = 2147483647);
SHARED_TYPE(decimal, type_check_decimal, "a number such as 1.5",
    RULE_INVALID_DECIMAL, .most = LONG_MAX);
SHARED_TYPE(latitude, type_check_decimal, "a latitude from -90 to 90",
    RULE_INVALID_COORDINATE, .least = -90, .most = 90);
SHARED_TYPE(longitude, type_check_decimal, "a longitude from -180 to 180",
    RULE_INVALID_COORDINATE, .least = -180, .most = 180);
SHARED_TYPE(true_false, type_check_words, "'true' or 'false'",
    RULE_INVALID_BOOLEAN, .values = "|true|false|", .flags = TYPE_LOOSE);
SHARED_TYPE(truth, type_check_words, "'true' or 'false'", RULE_INVALID_BOOLEAN,
    .values = "|true|false|", .flags = TYPE_LOOSE | TYPE_ANY_CASE);
SHARED_TYPE(yes_no, type_check_words, "'yes' or 'no'", RULE_INVALID_BOOLEAN,
    .values = "|yes|no|", .flags = TYPE_LOOSE);

/* Reads a sign and digits; a number that is too large becomes LONG_MAX. */
static bool
read_integer(str s, long *out)
{
	bool is_negative = str_starts(s, S("-"));
	long n = 0;

	if (is_negative || str_starts(s, S("+")))
		s = str_from(s, 1);
	if (s.len == 0)
		return false;
	for (size_t i = 0; i < s.len; i++) {
		int digit = s.ptr[i] - '0';

		if (!char_is_digit(s.ptr[i]))
			return false;
		n = n > (LONG_MAX - digit) / 10 ? LONG_MAX : n * 10 + digit;
	}
	*out = is_negative ? -n : n;
	return true;
}

void
type_check_number(const struct subject *s)
{
	long n;

	if (!read_integer(s->value, &n) || n < s->type->least ||
	    n > s->type->most)
		type_misfit(s);
}

/* "1", "1.", "1.5"; a sign where numbers below 0 are expected. */
static bool
is_decimal(str s, bool may_be_signed)
{
	size_t i = 0, dots = 0;

	if (may_be_signed && s.len && (s.ptr[0] == '-' || s.ptr[0] == '+'))
		i = 1;
	if (i == s.len || !char_is_digit(s.ptr[i]))
		return false;
	for (; i < s.len; i++)
		if (s.ptr[i] == '.')
			dots++;
		else if (!char_is_digit(s.ptr[i]))
			return false;
	return dots <= 1;
}

/* strtod depends on the locale. The part before the point decides, except for
 * a fraction beyond the end of the range. */
void
type_check_decimal(const struct subject *s)
{
	size_t dot = str_chr(s->value, '.');
	str fraction = str_from(s->value, dot == STR_NONE ? s->value.len : dot);
	bool has_fraction = false;
	long n = 0;

	if (!is_decimal(s->value, s->type->least < 0)) {
		type_misfit(s);
		return;
	}
	for (size_t i = 1; i < fraction.len; i++)
		has_fraction |= fraction.ptr[i] != '0';
	read_integer(str_sub(s->value, 0, dot), &n);
	if (n < s->type->least || n > s->type->most ||
	    (has_fraction && n == s->type->most) ||
	    (has_fraction && n == s->type->least && n < 0))
		type_misfit(s);
}

void
type_check_words(const struct subject *s)
{
	if (!type_has_word(s->type->values, s->value,
	    s->type->flags & TYPE_ANY_CASE))
		type_misfit(s);
}

void
type_check_list(const struct subject *s)
{
	str rest = s->value, one;

	while (str_split(&rest, ',', &one)) {
		long n;

		if (!read_integer(str_trim(one), &n) || n < s->type->least) {
			type_misfit(s);
			return;
		}
	}
}
