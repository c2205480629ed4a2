/* SPDX-License-Identifier: MIT
 * astro: an Astro site.
 *
 * Its config is a program, which is not run: only constants in it are read, and
 * those in the file where the blog template keeps the titles. */
#include "generators/generators.h"

#include "base/core/file.h"
#include "generators/import/import_literal.h"
#include "generators/import/import_site.h"

static const char config_names[] = "astro.config.mjs astro.config.js "
    "astro.config.ts astro.config.mts astro.config.cjs";

struct astro {
	struct import_site *site;
	const char *config; /* its name */
	str program;        /* its text */
	str base;           /* where the site is on its host: "/x", or "" */
};

static bool
is_site(struct import_site *s)
{
	return import_first_file(s, config_names) != NULL;
}

static str
constant(struct astro *t, const char *name)
{
	return import_str(literal_find(t->site->arena, t->program, name));
}

static str
from(struct astro *t, const char *name)
{
	return import_from(t->site, t->config, name);
}

/* ---- the site ---- */

static void
read_site(struct astro *t)
{
	static const char files[] = "src/consts.ts src/consts.js "
	    "src/consts.mjs src/config.ts src/site.config.ts";
	static const struct {
		const char *key, *name;
	} rows[] = {
		{"site.title", "SITE_TITLE"},
		{"site.title", "title"},
		{"site.description", "SITE_DESCRIPTION"},
		{"site.description", "description"},
		{"site.language", "SITE_LANG"},
		{"site.language", "lang"},
		{"site.author.name", "SITE_AUTHOR"},
		{"site.author.name", "author"},
	};
	const char *name = import_first_file(t->site, files);
	struct source src;

	str base = constant(t, "base");

	import_set_url(t->site, constant(t, "site"), base,
	    from(t, base.len ? "site, base" : "site"));
	if (name == NULL || !import_text(t->site, name, &src))
		return;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
		import_set(t->site, rows[i].key, import_str(literal_find(
		    t->site->arena, src.text, rows[i].name)),
		    import_from(t->site, name, rows[i].name));
}

/* ---- posts ---- */

/* Astro's pages are a/, a or a.html. */
static void
read_permalink(struct astro *t, str collection)
{
	bool never = str_eq(constant(t, "trailingSlash"), S("never"));
	bool file = str_eq(constant(t, "format"), S("file"));

	if (!never && !file && str_eq(collection, S("blog")))
		return;
	import_set(t->site, "posts.permalink", arena_printf(t->site->arena,
	    "/%.*s/:filename%s", STR_ARG(collection), never || file ? ""
	    : "/"), never ? from(t, "trailingSlash") : file
	    ? from(t, "build.format") : S("the folder of the posts"));
}

static void
read_posts(struct astro *t)
{
	static const char names[] = "src/content/blog src/content/posts "
	    "src/content/post src/content/articles src/content/news "
	    "src/data/blog src/data/posts src/pages/blog src/pages/posts "
	    "src/content";
	struct value *list = import_list(t->site);
	str folder = import_first_folder(t->site, S(""), names);

	import_set_plain(t->site, "posts.future", "true",
	    S("Astro shows posts from the future"));
	if (str_eq(constant(t, "smartypants"), S("false")))
		import_set_plain(t->site, "content.smart", "false",
		    from(t, "markdown.smartypants"));
	if (folder.len == 0)
		return;
	import_add(t->site, list, S(""), folder);
	import_set_value(t->site, "posts.folders", list, S("a folder there"));
	read_permalink(t, path_base(folder));
}

/* ---- feeds ---- */

/* A feed is made by a program: src/pages/rss.xml.js. */
static void
read_feeds(struct astro *t)
{
	static const char files[] = "src/pages/rss.xml.js "
	    "src/pages/rss.xml.ts src/pages/feed.xml.js "
	    "src/pages/feed.xml.ts src/pages/index.xml.js "
	    "src/pages/index.xml.ts src/pages/blog/rss.xml.js "
	    "src/pages/blog/rss.xml.ts";
	const char *name = import_first_file(t->site, files);
	str folder = constant(t, "outDir"), path = S("rss.xml");
	struct import_feed *f;

	import_set_media(t->site, constant(t, "publicDir"), "public",
	    from(t, "publicDir"));
	import_set_output(t->site, path_clean(t->site->arena, folder),
	    from(t, "outDir"), "dist");
	import_set_plain(t->site, "feeds.limit", "0",
	    S("@astrojs/rss has no limit"));
	if (name) {
		path = str_from(str_of(name), sizeof "src/pages/" - 1);
		path.len = str_rchr(path, '.');
	} else
		import_gap(t->site, "feeds.main.path: no feed was found; its "
		    "address is that of the blog template");
	f = import_add_feed(t->site, S(""), name ? str_of(name)
	    : S("as the blog template has it"));
	f->path[IMPORT_RSS] = path;
	f = import_add_feed(t->site, S("tags"), S("there are none today"));
	f->path[IMPORT_RSS] = S("tags/{slug}/rss.xml");
}

static void
read_config(struct import_site *s)
{
	struct astro t = {.site = s,
		.config = import_first_file(s, config_names)};
	struct source src;

	if (import_text(s, t.config, &src))
		t.program = src.text;
	read_site(&t);
	read_posts(&t);
	read_feeds(&t);
}

/* ---- the row ---- */

const struct generator generator_astro = {
	.name = "astro",
	.label = "Astro",
	.known_by = "astro.config.mjs",
	.is = is_site,
	.read = read_config,
	.post_ends = ".mdx",
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
