/* SPDX-License-Identifier: MIT
 * query_term: interprets the key and the value of a term. */
#include "post/query/query_tree.h"

#include "base/text/scan.h"
#include "base/text/slug.h"

/* The limit of glob_match. */
enum { MOST_PATTERN = 500 };

/* Keys that are not looked up in the front matter. */
static const struct known {
	const char *name;
	enum query_source source;
	const char *taxonomy; /* of QUERY_TERMS */
} known[] = {
	{"tag", QUERY_TERMS, "tags"},
	{"tags", QUERY_TERMS, "tags"},
	{"category", QUERY_TERMS, "categories"},
	{"categories", QUERY_TERMS, "categories"},
	{"author", QUERY_AUTHORS, NULL},
	{"authors", QUERY_AUTHORS, NULL},
	{"section", QUERY_SECTION, NULL},
	{"sections", QUERY_SECTIONS, NULL},
	{"folder", QUERY_FOLDER, NULL},
	{"path", QUERY_PATH, NULL},
	{"lang", QUERY_LANGUAGE, NULL},
	{"language", QUERY_LANGUAGE, NULL},
	{"date", QUERY_DATE, NULL},
	{"updated", QUERY_UPDATED, NULL},
	{"title", QUERY_TITLE, NULL},
	{"draft", QUERY_DRAFT, NULL},
	{"collection", QUERY_COLLECTION, NULL},
};

static bool
is_pattern(enum query_source source)
{
	return source == QUERY_FOLDER || source == QUERY_PATH;
}

bool
query_is_number(str s)
{
	scan_any(&s, "+-");
	if (scan_while(&s, char_is_digit).len == 0)
		return false;
	return s.len == 0 || (scan_char(&s, '.') &&
	    scan_while(&s, char_is_digit).len && s.len == 0);
}

static bool
is_digits(str s, size_t least, size_t most)
{
	return scan_is_all(s, char_is_digit) && s.len >= least &&
	    s.len <= most;
}

/* The first instant of a month; the 13th is that of the next year. */
static instant
month_begin(const struct config *c, int year, int month)
{
	struct datetime d = {.year = year + (month > 12),
		.month = month > 12 ? 1 : month, .day = 1};

	return d.year > 9999 ? INT64_MAX
	                     : datetime_instant(&d, c->site.zone);
}

/* A year, or a year and a month. */
static bool
read_months(struct query_node *n, const struct config *c)
{
	str rest = n->value, year, month;
	int y = 0, m = 0;

	if (!str_split(&rest, '-', &year) || !is_digits(year, 4, 4) ||
	    (rest.ptr && !is_digits(rest, 1, 2)))
		return false;
	month = rest;
	for (size_t i = 0; i < year.len; i++)
		y = y * 10 + year.ptr[i] - '0';
	for (size_t i = 0; i < month.len; i++)
		m = m * 10 + month.ptr[i] - '0';
	if (y == 0 || m > 12 || (month.len && m == 0))
		return false;
	n->from = month_begin(c, y, m ? m : 1);
	n->to = month_begin(c, y, m ? m + 1 : 13);
	return true;
}

/* A day, or an instant. */
static bool
read_day(struct query_node *n, const struct config *c, struct arena *a,
    str *why)
{
	const struct zone *zone = c->site.zone;
	struct datetime d;

	if (!datetime_parse(n->value, &d, a, why))
		return false;
	n->from = datetime_instant(&d, zone);
	n->to = n->from + 1;
	if (d.has_time)
		return true;
	/* A day may have 23 or 25 hours: look for the next midnight. */
	d = datetime_at(n->from + 36 * 3600, zone);
	d.hour = d.minute = d.second = 0;
	d.has_offset = false;
	n->to = datetime_instant(&d, zone);
	if (n->to <= n->from)
		n->to = INT64_MAX; /* the last day of the calendar */
	return true;
}

/* Whether a key names a taxonomy; `year` and `years` are the same. */
static bool
is_taxonomy(str key, str taxonomy)
{
	return str_ieq(key, taxonomy) ||
	    (str_ieq(key, S("year")) && str_eq(taxonomy, S("years"))) ||
	    (str_ieq(key, S("years")) && str_eq(taxonomy, S("year")));
}

/* Sets the source of a key. */
static void
find_source(struct query_node *n, const struct config *c)
{
	const struct taxonomy *t = c->feeds.taxonomies;

	n->source = QUERY_FRONT;
	for (size_t i = 0; i < sizeof known / sizeof known[0]; i++)
		if (str_ieq(n->name, str_of(known[i].name))) {
			n->source = known[i].source;
			n->name = str_of(known[i].taxonomy);
			break;
		}
	while (t && !is_taxonomy(n->name, t->name))
		t = t->next;
	if (t && n->source == QUERY_FRONT)
		n->source = QUERY_TERMS;
	n->taxonomy = t;
}

/* Reads the value in the type of the key. Returns the error, or an empty
 * text. */
static str
read_value(struct query_node *n, str key, const struct config *c,
    struct arena *a)
{
	struct value v = {.kind = VALUE_SCALAR, .text = n->value};
	struct buf folded = {0};
	str why = {0};

	slug_fold(&folded, n->value);
	n->folded = buf_move(&folded, a);
	n->is_date = read_months(n, c) || read_day(n, c, a, &why);
	/* Without the advice: a query also takes a year and a month. */
	why = str_sub(why, 0, str_find(why, S(": write")));
	if (!n->is_date && (n->source == QUERY_DATE ||
	    n->source == QUERY_UPDATED))
		return arena_printf(a, "%.*s '%.*s' %.*s; expected a date "
		    "such as 2020, 2020-05 or 2020-05-31", STR_ARG(key),
		    STR_ARG(n->value), STR_ARG(why));
	if (n->source == QUERY_DRAFT && !value_bool(&v, &n->flag))
		return arena_printf(a, "%.*s is '%.*s', expected true or "
		    "false", STR_ARG(key), STR_ARG(n->value));
	if (n->value.len > MOST_PATTERN && is_pattern(n->source))
		return arena_printf(a, "a pattern of %zu bytes, expected at "
		    "most %d", n->value.len, MOST_PATTERN);
	return (str){0};
}

str
query_term_read(struct query_node *n, const struct config *c, struct arena *a,
    bool *in_value)
{
	str key = n->name;

	find_source(n, c);
	*in_value = false;
	if (n->op >= QUERY_LT &&
	    (is_pattern(n->source) || n->source == QUERY_DRAFT))
		return arena_printf(a, "'%.*s' has no order, expected ':', "
		    "'=' or '!=' behind it", STR_ARG(key));
	*in_value = true;
	return n->op == QUERY_EXISTS ? (str){0} : read_value(n, key, c, a);
}
