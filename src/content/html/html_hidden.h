/* SPDX-License-Identifier: MIT
 * html_hidden: what pages have beside their text. */
#ifndef FEEDMILL_CONTENT_HTML_HTML_HIDDEN_H
#define FEEDMILL_CONTENT_HTML_HTML_HIDDEN_H

#include "content/html/html_tree.h"

/* What is remembered from one node to the next; the zero value at first. */
struct html_hidden {
	const struct html_node *pre; /* the last one with code that was seen */
	bool is_numbered;            /* whether its lines begin with numbers */
};

/* Whether an element is not a part of the text: what is hidden, pictures that
 * count readers, marks that lead to a heading, line numbers of code, a
 * placeholder of a picture that a <noscript> has. Of a page, also its
 * navigation. */
bool html_is_unwanted(struct html_hidden *h, const struct html_node *node,
    const struct html_attrs *attrs, bool is_page, struct arena *scratch);

#endif
