/* SPDX-License-Identifier: MIT
 * permalink_tokens: what a ':token' of a permalink stands for. */
#include "post/permalink/permalink_tokens.h"

#include "base/core/unicode.h"
#include "base/core/utf8.h"
#include "base/text/scan.h"
#include "post/permalink/path_date.h"

struct maker {
	const struct permalink_parts *parts;
	const struct address_rules *rules;
	struct buf *out;
	str part; /* of :sections[1:]: "[1:]"; or empty */
};

static void
add_slug(struct maker *m, str text, enum slug_style style)
{
	slug_make(m->out, text, style);
}

static void
put_file(struct maker *m)
{
	add_slug(m, m->parts->stem, m->rules->name);
}

static void
put_slug_or_file(struct maker *m)
{
	const struct permalink_parts *p = m->parts;

	if (p->slug.len)
		add_slug(m, p->slug, m->rules->slug);
	else
		add_slug(m, p->stem, m->rules->name);
}

static void
put_name(struct maker *m)
{
	if (m->rules->plain_names)
		add_slug(m, m->parts->name, m->rules->title);
	else
		put_file(m);
}

/* Where folders are categories, _posts is not one of them. */
static void
put_path(struct maker *m)
{
	str path = m->parts->path, posts = S("_posts/");
	size_t at = str_find(path, posts);

	while (str_ends(path, S(".")))
		path.len--;
	if (m->rules->folders_are_categories && at != STR_NONE &&
	    (at == 0 || path.ptr[at - 1] == '/')) {
		buf_add(m->out, str_sub(path, 0, at));
		path = str_from(path, at + posts.len);
	}
	buf_add(m->out, path);
}

/* Appends a path, each part of it as the slug of a folder. */
static void
put_path_slugs(struct maker *m, str path)
{
	str part;

	for (bool first = true; str_split(&path, '/', &part); first = false) {
		if (!first)
			buf_addc(m->out, '/');
		add_slug(m, part, m->rules->section);
	}
}

/* The slug as a path, or that of the file, without the name of index.md. */
static void
put_slug_or_path(struct maker *m)
{
	str path = m->parts->path, slug = m->parts->slug;
	struct path_date d;

	if (str_ends(path, S("/index")))
		path.len -= 6;
	if (slug.len)
		add_slug(m, slug, m->rules->slug);
	else if (!m->rules->has_path_date || !path_date_find(path, &d))
		put_path_slugs(m, path);
	else {
		for (size_t i = 0; i < d.date.len; i++)
			buf_addc(m->out, d.date.ptr[i] == '-' ? '/'
			    : d.date.ptr[i]);
		buf_printf(m->out, "/%.*s%.*s", STR_ARG(d.before),
		    STR_ARG(d.behind));
	}
}

static void
put_collection(struct maker *m)
{
	buf_add(m->out, m->parts->collection);
}

/* The number in a part of :sections, within `count`. `usual`: it is empty. A
 * number past the end is -1 at the start of a part: then there is none. */
static long
part_edge(str text, long count, long usual)
{
	struct scan_number n = scan_number(&text);

	if (n.digits == 0 && str_ieq(text, S("last")))
		return count - 1;
	if (n.digits == 0 && text.len == 0)
		return usual;
	if (n.value < count)
		return n.value;
	return usual ? count : -1;
}

/* Finds which of `count` sections Hugo's "[1:]", "[:2]", "[last]" or "[0]"
 * means: those from *from up to *to. */
static void
part_range(str part, long count, long *from, long *to)
{
	str low, rest = str_sub(part, 1, part.len ? part.len - 2 : 0);

	*from = 0;
	*to = count;
	if (part.len == 0)
		return;
	low = str_sub(rest, 0, str_chr(rest, ':'));
	*from = part_edge(low, count, 0);
	*to = low.len == rest.len ? *from + 1
	    : part_edge(str_from(rest, low.len + 1), count, count);
	if (*from < 0)
		*to = 0;
}

static void
put_folders(struct maker *m, str folders)
{
	str rest = folders, part;
	long count = 0, from, to;

	while (str_split(&rest, '/', &part))
		count++;
	part_range(m->part, count, &from, &to);
	rest = folders;
	for (long i = 0; str_split(&rest, '/', &part); i++) {
		if (i < from || i >= to)
			continue;
		if (i > from)
			buf_addc(m->out, '/');
		add_slug(m, part, m->rules->section);
	}
}

static void
put_sections(struct maker *m)
{
	put_folders(m, m->parts->sections);
}

static void
put_indexed_sections(struct maker *m)
{
	put_folders(m, m->parts->branch);
}

/* Jekyll's :title is the file's name, Hugo's and ours the title's words. */
static void
put_title(struct maker *m)
{
	if (!m->rules->title_is_name) {
		add_slug(m, m->parts->title, m->rules->title);
		return;
	}
	/* Hexo makes one slug of a path that does not fit new_post_name. */
	if (m->rules->title_has_folders && m->parts->is_odd_name) {
		struct buf path = {0};

		buf_printf(&path, "%.*s/%.*s", STR_ARG(m->parts->sections),
		    STR_ARG(m->parts->name));
		add_slug(m, buf_str(&path), m->rules->title);
		buf_free(&path);
		return;
	}
	if (m->rules->title_has_folders && m->parts->slug.len == 0) {
		put_sections(m);
		buf_addc(m->out, '/');
	}
	put_slug_or_file(m);
}

