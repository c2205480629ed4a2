/* SPDX-License-Identifier: MIT
 * calendar: days of the proleptic Gregorian calendar, as numbers. */
#ifndef FEEDMILL_BASE_TIME_CALENDAR_H
#define FEEDMILL_BASE_TIME_CALENDAR_H

#include <stdbool.h>
#include <stdint.h>

/* Days from 1970-01-01; the date must be one that there is. */
int64_t calendar_days(int year, int month, int day);
/* The reverse, for days from 0001-01-01 on. */
void calendar_date(int64_t days, int *year, int *month, int *day);
/* 28 to 31. */
int calendar_month_days(int year, int month);
/* Whether there is such a day, from the year 1 on. */
bool calendar_has(int year, int month, int day);
/* 0 is Sunday. */
int calendar_weekday(int64_t days);

#endif
