/* SPDX-License-Identifier: MIT
 * front_matter: a post file, cut into its metadata and its body. */
#ifndef FEEDMILL_POST_READ_FRONT_MATTER_H
#define FEEDMILL_POST_READ_FRONT_MATTER_H

#include "config/config.h"

/* What front matter is written in. Adding one is a row in front_matter.c. */
enum front_syntax {
	FRONT_NONE,
	FRONT_YAML,   /* between ---, or from ---yaml */
	FRONT_TOML,   /* between +++, or from ---toml */
	FRONT_JSON,   /* {...}, between ;;;, or from ---json */
	FRONT_HEADER, /* "Key: value" lines */
};

/* The bytes of a file, cut. */
struct front_matter {
	enum front_syntax syntax;
	str text;         /* without the delimiters */
	int lines_before; /* lines of the file above text */
	str body;         /* what follows */
};

/* Cuts the text of `src`. Only a generator that has it begins front matter
 * without a delimiter. False: it begins and never ends, which is reported. */
bool front_matter_cut(struct front_matter *fm, const struct source *src,
    const struct generator *generator, struct diags *diags);

/* Parses it, in the arena; a map without members where there is none. NULL:
 * it does not parse, which is reported. */
struct value *front_matter_parse(const struct front_matter *fm,
    const struct source *src, struct arena *a, struct diags *diags);

#endif
