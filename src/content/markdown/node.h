/* SPDX-License-Identifier: MIT
 * node: the tree that the parsers of flavours make of a text. */
#ifndef FEEDMILL_CONTENT_MARKDOWN_NODE_H
#define FEEDMILL_CONTENT_MARKDOWN_NODE_H

#include <setjmp.h>

#include "base/core/mem.h"
#include "base/core/str.h"

enum node_kind {
	NODE_ROOT,
	/* Blocks */
	NODE_PARAGRAPH,
	NODE_HEADING,     /* level: 1 to 6 */
	NODE_QUOTE,
	NODE_CODE,        /* text, with its last line feed; info: language */
	NODE_RULE,
	NODE_LIST,        /* is_ordered, level: the first number, is_tight */
	NODE_ITEM,
	NODE_DEFINITIONS, /* of terms and definitions; is_tight */
	NODE_TERM,
	NODE_DEFINITION,
	NODE_TABLE,       /* of rows */
	NODE_ROW,         /* is_head */
	NODE_CELL,        /* align */
	NODE_HTML,        /* text: as it was written */
	NODE_ELEMENT,     /* an HTML element with blocks or inlines in it; text: its
	                   * start tag as it was written, info: its name */
	NODE_MATH,        /* text: TeX, as a block */
	NODE_NOTES,       /* the footnotes, in the order of their references */
	NODE_NOTE,        /* of blocks; info: its name, level: its number, count:
	                   * of references to it */
	/* Inlines */
	NODE_TEXT,        /* text, not escaped */
	NODE_BREAK,
	NODE_CODE_SPAN,   /* text */
	NODE_EMPHASIS,
	NODE_STRONG,
	NODE_STRUCK,
	NODE_SUB,
	NODE_SUP,
	NODE_LINK,        /* url, info: title */
	NODE_IMAGE,       /* url, info: title, text: alt */
	NODE_ABBR,        /* info: what it stands for */
	NODE_HTML_INLINE, /* text: as it was written */
	NODE_MATH_INLINE, /* text: TeX */
	NODE_NOTE_REF,    /* info: name of the note, level: its number, count: how
	                   * many references to it came before */
	/* Only while a parser works */
	NODE_RAW,         /* text: whose inlines are not read yet */
	NODE_BLANK,       /* text: blank lines */
	NODE_MARK,        /* what ends a block or stands for nothing */
	NODE_KINDS
};

enum node_align { ALIGN_NONE, ALIGN_LEFT, ALIGN_CENTER, ALIGN_RIGHT };

struct node {
	enum node_kind kind;
	str text, info, url;
	int level, count;
	enum node_align align;
	bool is_ordered, is_tight, is_head;
	int depth;
	struct node *parent, *first, *last, *next, *prev;
};

/* A tree that is being made. Set `arena`, and zero the rest. */
struct node_tree {
	struct arena *arena;
	const char *excess; /* what is too much; NULL: nothing */
	size_t count;
	jmp_buf full;
};

/* Calls parse(ctx), which adds nodes to a new root. NULL: it added more nodes
 * than a post should have, or nested them too deeply; t->excess says which. The
 * parser then does not return: it must keep what it allocates in the arena. */
struct node *node_tree_make(struct node_tree *t,
    void (*parse)(void *ctx, struct node *root), void *ctx);

/* A new last child of a node. */
struct node *node_add(struct node_tree *t, struct node *parent,
    enum node_kind kind);
struct node *node_add_text(struct node_tree *t, struct node *parent, str text);
/* Takes a node out of its parent; and puts one at the end of another parent. */
void node_unlink(struct node *n);
void node_append(struct node *parent, struct node *n);
/* Moves all children of a node to the end of another. */
void node_move_children(struct node *to, struct node *from);
/* Puts the children of a node in its place. */
void node_unwrap(struct node *n);

/* Whether a block holds HTML that an author wrote, or a footnote or a reference
 * to one. */
bool node_needs_parser(const struct node *block);
/* The text of all inlines in a node, without markup. */
str node_plain(const struct node *n, struct arena *a);

#endif
