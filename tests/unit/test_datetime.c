/* SPDX-License-Identifier: MIT
 * test_datetime: dates as people write them, and as feeds want them. */
#include "base/time/datetime.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/time/zone.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* A date as the tables below show it: "2013-01-01", "2013-01-01 09:00:00",
 * "2013-01-01 09:00:00 -14400". */
static str
show(struct arena *a, const struct datetime *d)
{
	str s = arena_printf(a, "%04d-%02d-%02d", d->year, d->month, d->day);

	if (d->has_time)
		s = arena_printf(a, "%.*s %02d:%02d:%02d", STR_ARG(s),
		    d->hour, d->minute, d->second);
	if (d->has_offset)
		s = arena_printf(a, "%.*s %d", STR_ARG(s), d->offset);
	return s;
}

#define NOT_A_DATE "is not a date: write it as 2024-05-31"

static const struct {
	const char *text;
	const char *shown;
} good[] = {
	/* Numbers. */
	{"2013-01-01", "2013-01-01"},
	{"2013-1-1", "2013-01-01"},
	{"2013/01/01", "2013-01-01"},
	{"2013/1/2", "2013-01-02"},
	{" \t2013-01-01\n", "2013-01-01"},
	{"20231015", "2023-10-15"},
	{"20231015T091011Z", "2023-10-15 09:10:11 0"},
	{"20231015T0910+0200", "2023-10-15 09:10:00 7200"},
	{"20231015T09:10:11", "2023-10-15 09:10:11"},
	{"0001-01-01", "0001-01-01"},
	{"9999-12-31", "9999-12-31"},
	{"2008-02-29", "2008-02-29"},
	{"2000-02-29", "2000-02-29"},

	/* Times. */
	{"2013-01-01 09:00", "2013-01-01 09:00:00"},
	{"2024-01-02_10:20", "2024-01-02 10:20:00"},
	{"2013-01-01T09:00:00Z", "2013-01-01 09:00:00 0"},
	{"2013-01-01t09:00", "2013-01-01 09:00:00"},
	{"2013-01-01t09:00:01z", "2013-01-01 09:00:01 0"},
	{"2013-01-01   09:00:01", "2013-01-01 09:00:01"},
	{"2013-01-01 9:05:00 -0500", "2013-01-01 09:05:00 -18000"},
	{"2013-01-01 00:00:00", "2013-01-01 00:00:00"},
	{"2016-12-31T23:59:60Z", "2016-12-31 23:59:59 0"},
	{"2013-01-01T09:00:00.123Z", "2013-01-01 09:00:00 0"},
	{"2013-01-01 09:00:00.123456789 +0000", "2013-01-01 09:00:00 0"},
	{"2013-01-01 09:00:00,5", "2013-01-01 09:00:00"},
	{"2013-01-01 9:05 am", "2013-01-01 09:05:00"},
	{"2013-01-01 9:05PM", "2013-01-01 21:05:00"},
	{"2013-01-01 12:05 am", "2013-01-01 00:05:00"},
	{"2013-01-01 12:05:06 PM EST", "2013-01-01 12:05:06 -18000"},

	/* Offsets. */
	{"2013-01-01 09:00:00 -0400", "2013-01-01 09:00:00 -14400"},
	{"2013-01-01 09:00:00-0400", "2013-01-01 09:00:00 -14400"},
	{"2014-03-12T10:11:00-04:00", "2014-03-12 10:11:00 -14400"},
	{"2013-01-01 09:00 +00:00", "2013-01-01 09:00:00 0"},
	{"2013-01-01 09:00 -00:30", "2013-01-01 09:00:00 -1800"},
	{"2013-01-01 09:00 +05", "2013-01-01 09:00:00 18000"},
	{"2013-01-01 09:00 -5", "2013-01-01 09:00:00 -18000"},
	{"2013-01-01 09:00 +5:45", "2013-01-01 09:00:00 20700"},
	{"2013-01-01 09:00 +15:59", "2013-01-01 09:00:00 57540"},
	{"2013-01-01 09:00 UTC", "2013-01-01 09:00:00 0"},
	{"2013-01-01 09:00UTC", "2013-01-01 09:00:00 0"},
	{"2013-01-01 09:00 GMT", "2013-01-01 09:00:00 0"},
	{"2013-01-01 09:00 UT", "2013-01-01 09:00:00 0"},
	{"2013-01-01 09:00 EST", "2013-01-01 09:00:00 -18000"},
	{"2013-01-01 09:00 EDT", "2013-01-01 09:00:00 -14400"},
	{"2013-01-01 09:00 CST", "2013-01-01 09:00:00 -21600"},
	{"2013-01-01 09:00 CDT", "2013-01-01 09:00:00 -18000"},
	{"2013-01-01 09:00 MST", "2013-01-01 09:00:00 -25200"},
	{"2013-01-01 09:00 MDT", "2013-01-01 09:00:00 -21600"},
	{"2013-01-01 09:00 PST", "2013-01-01 09:00:00 -28800"},
	{"2013-01-01 09:00 PDT", "2013-01-01 09:00:00 -25200"},

	/* Words. */
	{"15 Oct 2023", "2023-10-15"},
	{"5 Oct 2023", "2023-10-05"},
	{"15 October 2023 10:00", "2023-10-15 10:00:00"},
	{"Oct 15, 2023", "2023-10-15"},
	{"October 15 2023", "2023-10-15"},
	{"october 15, 2023 9:05 pm", "2023-10-15 21:05:00"},
	{"Jul 08 2022", "2022-07-08"},
	{"Sept 8, 2022", "2022-09-08"},
	{"Sun, 15 Oct 2023 10:00:00 +0000", "2023-10-15 10:00:00 0"},
	{"Sunday, October 15, 2023", "2023-10-15"},
	{"Mon, 15 Oct 2023", "2023-10-15"}, /* a Sunday */
	{"Sun Oct 15 10:00:00 2023", "2023-10-15 10:00:00"},
	{"Sun Oct  5 10:00:00 2023", "2023-10-05 10:00:00"},
	{"Sun Oct 15 10:00:00 +0200 2023", "2023-10-15 10:00:00 7200"},
	{"Sun Oct 15 10:00:00 UTC 2023", "2023-10-15 10:00:00 0"},

	{"1st Oct 2023", "2023-10-01"},
	{"22nd October 2023", "2023-10-22"},
	{"Oct 3rd, 2023 at 10:00", "2023-10-03 10:00:00"},
	{"Sunday, October 15, 2023 at 9:44:34 AM PDT",
	    "2023-10-15 09:44:34 -25200"},
	{"2013-01-01 09:00 UTC-03:00", "2013-01-01 09:00:00 -10800"},
	{"2013-01-01 09:00 GMT+1", "2013-01-01 09:00:00 3600"},

	/* As Go writes dates. */
	{"2013-01-01 09:00:00 +0000 UTC", "2013-01-01 09:00:00 0"},
	{"2013-01-01 09:00:00.25 +0200 CEST", "2013-01-01 09:00:00 7200"},

	/* RFC 850. */
	{"Sunday, 15-Oct-23 10:00:00 GMT", "2023-10-15 10:00:00 0"},
	{"Sunday, 15-Oct-68 10:00:00 GMT", "2068-10-15 10:00:00 0"},
	{"Sunday, 15-Oct-69 10:00:00 GMT", "1969-10-15 10:00:00 0"},
	{"15-Oct-2023", "2023-10-15"},
	{"5-October-2023 10:00", "2023-10-05 10:00:00"},

	/* Seconds since 1970. */
	{"1000000000", "2001-09-09 01:46:40 0"},
	{"1483370645", "2017-01-02 15:24:05 0"},
	{"2023101524", "2034-02-09 12:38:44 0"}, /* no hour 24 */
	{"9999999999", "2286-11-20 17:46:39 0"},
};

