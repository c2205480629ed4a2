/* SPDX-License-Identifier: MIT
 * vitepress: a VitePress site.
 *
 * Its config is a program, which is not run: only constants in it are read. It
 * does not tell posts from other pages: the folder with the most dated pages
 * is taken for that of the posts. */
#include "generators/generators.h"

#include "base/core/file.h"
#include "base/text/scan.h"
#include "generators/import/feed_script.h"
#include "generators/import/import_config.h"
#include "generators/import/import_literal.h"

static const char config_names[] = ".vitepress/config.ts "
    ".vitepress/config.mts .vitepress/config.js .vitepress/config.mjs "
    "docs/.vitepress/config.ts docs/.vitepress/config.mts "
    "docs/.vitepress/config.js docs/.vitepress/config.mjs";

enum { SCRIPT_DEPTH = 2 };
enum { MOST_DEPTH = 4 }; /* levels of folders in which pages are counted */

struct vitepress {
	struct import_site *site;
	struct import_config config;
	str root;    /* the folder of the project: "", "docs" */
	str sources; /* the folder of its pages */
	str folder;  /* of the posts */
	bool has_tags, has_categories; /* a dated page has them */
	bool has_names; /* a dated page has another name than README.md */
};

/* ---- the site ---- */

static void
read_site(const struct import_config *c)
{
	str host = import_get(c, "sitemap.hostname").text;
	str base = import_get(c, "base").text;
	str from = import_from(c, base.len ? "sitemap.hostname, base"
	    : "sitemap.hostname");

	while (str_ends(host, S("/")))
		host.len--;
	/* Some configs have the base at the end of the host. */
	if (base.len == 0 ||
	    str_ends(host, str_sub(base, 0, base.len - 1)))
		base = S("/");
	import_set_url(c->site, host, base, from);
	import_take(c, "site.title", "title");
	import_take(c, "site.description", "description");
	import_take(c, "site.language", "lang");
}

/* ---- posts ---- */

/* Whether the name of a file or its front matter has a date. */
static bool
is_dated(struct vitepress *v, str path)
{
	str name = path_base(path), rest, line;
	bool dated = name.len > 10 && name.ptr[4] == '-' &&
	    name.ptr[7] == '-' && char_is_digit(name.ptr[0]);
	bool tags = false, categories = false;
	struct source src;

	if (!import_text(v->site, path.ptr, &src))
		return dated;
	rest = src.text;
	if (!str_split(&rest, '\n', &line) ||
	    !str_eq(str_trim(line), S("---")))
		return dated;
	while (str_split(&rest, '\n', &line) &&
	    !str_eq(str_trim(line), S("---"))) {
		dated |= str_starts(line, S("date:"));
		tags |= str_starts(line, S("tags:")) ||
		    str_starts(line, S("tag:"));
		categories |= str_starts(line, S("categories:")) ||
		    str_starts(line, S("category:"));
	}
	v->has_names |= dated && !str_eq(name, S("README.md")) &&
	    !str_eq(name, S("index.md"));
	v->has_tags |= dated && tags;
	v->has_categories |= dated && categories;
	return dated;
}

/* How many pages with a date a folder and those below it have. */
static size_t
count_dated(struct vitepress *v, str folder, int depth)
{
	struct strs paths = import_entries(v->site, folder);
	size_t n = 0;

	for (size_t i = 0; i < paths.count; i++)
		if (str_ends(paths.at[i], S(".md")))
			n += is_dated(v, paths.at[i]);
		else if (depth > 0 && import_has_folder(v->site,
		    paths.at[i].ptr))
			n += count_dated(v, paths.at[i], depth - 1);
	return n;
}

/* The folder in `sources` with most dated pages, or `sources` itself; *any:
 * there is such a page. */
static str
find_posts(struct vitepress *v, bool *any)
{
	struct strs paths = import_entries(v->site, v->sources);
	size_t most = count_dated(v, v->sources, 0);
	str best = v->sources;

	for (size_t i = 0; i < paths.count; i++) {
		size_t n = import_has_folder(v->site, paths.at[i].ptr)
		    ? count_dated(v, paths.at[i], MOST_DEPTH) : 0;

		if (n > most) {
			most = n;
			best = paths.at[i];
		}
	}
	*any = most > 0;
	return best;
}

/* "en", "zh-CN". */
static bool
is_language(str name)
{
	return name.len >= 2 && name.len <= 7 && char_is_alpha(name.ptr[0]) &&
	    char_is_alpha(name.ptr[1]) && (name.len == 2 ||
	    char_is_one_of(name.ptr[2], "-_"));
}

