/* SPDX-License-Identifier: MIT
 * hexo: a Hexo site. Its _config.yml has the name of Jekyll's. */
#include "generators/generators.h"

#include "base/text/glob.h"
#include "generators/import/import_config.h"
#include "generators/liquid_tags.h"

static const char config_name[] = "_config.yml";

static bool
is_site(struct import_site *s)
{
	static const char *const keys[] = {
		"new_post_name", "source_dir", "public_dir", "pretty_urls"};
	const struct value *doc = import_doc(s, config_name);

	for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++)
		if (import_find(doc, keys[i]))
			return true;
	return false;
}

static void
read_site(const struct import_config *c)
{
	struct import_value language = import_get(c, "language");
	struct strs tags = import_strs(c->site, language.tree);

	import_take(c, "site.url", "url");
	import_take(c, "site.title", "title");
	import_take(c, "site.description", "subtitle description");
	if (tags.count)
		import_set(c->site, "site.language", tags.at[0],
		    language.from);
	import_take(c, "site.author.name", "author");
	import_take(c, "site.author.email", "email");
	import_take_timezone(c);
}

/* Whether a permalink has a token that cannot be known, which is reported. A
 * :lang is known if posts without one have the language of the site. */
static bool
has_foreign(const struct import_config *c, struct import_value permalink)
{
	static const struct {
		const char *token, *why;
	} rows[] = {
		{":id", "Hexo makes it anew for a post that has none"},
		{":hash", "which is not supported"},
		{":lang", "and permalink_defaults has not the site's language "
			"for posts without one"},
	};
	struct strs site = import_strs(c->site,
	    import_get(c, "language").tree);
	str usual = import_get(c, "permalink_defaults.lang").text;

	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		if (str_find(permalink.text, str_of(rows[i].token)) ==
		    STR_NONE || (i == 2 && site.count &&
		    str_ieq(site.at[0], usual)))
			continue;
		import_gap(c->site, "posts.permalink: %.*s has '%s', %s; give "
		    "posts a permalink in their front matter",
		    STR_ARG(permalink.from), rows[i].token, rows[i].why);
		return true;
	}
	return false;
}

static void
read_permalink(const struct import_config *c)
{
	struct import_value v = import_get(c, "permalink");
	str p = v.text;

	if (has_foreign(c, v))
		return;
	if (!import_flag(c, "pretty_urls.trailing_html", true) &&
	    str_ends(p, S(".html")))
		p.len -= 5;
	if (p.len && !str_starts(p, S("/")))
		p = arena_printf(c->site->arena, "/%.*s", STR_ARG(p));
	if (!str_eq(p, S("/:year/:month/:day/:title/")))
		import_set(c->site, "posts.permalink", p, v.from);
}

/* Reads what slugs of tags and categories are made from. */
static void
read_terms(const struct import_config *c)
{
	static const char *const maps[][2] = {
		{"tag_map", "tags"}, {"category_map", "categories"}};
	str usual = import_get_or(c, "default_category", "uncategorized").text;
	str which = import_get(c, "filename_case").text;
	struct value *slugs = import_map(c->site);
	str from = {0};

	for (size_t i = 0; i < 2; i++) {
		struct import_value v = import_get(c, maps[i][0]);
		struct value *map = import_map(c->site);

		for (const struct value *t = v.tree && v.tree->kind ==
		    VALUE_MAP ? v.tree->first : NULL; t; t = t->next)
			import_add(c->site, map, t->key, import_str(t));
		if (map->first == NULL)
			continue;
		import_add_node(slugs, str_of(maps[i][1]), map);
		from = v.from;
	}
	if (slugs->first)
		import_set_value(c->site, "posts.term_slugs", slugs, from);
	if (str_eq(which, S("1")) || str_eq(which, S("2")))
		import_set_plain(c->site, "posts.slug_case",
		    str_eq(which, S("1")) ? "lower" : "upper",
		    import_from(c, "filename_case"));
	if (!str_eq(usual, S("uncategorized")))
		import_set(c->site, "posts.no_category", usual,
		    import_from(c, "default_category"));
}

/* With a new_post_name like ":year-:month-:day-:title.md" addresses lack the
 * date of the file's name. With post_asset_folder the address of a post is a
 * folder, which holds its files. */
static void
read_names(const struct import_config *c)
{
	struct import_value name = import_get(c, "new_post_name");

	if (str_find(name.text, S(":day")) != STR_NONE ||
	    str_find(name.text, S(":i_day")) != STR_NONE)
		import_set_plain(c->site, "posts.keep_dates", "false",
		    name.from);
	if (import_flag(c, "post_asset_folder", false))
		import_set_plain(c->site, "posts.slash", "always",
		    import_from(c, "post_asset_folder"));
}

/* Whether a pattern has more than feedmill's have. */
static bool
is_rich(str pattern)
{
	for (size_t i = 0; i < pattern.len; i++)
		if (str_chr(S("{}[]()!"), pattern.ptr[i]) != STR_NONE)
			return true;
	return false;
}

/* Leaves out posts that Hexo does not render, by patterns of paths below its
 * source folder. */
static void
read_skipped(const struct import_config *c)
{
	struct import_value v = import_get(c, "skip_render");
	struct strs patterns = import_strs(c->site, v.tree);
	struct value *list = import_list(c->site);

	for (size_t i = 0; i < patterns.count; i++) {
		str whole = patterns.at[i], rest = whole, first;

		if (!str_split(&rest, '/', &first) ||
		    !glob_match(first, S("_posts")) || str_ends(whole, S("/")))
			continue;
		if (is_rich(whole))
			import_gap(c->site, "posts.exclude: %.*s '%.*s' has "
			    "more than *, ** and ?; write the patterns out",
			    STR_ARG(v.from), STR_ARG(whole));
		else if (str_eq(first, S("**")))
			import_add(c->site, list, S(""), whole);
		else
			import_add(c->site, list, S(""), rest);
	}
	if (list->first)
		import_set_value(c->site, "posts.exclude", list, v.from);
}

