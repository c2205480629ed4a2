/* SPDX-License-Identifier: MIT
 * import_jekyll: a Jekyll site, and an Octopress site, which is one with
 * habits of its own. */
#include "import_site.h"

#include <string.h>

#include "../base/file.h"

struct jekyll {
	struct import_site *site;
	const char *name;         /* "_config.yml" */
	const struct value *doc;  /* NULL: there is none */
	str source;               /* the folder of the site: "", "source" */
};

static const char config_names[] = "_config.yml _config.yaml _config.toml";

static struct jekyll
open_config(struct import_site *s)
{
	struct jekyll j = {.site = s, .name = import_first_file(
	    s, config_names)};

	if (j.name == NULL)
		j.name = "_config.yml";
	j.doc = import_doc(s, j.name);
	j.source = path_clean(s->arena, import_str(
	    import_find(j.doc, "source")));
	return j;
}

bool
jekyll_is(struct import_site *s)
{
	return import_first_file(s, config_names) ||
	    import_has_folder(s, "_posts");
}

bool
octopress_is(struct import_site *s)
{
	static const char *const keys[] = {"subscribe_rss", "titlecase",
		"category_dir", "simple_search", "recent_posts"};
	struct jekyll j;

	if (!import_has_folder(s, "source/_posts") ||
	    !import_first_file(s, config_names))
		return false;
	j = open_config(s);
	for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++)
		if (import_find(j.doc, keys[i]))
			return str_eq(j.source, S("source"));
	return false;
}

/* ---- the site ---- */

static bool
take(struct jekyll *j, const char *key, const char *path)
{
	return import_take(j->site, key, j->doc, j->name, path);
}

static str
from(struct jekyll *j, const char *path)
{
	return import_from(j->site, j->name, path);
}

/* `base` is the key for the site's folder on its host. GitHub's pages have
 * their host in a file. */
static void
read_url(struct jekyll *j, const char *base)
{
	struct arena *a = j->site->arena;
	str url = import_str(import_find(j->doc, "url"));
	str folder = import_str(import_find(j->doc, base));
	str where = import_from(j->site, j->name, folder.len
	    ? arena_printf(a, "url, %s", base).ptr : "url");
	struct source cname;

	if (url.len == 0 && import_text(j->site, "CNAME", &cname) &&
	    str_trim(cname.text).len) {
		url = arena_printf(a, "https://%.*s",
		    STR_ARG(str_trim(cname.text)));
		where = S("CNAME");
	}
	if (url.len == 0)
		return;
	if (str_ends(url, S("/")) && folder.len)
		url.len--;
	import_set(j->site, "site.url", arena_printf(a, "%.*s%s%.*s",
	    STR_ARG(url), folder.len && !str_starts(folder, S("/")) ? "/" : "",
	    STR_ARG(folder)), where);
}

/* "en_US" is "en-US". */
static void
read_language(struct jekyll *j)
{
	const char *key = import_find(j->doc, "lang") ? "lang" : "locale";
	str text = import_str(import_find(j->doc, key));
	char *tag = arena_cstr(j->site->arena, text);

	for (char *c = tag; *c; c++)
		if (*c == '_')
			*c = '-';
	import_set(j->site, "site.language", str_of(tag), from(j, key));
}

/* A name, a map, or a key of the table of authors. */
static void
read_author(struct jekyll *j)
{
	static const char *const tables[] = {
		"_data/authors.yml", "_data/authors.yaml",
		"_data/authors.json"};
	const char *key = arena_cstr(j->site->arena, import_str(
	    import_find(j->doc, "author")));

	for (size_t i = 0; i < 3; i++) {
		str table = path_join(
		    j->site->arena, j->source, str_of(tables[i]));
		const struct value *who = value_find(
		    import_doc(j->site, table.ptr), str_of(key));

		if (import_has_file(j->site, table.ptr))
			import_set(j->site, "posts.authors", table, table);
		if (who == NULL)
			continue;
		import_take(j->site, "site.author.name", who, table.ptr,
		    "name");
		import_take(j->site, "site.author.email", who, table.ptr,
		    "email");
	}
	take(j, "site.author.name", "author.name");
	take(j, "site.author.name", "author");
	take(j, "site.author.email", "author.email");
	take(j, "site.author.email", "email");
	take(j, "site.author.url", "author.url");
	take(j, "site.author.url", "author.uri");
}

