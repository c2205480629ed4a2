/* SPDX-License-Identifier: MIT
 * html_math: MathML, and what else pages have of a formula. */
#ifndef FEEDMILL_CONTENT_HTML_HTML_MATH_H
#define FEEDMILL_CONTENT_HTML_HTML_MATH_H

#include "content/html/html.h"
#include "content/html/html_tree.h"

/* Whether a node is a <math> element. */
bool html_math_is(const struct html_node *node);
/* Whether an element is a second form of the formula beside it: what a script
 * drew for the eye, or the TeX that it was made of. */
bool html_math_is_copy(const struct html_node *node,
    const struct html_attrs *attrs);

/* Its TeX; or what it says in one line of text. */
str html_math_text(const struct html_node *math, struct arena *scratch);
/* Appends a <math> element in a form: as MathML with elements and attributes
 * that only draw it, as TeX between \( and \), or as one line of text. Where
 * there is no TeX, the text takes its place. */
void html_math_write(struct buf *out, const struct html_node *math,
    enum html_math form, struct arena *scratch);
/* The TeX of a <script type="math/tex">, with its signs; or empty. */
str html_math_script(const struct html_node *node,
    const struct html_attrs *attrs, struct arena *scratch);

#endif
