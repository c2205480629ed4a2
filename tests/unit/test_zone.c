/* SPDX-License-Identifier: MIT
 * test_zone: offsets from the database, and from bytes that lie. */
#include "base/time/zone.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/core/buf.h"
#include "base/time/datetime.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* The seconds of "2008-07-01 12:00" on a clock at UTC. */
static int64_t
seconds(const char *text)
{
	struct arena a = {0};
	struct datetime d;
	str why;

	assert_true(datetime_parse(str_of(text), &d, &a, &why));
	arena_free(&a);
	return datetime_instant(&d, zone_utc);
}

static const struct zone *
zone_of(struct arena *a, const char *name)
{
	const struct zone *z = zone_read(a, str_of(name));

	if (z == NULL)
		fail_msg("no zone %s", name);
	return z;
}

static const struct {
	const char *zone;
	const char *utc;
	int offset; /* minutes */
} offsets[] = {
	{"America/Denver", "2008-07-01 12:00", -360},
	{"America/Denver", "2008-01-01 12:00", -420},
	{"America/Denver", "2008-03-09 08:59:59", -420},
	{"America/Denver", "2008-03-09 09:00", -360},
	/* From the rule in the footer. */
	{"America/Denver", "2050-07-01 12:00", -360},
	{"America/Denver", "2050-01-01 12:00", -420},
	{"America/Denver", "2050-03-13 08:59:59", -420},
	{"America/Denver", "2050-03-13 09:00", -360},
	{"America/Denver", "9999-07-01 12:00", -360},
	/* Winter time is the exception there. */
	{"Europe/Dublin", "2010-07-01 12:00", 60},
	{"Europe/Dublin", "2010-01-01 12:00", 0},
	{"Europe/Dublin", "2050-07-01 12:00", 60},
	{"Europe/Dublin", "2050-01-01 12:00", 0},
	{"Asia/Kolkata", "2020-07-01 12:00", 330},
	{"Asia/Kolkata", "2050-01-01 12:00", 330},
	{"Australia/Lord_Howe", "2020-01-01 12:00", 660},
	{"Australia/Lord_Howe", "2020-07-01 12:00", 630},
	{"Australia/Lord_Howe", "2050-01-01 12:00", 660},
	{"Australia/Lord_Howe", "2050-07-01 12:00", 630},
	{"Etc/GMT+5", "2020-07-01 12:00", -300},
	{"UTC", "2020-07-01 12:00", 0},
	{"Etc/UTC", "2020-07-01 12:00", 0},
	{"GMT", "2020-07-01 12:00", 0},
};

static void
test_offset(void **state)
{
	struct arena a = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(offsets); i++) {
		const struct zone *z = zone_of(&a, offsets[i].zone);
		int offset = zone_offset_at(z, seconds(offsets[i].utc));

		if (offset != offsets[i].offset * 60)
			fail_msg("%s at %s is %d", offsets[i].zone,
			    offsets[i].utc, offset);
	}
	arena_free(&a);
}

static const struct {
	const char *zone;
	const char *local;
	const char *utc;
} locals[] = {
	{"America/Denver", "2008-07-01 12:00", "2008-07-01 18:00"},
	/* The gap of 2008 from 02:00 to 03:00, and that of the footer. */
	{"America/Denver", "2008-03-09 01:59:59", "2008-03-09 08:59:59"},
	{"America/Denver", "2008-03-09 02:00", "2008-03-09 09:00"},
	{"America/Denver", "2008-03-09 02:59:59", "2008-03-09 09:59:59"},
	{"America/Denver", "2008-03-09 03:00", "2008-03-09 09:00"},
	{"America/Denver", "2050-03-13 02:30", "2050-03-13 09:30"},
	{"America/Denver", "2050-03-13 03:00", "2050-03-13 09:00"},
	/* The overlap from 01:00 to 02:00. */
	{"America/Denver", "2008-11-02 00:59:59", "2008-11-02 06:59:59"},
	{"America/Denver", "2008-11-02 01:00", "2008-11-02 07:00"},
	{"America/Denver", "2008-11-02 01:59:59", "2008-11-02 07:59:59"},
	{"America/Denver", "2008-11-02 02:00", "2008-11-02 09:00"},
	{"America/Denver", "2050-11-06 01:30", "2050-11-06 07:30"},
	{"America/Denver", "2050-11-06 02:00", "2050-11-06 09:00"},
	{"Europe/Dublin", "2050-03-27 01:30", "2050-03-27 01:30"},
	{"Europe/Dublin", "2050-10-30 01:30", "2050-10-30 00:30"},
	{"Australia/Lord_Howe", "2050-10-02 02:15", "2050-10-01 15:45"},
	{"Australia/Lord_Howe", "2050-04-03 01:45", "2050-04-02 14:45"},
	/* A day that was left out. */
	{"Pacific/Apia", "2011-12-30 12:00", "2011-12-30 22:00"},
};