static void
read_site(struct jekyll *j, const char *base)
{
	read_url(j, base);
	take(j, "site.title", "title");
	take(j, "site.title", "name");
	take(j, "site.description", "description");
	take(j, "site.description", "subtitle");
	read_language(j);
	read_author(j);
	if (!take(j, "site.timezone", "timezone"))
		import_gap(j->site, "site.timezone: %s has no timezone, so "
		    "the site has that of the machine; UTC is used", j->name);
}

/* ---- posts ---- */

/* The values of `defaults` for all posts. */
static const struct value *
find_default(struct jekyll *j, const char *key)
{
	const struct value *list = import_find(j->doc, "defaults");

	if (list == NULL || list->kind != VALUE_LIST)
		return NULL;
	for (const struct value *i = list->first; i; i = i->next) {
		str type = import_str(import_find(i, "scope.type"));
		str path = import_str(import_find(i, "scope.path"));
		const struct value *v = import_find(
		    import_find(i, "values"), key);

		if (v && (type.len == 0 || str_eq(type, S("posts"))) &&
		    path.len == 0)
			return v;
	}
	return NULL;
}

static void
read_permalink(struct jekyll *j, str usual)
{
	const char *keys[] = {"collections.posts.permalink", "permalink"};
	str pattern = import_str(find_default(j, "permalink"));
	const char *key = "defaults";

	for (size_t i = 0; pattern.len == 0 && i < 2; i++) {
		key = keys[i];
		pattern = import_str(import_find(j->doc, key));
	}
	if (pattern.len == 0 || str_eq(pattern, usual))
		return;
	if (str_find(pattern, S(":path")) != STR_NONE ||
	    str_find(pattern, S(":w_day")) != STR_NONE ||
	    str_find(pattern, S(":collection")) != STR_NONE)
		import_gap(j->site, "posts.permalink: %.*s is '%.*s', which "
		    "has a token that is not known", STR_ARG(from(j, key)),
		    STR_ARG(pattern));
	else
		import_set(j->site, "posts.permalink", pattern, from(j, key));
}

/* Posts are in _posts on top, and in folders that so become categories:
 * where there are such, all of the source is read but what is no post. */
static void
read_folders(struct jekyll *j)
{
	struct arena *a = j->site->arena;
	str below = import_str(import_find(j->doc, "collections_dir"));
	str dir = path_clean(a, path_join(a, j->source, below));
	str where = below.len ? from(j, "collections_dir") : j->source.len
	    ? from(j, "source") : S("Jekyll's default");
	str nested = import_nested_folder(j->site, dir, "_posts");
	struct value *list = import_list(j->site);

	if (nested.len == 0) {
		import_add(j->site, list, S(""), path_join(a, dir,
		    S("_posts")));
		import_set_value(j->site, "posts.folders", list, where);
		return;
	}
	import_add(j->site, list, S(""), dir.len ? dir : S("."));
	import_set_value(j->site, "posts.folders", list, nested);
	list = import_list(j->site);
	import_add(j->site, list, S(""), S("_posts/**"));
	import_add(j->site, list, S(""), S("**/_posts/**"));
	import_set_value(j->site, "posts.include", list, nested);
}

/* The values of `defaults` that hold for some posts; those of all are the
 * same with an empty path. Layouts say nothing to a feed. */
static void
read_defaults(struct jekyll *j)
{
	const struct value *i = import_find(j->doc, "defaults");
	struct value *list = import_list(j->site);

	for (i = i && i->kind == VALUE_LIST ? i->first : NULL; i;
	     i = i->next) {
		str type = import_str(import_find(i, "scope.type"));
		str path = import_str(import_find(i, "scope.path"));
		const struct value *v = import_find(i, "values");
		struct value *set = import_map(j->site);
		struct value *values = import_map(j->site);

		if ((type.len && !str_eq(type, S("posts"))) || v == NULL)
			continue;
		for (v = v->first; v; v = v->next)
			if (!value_is_null(v) &&
			    !str_eq(v->key, S("layout")) &&
			    (path.len || !str_eq(v->key, S("permalink"))))
				import_add_copy(j->site, values, v);
		if (values->first == NULL)
			continue;
		path = path_clean(j->site->arena, path_join(
		    j->site->arena, j->source, path));
		import_add(j->site, set, S("path"), path.len ? path
		    : S("**"));
		values->key = S("values");
		value_add(set, values);
		value_add(list, set);
	}
	if (list->first)
		import_set_value(j->site, "posts.defaults", list,
		    from(j, "defaults"));
}