static void
test_parse(void **state)
{
	struct arena a = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(good); i++) {
		struct datetime d;
		str why = {0};

		if (!datetime_parse(str_of(good[i].text), &d, &a, &why))
			fail_msg("date '%s' %s", good[i].text, why.ptr);
		assert_string_equal(show(&a, &d).ptr, good[i].shown);
	}
	arena_free(&a);
}

/* Dates as Ruby's Time.parse and Python's dateutil read them; NULL: they refuse
 * the date. */
static const struct {
	const char *text, *ruby, *python;
} by_library[] = {
	{"2013-01-02", "2013-01-02", "2013-01-02"},
	{"2013-01-02 09:00:00 -0400", "2013-01-02 09:00:00 -14400",
		"2013-01-02 09:00:00 -14400"},
	{"11-9-2017", "2017-09-11", "2017-11-09"},
	{"13-9-2017", "2017-09-13", "2017-09-13"},
	{"9-13-2017", NULL, "2017-09-13"},
	{"1/2/2010 10:00", "2010-02-01 10:00:00", "2010-01-02 10:00:00"},
	{"1/2/13", "2001-02-13", "2013-01-02"},
	{"13/2/01", "2013-02-01", "2001-02-13"},
	{"68-1-2", "2068-01-02", NULL},
	{"69-1-2", "1969-01-02", NULL},
	{"2013.01.02", "2013-01-02", "2013-01-02"},
	{"2.1.2013", "2013-01-02", "2013-02-01"},
	{"2013-13-01", NULL, NULL},
	{"2013-02-30", "2013-03-02", NULL},
	{"2013-02-32", NULL, NULL},
	{"2013-12-31 24:00", "2014-01-01 00:00:00", NULL},
	{"2013-01-01 24:01", NULL, NULL},
	{"2013-01-01 10:61", NULL, NULL},
	{"2020-01-08 1:2:3", "2020-01-08 01:02:03", "2020-01-08 01:02:03"},
	{"2020-01-01 at 10:00", "2020-01-01 10:00:00", "2020-01-01 10:00:00"},
	{"2020-01-02 - 10:00", "2020-01-02 10:00:00", "2020-01-02 10:00:00"},
	{"2020-01-01 00:10am", "2020-01-01 00:10:00", "2020-01-01 00:10:00"},
	{"2014-03-12 5pm", "2014-03-12 17:00:00", "2014-03-12 17:00:00"},
	{"2020-1-1 10", "2020-01-01 10:00:00", "2020-01-01 10:00:00"},
	{"2017-02-10 00:10::00 -03:00", "2017-02-10 00:10:00", NULL},
	{"Fri Sep  3 11:21:31 CEST 2021", "2021-09-03 11:21:31",
		"2021-09-03 11:21:31"},
	{"2020-01-02 10:00:00 EST", "2020-01-02 10:00:00 -18000",
		"2020-01-02 10:00:00"},
	{"2020-01-01 10:00:00 JST", "2020-01-01 10:00:00",
		"2020-01-01 10:00:00"},
	{"2020-01-01 10:00 UTC", "2020-01-01 10:00:00 0",
		"2020-01-01 10:00:00 0"},
	{"3rd Feb 2001", "2001-02-03", "2001-02-03"},
	{"Feb 3rd, 2001", "2001-02-03", "2001-02-03"},
	{"2023-01-29 18:30:22 2023 -0800", "2023-01-29 18:30:22", NULL},
	{"2023-01-29 18:30:22 soon", "2023-01-29 18:30:22", NULL},
	{"2023-01-29 soon", "2023-01-29", NULL},
	{"soon", NULL, NULL},
	{"", NULL, NULL},
};

