/* SPDX-License-Identifier: MIT
 * jekyll_site: the keys that Jekyll and Octopress, which is based on Jekyll,
 * share. */
#include "generators/import/jekyll_site.h"

#include "base/core/file.h"
#include "base/text/scan.h"

const char jekyll_config_names[] = "_config.yml _config.yaml _config.toml";

struct jekyll
jekyll_open(struct import_site *s)
{
	struct jekyll j = {
		.site = s, .config = import_open(s, jekyll_config_names)};

	j.source = path_clean(s->arena, import_get(&j.config, "source").text);
	j.dir = path_clean(s->arena, path_join(s->arena, j.source,
	    import_get(&j.config, "collections_dir").text));
	return j;
}

/* ---- the site ---- */

/* Whether the address already ends in the folder, as after Octopress's
 * set_root_dir and setup_github_pages. */
static bool
ends_in_folder(str url, str folder)
{
	while (str_ends(url, S("/")))
		url.len--;
	while (str_ends(folder, S("/")))
		folder.len--;
	folder = path_relative(folder);
	return folder.len && str_ends(url, folder) &&
	    url.len > folder.len && url.ptr[url.len - folder.len - 1] == '/' &&
	    str_find(url, S("://")) != STR_NONE &&
	    url.ptr[url.len - folder.len - 2] != '/';
}

/* `base` is the key for the site's folder on its host. On GitHub Pages the host
 * may be in the file CNAME. */
static void
read_url(struct jekyll *j, const char *base)
{
	struct arena *a = j->site->arena;
	str url = import_get(&j->config, "url").text;
	str folder = import_get(&j->config, base).text;
	str where = import_from(&j->config, folder.len
	    ? arena_printf(a, "url, %s", base).ptr : "url");
	struct source cname;

	if (url.len == 0 && import_text(j->site, "CNAME", &cname) &&
	    str_trim(cname.text).len) {
		url = arena_printf(a, "https://%.*s",
		    STR_ARG(str_trim(cname.text)));
		where = S("CNAME");
	}
	if (ends_in_folder(url, folder))
		folder = S("");
	import_set_url(j->site, url, folder, where);
}

/* "en_US" is "en-US". */
static void
read_language(struct jekyll *j)
{
	struct import_value v = import_get(&j->config, "lang locale");
	char *tag = arena_cstr(j->site->arena, v.text);

	for (char *c = tag; *c; c++)
		if (*c == '_')
			*c = '-';
	import_set(j->site, "site.language", str_of(tag), v.from);
}

/* `author` is a name, a map, or a key of the table of authors. */
static void
read_author(struct jekyll *j)
{
	const struct import_config *c = &j->config;
	const char *table = import_first_file(j->site, j->source,
	    "_data/authors.yml _data/authors.yaml _data/authors.json");

	if (table) {
		struct import_config who = {.site = j->site};

		import_set(j->site, "posts.authors", str_of(table),
		    str_of(table));
		import_add_layer(&who, (struct import_layer){.name = table,
			.root = value_find(import_doc(j->site, table),
			    import_get(c, "author").text)});
		import_take(&who, "site.author.name", "name");
		import_take(&who, "site.author.email", "email");
	}
	import_take(c, "site.author.name", "author.name author");
	import_take(c, "site.author.email", "author.email email");
	import_take(c, "site.author.url", "author.url author.uri");
}

void
jekyll_read_site(struct jekyll *j, const char *base)
{
	read_url(j, base);
	import_take(&j->config, "site.title", "title name");
	import_take(&j->config, "site.description", "description subtitle");
	read_language(j);
	read_author(j);
	import_take_timezone(&j->config);
}

/* ---- posts ---- */

void
jekyll_read_permalink(struct jekyll *j, str usual)
{
	struct import_value v = import_get(&j->config,
	    "collections.posts.permalink permalink");
	str pattern = import_str(jekyll_default(j, S("posts"), "permalink"));

	if (pattern.len)
		v.from = import_from(&j->config, "defaults");
	else
		pattern = v.text;
	if (!str_eq(pattern, usual))
		import_set(j->site, "posts.permalink", pattern, v.from);
}

/* Reads the whole source folder, and includes only folders with posts. */
static void
set_nested(struct jekyll *j, str nested)
{
	struct value *list = import_list(j->site);

	import_set_folder(j->site, j->dir.len ? j->dir : S("."), nested);
	import_add(j->site, list, S(""), S("_posts/**"));
	import_add(j->site, list, S(""), S("**/_posts/**"));
	for (const struct jekyll_collection *n = j->collections; n;
	     n = n->next)
		import_add(j->site, list, S(""), arena_printf(j->site->arena,
		    "%.*s/**", STR_ARG(path_base(n->folder))));
	import_set_value(j->site, "posts.include", list, nested);
}

/* Posts are in _posts, and in _posts of other folders, which become categories.
 * A site with collections may have no posts. */
static void
read_folders(struct jekyll *j)
{
	struct arena *a = j->site->arena;
	str where = import_get(&j->config, "collections_dir source").from;
	str nested = import_nested_folder(j->site, j->dir, "_posts");
	str posts = path_join(a, j->dir, S("_posts"));
	struct value *list = import_list(j->site);

	if (nested.len) {
		set_nested(j, nested);
		return;
	}
	if (j->collections == NULL || import_has_folder(j->site, posts.ptr))
		import_add(j->site, list, S(""), posts);
	for (const struct jekyll_collection *n = j->collections; n;
	     n = n->next)
		import_add(j->site, list, S(""), n->folder);
	import_set_value(j->site, "posts.folders", list, where);
}

/* Sets content.summary_mark from `excerpt_separator`. Jekyll's default, a blank
 * line, is empty here and sets nothing. feedmill knows <!--more--> anyway. */
static void
read_summary_mark(struct jekyll *j)
{
	struct import_value v = import_get(&j->config, "excerpt_separator");

	if (!str_eq(v.text, S("<!--more-->")))
		import_set(j->site, "content.summary_mark", v.text, v.from);
}

void
jekyll_read_posts(struct jekyll *j)
{
	read_summary_mark(j);
	jekyll_read_collections(j);
	read_folders(j);
	jekyll_read_exclude(j);
	jekyll_read_defaults(j);
	import_take_flag(&j->config, "posts.future", true, "future", false);
	import_take_flag(&j->config, "posts.drafts", true, "show_drafts",
	    false);
}

/* ---- the version ---- */

/* The major version of Jekyll in Gemfile.lock, "    jekyll (0.12.0)"; or
 * `usual`. */
static int
major_version(struct jekyll *j, int usual)
{
	struct source lock;
	struct scan_number n;
	str rest;

	if (!import_text(j->site, "Gemfile.lock", &lock))
		return usual;
	rest = lock.text;
	if (!scan_past(&rest, S(" jekyll ("), NULL))
		return usual;
	n = scan_number(&rest);
	return n.digits && n.digits < 3 ? n.value : usual;
}

/* Before version 3, Jekyll made no slug of the file name for :title: it kept
 * punctuation, and hyphens at both ends. */
void
jekyll_read_slugs(struct jekyll *j, int usual)
{
	if (major_version(j, usual) < 3)
		import_set_plain(j->site, "posts.slugs", "off",
		    S("as Jekyll had it before version 3"));
}