static void
test_to_utc(void **state)
{
	struct arena a = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(locals); i++) {
		const struct zone *z = zone_of(&a, locals[i].zone);
		int64_t t = zone_to_utc(z, seconds(locals[i].local));
		char text[DATETIME_TEXT];

		if (t != seconds(locals[i].utc))
			fail_msg("%s in %s is %s", locals[i].local,
			    locals[i].zone, datetime_rfc3339(t, text).ptr);
	}
	arena_free(&a);
}

static void
test_extremes(void **state)
{
	static const int64_t times[] = {
		INT64_MIN, INT64_MIN + 1, -((int64_t)1 << 60),
		(int64_t)1 << 60, INT64_MAX - 1, INT64_MAX,
	};
	struct arena a = {0};
	const struct zone *z = zone_of(&a, "America/Denver");

	(void)state;
	for (size_t i = 0; i < COUNT(times); i++) {
		int offset = zone_offset_at(z, times[i]);

		assert_in_range(-offset, 21600, 26000);
		zone_to_utc(z, times[i]);
		assert_int_equal(zone_offset_at(zone_utc, times[i]), 0);
	}
	arena_free(&a);
}

static void
test_bad_names(void **state)
{
	static const char *const names[] = {
		"", "Mars/Olympus", "America", "America/", "/etc/localtime",
		"../zoneinfo/America/Denver", "America/../America/Denver",
		"./America/Denver", "tzdata.zi", "zone.tab", "localtime",
		"America/Denver ", "America\\Denver", "Am\xC3\xA9rica",
		"leapseconds", "right/America/Denver",
	};
	struct arena a = {0};
	char name[1000];

	(void)state;
	memset(name, 'a', sizeof name);
	assert_null(zone_read(&a, (str){name, sizeof name}));
	for (size_t i = 0; i < COUNT(names); i++)
		if (zone_read(&a, str_of(names[i])))
			fail_msg("'%s' is a zone", names[i]);
	assert_null(zone_read(&a, (str){"UTC\0x", 5}));
	assert_ptr_equal(zone_read(&a, S("UTC")), zone_utc);
	arena_free(&a);
}

/* Files made by hand. */

static void
add_number(struct buf *b, int64_t value, int width)
{
	for (int i = width - 1; i >= 0; i--)
		buf_addc(b, (char)(uint64_t)(value >> (8 * i)));
}

static void
add_header(struct buf *b, char version, int leap, int times, int types)
{
	buf_add(b, S("TZif"));
	buf_addc(b, version);
	for (int i = 0; i < 15; i++)
		buf_addc(b, 0);
	add_number(b, 0, 4);
	add_number(b, 0, 4);
	add_number(b, leap, 4);
	add_number(b, times, 4);
	add_number(b, types, 4);
	add_number(b, 4, 4);
}

/* Two transitions, at 1000 and at `second`: from `offset` to `index`, and
 * back. */
static void
add_block(struct buf *b, int width, int64_t second, int64_t offset, int index)
{
	add_number(b, 1000, width);
	add_number(b, second, width);
	add_number(b, index, 1);
	add_number(b, 0, 1);
	add_number(b, offset, 4);
	add_number(b, 0, 2);
	add_number(b, 7200, 4);
	add_number(b, 0x0100, 2);
	buf_add(b, (str){"ABC", 4});
}

