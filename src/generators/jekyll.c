/* SPDX-License-Identifier: MIT
 * jekyll: a Jekyll site. */
#include "generators/generators.h"

#include "generators/import/jekyll_site.h"
#include "generators/jekyll_rules.h"

static bool
is_site(struct import_site *s)
{
	return import_first_file(s, S(""), jekyll_config_names) ||
	    import_has_folder(s, "_posts");
}

/* CommonMark, unlike kramdown, has typographic quotes on demand only. */
static void
read_smart(struct jekyll *j)
{
	struct import_value markdown = import_get(&j->config, "markdown");
	struct import_value options = import_get(&j->config,
	    "commonmark.options");

	if (str_istarts(markdown.text, S("commonmark")) &&
	    !import_has_text(options.tree, S("smart")))
		import_set_plain(j->site, "content.smart", "false",
		    markdown.from);
}

/* The parser of Markdown, if it is not kramdown. */
static void
read_flavour(struct jekyll *j)
{
	struct import_value markdown = import_get(&j->config, "markdown");

	if (str_istarts(markdown.text, S("commonmark")) ||
	    str_ieq(markdown.text, S("GFM")))
		import_set_plain(j->site, "content.flavour.parser",
		    "commonmark", markdown.from);
	import_take_switch(&j->config, "content.flavour.breaks",
	    "kramdown.hard_wrap", false);
}

static void
read_config(struct import_site *s)
{
	struct jekyll j = jekyll_open(s);

	jekyll_read_site(&j, "baseurl");
	jekyll_read_values(&j);
	jekyll_read_posts(&j);
	jekyll_read_permalink(&j, S("date"));
	jekyll_read_slugs(&j, 4);
	jekyll_read_id(&j);
	read_smart(&j);
	read_flavour(&j);
	import_set_media(s, j.source, "", import_from(&j.config, "source"));
	import_take_or(&j.config, "feeds.folder", "destination", "_site");
	jekyll_read_feeds(&j);
}

/* ---- the row ---- */

const struct generator generator_jekyll = {
	.name = "jekyll",
	.label = "Jekyll",
	.known_by = "_config.yml, _posts",
	.is = is_site,
	.read = read_config,
	.post_ends = JEKYLL_ENDS,
	.front = {JEKYLL_FRONT},
	.terms = {JEKYLL_TERMS, .category_adds = true},
	.address = {
		JEKYLL_ADDRESS,
		.permalink = "/:categories/:year/:month/:day/:title:output_ext",
		.page_end = ".html",
	},
	.text = {
		JEKYLL_TEXT,
		.footnotes = {"fn:{name}", "fnref:{name}",
			"fnref:{name}:{before}"},
	},
};