static void
check_style(const char *text, enum datetime_style style, const char *want)
{
	struct arena a = {0};
	struct datetime d;
	str why, after;
	bool ok = datetime_parse_as(str_of(text), style, &d, &after, &a,
	    &why);

	if (ok && want == NULL)
		fail_msg("'%s' is %s", text, show(&a, &d).ptr);
	if (!ok && want)
		fail_msg("'%s' %s", text, why.ptr);
	if (want)
		assert_string_equal(show(&a, &d).ptr, want);
	arena_free(&a);
}

static void
test_styles(void **state)
{
	struct arena a = {0};
	struct datetime d;
	str why, after;

	(void)state;
	for (size_t i = 0; i < COUNT(by_library); i++) {
		check_style(by_library[i].text, DATETIME_RUBY,
		    by_library[i].ruby);
		check_style(by_library[i].text, DATETIME_PYTHON,
		    by_library[i].python);
	}
	/* All libraries read the forms that every dialect reads. */
	for (size_t i = 0; i < COUNT(good); i++)
		check_style(good[i].text, DATETIME_RUBY, good[i].shown);
	assert_true(datetime_parse_as(S("2023-01-29 18:30 a -0800"),
	    DATETIME_RUBY, &d, &after, &a, &why));
	assert_true(str_eq(after, S("a -0800")));
	arena_free(&a);
}