/* A file of version 3 with the transitions of add_block. */
static void
make_file(struct buf *b, str footer)
{
	buf_reset(b);
	add_header(b, '3', 0, 2, 2);
	add_block(b, 4, 2000, 3600, 1);
	add_header(b, '3', 0, 2, 2);
	add_block(b, 8, 2000, 3600, 1);
	buf_add(b, S("\n"));
	buf_add(b, footer);
	buf_add(b, S("\n"));
}

static void
test_parse(void **state)
{
	struct arena a = {0};
	struct buf b = {0};
	const struct zone *z;

	(void)state;
	make_file(&b, S("<+03>-3"));
	z = zone_parse(&a, buf_str(&b));
	assert_non_null(z);
	assert_int_equal(zone_offset_at(z, 999), 3600);
	assert_int_equal(zone_offset_at(z, 1000), 7200);
	assert_int_equal(zone_offset_at(z, 1999), 7200);
	assert_int_equal(zone_offset_at(z, 2000), 10800);

	make_file(&b, S(""));
	z = zone_parse(&a, buf_str(&b));
	assert_non_null(z);
	assert_int_equal(zone_offset_at(z, 2000), 3600);

	/* Version 1 has neither 64 bits nor a footer. */
	buf_reset(&b);
	add_header(&b, 0, 0, 2, 2);
	add_block(&b, 4, 2000, -3600, 1);
	z = zone_parse(&a, buf_str(&b));
	assert_non_null(z);
	assert_int_equal(zone_offset_at(z, -5), -3600);
	assert_int_equal(zone_offset_at(z, 1500), 7200);
	arena_free(&a);
	buf_free(&b);
}

static const struct {
	const char *footer;
	const char *utc; /* NULL: the footer is bad */
	int offset;      /* minutes */
} footers[] = {
	{"EST5EDT,M3.2.0,M11.1.0", "2030-07-01", -240},
	{"EST5EDT4,M3.2.0/2,M11.1.0/2", "2030-12-01", -300},
	{"<-03>3<-02>,M3.5.0/-2,M10.5.0/-1", "2030-03-31 00:59", -180},
	{"<-03>3<-02>,M3.5.0/-2,M10.5.0/-1", "2030-03-31 01:00", -120},
	/* 1 March, with and without a leap day before it. */
	{"AAA0BBB,J60/0,J365", "2028-02-29 23:59", 0},
	{"AAA0BBB,J60/0,J365", "2028-03-01", 60},
	{"AAA0BBB,J60/0,J365", "2030-03-01", 60},
	{"AAA0BBB,59/0,300", "2028-02-29", 60},
	{"AAA0BBB,59/0,300", "2030-02-28 23:59", 0},
	{"AAA0BBB,59/0,300", "2030-03-01", 60},
	/* Days later than the day: the second Thursday after a Sunday. */
	{"AAA0BBB,M3.2.0/96,M10.1.0", "2030-03-13 23:59", 0},
	{"AAA0BBB,M3.2.0/96,M10.1.0", "2030-03-14", 60},
	/* The end of the year before is still in force. */
	{"AAA0BBB,J100,J365/48", "2031-01-01 22:00", 60},
	{"AAA0BBB,J100,J365/48", "2031-01-01 23:00", 0},
	/* Summer time for all the year. */
	{"EST5EDT,0/0,J365/25", "2030-01-01 04:59", -240},
	{"EST5EDT,0/0,J365/25", "2030-01-01 05:00", -240},
	{"EST5EDT,0/0,J365/25", "2030-07-01 05:00", -240},
	/* South of the equator. */
	{"AEST-10AEDT,M10.1.0,M4.1.0/3", "2030-01-01", 660},
	{"AEST-10AEDT,M10.1.0,M4.1.0/3", "2030-07-01", 600},
	{"<+0530>-5:30", "2030-07-01", 330},
	{"LMT0:10:30", "2030-07-01", -10},

	{"EST", NULL, 0},
	{"ES5", NULL, 0},
	{"<EST5", NULL, 0},
	{"<>5", NULL, 0},
	{"EST25", NULL, 0},
	{"EST5EDT", NULL, 0},
	{"EST5EDT,M3.2.0", NULL, 0},
	{"EST5EDT,M13.2.0,M11.1.0", NULL, 0},
	{"EST5EDT,M3.6.0,M11.1.0", NULL, 0},
	{"EST5EDT,M3.2.7,M11.1.0", NULL, 0},
	{"EST5EDT,M3.2.0/168,M11.1.0", NULL, 0},
	{"EST5EDT,J0,J365", NULL, 0},
	{"EST5EDT,366,1", NULL, 0},
	{"EST5EDT,M3.2.0,M11.1.0x", NULL, 0},
	{"EST5:60", NULL, 0},
	{"EST5:", NULL, 0},
	{"EST99999999999999999999", NULL, 0},
};

