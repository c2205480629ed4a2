/* SPDX-License-Identifier: MIT
 * node: the tree that the parsers of flavours make of a text. */
#include "content/markdown/node.h"

#include "base/core/buf.h"

enum { MOST_NODES = 400000, MOST_DEPTH = 200 };

struct node *
node_tree_make(struct node_tree *t, void (*parse)(void *ctx,
    struct node *root), void *ctx)
{
	struct node *root = arena_alloc(t->arena, sizeof *root);

	if (setjmp(t->full))
		return NULL;
	parse(ctx, root);
	return root;
}

static void
fail(struct node_tree *t, const char *excess)
{
	t->excess = excess;
	longjmp(t->full, 1);
}

void
node_append(struct node *parent, struct node *n)
{
	n->parent = parent;
	n->prev = parent->last;
	n->next = NULL;
	if (parent->last)
		parent->last->next = n;
	else
		parent->first = n;
	parent->last = n;
}

struct node *
node_add(struct node_tree *t, struct node *parent, enum node_kind kind)
{
	struct node *n;

	if (++t->count > MOST_NODES)
		fail(t, "a tree of more than 400000 nodes");
	if (parent->depth >= MOST_DEPTH)
		fail(t, "a tree that is more than 200 nodes deep");
	n = arena_alloc(t->arena, sizeof *n);
	n->kind = kind;
	n->depth = parent->depth + 1;
	node_append(parent, n);
	return n;
}

struct node *
node_add_text(struct node_tree *t, struct node *parent, str text)
{
	struct node *n;

	if (text.len == 0)
		return NULL;
	n = node_add(t, parent, NODE_TEXT);
	n->text = text;
	return n;
}

void
node_unlink(struct node *n)
{
	struct node *p = n->parent;

	if (n->prev)
		n->prev->next = n->next;
	else
		p->first = n->next;
	if (n->next)
		n->next->prev = n->prev;
	else
		p->last = n->prev;
	n->parent = n->next = n->prev = NULL;
}

void
node_move_children(struct node *to, struct node *from)
{
	struct node *n;

	while ((n = from->first) != NULL) {
		node_unlink(n);
		node_append(to, n);
	}
}

void
node_unwrap(struct node *n)
{
	struct node *p = n->parent, *after = n->next, *c;

	if (n->first == NULL) {
		node_unlink(n);
		return;
	}
	for (c = n->first; c; c = c->next)
		c->parent = p;
	n->first->prev = n->prev;
	n->last->next = after;
	if (n->prev)
		n->prev->next = n->first;
	else
		p->first = n->first;
	if (after)
		after->prev = n->last;
	else
		p->last = n->last;
	n->first = n->last = n->parent = n->next = n->prev = NULL;
}

static bool
is_for_parser(enum node_kind kind)
{
	return kind == NODE_HTML || kind == NODE_ELEMENT ||
	    kind == NODE_HTML_INLINE || kind == NODE_NOTE_REF ||
	    kind == NODE_NOTES;
}

bool
node_needs_parser(const struct node *block)
{
	if (is_for_parser(block->kind))
		return true;
	for (const struct node *n = block->first; n; n = n->next)
		if (node_needs_parser(n))
			return true;
	return false;
}

static void
add_plain(struct buf *out, const struct node *n)
{
	if (n->kind == NODE_TEXT || n->kind == NODE_CODE_SPAN ||
	    n->kind == NODE_IMAGE || n->kind == NODE_MATH_INLINE)
		buf_add(out, n->text);
	else if (n->kind == NODE_BREAK)
		buf_addc(out, '\n');
	for (n = n->first; n; n = n->next)
		add_plain(out, n);
}

str
node_plain(const struct node *n, struct arena *a)
{
	struct buf b = {0};

	add_plain(&b, n);
	return buf_move(&b, a);
}
