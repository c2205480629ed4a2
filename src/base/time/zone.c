/* SPDX-License-Identifier: MIT
 * zone: the offsets of an IANA time zone, without TZ and without libc.
 *
 * A zone is a list of transitions, each from one offset to another, and a
 * rule that goes on making transitions, two a year, where the list ends. */
#include "base/time/zone.h"

#include <string.h>

#include "base/core/file.h"
#include "base/text/scan.h"
#include "base/time/calendar.h"

#ifndef ZONEINFO
#define ZONEINFO "/usr/share/zoneinfo"
#endif

enum {
	MINUTE = 60,
	HOUR = 60 * MINUTE,
	DAY = 24 * HOUR,
	MAX_FILE = 64 * 1024,  /* the largest zone has 4 KiB */
	MAX_COUNT = 16 * 1024, /* of any kind of record */
};

/* How a POSIX rule names a day. */
enum day_form {
	DAY_JULIAN,  /* J60 is always 1 March */
	DAY_OF_YEAR, /* 59 is 29 February, if there is one */
	DAY_OF_WEEK, /* M3.2.0 is the second Sunday in March */
};

struct change {
	enum day_form form;
	int month, week; /* week 5 is the last one */
	int day;
	int time; /* seconds after midnight, of that day or another */
};

struct rule {
	int std, dst; /* seconds east of UTC; equal without start and end */
	struct change start, end; /* of dst, on the wall clock until then */
};

struct zone {
	const int64_t *at;     /* transitions, in UTC, ascending */
	const int32_t *offset; /* [i] until at[i], [count] from the last on */
	size_t count;          /* transitions */
	bool has_rule;         /* rule holds from the last transition on */
	struct rule rule;
	struct digest digest;  /* of the file */
};

static const int32_t offset_utc[1];
static const struct zone utc = {.offset = offset_utc};
const struct zone *const zone_utc = &utc;

struct digest
zone_digest(const struct zone *z)
{
	return z->digest;
}

/* ---- offsets ---- */

static int64_t
day_of_week(const struct change *c, int year)
{
	int64_t first = calendar_days(year, c->month, 1);
	int day = (c->day - calendar_weekday(first) + 7) % 7 +
	    7 * (c->week - 1);

	/* Only a fifth one can be missing; then the fourth is the last. */
	if (day >= calendar_month_days(year, c->month))
		day -= 7;
	return first + day;
}

/* The year of an instant, as far as there are four-digit ones. */
static int
year_of(int64_t time)
{
	int64_t days = time / DAY;
	int year, month, day;

	if (days < calendar_days(1, 1, 1))
		return 1;
	if (days > calendar_days(9999, 12, 31))
		return 9999;
	calendar_date(days, &year, &month, &day);
	return year;
}

/* When a rule changes the clock in that year, on the wall clock. */
static int64_t
time_of_change(const struct change *c, int year)
{
	int64_t day = 0;

	switch (c->form) {
	case DAY_JULIAN:
		day = calendar_days(year, 1, 1) + c->day - 1;
		if (c->day >= 60)
			day = calendar_days(year, 3, 1) + c->day - 60;
		break;
	case DAY_OF_YEAR:
		day = calendar_days(year, 1, 1) + c->day;
		break;
	case DAY_OF_WEEK:
		day = day_of_week(c, year);
		break;
	}
	return day * DAY + c->time;
}

/* When a transition at `at` is over. On the wall clock that is once both
 * offsets agree that it is: so in a gap and in an overlap the offset before
 * still holds, as zone_to_utc promises. */
static int64_t
passed_at(int64_t at, int before, int after, bool on_wall)
{
	if (!on_wall)
		return at;
	return at + (before > after ? before : after);
}

/* What the rule says: the offset after the latest change. The year before
 * and the year after count too, since a change may happen up to a week away
 * from its day. */
static int
rule_offset(const struct rule *r, int64_t time, bool on_wall)
{
	int year = year_of(time);
	int64_t latest = INT64_MIN;
	int offset = r->std;

	if (r->std == r->dst)
		return r->std;
	for (int i = 0; i < 6; i++) {
		bool start = i % 2 == 0;
		int before = start ? r->std : r->dst;
		int after = start ? r->dst : r->std;
		int64_t change = time_of_change(start ? &r->start : &r->end,
		    year - 1 + i / 2);
		int64_t at = passed_at(change - before, before, after,
		    on_wall);

		/* Of two at once the later in the list wins: summer time for
		 * all the year ends when it begins (RFC 8536, 3.3.1). */
		if (at <= time && at >= latest) {
			latest = at;
			offset = after;
		}
	}
	return offset;
}

