/* SPDX-License-Identifier: MIT
 * liquid_filters: filters of Liquid and Nunjucks. */
#include "content/tags/liquid_filters.h"

#include "base/text/slug.h"
#include "base/web/url.h"
#include "content/html/html.h"

enum { MOST_VALUE = 1024 * 1024 }; /* bytes that `replace` makes longer */

struct filter_call {
	const struct config *config;
	struct arena *arena;
	str first, second; /* arguments; empty where there are none */
};

typedef void filter(const struct filter_call *f, str s, struct buf *out);

static void
filter_relative_url(const struct filter_call *f, str s, struct buf *out)
{
	if (!url_is_web(s)) {
		buf_add(out, config_base(f->config));
		if (!str_starts(s, S("/")))
			buf_addc(out, '/');
	}
	buf_add(out, s);
}

static void
filter_absolute_url(const struct filter_call *f, str s, struct buf *out)
{
	if (!url_is_web(s))
		buf_add(out, config_origin(f->config));
	filter_relative_url(f, s, out);
}

/* Eleventy's: only what begins at the root gets the site's path. */
static void
filter_url(const struct filter_call *f, str s, struct buf *out)
{
	if (str_starts(s, S("/")))
		filter_relative_url(f, s, out);
	else
		buf_add(out, s);
}

static void
filter_prepend(const struct filter_call *f, str s, struct buf *out)
{
	buf_add(out, f->first);
	buf_add(out, s);
}

static void
filter_append(const struct filter_call *f, str s, struct buf *out)
{
	buf_add(out, s);
	buf_add(out, f->first);
}

static void
filter_default(const struct filter_call *f, str s, struct buf *out)
{
	buf_add(out, s.len ? s : f->first);
}

static void
filter_escape(const struct filter_call *f, str s, struct buf *out)
{
	(void)f;
	html_escape(out, s);
}

static void
filter_strip(const struct filter_call *f, str s, struct buf *out)
{
	(void)f;
	buf_add(out, str_trim(s));
}

static void
filter_same(const struct filter_call *f, str s, struct buf *out)
{
	(void)f;
	buf_add(out, s);
}

static void
filter_downcase(const struct filter_call *f, str s, struct buf *out)
{
	(void)f;
	for (size_t i = 0; i < s.len; i++)
		buf_addc(out, char_lower(s.ptr[i]));
}

static void
filter_upcase(const struct filter_call *f, str s, struct buf *out)
{
	(void)f;
	for (size_t i = 0; i < s.len; i++) {
		char c = s.ptr[i];

		buf_addc(out, c >= 'a' && c <= 'z' ? (char)(c - 32) : c);
	}
}

static void
filter_replace(const struct filter_call *f, str s, struct buf *out)
{
	size_t at, start = out->len;

	while (f->first.len && out->len - start < MOST_VALUE &&
	    (at = str_find(s, f->first)) != STR_NONE) {
		buf_add(out, str_sub(s, 0, at));
		buf_add(out, f->second);
		s = str_from(s, at + f->first.len);
	}
	buf_add(out, s);
}

/* Makes a list: a text with LIQUID_COMMA between its members, a character that
 * does not occur in posts. */
static void
filter_split(const struct filter_call *f, str s, struct buf *out)
{
	struct filter_call call = *f;

	call.second = S(LIQUID_COMMA);
	filter_replace(&call, s, out);
}

static void
filter_join(const struct filter_call *f, str s, struct buf *out)
{
	struct filter_call call = *f;

	call.second = f->first;
	call.first = S(LIQUID_COMMA);
	filter_replace(&call, s, out);
}

static void
filter_remove(const struct filter_call *f, str s, struct buf *out)
{
	struct filter_call call = {.first = f->first};

	filter_replace(&call, s, out);
}

static void
filter_slugify(const struct filter_call *f, str s, struct buf *out)
{
	(void)f;
	slug_make(out, s, SLUG_JEKYLL);
}

static void
filter_encode(const struct filter_call *f, str s, struct buf *out)
{
	(void)f;
	url_encode_path(out, s);
}

static void
filter_strip_html(const struct filter_call *f, str s, struct buf *out)
{
	html_text(out, s, f->arena);
}

static const struct filter_row {
	const char *name;
	filter *run;
} filters[] = {
	{"relative_url", filter_relative_url},
	{"absolute_url", filter_absolute_url},
	{"url", filter_url},
	{"prepend", filter_prepend},
	{"append", filter_append},
	{"default", filter_default},
	{"escape", filter_escape},
	{"escape_once", filter_escape},
	{"xml_escape", filter_escape},
	{"strip", filter_strip},
	{"strip_html", filter_strip_html},
	{"downcase", filter_downcase},
	{"upcase", filter_upcase},
	{"replace", filter_replace},
	{"remove", filter_remove},
	{"split", filter_split},
	{"join", filter_join},
	{"slugify", filter_slugify},
	{"uri_escape", filter_encode},
	{"markdownify", filter_same},
	{"smartify", filter_same},
	{"safe", filter_same},
};

bool
liquid_filter(struct body *b, str name, const struct tag_args *args, str text,
    struct buf *out)
{
	struct filter_call call = {b->env->config, b->arena,
		tag_arg(args, "", 0), tag_arg(args, "", 1)};

	const struct filter_row *row = STR_ROW(filters, name, str_eq);

	if (row)
		row->run(&call, text, out);
	return row != NULL;
}
