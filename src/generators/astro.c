/* SPDX-License-Identifier: MIT
 * astro: an Astro site.
 *
 * Its config is a program, which is not run: only constants in it are read, and
 * those in the file where the blog template keeps the titles. */
#include "generators/generators.h"

#include "base/core/file.h"
#include "generators/import/import_config.h"

static const char config_names[] = "astro.config.mjs astro.config.js "
    "astro.config.ts astro.config.mts astro.config.cjs";

/* ---- the site ---- */

static void
read_site(const struct import_config *c)
{
	struct import_config texts = import_open(c->site, "src/consts.ts "
	    "src/consts.js src/consts.mjs src/config.ts src/site.config.ts");
	str base = import_get(c, "base").text;

	import_set_url(c->site, import_get(c, "site").text, base,
	    import_from(c, base.len ? "site, base" : "site"));
	import_take(&texts, "site.title", "SITE_TITLE title");
	import_take(&texts, "site.description",
	    "SITE_DESCRIPTION description");
	import_take(&texts, "site.language", "SITE_LANG lang");
	import_take(&texts, "site.author.name", "SITE_AUTHOR author");
}

/* ---- posts ---- */

/* Astro's pages are a/, a or a.html. */
static void
read_permalink(const struct import_config *c, str collection)
{
	struct import_value slash = import_get(c, "trailingSlash");
	struct import_value format = import_get(c, "build.format");
	bool never = str_eq(slash.text, S("never"));
	bool file = str_eq(format.text, S("file"));

	if (!never && !file && str_eq(collection, S("blog")))
		return;
	import_set(c->site, "posts.permalink", arena_printf(c->site->arena,
	    "/%.*s/:filename%s", STR_ARG(collection), never || file ? ""
	    : "/"), never ? slash.from : file ? format.from
	    : S("the folder of the posts"));
}

static void
read_posts(const struct import_config *c)
{
	static const char names[] = "src/content/blog src/content/posts "
	    "src/content/post src/content/articles src/content/news "
	    "src/data/blog src/data/posts src/pages/blog src/pages/posts "
	    "src/content";
	str folder = import_first_folder(c->site, S(""), names);

	import_set_plain(c->site, "posts.future", "true",
	    S("Astro shows posts from the future"));
	import_take_flag(c, "content.smart", false, "markdown.smartypants",
	    true);
	if (folder.len == 0)
		return;
	import_set_folder(c->site, folder, S("this folder exists"));
	read_permalink(c, path_base(folder));
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
	.post_ends = ".mdx .mdown .mkd .mkdn .mdwn",
	.media = "public",
	.address = {
		.permalink = "/blog/:sections/:slugorfilename/",
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
