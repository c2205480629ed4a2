/* SPDX-License-Identifier: MIT
 * datetime: dates as people write them, and as feeds want them. */
#include "base/time/datetime.h"

#include <assert.h>

#include "base/time/calendar.h"
#include "base/time/zone.h"

enum { MINUTE = 60, HOUR = 60 * MINUTE, DAY = 24 * HOUR };

/* 0001-01-01T00:00:00Z and 9999-12-31T23:59:59Z. */
static const instant first_instant = -62135596800;
static const instant last_instant = 253402300799;

static const char *const month_names[12] = {
	"January", "February", "March", "April", "May", "June", "July",
	"August", "September", "October", "November", "December",
};

static const char *const weekday_names[7] = {
	"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday",
	"Saturday",
};

instant
datetime_instant(const struct datetime *d, const struct zone *zone)
{
	int64_t local = calendar_days(d->year, d->month, d->day) * DAY +
	    d->hour * HOUR + d->minute * MINUTE + d->second;

	return d->has_offset ? local - d->offset : zone_to_utc(zone, local);
}

static int64_t
clamp_instant(int64_t t)
{
	if (t < first_instant)
		return first_instant;
	return t > last_instant ? last_instant : t;
}

struct datetime
datetime_at(instant t, const struct zone *zone)
{
	int offset = zone_offset_at(zone, clamp_instant(t));
	int64_t since_first =
	    clamp_instant(clamp_instant(t) + offset) - first_instant;
	int second = (int)(since_first % DAY);
	struct datetime d = {0};

	calendar_date((since_first + first_instant - second) / DAY, &d.year,
	    &d.month, &d.day);
	d.hour = second / HOUR;
	d.minute = second % HOUR / MINUTE;
	d.second = second % MINUTE;
	d.offset = offset;
	d.has_time = d.has_offset = true;
	return d;
}

int
datetime_weekday(const struct datetime *d)
{
	return calendar_weekday(calendar_days(d->year, d->month, d->day));
}

int
datetime_yearday(const struct datetime *d)
{
	return (int)(calendar_days(d->year, d->month, d->day) -
	    calendar_days(d->year, 1, 1)) + 1;
}

/* A week belongs to the year of its Thursday. */
int
datetime_iso_week(const struct datetime *d, int *year)
{
	int month, day;
	int from_monday = (datetime_weekday(d) + 6) % 7;
	int64_t thursday =
	    calendar_days(d->year, d->month, d->day) - from_monday + 3;

	/* The first week of all begins in the year 1, and 9999 ends on a
	 * Friday: the Thursday is always in range. */
	calendar_date(thursday, year, &month, &day);
	return (int)(thursday - calendar_days(*year, 1, 1)) / 7 + 1;
}

const char *
datetime_month_name(int month)
{
	assert(month >= 1 && month <= 12);
	return month_names[month - 1];
}

const char *
datetime_weekday_name(int weekday)
{
	assert(weekday >= 0 && weekday <= 6);
	return weekday_names[weekday];
}

/* Writes `width` digits and the text behind them, and returns the end. Every
 * entry has several dates: with printf they would cost more than all the rest
 * of it. */
static char *
put_number(char *to, int number, int width, const char *behind)
{
	for (int i = width - 1; i >= 0; i--) {
		to[i] = (char)('0' + number % 10);
		number /= 10;
	}
	for (to += width; *behind; behind++)
		*to++ = *behind;
	return to;
}

/* The first three letters of a name, and the text behind them. */
static char *
put_name(char *to, const char *name, const char *behind)
{
	for (int i = 0; i < 3; i++)
		*to++ = name[i];
	while (*behind)
		*to++ = *behind++;
	return to;
}

static char *
put_time(char *to, const struct datetime *d, const char *behind)
{
	to = put_number(to, d->hour, 2, ":");
	to = put_number(to, d->minute, 2, ":");
	return put_number(to, d->second, 2, behind);
}

static char *
put_day(char *to, const struct datetime *d, const char *behind)
{
	to = put_number(to, d->year, 4, "-");
	to = put_number(to, d->month, 2, "-");
	return put_number(to, d->day, 2, behind);
}

/* The text from `out` to `end`, which is ended by a NUL. */
static str
end_text(char *out, char *end)
{
	assert(end - out < DATETIME_TEXT);
	*end = '\0';
	return (str){out, (size_t)(end - out)};
}

str
datetime_rfc3339(instant t, char out[DATETIME_TEXT])
{
	struct datetime d = datetime_at(t, zone_utc);

	return end_text(out, put_time(put_day(out, &d, "T"), &d, "Z"));
}

str
datetime_day(instant t, const struct zone *zone, char out[DATETIME_TEXT])
{
	struct datetime d = datetime_at(t, zone);

	return end_text(out, put_day(out, &d, ""));
}

str
datetime_rfc2822(instant t, char out[DATETIME_TEXT])
{
	struct datetime d = datetime_at(t, zone_utc);
	char *to = out;

	to = put_name(to, weekday_names[datetime_weekday(&d)], ", ");
	to = put_number(to, d.day, 2, " ");
	to = put_name(to, month_names[d.month - 1], " ");
	to = put_number(to, d.year, 4, " ");
	return end_text(out, put_time(to, &d, " +0000"));
}
