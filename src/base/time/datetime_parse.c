/* SPDX-License-Identifier: MIT
 * datetime_parse: dates as people write them.
 *
 * A text is read from left to right: weekday, date, time, offset, and the
 * year where Unix has it. The scan_ and take_ functions take something off
 * the front of a text; the read_ functions are made of them, and say why they
 * fail. Numbers are taken as they are written and checked at the end, so that
 * the message is "month 13" and not "no form fits". */
#include "base/time/datetime.h"

#include "base/text/scan.h"
#include "base/time/calendar.h"
#include "base/time/zone.h"

enum { MINUTE = 60, HOUR = 60 * MINUTE };

/* The names of RFC 2822, section 4.3. Other abbreviations mean different
 * offsets in different countries. */
static const struct {
	str name;
	int offset; /* seconds east of UTC */
} zone_names[] = {
	{S_INIT("Z"), 0},           {S_INIT("UTC"), 0},
	{S_INIT("GMT"), 0},         {S_INIT("UT"), 0},
	{S_INIT("EST"), -5 * HOUR}, {S_INIT("EDT"), -4 * HOUR},
	{S_INIT("CST"), -6 * HOUR}, {S_INIT("CDT"), -5 * HOUR},
	{S_INIT("MST"), -7 * HOUR}, {S_INIT("MDT"), -6 * HOUR},
	{S_INIT("PST"), -8 * HOUR}, {S_INIT("PDT"), -7 * HOUR},
};

/* ---- parts of a date ---- */

static bool
is_short(struct scan_number n)
{
	return n.digits == 1 || n.digits == 2;
}

/* The number, from `first` to `last`, of the name that comes next, in full or
 * cut to three letters or more ("Sept"); -1 where none does. */
static int
take_name(str *s, const char *(*name)(int), int first, int last)
{
	str rest = *s;
	str word = scan_while(&rest, char_is_alpha);

	for (int i = first; word.len >= 3 && i <= last; i++) {
		if (str_istarts(str_of(name(i)), word)) {
			*s = rest;
			return i;
		}
	}
	return -1;
}

/* Exactly two digits, of a value up to `max`. */
static bool
take_two(str *s, int max, int *value)
{
	str rest = *s;
	struct scan_number n = scan_number(&rest);

	if (n.digits != 2 || n.value > max)
		return false;
	*value = n.value;
	*s = rest;
	return true;
}

/* "-0500", "+05:00", "+05", "-5", after its sign. Up to 15:59 as in
 * PostgreSQL; the greatest offset in use is 14:00. */
static bool
take_offset(str *s, char sign, int *offset)
{
	str rest = *s;
	struct scan_number n = scan_number(&rest);
	int hour = n.digits == 4 ? n.value / 100 : n.value;
	int minute = n.digits == 4 ? n.value % 100 : 0;

	if (!is_short(n) && n.digits != 4)
		return false;
	if (is_short(n) && scan_char(&rest, ':') &&
	    !take_two(&rest, 59, &minute))
		return false;
	if (hour > 15 || minute > 59)
		return false;
	*offset = hour * HOUR + minute * MINUTE;
	if (sign == '-')
		*offset = -*offset;
	*s = rest;
	return true;
}

/* Reading. */

struct reader {
	str rest;          /* not yet read */
	struct datetime d; /* what was read */
	enum datetime_style style;
	bool compact;      /* the date was YYYYMMDD */
	bool year_last;    /* the year comes after the time */
	bool has_weekday;
	struct arena *a;
	str *why;
};

static bool
is_ruby(const struct reader *r)
{
	return r->style == DATETIME_RUBY;
}

static bool
is_plain(const struct reader *r)
{
	return r->style == DATETIME_PLAIN || r->style == DATETIME_JS;
}

#define FAIL(r, ...) (*(r)->why = arena_printf((r)->a, __VA_ARGS__), false)
#define NOT_A_DATE(r) \
	FAIL(r, "is not a date: write it as 2024-05-31")