/* With use_slug_as_post_title a post without a title has the path below the
 * posts' folder. */
static void
read_titles(const struct import_config *c)
{
	str name = import_get_or(c, "new_post_name", ":title.md").text;
	bool dated = str_starts(name, S(":year-:month-:day-:title."));

	if (import_flag(c, "use_slug_as_post_title", false))
		import_set_plain(c->site, "posts.paths", dated
		    ? "(?:\\d{4}-\\d{2}-\\d{2}-)?(?P<title>.+)\\.[^./]+$"
		    : "(?P<title>.+)\\.[^./]+$",
		    import_from(c, "use_slug_as_post_title"));
	if (import_flag(c, "titlecase", false))
		import_gap(c->site, "titlecase: Hexo writes the words of "
		    "titles with capitals; feeds have titles as posts have "
		    "them");
}

/* The time of a file is none that lasts. */
static void
read_updated(const struct import_config *c)
{
	struct import_value v = import_get_or(c, "updated_option", "mtime");

	if (!str_has_word(S("date empty"), v.text, str_eq))
		import_gap(c->site, "posts.updated: %.*s: the update of a post "
		    "without one is the time of its file, which a fresh "
		    "checkout changes; 'git' takes its last commit",
		    STR_ARG(v.from));
}

static void
read_posts(const struct import_config *c)
{
	struct import_value source = import_get_or(c, "source_dir", "source");

	import_set_folder(c->site, arena_printf(c->site->arena, "%.*s/_posts",
	    STR_ARG(source.text)), source.from);
	import_set_media(c->site, source.text, "source", source.from);
	read_permalink(c);
	read_names(c);
	read_terms(c);
	read_skipped(c);
	read_titles(c);
	read_updated(c);
	import_take_flag(c, "posts.future", true, "future", true);
	import_take_flag(c, "posts.drafts", true, "render_drafts", false);
	import_take_flag(c, "content.smart", false, "marked.smartypants",
	    true);
	import_take_switch(c, "content.flavour.breaks",
	    "marked.breaks markdown.render.breaks", true);
	import_take_switch(c, "content.flavour.links",
	    "marked.autolink markdown.render.linkify", true);
}

/* ---- feeds ---- */

/* `feed.type` and `feed.path` of hexo-generator-feed are one text each, or
 * parallel lists. */
static void
read_main(const struct import_config *c)
{
	struct import_value path = import_get(c, "feed.path");
	struct strs names = import_strs(c->site, path.tree);
	struct strs types = import_strs(c->site,
	    import_get(c, "feed.type").tree);
	struct import_feed *f = import_add_feed(c->site, S(""),
	    path.tree ? path.from : S("hexo-generator-feed's default"));

	for (size_t i = 0; i == 0 || i < types.count; i++) {
		int k = i < types.count && str_ieq(types.at[i], S("rss2"))
		    ? IMPORT_RSS : IMPORT_ATOM;

		f->path[k] = i < names.count && names.at[i].len ? names.at[i]
		    : k == IMPORT_RSS ? S("rss2.xml") : S("atom.xml");
	}
}

static void
read_term(const struct import_config *c, const char *taxonomy,
    const char *key)
{
	static const char *const names[] = {"atom.xml", "rss2.xml"};
	struct import_value dir = import_get_or(c, key, taxonomy);
	struct import_feed *f = import_add_feed(c->site, str_of(taxonomy),
	    dir.from);

	f->url = arena_printf(c->site->arena, "/%.*s/{slug}/",
	    STR_ARG(dir.text));
	for (int k = IMPORT_ATOM; k <= IMPORT_RSS; k++)
		if (c->site->feeds->path[k].len)
			f->path[k] = arena_printf(c->site->arena, "%.*s%s",
			    STR_ARG(str_from(f->url, 1)), names[k]);
}

static void
read_feeds(const struct import_config *c)
{
	import_take_or(c, "feeds.folder", "public_dir", "public");
	if (!import_take(c, "feeds.limit", "feed.limit"))
		import_set_plain(c->site, "feeds.limit", "20",
		    S("hexo-generator-feed's default"));
	read_main(c);
	read_term(c, "tags", "tag_dir");
	read_term(c, "categories", "category_dir");
}

static void
read_config(struct import_site *s)
{
	struct import_config c = import_open(s, config_name);

	read_site(&c);
	read_posts(&c);
	read_feeds(&c);
}

/* ---- the row ---- */

const struct generator generator_hexo = {
	.name = "hexo",
	.label = "Hexo",
	.known_by = "_config.yml with new_post_name",
	.is = is_site,
	.read = read_config,
	.post_ends = ".mkd .mkdn .mdwn .mdtxt .mdtext .html .htm "
	    ".adoc .asciidoc .org .rst",
	.media = "source",
	.front = {
		.opens_bare = true,
	},
	.terms = {
		.page = "/{taxonomy}/{slug}/",
	},
	.address = {
		.permalink = "/:year/:month/:day/:title/",
		.title = SLUG_HEXO, .term = SLUG_HEXO_TERM,
		.keeps_date = true,
		.ignores_slug = true,
		.site_time = true,
		.title_is_name = true,
		.title_has_folders = true,
	},
	.text = {
		.flavour = FLAVOUR_GITHUB | FLAVOUR_BREAKS,
		.syntax = TAGS_NUNJUCKS,
		.tags = liquid_tags,
		.footnotes = {"fn:{number}", "fnref:{number}", "fnref:{number}"},
	},
};
