/* SPDX-License-Identifier: MIT
 * markdown: CommonMark with GitHub's extensions to HTML.
 *
 * References are resolved and task boxes replaced on cmark's tree. Only blocks
 * with raw HTML or footnotes go through an HTML parser after that, which costs
 * more than all the rest. */
#include "content/markdown/markdown.h"

#include "content/html/html_tree.h"
#include "content/markdown/footnotes.h"
#include "content/markdown/kramdown/kramdown.h"
#include "content/markdown/markdown_tree.h"
#include "content/markdown/node_html.h"

struct rendering {
	struct buf *out;
	struct markdown_tree tree; /* of cmark */
	struct node *root;         /* of another parser; or NULL */
	const struct html_policy *policy;
	const struct footnote_anchors *anchors; /* of its footnotes; NULL:
	                                         * it has none, or they stay */
	struct arena *scratch;
};

/* ---- the whole text at once ---- */

static str
html_of(struct rendering *r, const struct node *n)
{
	struct buf b = {0};

	node_html(&b, n, r->policy);
	return buf_move(&b, r->scratch);
}

static str
html_of_all(struct rendering *r)
{
	return r->root ? html_of(r, r->root)
	    : markdown_tree_html(&r->tree, r->tree.doc);
}

static bool
render_whole(struct rendering *r)
{
	struct footnotes notes = {r->anchors, r->scratch, {0}};
	str html = html_of_all(r);
	bool sound;

	footnotes_read(&notes, html);
	html = footnotes_lead(&notes, html, footnotes_section(html));
	sound = html_sanitize(r->out, html, r->policy, r->scratch);
	if (!sound)
		html_bare(r->out, html, r->policy, r->scratch);
	footnotes_free(&notes);
	return sound;
}

/* ---- block by block ---- */

struct block {
	str html;
	bool is_parsed;  /* an HTML parser must see it */
	size_t section;  /* where footnotes begin in it */
	const struct html_node *tree; /* then, once it has */
	struct block *next;
};

static struct block *
add_block(struct rendering *r, str html, struct block ***last)
{
	struct block *b = arena_alloc(r->scratch, sizeof *b);

	b->html = html;
	b->section = b->html.len;
	**last = b;
	*last = &b->next;
	return b;
}

/* The blocks of another parser's tree. */
static struct block *
make_node_blocks(struct rendering *r)
{
	struct block *first = NULL, **last = &first, *b;

	for (const struct node *n = r->root->first; n; n = n->next) {
		b = add_block(r, html_of(r, n), &last);
		b->is_parsed = node_needs_parser(n);
		if (n->kind == NODE_NOTES)
			b->section = 0;
	}
	return first;
}

/* The number of blocks of a tree of nodes that an HTML parser must see. */
static size_t
count_parsed(const struct node *root)
{
	size_t count = 0;

	for (const struct node *n = root ? root->first : NULL; n; n = n->next)
		count += node_needs_parser(n);
	return count;
}

/* Whether these are more than a post should have. */
static bool
has_many_parsed(const struct rendering *r)
{
	enum { MOST_PARSED = 10000 };
	size_t count = count_parsed(r->root);

	for (struct markdown_node *node = r->root ? NULL
	     : markdown_node_first(r->tree.doc);
	     node && count <= MOST_PARSED; node = markdown_node_next(node))
		count += markdown_node_needs_parser(node);
	return count > MOST_PARSED;
}

/* All blocks as HTML; the footnotes are the last one. */
static struct block *
make_blocks(struct rendering *r)
{
	struct block *first = NULL, **last = &first, *b;
	struct markdown_node *notes = markdown_tree_take_footnotes(&r->tree);

	for (struct markdown_node *node = markdown_node_first(r->tree.doc);
	     node; node = markdown_node_next(node)) {
		b = add_block(r, markdown_tree_html(&r->tree, node), &last);
		b->is_parsed = markdown_node_needs_parser(node);
	}
	if (notes) {
		b = add_block(r, markdown_tree_html(&r->tree, notes),
		    &last);
		b->is_parsed = true;
		b->section = 0;
		markdown_tree_give_footnotes(&r->tree, notes);
	}
	return first;
}

/* False: a block reaches into the next, as where <div> and </div> stand around
 * Markdown. */