/* What new Date() of V8 makes of dates; NULL: it is invalid. */
static const struct {
	const char *text, *shown;
} by_v8[] = {
	{"12/31/2023", "2023-12-31"},
	{"1/2/2010", "2010-01-02"},
	{"11-9-2017", "2017-11-09"},
	{"1.2.2010", "2010-01-02"},
	{"13/2/2017", NULL},
	{"0/2/2017", NULL},
	{"1/2/49", "2049-01-02"},
	{"1/2/50", "1950-01-02"},
	{"12/31/2023 10:00", "2023-12-31 10:00:00"},
	{"2013/1/2", "2013-01-02"},
	{"1/2/201", NULL},
};

static void
test_v8(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(by_v8); i++)
		check_style(by_v8[i].text, DATETIME_JS, by_v8[i].shown);
	for (size_t i = 0; i < COUNT(good); i++)
		check_style(good[i].text, DATETIME_JS, good[i].shown);
}

static const struct {
	const char *text;
	const char *why;
} bad[] = {
	{"", "is empty"},
	{" \n", "is empty"},
	{"tomorrow", NOT_A_DATE},
	{"Sunday", NOT_A_DATE},
	{"2013", NOT_A_DATE},
	{"2013-01", NOT_A_DATE},
	{"2013-01-", NOT_A_DATE},
	{"2013-01/01", NOT_A_DATE},
	{"2013.01.01", NOT_A_DATE},
	{"2013-011-01", NOT_A_DATE},
	{"12013-01-01", NOT_A_DATE},
	{"-2013-01-01", NOT_A_DATE},
	{"October 2023", NOT_A_DATE},
	{"15 Okt 2023", NOT_A_DATE},
	{"1.10.2", NOT_A_DATE},
	{"99999999999999999999", NOT_A_DATE},
	{"\xC3\xA9", NOT_A_DATE},
	{"15 Oct", "has no year"},
	{"Sun Oct 15 10:00:00", "has no year"},

	{"2008-13-01", "has no month 13"},
	{"2008-00-01", "has no month 0"},
	{"2009-02-30", "has no day 30 in February 2009"},
	{"2009-02-29", "has no day 29 in February 2009"},
	{"1900-02-29", "has no day 29 in February 1900"},
	{"2009-04-31", "has no day 31 in April 2009"},
	{"2009-01-00", "has no day 0 in January 2009"},
	{"0000-01-01", "has no year 0"},
	{"20081301", "has no month 13"},
	{"32 Oct 2023", "has no day 32 in October 2023"},
	{"Feb 30 10:00 2023", "has no day 30 in February 2023"},

	{"13-01-01", "has a year of two digits: write all four"},
	{"1/2/10", "has a year of two digits: write all four"},
	{"15 Oct 23", "has a year of two digits: write all four"},
	{"1/2/2010", "is ambiguous: write 2010-01-02 or 2010-02-01"},
	{"01-02-2010", "is ambiguous: write 2010-01-02 or 2010-02-01"},
	{"1.2.2010", "is ambiguous: write 2010-01-02 or 2010-02-01"},
	{"1/13/2010", "has its year last: write 2010-01-13"},
	{"13/1/2010", "has its year last: write 2010-01-13"},
	{"1/1/2010", "has its year last: write 2010-01-01"},
	{"13/13/2010", NOT_A_DATE},

	{"2013-01-01 25:00", "has no hour 25"},
	{"2013-01-01 24:00:00",
	    "has no hour 24: write 00:00 of the next day"},
	{"2013-01-01 24:01", "has no hour 24"},
	{"2013-01-01 23:60", "has no minute 60"},
	{"2013-01-01 23:59:61", "has no second 61"},
	{"2013-01-01 13:00 pm", "has no hour 13 pm"},
	{"2013-01-01 0:00 am", "has no hour 0 am"},
	{"2013-01-01 9:5", "has a time that is not HH:MM or HH:MM:SS"},
	{"2013-01-01 09:00:", "has a time that is not HH:MM or HH:MM:SS"},
	{"20130101T2500", "has no hour 25"},

	{"2013-01-01 09:00 +16:00", "has no offset '+16:00'"},
	{"2013-01-01 09:00 -1600", "has no offset '-1600'"},
	{"2013-01-01 09:00 +01:60", "has no offset '+01:60'"},
	{"2013-01-01 09:00 -500 x", "has no offset '-500'"},
	{"2013-01-01 09:00 CET",
	    "has an unknown zone 'CET': write an offset such as +01:00"},

	{"2013-01-01 foo", "has text after it: 'foo'"},
	{"2013-01-01foo", "has text after it: 'foo'"},
	{"2013-01-01T", "has text after it: 'T'"},
	{"2013-01-01 2024", "has text after it: '2024'"},
	{"2013-01-01 09:00 +0200 CE", "has text after it: 'CE'"},
	{"2013-01-01 09:00 +0200 CEST5", "has text after it: 'CEST5'"},
	{"2013-01-01 09:00 +0200 ABCDEF", "has text after it: 'ABCDEF'"},
	{"999999999", NOT_A_DATE},
	{"10000000000", NOT_A_DATE},
	{"2023101512", NOT_A_DATE}, /* a day with its hour */
	{"148337064x", NOT_A_DATE},
	{"15-Oct-23", "has a year of two digits: write all four"},
	{"15-Okt-2023", NOT_A_DATE},
	{"15-Oct/2023", NOT_A_DATE},
	{"Sunday, 15-Oct-023", NOT_A_DATE},
	{"2013-01-01 +0100", "has text after it: '+0100'"},
	{"2013-01-01 09:00Zulu", "has text after it: 'Zulu'"},
	{"2013-01-01 09:00:00.", "has text after it: '.'"},
	{"2013-01-01 09:00 to 10:00", "has text after it: 'to 10:00'"},
	{"Oct 15, 2023 at noon", "has text after it: 'at noon'"},
	{"15xx Oct 2023", NOT_A_DATE},
	{"2013-01-01 09:00 UTC-", "has no offset 'UTC-'"},
};

