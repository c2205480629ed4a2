/* SPDX-License-Identifier: MIT
 * front_own: the own front matter of formats other than Markdown, such as the
 * docinfo of reStructuredText. */
#ifndef FEEDMILL_POST_FRONT_FRONT_OWN_H
#define FEEDMILL_POST_FRONT_FRONT_OWN_H

#include "base/data/value.h"
#include "post/front/text_format.h"

/* Finds the front matter at the start of a text, and the text after it.
 * False: the text has no front matter. */
bool front_own_cut(enum front_syntax syntax, str text, str *front, str *body);
/* Parses front matter to a map. `lines_before`: how many lines of the file are
 * above it. */
struct value *front_own_parse(enum front_syntax syntax, str front,
    int lines_before, struct arena *a);

#endif
