/* SPDX-License-Identifier: MIT
 * mdx: Markdown with JSX in it, as Astro has it. */
#ifndef FEEDMILL_CONTENT_TAGS_MDX_H
#define FEEDMILL_CONTENT_TAGS_MDX_H

#include "content/tags/liquid.h"

/* Appends the value of an expression in braces: a text in quotes, a number or a
 * value of the front matter. False, and nothing is written: it would have to be
 * run; *unknown is set as by liquid_put. */
bool mdx_put(struct body *b, const struct tag_call *t, struct buf *out,
    struct liquid_unknown *unknown);

/* Appends an element of HTML, with the attributes that have values here. What
 * it holds is Markdown if it stands alone on its lines: blank lines around it
 * make it so. */
void mdx_put_element(struct body *b, const struct tag_call *t,
    struct buf *out);

/* The text with less indentation where Markdown would make code of a line, as
 * MDX does not. In the arena; the text itself where no line is changed. */
str mdx_outdent(str text, struct arena *a);

#endif
