/* SPDX-License-Identifier: MIT
 * pelican: a Pelican site.
 *
 * Its config is a Python program, which is not run: import_python reads its
 * constants. publishconf.py overrides pelicanconf.py. */
#include "generators/generators.h"

#include "base/core/file.h"
#include "base/text/regex.h"
#include "base/text/scan.h"
#include "generators/import/import_config.h"
#include "generators/import/import_python.h"

enum { MOST_PATHS = 1000 };

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
	struct import_config base = *c;

	/* publishconf.py may leave it empty, for a host that adds it. */
	import_take(c, "site.url", "SITEURL");
	base.layers = base.layers->next;
	import_take(&base, "site.url", "SITEURL");
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
	{S_INIT("{author}"), ":author"},
	{S_INIT("{lang}"), ":lang"},
};

/* Formats of strftime, and their tokens. */
static const struct {
	str letter;
	const char *token;
} letters[] = {
	{S_INIT("%Y"), ":year"}, {S_INIT("%y"), ":short_year"},
	{S_INIT("%m"), ":month"}, {S_INIT("%-m"), ":i_month"},
	{S_INIT("%d"), ":day"}, {S_INIT("%-d"), ":i_day"},
	{S_INIT("%b"), ":short_month"}, {S_INIT("%B"), ":long_month"},
	{S_INIT("%j"), ":y_day"}, {S_INIT("%H"), ":hour"},
	{S_INIT("%M"), ":minute"}, {S_INIT("%S"), ":second"},
};

static bool
add_letter(struct buf *out, str *rest)
{
	for (size_t i = 0; i < sizeof letters / sizeof letters[0]; i++)
		if (scan_text(rest, letters[i].letter)) {
			buf_add(out, str_of(letters[i].token));
			/* A letter after it would extend the token's name. */
			return !char_is_alpha(scan_peek(*rest));
		}
	return false;
}

/* Appends the tokens of "{date:%Y/%m}". False: a part has no token. */
static bool
add_date(struct buf *out, str *rest)
{
	scan_text(rest, S("{date:"));
	while (rest->len && !scan_char(rest, '}'))
		if (scan_peek(*rest) != '%')
			buf_add(out, scan_front(rest, 1));
		else if (!add_letter(out, rest))
			return false;
	return true;
}

static bool
add_token(struct buf *out, str *rest, bool by_name)
{
	if (str_starts(*rest, S("{date:")))
		return add_date(out, rest);
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

/* The address of articles in another language than DEFAULT_LANG. */
static void
read_other(const struct import_config *c, bool by_name)
{
	struct import_value url = setting(c, "ARTICLE_LANG_URL",
	    "{slug}-{lang}.html");
	struct buf b = {0};

	if (!add_pattern(&b, url.text, by_name))
		import_gap(c->site, "posts.lang_permalink: %.*s is '%.*s', "
		    "which tokens cannot say: the default address is used",
		    STR_ARG(url.from), STR_ARG(url.text));
	else if (!str_eq(buf_str(&b), S("/:slug-:lang.html")))
		import_set(c->site, "posts.lang_permalink", buf_str(&b),
		    url.from);
	buf_free(&b);
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
	read_other(c, by_name);
	if (by_name)
		import_set_plain(c->site, "posts.keep_dates", "true",
		    source.from);
	buf_free(&b);
}

/* Whether substitutions for slugs are those that Pelican has without the
 * setting. The older settings add them to their own. */
static bool
is_usual(const struct value *list, bool is_regex)
{
	static const char *const usual[][2] = {
		{"[^\\w\\s-]", ""}, {"(?u)\\A\\s*", ""},
		{"(?u)\\s*\\Z", ""}, {"[-\\s]+", "-"}};
	const struct value *v = list->first;

	if (!is_regex)
		return v == NULL && list->kind == VALUE_LIST;
	for (size_t i = 0; i < 4; i++, v = v->next)
		if (v == NULL || v->first == NULL || v->first->next == NULL ||
		    !str_eq(v->first->text, str_of(usual[i][0])) ||
		    !str_eq(v->first->next->text, str_of(usual[i][1])))
			return false;
	return v == NULL;
}

/* Adds the texts for terms that are one of the texts that an older setting
 * replaces: (('C++', 'cpp'), ('C#', 'c-sharp', True)). */
static void
add_texts(const struct import_config *c, struct value *map,
    const char *setting)
{
	const struct value *list = import_get(c, setting).tree;

	for (const struct value *v = list && list->kind == VALUE_LIST
	    ? list->first : NULL; v; v = v->next) {
		struct strs pair = import_strs(c->site, v);

		if (v->kind == VALUE_LIST && pair.count >= 2 &&
		    value_find(map, pair.at[0]) == NULL)
			import_add(c->site, map, pair.at[0], pair.at[1]);
	}
}

/* Sets the slugs of whole terms by the older settings. Those of titles apply to
 * tags and categories first, unless they have an empty list of their own; and
 * not to authors. */
static void
read_term_slugs(const struct import_config *c)
{
	static const char *const rows[][3] = {
		{"tags", "SLUG_SUBSTITUTIONS", "TAG_SUBSTITUTIONS"},
		{"categories", "SLUG_SUBSTITUTIONS", "CATEGORY_SUBSTITUTIONS"},
		{"authors", NULL, "AUTHOR_SUBSTITUTIONS"}};
	struct value *slugs = import_map(c->site);

	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		const struct value *own = import_get(c, rows[i][2]).tree;
		struct value *map = import_map(c->site);

		if (rows[i][1] && (own == NULL || own->first))
			add_texts(c, map, rows[i][1]);
		add_texts(c, map, rows[i][2]);
		if (map->first)
			import_add_node(slugs, str_of(rows[i][0]), map);
	}
	if (slugs->first)
		import_set_value(c->site, "posts.term_slugs", slugs,
		    import_get(c, "SLUG_SUBSTITUTIONS TAG_SUBSTITUTIONS "
		    "CATEGORY_SUBSTITUTIONS AUTHOR_SUBSTITUTIONS").from);
}

