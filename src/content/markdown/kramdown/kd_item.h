/* SPDX-License-Identifier: MIT
 * kd_item: the text of an item of a list, or of a definition. */
#ifndef FEEDMILL_CONTENT_MARKDOWN_KRAMDOWN_KD_ITEM_H
#define FEEDMILL_CONTENT_MARKDOWN_KRAMDOWN_KD_ITEM_H

#include "content/markdown/node.h"

/* Text that is put together in the arena. */
struct kd_pieces {
	struct arena *arena;
	char *ptr;
	size_t len, cap;
};

/* How the lines of an item begin. */
struct kd_item {
	struct kd_pieces text;
	size_t indent;  /* of its text */
	size_t split;   /* where a nested list begins, or STR_NONE */
	const char *p, *end; /* of the line that is read */
};

/* The first line, it->p to it->end, behind the marker, which is `indent`
 * wide. */
void kd_item_begin(struct kd_item *it, size_t indent);
/* Whether a line, it->p to it->end, belongs to the item: it is indented for it,
 * or goes on with a text. */
bool kd_item_takes(const struct kd_item *it, bool is_behind_blank);
/* Adds that line without its indentation, tabs at its start being spaces.
 * has_list: whether a nested list has begun; NULL: none is looked for. */
void kd_item_add_line(struct kd_item *it, bool *has_list);
void kd_item_add(struct kd_item *it, str text);
/* How many spaces may stand before the marker of the next item. */
int kd_item_most(size_t indent);

static inline bool
kd_is_blank(const struct node *n)
{
	return n && n->kind == NODE_BLANK;
}

#endif
