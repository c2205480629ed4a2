/* SPDX-License-Identifier: MIT
 * permalink_template: Eleventy's permalinks, "/blog/{{ page.fileSlug }}/". */
#include "post/permalink/permalink_template.h"

#include "base/core/file.h"
#include "base/text/scan.h"
#include "base/text/slug.h"
#include "base/core/span.h"
#include "post/read/field.h"
#include "post/permalink/path_date.h"
#include "post/permalink/permalink_tokens.h"

/* An expression being evaluated. */
struct filling {
	const struct permalink_parts *parts;
	const struct value *front;
	bool is_date;     /* the value is parts->date, not the text */
	struct buf value; /* text */
};

/* ---- values ---- */

/* A name from behind the first date in it. */
static str
without_date(str name)
{
	size_t at = path_date_dashed(name);

	return at != STR_NONE && str_starts(str_from(name, at + 10), S("-"))
	    ? str_from(name, at + 11) : name;
}

/* "first", of 2019-01-02-first.md, of first/index.md, and of
 * first/2019-01-02-index.md. */
static void
get_file_slug(struct filling *f)
{
	str name = without_date(path_base(f->parts->rooted));

	buf_add(&f->value, str_eq(name, S("index")) ? without_date(path_base(
	    path_dir(f->parts->rooted))) : name);
}

/* "/blog/2019/first", of content/blog/2019/2019-01-02-first.md. */
static void
get_path_stem(struct filling *f)
{
	str path = f->parts->rooted, dir = path_dir(path);

	buf_printf(&f->value, "%s%.*s/%.*s", dir.len ? "/" : "", STR_ARG(dir),
	    STR_ARG(without_date(path_base(path))));
}

static void
get_date(struct filling *f)
{
	f->is_date = true;
}

static const struct {
	const char *name;
	void (*get)(struct filling *f);
} values[] = {
	{"page.fileSlug", get_file_slug},
	{"page.filePathStem", get_path_stem},
	{"page.date", get_date},
	{"date", get_date},
};

/* Removes the quotes around a text. False: it has none. */
static bool
unquote(str *s)
{
	char quote = s->len >= 2 ? s->ptr[0] : '\0';
	bool quoted = (quote == '"' || quote == '\'') &&
	    s->ptr[s->len - 1] == quote;

	if (quoted)
		*s = str_sub(*s, 1, s->len - 2);
	return quoted;
}

static bool
find_operand(struct filling *f, str s)
{
	const struct value *v;

	if (unquote(&s)) {
		buf_add(&f->value, s);
		return true;
	}
	for (size_t i = 0; i < sizeof values / sizeof values[0]; i++)
		if (str_eq(s, str_of(values[i].name))) {
			values[i].get(f);
			return true;
		}
	v = field_find_path(f->front, s);
	if (v == NULL || v->kind != VALUE_SCALAR)
		return false;
	buf_add(&f->value, v->text);
	return true;
}

/* ---- filters ---- */

/* The letters of strftime as tokens of permalinks. */
static const struct {
	char letter;
	const char *token;
} date_letters[] = {
	{'Y', ":year"}, {'y', ":short_year"}, {'m', ":month"}, {'d', ":day"},
	{'B', ":long_month"}, {'b', ":short_month"}, {'A', ":long_day"},
	{'a', ":short_day"}, {'j', ":y_day"}, {'H', ":hour"},
	{'M', ":minute"}, {'S', ":second"}, {'V', ":week"}, {'G', ":w_year"},
};

static bool
put_date_letter(struct filling *f, char letter)
{
	static const struct address_rules rules;

	for (size_t i = 0; i < sizeof date_letters / sizeof *date_letters; i++)
		if (date_letters[i].letter == letter) {
			permalink_expand(&f->value,
			    str_of(date_letters[i].token), f->parts, &rules);
			return true;
		}
	return false;
}

static bool
filter_date(struct filling *f, str format)
{
	if (!f->is_date || format.len == 0)
		return false;
	f->is_date = false;
	for (size_t i = 0; i < format.len; i++) {
		if (format.ptr[i] != '%')
			buf_addc(&f->value, format.ptr[i]);
		else if (++i == format.len ||
		    !put_date_letter(f, format.ptr[i]))
			return false;
	}
	return true;
}

/* The characters that the library behind `slugify` spells out first. */
static const struct {
	str text, written;
} spelled[] = {
	{S_INIT("&"), S_INIT(" and ")},
	{S_INIT("♥"), S_INIT(" love ")}, {S_INIT("🦄"), S_INIT(" unicorn ")},
	{S_INIT("ä"), S_INIT("ae")}, {S_INIT("Ä"), S_INIT("ae")},
	{S_INIT("ö"), S_INIT("oe")}, {S_INIT("Ö"), S_INIT("oe")},
	{S_INIT("ü"), S_INIT("ue")}, {S_INIT("Ü"), S_INIT("ue")},
};

