/* SPDX-License-Identifier: MIT
 * test_type_date: dates of feeds. */
#include "judge.h"
#include "validate/types/types.h"

struct row {
	const char *value, *want;
};

static void
check_rows(const struct type *type, const struct row *rows, size_t n)
{
	for (size_t i = 0; i < n; i++)
		check_type(type, rows[i].value, rows[i].want);
}

#define IS_NOT_3339 "' is not a date as 2024-01-31T09:00:00Z"
#define BAD(value, words) {value, "invalid-rfc3339-date 1 <x> '" value words}

static void
test_rfc3339(void **state)
{
	static const struct row rows[] = {
		{"2024-01-31T09:00:00Z", ""},
		{"2024-01-31T09:00:00.123+01:00", ""},
		{"2024-02-29T23:59:60-11:30", ""},
		{" 2024-01-31T09:00:00Z\n", ""},
		BAD("2024-13-01T00:00:00Z", "' has no month 13"),
		BAD("2024-00-01T00:00:00Z", "' has no month 0"),
		BAD("2023-02-29T00:00:00Z", "' has no day 29"),
		BAD("2024-01-31T24:00:00Z", "' has no hour 24"),
		BAD("2024-01-31T09:60:00Z", "' has no minute 60"),
		BAD("2024-01-31T09:00:61Z", "' has no second 61"),
		BAD("2024-01-31T09:00:00+24:00", "' is more than a day from "
		    "UTC"),
		BAD("2024-01-31T09:00:00-24:00", "' is more than a day from "
		    "UTC"),
		{"2024-01-31T09:00:00+23:59", ""},
		{"2024-01-31T09:00:00-23:59", ""},
		BAD("2024-01-31T09:00:00+01:60", IS_NOT_3339),
		BAD("2024-01-31t09:00:00Z", IS_NOT_3339),
		BAD("2024-01-31T09:00:00z", IS_NOT_3339),
		BAD("2024-01-31 09:00:00Z", IS_NOT_3339),
		BAD("2024-01-31T09:00Z", IS_NOT_3339),
		BAD("2024-01-31T09:00:00", IS_NOT_3339),
		BAD("2024-01-31T09:00:00.Z", IS_NOT_3339),
		BAD("2024-01-31T09:00:00+0100", IS_NOT_3339),
		BAD("2024-01-31", IS_NOT_3339),
		BAD("24-01-31T09:00:00Z", IS_NOT_3339),
		BAD("2024-1-31T09:00:00Z", IS_NOT_3339),
		BAD("Wed, 31 Jan 2024 09:00:00 GMT", IS_NOT_3339),
		{"", "invalid-rfc3339-date 1 <x> is empty, expected a date "
		    "as 2024-01-31T09:00:00Z"},
		/* It is June 1st, and ten minutes are for clocks. */
		{"2024-06-01T00:10:00Z", ""},
		{"2024-06-01T02:09:00+02:00", ""},
		{"2024-06-01T00:10:01Z", "implausible-date 1 <x> "
		    "'2024-06-01T00:10:01Z' is in the future"},
		{"1970-01-01T00:00:00Z", ""},
		{"1969-12-31T00:00:00Z", "implausible-date 1 <x> "
		    "'1969-12-31T00:00:00Z' is before 1970, which readers "
		    "take for a mistake"},
		{"0000-01-01T00:00:00Z", "implausible-date 1 <x> "
		    "'0000-01-01T00:00:00Z' is before 1970, which readers "
		    "take for a mistake"},
	};

	(void)state;
	check_rows(&type_rfc3339, rows, COUNT(rows));
}

/* In some elements white space counts; the place is that of the value. */
static void
test_tight(void **state)
{
	(void)state;
	check_type(&type_rfc3339_tight, "2024-01-31T09:00:00Z", "");
	check_type(&type_rfc3339_tight, "  2024-01-31T09:00:00Z",
	    "unexpected-space 3 <x> '2024-01-31T09:00:00Z' has white space "
	    "around it");
}

#define IS_NOT_W3C "' is not a date as 2024-01-31 or 2024-01-31T09:00Z"

static void
test_w3c(void **state)
{
	static const struct row rows[] = {
		{"2024", ""}, {"2024-01", ""}, {"2024-01-31", ""},
		{"2024-01-31T09:00Z", ""}, {"2024-01-31T09:00:30+01:00", ""},
		{"2024-01-31T09:00", "invalid-w3c-date 1 <x> "
		    "'2024-01-31T09:00" IS_NOT_W3C},
		{"2024-01-31Z", "invalid-w3c-date 1 <x> '2024-01-31Z"
		    IS_NOT_W3C},
		{"2024-31", "invalid-w3c-date 1 <x> '2024-31' has no month "
		    "31"},
	};

	(void)state;
	check_rows(&type_w3c_date, rows, COUNT(rows));
	check_type(&type_iso8601, "2024-01-31T09:00", "");
	check_type(&type_event_date, "2999-01-31", "");
	check_type(&type_iso8601, "2999-01-31",
	    "implausible-date 1 <x> '2999-01-31' is in the future");
}

