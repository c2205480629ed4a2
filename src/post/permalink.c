/* SPDX-License-Identifier: MIT
 * permalink: where a post is on the site. */
#include "permalink.h"

#include "../base/unicode.h"
#include "../base/url.h"
#include "../base/utf8.h"
#include "dialect.h"

/* ---- tokens ---- */

struct maker {
	const struct permalink_parts *parts;
	const struct dialect_rules *dialect;
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
	add_slug(m, m->parts->stem, m->dialect->name);
}

static void
put_slug_or_file(struct maker *m)
{
	add_slug(m, m->parts->slug.len ? m->parts->slug : m->parts->stem,
	    m->dialect->name);
}

/* Jekyll's :title is the file's name, Hugo's and ours the title's words. */
static void
put_title(struct maker *m)
{
	if (m->dialect->title_is_name)
		put_slug_or_file(m);
	else
		add_slug(m, m->parts->title, m->dialect->title);
}

static void
put_slug(struct maker *m)
{
	const struct permalink_parts *p = m->parts;

	if (p->slug.len)
		add_slug(m, p->slug, m->dialect->title);
	else if (m->dialect->slug_is_title && p->title.len)
		add_slug(m, p->title, m->dialect->title);
	else
		add_slug(m, p->stem, m->dialect->title);
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
		add_slug(m, part, m->dialect->name);
	}
}

static void
put_section(struct maker *m)
{
	str rest = m->parts->sections, part;

	if (str_split(&rest, '/', &part))
		add_slug(m, part, m->dialect->name);
}

/* Jekyll's categories stay as they are, but for the case. */
static void
add_lower(struct maker *m, str text)
{
	while (text.len)
		buf_add_rune(m->out, unicode_lower(utf8_next(&text)));
}

static void
put_categories(struct maker *m)
{
	const struct strs *c = &m->parts->categories;

	for (size_t i = 0; i < c->count; i++) {
		if (i)
			buf_addc(m->out, '/');
		if (m->dialect->title_is_name)
			add_lower(m, c->at[i]);
		else
			add_slug(m, c->at[i], m->dialect->term);
	}
}

static void
put_slugified_categories(struct maker *m)
{
	const struct strs *c = &m->parts->categories;

	for (size_t i = 0; i < c->count; i++) {
		if (i)
			buf_addc(m->out, '/');
		add_slug(m, c->at[i], m->dialect->term);
	}
}

static void
put_html(struct maker *m)
{
	buf_add(m->out, S(".html"));
}

static const struct token {
	const char *name;
	void (*put)(struct maker *m);
} tokens[] = {
	{"year", put_year},
	{"short_year", put_short_year},
	{"month", put_month},
	{"i_month", put_i_month},
	{"short_month", put_short_month},
	{"long_month", put_long_month},
	{"monthname", put_monthname},
	{"day", put_day},
	{"i_day", put_i_day},
	{"short_day", put_short_day},
	{"long_day", put_long_day},
	{"weekday", put_weekday},
	{"weekdayname", put_weekdayname},
	{"y_day", put_y_day},
	{"yearday", put_yearday},
	{"week", put_week},
	{"w_year", put_w_year},
	{"hour", put_hour},
	{"minute", put_minute},
	{"second", put_second},
	{"title", put_title},
	{"slug", put_slug},
	{"filename", put_file},
	{"contentbasename", put_file},
	{"name", put_file},
	{"slugorfilename", put_slug_or_file},
	{"slugorcontentbasename", put_slug_or_file},
	{"section", put_section},
	{"sections", put_sections},
	{"categories", put_categories},
	{"slugified_categories", put_slugified_categories},
	{"output_ext", put_html},
};
enum { TOKENS = sizeof tokens / sizeof tokens[0] };

/* Jekyll's styles. */
static const struct {
	str name;
	const char *pattern;
} styles[] = {
	{S_INIT("date"), "/:categories/:year/:month/:day/:title.html"},
	{S_INIT("pretty"), "/:categories/:year/:month/:day/:title/"},
	{S_INIT("ordinal"), "/:categories/:year/:y_day/:title.html"},
	{S_INIT("weekdate"),
		"/:categories/:year/W:week/:short_day/:title.html"},
	{S_INIT("none"), "/:categories/:title.html"},
};

static str
style_pattern(str pattern)
{
	for (size_t i = 0; i < sizeof styles / sizeof styles[0]; i++)
		if (str_eq(pattern, styles[i].name))
			return str_of(styles[i].pattern);
	return pattern;
}

/* The token's name after the ':' that begins s; its length in bytes. */
static size_t
token_length(str s)
{
	size_t n = 1;

	while (n < s.len && (char_is_alpha(s.ptr[n]) || s.ptr[n] == '_'))
		n++;
	return n;
}

/* The token with the longest name that s begins with after its ':', so that
 * ":slug_x" is :slug and "_x". */