static bool
read_year(struct reader *r)
{
	struct scan_number n;

	scan_blanks(&r->rest);
	n = scan_number(&r->rest);
	r->d.year = n.value;
	if (n.digits == 0)
		return FAIL(r, "has no year");
	if (n.digits == 2)
		return FAIL(r, "has a year of two digits: write all four");
	return n.digits == 4 || NOT_A_DATE(r);
}

/* Adds the century to a year of two digits, as Ruby does. */
static int
full_year(struct scan_number year)
{
	return year.value + (year.digits > 2 ? 0 : year.value < 69 ? 2000
	    : 1900);
}

/* "1/2/2010" is a day in January or in February. */
static bool
fail_year_last(struct reader *r, int a, int b, int year)
{
	bool month_first = calendar_has(year, a, b);
	bool day_first = calendar_has(year, b, a);

	if (month_first && day_first && a != b)
		return FAIL(r, "is ambiguous: write %04d-%02d-%02d or "
		    "%04d-%02d-%02d", year, a, b, year, b, a);
	if (month_first)
		return FAIL(r, "has its year last: write %04d-%02d-%02d",
		    year, a, b);
	if (day_first)
		return FAIL(r, "has its year last: write %04d-%02d-%02d",
		    year, b, a);
	return NOT_A_DATE(r);
}

static void
set_day(struct reader *r, struct scan_number year, struct scan_number month,
    struct scan_number day)
{
	r->d.year = full_year(year);
	r->d.month = month.value;
	r->d.day = day.value;
}

/* Reads three numbers as the date libraries do. Ruby: if the year is last, the
 * day is first; if all three are short, the year is first. Python's dateutil:
 * the month is first, if there is such a month. */
static bool
read_numbers(struct reader *r, struct scan_number a, struct scan_number b,
    struct scan_number c)
{
	if (!is_short(b) || (!is_short(a) && a.digits != 4) ||
	    (!is_short(c) && c.digits != 4) || (a.digits == 4 && !is_short(c)))
		return NOT_A_DATE(r);
	if (a.digits == 4 || (is_ruby(r) && c.digits != 4))
		set_day(r, a, b, c);
	else if (is_ruby(r) || a.value > 12)
		set_day(r, c, b, a);
	else
		set_day(r, c, a, b);
	return true;
}

/* "2013-01-01", "2013/1/1", after the first number. */
static bool
read_numeric(struct reader *r, struct scan_number a)
{
	char sep = scan_any(&r->rest, "-/.");
	struct scan_number b = scan_number(&r->rest);
	struct scan_number c = {0, 0};

	if (sep && scan_char(&r->rest, sep))
		c = scan_number(&r->rest);
	if (!is_short(b) || c.digits == 0)
		return NOT_A_DATE(r);
	if (!is_plain(r))
		return read_numbers(r, a, b, c);
	if (r->style == DATETIME_JS && is_short(a) &&
	    (c.digits == 4 || c.digits == 2)) {
		c.value += c.digits == 4 ? 0 : c.value < 50 ? 2000 : 1900;
		c.digits = 4;
		set_day(r, c, a, b);
		return true;
	}
	if (is_short(a) && c.digits == 4)
		return fail_year_last(r, a.value, b.value, c.value);
	if ((a.digits == 2 && is_short(c)) || (is_short(a) && c.digits == 2))
		return FAIL(r, "has a year of two digits: write all four");
	if (a.digits != 4 || sep == '.' || !is_short(c))
		return NOT_A_DATE(r);
	r->d.year = a.value;
	r->d.month = b.value;
	r->d.day = c.value;
	return true;
}

/* Skips "rd" in "3rd". */
static void
skip_ordinal(struct reader *r)
{
	static const str ends[] = {S_INIT("st"), S_INIT("nd"), S_INIT("rd"),
		S_INIT("th")};

	for (size_t i = 0; i < 4; i++)
		if (scan_text(&r->rest, ends[i]))
			return;
}

