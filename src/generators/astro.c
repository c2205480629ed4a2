/* SPDX-License-Identifier: MIT
 * astro: an Astro site.
 *
 * Its config is a program, which is not run: only constants in it are read, and
 * those in the file where the blog template keeps the titles. */
#include "generators/generators.h"

#include "base/core/buf.h"
#include "base/core/file.h"
#include "base/text/scan.h"
#include "generators/astro/astro_routes.h"
#include "generators/astro/js_module.h"
#include "generators/import/import_config.h"
#include "generators/import/import_literal.h"
#include "generators/others/import_posts.h"

static const char config_names[] = "astro.config.mjs astro.config.js "
    "astro.config.ts astro.config.mts astro.config.cjs";

struct astro {
	struct import_site *site;
	const struct import_config *config;
	struct astro_collection *collections;
	struct astro_route *routes;
	const struct astro_collection *main; /* that of the posts; or NULL */
	str in_feed;           /* names of collections, each with a blank */
	struct value *folders; /* posts.folders */
	struct value *map;     /* posts.collections */
	struct value *dates;   /* posts.keys.date */
	struct value *defaults; /* posts.defaults */
	bool has_categories;   /* posts have them */
};

/* ---- constants of other files ---- */

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
	str program = c->layers->program, rest, name, last, block, path;
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
	js_open_module(s, str_of(c->layers->name), program, name, &src, &path);
	block = dot == STR_NONE ? (str){0} : literal_block(s->arena, src.text,
	    arena_cstr(s->arena, name));
	v = literal_find(s->arena, block.len ? block : src.text,
	    arena_cstr(s->arena, last));
	return import_str(v);
}

/* ---- the site ---- */

/* The config of AstroWind, and of sites made from it. */
static void
read_theme(struct import_site *s)
{
	static const char file[] = "src/config.yaml";
	static const char older[] = "src/config.mjs";
	struct source src;
	const struct value *doc = import_has_file(s, file)
	    ? import_doc(s, file) : NULL;

	import_set_url(s, import_str(import_find(doc, "site.site")),
	    import_str(import_find(doc, "site.base")), str_of(file));
	import_set(s, "site.title", import_str(import_find(doc,
	    "site.name")), str_of(file));
	import_set(s, "site.description", import_str(import_find(doc,
	    "metadata.description")), str_of(file));
	import_set(s, "site.language", import_str(import_find(doc,
	    "i18n.language")), str_of(file));
	if (import_has_file(s, older) && import_text(s, older, &src)) {
		import_set_url(s, import_str(literal_find(s->arena, src.text,
		    "origin")), import_str(literal_find(s->arena, src.text,
		    "basePathname")), S("src/config.mjs: origin"));
		import_set(s, "site.title", import_str(literal_find(s->arena,
		    src.text, "name")), S("src/config.mjs: name"));
	}
}

static void
read_site(const struct import_config *c)
{
	struct import_config texts = import_open(c->site, "src/consts.ts "
	    "src/consts.js src/consts.mjs src/config.ts src/site.config.ts");
	str base = import_get(c, "base").text;
	str site = import_get(c, "site").text;

	if (site.len == 0)
		site = named_constant(c, "site");
	read_theme(c->site);
	import_set_url(c->site, site, base,
	    import_from(c, base.len ? "site, base" : "site"));
	import_take(&texts, "site.title", "SITE_TITLE title");
	import_take(&texts, "site.description",
	    "SITE_DESCRIPTION description");
	import_take(&texts, "site.language", "SITE_LANG lang");
	import_take(&texts, "site.author.name", "SITE_AUTHOR author");
}

/* ---- posts ---- */

static const char usual_names[] = "blog posts post articles article news "
    "writing writings essays notes";

/* The program of the site's feed: src/pages/rss.xml.js, also in a folder of
 * src/pages. NULL: there is none. */
static const char *
feed_program(struct import_site *s)
{
	static const char files[] = "rss.xml.js rss.xml.ts feed.xml.js "
	    "feed.xml.ts index.xml.js index.xml.ts atom.xml.js atom.xml.ts";
	struct strs paths = import_entries(s, S("src/pages"));
	str folder = S("src/pages");
	const char *name = import_first_file(s, folder, files);

	for (size_t i = 0; name == NULL && i < paths.count; i++)
		if (str_chr(paths.at[i], '[') == STR_NONE &&
		    import_has_folder(s, paths.at[i].ptr)) {
			folder = paths.at[i];
			name = import_first_file(s, folder, files);
		}
	return name;
}

