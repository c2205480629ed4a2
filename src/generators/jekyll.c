/* SPDX-License-Identifier: MIT
 * jekyll: a Jekyll site. */
#include "generators/generators.h"

#include "generators/import/jekyll_site.h"
#include "generators/jekyll_rules.h"

static bool
is_site(struct import_site *s)
{
	return import_first_file(s, jekyll_config_names) ||
	    import_has_folder(s, "_posts");
}

/* CommonMark, unlike kramdown, has typographic quotes on demand only. */
static void
read_smart(struct jekyll *j)
{
	const struct value *options = import_find(j->doc, "commonmark.options");
	const struct value *i = options ? options->first : NULL;

	if (!str_istarts(import_str(import_find(j->doc, "markdown")),
	    S("commonmark")))
		return;
	while (i && !str_ieq(import_str(i), S("smart")))
		i = i->next;
	if (i == NULL)
		import_set_plain(j->site, "content.smart", "false",
		    jekyll_from(j, "markdown"));
}

static void
read_config(struct import_site *s)
{
	struct jekyll j = jekyll_open(s);

	jekyll_read_site(&j, "baseurl");
	jekyll_read_posts(&j);
	jekyll_read_permalink(&j, S("date"));
	jekyll_read_id(&j);
	read_smart(&j);
	import_set_media(s, j.source, "", jekyll_from(&j, "source"));
	import_set_output(s, import_str(import_find(j.doc, "destination")),
	    jekyll_from(&j, "destination"), "_site");
	jekyll_read_feeds(&j);
}

/* ---- the row ---- */

const struct generator generator_jekyll = {
	.name = "jekyll",
	.label = "Jekyll",
	.known_by = "_config.yml, _posts",
	.is = is_site,
	.read = read_config,
	.front = {JEKYLL_FRONT},
	.terms = {JEKYLL_TERMS},
	.address = {
		JEKYLL_ADDRESS,
		.permalink = "/:categories/:year/:month/:day/:title.html",
		.page_end = ".html",
	},
	.text = {
		JEKYLL_TEXT,
		.footnotes = {"fn:{name}", "fnref:{name}",
			"fnref:{name}:{before}"},
	},
};