/* Sets the folder of the posts, and those of other languages beside it. */
static void
set_folders(struct vitepress *v)
{
	struct strs paths = import_entries(v->site, v->sources);
	struct value *list = import_list(v->site);

	/* Names of other folders do not count. */
	v->has_names = false;
	count_dated(v, v->folder, MOST_DEPTH);
	import_add(v->site, list, S(""), v->folder.len ? v->folder : S("."));
	for (size_t i = 0; i < paths.count &&
	    is_language(path_base(v->folder)); i++)
		if (is_language(path_base(paths.at[i])) &&
		    !str_eq(paths.at[i], v->folder) &&
		    import_has_folder(v->site, paths.at[i].ptr) &&
		    count_dated(v, paths.at[i], MOST_DEPTH))
			import_add(v->site, list, S(""), paths.at[i]);
	import_set_value(v->site, "posts.folders", list,
	    S("it has the most dated pages"));
}

/* Sets posts.exclude from the first list after srcExclude, which may be behind
 * a condition: srcExclude: isProduction ? ["drafts"] : []. Leaves out patterns
 * that cannot match a file in the folder of the posts. */
static void
read_excluded(const struct vitepress *v)
{
	str program = v->config.layers->program, rest;
	size_t at = str_find(program, S("srcExclude"));
	struct value *list = NULL, *patterns = import_list(v->site);
	bool open;

	rest = str_sub(program, at == STR_NONE ? program.len : at, 2000);
	while (scan_past(&rest, S("["), NULL)) {
		str text = (str){rest.ptr - 1, rest.len + 1};

		list = literal_parse(v->site->arena, &text, &open);
		if (list)
			break;
	}
	if (list == NULL)
		return;
	for (const struct value *w = list->first; w; w = w->next) {
		str text = w->text;

		scan_text(&text, S("./"));
		text = path_join(v->site->arena, v->sources, text);
		if (str_starts(w->text, S("**/")))
			import_add(v->site, patterns, S(""), w->text);
		else if (v->folder.len == 0 || path_is_in(text, v->folder))
			import_add(v->site, patterns, S(""), str_from(text,
			    v->folder.len + (v->folder.len > 0)));
	}
	if (patterns->first)
		import_set_value(v->site, "posts.exclude", patterns,
		    import_from(&v->config, "srcExclude"));
}

/* ---- rewrites ---- */

/* The pattern for pages whose path `from` is rewritten to `to`; empty: feedmill
 * has none. */
static str
rewritten(const struct vitepress *v, str from, str to)
{
	str name = path_base(from), above = path_dir(from);
	bool named = str_eq(name, S("README.md")) ||
	    str_eq(name, S("index.md"));

	to.len -= str_ends(to, S(".md")) ? 3 : 0;
	if (named && str_eq(to, above) && !v->has_names)
		return S("/:sections");
	name.len -= str_ends(name, S(".md")) ? 3 : 0;
	if (scan_peek(name) == ':' && str_chr(name, '*') == STR_NONE &&
	    str_eq(path_base(to), name) && str_chr(path_dir(to), ':') ==
	    STR_NONE && str_chr(to, '(') == STR_NONE)
		return path_join(v->site->arena, path_join(v->site->arena,
		    S("/"), path_dir(to)), S(":filename"));
	return (str){0};
}

/* Reads `rewrites` for the folder of the posts. False: it cannot be read. */
static bool
read_rewrites(const struct vitepress *v)
{
	str rest = literal_block(v->site->arena, v->config.layers->program,
	    "rewrites"), pattern = {0};
	bool clean = import_flag(&v->config, "cleanUrls", false), open;

	if (rest.len == 0)
		return false;
	for (rest = str_trim(rest); rest.len; rest = str_trim(rest)) {
		struct value *from = literal_parse(v->site->arena, &rest,
		    &open), *to;
		str first;

		rest = str_trim(rest);
		if (from == NULL || !scan_char(&rest, ':'))
			return false;
		rest = str_trim(rest);
		to = literal_parse(v->site->arena, &rest, &open);
		if (to == NULL)
			return false;
		rest = str_trim(rest);
		scan_char(&rest, ',');
		first = str_sub(from->text, 0, str_chr(from->text, '/'));
		if (scan_peek(first) != ':' && !path_is_in(v->folder, first) &&
		    !str_eq(v->folder, first))
			continue;
		pattern = rewritten(v, from->text, to->text);
		if (pattern.len == 0)
			return false;
		break;
	}
	if (pattern.len)
		import_set(v->site, "posts.permalink", arena_printf(
		    v->site->arena, "%.*s%s", STR_ARG(pattern), clean ? ""
		    : ".html"), import_from(&v->config, "rewrites"));
	return true;
}

/* The source of `sources`, or `usual`. */
static str
from_sources(const struct vitepress *v, str usual)
{
	struct import_value dir = import_get(&v->config, "srcDir");

	return dir.text.len ? dir.from : usual;
}