/* The names of the collections in the site's feed. */
static str
names_in_feed(struct astro *x)
{
	const char *name = feed_program(x->site);
	struct buf names = {0};
	struct source src;
	str found;

	if (name && import_text(x->site, name, &src))
		astro_collections_of(x->site, x->collections, str_of(name),
		    src.text, &names);
	found = arena_str(x->site->arena, buf_str(&names));
	buf_free(&names);
	return found;
}

/* How likely a collection has the posts; 0: it has none. */
static int
rank_of(const struct astro *x, const struct astro_collection *c)
{
	bool is_usual = str_has_word(str_of(usual_names), c->name, str_ieq) ||
	    str_has_word(str_of(usual_names), path_base(c->folder), str_ieq);
	bool is_page = astro_route_find(x->routes, c, false) != NULL;
	bool is_dated = astro_date_key(c).len > 0 ||
	    import_posts_count(x->site, c->folder) > 0;
	int rank = 4 * is_usual + 2 * is_dated + is_page;

	if (str_has_word(x->in_feed, c->name, str_eq))
		return 8 + rank;
	return is_usual || (is_dated && is_page) ? rank : 0;
}

/* The collection of the posts, or NULL. */
static const struct astro_collection *
main_collection(const struct astro *x)
{
	const struct astro_collection *best = NULL, *c;
	int most = 0;

	for (c = x->collections; c; c = c->next)
		if (rank_of(x, c) > most) {
			most = rank_of(x, c);
			best = c;
		}
	return best;
}

/* The end of addresses: Astro's pages are a/, a or a.html. */
static const char *
page_end(const struct import_config *c)
{
	return str_eq(import_get(c, "trailingSlash").text, S("never")) ||
	    str_eq(import_get(c, "build.format").text, S("file")) ? "" : "/";
}

static str
pattern_of(struct astro *x, const struct astro_route *r, str pattern)
{
	if (r && r->unknown.len)
		import_gap(x->site, "posts.permalink: %.*s makes addresses by "
		    "'%.*s', which is not evaluated; build the site and run "
		    "'feedmill init' again, or set the address",
		    STR_ARG(r->file), STR_ARG(r->unknown));
	return arena_printf(x->site->arena, "%.*s%s", STR_ARG(pattern),
	    page_end(x->config));
}

/* ---- several folders ---- */

static void
add_folder(struct astro *x, str name, str folder, str pattern)
{
	struct value *keys = import_map(x->site);

	import_add(x->site, keys, S("folder"), folder);
	import_add(x->site, keys, S("permalink"), pattern);
	import_add_node(x->map, name, keys);
	import_add(x->site, x->folders, S(""), folder);
}

/* The languages are folders: /en/blog/name/ is of en/name.md. */
static bool
add_languages(struct astro *x, const struct astro_collection *c,
    const struct astro_route *r)
{
	struct strs paths = import_entries(x->site, c->folder);
	size_t at = str_find(r->pattern, S(":lang"));
	bool any = false;

	for (size_t i = 0; i < paths.count && at != STR_NONE; i++) {
		str name = path_base(paths.at[i]);

		if (!import_has_folder(x->site, paths.at[i].ptr) ||
		    name.len < 2 || name.len > 7 ||
		    (name.len > 3 && name.ptr[2] != '-' && name.ptr[2] != '_'))
			continue;
		any = true;
		add_folder(x, name, paths.at[i], pattern_of(x, r, arena_printf(
		    x->site->arena, "%.*s%.*s%.*s", (int)at, r->pattern.ptr,
		    STR_ARG(name), STR_ARG(str_from(r->pattern, at + 5)))));
	}
	return any;
}

/* A second route may show one folder only: en/name.md at /en/posts/name/. */
static void
add_route_folder(struct astro *x, const struct astro_collection *c)
{
	const struct astro_route *r = astro_route_find(x->routes, c, true);
	str folder;

	if (r == NULL)
		return;
	folder = path_join(x->site->arena, c->folder, r->folder);
	if (import_has_folder(x->site, folder.ptr))
		add_folder(x, r->folder, folder, pattern_of(x, r, r->pattern));
}

