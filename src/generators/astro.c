/* SPDX-License-Identifier: MIT
 * astro: an Astro site.
 *
 * Its config is a program, which is not run: only constants in it are read, and
 * those in the file where the blog template keeps the titles. */
#include "generators/generators.h"

#include "base/core/file.h"
#include "base/text/scan.h"
#include "generators/import/import_config.h"
#include "generators/import/import_literal.h"

static const char config_names[] = "astro.config.mjs astro.config.js "
    "astro.config.ts astro.config.mts astro.config.cjs";

/* ---- constants of other files ---- */

/* The path of the module that `name` is imported from, or empty:
 * import { SITE } from "./src/config". */
static str
imported_from(struct import_site *s, str program, str name)
{
	str line;

	while (str_split(&program, '\n', &line)) {
		size_t from = str_find(line, S(" from "));
		str names = str_sub(line, 0, from), rest;
		bool open;
		struct value *v;

		if (!str_starts(str_trim(line), S("import ")) ||
		    from == STR_NONE || str_find(names, name) == STR_NONE)
			continue;
		rest = str_trim(str_from(line, from + 6));
		v = literal_parse(s->arena, &rest, &open);
		return v ? v->text : (str){0};
	}
	return (str){0};
}

/* Reads an imported module. False: the path is that of a package, or no such
 * file exists. */
static bool
open_imported(struct import_site *s, str path, struct source *src)
{
	static const char *const ends[] = {"", ".ts", ".js", ".mjs",
		"/index.ts", "/index.js"};

	if (str_starts(path, S("@/")) || str_starts(path, S("~/")))
		path = arena_printf(s->arena, "src/%.*s",
		    STR_ARG(str_from(path, 2)));
	else if (!str_starts(path, S(".")) && !str_starts(path, S("src/")))
		return false;
	path = path_clean(s->arena, path);
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
		const char *name = arena_printf(s->arena, "%.*s%s",
		    STR_ARG(path), ends[i]).ptr;

		if (import_has_file(s, name))
			return import_text(s, name, src);
	}
	return false;
}

static bool
is_name_char(char c)
{
	return char_is_alnum(c) || c == '_' || c == '$' || c == '.';
}

/* The value of a key that is set to a constant: `site: SITE.website`. The
 * constant is in an imported file or in the config. Empty: none is found. */
static str
named_constant(const struct import_config *c, const char *key)
{
	struct import_site *s = c->site;
	str program = c->layers->program, rest, name, last, block;
	size_t at = str_find(program, arena_printf(s->arena, "%s:", key));
	struct source src = {.text = program};
	const struct value *v;
	size_t dot;

	if (at == STR_NONE)
		return (str){0};
	rest = str_trim(str_from(program, at + str_of(key).len + 1));
	name = scan_while(&rest, is_name_char);
	dot = str_chr(name, '.');
	last = dot == STR_NONE ? name : str_from(name, str_rchr(name, '.') + 1);
	name = str_sub(name, 0, dot);
	if (name.len == 0)
		return (str){0};
	rest = imported_from(s, program, name);
	if (rest.len && !open_imported(s, rest, &src))
		return (str){0};
	block = dot == STR_NONE ? (str){0} : literal_block(s->arena, src.text,
	    arena_cstr(s->arena, name));
	v = literal_find(s->arena, block.len ? block : src.text,
	    arena_cstr(s->arena, last));
	return import_str(v);
}

/* ---- the site ---- */

static void
read_site(const struct import_config *c)
{
	struct import_config texts = import_open(c->site, "src/consts.ts "
	    "src/consts.js src/consts.mjs src/config.ts src/site.config.ts");
	str base = import_get(c, "base").text;
	str site = import_get(c, "site").text;

	if (site.len == 0)
		site = named_constant(c, "site");
	import_set_url(c->site, site, base,
	    import_from(c, base.len ? "site, base" : "site"));
	import_take(&texts, "site.title", "SITE_TITLE title");
	import_take(&texts, "site.description",
	    "SITE_DESCRIPTION description");
	import_take(&texts, "site.language", "SITE_LANG lang");
	import_take(&texts, "site.author.name", "SITE_AUTHOR author");
}

