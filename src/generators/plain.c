/* SPDX-License-Identifier: MIT
 * plain: Markdown without a generator, or with an unknown one. */
#include "generators/generators.h"

const struct generator generator_plain = {
	.name = "plain",
	.label = "no generator",
	.post_ends = ".mkd .mkdn .mkdown .mdown .mdwn .mdx .html .htm "
	    ".rst .rest .adoc .asciidoc .asc .ad .org .ipynb .typ .textile "
	    ".lr",
	.front = {
		.own = "html rst adoc org ipynb typ lr",
		.has_comments = true,
		.has_dated_headers = true,
	},
	.terms = {
		.split = SPLIT_COMMA,
		.page = "",
	},
	.address = {
		.permalink = "/:year/:month/:day/:slug/",
		.title = SLUG_PLAIN, .name = SLUG_PLAIN, .slug = SLUG_PLAIN,
		.section = SLUG_PLAIN, .term = SLUG_PLAIN,
	},
	.text = {
		.flavour = FLAVOUR_GITHUB,
		.mdx_ends = ".mdx",
		.footnotes = {"fn-{name}", "fnref-{name}", "fnref-{name}-{n}"},
	},
};