static void
read_posts(struct jekyll *j)
{
	bool on = false;

	read_folders(j);
	read_defaults(j);
	if (value_bool(import_find(j->doc, "future"), &on) && on)
		import_set_plain(j->site, "posts.future", "true",
		    from(j, "future"));
	on = false;
	if (value_bool(import_find(j->doc, "show_drafts"), &on) && on)
		import_set_plain(j->site, "posts.drafts", "true",
		    from(j, "show_drafts"));
}

/* CommonMark, unlike kramdown, has typographic quotes on demand only. */
static void
read_smart(struct jekyll *j)
{
	const struct value *options = import_find(j->doc, "commonmark.options");
	const struct value *i = options ? options->first : NULL;

	if (!str_istarts(import_str(import_find(j->doc, "markdown")),
	    S("commonmark")))
		return;
	while (i && !str_ieq(import_str(i), S("smart")))
		i = i->next;
	if (i == NULL)
		import_set_plain(j->site, "content.smart", "false",
		    from(j, "markdown"));
}

/* ---- feeds ---- */

/* A feed that the site has a template of: its format, and its limit, which
 * is the first "limit: 20" in it. */
static bool
read_template(struct jekyll *j)
{
	static const char names[] = "atom.xml feed.xml rss.xml index.xml "
	    "feed/index.xml feed/atom.xml blog/atom.xml";
	str rest = str_of(names), word, text;
	struct import_feed *f;
	struct source src;
	size_t at, n = 0;

	while (str_word(&rest, &word)) {
		const char *name =
		    path_join(j->site->arena, j->source, word).ptr;

		if (import_text(j->site, name, &src))
			break;
	}
	if (word.len == 0 || src.text.len == 0)
		return false;
	f = import_add_feed(j->site, S(""), arena_printf(
	    j->site->arena, "%.*s", STR_ARG(path_join(
	    j->site->arena, j->source, word))));
	text = src.text;
	f->path[str_find(text, S("<rss")) != STR_NONE ? IMPORT_RSS
	    : IMPORT_ATOM] = word;
	at = str_find(text, S("limit:"));
	text = at == STR_NONE ? (str){0} : str_trim(str_from(text, at + 6));
	while (n < text.len && char_is_digit(text.ptr[n]))
		n++;
	import_set_plain(j->site, "feeds.limit", n && n < 6
	    ? arena_cstr(j->site->arena, str_sub(text, 0, n)) : "0", f->from);
	return true;
}

static bool
has_plugin(struct jekyll *j)
{
	static const char *const keys[] = {"plugins", "gems"};
	struct source gems;

	for (size_t i = 0; i < 2; i++) {
		const struct value *list = import_find(j->doc, keys[i]);

		if (list == NULL || list->kind != VALUE_LIST)
			continue;
		for (list = list->first; list; list = list->next)
			if (str_eq(import_str(list), S("jekyll-feed")))
				return true;
	}
	return import_text(j->site, "Gemfile", &gems) &&
	    str_find(gems.text, S("jekyll-feed")) != STR_NONE;
}

/* What jekyll-feed does, by its keys and defaults. */
static void
read_plugin(struct jekyll *j)
{
	const struct value *feed = import_find(j->doc, "feed");
	str path = import_str(import_find(feed, "path"));
	struct import_feed *f;

	if (path.len == 0)
		path = import_str(import_find(feed, "collections.posts.path"));
	f = import_add_feed(j->site, S(""), path.len
	    ? from(j, "feed.path") : S("jekyll-feed's default"));
	f->path[IMPORT_ATOM] = path.len ? path : S("feed.xml");
	if (!take(j, "feeds.limit", "feed.posts_limit"))
		import_set_plain(j->site, "feeds.limit", "10",
		    S("jekyll-feed's default"));
	if (!has_plugin(j))
		import_gap(j->site, "feeds.main.path: no feed was found; its "
		    "address is that of jekyll-feed");
}