static void
put_slug(struct maker *m)
{
	const struct permalink_parts *p = m->parts;

	if (p->slug.len)
		add_slug(m, p->slug, m->rules->slug == SLUG_NONE
		    ? SLUG_NONE : m->rules->title);
	else if (m->rules->slug_is_title && p->title.len)
		add_slug(m, p->title, m->rules->title);
	else
		add_slug(m, p->stem, m->rules->title);
}

static void
put_section(struct maker *m)
{
	str rest = m->parts->sections, part;

	if (str_split(&rest, '/', &part))
		add_slug(m, part, m->rules->section);
}

static void
put_each_category(struct maker *m, bool as_it_is)
{
	const struct strs *c = &m->parts->categories;

	for (size_t i = 0; i < c->count; i++) {
		str text = c->at[i];

		if (i)
			buf_addc(m->out, '/');
		if (!as_it_is)
			add_slug(m, text, m->rules->term);
		/* Jekyll's categories stay as they are, but for the case. */
		while (as_it_is && text.len)
			buf_add_rune(m->out, unicode_lower(utf8_next(&text)));
	}
}

static void
put_categories(struct maker *m)
{
	put_each_category(m, m->rules->title_is_name);
}

/* Hexo's :category, with its default for posts that have none. */
static void
put_category(struct maker *m)
{
	if (m->parts->categories.count == 0)
		buf_add(m->out, m->parts->no_category);
	put_each_category(m, false);
}

static void
put_post_title(struct maker *m)
{
	struct buf slug = {0};
	str rest;

	slug_make(&slug, m->parts->title, m->rules->title);
	for (rest = buf_str(&slug); rest.len;)
		buf_add_rune(m->out, unicode_lower(utf8_next(&rest)));
	buf_free(&slug);
}

static void
put_slugified_categories(struct maker *m)
{
	put_each_category(m, false);
}

static void
put_language(struct maker *m)
{
	buf_add(m->out, m->parts->language);
}

static void
put_author(struct maker *m)
{
	add_slug(m, m->parts->author, m->rules->term);
}

static void
put_end(struct maker *m)
{
	buf_add(m->out, m->parts->end.len ? m->parts->end : S(".html"));
}

enum { ALL = 99 }; /* letters of a name */

static const struct token {
	const char *name;
	void (*put)(struct maker *m); /* NULL: it is a part of the date */
	enum date_part {
		NO_DATE, YEAR, SHORT_YEAR, MONTH, DAY, HOUR, MINUTE, SECOND,
		YEARDAY, WEEKDAY, ISO_WEEKDAY, ISO_WEEK, ISO_YEAR,
		UNIX_TIME, MONTH_NAME, WEEKDAY_NAME, MONTH_LOWER, WEEKDAY_LOWER
	} part;
	int width;                    /* least digits, or most letters */
} tokens[] = {
	{"year", NULL, YEAR, 4},
	{"short_year", NULL, SHORT_YEAR, 2},
	{"month", NULL, MONTH, 2},
	{"i_month", NULL, MONTH, 1},
	{"short_month", NULL, MONTH_NAME, 3},
	{"long_month", NULL, MONTH_NAME, ALL},
	{"monthname", NULL, MONTH_LOWER, ALL},
	{"day", NULL, DAY, 2},
	{"i_day", NULL, DAY, 1},
	{"short_day", NULL, WEEKDAY_NAME, 3},
	{"long_day", NULL, WEEKDAY_NAME, ALL},
	{"weekday", NULL, WEEKDAY, 1},
	{"weekdayname", NULL, WEEKDAY_LOWER, ALL},
	{"w_day", NULL, ISO_WEEKDAY, 1},
	{"y_day", NULL, YEARDAY, 3},
	{"yearday", NULL, YEARDAY, 1},
	{"week", NULL, ISO_WEEK, 2},
	{"w_year", NULL, ISO_YEAR, 4},
	{"hour", NULL, HOUR, 2},
	{"minute", NULL, MINUTE, 2},
	{"second", NULL, SECOND, 2},
	{"timestamp", NULL, UNIX_TIME, 1},
	{"title", put_title, NO_DATE, 0},
	{"slug", put_slug, NO_DATE, 0},
	{"filename", put_file, NO_DATE, 0},
	{"contentbasename", put_file, NO_DATE, 0},
	{"name", put_name, NO_DATE, 0},
	{"path", put_path, NO_DATE, 0},
	{"collection", put_collection, NO_DATE, 0},
	{"slugorfilename", put_slug_or_file, NO_DATE, 0},
	{"slugorcontentbasename", put_slug_or_file, NO_DATE, 0},
	{"slugorpath", put_slug_or_path, NO_DATE, 0},
	{"section", put_section, NO_DATE, 0},
	{"sections", put_sections, NO_DATE, 0},
	{"indexed_sections", put_indexed_sections, NO_DATE, 0},
	{"categories", put_categories, NO_DATE, 0},
	{"category", put_category, NO_DATE, 0},
	{"post_title", put_post_title, NO_DATE, 0},
	{"slugified_categories", put_slugified_categories, NO_DATE, 0},
	{"lang", put_language, NO_DATE, 0},
	{"author", put_author, NO_DATE, 0},
	{"output_ext", put_end, NO_DATE, 0},
};
enum { TOKENS = sizeof tokens / sizeof tokens[0] };

