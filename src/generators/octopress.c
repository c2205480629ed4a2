/* SPDX-License-Identifier: MIT
 * octopress: an Octopress site, which is based on Jekyll. */
#include "generators/generators.h"

#include "generators/import/jekyll_site.h"
#include "generators/jekyll_rules.h"

static bool
is_site(struct import_site *s)
{
	static const char *const keys[] = {"subscribe_rss", "titlecase",
		"category_dir", "simple_search", "recent_posts"};
	struct jekyll j;

	if (!import_has_folder(s, "source/_posts") ||
	    !import_first_file(s, S(""), jekyll_config_names))
		return false;
	j = jekyll_open(s);
	for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++)
		if (import_get(&j.config, keys[i]).tree)
			return str_eq(j.source, S("source"));
	return false;
}

/* As in category_generator.rb and category_feed.xml. */
static const char *
category_title(struct jekyll *j)
{
	const struct value *v =
	    import_get(&j->config, "category_title_prefix").tree;
	str prefix = v && v->kind == VALUE_SCALAR ? v->text : S("Category: ");
	bool capitals = import_flag(&j->config, "titlecase", false);

	if (str_chr(prefix, '{') != STR_NONE)
		return NULL;
	return arena_printf(j->site->arena, "%.*s%s | {site}", STR_ARG(prefix),
	    capitals ? "{Term}" : "{term}").ptr;
}

/* Octopress makes no feeds of tags, but posts may have tags, and plug-ins make
 * pages of them. feedmill reads a taxonomy only if it has a path in
 * feeds.taxonomies. */
static void
add_tags(struct jekyll *j)
{
	struct import_value dir = import_get_or(&j->config, "tag_dir",
	    "blog/tags");
	struct import_feed *f = import_add_feed(j->site, S("tags"),
	    dir.tree ? dir.from : S("the site has none today"));

	f->path[IMPORT_ATOM] = arena_printf(j->site->arena,
	    "%.*s/{slug}/atom.xml", STR_ARG(dir.text));
}

static void
read_config(struct import_site *s)
{
	struct jekyll j = jekyll_open(s);
	struct import_value dir = import_get_or(&j.config, "category_dir",
	    "blog/categories");
	struct import_feed *f;

	jekyll_read_site(&j, "root");
	jekyll_read_values(&j);
	jekyll_read_posts(&j);
	jekyll_read_permalink(&j, S("/blog/:year/:month/:day/:title/"));
	jekyll_read_slugs(&j, 0);
	jekyll_read_id(&j);
	import_set_media(s, j.source, "source",
	    import_from(&j.config, "source"));
	import_take_or(&j.config, "feeds.folder", "destination", "public");
	if (!jekyll_read_templates(&j)) {
		f = import_add_feed(s, S(""), S("Octopress's default"));
		f->path[IMPORT_ATOM] = S("atom.xml");
		import_set_plain(s, "feeds.limit", "20", f->from);
	}
	f = import_add_feed(s, S("categories"), dir.from);
	f->path[IMPORT_ATOM] = arena_printf(s->arena, "%.*s/{slug}/atom.xml",
	    STR_ARG(dir.text));
	f->url = arena_printf(s->arena, "/%.*s/{slug}/", STR_ARG(dir.text));
	f->title = category_title(&j);
	f->limit = "5";
	add_tags(&j);
	jekyll_keep_posts(&j);
}

/* ---- the row ---- */

const struct generator generator_octopress = {
	.name = "octopress",
	.label = "Octopress",
	.known_by = "_config.yml with source/_posts",
	.is = is_site,
	.read = read_config,
	.post_ends = JEKYLL_ENDS,
	.media = "source",
	.front = {JEKYLL_FRONT},
	.terms = {JEKYLL_TERMS},
	.address = {
		JEKYLL_ADDRESS,
		.permalink = "/blog/:year/:month/:day/:title/",
	},
	.text = {
		JEKYLL_TEXT,
		.footnotes = {"fn:{number}", "fnref:{number}", "fnref:{number}"},
	},
};
