/* SPDX-License-Identifier: MIT
 * front_own: the front matter that formats other than Markdown have themselves,
 * such as the docinfo of reStructuredText. */
#ifndef FEEDMILL_POST_FRONT_FRONT_OWN_H
#define FEEDMILL_POST_FRONT_FRONT_OWN_H

#include "base/data/value.h"
#include "post/front/text_format.h"

/* Finds the front matter at the start of a text, and the text that is left for
 * people. False: there is none. */
bool front_own_cut(enum front_syntax syntax, str text, str *front, str *body);
/* A map of its values. `lines_before` are the lines of the file above it. */
struct value *front_own_parse(enum front_syntax syntax, str front,
    int lines_before, struct arena *a);

#endif
