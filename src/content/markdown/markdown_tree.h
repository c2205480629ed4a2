/* SPDX-License-Identifier: MIT
 * markdown_tree: the tree that cmark-gfm makes of a Markdown text. */
#ifndef FEEDMILL_CONTENT_MARKDOWN_MARKDOWN_TREE_H
#define FEEDMILL_CONTENT_MARKDOWN_MARKDOWN_TREE_H

#include "content/html/html.h"
#include "generators/generator.h"

struct markdown_node;

/* Which parts of a tree an HTML parser must see once they are rendered. */
enum markdown_html {
	MARKDOWN_NO_HTML,
	MARKDOWN_HTML_IN_BLOCKS,    /* blocks with raw HTML */
	MARKDOWN_HTML_IN_FOOTNOTES, /* footnotes too, which may hold some */
};

struct markdown_tree {
	struct markdown_node *doc;
	enum markdown_html html;
	const char *excess; /* if it could not be parsed: what is too much */
	bool is_wide; /* a row has so many columns that no table was made */
	/* For markdown_tree.c only: */
	struct markdown_found *found; /* links, images and task items */
	void *extensions;
	unsigned flavour;
	int options;
};

/* Parses a text; `flavour` is of FLAVOUR_ bits. The tree and what is rendered
 * of it live in `a`. A thread works on one tree at a time: the next parse ends
 * the use of the last. False: it would take too much memory or time;
 * t->excess says what is too much. */
bool markdown_tree_parse(struct markdown_tree *t, str text, unsigned flavour,
    struct arena *a);

/* Replaces the URL of each link and image by what policy->resolve makes of it;
 * where that is false only the text stays. Whether anything changed. */
bool markdown_tree_resolve(struct markdown_tree *t,
    const struct html_policy *policy);
/* Makes plain items of task items, with a character for the box. */
void markdown_tree_replace_tasks(struct markdown_tree *t);
/* Whether blocks are nested so deeply that Markdown written from the tree
 * could be as long as the square of the text. */
bool markdown_tree_is_deep(const struct markdown_tree *t);

/* The blocks of a document in their order; NULL at the end. */
struct markdown_node *markdown_node_first(struct markdown_node *doc);
struct markdown_node *markdown_node_next(struct markdown_node *block);
/* Whether a block holds raw HTML; and whether it holds that, a footnote or a
 * reference to one. */
bool markdown_node_has_html(struct markdown_node *block);
bool markdown_node_needs_parser(struct markdown_node *block);
/* Puts a block of HTML in the place of a block; an empty one removes it. */
void markdown_node_replace(struct markdown_node *block, str html);

/* ---- for passes over the tree ---- */

/* Parses another text like that of the tree. Only while markdown_tree_parse
 * runs, which bounds its memory. */
struct markdown_node *markdown_tree_parse_more(struct markdown_tree *t,
    str text);
/* Visits all nodes, each before those in it. A visit may unlink its node if that
 * has none, and insert others before it. */
typedef void markdown_visit(void *ctx, struct markdown_node *node);
void markdown_tree_visit(struct markdown_tree *t, markdown_visit *visit,
    void *ctx);
struct markdown_node *markdown_node_last(struct markdown_node *node);
bool markdown_node_is_paragraph(struct markdown_node *node);
/* Whether it is code by its indentation. */
bool markdown_node_is_indented(struct markdown_node *node, str *code);
/* Whether it is a link whose text is its address, as bare addresses are. */
bool markdown_node_is_address(struct markdown_node *node, str *url, str *text);
void markdown_node_set_url(struct markdown_node *node, str url);
/* What stands before it among its siblings: the last character of a text, '`'
 * for code, '\n' for the end of a line or nothing, '*' for all else. */
char markdown_node_before(struct markdown_node *node);
/* Puts its children in its place. */
void markdown_node_unwrap(struct markdown_node *node);
/* Whether it begins on the line behind another block. */
bool markdown_node_follows(struct markdown_node *node,
    struct markdown_node *before);
void markdown_node_unlink(struct markdown_node *node);
void markdown_node_insert(struct markdown_node *node,
    struct markdown_node *before);
void markdown_node_prepend(struct markdown_node *parent,
    struct markdown_node *node);
/* A new one. */
struct markdown_node *markdown_node_softbreak(void);

/* ---- footnotes ---- */

/* Moves the footnotes, which cmark puts behind all else, to a document of
 * their own and back. NULL: there are none. */
struct markdown_node *markdown_tree_take_footnotes(struct markdown_tree *t);
void markdown_tree_give_footnotes(struct markdown_tree *t,
    struct markdown_node *notes);

/* A node as HTML, raw HTML as it was written. */
str markdown_tree_html(const struct markdown_tree *t,
    struct markdown_node *node);
/* The whole tree as Markdown. */
str markdown_tree_source(const struct markdown_tree *t);

/* Appends the text of a paragraph, without its markup, with typographic
 * quotes, dashes and ellipses. */
void markdown_tree_smart_text(struct buf *out, str paragraph);

#endif
