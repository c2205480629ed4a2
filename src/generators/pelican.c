/* SPDX-License-Identifier: MIT
 * pelican: a Pelican site.
 *
 * Its config is a Python program, which is not run: only top-level lines NAME =
 * literal are read; the last one is used. publishconf.py overrides
 * pelicanconf.py. */
#include "generators/generators.h"

#include "base/text/scan.h"
#include "generators/generator_codes.h"
#include "generators/import/import_config.h"
#include "generators/import/import_literal.h"

/* ---- Python ---- */

/* Whether only a comment follows a literal on its line. */
static bool
ends_here(str rest)
{
	str line;

	str_split(&rest, '\n', &line);
	line = str_trim(line);
	return line.len == 0 || line.ptr[0] == '#';
}

static bool
is_name_char(char c)
{
	return char_is_alnum(c) || c == '_';
}

static bool
is_blank(char c)
{
	return c == ' ';
}

/* Reads "NAME = " off the front; empty if there is none. */
static str
take_name(str *rest)
{
	str s = *rest, name = scan_while(&s, is_name_char);

	scan_while(&s, is_blank);
	if (!scan_char(&s, '=') || scan_peek(s) == '=')
		return (str){0};
	scan_while(&s, is_blank);
	*rest = s;
	return name;
}

/* Adds a setting, or replaces an earlier one. */
static void
assign_name(struct value *map, struct value *v, str name)
{
	struct value *old = (struct value *)value_find(map, name);

	/* Settings are in upper case. */
	if (char_lower(name.ptr[0]) == name.ptr[0])
		return;
	v->key = name;
	/* None overrides pelicanconf.py, as an empty text does. */
	if (v->kind == VALUE_NULL)
		v->kind = VALUE_SCALAR;
	if (old)
		value_replace(map, old, v);
	else
		value_add(map, v);
}

static struct value *
parse_program(struct import_site *s, const char *name)
{
	struct value *map = import_map(s);
	struct source src;
	str rest;

	if (!import_text(s, name, &src))
		return map;
	for (rest = src.text; rest.len;) {
		str here = rest, key = take_name(&rest), line;
		struct value *v;
		bool open = false;

		if (key.len == 0) {
			rest = here;
			str_split(&rest, '\n', &line);
			continue;
		}
		v = literal_parse(s->arena, &rest, &open);
		if (open) {
			diag_add(s->diags, DIAG_IMPORT_SYNTAX, &src,
			    mark_of(src.text, (size_t)(key.ptr -
			    src.text.ptr)), "the value of '%.*s' is not "
			    "closed", STR_ARG(key));
			return map;
		}
		if (v && ends_here(rest))
			assign_name(map, v, key);
		str_split(&rest, '\n', &line);
	}
	return map;
}

/* ---- the site ---- */

/* A setting; its text is `usual` if no file has it. */
static struct import_value
setting(const struct import_config *c, const char *name, const char *usual)
{
	struct import_value v = import_get(c, name);

	if (v.tree == NULL)
		v.text = str_of(usual);
	return v;
}

static void
read_site(const struct import_config *c)
{
	struct import_value language = setting(c, "DEFAULT_LANG", "en");

	import_take(c, "site.url", "SITEURL");
	import_take(c, "site.title", "SITENAME");
	import_take(c, "site.description", "SITESUBTITLE");
	import_set(c->site, "site.language", language.text, language.from);
	import_take(c, "site.author.name", "AUTHOR");
	import_take(c, "site.timezone", "TIMEZONE");
}

/* ---- posts ---- */

/* Pelican's braces and the equivalent tokens. */
static const struct {
	str brace;
	const char *token;
} tokens[] = {
	{S_INIT("{slug}"), ":slug"},
	{S_INIT("{category}"), ":categories"},
	{S_INIT("{date:%Y}"), ":year"},
	{S_INIT("{date:%y}"), ":short_year"},
	{S_INIT("{date:%m}"), ":month"},
	{S_INIT("{date:%-m}"), ":i_month"},
	{S_INIT("{date:%d}"), ":day"},
	{S_INIT("{date:%-d}"), ":i_day"},
	{S_INIT("{date:%b}"), ":short_month"},
	{S_INIT("{date:%B}"), ":long_month"},
	{S_INIT("{date:%j}"), ":y_day"},
	{S_INIT("{date:%H}"), ":hour"},
	{S_INIT("{date:%M}"), ":minute"},
};

static bool
add_token(struct buf *out, str *rest, bool by_name)
{
	for (size_t i = 0; i < sizeof tokens / sizeof tokens[0]; i++)
		if (str_starts(*rest, tokens[i].brace)) {
			buf_add(out, i == 0 && by_name ? S(":slugorfilename")
			    : str_of(tokens[i].token));
			*rest = str_from(*rest, tokens[i].brace.len);
			return true;
		}
	return false;
}

