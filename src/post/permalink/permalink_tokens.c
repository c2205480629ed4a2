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
};

static void
add_slug(struct maker *m, str text, enum slug_style style)
{
	slug_make(m->out, text, style);
}

static void
put_year(struct maker *m)
{
	buf_printf(m->out, "%04d", m->parts->date.year);
}

static void
put_short_year(struct maker *m)
{
	buf_printf(m->out, "%02d", m->parts->date.year % 100);
}

static void
put_month(struct maker *m)
{
	buf_printf(m->out, "%02d", m->parts->date.month);
}

static void
put_i_month(struct maker *m)
{
	buf_printf(m->out, "%d", m->parts->date.month);
}

static void
put_day(struct maker *m)
{
	buf_printf(m->out, "%02d", m->parts->date.day);
}

static void
put_i_day(struct maker *m)
{
	buf_printf(m->out, "%d", m->parts->date.day);
}

static void
put_y_day(struct maker *m)
{
	buf_printf(m->out, "%03d", datetime_yearday(&m->parts->date));
}

static void
put_yearday(struct maker *m)
{
	buf_printf(m->out, "%d", datetime_yearday(&m->parts->date));
}

static void
put_hour(struct maker *m)
{
	buf_printf(m->out, "%02d", m->parts->date.hour);
}

static void
put_minute(struct maker *m)
{
	buf_printf(m->out, "%02d", m->parts->date.minute);
}

static void
put_second(struct maker *m)
{
	buf_printf(m->out, "%02d", m->parts->date.second);
}

static void
put_lower(struct maker *m, const char *name, size_t most)
{
	str s = str_sub(str_of(name), 0, most);

	for (size_t i = 0; i < s.len; i++)
		buf_addc(m->out, char_lower(s.ptr[i]));
}

static void
put_monthname(struct maker *m)
{
	put_lower(m, datetime_month_name(m->parts->date.month), 99);
}

static void
put_weekdayname(struct maker *m)
{
	put_lower(m, datetime_weekday_name(
	    datetime_weekday(&m->parts->date)), 99);
}

static void
put_weekday(struct maker *m)
{
	buf_printf(m->out, "%d", datetime_weekday(&m->parts->date));
}

/* Monday is 1, Sunday 7. */
static void
put_w_day(struct maker *m)
{
	int day = datetime_weekday(&m->parts->date);

	buf_printf(m->out, "%d", day ? day : 7);
}

static void
put_long_month(struct maker *m)
{
	buf_add(m->out, str_of(datetime_month_name(m->parts->date.month)));
}

static void
put_short_month(struct maker *m)
{
	buf_add(m->out, str_sub(
	    str_of(datetime_month_name(m->parts->date.month)), 0, 3));
}

static void
put_long_day(struct maker *m)
{
	buf_add(m->out, str_of(datetime_weekday_name(
	    datetime_weekday(&m->parts->date))));
}

static void
put_short_day(struct maker *m)
{
	buf_add(m->out, str_sub(str_of(datetime_weekday_name(
	    datetime_weekday(&m->parts->date))), 0, 3));
}

static void
put_week(struct maker *m)
{
	int year;

	buf_printf(m->out, "%02d",
	    datetime_iso_week(&m->parts->date, &year));
}

static void
put_w_year(struct maker *m)
{
	int year;

	datetime_iso_week(&m->parts->date, &year);
	buf_printf(m->out, "%04d", year);
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
		buf_add(m->out, path);
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

static void
put_sections(struct maker *m)
{
	str rest = m->parts->sections, part;
	bool first = true;

	while (str_split(&rest, '/', &part)) {
		if (!first)
			buf_addc(m->out, '/');
		first = false;
		add_slug(m, part, m->rules->section);
	}
}

/* Jekyll's :title is the file's name, Hugo's and ours the title's words. */
static void
put_title(struct maker *m)
{
	if (!m->rules->title_is_name) {
		add_slug(m, m->parts->title, m->rules->title);
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

/* Jekyll's categories stay as they are, but for the case. */
static void
add_lower(struct maker *m, str text)
{
	while (text.len)
		buf_add_rune(m->out, unicode_lower(utf8_next(&text)));
}

static void
put_each_category(struct maker *m, bool as_it_is)
{
	const struct strs *c = &m->parts->categories;

	for (size_t i = 0; i < c->count; i++) {
		if (i)
			buf_addc(m->out, '/');
		if (as_it_is)
			add_lower(m, c->at[i]);
		else
			add_slug(m, c->at[i], m->rules->term);
	}
}

static void
put_categories(struct maker *m)
{
	put_each_category(m, m->rules->title_is_name);
}

static void
put_slugified_categories(struct maker *m)
{
	put_each_category(m, false);
}

static void
put_html(struct maker *m)
{
	buf_add(m->out, S(".html"));
}

static const struct token {
	const char *name;
	void (*put)(struct maker *m);
	bool dated; /* it is a part of the date */
} tokens[] = {
	{"year", put_year, true},
	{"short_year", put_short_year, true},
	{"month", put_month, true},
	{"i_month", put_i_month, true},
	{"short_month", put_short_month, true},
	{"long_month", put_long_month, true},
	{"monthname", put_monthname, true},
	{"day", put_day, true},
	{"i_day", put_i_day, true},
	{"short_day", put_short_day, true},
	{"long_day", put_long_day, true},
	{"weekday", put_weekday, true},
	{"weekdayname", put_weekdayname, true},
	{"w_day", put_w_day, true},
	{"y_day", put_y_day, true},
	{"yearday", put_yearday, true},
	{"week", put_week, true},
	{"w_year", put_w_year, true},
	{"hour", put_hour, true},
	{"minute", put_minute, true},
	{"second", put_second, true},
	{"title", put_title, false},
	{"slug", put_slug, false},
	{"filename", put_file, false},
	{"contentbasename", put_file, false},
	{"name", put_name, false},
	{"path", put_path, false},
	{"collection", put_collection, false},
	{"slugorfilename", put_slug_or_file, false},
	{"slugorcontentbasename", put_slug_or_file, false},
	{"slugorpath", put_slug_or_path, false},
	{"section", put_section, false},
	{"sections", put_sections, false},
	{"categories", put_categories, false},
	{"slugified_categories", put_slugified_categories, false},
	{"output_ext", put_html, false},
};
enum { TOKENS = sizeof tokens / sizeof tokens[0] };

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

/* The token with the longest name that s begins with after its ':', so that
 * ":slug_x" is :slug and "_x". */
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
	struct maker m = {parts, rules, out};

	while (pattern.len) {
		size_t len;
		const struct token *t = find_token(pattern, &len);

		if (t)
			t->put(&m);
		else
			buf_addc(out, pattern.ptr[0]);
		scan_front(&pattern, t ? len : 1);
	}
}

bool
permalink_is_dated(str pattern)
{
	for (; pattern.len; scan_front(&pattern, 1)) {
		size_t len;
		const struct token *t = find_token(pattern, &len);

		if (t && t->dated)
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
