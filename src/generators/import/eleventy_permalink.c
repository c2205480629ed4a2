/* SPDX-License-Identifier: MIT
 * eleventy_permalink: permalinks through filters that an Eleventy site defines.
 *
 * The config is a program, which is not run. But a filter that only formats a
 * date can be read. */
#include "generators/import/eleventy_permalink.h"

#include "base/core/file.h"
#include "base/text/scan.h"
#include "generators/import/import_literal.h"

/* Formats of Luxon's toFormat() as tokens of permalinks. */
static const struct {
	const char *format, *token;
} date_formats[] = {
	{"yyyy", ":year"}, {"yy", ":short_year"}, {"MM", ":month"},
	{"M", ":i_month"}, {"LL", ":month"}, {"L", ":i_month"},
	{"dd", ":day"}, {"d", ":i_day"},
};

/* Appends the tokens of a format. False: it has other letters. */
static bool
add_date(struct buf *out, str format)
{
	enum { COUNT = sizeof date_formats / sizeof *date_formats };

	while (format.len) {
		size_t n = 0, i = 0;

		while (n < format.len && format.ptr[n] == format.ptr[0])
			n++;
		if (!char_is_alnum(format.ptr[0])) {
			buf_add(out, scan_front(&format, n));
			continue;
		}
		while (i < COUNT && !str_eq(str_of(date_formats[i].format),
		    str_sub(format, 0, n)))
			i++;
		if (i == COUNT)
			return false;
		buf_add(out, str_of(date_formats[i].token));
		format = str_from(format, n);
	}
	return true;
}

/* The text in quotes behind the only toFormat( of a filter. A filter with other
 * calls of the kind, or with a condition, is not understood. */
static str
format_of_filter(const struct import_config *c, str filter)
{
	struct arena *a = c->site->arena;
	str program = c->layers->program, rest, call;
	str starts[] = {
		arena_printf(a, "addFilter(\"%.*s\"", STR_ARG(filter)),
		arena_printf(a, "addFilter('%.*s'", STR_ARG(filter))};

	for (size_t i = 0; i < 2; i++) {
		bool open;

		rest = program;
		if (!scan_past(&rest, starts[i], NULL))
			continue;
		call = str_sub(rest, 0, str_find(rest, S(".add")));
		if (!scan_past(&call, S(".toFormat("), NULL) ||
		    str_find(call, S(".toFormat(")) != STR_NONE)
			return (str){0};
		return import_str(literal_parse(a, &call, &open));
	}
	return (str){0};
}

/* Appends what an expression of a permalink stands for. False: it is the filter
 * *unknown, or more than is understood. */
static bool
add_expression(const struct import_config *c, struct buf *out, str inner,
    str *unknown)
{
	str value, filter = inner;

	str_split(&filter, '|', &value);
	value = str_trim(value);
	*unknown = filter = str_trim(filter);
	if (str_eq(value, S("page.fileSlug")) && filter.len == 0) {
		buf_add(out, S(":filename"));
		return true;
	}
	return (str_eq(value, S("page.date")) || str_eq(value, S("date"))) &&
	    filter.len && add_date(out, format_of_filter(c, filter));
}

/* The permalink of a data file as posts.permalink; or empty, and *unknown is
 * the filter. */
static str
pattern_of(const struct import_config *c, str template, str *unknown)
{
	struct buf out = {0};
	bool ok = true;

	if (!str_starts(template, S("/")))
		buf_addc(&out, '/');
	while (ok && (buf_add(&out, scan_until(&template, "{")),
	    template.len)) {
		str inner;

		scan_front(&template, 2);
		ok = scan_past(&template, S("}}"), &inner) && add_expression(
		    c, &out, str_trim(inner), unknown);
	}
	if (ok && str_ends(buf_str(&out), S("/index.html")))
		out.len -= 10;
	if (ok)
		return buf_move(&out, c->site->arena);
	buf_free(&out);
	return (str){0};
}

/* Whether the permalink goes through a filter that only the site has. */
static bool
has_own_filter(const struct import_config *c, str template)
{
	str program = c->layers->program, rest = template, name;

	while (scan_past(&rest, S("|"), NULL)) {
		str at = str_trim(rest);

		name = scan_while(&at, char_is_name);
		if (name.len && (str_find(program, arena_printf(
		    c->site->arena, "addFilter(\"%.*s\"", STR_ARG(name))) !=
		    STR_NONE || str_find(program, arena_printf(
		    c->site->arena, "addFilter('%.*s'", STR_ARG(name))) !=
		    STR_NONE))
			return true;
	}
	return false;
}

void
eleventy_permalink(const struct import_config *c)
{
	static const char *const ends[] = {"11tydata.json", "json"};
	struct import_site *s = c->site;
	const struct value *folders = import_setting_of(s, "posts.folders");
	str folder = folders && folders->first && !folders->first->next
	    ? folders->first->text : (str){0};

	for (size_t i = 0; folder.len && i < 2; i++) {
		str path = arena_printf(s->arena, "%.*s/%.*s.%s",
		    STR_ARG(folder), STR_ARG(path_base(folder)), ends[i]);
		str template = import_has_file(s, path.ptr) ? import_str(
		    import_find(import_doc(s, path.ptr), "permalink"))
		    : (str){0};
		str pattern, filter = {0};

		if (!has_own_filter(c, template))
			continue;
		pattern = pattern_of(c, template, &filter);
		if (pattern.len) {
			import_set(s, "posts.permalink", pattern, path);
			import_set_plain(s, "posts.keep_dates", "false", path);
		} else
			import_gap(s, "posts.permalink: %.*s makes addresses "
			    "with the filter '%.*s' of %s, which is not run; "
			    "add such a line as 'permalink: "
			    "/blog/:year/:month/:filename/'", STR_ARG(path),
			    STR_ARG(filter), c->layers->name);
		return;
	}
}
