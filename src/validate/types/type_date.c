/* SPDX-License-Identifier: MIT
 * type_date: dates of RFC 3339 and W3C-DTF, which are profiles of ISO 8601,
 * and of RFC 822. */
#include "validate/tables/feed_rules.h"
#include "validate/types/types.h"


#include "base/text/scan.h"
#include "base/time/calendar.h"

/* type.least: how many parts a date must have. */
enum { UP_TO_YEAR = 1, UP_TO_DAY = 3, UP_TO_SECOND = 6 };
/* type.most: whether a time must have an offset. */
enum { NO_OFFSET, WITH_OFFSET };

SHARED_TYPE(rfc3339, type_check_iso8601, "a date as 2024-01-31T09:00:00Z",
    RULE_INVALID_RFC3339_DATE, .least = UP_TO_SECOND, .most = WITH_OFFSET);
SHARED_TYPE(rfc3339_tight, type_check_iso8601, "a date as 2024-01-31T09:00:00Z",
    RULE_INVALID_RFC3339_DATE, .least = UP_TO_SECOND, .most = WITH_OFFSET,
    .flags = TYPE_TIGHT);
SHARED_TYPE(w3c_date, type_check_iso8601,
    "a date as 2024-01-31 or 2024-01-31T09:00Z", RULE_INVALID_W3C_DATE,
    .least = UP_TO_YEAR, .most = WITH_OFFSET);
SHARED_TYPE(iso8601, type_check_iso8601,
    "a date as 2024-01-31 or 2024-01-31T09:00", RULE_INVALID_W3C_DATE,
    .least = UP_TO_YEAR, .most = NO_OFFSET);
SHARED_TYPE(event_date, type_check_iso8601,
    "a date as 2024-01-31 or 2024-01-31T09:00", RULE_INVALID_W3C_DATE,
    .least = UP_TO_YEAR, .most = NO_OFFSET, .flags = TYPE_ANY_DATE);
SHARED_TYPE(rfc822, type_check_rfc822,
    "a date as Wed, 31 Jan 2024 09:00:00 GMT", RULE_INVALID_RFC822_DATE);
SHARED_TYPE(duration, type_check_duration,
    "a duration as 3600, 59:30 or 1:23:45", RULE_INVALID_DURATION);

/* A date as far as it was read. */
struct date {
	int year, month, day, hour, minute, second;
	int offset;  /* minutes east of UTC */
};

/* Exactly n digits. */
static bool
take_digits(str *s, size_t n, int *out)
{
	*out = 0;
	if (s->len < n)
		return false;
	for (size_t i = 0; i < n; i++) {
		if (!char_is_digit(s->ptr[i]))
			return false;
		*out = *out * 10 + (s->ptr[i] - '0');
	}
	*s = str_from(*s, n);
	return true;
}

/* Two digits after a character. */
static bool
take_part(str *s, char before, int *out)
{
	str rest = *s;

	if (!scan_char(&rest, before) || !take_digits(&rest, 2, out))
		return false;
	*s = rest;
	return true;
}

/* ---- ranges ---- */

/* The name of the part that is out of range, and its number; or NULL. */
static const char *
out_of_range(const struct date *d, int *n)
{
	if (*n = d->month, *n < 1 || *n > 12)
		return "month";
	if (*n = d->day, !calendar_has(d->year ? d->year : 4, d->month, *n))
		return "day";
	if (*n = d->hour, *n > 23)
		return "hour";
	if (*n = d->minute, *n > 59)
		return "minute";
	if (*n = d->second, *n > 60)
		return "second";
	return NULL;
}

static bool
is_far(const struct date *d)
{
	return d->offset <= -24 * 60 || d->offset >= 24 * 60;
}

static bool
check_ranges(const struct subject *s, const struct date *d)
{
	int n;
	const char *part = out_of_range(d, &n);

	if (part)
		type_fault(s, s->type->code, 0, "has no %s %d", part, n);
	else if (is_far(d))
		type_fault(s, s->type->code, 0,
		    "is more than a day from UTC");
	return part == NULL && !is_far(d);
}

/* The date must be in range. */
static instant
instant_of(const struct date *d)
{
	return calendar_days(d->year ? d->year : 4, d->month, d->day) *
	    86400 + d->hour * 3600 + d->minute * 60 + d->second -
	    d->offset * 60;
}

/* Reports dates that readers take for mistakes. Clocks may differ by ten
 * minutes. */
