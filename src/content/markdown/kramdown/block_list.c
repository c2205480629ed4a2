/* SPDX-License-Identifier: MIT
 * block_list: lists. */
#include "content/markdown/kramdown/kd.h"
#include "content/markdown/kramdown/kd_item.h"
#include "content/markdown/kramdown/kd_scan.h"

struct list {
	struct kd_blocks *b;
	struct node *node;
	char kind;
	bool eob_found;
};

static void
end_item(struct list *l, struct kd_item *it)
{
	struct node *n;
	str text = {it->text.ptr, it->text.len};

	if (l->node->last == NULL)
		return;
	n = l->node->last;
	n->text = it->split == STR_NONE ? text : str_sub(text, 0, it->split);
	n->info = it->split == STR_NONE ? (str){0} : str_from(text, it->split);
}

static const char *
begin_item(struct list *l, struct kd_item *it, const char *m, bool *has_list)
{
	struct kd_text *t = l->b->t;
	const char *line = kd_line(m, t->end);
	size_t width = (size_t)(m - t->at);

	end_item(l, it);
	node_add(l->b->kd->tree, l->node, NODE_ITEM);
	*it = (struct kd_item){{.arena = l->b->kd->arena}, 0, STR_NONE, m,
	    line};
	kd_item_begin(it, width);
	*has_list = it->text.len && kd_any_marker(
	    it->text.ptr, kd_end((str){it->text.ptr, it->text.len}));
	return line;
}

/* The items, each with its text. */
static void
read_items(struct list *l)
{
	struct kd_text *t = l->b->t;
	struct kd_item it = {.split = STR_NONE};
	bool has_list = false, is_blank = false;
	int most = 3;

	while (t->at < t->end) {
		const char *p;

		if (is_blank && kd_rule(t->at, t->end))
			break;
		if ((p = kd_eob(t->at, t->end)) != NULL) {
			l->eob_found = true;
			t->at = p;
			break;
		}
		it.p = t->at;
		it.end = kd_line(t->at, t->end);
		if ((p = kd_marker(t->at, t->end, l->kind, most)) != NULL) {
			t->at = begin_item(l, &it, p, &has_list);
			most = kd_item_most(it.indent);
			is_blank = false;
		} else if (kd_item_takes(&it, is_blank)) {
			kd_item_add_line(&it, &has_list);
			t->at = it.end;
			is_blank = false;
		} else if ((p = kd_blank(t->at, t->end)) != NULL) {
			kd_item_add(&it, (str){t->at, (size_t)(p - t->at)});
			t->at = p;
			has_list = is_blank = true;
		} else
			break;
	}
	end_item(l, &it);
}

/* Whether the paragraph that an item begins with stands without <p>. */
static bool
is_bare(const struct list *l, const struct node *it, bool any_bare)
{
	const struct node *p = it->first, *next = p->next;
	bool is_last = it->next == NULL;

	if (p->kind != NODE_PARAGRAPH)
		return false;
	if (kd_is_blank(next) &&
	    !(is_last && next->next == NULL && !l->eob_found))
		return false;
	return !is_last || it->prev == NULL || any_bare;
}

/* "[ ]" or "[x]" in front of the text of an item becomes a character. */
static void
replace_box(struct kd *k, struct node *it)
{
	struct node *p = it->first, *raw = p ? p->first : NULL;
	str text;
	bool is_checked;

	if (raw == NULL || p->kind != NODE_PARAGRAPH || raw->kind != NODE_RAW)
		return;
	text = str_trim(raw->text);
	is_checked = str_istarts(text, S("[x]"));
	if ((!is_checked && !str_starts(text, S("[ ]"))) || text.len < 4 ||
	    !char_is_space(text.ptr[3]))
		return;
	node_add_text(k->tree, p, is_checked ? S("\u2611 ") : S("\u2610 "));
	raw->text = str_trim(str_from(text, 3));
	node_unlink(raw);
	node_append(p, raw);
}

/* A text that a block follows on the next line: a backslash at its end is a
 * break, of which nothing is left there. */
static void
end_line(struct node *raw)
{
	if (raw && raw->kind == NODE_RAW && str_ends(raw->text, S("\\")) &&
	    !str_ends(raw->text, S("\\\\")))
		raw->text.len--;
}

/* The blocks of an item. The blank lines at its end, or NULL. */
static struct node *
read_item(struct list *l, struct node *it, bool *any_bare)
{
	struct kd *k = l->b->kd;
	str text = it->text, nested = it->info;
	struct node *p, *blank = NULL;

	it->text = it->info = (str){0};
	if (text.len)
		kd_blocks_of(k, it, text);
	if (nested.len)
		kd_blocks_of(k, it, nested);
	p = it->first;
	if (p == NULL) {
		*any_bare = true;
		return NULL;
	}
	if (p->kind == NODE_PARAGRAPH && p->count && p->next &&
	    p->next->kind == NODE_MARK)
		node_unlink(p->next);
	p->is_tight = is_bare(l, it, *any_bare);
	if (p->is_tight && p->next && !kd_is_blank(p->next))
		end_line(p->first);
	if (p->kind != NODE_PARAGRAPH || p->is_tight)
		*any_bare = true;
	if (kd_is_blank(it->last)) {
		blank = it->last;
		node_unlink(blank);
	}
	replace_box(k, it);
	return blank;
}

enum kd_done
kd_read_list(struct kd_blocks *b)
{
	struct list l = {.b = b};
	struct node *blank = NULL;
	bool any_bare = false;
	const char *p = b->t->at, *end = b->t->end;

	if (kd_marker(p, end, '-', 3))
		l.kind = '-';
	else if (kd_marker(p, end, '1', 3))
		l.kind = '1';
	else
		return KD_NO;
	l.node = kd_block(b, NODE_LIST);
	l.node->is_ordered = l.kind == '1';
	l.node->level = 1;
	read_items(&l);
	for (struct node *it = l.node->first; it; it = it->next) {
		struct node *last = read_item(&l, it, &any_bare);

		if (last || it->first)
			blank = last;
	}
	if (blank && !l.eob_found)
		node_append(b->el, blank);
	return KD_YES;
}
