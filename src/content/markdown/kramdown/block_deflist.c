/* SPDX-License-Identifier: MIT
 * block_deflist: lists of terms and definitions. */
#include "content/markdown/kramdown/kd.h"
#include "content/markdown/kramdown/kd_item.h"
#include "content/markdown/kramdown/kd_scan.h"

static void
add_terms(struct kd *k, struct node *list, str text)
{
	str line;

	while (str_split(&text, '\n', &line)) {
		const char *end = kd_end(line);
		const char *p = kd_item_ial(line.ptr, end);

		if (p)
			line = (str){p, (size_t)(end - p)};
		kd_raw(k, node_add(k->tree, list, NODE_TERM), line);
	}
}

/* A definition, its text in text; is_tight: no <p>. */
static void
read_definition(struct kd *k, struct node *n, struct node **blank)
{
	str text = n->text;
	struct node *p;

	n->text = (str){0};
	if (text.len)
		kd_blocks_of(k, n, text);
	if (n->first == NULL)
		return;
	*blank = kd_is_blank(n->last) ? n->last : NULL;
	if (*blank)
		node_unlink(*blank);
	p = n->first;
	if (p && p->kind == NODE_PARAGRAPH)
		p->is_tight = n->is_tight;
}

static void
read_definition_texts(struct kd_blocks *b, struct node *list, bool is_loose)
{
	struct kd_text *t = b->t;
	struct kd_item it = {.split = STR_NONE};
	bool is_blank = false;
	struct node *n = NULL;
	int most = 3;

	while (t->at < t->end) {
		const char *p = kd_marker(t->at, t->end, ':', most);
		const char *line = kd_line(t->at, t->end);

		if (p) {
			if (n)
				n->text = (str){it.text.ptr, it.text.len};
			n = node_add(b->kd->tree, list, NODE_DEFINITION);
			n->is_tight = !is_loose;
			it = (struct kd_item){{.arena = b->kd->arena}, 0,
			    STR_NONE, p, line};
			kd_item_begin(&it, (size_t)(p - t->at));
			most = kd_item_most(it.indent);
			t->at = line;
			is_loose = is_blank = false;
			continue;
		}
		it.p = t->at;
		it.end = line;
		if (kd_eob(t->at, t->end))
			break;
		if (kd_item_takes(&it, is_blank)) {
			kd_item_add_line(&it, NULL);
			t->at = line;
			is_loose = is_blank = false;
		} else if ((p = kd_blank(t->at, t->end)) != NULL) {
			kd_item_add(&it, (str){t->at, (size_t)(p - t->at)});
			t->at = p;
			is_loose = is_blank = true;
		} else
			break;
	}
	if (n)
		n->text = (str){it.text.ptr, it.text.len};
}

/* The paragraph whose lines are the terms; *is_loose: a blank line follows. */
static struct node *
terms_above(struct kd_blocks *b, bool *is_loose)
{
	struct node *p = b->el->last;

	*is_loose = kd_is_blank(p);
	if (*is_loose) {
		if (!str_eq(p->text, S("\n")))
			return NULL;
		p = p->prev;
	}
	return p && p->kind == NODE_PARAGRAPH && p->first ? p : NULL;
}

enum kd_done
kd_read_definitions(struct kd_blocks *b)
{
	struct node *para, *list, *before, *blank = NULL;
	bool is_loose;

	if (!kd_marker(b->t->at, b->t->end, ':', 3) ||
	    (para = terms_above(b, &is_loose)) == NULL)
		return KD_NO;
	if (is_loose)
		node_unlink(b->el->last);
	node_unlink(para);
	before = b->el->last;
	if (before && kd_is_blank(before) && before->prev &&
	    before->prev->kind == NODE_DEFINITIONS) {
		before = before->prev;
		node_unlink(b->el->last);
	}
	list = before && before->kind == NODE_DEFINITIONS ? before
	    : kd_block(b, NODE_DEFINITIONS);
	add_terms(b->kd, list, para->first->text);
	para = list->last;
	read_definition_texts(b, list, is_loose);
	for (struct node *n = para->next; n; n = n->next)
		read_definition(b->kd, n, &blank);
	if (blank)
		node_append(b->el, blank);
	return KD_YES;
}
