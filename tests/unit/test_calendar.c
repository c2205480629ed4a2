/* SPDX-License-Identifier: MIT
 * test_calendar: days as numbers. */
#include "base/time/calendar.h"

#include "support.h"

static const struct {
	int year, month, day;
	int64_t days;
	int weekday;
} rows[] = {
	{1970, 1, 1, 0, 4}, {1969, 12, 31, -1, 3}, {2000, 2, 29, 11016, 2},
	{2000, 3, 1, 11017, 3}, {2024, 2, 29, 19782, 4},
	{1900, 3, 1, -25508, 4}, {1, 1, 1, -719162, 1},
	{9999, 12, 31, 2932896, 5},
};

static void
test_days(void **state)
{
	int y, m, d;

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		assert_int_equal(calendar_days(rows[i].year, rows[i].month,
		    rows[i].day), rows[i].days);
		assert_int_equal(
		    calendar_weekday(rows[i].days), rows[i].weekday);
	}
	/* Each day is the one after the day before it. */
	y = m = d = 1;
	for (int64_t days = -719162; days <= 2932896; days++) {
		int gy, gm, gd;

		calendar_date(days, &gy, &gm, &gd);
		if (gy != y || gm != m || gd != d ||
		    calendar_days(y, m, d) != days)
			fail_msg("%d-%d-%d", y, m, d);
		if (++d > calendar_month_days(y, m)) {
			d = 1;
			m = m % 12 + 1;
			y += m == 1;
		}
	}
	assert_int_equal(y, 10000);
}

static void
test_has(void **state)
{
	(void)state;
	assert_int_equal(calendar_month_days(1900, 2), 28);
	assert_int_equal(calendar_month_days(2000, 2), 29);
	assert_int_equal(calendar_month_days(2024, 4), 30);
	assert_true(calendar_has(2024, 2, 29));
	assert_false(calendar_has(2023, 2, 29));
	assert_false(calendar_has(2023, 13, 1));
	assert_false(calendar_has(2023, 0, 1));
	assert_false(calendar_has(2023, 1, 0));
	assert_false(calendar_has(2023, 4, 31));
	assert_false(calendar_has(0, 1, 1));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_days),
		cmocka_unit_test(test_has),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
