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
	    !import_first_file(s, jekyll_config_names))
		return false;
	j = jekyll_open(s);
	for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++)
		if (import_find(j.doc, keys[i]))
			return str_eq(j.source, S("source"));
	return false;
}

/* As in category_generator.rb and category_feed.xml. */
static const char *
category_title(struct jekyll *j)
{
	const struct value *v = import_find(j->doc, "category_title_prefix");
	str prefix = v && v->kind == VALUE_SCALAR ? v->text : S("Category: ");
	bool capitals = false;

	value_bool(import_find(j->doc, "titlecase"), &capitals);
	if (str_chr(prefix, '{') != STR_NONE)
		return NULL;
	return arena_printf(j->site->arena, "%.*s%s | {site}", STR_ARG(prefix),
	    capitals ? "{Term}" : "{term}").ptr;
}

static void
read_config(struct import_site *s)
{
	struct jekyll j = jekyll_open(s);
	str dir = import_str(import_find(j.doc, "category_dir"));
	struct import_feed *f;

	if (dir.len == 0)
		dir = S("blog/categories");
	jekyll_read_site(&j, "root");
	jekyll_read_posts(&j);
	jekyll_read_permalink(&j, S("/blog/:year/:month/:day/:title/"));
	jekyll_read_id(&j);
	import_set_media(s, j.source, "source", jekyll_from(&j, "source"));
	import_set_output(s, import_str(import_find(j.doc, "destination")),
	    jekyll_from(&j, "destination"), "public");
	if (!jekyll_read_template(&j)) {
		f = import_add_feed(s, S(""), S("Octopress's default"));
		f->path[IMPORT_ATOM] = S("atom.xml");
		import_set_plain(s, "feeds.limit", "20", f->from);
	}
	f = import_add_feed(s, S("categories"), import_find(j.doc,
	    "category_dir") ? jekyll_from(&j, "category_dir")
	    : S("Octopress's default"));
	f->path[IMPORT_ATOM] = arena_printf(s->arena, "%.*s/{slug}/atom.xml",
	    STR_ARG(dir));
	f->url = arena_printf(s->arena, "/%.*s/{slug}/", STR_ARG(dir));
	f->title = category_title(&j);
	f->limit = "5";
	jekyll_keep_posts(&j);
}

/* ---- the row ---- */

const struct generator generator_octopress = {
	.name = "octopress",
	.label = "Octopress",
	.known_by = "_config.yml with source/_posts",
	.is = is_site,
	.read = read_config,
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