static int
find_offset(const struct zone *z, int64_t time, bool on_wall)
{
	size_t low = 0, high = z->count;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (passed_at(z->at[mid], z->offset[mid],
		    z->offset[mid + 1], on_wall) <= time)
			low = mid + 1;
		else
			high = mid;
	}
	if (low == z->count && z->has_rule)
		return rule_offset(&z->rule, time, on_wall);
	return z->offset[low];
}

/* Far from any date, and far from what overflows. */
static int64_t
clamp_time(int64_t time)
{
	const int64_t limit = (int64_t)1 << 60;

	if (time < -limit)
		return -limit;
	return time > limit ? limit : time;
}

int
zone_offset_at(const struct zone *z, int64_t at)
{
	return find_offset(z, clamp_time(at), false);
}

int64_t
zone_to_utc(const struct zone *z, int64_t local)
{
	return clamp_time(local) - find_offset(z, clamp_time(local), true);
}

/* ---- the footer: a POSIX TZ string, as in RFC 8536, section 3.3.1 ---- */

static bool
take_number(str *s, int min, int max, int *value)
{
	struct scan_number n = scan_number(s);

	*value = n.value;
	return n.digits && n.digits <= 4 && n.value >= min && n.value <= max;
}

/* "MST", "<-03>". Only offsets are used here. */
static bool
take_abbreviation(str *s)
{
	str name;

	if (scan_char(s, '<'))
		return scan_past(s, S(">"), &name) && name.len >= 3;
	return scan_while(s, char_is_alpha).len >= 3;
}

/* "2", "-1:30", "+167:00:00". */
static bool
take_time(str *s, int max_hours, int *seconds)
{
	char sign = scan_any(s, "+-");
	int hour, minute = 0, second = 0;

	if (!take_number(s, 0, max_hours, &hour))
		return false;
	if (scan_char(s, ':')) {
		if (!take_number(s, 0, 59, &minute))
			return false;
		if (scan_char(s, ':') && !take_number(s, 0, 59, &second))
			return false;
	}
	*seconds = hour * HOUR + minute * MINUTE + second;
	if (sign == '-')
		*seconds = -*seconds;
	return true;
}

/* POSIX counts the offsets west of Greenwich. */
static bool
take_offset(str *s, int *east)
{
	int west;

	if (!take_time(s, 24, &west))
		return false;
	*east = -west;
	return true;
}

/* ",M3.2.0", ",J60/3:00". */
static bool
take_change(str *s, struct change *c)
{
	bool ok;

	if (!scan_char(s, ','))
		return false;
	if (scan_char(s, 'M')) {
		c->form = DAY_OF_WEEK;
		ok = take_number(s, 1, 12, &c->month) && scan_char(s, '.') &&
		    take_number(s, 1, 5, &c->week) && scan_char(s, '.') &&
		    take_number(s, 0, 6, &c->day);
	} else if (scan_char(s, 'J')) {
		c->form = DAY_JULIAN;
		ok = take_number(s, 1, 365, &c->day);
	} else {
		c->form = DAY_OF_YEAR;
		ok = take_number(s, 0, 365, &c->day);
	}
	c->time = 2 * HOUR;
	return ok && (!scan_char(s, '/') || take_time(s, 167, &c->time));
}

static bool
parse_rule(str s, struct rule *r)
{
	if (!take_abbreviation(&s) || !take_offset(&s, &r->std))
		return false;
	r->dst = r->std;
	if (s.len == 0)
		return true;
	r->dst += HOUR;
	if (!take_abbreviation(&s))
		return false;
	if (!str_starts(s, S(",")) && !take_offset(&s, &r->dst))
		return false;
	return take_change(&s, &r->start) && take_change(&s, &r->end) &&
	    s.len == 0;
}

/* ---- the file ---- */

/* The counts of the header, in its order. */
enum {
	COUNT_UT,
	COUNT_STD,
	COUNT_LEAP,
	COUNT_TIME,
	COUNT_TYPE,
	COUNT_CHAR,
	COUNTS
};

enum { HEADER_SIZE = 44, TYPE_SIZE = 6 };

struct header {
	char version; /* NUL, or a digit from '2' on */
	size_t counts[COUNTS];
};

static bool
take_bytes(str *s, size_t n, str *bytes)
{
	*bytes = scan_front(s, n);
	return bytes->len == n;
}

/* A big-endian number of `width` bytes, in two's complement. */
static int64_t
number_at(const char *p, size_t width)
{
	uint64_t n = p[0] & 0x80 ? UINT64_MAX : 0;

	for (size_t i = 0; i < width; i++)
		n = n << 8 | (unsigned char)p[i];
	return (int64_t)n;
}

