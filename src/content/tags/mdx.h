/* SPDX-License-Identifier: MIT
 * mdx: Markdown with JSX in it, as Astro has it. */
#ifndef FEEDMILL_CONTENT_TAGS_MDX_H
#define FEEDMILL_CONTENT_TAGS_MDX_H

#include "content/tags/liquid.h"

/* Appends what an expression in braces gives: a text in quotes, a number or a
 * value of the front matter. False, and nothing is written: it has to be run,
 * and *unknown is set to it. As liquid_put. */
bool mdx_put(struct body *b, const struct tag_call *t, struct buf *out,
    struct liquid_unknown *unknown);

/* Appends an element of HTML, with the attributes that have values here. What
 * it holds is Markdown if it stands alone on its lines: blank lines around it
 * make it so. */
void mdx_put_element(struct body *b, const struct tag_call *t,
    struct buf *out);

/* The text with less indentation where it would make code of a line, which it
 * does not in MDX: the text itself where there is none, else in the arena. */
str mdx_outdent(str text, struct arena *a);

#endif
