/* SPDX-License-Identifier: MIT
 * front_matter: cuts a post file into front matter and body. */
#ifndef FEEDMILL_POST_FRONT_FRONT_MATTER_H
#define FEEDMILL_POST_FRONT_FRONT_MATTER_H

#include "config/config.h"
#include "post/front/text_format.h"

/* The parts of a post file. */
struct front_matter {
	const struct text_format *format; /* of the body, by the file's name */
	enum front_syntax syntax;
	str text;         /* without the delimiters */
	int lines_before; /* lines of the file above text */
	str body;         /* the text after it */
};

/* Cuts the text of `src`, whose name tells its format. Front matter without
 * delimiters is recognised if the generator has it. False: it is never closed,
 * which is reported. */
bool front_matter_cut(struct front_matter *fm, const struct source *src,
    const struct generator *generator, struct diags *diags);

/* Parses front matter, in the arena; an empty map if there is none. NULL: it
 * does not parse, which is reported. */
struct value *front_matter_parse(const struct front_matter *fm,
    const struct source *src, struct arena *a, struct diags *diags);

#endif
