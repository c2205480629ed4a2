/* SPDX-License-Identifier: MIT
 * dialect: where generators disagree about what front matter means.
 * DIALECTS.md, D1, D2, D4 and D5, is where each row comes from. */
#include "dialect.h"

#include <assert.h>

#define JEKYLL_LIKE                                                            \
	.split = SPLIT_SPACE, .singular_wins = true,                           \
	.folders_are_categories = true, .site_time = true,                     \
	.title_is_name = true,                                                 \
	.title = SLUG_JEKYLL, .name = SLUG_JEKYLL_TITLE, .term = SLUG_JEKYLL,  \
	.term_page = ""

static const struct dialect_rules rules[] = {
	[DIALECT_HUGO] = {
		.split = SPLIT_NONE,
		.permalink = "/:sections/:slugorfilename/",
		.title = SLUG_HUGO, .name = SLUG_HUGO, .term = SLUG_HUGO,
		.slug_is_title = true,
		.term_page = "/{taxonomy}/{slug}/",
	},
	[DIALECT_JEKYLL] = {
		JEKYLL_LIKE,
		.permalink = "/:categories/:year/:month/:day/:title.html",
	},
	[DIALECT_OCTOPRESS] = {
		JEKYLL_LIKE,
		.permalink = "/blog/:year/:month/:day/:title/",
	},
	[DIALECT_PLAIN] = {
		.split = SPLIT_COMMA,
		.permalink = "/:year/:month/:day/:slug/",
		.title = SLUG_PLAIN, .name = SLUG_PLAIN, .term = SLUG_PLAIN,
		.term_page = "",
	},
};

const struct dialect_rules *
dialect_get(const struct config *c)
{
	assert(c->posts.dialect >= 0 && c->posts.dialect <= DIALECT_PLAIN);
	return &rules[c->posts.dialect];
}