static void
check_plausible(const struct subject *s, const struct date *d)
{
	enum { TOLERANCE = 600 };
	instant now = s->document->options->now;

	if (s->type->flags & TYPE_ANY_DATE)
		return;
	if (d->year < 1970) {
		type_fault(s, RULE_IMPLAUSIBLE_DATE, 0,
		    "is before 1970, which readers take for a mistake");
		return;
	}
	if (now && instant_of(d) > now + TOLERANCE)
		type_fault(s, RULE_IMPLAUSIBLE_DATE, 0,
		    "is in the future");
}

/* ---- ISO 8601 ---- */

/* "T09:00", and all after it. Returns the number of parts of the date, or 0. */
static size_t
take_time(str *s, struct date *d, bool needs_zone)
{
	size_t parts = 5;
	int sign;

	if (!take_part(s, 'T', &d->hour) || !take_part(s, ':', &d->minute))
		return 0;
	if (take_part(s, ':', &d->second)) {
		parts = UP_TO_SECOND;
		if (scan_char(s, '.') && scan_number(s).digits == 0)
			return 0;
	}
	if (scan_char(s, 'Z'))
		return parts;
	if (s->len == 0)
		return needs_zone ? 0 : parts;
	sign = s->ptr[0] == '-' ? -1 : 1;
	if (take_part(s, sign < 0 ? '-' : '+', &d->offset)) {
		int minutes;

		if (!take_part(s, ':', &minutes) || minutes > 59)
			return 0;
		d->offset = sign * (d->offset * 60 + minutes);
		return parts;
	}
	return 0;
}

/* Returns the number of parts, or 0: it is not a date. */
static size_t
read_iso8601(str s, struct date *d, bool needs_zone)
{
	size_t parts = UP_TO_YEAR;

	if (!take_digits(&s, 4, &d->year))
		return 0;
	if (take_part(&s, '-', &d->month)) {
		parts = 2;
		if (take_part(&s, '-', &d->day)) {
			parts = UP_TO_DAY;
			if (s.len)
				parts = take_time(&s, d, needs_zone);
		}
	}
	return s.len ? 0 : parts;
}

void
type_check_iso8601(const struct subject *s)
{
	struct date d = {.month = 1, .day = 1};
	size_t parts = read_iso8601(
	    s->value, &d, s->type->most == WITH_OFFSET);

	if (parts < (size_t)s->type->least)
		type_misfit(s);
	else if (check_ranges(s, &d))
		check_plausible(s, &d);
}

bool
type_read_rfc3339(str text, instant *t)
{
	struct date d = {.month = 1, .day = 1};
	int n;

	if (read_iso8601(text, &d, true) < UP_TO_SECOND ||
	    out_of_range(&d, &n) || is_far(&d))
		return false;
	*t = instant_of(&d);
	return true;
}

/* ---- RFC 822 ---- */

static const char weekdays[] = "SunMonTueWedThuFriSat";
static const char months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";

/* Zones by name, in hours east. RFC 822, section 5.1. */
static const struct {
	str name;
	int hours;
} zones[] = {
	{S_INIT("UT"), 0}, {S_INIT("GMT"), 0}, {S_INIT("EST"), -5},
	{S_INIT("EDT"), -4}, {S_INIT("CST"), -6}, {S_INIT("CDT"), -5},
	{S_INIT("MST"), -7}, {S_INIT("MDT"), -6}, {S_INIT("PST"), -8},
	{S_INIT("PDT"), -7},
};

/* A word of three letters of the list: its number, or -1. */
static int
take_word(str *s, const char *list, bool *is_exact)
{
	for (int i = 0; list[3 * i]; i++) {
		str word = {list + 3 * i, 3};

		if (!str_istarts(*s, word))
			continue;
		*is_exact &= str_starts(*s, word);
		*s = str_from(*s, 3);
		return i;
	}
	return -1;
}

static bool
take_zone(str *s, struct date *d, bool *is_exact)
{
	int hours, minutes, sign;
	str rest;

	sign = str_starts(*s, S("-")) ? -1 : 1;
	rest = str_from(*s, sign < 0 || str_starts(*s, S("+")));
	if (take_digits(&rest, 2, &hours) &&
	    take_digits(&rest, 2, &minutes) && rest.len == 0) {
		d->offset = sign * (hours * 60 + minutes);
		*is_exact &= rest.ptr - s->ptr == 5;
		return true;
	}
	for (size_t i = 0; i < sizeof zones / sizeof zones[0]; i++)
		if (str_ieq(*s, zones[i].name)) {
			d->offset = zones[i].hours * 60;
			*is_exact &= str_eq(*s, zones[i].name);
			return true;
		}
	/* One letter is a military zone. RFC 2822 reads all but Z as an
	 * unknown offset. */
	*is_exact &= str_eq(*s, S("Z"));
	return s->len == 1 && char_is_alpha(s->ptr[0]) &&
	    char_lower(s->ptr[0]) != 'j';
}

