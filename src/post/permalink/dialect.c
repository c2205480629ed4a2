/* SPDX-License-Identifier: MIT
 * dialect: where generators disagree about what front matter means.
 * DIALECTS.md, D1, D2, D4 and D5, is where each row comes from. */
#include "post/permalink/dialect.h"

#include <assert.h>

/* kramdown's, cmark's and those of programs that know numbers only. */
#define FOOTNOTES_KRAMDOWN                                                     \
	{"fn:{name}", "fnref:{name}", "fnref:{name}:{before}"}
#define FOOTNOTES_CMARK {"fn-{name}", "fnref-{name}", "fnref-{name}-{n}"}
#define FOOTNOTES_NUMBERED {"fn:{number}", "fnref:{number}", "fnref:{number}"}

#define JEKYLL_LIKE                                                            \
	.split = SPLIT_SPACE, .singular_wins = true,                           \
	.folders_are_categories = true, .site_time = true,                     \
	.title_is_name = true, .title_words = true, .plain_names = true,       \
	.collection_permalink = "/:collection/:path:output_ext",               \
	.title = SLUG_JEKYLL, .name = SLUG_JEKYLL_TITLE,                       \
	.slug = SLUG_JEKYLL_TITLE, .section = SLUG_JEKYLL_TITLE,               \
	.term = SLUG_JEKYLL,                                                   \
	.term_page = ""

static const struct dialect_rules rules[] = {
	[DIALECT_HUGO] = {
		.permalink = "/:sections/:slugorfilename/",
		.footnotes = {"fn:{number}", "fnref:{number}",
			"fnref{before}:{number}"},
		.content = "content",
		.title = SLUG_HUGO, .name = SLUG_HUGO, .slug = SLUG_HUGO,
		.section = SLUG_HUGO, .term = SLUG_HUGO,
		.slug_is_title = true,
		.term_page = "/{taxonomy}/{slug}/",
	},
	[DIALECT_JEKYLL] = {
		JEKYLL_LIKE,
		.permalink = "/:categories/:year/:month/:day/:title.html",
		.footnotes = FOOTNOTES_KRAMDOWN,
	},
	[DIALECT_OCTOPRESS] = {
		JEKYLL_LIKE,
		.permalink = "/blog/:year/:month/:day/:title/",
		.footnotes = FOOTNOTES_NUMBERED,
	},
	[DIALECT_PLAIN] = {
		.permalink = "/:year/:month/:day/:slug/",
		.footnotes = FOOTNOTES_CMARK,
		.split = SPLIT_COMMA,
		.title = SLUG_PLAIN, .name = SLUG_PLAIN, .slug = SLUG_PLAIN,
		.section = SLUG_PLAIN, .term = SLUG_PLAIN,
		.term_page = "",
	},
	[DIALECT_ZOLA] = {
		.permalink = "/:sections/:slugorfilename/",
		.footnotes = {"{name}", "", ""},
		.content = "content",
		.url_key = "path",
		.title = SLUG_ZOLA, .name = SLUG_ZOLA, .slug = SLUG_ZOLA,
		.section = SLUG_NONE, .term = SLUG_ZOLA,
		.term_page = "/{taxonomy}/{slug}/",
	},
	[DIALECT_PELICAN] = {
		.permalink = "/:slug.html",
		.footnotes = {"fn:{name}", "fnref:{name}", "fnref{n}:{name}"},
		.split = SPLIT_SEMICOLON,
		.title = SLUG_PELICAN, .name = SLUG_PELICAN,
		.slug = SLUG_NONE, .section = SLUG_NONE, .term = SLUG_PELICAN,
		.slug_is_title = true,
		.folder_is_category = true,
		.term_page = "",
	},
	[DIALECT_ELEVENTY] = {
		.permalink = "/:sections/:filename/",
		.footnotes = {"fn{number}", "fnref{number}",
			"fnref{number}:{before}"},
		.content = "",
		.not_terms = "all nav post posts",
		.title = SLUG_PLAIN, .name = SLUG_NONE, .slug = SLUG_NONE,
		.section = SLUG_NONE, .term = SLUG_PLAIN,
		.term_page = "/tags/{slug}/",
		.names_folder = true,
		.keeps_date = true,
	},
	[DIALECT_HEXO] = {
		.permalink = "/:year/:month/:day/:title/",
		.footnotes = FOOTNOTES_NUMBERED,
		.site_time = true,
		.title_is_name = true, .title_has_folders = true,
		.title = SLUG_JEKYLL, .name = SLUG_JEKYLL_TITLE,
		.slug = SLUG_JEKYLL_TITLE, .section = SLUG_JEKYLL_TITLE,
		.term = SLUG_JEKYLL_TITLE,
		.term_page = "/{taxonomy}/{slug}/",
	},
	[DIALECT_ASTRO] = {
		.permalink = "/blog/:sections/:slugorfilename/",
		.footnotes = {"user-content-fn-{lower}",
			"user-content-fnref-{lower}",
			"user-content-fnref-{lower}-{n}"},
		.title = SLUG_GITHUB, .name = SLUG_GITHUB, .slug = SLUG_NONE,
		.section = SLUG_GITHUB, .term = SLUG_GITHUB,
		.term_page = "",
		.keeps_date = true,
	},
};

const struct dialect_rules *
dialect_get(const struct config *c)
{
	assert(c->posts.dialect >= 0 && c->posts.dialect <= DIALECT_ASTRO);
	return &rules[c->posts.dialect];
}

enum slug_style
dialect_style(enum slug_style style, long slugs)
{
	static const enum slug_style others[] = {
		[SLUGS_SAFE] = SLUG_SAFE, [SLUGS_OFF] = SLUG_NONE};

	return slugs == SLUGS_ON ? style : others[slugs];
}