/* "15 Oct 2023", after the number. */
static bool
read_day_first(struct reader *r, struct scan_number day)
{
	skip_ordinal(r);
	scan_blanks(&r->rest);
	r->d.day = day.value;
	r->d.month = take_name(&r->rest, datetime_month_name, 1, 12);
	if (r->d.month < 0 || !is_short(day))
		return NOT_A_DATE(r);
	return read_year(r);
}

/* "Oct 15, 2023", "Oct 15 10:00:00 2023". */
static bool
read_month_first(struct reader *r)
{
	struct scan_number day;
	str ahead;

	r->d.month = take_name(&r->rest, datetime_month_name, 1, 12);
	scan_blanks(&r->rest);
	day = scan_number(&r->rest);
	r->d.day = day.value;
	if (r->d.month < 0 || !is_short(day))
		return NOT_A_DATE(r);
	skip_ordinal(r);
	scan_char(&r->rest, ',');

	ahead = r->rest;
	scan_blanks(&ahead);
	scan_number(&ahead);
	r->year_last = scan_char(&ahead, ':');
	return r->year_last || read_year(r);
}

/* Reads "02-Jan-2006", and "Monday, 02-Jan-06" of RFC 850, after the first
 * number. After a weekday, a number of two digits at the end must be the year.
 * POSIX puts 69 to 99 in the last century. */
static bool
read_hyphened(struct reader *r, struct scan_number day)
{
	struct scan_number year;

	scan_char(&r->rest, '-');
	r->d.day = day.value;
	r->d.month = take_name(&r->rest, datetime_month_name, 1, 12);
	if (r->d.month < 0 || !is_short(day) || !scan_char(&r->rest, '-'))
		return NOT_A_DATE(r);
	year = scan_number(&r->rest);
	r->d.year = year.value;
	if (year.digits == 2 && !r->has_weekday)
		return FAIL(r, "has a year of two digits: write all four");
	if (year.digits == 2)
		r->d.year += year.value < 69 ? 2000 : 1900;
	return year.digits == 2 || year.digits == 4 || NOT_A_DATE(r);
}

static bool
read_date(struct reader *r)
{
	struct scan_number first;

	if (take_name(&r->rest, datetime_weekday_name, 0, 6) >= 0) {
		scan_char(&r->rest, ',');
		scan_blanks(&r->rest);
		r->has_weekday = true;
	}
	first = scan_number(&r->rest);
	if (first.digits == 0)
		return read_month_first(r);
	if (is_short(first))
		skip_ordinal(r);
	if (scan_blanks(&r->rest))
		return read_day_first(r, first);
	if (r->rest.len > 1 && r->rest.ptr[0] == '-' &&
	    char_is_alpha(r->rest.ptr[1]))
		return read_hyphened(r, first);
	if (first.digits != 8)
		return read_numeric(r, first);
	r->compact = true;
	r->d.year = first.value / 10000;
	r->d.month = first.value / 100 % 100;
	r->d.day = first.value % 100;
	return true;
}

/* "am" and "pm", which make 12 the first hour. */
static bool
read_half(struct reader *r)
{
	str at = r->rest;
	str word;
	bool pm;

	scan_blanks(&at);
	word = scan_while(&at, char_is_alpha);
	pm = str_ieq(word, S("pm"));
	if (!pm && !str_ieq(word, S("am")))
		return true;
	if (is_plain(r) && (r->d.hour < 1 || r->d.hour > 12))
		return FAIL(r, "has no hour %d %s", r->d.hour,
		    pm ? "pm" : "am");
	r->d.hour = r->d.hour % 12 + (pm ? 12 : 0);
	r->rest = at;
	return true;
}

/* Reads two digits; date libraries also read one. */
static bool
take_minute(struct reader *r, int *value)
{
	str rest = r->rest;
	struct scan_number n = scan_number(&rest);

	if (is_plain(r) || n.digits != 1)
		return take_two(&r->rest, 99, value);
	*value = n.value;
	r->rest = rest;
	return true;
}

