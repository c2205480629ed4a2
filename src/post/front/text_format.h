/* SPDX-License-Identifier: MIT
 * text_format: the formats of posts, by the endings of their files. */
#ifndef FEEDMILL_POST_FRONT_TEXT_FORMAT_H
#define FEEDMILL_POST_FRONT_TEXT_FORMAT_H

#include "base/core/str.h"

/* The syntaxes of front matter. */
enum front_syntax {
	FRONT_NONE,
	FRONT_YAML,   /* between ---, or from ---yaml */
	FRONT_TOML,   /* between +++, or from ---toml */
	FRONT_JSON,   /* {...}, between ;;;, or from ---json */
	FRONT_HEADER, /* "Key: value" lines */
	FRONT_OWN,    /* from here on: read by front_own.h */
	FRONT_HTML = FRONT_OWN, /* <title> and <meta> of a whole page */
	FRONT_RST,    /* the title and docinfo of reStructuredText */
	FRONT_ADOC,   /* the header of AsciiDoc */
	FRONT_ORG,    /* the keywords of Org */
	FRONT_ORG_BARE, /* the same, without filetags and times of day */
	FRONT_NOTEBOOK, /* the metadata of a Jupyter notebook */
	FRONT_TYPST,  /* the arguments of #set document and the like */
	FRONT_LEKTOR, /* the fields of a contents.lr, of which one is the text */
	FRONT_END     /* no syntax: their number */
};

enum text_kind {
	TEXT_MARKDOWN,
	TEXT_HTML,
	TEXT_OTHER,   /* rendered by the site's generator or a converter only */
};

struct text_format {
	const char *name;  /* "html", "rst": in content.convert */
	const char *ends;  /* ".html .htm" */
	enum text_kind kind;
	enum front_syntax own; /* its own front matter, which is read only if
	                        * the generator does; or FRONT_NONE */
};

/* The format of a file, by its name; Markdown if its ending is unknown. */
const struct text_format *text_format_of(str path);
/* The formats, in order; NULL past the last one. */
const struct text_format *text_format_at(size_t i);
/* Removes the ending of a format from a path, if it has one. */
str text_format_strip(str path);

#endif