/* ---- posts ---- */

/* The folder that a collection is loaded from: glob({ base: "./texts" }).
 * Prefers the first with a usual name for posts, else takes the first of all.
 * Empty: no such folder exists. */
static str
glob_folder(const struct import_config *c)
{
	static const char files[] = "src/content.config.ts "
	    "src/content.config.js src/content.config.mjs "
	    "src/content/config.ts src/content/config.js "
	    "src/content/config.mjs";
	const char *name = import_first_file(c->site, S(""), files);
	struct source src;
	str rest, found = {0};
	size_t at;

	if (name == NULL || !import_text(c->site, name, &src))
		return found;
	for (rest = src.text; (at = str_find(rest, S("base:"))) != STR_NONE;) {
		struct value *v;
		bool open;
		str folder;

		rest = str_trim(str_from(rest, at + 5));
		v = literal_parse(c->site->arena, &rest, &open);
		folder = path_clean(c->site->arena, import_str(v));
		if (folder.len == 0 || !import_has_folder(c->site, folder.ptr))
			continue;
		if (found.len == 0)
			found = folder;
		if (str_has_word(S("blog posts post articles news writing"),
		    path_base(folder), str_ieq))
			return folder;
	}
	return found;
}

/* Whether a name in src/pages is that of a route for posts:
 * "[...slug].astro". */
static bool
is_route(str name)
{
	return str_has_word(S("[...slug] [slug] [...id] [id] [...post] [post] "
	    "[...path]"), str_ends(name, S(".astro")) ? str_sub(name, 0,
	    name.len - 6) : name, str_eq);
}

/* Whether a folder of src/pages has such a route: "[slug].astro" or
 * "[slug]/index.astro". */
static bool
has_route(struct import_site *s, str folder)
{
	struct strs paths = import_entries(s, folder);

	for (size_t i = 0; i < paths.count; i++)
		if (is_route(path_base(paths.at[i])) &&
		    (str_ends(paths.at[i], S(".astro")) || import_has_file(s,
		    path_join(s->arena, paths.at[i], S("index.astro")).ptr)))
			return true;
	return false;
}

/* Finds the folder in the addresses of posts. It is "texts" if the route is
 * src/pages/texts/[...slug].astro, and empty if the route is in src/pages.
 * False: there is no route. */
static bool
find_route(const struct import_config *c, str collection, str *route)
{
	struct import_site *s = c->site;
	str own = path_join(s->arena, S("src/pages"), collection);
	struct strs paths = import_entries(s, S("src/pages"));

	*route = collection;
	if (has_route(s, own))
		return true;
	for (size_t i = 0; i < paths.count; i++) {
		*route = path_base(paths.at[i]);
		if (import_has_folder(s, paths.at[i].ptr) &&
		    scan_peek(*route) != '[' &&
		    !str_has_word(S("tags tag categories category authors "
		    "author series projects"), *route, str_ieq) &&
		    has_route(s, paths.at[i]))
			return true;
	}
	*route = (str){0};
	return has_route(s, S("src/pages"));
}

/* Astro's pages are a/, a or a.html. */
static void
read_permalink(const struct import_config *c, str folder)
{
	struct import_value slash = import_get(c, "trailingSlash");
	struct import_value format = import_get(c, "build.format");
	bool never = str_eq(slash.text, S("never"));
	bool file = str_eq(format.text, S("file"));
	str route, from = S("the folder of the posts");

	if (path_is_in(folder, S("src/pages"))) {
		/* The address of a page is the path of its file. */
		route = str_from(folder, sizeof "src/pages");
		import_set_plain(c->site, "posts.slugs", "off",
		    S("pages have the path of their file"));
	} else if (find_route(c, path_base(folder), &route))
		from = S("src/pages");
	else {
		route = path_base(folder);
		import_gap(c->site, "posts.permalink: no [slug] page was found "
		    "in src/pages that shows '%.*s'; /%.*s/ is a guess",
		    STR_ARG(folder), STR_ARG(route));
	}
	if (!never && !file && str_eq(route, S("blog")))
		return;
	import_set(c->site, "posts.permalink", arena_printf(c->site->arena,
	    "/%.*s%s:slugorpath%s", STR_ARG(route), route.len ? "/" : "",
	    never || file ? "" : "/"), never ? slash.from : file ? format.from
	    : from);
}