/* White space; the exact form is one blank. */
static bool
take_blank(str *s, bool is_needed, bool *is_exact)
{
	size_t before = s->len;

	*is_exact &= str_starts(*s, S(" "));
	scan_blanks(s);
	*is_exact &= before - s->len == 1;
	return s->len < before || !is_needed;
}

static bool
take_year(str *s, int *year, bool *is_exact)
{
	if (take_digits(s, 4, year))
		return true;
	*is_exact = false;
	if (!take_digits(s, 2, year))
		return false;
	*year += *year < 50 ? 2000 : 1900;
	return true;
}

/* Reads [day ","] date time. *weekday is -1 where there is none. *is_exact
 * stays true for the form of RFC 2822, which all readers understand. */
static bool
read_rfc822(str s, struct date *d, int *weekday, bool *is_exact)
{
	*weekday = take_word(&s, weekdays, is_exact);
	if (*weekday >= 0) {
		*is_exact &= str_starts(s, S(","));
		scan_blanks(&s);
		if (!scan_char(&s, ','))
			return false;
		take_blank(&s, false, is_exact);
	}
	if (!take_digits(&s, s.len > 1 && char_is_digit(s.ptr[1]) ? 2 : 1,
	    &d->day) || !take_blank(&s, true, is_exact))
		return false;
	d->month = take_word(&s, months, is_exact) + 1;
	if (d->month == 0 || !take_blank(&s, true, is_exact) ||
	    !take_year(&s, &d->year, is_exact) ||
	    !take_blank(&s, true, is_exact) ||
	    !take_digits(&s, 2, &d->hour) || !take_part(&s, ':', &d->minute))
		return false;
	take_part(&s, ':', &d->second);
	return take_blank(&s, true, is_exact) && take_zone(&s, d, is_exact);
}

/* Without comments, which may nest; RFC 822, section 3.1.4. Each becomes a
 * blank. */
static str
without_comments(struct arena *a, str s)
{
	char *out = arena_alloc(a, s.len + 1);
	size_t n = 0;
	int depth = 0;

	for (size_t i = 0; i < s.len; i++) {
		char c = s.ptr[i];

		if (c == '\\' && i + 1 < s.len)
			i++;
		else if (c == '(')
			depth++;
		else if (c == ')' && depth && --depth == 0)
			out[n++] = ' ';
		else if (depth == 0)
			out[n++] = c;
	}
	return str_trim((str){out, n});
}

static void
check_weekday(const struct subject *s, const struct date *d, int weekday)
{
	int real = calendar_weekday(
	    calendar_days(d->year, d->month, d->day));

	if (weekday >= 0 && weekday != real)
		type_fault(s, RULE_WRONG_WEEKDAY, 0, "is a %.3s",
		    weekdays + 3 * real);
	else
		check_plausible(s, d);
}

void
type_check_rfc822(const struct subject *s)
{
	struct arena a = {0};
	struct date d = {.month = 1, .day = 1};
	bool is_exact = str_chr(s->value, '(') == STR_NONE &&
	    str_chr(s->value, '\\') == STR_NONE;
	int weekday;

	if (!read_rfc822(is_exact ? s->value
	    : without_comments(&a, s->value), &d, &weekday, &is_exact))
		type_misfit(s);
	else if (check_ranges(s, &d)) {
		check_weekday(s, &d, weekday);
		if (!is_exact)
			type_fault(s, RULE_OBSOLETE_DATE, 0,
			    "has a form that some readers do not understand");
	}
	arena_free(&a);
}

bool
type_read_rfc822(str text, instant *t)
{
	struct date d = {.month = 1, .day = 1};
	bool is_exact = true;
	int weekday, n;

	if (!read_rfc822(text, &d, &weekday, &is_exact) ||
	    out_of_range(&d, &n) || is_far(&d))
		return false;
	*t = instant_of(&d);
	return true;
}

/* ---- durations ---- */

void
type_check_duration(const struct subject *s)
{
	str rest = s->value;
	int n = 0;
	bool ok = scan_number(&rest).digits > 0;

	for (int parts = 1; parts < 3 && take_part(&rest, ':', &n); parts++)
		ok &= n < 60;
	if (!ok || rest.len)
		type_misfit(s);
}