static void
test_parse_fails(void **state)
{
	struct arena a = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(bad); i++) {
		struct datetime d = {.year = 7};
		str why = {0};

		if (datetime_parse(str_of(bad[i].text), &d, &a, &why))
			fail_msg("'%s' was accepted", bad[i].text);
		assert_string_equal(why.ptr, bad[i].why);
		assert_int_equal(d.year, 7);
	}
	arena_free(&a);
}

static const struct {
	const char *name;
	const char *shown; /* NULL: no date */
	size_t len;
} names[] = {
	{"2019-01-02-title.md", "2019-01-02", 11},
	{"2019-1-2-title", "2019-01-02", 9},
	{"2019-01-02", "2019-01-02", 10},
	{"2019-01-02_title", "2019-01-02", 11},
	{"2019-01-02 title", "2019-01-02", 11},
	{"2019-01-02.md", "2019-01-02", 11},
	{"2019-01-02T10-20-30-title", "2019-01-02 10:20:30", 20},
	{"2019-01-02T10-20-30", "2019-01-02 10:20:30", 19},
	{"2019-01-02T10-20-30.md", "2019-01-02 10:20:30", 20},
	{"2019-01-02_10-20-30_x", "2019-01-02 10:20:30", 20},
	{"2019-01-02T10:20:30Z_x", "2019-01-02 10:20:30 0", 21},
	{"2019-01-02T10:20:30+02:00-x", "2019-01-02 10:20:30 7200", 26},
	{"2019-01-02T10:20:30-02:00-x", "2019-01-02 10:20:30 -7200", 26},
	{"2019-01-02T10:20:30+02:00", "2019-01-02 10:20:30 7200", 25},
	{"2019-01-02T10-20-30-02-x", "2019-01-02 10:20:30", 20},
	/* A time that is none is a slug. */
	{"2019-01-02_10-20-61", "2019-01-02", 11},
	{"2019-01-02_10-20-30x", "2019-01-02", 11},
	{"2019-10-10-10-10-10-ways", "2019-10-10", 11},
	{"2019-01-02T10-20-61", NULL, 0},
	{"2019-01-02title", NULL, 0},
	{"2019-13-02-title", NULL, 0},
	{"2019-02-29-title", NULL, 0},
	{"2019-001-02-title", NULL, 0},
	{"19-01-02-title", NULL, 0},
	{"2019-01-title", NULL, 0},
	{"2019", NULL, 0},
	{"title", NULL, 0},
	{"", NULL, 0},
};

