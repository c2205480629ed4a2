/* SPDX-License-Identifier: MIT
 * python_markdown: the Markdown of Python-Markdown. */
#ifndef FEEDMILL_CONTENT_MARKDOWN_PYTHON_PYTHON_MARKDOWN_H
#define FEEDMILL_CONTENT_MARKDOWN_PYTHON_PYTHON_MARKDOWN_H

#include "content/markdown/node.h"
#include "generators/generator.h"

/* The tree of a text; NULL: it is too large, and t->excess says why. `flavour`
 * is of FLAVOUR_ bits. */
struct node *python_markdown_parse(struct node_tree *t, str text,
    unsigned flavour);

#endif
