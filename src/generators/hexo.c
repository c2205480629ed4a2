/* SPDX-License-Identifier: MIT
 * hexo: a Hexo site. Its _config.yml has the name of Jekyll's. */
#include "generators/generators.h"

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

static void
read_permalink(const struct import_config *c)
{
	static const char *const foreign[] = {
		":id", ":hash", ":lang", ":timestamp"};
	struct import_value v = import_get(c, "permalink");
	str p = v.text;
	str usual = import_get_or(c, "default_category", "uncategorized").text;

	for (size_t i = 0; i < sizeof foreign / sizeof foreign[0]; i++)
		if (str_find(p, str_of(foreign[i])) != STR_NONE) {
			import_gap(c->site, "posts.permalink: %.*s has '%s', "
			    "which is not supported", STR_ARG(v.from),
			    foreign[i]);
			return;
		}
	if (str_find(p, S(":category")) != STR_NONE &&
	    !str_eq(usual, S("uncategorized")))
		import_gap(c->site, "posts.permalink: default_category is "
		    "'%.*s'; posts without a category have 'uncategorized' in "
		    "their address", STR_ARG(usual));
	if (!import_flag(c, "pretty_urls.trailing_html", true) &&
	    str_ends(p, S(".html")))
		p.len -= 5;
	if (p.len && !str_starts(p, S("/")))
		p = arena_printf(c->site->arena, "/%.*s", STR_ARG(p));
	if (!str_eq(p, S("/:year/:month/:day/:title/")))
		import_set(c->site, "posts.permalink", p, v.from);
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

static void
read_posts(const struct import_config *c)
{
	struct import_value source = import_get_or(c, "source_dir", "source");

	import_set_folder(c->site, arena_printf(c->site->arena, "%.*s/_posts",
	    STR_ARG(source.text)), source.from);
	import_set_media(c->site, source.text, "source", source.from);
	read_permalink(c);
	read_names(c);
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
		.title = SLUG_HEXO, .term = SLUG_HEXO,
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
