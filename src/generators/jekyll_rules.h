/* SPDX-License-Identifier: MIT
 * jekyll_rules: the rules that Octopress has from Jekyll, on which it is
 * built. */
#ifndef FEEDMILL_GENERATORS_JEKYLL_RULES_H
#define FEEDMILL_GENERATORS_JEKYLL_RULES_H

#include "generators/generator.h"
#include "generators/liquid_tags.h"

/* Endings of posts, and members of struct front_rules, term_rules,
 * address_rules and text_rules. */
#define JEKYLL_ENDS ".mkd .mkdn .mkdown .mdown .html .htm .adoc " \
	".asciidoc .asc .ad .org .rst .textile"
#define JEKYLL_FRONT                                                           \
	.capital_words = true, .own = "adoc org", .is_bare = true,             \
	.has_utc_timestamps = true,                                            \
	.dates = DATETIME_RUBY, .url_is_elsewhere = true
#define JEKYLL_TERMS .split = SPLIT_SPACE, .singular_wins = true
#define JEKYLL_ADDRESS                                                         \
	.collection = "/:collection/:path:output_ext",                         \
	.title = SLUG_JEKYLL, .name = SLUG_JEKYLL_TITLE,                       \
	.slug = SLUG_JEKYLL_TITLE, .section = SLUG_JEKYLL_TITLE,               \
	.term = SLUG_JEKYLL,                                                   \
	.folders_are_categories = true, .site_time = true,                     \
	.title_is_name = true, .plain_names = true, .kept_ends = ".htm .mdown", \
	.has_named_posts = true
#define JEKYLL_TEXT                                                            \
	.syntax = TAGS_LIQUID, .tags = liquid_tags,                            \
	.flavour = FLAVOUR_STRIKE | FLAVOUR_INDENTED | FLAVOUR_KRAMDOWN,       \
	.attributes = ATTRS_KRAMDOWN | ATTRS_HEADING

#endif
