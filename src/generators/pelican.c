/* SPDX-License-Identifier: MIT
 * pelican: a Pelican site.
 *
 * Its config is a Python program, which is not run: only top-level lines NAME =
 * literal are read; the last one is used. publishconf.py overrides
 * pelicanconf.py. */
#include "generators/generators.h"

#include <string.h>

#include "generators/generator_codes.h"
#include "generators/import/import_literal.h"
#include "generators/import/import_site.h"

#define DEFAULT S("Pelican's default")

static const char *const files[] = {"publishconf.py", "pelicanconf.py"};
enum { FILES = 2 };

struct pelican {
	struct import_site *site;
	struct value *docs[FILES]; /* maps, by falling priority */
};

static bool
is_site(struct import_site *s)
{
	return import_has_file(s, "pelicanconf.py");
}

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

/* Reads "NAME = " off the front; empty if there is none. */
static str
take_name(str *rest)
{
	const char *start = rest->ptr;
	size_t n = 0, at;

	while (n < rest->len && (char_is_alnum(rest->ptr[n]) ||
	    rest->ptr[n] == '_'))
		n++;
	for (at = n; at < rest->len && rest->ptr[at] == ' ';)
		at++;
	if (n == 0 || at + 1 >= rest->len || rest->ptr[at] != '=' ||
	    rest->ptr[at + 1] == '=')
		return (str){0};
	for (at++; at < rest->len && rest->ptr[at] == ' ';)
		at++;
	*rest = str_from(*rest, at);
	return (str){start, n};
}

