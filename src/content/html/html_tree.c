/* SPDX-License-Identifier: MIT
 * html_tree: the tree that a browser makes of HTML, and a way through it.
 *
 * Trees can be very deep, so nothing here recurses. gumbo_destroy_output does,
 * so gumbo's memory is from the arena and goes with it. */
#include "content/html/html_tree.h"

#include <gumbo.h>
#include <setjmp.h>

#include "base/core/utf8.h"
#include "content/html/html_guard.h"

enum {
	TREE_BASE = 32 << 20, /* bytes that any tree may take, */
	TREE_PER_BYTE = 200,  /* and these for each byte of HTML; 40 is usual */
};

struct html_step {
	const GumboNode *node;
	unsigned next; /* child */
};

/* What gumbo allocates from. Formatting elements that are left open are opened
 * again in each block, so a tree can be as large as the square of its text: the
 * parse ends where it would take more than the budget. */
struct pool {
	struct arena *arena;
	size_t left; /* bytes */
	jmp_buf full;
};

static void *
pool_alloc(void *ctx, size_t size)
{
	struct pool *pool = ctx;

	/* gumbo does not expect a NULL, so this is the only way to stop. */
	if (size > pool->left)
		longjmp(pool->full, 1);
	pool->left -= size;
	/* Zeroed: gumbo reads members of its state before it sets them. */
	return arena_alloc(pool->arena, size);
}

static void
pool_free(void *ctx, void *ptr)
{
	(void)ctx;
	(void)ptr;
}

/* A struct html_node is gumbo's node under a name of ours. */
static const struct html_node *
node_of(const GumboNode *node)
{
	return (const struct html_node *)node;
}

static const GumboNode *
gumbo_of(const struct html_node *node)
{
	return (const GumboNode *)node;
}

static const struct html_node *
parse_tree(str html, GumboTag context, struct arena *arena)
{
	struct pool pool = {.arena = arena};
	GumboOptions options = kGumboDefaultOptions;
	struct buf clean = {0};

	/* gumbo would replace control characters by U+FFFD. */
	if (!text_is_clean(html)) {
		text_clean(&clean, html);
		html = buf_move(&clean, arena);
	}
	if (!html_guard(&html, arena))
		return NULL;
	options.allocator = pool_alloc;
	options.deallocator = pool_free;
	options.userdata = &pool;
	options.max_errors = 0;
	options.fragment_context = context;
	pool.left = TREE_BASE + html.len * TREE_PER_BYTE;
	if (setjmp(pool.full))
		return NULL;
	return node_of(gumbo_parse_with_options(&options,
	    html.ptr ? html.ptr : "", html.len)->root);
}

const struct html_node *
html_tree_parse(str html, struct arena *arena)
{
	return parse_tree(html, GUMBO_TAG_DIV, arena);
}

/* A <wbr> is put behind the part. If it is the last child of the root then,
 * nothing of the part was open. Parsers reopen formatting elements before a
 * <wbr>, so it finds those too. */
const struct html_node *
html_tree_parse_part(str html, struct arena *arena)
{
	str marked = arena_printf(arena, "%.*s<wbr>", STR_ARG(html));
	const struct html_node *root = html_tree_parse(marked, arena);
	GumboVector *kids;
	const GumboNode *last;

	if (root == NULL)
		return NULL;
	/* The tree is not shared yet. */
	kids = &((GumboNode *)gumbo_of(root))->v.element.children;
	if (kids->length == 0)
		return NULL;
	last = kids->data[kids->length - 1];
	if (last->type != GUMBO_NODE_ELEMENT ||
	    last->v.element.tag != GUMBO_TAG_WBR ||
	    last->v.element.start_pos.offset != html.len)
		return NULL;
	kids->length--;
	return root;
}

const struct html_node *
html_tree_parse_page(str html, struct arena *arena)
{
	return parse_tree(html, GUMBO_TAG_LAST, arena);
}

const struct html_node *
html_node_parent(const struct html_node *node)
{
	const GumboNode *parent = gumbo_of(node)->parent;

	return parent && parent->type == GUMBO_NODE_ELEMENT ? node_of(parent)
	    : NULL;
}

static const struct html_node *
child_at(const GumboNode *parent, size_t i)
{
	const GumboVector *kids;

	if (parent == NULL || parent->type != GUMBO_NODE_ELEMENT)
		return NULL;
	kids = &parent->v.element.children;
	return i < kids->length ? node_of(kids->data[i]) : NULL;
}

const struct html_node *
html_node_first(const struct html_node *node)
{
	return child_at(gumbo_of(node), 0);
}