/* ---- the address ---- */

/* The pattern of AstroWind, which older versions have in a program. *last: of
 * the path of a post only the last part counts. Empty: this is another site. */
static str
theme_permalink(struct import_site *s, const char **file, bool *slash,
    bool *last)
{
	const struct value *doc = import_has_file(s, *file)
	    ? import_doc(s, *file) : NULL;
	str pattern = import_str(import_find(doc, "apps.blog.post.permalink"));
	struct source src;

	value_bool(import_find(doc, "site.trailingSlash"), slash);
	if (pattern.len)
		return pattern;
	*file = "src/config.mjs";
	if (!import_has_file(s, *file) || !import_text(s, *file, &src))
		return (str){0};
	pattern = import_str(literal_find(s->arena, src.text, "permalink"));
	value_bool(literal_find(s->arena, src.text, "trailingSlash"), slash);
	if (str_find(pattern, S("%slug%")) == STR_NONE)
		return (str){0};
	*last = import_first_file(s, S("src/utils"), "blog.ts blog.js") &&
	    import_text(s, import_first_file(s, S("src/utils"),
	    "blog.ts blog.js"), &src) && str_find(src.text,
	    S("= cleanSlug(rawSlug.split('/').pop())")) != STR_NONE;
	return pattern;
}

/* AstroWind, and sites made from it, have the pattern in their config. False:
 * this is another site. */
static bool
read_astrowind(struct astro *x)
{
	static const struct {
		const char *name, *token;
	} rows[] = {
		{"%slug%", ":slugorpath"}, {"%id%", ":slugorpath"},
		{"%category%", ":category"}, {"%year%", ":year"},
		{"%month%", ":month"}, {"%day%", ":day"},
		{"%hour%", ":hour"}, {"%minute%", ":minute"},
		{"%second%", ":second"},
	};
	const char *file = "src/config.yaml";
	bool slash = false, last = false;
	str rest = theme_permalink(x->site, &file, &slash, &last);
	str program = x->config->layers->program;
	struct buf out = {0};

	if (rest.len == 0)
		return false;
	if (scan_peek(rest) != '/')
		buf_addc(&out, '/');
	while (rest.len) {
		size_t i = 0;

		while (i < sizeof rows / sizeof *rows &&
		    !scan_text(&rest, str_of(rows[i].name)))
			i++;
		if (i < sizeof rows / sizeof *rows)
			buf_printf(&out, "%s", last && i < 2
			    ? ":slugorfilename" : rows[i].token);
		else
			buf_add(&out, scan_front(&rest, 1));
	}
	while (out.len > 1 && str_ends(buf_str(&out), S("/")))
		out.len--;
	/* The theme hands its own trailingSlash to Astro, unless the owner took
	 * that line out of an older version. */
	if (slash || (str_ends(str_of(file), S(".mjs")) && *page_end(x->config)
	    && str_find(program, S("trailingSlash")) == STR_NONE))
		buf_addc(&out, '/');
	import_set(x->site, "posts.permalink", arena_str(x->site->arena,
	    buf_str(&out)), arena_printf(x->site->arena, "%s: permalink",
	    file));
	buf_free(&out);
	return true;
}

/* The address of pages whose source is their own route. */
static void
read_pages(struct astro *x, str folder)
{
	import_set_plain(x->site, "posts.slugs", "off",
	    S("pages have the path of their file"));
	import_set(x->site, "posts.permalink", arena_printf(x->site->arena,
	    "%.*s/:slugorpath%s", STR_ARG(str_from(folder,
	    sizeof "src/pages" - 1)), page_end(x->config)),
	    S("the folder of the posts"));
}

/* The route for the posts of an unknown collection: the only one, or one that
 * has the name of the folder. */
