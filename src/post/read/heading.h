/* SPDX-License-Identifier: MIT
 * heading: the heading that a text begins with, for posts without a title. */
#ifndef FEEDMILL_POST_READ_HEADING_H
#define FEEDMILL_POST_READ_HEADING_H

#include "base/core/mem.h"
#include "base/core/str.h"
#include "post/front/text_format.h"

struct heading {
	str title; /* without the marks of Markdown, attributes and tags; it
	            * may hold character references */
	str rest;  /* the text after it */
	int level; /* 1 to 6 */
};

/* Finds the heading at the start of a text; only blank lines, comments, imports
 * of MDX and scripts of Vue may precede it. In Markdown that is "# Title", a
 * line above === or ---, or <h1>; in HTML an element. A heading below level 1
 * counts only if no heading of its level or a higher one follows: else it is
 * that of a section. The title is in the arena. False: there is none. */
bool heading_find(struct heading *h, str body, enum text_kind kind,
    struct arena *a);

#endif
