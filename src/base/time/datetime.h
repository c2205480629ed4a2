/* SPDX-License-Identifier: MIT
 * datetime: dates as people write them, and as feeds want them. */
#ifndef FEEDMILL_BASE_TIME_DATETIME_H
#define FEEDMILL_BASE_TIME_DATETIME_H

#include <stdint.h>

#include "base/core/mem.h"
#include "base/core/str.h"

struct zone;

/* A point in time: seconds since 1970-01-01T00:00:00Z, no leap seconds. */
typedef int64_t instant;

/* A date as written, in the proleptic Gregorian calendar. */
struct datetime {
	int year;         /* 1 to 9999 */
	int month, day;   /* from 1 */
	int hour, minute; /* 0 where has_time is false */
	int second;       /* 0 to 59; a leap second is read as 59 */
	int offset;       /* seconds east of UTC, if has_offset */
	bool has_time;
	bool has_offset;
};

/* Reads one of the forms of DIALECTS.md D3. On failure false, *out is left
 * alone, and *why holds what is wrong with it in words that follow the value
 * ("has no month 13"), allocated in `a`. White space around it is ignored,
 * and so is a weekday that does not fit the date. */
bool datetime_parse(str text, struct datetime *out, struct arena *a, str *why);
/* How the date library of a generator reads dates that feedmill refuses.
 * Ruby reads the day first in 1/2/2010 and a short year first in 10-2-1. It
 * carries day 30 of February over to March, and ignores unknown zones and text
 * after the date. Python's dateutil reads the month first, and ignores names of
 * zones other than Z, UTC and GMT. JavaScript's Date() in V8 reads the month
 * first too, and years of two digits up to 49 as 2049. */
enum datetime_style {
	DATETIME_PLAIN, DATETIME_RUBY, DATETIME_PYTHON, DATETIME_JS
};
/* The same in that style. *after becomes the text after the date that was
 * ignored. */
bool datetime_parse_as(str text, enum datetime_style style,
    struct datetime *out, str *after, struct arena *a, str *why);
/* Reads the YYYY-M-D that a file name begins with, with an optional time
 * ("2019-01-02T10-20-30", also with colons and with an offset as Zola has
 * it), followed by its end or one of "-_ .". *len is how many bytes it took,
 * that separator included. A time is not looked for after a '-': there a
 * slug begins. */
bool datetime_parse_name(str name, struct datetime *out, size_t *len);

/* The instant it names; `zone` stands in for a missing offset. A local time
 * that the zone skips is read with the offset before the gap, one that comes
 * twice is the first. */
instant datetime_instant(const struct datetime *d, const struct zone *zone);
/* The civil date of an instant in a zone; the nearest one that there is for
 * an instant outside of the years 1 to 9999. */
struct datetime datetime_at(instant t, const struct zone *zone);

/* 0 is Sunday. */
int datetime_weekday(const struct datetime *d);
/* 1 to 366. */
int datetime_yearday(const struct datetime *d);
/* The week number and its year. ISO 8601. */
int datetime_iso_week(const struct datetime *d, int *year);
const char *datetime_month_name(int month);     /* "January" */
const char *datetime_weekday_name(int weekday); /* "Sunday" */

enum { DATETIME_TEXT = 40 };
/* "2008-07-01T20:54:15Z". RFC 3339, section 5.6. */
str datetime_rfc3339(instant t, char out[DATETIME_TEXT]);
/* "2008-07-01", in a time zone. */
str datetime_day(instant t, const struct zone *zone, char out[DATETIME_TEXT]);
/* "Tue, 01 Jul 2008 20:54:15 +0000". RFC 2822, section 3.3. */
str datetime_rfc2822(instant t, char out[DATETIME_TEXT]);

#endif