const struct html_node *
html_node_next(const struct html_node *node)
{
	return child_at(gumbo_of(node)->parent,
	    gumbo_of(node)->index_within_parent + 1);
}

bool
html_node_is_text(const struct html_node *node)
{
	GumboNodeType type = gumbo_of(node)->type;

	return type == GUMBO_NODE_TEXT || type == GUMBO_NODE_WHITESPACE ||
	    type == GUMBO_NODE_CDATA;
}

bool
html_node_is_element(const struct html_node *node)
{
	GumboNodeType type = gumbo_of(node)->type;

	return type == GUMBO_NODE_ELEMENT || type == GUMBO_NODE_TEMPLATE;
}

str
html_node_text(const struct html_node *node)
{
	return str_of(gumbo_of(node)->v.text.text);
}

static const GumboElement *
element_of(const struct html_node *node)
{
	return &gumbo_of(node)->v.element;
}

static str
str_of_piece(GumboStringPiece p)
{
	return (str){p.data, p.length};
}

/* The name in an element's start tag, as it was written. */
static str
written_name(const GumboElement *e)
{
	GumboStringPiece tag = e->original_tag;

	gumbo_tag_from_original_text(&tag);
	return str_of_piece(tag);
}

const struct html_element *
html_node_row(const struct html_node *node)
{
	const GumboElement *e = element_of(node);

	/* Of foreign elements only <svg> itself has a row. */
	if (e->tag_namespace != GUMBO_NAMESPACE_HTML && e->tag != GUMBO_TAG_SVG)
		return NULL;
	/* A name that is younger than gumbo, such as picture. */
	if (e->tag == GUMBO_TAG_UNKNOWN)
		return html_element_named(written_name(e));
	return html_element_find(gumbo_normalized_tagname(e->tag));
}

bool
html_node_is_known(const struct html_node *node)
{
	return element_of(node)->tag != GUMBO_TAG_UNKNOWN ||
	    html_node_row(node);
}

bool
html_node_is_math(const struct html_node *node)
{
	return html_node_is_element(node) &&
	    element_of(node)->tag_namespace == GUMBO_NAMESPACE_MATHML;
}

str
html_node_name(const struct html_node *node, struct arena *arena)
{
	const GumboElement *e = element_of(node);

	return e->tag == GUMBO_TAG_UNKNOWN ? arena_lower(arena,
	    written_name(e)) : str_of(gumbo_normalized_tagname(e->tag));
}

bool
html_node_is_named(const struct html_node *node, str name)
{
	const GumboElement *e = element_of(node);

	if (e->tag == GUMBO_TAG_UNKNOWN)
		return str_ieq(written_name(e), name);
	return str_eq(str_of(gumbo_normalized_tagname(e->tag)), name);
}

bool
html_node_attr(const struct html_node *node, const char *name, str *value)
{
	const GumboAttribute *a =
	    gumbo_get_attribute(&element_of(node)->attributes, name);

	*value = a ? str_of(a->value) : (str){0};
	return a != NULL;
}

str
html_node_start_tag(const struct html_node *node)
{
	return str_of_piece(element_of(node)->original_tag);
}

str
html_node_end_tag(const struct html_node *node)
{
	return str_of_piece(element_of(node)->original_end_tag);
}

struct html_attrs
html_node_attrs(const struct html_node *node, struct arena *arena)
{
	const GumboVector *from = &element_of(node)->attributes;
	struct html_attrs attrs = {.count = from->length};

	if (attrs.count == 0)
		return attrs;
	attrs.list = arena_array(arena, attrs.count, sizeof *attrs.list);
	for (size_t i = 0; i < attrs.count; i++) {
		const GumboAttribute *a = from->data[i];

		attrs.list[i] = (struct html_attr){
			str_of(a->name), str_of(a->value)};
	}
	return attrs;
}

void
html_walk_down(struct html_walk *w, const struct html_node *node)
{
	w->steps = arena_grow(
	    w->arena, w->steps, w->count, &w->cap, sizeof *w->steps);
	w->steps[w->count++] = (struct html_step){gumbo_of(node), 0};
}

const struct html_node *
html_walk_next(struct html_walk *w, bool *leaves)
{
	while (w->count) {
		struct html_step *step = &w->steps[w->count - 1];
		const GumboVector *kids = &step->node->v.element.children;

		*leaves = step->next == kids->length;
		if (!*leaves)
			return node_of(kids->data[step->next++]);
		if (--w->count)
			return node_of(step->node);
	}
	return NULL;
}