static void
test_footer(void **state)
{
	struct arena a = {0};
	struct buf b = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(footers); i++) {
		const struct zone *z;
		int offset;

		make_file(&b, str_of(footers[i].footer));
		z = zone_parse(&a, buf_str(&b));
		if ((z != NULL) != (footers[i].utc != NULL))
			fail_msg("%s", footers[i].footer);
		if (z == NULL)
			continue;
		offset = zone_offset_at(z, seconds(footers[i].utc));
		if (offset / 60 != footers[i].offset)
			fail_msg("%s at %s is %d", footers[i].footer,
			    footers[i].utc, offset);
	}
	arena_free(&a);
	buf_free(&b);
}

static void
test_bad_blocks(void **state)
{
	static const struct {
		int leap, times, types; /* counts */
		int64_t second, offset;
		int index;
		bool ok;
	} rows[] = {
		{0, 2, 2, 2000, 3600, 1, true},
		{0, 2, 2, 1000, 3600, 1, false},     /* not ascending */
		{0, 2, 2, 2000, 3600, 2, false},     /* no such type */
		{0, 2, 2, 2000, 3600, 255, false},
		{0, 2, 2, 2000, 93600, 1, false},    /* no such offset */
		{0, 2, 2, 2000, INT32_MIN, 1, false},
		{0, 0, 0, 2000, 3600, 1, false},     /* no type */
		{1, 2, 2, 2000, 3600, 1, false},     /* leap seconds */
		{0, 3, 2, 2000, 3600, 1, false},     /* too short */
		{0, INT32_MAX, 2, 2000, 3600, 1, false},
		{0, -1, 2, 2000, 3600, 1, false},
	};
	struct arena a = {0};
	struct buf b = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		buf_reset(&b);
		add_header(&b, 0, rows[i].leap, rows[i].times, rows[i].types);
		add_block(&b, 4, rows[i].second, rows[i].offset,
		    rows[i].index);
		if ((zone_parse(&a, buf_str(&b)) != NULL) != rows[i].ok)
			fail_msg("row %zu", i);
	}
	arena_free(&a);
	buf_free(&b);
}

/* Every prefix, in memory of its own so that a read past it is seen, and
 * every byte changed. */
static void
test_damaged(void **state)
{
	struct arena a = {0};
	struct buf b = {0};

	(void)state;
	make_file(&b, S("EST5EDT,M3.2.0,M11.1.0"));
	for (size_t n = 0; n < b.len; n++) {
		char *copy = mem_alloc(n);
		struct buf owner = {.ptr = copy, .cap = n};

		memcpy(copy, b.ptr, n);
		assert_null(zone_parse(&a, (str){copy, n}));
		buf_free(&owner);
		arena_reset(&a);
	}
	for (size_t i = 0; i < b.len * 256; i++) {
		char kept = b.ptr[i / 256];
		const struct zone *z;

		b.ptr[i / 256] = (char)(i % 256);
		z = zone_parse(&a, buf_str(&b));
		if (z) {
			zone_offset_at(z, INT64_MAX);
			zone_to_utc(z, INT64_MIN);
			zone_to_utc(z, 1500);
		}
		b.ptr[i / 256] = kept;
		arena_reset(&a);
	}
	arena_free(&a);
	buf_free(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_offset),
		cmocka_unit_test(test_to_utc),
		cmocka_unit_test(test_extremes),
		cmocka_unit_test(test_bad_names),
		cmocka_unit_test(test_parse),
		cmocka_unit_test(test_footer),
		cmocka_unit_test(test_bad_blocks),
		cmocka_unit_test(test_damaged),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