/* ":05", ":05:00", ":05:00.123", after the hour. */
static bool
read_minutes(struct reader *r)
{
	str fraction;

	if (!scan_char(&r->rest, ':') || !take_minute(r, &r->d.minute))
		return FAIL(r, "has a time that is not HH:MM or HH:MM:SS");
	if (!scan_char(&r->rest, ':'))
		return true;
	if (is_ruby(r) && !char_is_digit(scan_peek(r->rest)))
		return true;
	if (!take_minute(r, &r->d.second))
		return FAIL(r, "has a time that is not HH:MM or HH:MM:SS");
	fraction = r->rest;
	if (scan_any(&fraction, ".,") && scan_number(&fraction).digits)
		r->rest = fraction;
	return true;
}

/* "100500" or "1005", as it follows YYYYMMDD. */
static void
set_compact_time(struct datetime *d, struct scan_number n)
{
	int hhmm = n.digits == 6 ? n.value / 100 : n.value;

	d->hour = hhmm / 100;
	d->minute = hhmm % 100;
	d->second = n.digits == 6 ? n.value % 100 : 0;
	d->has_time = true;
}

/* Skips the words before a time: "2020-01-01 at 10:00". */
static void
skip_to_time(struct reader *r)
{
	for (str at = r->rest; at.len; scan_front(&at, 1)) {
		str ahead = at;

		if (char_is_digit(at.ptr[0]) &&
		    is_short(scan_number(&ahead)) &&
		    scan_char(&ahead, ':')) {
			r->rest = (str){at.ptr - 1, at.len + 1};
			return;
		}
		if (char_is_digit(at.ptr[0]))
			return;
	}
}

/* Reads a time without minutes: "5pm", or "10" at the end. */
static bool
read_hour(struct reader *r, struct scan_number hour, str at)
{
	str rest = at, word;

	scan_blanks(&rest);
	word = scan_while(&rest, char_is_alpha);
	if (!is_short(hour) || (at.len && !str_ieq(word, S("am")) &&
	    !str_ieq(word, S("pm"))))
		return true;
	r->rest = at;
	r->d.hour = hour.value;
	r->d.has_time = true;
	return read_half(r);
}

static bool
read_time(struct reader *r)
{
	str at = r->rest;
	struct scan_number hour;
	bool has_t = scan_any(&at, "Tt_"); /* '_' is Pelican's */

	if (!has_t && !scan_blanks(&at) && is_plain(r))
		return true;
	if (!has_t && !is_plain(r)) {
		skip_to_time(r);
		at = r->rest;
		if (at.len)
			scan_front(&at, 1);
	} else if (scan_text(&at, S("at ")))
		scan_blanks(&at);
	hour = scan_number(&at);
	if (r->compact && has_t &&
	    (hour.digits == 4 || hour.digits == 6)) {
		r->rest = at;
		set_compact_time(&r->d, hour);
		return true;
	}
	if (!is_plain(r) && !str_starts(at, S(":")))
		return read_hour(r, hour, at);
	if (!is_short(hour) || !str_starts(at, S(":")))
		return true;
	r->rest = at;
	r->d.hour = hour.value;
	r->d.has_time = true;
	return read_minutes(r) && read_half(r);
}

/* "EST", at the front of `at`. */
static bool
read_zone_name(struct reader *r, str at)
{
	str word = scan_while(&at, char_is_alpha);

	for (size_t i = 0; i < sizeof zone_names / sizeof *zone_names; i++) {
		/* dateutil only knows the first three names. */
		if (str_ieq(word, zone_names[i].name) &&
		    (r->style != DATETIME_PYTHON || i < 3)) {
			r->d.offset = zone_names[i].offset;
			r->d.has_offset = true;
			r->rest = at;
			return true;
		}
	}
	for (size_t i = 0; i < word.len; i++)
		if (char_lower(word.ptr[i]) == word.ptr[i])
			return true; /* no zone, but text after it */
	if (word.len < 2 || word.len > 5)
		return true;
	if (!is_plain(r)) {
		r->rest = at;
		return true;
	}
	return FAIL(r, "has an unknown zone '%.*s': write an offset such as "
	    "+01:00", STR_ARG(word));
}

