/* SPDX-License-Identifier: MIT
 * html_tree: the tree that a browser makes of HTML, and a way through it. */
#ifndef FEEDMILL_CONTENT_HTML_HTML_TREE_H
#define FEEDMILL_CONTENT_HTML_HTML_TREE_H

#include "base/core/mem.h"
#include "base/core/str.h"
#include "content/html/html_attrs.h"
#include "content/html/html_elements.h"

struct html_node;

/* Parses a fragment as the content of a <div>. The tree lives in `arena` and
 * refers to `html`. NULL: it is nested so deeply, or leaves so much open,
 * that a parser would need minutes or all memory for it. */
const struct html_node *html_tree_parse(str html, struct arena *arena);
/* The same for a part of a larger text. NULL also where it leaves anything
 * open that would reach into what follows: an element, a comment, a tag. */
const struct html_node *html_tree_parse_part(str html, struct arena *arena);
/* The same for a whole page; what it gives is the <html> element. */
const struct html_node *html_tree_parse_page(str html, struct arena *arena);

bool html_node_is_text(const struct html_node *node);
bool html_node_is_element(const struct html_node *node);
/* The element around a node, and its first child and the next one beside it; or
 * NULL. */
const struct html_node *html_node_parent(const struct html_node *node);
const struct html_node *html_node_first(const struct html_node *node);
const struct html_node *html_node_next(const struct html_node *node);
/* Of a text: the text, character references decoded. */
str html_node_text(const struct html_node *node);
/* Of an element: its row, or NULL where it has none. */
const struct html_element *html_node_row(const struct html_node *node);
/* Whether HTML, SVG or MathML have an element of that name. */
bool html_node_is_known(const struct html_node *node);
/* Whether it is an element of MathML; and the name of any element. */
bool html_node_is_math(const struct html_node *node);
str html_node_name(const struct html_node *node, struct arena *arena);
/* Whether that is its name; lower case. */
bool html_node_is_named(const struct html_node *node, str name);
/* Whether it has an attribute of that name in lower case, and which value. */
bool html_node_attr(const struct html_node *node, const char *name,
    str *value);
/* Its tags as they were written; empty where they were left out. */
str html_node_start_tag(const struct html_node *node);
str html_node_end_tag(const struct html_node *node);
/* Its attributes; the list is made in `arena`. */
struct html_attrs html_node_attrs(const struct html_node *node,
    struct arena *arena);

/* A walk through the nodes below one. Start with the arena set, and
 * html_walk_down with the node above. */
struct html_walk {
	struct arena *arena;
	struct html_step *steps; /* from the first node down to the parent
	                          * of the next one */
	size_t count, cap;
};

/* The next node, or NULL. An element comes again after its children, with
 * *leaves true, if html_walk_down was called when it was new. */
const struct html_node *html_walk_next(struct html_walk *w, bool *leaves);
/* Goes on with the children of an element. */
void html_walk_down(struct html_walk *w, const struct html_node *node);

#endif