/* Reads and reports settings that change slugs. */
static void
read_slugs(const struct import_config *c)
{
	static const char *const names[] = {"SLUG_REGEX_SUBSTITUTIONS",
		"SLUG_SUBSTITUTIONS", "CATEGORY_REGEX_SUBSTITUTIONS",
		"CATEGORY_SUBSTITUTIONS", "TAG_REGEX_SUBSTITUTIONS",
		"TAG_SUBSTITUTIONS", "AUTHOR_REGEX_SUBSTITUTIONS",
		"AUTHOR_SUBSTITUTIONS"};

	if (import_flag(c, "SLUGIFY_PRESERVE_CASE", false))
		import_set_plain(c->site, "posts.slug_case", "keep",
		    import_get(c, "SLUGIFY_PRESERVE_CASE").from);
	if (import_flag(c, "SLUGIFY_USE_UNICODE", false))
		import_set_plain(c->site, "posts.slug_letters", "any",
		    import_get(c, "SLUGIFY_USE_UNICODE").from);
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
		struct import_value v = import_get(c, names[i]);
		bool on = true;

		if (v.tree && !is_usual(v.tree, i % 2 == 0) &&
		    (!value_bool(v.tree, &on) || on))
			import_gap(c->site, "posts.permalink: %.*s: slugs are "
			    "those of Pelican's defaults; give posts a slug "
			    "where that differs, and terms one in "
			    "posts.term_slugs", STR_ARG(v.from));
	}
	read_term_slugs(c);
}

/* The folders of a setting: a list, or a single text as in Pelican's older
 * settings. */
static struct strs
folders_of(const struct import_config *c, const char *paths,
    const char *usual, str *from)
{
	struct import_value v = import_get(c, paths);
	str *one = arena_alloc(c->site->arena, sizeof *one);

	*from = v.from;
	*one = str_of(usual);
	return v.tree ? import_strs(c->site, v.tree)
	    : (struct strs){one, usual != NULL};
}

/* Adds a pattern for the files below each folder. Skips an empty name, which
 * means the whole content. */
static void
add_folders(const struct import_config *c, struct value *list,
    struct strs folders)
{
	for (size_t i = 0; i < folders.count; i++) {
		str folder = path_clean(c->site->arena, folders.at[i]);

		if (folder.len)
			import_add(c->site, list, S(""), arena_printf(
			    c->site->arena, "%.*s/**", STR_ARG(folder)));
	}
}

/* Includes ARTICLE_PATHS, and excludes Pelican's pages: they are not articles,
 * even with a date. */
static void
choose_folders(const struct import_config *c)
{
	struct value *in = import_list(c->site), *out = import_list(c->site);
	str from, also;
	struct strs articles = folders_of(c, "ARTICLE_PATHS ARTICLE_DIR",
	    NULL, &from);

	add_folders(c, in, articles);
	/* What remains are empty names: then all content has articles. */
	for (const struct value *v = in->first; v; v = v->next)
		articles.count--;
	if (in->first && articles.count == 0)
		import_set_value(c->site, "posts.include", in, from);
	add_folders(c, out, folders_of(c, "PAGE_PATHS PAGE_DIR", "pages",
	    &from));
	add_folders(c, out, folders_of(c, "ARTICLE_EXCLUDES", NULL, &also));
	if (out->first)
		import_set_value(c->site, "posts.exclude", out, from);
}

/* Reads FILENAME_METADATA and PATH_METADATA. Skips Pelican's default, a date at
 * the beginning of the name: feedmill reads that without a pattern. */