static const struct astro_route *
likely_route(const struct astro *x, str name)
{
	const struct astro_route *best = NULL, *r;
	int most = 0;

	for (r = x->routes; r; r = r->next) {
		str first = str_from(r->pattern, 1);
		int rank;

		if (r->collection)
			continue;
		first.len = str_chr(first, '/') == STR_NONE ? first.len
		    : str_chr(first, '/');
		if (str_has_word(S("tags tag categories category authors "
		    "author series projects"), first, str_ieq))
			continue;
		rank = str_ieq(first, name) ? 3 : str_has_word(str_of(
		    usual_names), first, str_ieq) ? 2 : 1;
		if (rank > most) {
			most = rank;
			best = r;
		}
	}
	return best;
}

static void
read_permalink(struct astro *x, str folder, const struct astro_route *r)
{
	str name = path_base(folder);

	if (read_astrowind(x))
		return;
	if (r == NULL)
		r = likely_route(x, name);
	if (r == NULL)
		import_gap(x->site, "posts.permalink: no [slug] page was found "
		    "in src/pages that shows '%.*s'; /%.*s/ is a guess",
		    STR_ARG(folder), STR_ARG(name));
	else if (str_eq(r->pattern, S("/blog/:slugorpath")) &&
	    *page_end(x->config))
		return;
	import_set(x->site, "posts.permalink", pattern_of(x, r, r ? r->pattern
	    : arena_printf(x->site->arena, "/%.*s/:slugorpath",
	    STR_ARG(name))), r ? r->file : S("the folder of the posts"));
}

/* glob() also takes files from folders such as _old, which feedmill only reads
 * if posts.folders names them. */
static void
add_underscored(struct astro *x, const struct astro_collection *c,
    const struct astro_route *r)
{
	struct strs paths = import_entries(x->site, c->folder);

	if (r == NULL)
		r = likely_route(x, path_base(c->folder));
	for (size_t i = 0; i < paths.count && c->pattern.len; i++) {
		str name = path_base(paths.at[i]);
		size_t at = r ? str_find(r->pattern, S(":slugorpath"))
		    : STR_NONE;

		if (scan_peek(name) != '_' ||
		    str_find(c->pattern, S("**")) == STR_NONE ||
		    !import_has_folder(x->site, paths.at[i].ptr) ||
		    import_posts_count(x->site, paths.at[i]) == 0)
			continue;
		if (at == STR_NONE || r->drops_underscored)
			import_add(x->site, x->folders, S(""), paths.at[i]);
		else
			add_folder(x, name, paths.at[i], pattern_of(x, r,
			    arena_printf(x->site->arena, "%.*s%.*s/%.*s",
			    (int)at, r->pattern.ptr, STR_ARG(name),
			    STR_ARG(str_from(r->pattern, at)))));
	}
}

/* ---- schemas ---- */

/* The list that a key has where a post has none: [others] or NULL. */
static struct value *
default_list(struct astro *x, const struct astro_collection *c,
    const char *key)
{
	const struct value *v = astro_default_list(x->site, c, key);
	struct value *list = v ? import_list(x->site) : NULL;

	for (v = v ? v->first : NULL; v; v = v->next)
		import_add(x->site, list, S(""), import_str(v));
	return list;
}

/* Adds what the schema of a collection says of front matter. */
static void
add_schema(struct astro *x, const struct astro_collection *c)
{
	static const char *const lists[] = {"tags", "categories"};
	struct value *set = import_map(x->site), *values = import_map(x->site);
	str date = astro_date_key(c);

	if (date.len && !import_has_text(x->dates, date))
		import_add(x->site, x->dates, S(""), date);
	x->has_categories |= astro_has_key(c, S("category")) ||
	    astro_has_key(c, S("categories"));
	for (size_t i = 0; i < 2; i++) {
		struct value *list = default_list(x, c, lists[i]);

		if (list)
			import_add_node(values, str_of(lists[i]), list);
	}
	if (values->first == NULL)
		return;
	import_add(x->site, set, S("path"), arena_printf(x->site->arena,
	    "%.*s/", STR_ARG(c->folder)));
	import_add_node(set, S("values"), values);
	import_add_node(x->defaults, S(""), set);
}

static void
set_schemas(struct astro *x)
{
	struct value *keys = import_map(x->site);
	str from = S("the schema of the posts");

	if (x->dates->first) {
		import_add_node(keys, S("date"), x->dates);
		import_set_value(x->site, "posts.keys", keys, from);
	}
	if (x->defaults->first)
		import_set_value(x->site, "posts.defaults", x->defaults, from);
}