static void
test_parse_name(void **state)
{
	struct arena a = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(names); i++) {
		struct datetime d;
		size_t len = 0;
		bool ok = datetime_parse_name(str_of(names[i].name), &d, &len);

		if (ok != (names[i].shown != NULL))
			fail_msg("'%s'", names[i].name);
		if (ok)
			assert_string_equal(show(&a, &d).ptr, names[i].shown);
		assert_int_equal(len, names[i].len);
	}
	arena_free(&a);
}

static const struct {
	instant t;
	const char *rfc3339;
	const char *rfc2822;
} texts[] = {
	{0, "1970-01-01T00:00:00Z", "Thu, 01 Jan 1970 00:00:00 +0000"},
	{-1, "1969-12-31T23:59:59Z", "Wed, 31 Dec 1969 23:59:59 +0000"},
	{1214945655, "2008-07-01T20:54:15Z",
	    "Tue, 01 Jul 2008 20:54:15 +0000"},
	{951782400, "2000-02-29T00:00:00Z",
	    "Tue, 29 Feb 2000 00:00:00 +0000"},
	{INT64_MAX, "9999-12-31T23:59:59Z",
	    "Fri, 31 Dec 9999 23:59:59 +0000"},
	{INT64_MIN, "0001-01-01T00:00:00Z",
	    "Mon, 01 Jan 0001 00:00:00 +0000"},
};

static void
test_texts(void **state)
{
	char text[DATETIME_TEXT];

	(void)state;
	for (size_t i = 0; i < COUNT(texts); i++) {
		str s = datetime_rfc3339(texts[i].t, text);

		assert_string_equal(s.ptr, texts[i].rfc3339);
		assert_int_equal(s.len, 20);
		s = datetime_rfc2822(texts[i].t, text);
		assert_string_equal(s.ptr, texts[i].rfc2822);
		assert_int_equal(s.len, 31);
	}
}