static void
read_names(const struct import_config *c)
{
	static const struct {
		const char *setting, *key;
	} rows[] = {{"FILENAME_METADATA", "posts.names"},
		{"PATH_METADATA", "posts.paths"}};
	static const char usual[] = "(?P<date>\\d{4}-\\d{2}-\\d{2}).*";

	for (size_t i = 0; i < 2; i++) {
		struct import_value v = import_get(c, rows[i].setting);
		struct regex re;
		str why;

		/* A date in the name comes before DEFAULT_DATE. */
		if (v.tree == NULL && i == 0 &&
		    import_get(c, "DEFAULT_DATE").tree)
			v = import_get_or(c, "FILENAME_METADATA", usual);
		else if (v.text.len == 0 || str_eq(v.text, str_of(usual)))
			continue;
		if (regex_compile(&re, v.text, c->site->arena, &why))
			import_set(c->site, rows[i].key, v.text, v.from);
		else
			import_gap(c->site, "%s: %.*s '%.*s' %.*s",
			    rows[i].key, STR_ARG(v.from), STR_ARG(v.text),
			    STR_ARG(why));
	}
}

/* ---- defaults ---- */

/* Adds a set of posts.defaults. */
static void
add_defaults(struct import_site *s, struct value *list, str path,
    struct value *values)
{
	struct value *map = import_map(s);

	if (values->first == NULL)
		return;
	import_add(s, map, S("path"), path);
	import_add_node(map, S("values"), values);
	value_add(list, map);
}

/* The values of a dict that are metadata of a post. Leaves out `path`,
 * `save_as` and `template`, which tell where and how to write a file. */
static struct value *
copy_values(struct import_site *s, const struct value *dict,
    bool without_category)
{
	struct value *values = import_map(s);

	for (const struct value *v = dict->first; v; v = v->next)
		if (v->kind == VALUE_SCALAR && v->text.len &&
		    !str_has_word(S("path save_as template"), v->key,
		    str_ieq) && (!without_category ||
		    !str_ieq(v->key, S("category"))))
			import_add(s, values, v->key, v->text);
	return values;
}

/* Whether a path of EXTRA_PATH_METADATA may be that of a post or a folder. */
static bool
may_have_posts(str path)
{
	str name = path_base(path);

	return str_chr(name, '.') == STR_NONE ||
	    str_iends_any(path, ".md .markdown .mkd .mdown .html .htm .rst");
}

/* Adds EXTRA_PATH_METADATA. Its paths are below the content; sorts them, so
 * that the innermost folder counts. With `folders` leaves out the categories of
 * nested paths: there the name of the folder is the category. */
static void
add_paths(const struct import_config *c, struct value *list, str content,
    bool folders)
{
	struct import_site *s = c->site;
	const struct value *dict = import_get(c, "EXTRA_PATH_METADATA").tree;
	const struct value *last = NULL;

	if (dict == NULL || dict->kind != VALUE_MAP)
		return;
	for (size_t n = 0; n < MOST_PATHS; n++) {
		const struct value *next = NULL;

		for (const struct value *v = dict->first; v; v = v->next)
			if ((last == NULL || str_cmp(v->key, last->key) > 0) &&
			    (next == NULL || str_cmp(v->key, next->key) < 0))
				next = v;
		if (next == NULL)
			return;
		last = next;
		if (next->kind == VALUE_MAP && may_have_posts(next->key))
			add_defaults(s, list, path_join(s->arena, content,
			    path_clean(s->arena, next->key)), copy_values(s,
			    next, folders && str_chr(next->key, '/') !=
			    STR_NONE));
	}
}

static long
number_of(str text)
{
	return (long)scan_number(&text).value;
}

/* DEFAULT_DATE = '2012-01-01', or (2012, 1, 1, 9, 30). */
static str
default_date(const struct import_config *c)
{
	struct import_value v = import_get(c, "DEFAULT_DATE");
	struct strs n = import_strs(c->site, v.tree);
	str time[3];

	if (v.tree && v.tree->kind == VALUE_LIST && n.count == 3)
		return arena_printf(c->site->arena, "%.*s-%.*s-%.*s",
		    STR_ARG(n.at[0]), STR_ARG(n.at[1]), STR_ARG(n.at[2]));
	if (v.tree && v.tree->kind == VALUE_LIST && n.count > 3) {
		for (size_t i = 0; i < 3; i++)
			time[i] = n.count > i + 3 ? n.at[i + 3] : S("0");
		return arena_printf(c->site->arena,
		    "%.*s-%.*s-%.*s %.*s:%02ld:%02ld", STR_ARG(n.at[0]),
		    STR_ARG(n.at[1]), STR_ARG(n.at[2]), STR_ARG(time[0]),
		    number_of(time[1]), number_of(time[2]));
	}
	if (!str_eq(v.text, S("fs")))
		return v.text;
	import_gap(c->site, "posts.defaults: %.*s: the date of an article "
	    "without one is the time of its file, which a fresh checkout "
	    "changes", STR_ARG(v.from));
	return S("Last Modified");
}