/* ---- the date ---- */

static void
put_number(struct maker *m, const struct token *t)
{
	const struct datetime *d = &m->parts->date;
	int iso_year, week = datetime_iso_week(d, &iso_year);
	int weekday = datetime_weekday(d);
	const int numbers[] = {
		[YEAR] = d->year, [SHORT_YEAR] = d->year % 100,
		[MONTH] = d->month, [DAY] = d->day, [HOUR] = d->hour,
		[MINUTE] = d->minute, [SECOND] = d->second,
		[YEARDAY] = datetime_yearday(d), [WEEKDAY] = weekday,
		[ISO_WEEKDAY] = weekday ? weekday : 7,
		[ISO_WEEK] = week, [ISO_YEAR] = iso_year,
	};

	buf_printf(m->out, "%0*d", t->width, numbers[t->part]);
}

static void
put_date_name(struct maker *m, const struct token *t)
{
	const struct datetime *d = &m->parts->date;
	bool month = t->part == MONTH_NAME || t->part == MONTH_LOWER;
	bool lower = t->part >= MONTH_LOWER;
	str name = str_sub(str_of(month ? datetime_month_name(d->month)
	    : datetime_weekday_name(datetime_weekday(d))), 0,
	    (size_t)t->width);

	for (size_t i = 0; i < name.len; i++)
		buf_addc(m->out, lower ? char_lower(name.ptr[i])
		    : name.ptr[i]);
}

/* ---- patterns ---- */

static bool
is_name_char(char c)
{
	return char_is_alpha(c) || c == '_';
}

/* The name after the ':' that begins s; empty where none does. */
static str
name_of(str s)
{
	return scan_char(&s, ':') ? scan_while(&s, is_name_char) : (str){0};
}

/* Length of the part in brackets behind :sections, such as "[1:]"; 0 if there
 * is none. */
static size_t
part_length(str behind)
{
	size_t end = str_starts(behind, S("[")) ? str_chr(behind, ']')
	    : STR_NONE;

	return end == STR_NONE || end < 2 ? 0 : end + 1;
}

/* The token with the longest name that s begins with after its ':', so that
 * ":slug_x" is :slug and "_x". *len is its length without a part in
 * brackets. */
static const struct token *
find_token(str s, size_t *len)
{
	const struct token *best = NULL;
	str name = name_of(s);

	*len = 0;
	for (size_t i = 0; name.len && i < TOKENS; i++) {
		str t = str_of(tokens[i].name);

		if (str_starts(name, t) && t.len + 1 > *len &&
		    (t.len == name.len || name.ptr[t.len] == '_')) {
			best = &tokens[i];
			*len = t.len + 1;
		}
	}
	return best;
}

void
permalink_expand(struct buf *out, str pattern,
    const struct permalink_parts *parts, const struct address_rules *rules)
{
	struct maker m = {parts, rules, out, {0}};

	while (pattern.len) {
		size_t len;
		const struct token *t = find_token(pattern, &len);

		m.part = (str){0};
		if (t && (t->put == put_sections ||
		    t->put == put_indexed_sections))
			m.part = str_sub(pattern, len,
			    part_length(str_from(pattern, len)));
		len += m.part.len;
		if (t == NULL)
			buf_addc(out, pattern.ptr[0]);
		else if (t->put)
			t->put(&m);
		else if (t->part >= MONTH_NAME)
			put_date_name(&m, t);
		else if (t->part == UNIX_TIME)
			buf_printf(out, "%lld", (long long)parts->published);
		else
			put_number(&m, t);
		scan_front(&pattern, t ? len : 1);
	}
}

bool
permalink_is_dated(str pattern)
{
	for (; pattern.len; scan_front(&pattern, 1)) {
		size_t len;
		const struct token *t = find_token(pattern, &len);

		if (t && t->part != NO_DATE)
			return true;
	}
	return false;
}

str
permalink_unknown(str pattern, const char **near)
{
	const char *names[TOKENS];
	str s = pattern, name = {0};
	size_t len;

	*near = NULL;
	for (size_t i = 0; i < TOKENS; i++)
		names[i] = tokens[i].name;
	while (s.len && name.len == 0) {
		if (!find_token(s, &len))
			name = name_of(s);
		scan_front(&s, len ? len : 1);
	}
	if (name.len)
		*near = nearest_name(name, names, TOKENS);
	return name;
}