/* Appends the tokens for a setting. False: one of its braces has none. */
static bool
add_pattern(struct buf *out, str url, bool by_name)
{
	if (!str_starts(url, S("/")))
		buf_addc(out, '/');
	while (url.len) {
		if (url.ptr[0] != '{') {
			buf_addc(out, url.ptr[0]);
			url = str_from(url, 1);
		} else if (!add_token(out, &url, by_name) ||
		    /* A letter would become part of the token's name. */
		    (url.len && char_is_alpha(url.ptr[0])))
			return false;
	}
	return true;
}

static void
read_permalink(const struct import_config *c)
{
	struct import_value url = setting(c, "ARTICLE_URL", "{slug}.html");
	struct import_value source = setting(c, "SLUGIFY_SOURCE", "title");
	bool by_name = str_eq(source.text, S("basename"));
	struct buf b = {0};

	if (!add_pattern(&b, url.text, by_name))
		import_gap(c->site, "posts.permalink: %.*s is '%.*s', which "
		    "tokens cannot say: the default address is used",
		    STR_ARG(url.from), STR_ARG(url.text));
	else if (!str_eq(buf_str(&b), S("/:slug.html")))
		import_set(c->site, "posts.permalink", buf_str(&b),
		    url.tree ? url.from : source.from);
	if (by_name)
		import_set_plain(c->site, "posts.keep_dates", "true",
		    source.from);
	buf_free(&b);
}

/* Reports settings that change slugs. */
static void
read_slugs(const struct import_config *c)
{
	static const char *const names[] = {"SLUGIFY_USE_UNICODE",
		"SLUGIFY_PRESERVE_CASE", "SLUG_REGEX_SUBSTITUTIONS",
		"SLUG_SUBSTITUTIONS"};

	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
		struct import_value v = import_get(c, names[i]);
		bool on = true;

		if (v.tree && (!value_bool(v.tree, &on) || on))
			import_gap(c->site, "posts.permalink: %.*s: slugs are "
			    "those of Pelican's defaults", STR_ARG(v.from));
	}
}

/* Excludes Pelican's pages: they are not articles, even with a date. */
static void
exclude_pages(const struct import_config *c)
{
	struct value *list = import_list(c->site);
	struct import_value v = setting(c, "PAGE_PATHS", NULL);
	str usual = S("pages");
	struct strs folders = v.tree ? import_strs(c->site, v.tree)
	    : (struct strs){&usual, 1};

	for (size_t i = 0; i < folders.count; i++)
		if (folders.at[i].len)
			import_add(c->site, list, S(""), arena_printf(
			    c->site->arena, "%.*s/**",
			    STR_ARG(folders.at[i])));
	if (list->first)
		import_set_value(c->site, "posts.exclude", list, v.from);
}

/* The category of articles without a category or folder. */
static void
read_category(const struct import_config *c, str content)
{
	struct import_site *s = c->site;
	struct value *list = import_list(s), *map = import_map(s);
	struct value *values = import_map(s);
	struct import_value name = setting(c, "DEFAULT_CATEGORY", "misc");
	bool folders = import_flag(c, "USE_FOLDER_AS_CATEGORY", true);

	if (name.text.len == 0)
		return;
	import_add(s, values, S("category"), name.text);
	import_add(s, map, S("path"), arena_printf(s->arena,
	    folders ? "%.*s/*" : "%.*s/**", STR_ARG(content)));
	import_add_node(map, S("values"), values);
	value_add(list, map);
	import_set_value(s, "posts.defaults", list, name.from);
}

static void
read_posts(const struct import_config *c)
{
	struct import_value path = setting(c, "PATH", "content");
	struct import_value paths = import_get(c, "ARTICLE_PATHS");
	str content = path.text;

	if (str_starts(content, S("./")))
		content = str_from(content, 2);
	import_set_folder(c->site, content, path.from);
	import_set_media(c->site, content, "content", path.from);
	if (paths.tree && import_str(paths.tree->first).len)
		import_gap(c->site, "posts.include: %.*s; all of %.*s is read",
		    STR_ARG(paths.from), STR_ARG(content));
	exclude_pages(c);
	read_permalink(c);
	read_slugs(c);
	import_set(c->site, "posts.id", S("tag:{:host},{:date}:{:path}"),
	    S("as the site has it"));
	read_category(c, content);
	import_take_flag(c, "posts.future", true, "WITH_FUTURE_DATES", true);
	import_take_flag(c, "content.smart", false, "TYPOGRIFY", false);
	import_take_flag(c, "content.smart_titles", true, "TYPOGRIFY", false);
}

/* ---- feeds ---- */

struct feed_row {
	const char *taxonomy;               /* "" for the main feed */
	const char *name[IMPORT_FORMATS];   /* in Pelican's config */
	const char *usual[IMPORT_FORMATS];  /* Pelican's defaults, or NULL */
	const char *url, *usual_url;        /* of the term's page */
};