static bool
is_capital(char c)
{
	return c >= 'A' && c <= 'Z';
}

/* Skips the name that Go writes after an offset: "+0200 CEST", "+0000 UTC". */
static void
skip_offset_name(str *s)
{
	str at = *s;
	size_t len;

	scan_blanks(&at);
	len = scan_while(&at, is_capital).len;
	if (len >= 3 && len <= 5 && (at.len == 0 || char_is_space(at.ptr[0])))
		*s = at;
}

static bool
read_zone(struct reader *r)
{
	str at = r->rest;
	str text, word;
	char sign;

	if (!r->d.has_time)
		return true;
	scan_blanks(&at);
	text = at;
	/* dateutil reads "UTC-3" with the other sign, as POSIX does. */
	if (r->style != DATETIME_PYTHON && at.len > 3 &&
	    char_is_one_of(at.ptr[3], "+-") &&
	    (str_starts(at, S("UTC")) || str_starts(at, S("GMT"))))
		scan_front(&at, 3);
	sign = scan_any(&at, "+-");
	if (!sign)
		return read_zone_name(r, at);
	if (!take_offset(&at, sign, &r->d.offset)) {
		word = scan_word(&text);
		return FAIL(r, "has no offset '%.*s'", STR_ARG(word));
	}
	r->d.has_offset = true;
	r->rest = at;
	skip_offset_name(&r->rest);
	return true;
}

/* Ruby reads February 30 as March 2, and hour 24 as the next day. */
static void
carry_over(struct reader *r)
{
	struct datetime *d = &r->d;
	int more = d->hour == 24 && d->minute == 0 && d->second == 0;

	if (!is_ruby(r) || d->year < 1 || d->month < 1 || d->month > 12 ||
	    d->day < 1 || d->day > 31)
		return;
	if (more)
		d->hour = 0;
	calendar_date(calendar_days(d->year, d->month, 1) + d->day - 1 + more,
	    &d->year, &d->month, &d->day);
}

static bool
check_date(struct reader *r)
{
	const struct datetime *d = &r->d;

	if (d->year == 0)
		return FAIL(r, "has no year 0");
	if (d->month < 1 || d->month > 12)
		return FAIL(r, "has no month %d", d->month);
	if (!calendar_has(d->year, d->month, d->day))
		return FAIL(r, "has no day %d in %s %d", d->day,
		    datetime_month_name(d->month), d->year);
	return true;
}

static bool
check_time(struct reader *r)
{
	struct datetime *d = &r->d;

	if (d->hour == 24 && d->minute == 0 && d->second == 0)
		return FAIL(r, "has no hour 24: write 00:00 of the next day");
	if (d->hour > 23)
		return FAIL(r, "has no hour %d", d->hour);
	if (d->minute > 59)
		return FAIL(r, "has no minute %d", d->minute);
	if (d->second > 60)
		return FAIL(r, "has no second %d", d->second);
	if (d->second == 60)
		d->second = 59;
	return true;
}

/* Ruby ignores text after a date: "2023-01-29 18:30:22 2023 -0800" has no
 * offset. */
static bool
check_end(struct reader *r, str *after)
{
	*after = str_trim(r->rest);
	return after->len == 0 || is_ruby(r) ||
	    FAIL(r, "has text after it: '%.*s'", STR_ARG(*after));
}