static void
read_posts(const struct import_config *c)
{
	static const char names[] = "src/content/blog src/content/posts "
	    "src/content/post src/content/articles src/content/news "
	    "src/data/blog src/data/posts src/pages/blog src/pages/posts "
	    "src/content";
	str glob = glob_folder(c);
	str folder = glob.len ? glob
	    : import_first_folder(c->site, S(""), names);

	import_set_plain(c->site, "posts.future", "true",
	    S("Astro shows posts from the future"));
	import_take_flag(c, "content.smart", false, "markdown.smartypants",
	    true);
	if (folder.len == 0)
		return;
	import_set_folder(c->site, folder, glob.len
	    ? S("glob of the content config") : S("this folder exists"));
	read_permalink(c, folder);
}

/* ---- feeds ---- */

/* A feed is made by a program: src/pages/rss.xml.js. */
static void
read_feeds(const struct import_config *c)
{
	static const char files[] = "src/pages/rss.xml.js "
	    "src/pages/rss.xml.ts src/pages/feed.xml.js "
	    "src/pages/feed.xml.ts src/pages/index.xml.js "
	    "src/pages/index.xml.ts src/pages/blog/rss.xml.js "
	    "src/pages/blog/rss.xml.ts";
	const char *name = import_first_file(c->site, S(""), files);
	struct import_value media = import_get(c, "publicDir");
	struct import_value folder = import_get_or(c, "outDir", "dist");
	str path = S("rss.xml");
	struct import_feed *f;

	import_set_media(c->site, media.text, "public", media.from);
	import_set(c->site, "feeds.folder",
	    path_clean(c->site->arena, folder.text), folder.from);
	import_set_plain(c->site, "feeds.limit", "0",
	    S("@astrojs/rss has no limit"));
	if (name) {
		path = str_from(str_of(name), sizeof "src/pages/" - 1);
		path.len = str_rchr(path, '.');
	} else
		import_gap(c->site, "feeds.main.path: no feed was found; its "
		    "address is that of the blog template");
	f = import_add_feed(c->site, S(""), name ? str_of(name)
	    : S("as the blog template has it"));
	f->path[IMPORT_RSS] = path;
	f = import_add_feed(c->site, S("tags"), S("the site has none today"));
	f->path[IMPORT_RSS] = S("tags/{slug}/rss.xml");
}

static void
read_config(struct import_site *s)
{
	struct import_config c = import_open(s, config_names);

	read_site(&c);
	read_posts(&c);
	read_feeds(&c);
}

/* ---- the row ---- */

const struct generator generator_astro = {
	.name = "astro",
	.label = "Astro",
	.known_by = "astro.config.mjs",
	.configs = config_names,
	.read = read_config,
	.post_ends = ".mdx .mdown .mkd .mkdn .mdwn .adoc .typ",
	.media = "public",
	.front = {
		.own = "adoc typ",
	},
	.address = {
		.permalink = "/blog/:slugorpath/",
		.skips_underscore = true,
		.title = SLUG_GITHUB, .name = SLUG_GITHUB,
		.section = SLUG_GITHUB, .term = SLUG_GITHUB,
		.keeps_date = true,
	},
	.text = {
		.mdx_ends = ".mdx",
		.renamed = ".~@",
		.footnotes = {"user-content-fn-{lower}",
			"user-content-fnref-{lower}",
			"user-content-fnref-{lower}-{n}"},
	},
};