static void
test_day(void **state)
{
	static const struct {
		instant t;
		const char *zone, *day;
	} rows[] = {
		{0, "UTC", "1970-01-01"}, {0, "America/Denver", "1969-12-31"},
		{1214945655, "Asia/Tokyo", "2008-07-02"},
		{INT64_MAX, "UTC", "9999-12-31"},
		{INT64_MIN, "UTC", "0001-01-01"},
	};
	struct arena a = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		char text[DATETIME_TEXT];
		const struct zone *z = zone_read(
		    &a, str_of(rows[i].zone));

		assert_int_equal(datetime_day(rows[i].t, z, text).len, 10);
		assert_string_equal(text, rows[i].day);
	}
	arena_free(&a);
}

static const struct {
	int year, month, day;
	int weekday, yearday, week, week_year;
} days[] = {
	{2008, 7, 1, 2, 183, 27, 2008},
	{2005, 1, 1, 6, 1, 53, 2004},
	{2008, 12, 29, 1, 364, 1, 2009},
	{2009, 12, 31, 4, 365, 53, 2009},
	{2010, 1, 3, 0, 3, 53, 2009},
	{2020, 12, 31, 4, 366, 53, 2020},
	{1, 1, 1, 1, 1, 1, 1},
	{9999, 12, 31, 5, 365, 52, 9999},
};

static void
test_calendar(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(days); i++) {
		struct datetime d = {
			.year = days[i].year,
			.month = days[i].month,
			.day = days[i].day,
		};
		int year = 0;

		assert_int_equal(datetime_weekday(&d), days[i].weekday);
		assert_int_equal(datetime_yearday(&d), days[i].yearday);
		assert_int_equal(datetime_iso_week(&d, &year), days[i].week);
		assert_int_equal(year, days[i].week_year);
	}
	assert_string_equal(datetime_month_name(1), "January");
	assert_string_equal(datetime_month_name(12), "December");
	assert_string_equal(datetime_weekday_name(0), "Sunday");
	assert_string_equal(datetime_weekday_name(6), "Saturday");
}

/* Every day there is: as an instant and back. */
static void
test_every_day(void **state)
{
	struct datetime d = {.year = 1, .month = 1, .day = 1};
	instant t = datetime_instant(&d, zone_utc);
	int weekday = datetime_weekday(&d);

	(void)state;
	assert_int_equal(t, -62135596800);
	for (; t < 253402300800; t += 86400) {
		struct datetime next = datetime_at(t, zone_utc);

		assert_int_equal(datetime_instant(&next, zone_utc), t);
		assert_int_equal(datetime_weekday(&next), weekday);
		assert_true(next.day == d.day + 1 || next.day == 1);
		d = next;
		weekday = (weekday + 1) % 7;
	}
	assert_int_equal(d.year, 9999);
}

static void
test_instant(void **state)
{
	struct arena a = {0};
	const struct zone *denver = zone_read(&a, S("America/Denver"));
	struct datetime d = {.year = 2008, .month = 7, .day = 1, .hour = 14};

	(void)state;
	assert_non_null(denver);
	assert_int_equal(datetime_instant(&d, zone_utc), 1214920800);
	assert_int_equal(datetime_instant(&d, denver), 1214920800 + 21600);
	d.has_offset = true;
	d.offset = 3600;
	assert_int_equal(datetime_instant(&d, denver), 1214920800 - 3600);

	d = datetime_at(1214920800, denver);
	assert_string_equal(show(&a, &d).ptr, "2008-07-01 08:00:00 -21600");
	d = datetime_at(INT64_MIN, denver);
	assert_int_equal(d.year, 1);
	d = datetime_at(INT64_MAX, denver);
	assert_int_equal(d.year, 9999);
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_parse),
		cmocka_unit_test(test_styles),
		cmocka_unit_test(test_v8),
		cmocka_unit_test(test_parse_fails),
		cmocka_unit_test(test_parse_name),
		cmocka_unit_test(test_texts),
		cmocka_unit_test(test_day),
		cmocka_unit_test(test_calendar),
		cmocka_unit_test(test_every_day),
		cmocka_unit_test(test_instant),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