/* Whether ten digits can be a day and an hour: "2023101512". */
static bool
is_day_and_hour(const char *s)
{
	int month = 10 * (s[4] - '0') + s[5] - '0';
	int day = 10 * (s[6] - '0') + s[7] - '0';
	int hour = 10 * (s[8] - '0') + s[9] - '0';

	return (str_starts((str){s, 10}, S("19")) ||
	    str_starts((str){s, 10}, S("20"))) && month >= 1 && month <= 12 &&
	    day >= 1 && day <= 31 && hour < 24;
}

/* Reads seconds since 1970 of ten digits, the years 2001 to 2286. A day without
 * hyphens has fewer; with an hour it would be an instant that nobody meant. */
static bool
take_unix(str text, struct datetime *out)
{
	instant t = 0;

	if (text.len != 10)
		return false;
	for (size_t i = 0; i < text.len; i++) {
		if (!char_is_digit(text.ptr[i]))
			return false;
		t = 10 * t + text.ptr[i] - '0';
	}
	if (is_day_and_hour(text.ptr))
		return false;
	*out = datetime_at(t, zone_utc);
	return true;
}

bool
datetime_parse_as(str text, enum datetime_style style, struct datetime *out,
    str *after, struct arena *a, str *why)
{
	struct reader r = {.rest = str_trim(text), .style = style, .a = a,
		.why = why};

	*after = (str){0};
	if (take_unix(r.rest, out))
		return true;
	if (r.rest.len == 0)
		return FAIL(&r, "is empty");
	if (!read_date(&r) || !read_time(&r) || !read_zone(&r))
		return false;
	if (r.year_last && !read_year(&r))
		return false;
	carry_over(&r);
	if (!check_date(&r) || !check_time(&r) || !check_end(&r, after))
		return false;
	*out = r.d;
	return true;
}

bool
datetime_parse(str text, struct datetime *out, struct arena *a, str *why)
{
	str after;

	return datetime_parse_as(text, DATETIME_PLAIN, out, &after, a, why);
}

/* ---- file names ---- */

/* "T10-20-30", "T10:20:30Z". A '-' in front of it would be the one between
 * date and slug: "2019-10-10-10-10-10-ways". */
static bool
take_name_time(str *name, struct datetime *d)
{
	str s = *name;
	struct datetime t = *d;
	char sep, sign;
	str at;

	if (!scan_any(&s, "Tt_ ") || !take_two(&s, 23, &t.hour))
		return false;
	sep = scan_any(&s, "-:");
	if (!sep || !take_two(&s, 59, &t.minute) || !scan_char(&s, sep) ||
	    !take_two(&s, 59, &t.second))
		return false;
	t.has_time = true;

	/* A '-' may begin an offset or the slug: an offset has a colon. */
	at = s;
	sign = scan_any(&at, "+-");
	if (scan_any(&s, "Zz")) {
		t.has_offset = true;
	} else if (sign && at.len >= 5 && at.ptr[2] == ':' &&
	    take_offset(&at, sign, &t.offset)) {
		t.has_offset = true;
		s = at;
	}
	*name = s;
	*d = t;
	return true;
}

/* The end of the name, or what separates the date from the slug. */
static bool
take_name_end(str *name)
{
	return name->len == 0 || scan_any(name, "-_ .");
}

bool
datetime_parse_name(str name, struct datetime *out, size_t *len)
{
	str rest = name, date_only;
	struct scan_number year = scan_number(&rest), month, day;
	struct datetime d = {.year = year.value};

	if (year.digits != 4 || !scan_char(&rest, '-'))
		return false;
	month = scan_number(&rest);
	if (!is_short(month) || !scan_char(&rest, '-'))
		return false;
	day = scan_number(&rest);
	if (!is_short(day) || !calendar_has(year.value, month.value, day.value))
		return false;
	d.month = month.value;
	d.day = day.value;

	*out = d;
	date_only = rest;
	if (take_name_time(&rest, &d) && take_name_end(&rest)) {
		*out = d;
	} else {
		rest = date_only;
		if (!take_name_end(&rest))
			return false;
	}
	*len = name.len - rest.len;
	return true;
}