/* Sets posts.defaults. With USE_FOLDER_AS_CATEGORY, DEFAULT_CATEGORY is only
 * for articles outside of folders. */
static void
read_defaults(const struct import_config *c, str content)
{
	struct import_site *s = c->site;
	struct value *list = import_list(s), *values = import_map(s);
	struct import_value all = import_get(c, "DEFAULT_METADATA");
	struct import_value name = setting(c, "DEFAULT_CATEGORY", "misc");
	bool folders = import_flag(c, "USE_FOLDER_AS_CATEGORY", true);
	bool here = str_eq(content, S("."));
	str in = here ? S("") : arena_printf(s->arena, "%.*s/",
	    STR_ARG(content));
	str below = arena_printf(s->arena, "%.*s**", STR_ARG(in));
	str from = name.from;

	import_add(s, values, S("date"), default_date(c));
	add_defaults(s, list, below, values);
	if (all.tree && all.tree->kind == VALUE_MAP) {
		add_defaults(s, list, below, copy_values(s, all.tree, false));
		from = all.from;
	}
	values = import_map(s);
	import_add(s, values, S("category"), name.text);
	add_defaults(s, list, folders ? arena_printf(s->arena, "%.*s*",
	    STR_ARG(in)) : below, values);
	add_paths(c, list, here ? S("") : content, folders);
	if (list->first)
		import_set_value(s, "posts.defaults", list, from);
}

static void
read_posts(const struct import_config *c)
{
	struct import_value path = setting(c, "PATH", "content");
	str content = path.text;

	content = path_clean(c->site->arena, content);
	if (content.len == 0)
		content = S(".");
	import_set_folder(c->site, content, path.from);
	import_set_media(c->site, content, "content", path.from);
	choose_folders(c);
	read_permalink(c);
	read_slugs(c);
	import_set(c->site, "posts.id", S("tag:{:host},{:date}:{:path}"),
	    S("as the site has it"));
	read_names(c);
	read_defaults(c, content);
	import_take_flag(c, "posts.future", true, "WITH_FUTURE_DATES", true);
	import_take_flag(c, "content.smart", false, "TYPOGRIFY", false);
	import_take_flag(c, "content.smart_titles", true, "TYPOGRIFY", false);
	import_take_mention(c, "content.flavour.breaks", "nl2br", true);
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
	{"", {"FEED FEED_ATOM", "FEED_RSS"}, {NULL, NULL}, NULL, NULL},
	{"tags", {"TAG_FEED TAG_FEED_ATOM", "TAG_FEED_RSS"}, {NULL, NULL},
		"TAG_URL", "tag/{slug}.html"},
	{"categories", {"CATEGORY_FEED CATEGORY_FEED_ATOM",
		"CATEGORY_FEED_RSS"},
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

/* Adds a second path to the main feed: FEED_ALL_ATOM and FEED_ATOM have the
 * same articles. */
static void
add_second(struct import_feed *f, int format, str path)
{
	if (f->path[format].len == 0)
		f->path[format] = path;
	else if (!str_eq(f->path[format], path))
		f->also[format] = path;
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
		add_second(f, IMPORT_ATOM, atom);
		add_second(f, IMPORT_RSS, rss);
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

	struct value *base = python_constants(s, names[1], NULL);

	import_add_layer(&c, (struct import_layer){.name = names[0],
		.root = python_constants(s, names[0], base)});
	import_add_layer(&c, (struct import_layer){.name = names[1],
		.root = base});
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
	.post_ends = ".mkd .mdown .html .htm .rst .adoc .asciidoc .asc .org "
	    ".ipynb",
	.media = "content",
	.front = {
		.has_headers = true,
		.own = "html rst adoc org ipynb",
		.dates = DATETIME_PYTHON,
		.status_words = "draft hidden skip published",
		.needs_title = true,
		.title_is_html = true,
		.drops_empty = true,
		.has_file_dates = true,
	},
	.terms = {
		.split = SPLIT_SEMICOLON,
		.folder_is_category = true,
	},
	.address = {
		.permalink = "/:slug.html",
		.other = "/:slug-:lang.html",
		.page_end = ".html",
		.title = SLUG_PELICAN, .name = SLUG_PELICAN,
		.term = SLUG_PELICAN,
		.slug_is_title = true,
	},
	.text = {
		.flavour = FLAVOUR_INDENTED,
		.attributes = ATTRS_KRAMDOWN | ATTRS_TOC,
		.links = links,
		.footnotes = {"fn:{name}", "fnref:{name}", "fnref{n}:{name}"},
	},
};