static void
read_posts(struct vitepress *v)
{
	bool has_rewrites = str_find(v->config.layers->program,
	    S("rewrites")) != STR_NONE, any;

	v->folder = find_posts(v, &any);
	set_folders(v);
	read_excluded(v);
	import_set(v->site, "posts.root", v->sources,
	    from_sources(v, S("where .vitepress is")));
	import_set_plain(v->site, "posts.future", "true",
	    S("VitePress shows all pages"));
	import_set_plain(v->site, "content.smart", "false",
	    S("VitePress's default"));
	import_take_switch(&v->config, "content.flavour.breaks", "breaks",
	    false);
	import_take_switch(&v->config, "content.flavour.links", "linkify",
	    true);
	import_take_mention(&v->config, "content.flavour.definitions",
	    "markdown-it-deflist", true);
	if (has_rewrites && !read_rewrites(v))
		import_gap(v->site, "posts.permalink: %.*s are not read: "
		    "addresses are those of the files",
		    STR_ARG(import_from(&v->config, "rewrites")));
	if (import_flag(&v->config, "cleanUrls", false))
		import_set(v->site, "posts.permalink",
		    S("/:sections/:filename"),
		    import_from(&v->config, "cleanUrls"));
	if (!any)
		import_gap(v->site, "posts.folders: no page has a date");
}

/* ---- feeds ---- */

/* Adds feeds of the terms that posts have, in the formats of the main one. */
static void
add_terms(const struct vitepress *v, str taxonomy)
{
	static const char *const ends[IMPORT_FORMATS] = {
		[IMPORT_ATOM] = "atom.xml", [IMPORT_RSS] = "rss.xml",
		[IMPORT_JSON] = "feed.json",
	};
	const struct import_feed *main = v->site->feeds;
	struct import_feed *f = import_add_feed(v->site, taxonomy,
	    S("the site has none today"));
	bool any = false;

	for (int i = 0; i < IMPORT_FORMATS; i++)
		if (main != NULL && main->taxonomy.len == 0 &&
		    main->path[i].len)
			any = true;
	for (int i = 0; i < IMPORT_FORMATS; i++)
		if (any ? main->path[i].len > 0 : i != IMPORT_JSON)
			f->path[i] = arena_printf(v->site->arena,
			    "%.*s/{slug}/%s", STR_ARG(taxonomy), ends[i]);
}

static void
read_feeds(const struct vitepress *v)
{
	struct arena *a = v->site->arena;
	struct import_value folder = import_get_or(&v->config, "outDir",
	    ".vitepress/dist");

	import_set_media(v->site, path_join(a, v->sources, S("public")),
	    "public", from_sources(v, S("VitePress's default")));
	import_set(v->site, "feeds.folder", path_clean(a, path_join(a, v->root,
	    folder.text)), folder.from);
	if (!feed_script_read(v->site, path_dir(
	    str_of(v->config.layers->name)), SCRIPT_DEPTH))
		import_gap(v->site, "feeds.main.path: VitePress has no feeds, "
		    "and no script of the site was found that writes some; if "
		    "there is one, give their addresses");
	if (v->has_tags)
		add_terms(v, S("tags"));
	if (v->has_categories)
		add_terms(v, S("categories"));
}

static void
read_config(struct import_site *s)
{
	struct vitepress v = {
		.site = s, .config = import_open(s, config_names)};

	v.root = path_dir(path_dir(str_of(v.config.layers->name)));
	v.sources = path_clean(s->arena, path_join(s->arena, v.root,
	    import_get(&v.config, "srcDir").text));
	read_site(&v.config);
	read_posts(&v);
	read_feeds(&v);
}

/* ---- the row ---- */

static const struct own_ref links[] = {
	{"", OWN_REF_SOURCE, NULL},
	{0},
};

const struct generator generator_vitepress = {
	.name = "vitepress",
	.label = "VitePress",
	.known_by = ".vitepress/config.ts",
	.configs = config_names,
	.read = read_config,
	.media = "public",
	.front = {
		.dates = DATETIME_JS,
		.has_heading = true,
	},
	.address = {
		.permalink = "/:sections/:filename.html",
		.content = "",
		.index = "/:sections/:filename/",
		.title = SLUG_GITHUB,
		.term = SLUG_PLAIN,
		.keeps_date = true,
	},
	.text = {
		.flavour = FLAVOUR_LINKS | FLAVOUR_STRIKE |
		    FLAVOUR_INDENTED,
		.syntax = TAGS_VUE,
		.attributes = ATTRS_HEADING | ATTRS_SPAN,
		.links = links,
		.containers = "code-group raw v-pre",
		.renamed = ".~@",
		.footnotes = {"", "", ""},
	},
};