static bool
parse_blocks(struct rendering *r, struct block *first)
{
	struct footnotes notes = {r->anchors, r->scratch, {0}};
	bool ok = true;

	for (struct block *b = first; b; b = b->next)
		if (b->is_parsed)
			footnotes_read(&notes, b->html);
	for (struct block *b = first; ok && b; b = b->next)
		if (b->is_parsed) {
			str html =
			    footnotes_lead(&notes, b->html, b->section);

			b->tree = html_tree_parse_part(html, r->scratch);
			ok = b->tree != NULL;
		}
	footnotes_free(&notes);
	return ok;
}

/* False: the blocks cannot be parsed one by one, or hold too much. */
static bool
render_blocks(struct rendering *r)
{
	struct block *first = r->root ? make_node_blocks(r)
	    : make_blocks(r);
	bool ok = parse_blocks(r, first);

	/* After all blocks have been parsed: if one cannot be, render_whole
	 * reports the faults in the HTML of all of them. */
	for (struct block *b = first; ok && b; b = b->next) {
		if (b->tree)
			ok = html_sanitize_tree(
			    r->out, b->tree, r->policy, r->scratch);
		else
			buf_add(r->out, b->html);
	}
	return ok;
}

/* Writes the text. has_html: an HTML parser must see some of it. */
static struct markdown_end
render(struct rendering *r, bool has_html)
{
	struct markdown_end end = {.is_wide = r->tree.is_wide};
	size_t start = r->out->len;

	if (!has_html)
		buf_add(r->out, html_of_all(r));
	else if (has_many_parsed(r))
		end.excess = "more than 10000 blocks with HTML or footnotes";
	else if (!render_blocks(r)) {
		r->out->len = start;
		end.is_deep = !render_whole(r);
	}
	return end;
}

/* The flavours that have a parser of their own. */
static const struct flavour_parser {
	unsigned flavour;
	struct node *(*parse)(struct node_tree *t, str text, unsigned flavour);
} parsers[] = {
	{FLAVOUR_KRAMDOWN, kramdown_parse},
};

static struct markdown_end
render_nodes(struct rendering *r, const struct flavour_parser *p, str text,
    unsigned flavour)
{
	struct node_tree t = {.arena = r->scratch};

	r->root = p->parse(&t, text, flavour);
	if (r->root == NULL)
		return (struct markdown_end){.excess = t.excess};
	r->anchors = r->policy->footnotes;
	return render(r, node_needs_parser(r->root));
}

struct markdown_end
markdown_render(struct buf *out, str text, unsigned flavour,
    const struct html_policy *policy, struct arena *scratch)
{
	struct rendering r = {.out = out, .policy = policy,
		.scratch = scratch};

	for (size_t i = 0; i < sizeof parsers / sizeof *parsers; i++)
		if (flavour & parsers[i].flavour)
			return render_nodes(&r, &parsers[i], text, flavour);
	if (!markdown_tree_parse(&r.tree, text, flavour, scratch))
		return (struct markdown_end){.excess = r.tree.excess};
	markdown_tree_resolve(&r.tree, policy);
	markdown_tree_replace_tasks(&r.tree);
	if (r.tree.html == MARKDOWN_HTML_IN_FOOTNOTES)
		r.anchors = policy->footnotes;
	return render(&r, r.tree.html != MARKDOWN_NO_HTML);
}

/* ---- titles ---- */

/* Escapes every sign but those that are to become others. The word in front
 * makes a paragraph of any text, whose first quote then begins a word. */
static void
add_escaped(struct buf *out, str text)
{
	buf_add(out, S("x "));
	for (size_t i = 0; i < text.len; i++) {
		char c = text.ptr[i];

		if (c > ' ' && c < 0x7F && !char_is_alnum(c) &&
		    c != '"' && c != '\'' && c != '-' && c != '.')
			buf_addc(out, '\\');
		buf_addc(out, c == '\n' ? ' ' : c);
	}
}

static bool
has_plain_signs(str text)
{
	return str_chr(text, '"') != STR_NONE ||
	    str_chr(text, '\'') != STR_NONE ||
	    str_find(text, S("--")) != STR_NONE ||
	    str_find(text, S("...")) != STR_NONE;
}

void
markdown_smart(struct buf *out, str text)
{
	struct buf escaped = {0}, smart = {0};

	if (!has_plain_signs(text)) {
		buf_add(out, text);
		return;
	}
	add_escaped(&escaped, text);
	markdown_tree_smart_text(&smart, buf_str(&escaped));
	buf_add(out, str_from(buf_str(&smart), 2));
	buf_free(&escaped);
	buf_free(&smart);
}