static void
read_terms(struct jekyll *j)
{
	str path = import_str(import_find(j->doc, "feed.tags.path"));
	int format = j->site->feeds->path[IMPORT_RSS].len ? IMPORT_RSS
	    : IMPORT_ATOM;
	struct import_feed *tags = import_add_feed(j->site, S("tags"),
	    import_find(j->doc, "feed.tags") ? from(j, "feed.tags")
	    : S("as jekyll-feed names them"));
	struct import_feed *categories = import_add_feed(j->site,
	    S("categories"), import_find(j->doc, "feed.categories")
	    ? from(j, "feed.categories") : S("as jekyll-feed names them"));

	tags->path[format] = arena_printf(j->site->arena,
	    "%.*s{slug}.xml", STR_ARG(path.len ? path : S("feed/by_tag/")));
	categories->path[format] = S("feed/{slug}.xml");
}

static void
read_excerpts(struct jekyll *j)
{
	const struct value *feed = import_find(j->doc, "feed");
	const struct value *more = import_find(feed, "collections");
	bool on = false;

	if (value_bool(import_find(feed, "excerpt_only"), &on) && on)
		import_set_plain(j->site, "content.full", "false",
		    from(j, "feed.excerpt_only"));
	for (more = more ? more->first : NULL; more; more = more->next) {
		str name = more->key.len ? more->key : import_str(more);

		if (!str_eq(name, S("posts")))
			import_gap(j->site, "feeds: the feed of the "
			    "collection '%.*s'", STR_ARG(name));
	}
}

/* post.id is the address without its ending. */
static void
read_id(struct jekyll *j)
{
	import_set(j->site, "posts.id", S("{:folder}{:name}"), S("as it is today"));
}

static void
read_folder(struct jekyll *j, str usual, str owner)
{
	str folder = import_str(import_find(j->doc, "destination"));

	import_set(j->site, "feeds.folder", folder.len ? folder : usual,
	    folder.len ? from(j, "destination") : owner);
	import_set(j->site, "feeds.url", S("/"), (str){0});
}

/* ---- all of it ---- */

void
jekyll_read(struct import_site *s)
{
	struct jekyll j = open_config(s);

	read_site(&j, "baseurl");
	read_posts(&j);
	import_set(s, "posts.dialect", S("jekyll"), (str){0});
	read_permalink(&j, S("date"));
	read_id(&j);
	read_smart(&j);
	read_excerpts(&j);
	read_folder(&j, S("_site"), S("Jekyll's default"));
	if (!read_template(&j))
		read_plugin(&j);
	read_terms(&j);
}

/* A feed for each category stands beside the category's page. */
void
octopress_read(struct import_site *s)
{
	struct jekyll j = open_config(s);
	str dir = import_str(import_find(j.doc, "category_dir"));
	struct import_feed *f;

	if (dir.len == 0)
		dir = S("blog/categories");
	read_site(&j, "root");
	read_posts(&j);
	import_set(s, "posts.dialect", S("octopress"), (str){0});
	read_permalink(&j, S("/blog/:year/:month/:day/:title/"));
	read_id(&j);
	read_folder(&j, S("public"), S("Octopress's default"));
	if (!read_template(&j)) {
		f = import_add_feed(s, S(""), S("Octopress's default"));
		f->path[IMPORT_ATOM] = S("atom.xml");
		import_set_plain(s, "feeds.limit", "20", f->from);
	}
	f = import_add_feed(s, S("categories"), import_find(j.doc,
	    "category_dir") ? from(&j, "category_dir")
	    : S("Octopress's default"));
	f->path[IMPORT_ATOM] = arena_printf(s->arena, "%.*s/{slug}/atom.xml",
	    STR_ARG(dir));
	f->url = arena_printf(s->arena, "/%.*s/{slug}/", STR_ARG(dir));
}
