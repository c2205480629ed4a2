/* SPDX-License-Identifier: MIT
 * kramdown: the Markdown of kramdown. */
#include "content/markdown/kramdown/kramdown.h"

struct parsing {
	struct node_tree *tree;
	str text;
	unsigned flavour;
};

static void
parse(void *ctx, struct node *root)
{
	struct parsing *p = ctx;

	node_add_text(p->tree, node_add(p->tree, root, NODE_PARAGRAPH),
	    p->text);
}

struct node *
kramdown_parse(struct node_tree *t, str text, unsigned flavour)
{
	struct parsing p = {t, text, flavour};

	return node_tree_make(t, parse, &p);
}