static const struct token *
find_token(str s, size_t *len)
{
	const struct token *best = NULL;
	str name = str_sub(s, 1, token_length(s) - 1);

	*len = 0;
	for (size_t i = 0; i < TOKENS; i++) {
		str t = str_of(tokens[i].name);

		if (str_starts(name, t) && t.len + 1 > *len &&
		    (t.len == name.len || name.ptr[t.len] == '_')) {
			best = &tokens[i];
			*len = t.len + 1;
		}
	}
	return best;
}

str
permalink_pattern(const struct config *c, str sections)
{
	const struct value *v = c->posts.permalink;
	str top = str_sub(sections, 0, str_chr(sections, '/'));

	if (v && v->kind == VALUE_MAP)
		v = value_find(v, top);
	if (value_is_null(v))
		return str_of(dialect_get(c)->permalink);
	return style_pattern(v->text);
}

static bool
check_pattern(const struct config *c, const struct value *v,
    struct diags *diags)
{
	str s = style_pattern(v->text);
	const char *names[TOKENS];

	for (size_t i = 0; i < TOKENS; i++)
		names[i] = tokens[i].name;
	while (s.len) {
		size_t len;
		str name;
		const char *near;

		if (s.ptr[0] != ':' || token_length(s) == 1) {
			s = str_from(s, 1);
			continue;
		}
		if (find_token(s, &len)) {
			s = str_from(s, len);
			continue;
		}
		name = str_sub(s, 1, token_length(s) - 1);
		near = nearest_name(name, names, TOKENS);
		diag_add(diags, DIAG_PERMALINK_TOKEN, &c->source, v->at,
		    "posts.permalink has no token ':%.*s'%s%s%s",
		    STR_ARG(name), near ? ", did you mean ':" : "",
		    near ? near : "", near ? "'?" : "");
		return false;
	}
	return true;
}

bool
permalink_check(const struct config *c, struct diags *diags)
{
	const struct value *v = c->posts.permalink;
	bool map = v && v->kind == VALUE_MAP, ok = true;

	for (const struct value *i = map ? v->first : v; i;
	     i = map ? i->next : NULL) {
		if (i->kind == VALUE_SCALAR && i->text.len)
			ok &= check_pattern(c, i, diags);
		else if (i->kind != VALUE_NULL) {
			diag_add(diags, DIAG_CONFIG_TYPE, &c->source, i->at,
			    "posts.permalink%s%.*s is %s, expected a path%s",
			    map ? "." : "", STR_ARG(map ? i->key : S("")),
			    i->kind == VALUE_SCALAR ? "empty"
			                            : value_kind_name(i),
			    map ? "" : " or a map of sections to paths");
			ok = false;
		}
	}
	return ok;
}

/* ---- making ---- */

static void
expand(struct maker *m, str pattern)
{
	while (pattern.len) {
		size_t len = 1;
		const struct token *t =
		    pattern.ptr[0] == ':' ? find_token(pattern, &len) : NULL;

		if (t)
			t->put(m);
		else
			buf_addc(m->out, pattern.ptr[0]), len = 1;
		pattern = str_from(pattern, len);
	}
}

/* The URL of a path below site.url. Empty segments, which empty tokens leave
 * behind, and those that would lead elsewhere are left out. */
static str
absolute(struct arena *a, const struct config *c, str path)
{
	struct buf out = {0};
	str rest = path, segment, url;
	bool folder = false;

	buf_add(&out, c->site.url);
	while (str_split(&rest, '/', &segment)) {
		size_t before = out.len, start;
		str done;

		folder = segment.len == 0;
		if (out.ptr[out.len - 1] != '/')
			buf_addc(&out, '/');
		start = out.len;
		url_encode_path(&out, segment);
		done = str_from(buf_str(&out), start);
		if (done.len == 0 || str_eq(done, S(".")) ||
		    str_eq(done, S("..")))
			out.len = before;
	}
	if (folder && out.ptr[out.len - 1] != '/')
		buf_addc(&out, '/');
	url = arena_str(a, buf_str(&out));
	buf_free(&out);
	return url;
}

str
permalink_make(struct arena *a, const struct config *c, str pattern,
    const struct permalink_parts *parts)
{
	struct buf path = {0};
	struct maker m = {parts, dialect_get(c), &path};
	str url;

	buf_add(&path, parts->prefix);
	expand(&m, pattern);
	url = absolute(a, c, buf_str(&path));
	buf_free(&path);
	return url;
}

str
permalink_given(struct arena *a, const struct config *c, str given,
    const struct permalink_parts *parts)
{
	struct permalink_parts whole = *parts;
	struct buf b = {0};
	str url = {0};

	given = str_trim(given);
	if (url_is_web(given)) {
		if (url_resolve(&b, given, given))
			url = arena_str(a, buf_str(&b));
		buf_free(&b);
		return url;
	}
	/* "mailto:x", "//host": no path of this site. */
	if (given.len == 0 || str_starts(given, S("//")) ||
	    url_split(given).has_scheme)
		return url;
	/* Who writes the whole address writes the language too. */
	whole.prefix = S("");
	return permalink_make(a, c, style_pattern(given), &whole);
}
