/* SPDX-License-Identifier: MIT
 * text_format: the formats of posts, by the endings of their files. */
#include "post/front/text_format.h"

/* Markdown comes first: most files are in it. */
static const struct text_format formats[] = {
	{"markdown", ".md .markdown .mkd .mkdn .mkdown .mdown .mdwn .mdtxt "
	    ".mdtext .mdx", TEXT_MARKDOWN, FRONT_NONE},
	{"rst", ".rst .rest", TEXT_OTHER, FRONT_RST},
	{"adoc", ".adoc .asciidoc .asc .ad", TEXT_OTHER, FRONT_ADOC},
	{"org", ".org", TEXT_OTHER, FRONT_ORG},
	{"ipynb", ".ipynb", TEXT_OTHER, FRONT_NOTEBOOK},
	{"typ", ".typ", TEXT_OTHER, FRONT_TYPST},
	{"textile", ".textile", TEXT_OTHER, FRONT_NONE},
	{"lr", ".lr", TEXT_MARKDOWN, FRONT_LEKTOR},
	{"html", ".html .htm .njk .liquid", TEXT_HTML, FRONT_HTML},
};
enum { FORMATS = sizeof formats / sizeof formats[0] };

/* The length of the one of several endings that a path has, or 0. */
static size_t
ending_length(str path, const char *ends)
{
	str rest = str_of(ends), end;

	while (str_word(&rest, &end))
		if (str_iends(path, end))
			return end.len;
	return 0;
}

const struct text_format *
text_format_of(str path)
{
	if (str_ends(path, S(".md")))
		return &formats[0];
	for (size_t i = 0; i < FORMATS; i++)
		if (str_iends_any(path, formats[i].ends))
			return &formats[i];
	return &formats[0];
}

const struct text_format *
text_format_at(size_t i)
{
	return i < FORMATS ? &formats[i] : NULL;
}

str
text_format_strip(str path)
{
	for (size_t i = 0; i < FORMATS; i++) {
		size_t n = ending_length(path, formats[i].ends);

		if (n)
			return str_sub(path, 0, path.len - n);
	}
	return path;
}