/* Adds an assignment, or replaces an earlier one. */
static void
assign_name(struct value *map, struct value *v, str name)
{
	struct value *old = (struct value *)value_find(map, name);

	v->key = name;
	if (old) {
		v->next = old->next;
		*old = *v;
	} else
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

/* ---- settings ---- */

/* NULL if no file has it. */
static const struct value *
find_setting(struct pelican *p, const char *name, str *from)
{
	for (size_t i = 0; i < FILES; i++) {
		const struct value *v = value_find(
		    p->docs[i], str_of(name));

		if (v == NULL)
			continue;
		*from = import_from(p->site, files[i], name);
		return v;
	}
	return NULL;
}

static bool
take_setting(struct pelican *p, const char *key, const char *name)
{
	str from;
	str text = import_str(find_setting(p, name, &from));

	import_set(p->site, key, text, from);
	return text.len > 0;
}

static str
setting_text(struct pelican *p, const char *name, const char *fallback,
    str *from)
{
	const struct value *v = find_setting(p, name, from);

	return v ? import_str(v) : str_of(fallback);
}

static bool
setting_flag(struct pelican *p, const char *name, bool fallback, str *from)
{
	value_bool(find_setting(p, name, from), &fallback);
	return fallback;
}

static void
read_site(struct pelican *p)
{
	str from = DEFAULT;

	take_setting(p, "site.url", "SITEURL");
	take_setting(p, "site.title", "SITENAME");
	take_setting(p, "site.description", "SITESUBTITLE");
	import_set(p->site, "site.language",
	    setting_text(p, "DEFAULT_LANG", "en", &from), from);
	take_setting(p, "site.author.name", "AUTHOR");
	take_setting(p, "site.timezone", "TIMEZONE");
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

static void
read_permalink(struct pelican *p)
{
	str from = DEFAULT, source_from;
	str url = setting_text(p, "ARTICLE_URL", "{slug}.html", &from);
	str whole = url;
	bool by_name = str_eq(setting_text(p, "SLUGIFY_SOURCE", "title",
	    &source_from), S("basename"));
	bool ok = true;
	struct buf b = {0};

	if (!str_starts(url, S("/")))
		buf_addc(&b, '/');
	while (ok && url.len)
		if (url.ptr[0] == '{')
			/* A letter would become part of the token's name. */
			ok = add_token(&b, &url, by_name) && !(url.len &&
			    char_is_alpha(url.ptr[0]));
		else {
			buf_addc(&b, url.ptr[0]);
			url = str_from(url, 1);
		}
	if (!ok)
		import_gap(p->site, "posts.permalink: %.*s is '%.*s', which "
		    "tokens cannot say: the default address is used",
		    STR_ARG(from), STR_ARG(whole));
	else if (!str_eq(buf_str(&b), S("/:slug.html")))
		import_set(p->site, "posts.permalink", buf_str(&b),
		    from.ptr == DEFAULT.ptr ? source_from : from);
	if (by_name)
		import_set_plain(p->site, "posts.keep_dates", "true",
		    source_from);
	buf_free(&b);
}

/* Reports settings that change slugs. */
static void
read_slugs(struct pelican *p)
{
	static const char *const names[] = {"SLUGIFY_USE_UNICODE",
		"SLUGIFY_PRESERVE_CASE", "SLUG_REGEX_SUBSTITUTIONS",
		"SLUG_SUBSTITUTIONS"};

	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
		str from;
		const struct value *v = find_setting(p, names[i], &from);
		bool on = true;

		if (v && (!value_bool(v, &on) || on))
			import_gap(p->site, "posts.permalink: %.*s: slugs are "
			    "those of Pelican's defaults", STR_ARG(from));
	}
}

/* Excludes Pelican's pages: they are not articles, even with a date. */
static void
exclude_pages(struct pelican *p)
{
	struct value *list = import_list(p->site);
	str from = DEFAULT;
	const struct value *v = find_setting(p, "PAGE_PATHS", &from);

	if (v == NULL)
		import_add(p->site, list, S(""), S("pages/**"));
	else if (v->kind == VALUE_LIST)
		for (v = v->first; v; v = v->next)
			if (import_str(v).len)
				import_add(p->site, list, S(""), arena_printf(
				    p->site->arena, "%.*s/**",
				    STR_ARG(import_str(v))));
	if (list->first)
		import_set_value(p->site, "posts.exclude", list, from);
}

/* The category of articles without a category or folder. */
static void
read_category(struct pelican *p, str content)
{
	struct value *list = import_list(p->site), *map = import_map(p->site);
	struct value *values = import_map(p->site);
	str from = DEFAULT, folder_from;
	str name = setting_text(p, "DEFAULT_CATEGORY", "misc", &from);
	bool folders = setting_flag(p, "USE_FOLDER_AS_CATEGORY", true,
	    &folder_from);

	if (name.len == 0)
		return;
	import_add(p->site, values, S("category"), name);
	import_add(p->site, map, S("path"), arena_printf(p->site->arena,
	    folders ? "%.*s/*" : "%.*s/**", STR_ARG(content)));
	values->key = S("values");
	value_add(map, values);
	value_add(list, map);
	import_set_value(p->site, "posts.defaults", list, from);
}

static void
read_posts(struct pelican *p)
{
	struct value *list = import_list(p->site);
	str from = DEFAULT, content = setting_text(p, "PATH", "content", &from);
	const struct value *paths;

	if (str_starts(content, S("./")))
		content = str_from(content, 2);
	import_add(p->site, list, S(""), content);
	import_set_value(p->site, "posts.folders", list, from);
	import_set_media(p->site, content, "content", from);
	paths = find_setting(p, "ARTICLE_PATHS", &from);
	if (paths && paths->first && import_str(paths->first).len)
		import_gap(p->site, "posts.include: %.*s; all of %.*s is read",
		    STR_ARG(from), STR_ARG(content));
	exclude_pages(p);
	read_permalink(p);
	read_slugs(p);
	import_set(p->site, "posts.id", S("tag:{:host},{:date}:{:path}"),
	    S("as it is today"));
	read_category(p, content);
	from = DEFAULT;
	if (setting_flag(p, "WITH_FUTURE_DATES", true, &from))
		import_set_plain(p->site, "posts.future", "true", from);
	from = DEFAULT;
	if (!setting_flag(p, "TYPOGRIFY", false, &from))
		import_set_plain(p->site, "content.smart", "false", from);
	else
		import_set_plain(p->site, "content.smart_titles", "true",
		    from);
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
feed_path(struct pelican *p, const struct feed_row *row, int k, str *from)
{
	str path = {0};
	size_t at;
	const struct value *v = find_setting(p, row->name[k], from);

	if (v)
		path = import_str(v);
	else if (row->usual[k])
		path = str_of(row->usual[k]);
	at = str_find(path, S("%s"));
	if (at != STR_NONE)
		path = arena_printf(p->site->arena, "%.*s{slug}%.*s",
		    (int)at, path.ptr, STR_ARG(str_from(path, at + 2)));
	return path;
}

static void
add_row(struct pelican *p, const struct feed_row *row, bool main_there)
{
	str from = DEFAULT, url_from;
	str atom = feed_path(p, row, IMPORT_ATOM, &from);
	str rss = feed_path(p, row, IMPORT_RSS, &from);
	bool term = row->taxonomy[0] != '\0', author;
	struct import_feed *f;

	author = strcmp(row->taxonomy, "authors") == 0;
	if (atom.len == 0 && rss.len == 0) {
		if (!term || author)
			return;
		/* feeds.taxonomies needs a path for the taxonomy to be read. */
		atom = arena_printf(p->site->arena,
		    "feeds/%s/{slug}.atom.xml", row->taxonomy);
		from = S("there are none today");
	}
	if (!term && main_there) {
		import_gap(p->site, "feeds: %.*s is a second main feed",
		    STR_ARG(from));
		return;
	}
	f = import_add_feed(p->site, str_of(row->taxonomy), from);
	f->path[IMPORT_ATOM] = atom;
	f->path[IMPORT_RSS] = rss;
	if (!term)
		return;
	f->title = "{site} - {term}";
	f->url = arena_printf(p->site->arena, "/%.*s", STR_ARG(setting_text(
	    p, row->url, row->usual_url, &url_from)));
}

static void
read_feeds(struct pelican *p)
{
	str from = DEFAULT;
	str folder = setting_text(p, "OUTPUT_PATH", "output", &from);
	const struct value *limit;
	long n;

	import_set(p->site, "feeds.folder", folder, from);
	from = DEFAULT;
	limit = find_setting(p, "FEED_MAX_ITEMS", &from);
	if (!value_int(limit, &n))
		n = 100;
	import_set(p->site, "feeds.limit", arena_printf(
	    p->site->arena, "%ld", n), from);
	for (size_t i = 0; i < sizeof feed_rows / sizeof feed_rows[0]; i++)
		add_row(p, &feed_rows[i], p->site->feeds &&
		    p->site->feeds->taxonomy.len == 0);
}

static void
read_config(struct import_site *s)
{
	struct pelican p = {.site = s};

	for (size_t i = 0; i < FILES; i++)
		p.docs[i] = parse_program(s, files[i]);
	read_site(&p);
	read_posts(&p);
	read_feeds(&p);
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
	.is = is_site,
	.read = read_config,
	.media = "content",
	.front = {
		.has_headers = true,
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