static bool
take_header(str *s, struct header *h)
{
	str bytes;

	if (!take_bytes(s, HEADER_SIZE, &bytes) || !str_starts(bytes, S("TZif")))
		return false;
	h->version = bytes.ptr[4];
	for (size_t i = 0; i < COUNTS; i++) {
		int64_t n = number_at(bytes.ptr + 20 + 4 * i, 4);

		if (n < 0 || n > MAX_COUNT)
			return false;
		h->counts[i] = (size_t)n;
	}
	return true;
}

/* The data that follow a header; a time has `width` bytes. */
static bool
take_block(str *s, const struct header *h, size_t width, str *block)
{
	size_t size = h->counts[COUNT_TIME] * (width + 1) +
	    h->counts[COUNT_TYPE] * TYPE_SIZE + h->counts[COUNT_CHAR] +
	    h->counts[COUNT_LEAP] * (width + 4) + h->counts[COUNT_STD] +
	    h->counts[COUNT_UT];

	return take_bytes(s, size, block);
}

static bool
parse_offset(const char *types, size_t count, size_t index, int32_t *offset)
{
	int64_t n;

	if (index >= count)
		return false;
	n = number_at(types + index * TYPE_SIZE, 4);
	*offset = (int32_t)n;
	return n > -26 * HOUR && n < 26 * HOUR;
}

static bool
parse_block(struct arena *a, const struct header *h, size_t width, str block,
    struct zone *z)
{
	size_t count = h->counts[COUNT_TIME];
	const char *indexes = block.ptr + count * width;
	const char *types = indexes + count;
	size_t type_count = h->counts[COUNT_TYPE];
	int64_t *at = arena_array(a, count, sizeof *at);
	int32_t *offset = arena_array(a, count + 1, sizeof *offset);

	/* The "right" zones count leap seconds, and instants do not. */
	if (h->counts[COUNT_LEAP])
		return false;
	/* The first type holds before the first transition. */
	if (!parse_offset(types, type_count, 0, &offset[0]))
		return false;
	for (size_t i = 0; i < count; i++) {
		at[i] = clamp_time(number_at(block.ptr + i * width, width));
		if (i > 0 && at[i] <= at[i - 1])
			return false;
		if (!parse_offset(types, type_count,
		    (unsigned char)indexes[i], &offset[i + 1]))
			return false;
	}
	z->at = at;
	z->offset = offset;
	z->count = count;
	return true;
}

/* A line between two line ends; empty where no rule is known. */
static bool
parse_footer(str s, struct zone *z)
{
	str line;

	if (!scan_char(&s, '\n') || !scan_past(&s, S("\n"), &line))
		return false;
	z->has_rule = line.len > 0;
	return line.len == 0 || parse_rule(line, &z->rule);
}

const struct zone *
zone_parse(struct arena *a, str bytes)
{
	struct zone *z = arena_alloc(a, sizeof *z);
	struct header h;
	str block;
	size_t width = 4;

	z->digest = digest_of(bytes);
	if (!take_header(&bytes, &h))
		return NULL;
	if (h.version) {
		/* All of it comes again, with 64 bits. */
		if (!take_block(&bytes, &h, width, &block) ||
		    !take_header(&bytes, &h))
			return NULL;
		width = 8;
	}
	if (!take_block(&bytes, &h, width, &block) ||
	    !parse_block(a, &h, width, block, z))
		return NULL;
	if (width == 8 && !parse_footer(bytes, z))
		return NULL;
	return z;
}

/* ---- the database ---- */

static bool
is_name_char(char c)
{
	return char_is_alnum(c) || memchr("_+-/", c, 4);
}

/* Without a '.' no name leads up, or to the tables beside the zones.
 * "localtime" would be another zone on another machine. */
static bool
is_zone_name(str name)
{
	return name.len > 0 && name.len <= 64 && name.ptr[0] != '/' &&
	    !str_eq(name, S("localtime")) && scan_is_all(name, is_name_char);
}

const struct zone *
zone_read(struct arena *a, str name)
{
	struct arena scratch = {0};
	struct buf bytes = {0};
	const struct zone *z = NULL;

	/* Known without a database. */
	if (str_has_word(S("UTC Etc/UTC GMT Etc/GMT"), name, str_eq))
		return zone_utc;
	if (is_zone_name(name) && file_read(&bytes, arena_printf(&scratch,
	    ZONEINFO "/%.*s", STR_ARG(name)).ptr, MAX_FILE))
		z = zone_parse(a, buf_str(&bytes));
	buf_free(&bytes);
	arena_free(&scratch);
	return z;
}