#define IS_NOT_822 "' is not a date as Wed, 31 Jan 2024 09:00:00 GMT"
#define IS_OLD "' has a form that some readers do not understand"
#define NO(value) {value, "invalid-rfc822-date 1 <x> '" value IS_NOT_822}
#define OLD(value) {value, "obsolete-date 1 <x> '" value IS_OLD}

static void
test_rfc822(void **state)
{
	static const struct row rows[] = {
		{"Wed, 31 Jan 2024 09:00:00 GMT", ""},
		{"31 Jan 2024 09:00 +0100", ""},
		{"1 Jan 2024 09:00:00 EST", ""},
		{"Thu, 29 Feb 2024 09:00:00 Z", ""},
		/* The weekday of a leap year and of a century. */
		{"Tue, 01 Feb 2000 00:00:00 GMT", ""},
		{"Tue, 31 Jan 2024 09:00:00 GMT", "wrong-weekday 1 <x> "
		    "'Tue, 31 Jan 2024 09:00:00 GMT' is a Wed"},
		{"Wed, 30 Feb 2024 09:00:00 GMT", "invalid-rfc822-date 1 <x> "
		    "'Wed, 30 Feb 2024 09:00:00 GMT' has no day 30"},
		{"31 Jan 2024 24:12:03 GMT", "invalid-rfc822-date 1 <x> "
		    "'31 Jan 2024 24:12:03 GMT' has no hour 24"},
		OLD("wed, 31 Jan 2024 09:00:00 GMT"),
		OLD("Wed,31 Jan 2024 09:00:00 GMT"),
		OLD("Wed, 31  Jan 2024 09:00:00 GMT"),
		OLD("31 Jan 24 09:00:00 GMT"),
		/* RFC 2822, 4.3: 50 is the first of the last century. */
		{"31 Jan 49 09:00:00 GMT", "implausible-date 1 <x> "
		    "'31 Jan 49 09:00:00 GMT' is in the future\n"
		    "obsolete-date 1 <x> '31 Jan 49 09:00:00 GMT" IS_OLD},
		{"31 Jan 50 09:00:00 GMT", "implausible-date 1 <x> "
		    "'31 Jan 50 09:00:00 GMT' is before 1970, which readers "
		    "take for a mistake\n"
		    "obsolete-date 1 <x> '31 Jan 50 09:00:00 GMT" IS_OLD},
		OLD("31 Jan 2024 09:00:00 A"),
		OLD("31 Jan 2024 (a (nested) day) 09:00:00 GMT"),
		OLD("31 Jan 2024 09:00:00 gmt"),
		NO("31 Jan 2024 09:00:00"),
		NO("Wednesday, 31 Jan 2024 09:00:00 GMT"),
		NO("31 January 2024 09:00:00 GMT"),
		NO("31 Mai 2024 09:00:00 GMT"),
		NO("Jan 31 2024 09:00:00 GMT"),
		NO("31 Jan 2024 9:00:00 GMT"),
		NO("31 Jan 2024 09:00:00 CET"),
		NO("31 Jan 2024 09:00:00 J"),
		NO("31 Jan 2024 09:00:00 +01:00"),
		NO("2024-01-31T09:00:00Z"),
		{"", "invalid-rfc822-date 1 <x> is empty, expected a date as "
		    "Wed, 31 Jan 2024 09:00:00 GMT"},
	};

	(void)state;
	check_rows(&type_rfc822, rows, COUNT(rows));
}

static void
test_duration(void **state)
{
	static const struct row rows[] = {
		{"3600", ""}, {"59:30", ""}, {"1:23:45", ""}, {"123:00", ""},
		{"1:60", "invalid-duration 1 <x> '1:60' is not a duration as "
		    "3600, 59:30 or 1:23:45"},
		{"1:2", "invalid-duration 1 <x> '1:2' is not a duration as "
		    "3600, 59:30 or 1:23:45"},
		{"1:23:45:00", "invalid-duration 1 <x> '1:23:45:00' is not a "
		    "duration as 3600, 59:30 or 1:23:45"},
		{"1h", "invalid-duration 1 <x> '1h' is not a duration as "
		    "3600, 59:30 or 1:23:45"},
	};

	(void)state;
	check_rows(&type_duration, rows, COUNT(rows));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rfc3339),
		cmocka_unit_test(test_tight),
		cmocka_unit_test(test_w3c),
		cmocka_unit_test(test_rfc822),
		cmocka_unit_test(test_duration),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