static const struct feed_row feed_rows[] = {
	{"", {"FEED_ALL_ATOM", "FEED_ALL_RSS"}, {"feeds/all.atom.xml", NULL},
		NULL, NULL},
	{"", {"FEED_ATOM", "FEED_RSS"}, {NULL, NULL}, NULL, NULL},
	{"tags", {"TAG_FEED_ATOM", "TAG_FEED_RSS"}, {NULL, NULL},
		"TAG_URL", "tag/{slug}.html"},
	{"categories", {"CATEGORY_FEED_ATOM", "CATEGORY_FEED_RSS"},
		{"feeds/{slug}.atom.xml", NULL},
		"CATEGORY_URL", "category/{slug}.html"},
	{"authors", {"AUTHOR_FEED_ATOM", "AUTHOR_FEED_RSS"},
		{"feeds/{slug}.atom.xml", "feeds/{slug}.rss.xml"},
		"AUTHOR_URL", "author/{slug}.html"},
};

/* "feeds/%s.atom.xml" is the old way to write "feeds/{slug}.atom.xml". */
static str
feed_path(const struct import_config *c, const struct feed_row *row, int k,
    str *from)
{
	struct import_value v = setting(c, row->name[k], row->usual[k]);
	str path = v.text;
	size_t at = str_find(path, S("%s"));

	if (v.tree)
		*from = v.from;
	if (at != STR_NONE)
		path = arena_printf(c->site->arena, "%.*s{slug}%.*s",
		    (int)at, path.ptr, STR_ARG(str_from(path, at + 2)));
	return path;
}

static void
add_row(const struct import_config *c, const struct feed_row *row)
{
	str from = S("Pelican's default");
	str atom = feed_path(c, row, IMPORT_ATOM, &from);
	str rss = feed_path(c, row, IMPORT_RSS, &from);
	bool term = row->taxonomy[0] != '\0';
	struct import_feed *f = c->site->feeds;

	if (atom.len == 0 && rss.len == 0) {
		if (!term || str_eq(str_of(row->taxonomy), S("authors")))
			return;
		/* feeds.taxonomies needs a path for the taxonomy to be read. */
		atom = arena_printf(c->site->arena,
		    "feeds/%s/{slug}.atom.xml", row->taxonomy);
		from = S("the site has none today");
	}
	if (!term && f) {
		import_gap(c->site, "feeds: %.*s is a second main feed",
		    STR_ARG(from));
		return;
	}
	f = import_add_feed(c->site, str_of(row->taxonomy), from);
	f->path[IMPORT_ATOM] = atom;
	f->path[IMPORT_RSS] = rss;
	if (!term)
		return;
	f->title = "{site} - {term}";
	f->url = arena_printf(c->site->arena, "/%.*s",
	    STR_ARG(setting(c, row->url, row->usual_url).text));
}

static void
read_feeds(const struct import_config *c)
{
	struct import_value folder = setting(c, "OUTPUT_PATH", "output");
	struct import_value limit = import_get(c, "FEED_MAX_ITEMS");
	long n;

	import_set(c->site, "feeds.folder", folder.text, folder.from);
	if (!value_int(limit.tree, &n))
		n = 100;
	import_set(c->site, "feeds.limit", arena_printf(
	    c->site->arena, "%ld", n), limit.from);
	for (size_t i = 0; i < sizeof feed_rows / sizeof feed_rows[0]; i++)
		add_row(c, &feed_rows[i]);
}

static void
read_config(struct import_site *s)
{
	static const char *const names[] = {"publishconf.py", "pelicanconf.py"};
	struct import_config c = {.site = s};

	for (size_t i = 0; i < 2; i++)
		import_add_layer(&c, (struct import_layer){.name = names[i],
			.root = parse_program(s, names[i])});
	read_site(&c);
	read_posts(&c);
	read_feeds(&c);
}

/* ---- the row ---- */

static const struct own_ref links[] = {
	{"{filename}", OWN_REF_FILE, NULL},
	{"|filename|", OWN_REF_FILE, NULL},
	{"{static}", OWN_REF_STATIC, NULL},
	{"|static|", OWN_REF_STATIC, NULL},
	{"{attach}", OWN_REF_ATTACHED, NULL},
	{"|attach|", OWN_REF_ATTACHED, NULL},
	{"{author}", OWN_REF_PAGE, "/author/{slug}.html"},
	{"{category}", OWN_REF_PAGE, "/category/{slug}.html"},
	{"{tag}", OWN_REF_PAGE, "/tag/{slug}.html"},
	{"{index}", OWN_REF_PAGE, "/"},
	{0},
};

const struct generator generator_pelican = {
	.name = "pelican",
	.label = "Pelican",
	.known_by = "pelicanconf.py",
	.configs = "pelicanconf.py",
	.read = read_config,
	.post_ends = ".mkd .mdown .html .htm",
	.media = "content",
	.front = {
		.has_headers = true,
		.own = "html",
		.dates = DATETIME_PYTHON,
		.status_words = "draft hidden skip published",
	},
	.terms = {
		.split = SPLIT_SEMICOLON,
		.folder_is_category = true,
	},
	.address = {
		.permalink = "/:slug.html",
		.page_end = ".html",
		.title = SLUG_PELICAN, .name = SLUG_PELICAN,
		.term = SLUG_PELICAN,
		.slug_is_title = true,
	},
	.text = {
		.attributes = ATTRS_KRAMDOWN | ATTRS_TOC,
		.links = links,
		.footnotes = {"fn:{name}", "fnref:{name}", "fnref{n}:{name}"},
	},
};