static void
spell_symbols(struct buf *out, str text)
{
	enum { COUNT = sizeof spelled / sizeof spelled[0] };

	while (text.len) {
		size_t i = 0;

		while (i < COUNT && !str_starts(text, spelled[i].text))
			i++;
		buf_add(out, i < COUNT ? spelled[i].written
		                       : str_sub(text, 0, 1));
		text = str_from(text, i < COUNT ? spelled[i].text.len : 1);
	}
}

/* Gives up on other scripts: the library transliterates them by its own
 * tables. */
static bool
filter_slugify(struct filling *f, str arg)
{
	struct buf spelled_out = {0}, slug = {0};

	(void)arg;
	spell_symbols(&spelled_out, buf_str(&f->value));
	slug_make(&slug, buf_str(&spelled_out), SLUG_PLAIN);
	buf_free(&spelled_out);
	buf_free(&f->value);
	f->value = slug;
	return span_ascii(buf_str(&slug), 0) == slug.len;
}

/* The older filter gives the same result for plain words only. */
static bool
filter_slug(struct filling *f, str arg)
{
	for (size_t i = 0; i < f->value.len; i++)
		if (!char_is_alnum(f->value.ptr[i]) &&
		    f->value.ptr[i] != ' ' && f->value.ptr[i] != '-')
			return false;
	return filter_slugify(f, arg);
}

static bool
filter_lower(struct filling *f, str arg)
{
	(void)arg;
	for (size_t i = 0; i < f->value.len; i++)
		f->value.ptr[i] = char_lower(f->value.ptr[i]);
	return true;
}

static bool
filter_default(struct filling *f, str arg)
{
	if (f->value.len == 0)
		buf_add(&f->value, arg);
	return true;
}

static bool
filter_same(struct filling *f, str arg)
{
	(void)f;
	(void)arg;
	return true;
}

static const struct filter {
	const char *name;
	bool (*run)(struct filling *f, str arg);
} filters[] = {
	{"slugify", filter_slugify},
	{"slug", filter_slug},
	{"downcase", filter_lower},
	{"lower", filter_lower},
	{"date", filter_date},
	{"default", filter_default},
	{"safe", filter_same},
};

/* `name`, Liquid's `name: "arg"` or Nunjucks' `name("arg")`. */
static bool
run_filter(struct filling *f, str call)
{
	str name = scan_while(&call, char_is_alnum), arg = str_trim(call);
	const struct filter *filter;

	if (str_starts(arg, S("(")) && str_ends(arg, S(")")))
		arg = str_sub(arg, 1, arg.len - 2);
	else if (str_starts(arg, S(":")))
		arg = str_from(arg, 1);
	else if (arg.len)
		return false;
	arg = str_trim(arg);
	if (!unquote(&arg) && arg.len)
		return false;
	filter = STR_ROW(filters, name, str_eq);
	return filter && filter->run(f, arg);
}

/* ---- the template ---- */

static bool
put_expression(struct buf *out, str expression,
    const struct permalink_parts *parts, const struct value *front)
{
	struct filling f = {.parts = parts, .front = front};
	str rest = expression, part;
	bool known = str_split(&rest, '|', &part) &&
	    find_operand(&f, str_trim(part));

	while (known && str_split(&rest, '|', &part))
		known = run_filter(&f, str_trim(part));
	/* JavaScript's default form of a date is not usable in an address. */
	known = known && !f.is_date;
	if (known)
		buf_add(out, buf_str(&f.value));
	buf_free(&f.value);
	return known;
}

/* The expression or tag at the front, up to and with `close`. */
static str
take_braces(str *rest, str close)
{
	str before = *rest;

	scan_past(rest, close, NULL);
	return scan_since(before, *rest);
}

static str
inner_of(str whole)
{
	str s = str_sub(whole, 2, whole.len >= 4 ? whole.len - 4 : 0);

	scan_char(&s, '-');
	if (str_ends(s, S("-")))
		s.len--;
	return str_trim(s);
}

bool
permalink_fill(struct buf *out, str template,
    const struct permalink_parts *parts, const struct value *front,
    str *unknown)
{
	static const str page = S_INIT("index.html");
	str rest = template;

	while (buf_add(out, scan_until(&rest, "{")), rest.len) {
		if (str_starts(rest, S("{{"))) {
			*unknown = take_braces(&rest, S("}}"));
			if (!str_ends(*unknown, S("}}")) || !put_expression(
			    out, inner_of(*unknown), parts, front))
				return false;
		} else if (str_starts(rest, S("{%"))) {
			*unknown = take_braces(&rest, S("%}"));
			return false;
		} else
			buf_add(out, scan_front(&rest, 1));
	}
	*unknown = (str){0};
	if (str_ends(buf_str(out), page) && (out->len == page.len ||
	    out->ptr[out->len - page.len - 1] == '/'))
		out->len -= page.len;
	return true;
}
