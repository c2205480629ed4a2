/* SPDX-License-Identifier: MIT
 * calendar: days of the proleptic Gregorian calendar, as numbers. */
#include "base/time/calendar.h"

/* Years begin in March here, so that the leap day is
 * the last one, and eras have 400 years: then no case is special. */
int64_t
calendar_days(int year, int month, int day)
{
	int64_t y = month > 2 ? year : year - 1;
	int64_t era = (y >= 0 ? y : y - 399) / 400;
	int64_t year_of_era = y - era * 400;
	int64_t day_of_year =
	    (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;

	return era * 146097 + year_of_era * 365 + year_of_era / 4 -
	    year_of_era / 100 + day_of_year - 719468;
}

void
calendar_date(int64_t days, int *year, int *month, int *day)
{
	int64_t n = days + 719468;
	int64_t era = n / 146097;
	int64_t day_of_era = n % 146097;
	int64_t year_of_era = (day_of_era - day_of_era / 1460 +
	    day_of_era / 36524 - day_of_era / 146096) / 365;
	int64_t day_of_year = day_of_era - (365 * year_of_era +
	    year_of_era / 4 - year_of_era / 100);
	int64_t month_of_year = (5 * day_of_year + 2) / 153; /* 0: March */

	*year = (int)(era * 400 + year_of_era + (month_of_year >= 10));
	*month = (int)(month_of_year < 10 ? month_of_year + 3
	                                  : month_of_year - 9);
	*day = (int)(day_of_year - (153 * month_of_year + 2) / 5 + 1);
}

int
calendar_month_days(int year, int month)
{
	static const int days[12] = {
		31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31,
	};
	bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

	return days[month - 1] + (month == 2 && leap);
}

bool
calendar_has(int year, int month, int day)
{
	return year >= 1 && month >= 1 && month <= 12 && day >= 1 &&
	    day <= calendar_month_days(year, month);
}

int
calendar_weekday(int64_t days)
{
	/* 1970-01-01 was a Thursday; the other term keeps it positive. */
	return (int)((days + 4 + 7 * 146097) % 7);
}
