/* SPDX-License-Identifier: MIT
 * kramdown: the Markdown of kramdown. */
#ifndef FEEDMILL_CONTENT_MARKDOWN_KRAMDOWN_KRAMDOWN_H
#define FEEDMILL_CONTENT_MARKDOWN_KRAMDOWN_KRAMDOWN_H

#include "content/markdown/node.h"
#include "generators/generator.h"

/* The tree of a text; NULL: it is too large, and t->excess says why. `flavour`
 * is of FLAVOUR_ bits. */
struct node *kramdown_parse(struct node_tree *t, str text, unsigned flavour);

#endif
