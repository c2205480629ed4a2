/* SPDX-License-Identifier: MIT
 * markdown_indented: paragraphs in place of indented code, for flavours without
 * it. */
#ifndef FEEDMILL_CONTENT_MARKDOWN_MARKDOWN_INDENTED_H
#define FEEDMILL_CONTENT_MARKDOWN_MARKDOWN_INDENTED_H

#include "content/markdown/markdown_tree.h"

/* Makes paragraphs of code that is code by its indentation alone. `text` is that
 * of the tree. Only while markdown_tree_parse runs. */
void markdown_unindent(struct markdown_tree *t, str text, struct arena *a);

#endif