/* ---- all of the posts ---- */

static void
read_collections(struct astro *x)
{
	const struct astro_collection *main = x->main, *c;
	const struct astro_route *r = astro_route_find(x->routes, main, false);
	str from = S("the content config");

	if (r == NULL || !r->by_language || !add_languages(x, main, r))
		import_add(x->site, x->folders, S(""), main->folder);
	add_route_folder(x, main);
	add_underscored(x, main, r);
	for (c = x->collections; c; c = c->next) {
		const struct astro_route *own =
		    astro_route_find(x->routes, c, false);

		if (c != main && own && !str_eq(c->folder, main->folder) &&
		    str_has_word(x->in_feed, c->name, str_eq)) {
			if (!own->by_language || !add_languages(x, c, own))
				add_folder(x, c->name, c->folder,
				    pattern_of(x, own, own->pattern));
			add_underscored(x, c, own);
			add_schema(x, c);
		}
	}
	add_schema(x, main);
	import_set_value(x->site, "posts.folders", x->folders, from);
	if (x->map->first)
		import_set_value(x->site, "posts.collections", x->map, from);
	if (main->pattern.len && str_find(main->pattern, S("**")) == STR_NONE &&
	    scan_peek(main->pattern) != '{' && x->folders->first->next == NULL
	    && str_chr(main->pattern, '/') == STR_NONE)
		import_set(x->site, "posts.include", S("*"), from);
	if (main->has_own_ids)
		import_gap(x->site, "posts.permalink: the content config makes "
		    "the ids of '%.*s' by a function, which is not run; build "
		    "the site and run 'feedmill init' again to see whether "
		    "addresses are right", STR_ARG(main->name));
	read_permalink(x, main->folder, r);
	set_schemas(x);
}

static void
read_flavour(const struct import_config *c)
{
	import_take_mention(c, "content.flavour.breaks", "remark-breaks", true);
	import_take_mention(c, "content.flavour.definitions",
	    "remark-definition-list", true);
	import_take_switch(c, "content.flavour.links", "markdown.gfm", true);
	import_take_switch(c, "content.flavour.strike", "markdown.gfm", true);
}

static void
read_posts(struct astro *x)
{
	static const char names[] = "src/content/blog src/content/posts "
	    "src/content/post src/content/articles src/content/news "
	    "src/data/blog src/data/posts src/pages/blog src/pages/posts "
	    "src/content";
	str folder;

	import_set_plain(x->site, "posts.future", "true",
	    S("Astro shows posts from the future"));
	import_take_flag(x->config, "content.smart", false,
	    "markdown.smartypants", true);
	read_flavour(x->config);
	x->main = main_collection(x);
	if (x->main) {
		read_collections(x);
		return;
	}
	folder = import_first_folder(x->site, S(""), names);
	if (folder.len == 0)
		return;
	import_set_folder(x->site, folder, S("this folder exists"));
	if (path_is_in(folder, S("src/pages")))
		read_pages(x, folder);
	else
		read_permalink(x, folder, NULL);
}

/* ---- feeds ---- */

/* A feed is made by a program: src/pages/rss.xml.js. */
static void
read_feeds(struct astro *x)
{
	const struct import_config *c = x->config;
	const char *name = feed_program(x->site);
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
	if (!x->has_categories)
		return;
	f = import_add_feed(c->site, S("categories"),
	    S("the site has none today"));
	f->path[IMPORT_RSS] = S("categories/{slug}/rss.xml");
}

static void
read_config(struct import_site *s)
{
	struct import_config c = import_open(s, config_names);

	struct astro x = {.site = s, .config = &c,
		.folders = import_list(s), .map = import_map(s),
		.dates = import_list(s), .defaults = import_list(s)};

	read_site(&c);
	x.collections = astro_collections(s);
	x.routes = astro_routes(s, x.collections);
	x.in_feed = names_in_feed(&x);
	read_posts(&x);
	read_feeds(&x);
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
		.dates = DATETIME_JS,
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
		.flavour = FLAVOUR_GITHUB,
		.mdx_ends = ".mdx",
		.renamed = ".~@",
		.footnotes = {"user-content-fn-{lower}",
			"user-content-fnref-{lower}",
			"user-content-fnref-{lower}-{n}"},
	},
};
