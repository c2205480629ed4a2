/* SPDX-License-Identifier: MIT
 * markdown_links: which bare addresses are links, as Goldmark has it. */
#ifndef FEEDMILL_CONTENT_MARKDOWN_MARKDOWN_LINKS_H
#define FEEDMILL_CONTENT_MARKDOWN_MARKDOWN_LINKS_H

#include "content/markdown/markdown_tree.h"

/* Makes text of links that cmark made of bare addresses if they stand behind
 * another character than a blank, '*', '_', '~' or '(', or if their host does not
 * end in letters. Those that begin with "www." get https. `text` is that of the
 * tree. */
void markdown_restrict_links(struct markdown_tree *t, str text,
    struct arena *a);

#endif
