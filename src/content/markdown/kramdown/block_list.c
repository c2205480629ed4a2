/* SPDX-License-Identifier: MIT
 * block_list: lists and definition lists. */
#include "content/markdown/kramdown/kd.h"
#include "content/markdown/kramdown/kd_scan.h"

/* ---- the text of an item ---- */

/* Text that is put together in the arena. */
struct pieces {
	struct arena *arena;
	char *ptr;
	size_t len, cap;
};

static void
add(struct pieces *t, str s)
{
	if (t->cap - t->len < s.len) {
		size_t cap = t->cap * 2 + s.len + 64;

		t->ptr = t->ptr ? arena_more(t->arena, t->ptr, t->cap, cap)
		    : arena_bytes(t->arena, cap);
		t->cap = cap;
	}
	if (s.len)
		memcpy(t->ptr + t->len, s.ptr, s.len);
	t->len += s.len;
}

static void
add_spaces(struct pieces *t, size_t n)
{
	const str spaces = S("                                ");

	for (; n > 32; n -= 32)
		add(t, spaces);
	add(t, str_sub(spaces, 0, n));
}

/* How the lines of an item begin. */
struct item {
	struct pieces text;
	size_t indent;  /* of its text */
	size_t split;   /* where a nested list begins, or STR_NONE */
	const char *p, *end; /* of the line that is read */
};

/* The first line, behind the marker, which is `indent` wide. */
static void
first_line(struct item *it, size_t indent)
{
	const char *p = it->p, *ial = kd_item_ial(p, it->end);
	size_t column = indent;

	/* A line of nothing, or of an attribute list. */
	if (kd_skip_blanks(p, it->end) == it->end || ial == it->end) {
		it->indent = 4;
		return;
	}
	for (; p < it->end && (*p == ' ' || *p == '\t'); p++)
		column += *p == '\t' ? 4 - column % 4 : 1;
	it->indent = column;
	p = ial ? ial : kd_skip_blanks(p, it->end);
	add(&it->text, (str){p, (size_t)(it->end - p)});
}

static bool
has_text(const char *p, const char *end)
{
	return kd_skip_blanks(p, end) < end;
}

/* Where an item's text begins in a line that is indented for it; or NULL. */
static const char *
content(const struct item *it)
{
	size_t tabs = it->indent / 4, spaces = it->indent % 4;
	const char *p = it->p, *q;

	while (tabs > 0 && (q = kd_indent(p, it->end)) != NULL) {
		p = q;
		tabs--;
	}
	if (tabs > 0)
		return NULL;
	q = kd_spaces(p, it->end, (int)spaces);
	if ((size_t)(q - p) < spaces)
		q = kd_indent(p, it->end);
	return q && has_text(q, it->end) ? q : NULL;
}

/* Whether a line goes on with an item though it is not indented. */
static bool
is_lazy(const struct item *it)
{
	int most = it->indent < 3 ? (int)it->indent : 3;
	str body;

	return has_text(it->p, it->end) &&
	    !kd_ial(it->p, it->end, most, &body) &&
	    !kd_html_edge(it->p, it->end, most);
}

/* Whether a text begins with a list, its first line being p to end behind
 * `spaces` spaces. */
static bool
begins_list(size_t spaces, const char *p, const char *end)
{
	return spaces < 4 && kd_any_marker(p, end) &&
	    (size_t)(kd_spaces(p, end, 3) - p) + spaces < 4;
}

/* Adds a line without its indentation, tabs at its start being spaces. */
static void
next_line(struct item *it, bool *has_list)
{
	const char *p = it->p;
	size_t spaces = 0, own = it->indent;
	bool found, begins;

	for (; p < it->end && *p == '\t'; p++)
		spaces += 4;
	while (spaces < own && p < it->end && *p == ' ') {
		p++;
		spaces++;
	}
	found = spaces >= own;
	if (found)
		spaces -= own;
	begins = has_list && (found || *has_list) &&
	    begins_list(spaces, p, it->end);
	if (begins && found && !*has_list) {
		it->split = it->text.len;
		*has_list = true;
	} else if (begins && !found)
		spaces += own + 4;
	add_spaces(&it->text, spaces);
	add(&it->text, (str){p, (size_t)(it->end - p)});
}

/* ---- lists ---- */

struct list {
	struct kd_blocks *b;
	struct node *node;
	char kind;
	bool eob_found;
};

static int
most_before_marker(size_t indent)
{
	return indent < 4 && indent > 0 ? (int)indent - 1 : 3;
}

static void
end_item(struct list *l, struct item *it)
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
begin_item(struct list *l, struct item *it, const char *m, bool *has_list)
{
	struct kd_text *t = l->b->t;
	const char *line = kd_line(m, t->end);
	size_t width = (size_t)(m - t->at);

	end_item(l, it);
	node_add(l->b->kd->tree, l->node, NODE_ITEM);
	*it = (struct item){{.arena = l->b->kd->arena}, 0, STR_NONE, m, line};
	first_line(it, width);
	*has_list = it->text.len && kd_any_marker(
	    it->text.ptr, it->text.ptr + it->text.len);
	return line;
}

/* The items, each with its text. */
static void
read_items(struct list *l)
{
	struct kd_text *t = l->b->t;
	struct item it = {.split = STR_NONE};
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
			most = most_before_marker(it.indent);
			is_blank = false;
		} else if (content(&it) || (!is_blank && is_lazy(&it))) {
			next_line(&it, &has_list);
			t->at = it.end;
			is_blank = false;
		} else if ((p = kd_blank(t->at, t->end)) != NULL) {
			add(&it.text, (str){t->at, (size_t)(p - t->at)});
			t->at = p;
			has_list = is_blank = true;
		} else
			break;
	}
	end_item(l, &it);
}

static bool
is_blank_node(const struct node *n)
{
	return n && n->kind == NODE_BLANK;
}

/* Whether the paragraph that an item begins with stands without <p>. */
static bool
is_bare(const struct list *l, const struct node *it, bool any_bare)
{
	const struct node *p = it->first, *next = p->next;
	bool is_last = it->next == NULL;

	if (p->kind != NODE_PARAGRAPH)
		return false;
	if (is_blank_node(next) &&
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
	if (p->is_tight && p->next && !is_blank_node(p->next))
		end_line(p->first);
	if (p->kind != NODE_PARAGRAPH || p->is_tight)
		*any_bare = true;
	if (is_blank_node(it->last)) {
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

/* ---- definition lists ---- */

static void
add_terms(struct kd *k, struct node *list, str text)
{
	str line;

	while (str_split(&text, '\n', &line)) {
		const char *end = line.ptr + line.len;
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
	*blank = is_blank_node(n->last) ? n->last : NULL;
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
	struct item it = {.split = STR_NONE};
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
			it = (struct item){{.arena = b->kd->arena}, 0,
			    STR_NONE, p, line};
			first_line(&it, (size_t)(p - t->at));
			most = most_before_marker(it.indent);
			t->at = line;
			is_loose = is_blank = false;
			continue;
		}
		it.p = t->at;
		it.end = line;
		if (kd_eob(t->at, t->end))
			break;
		if (content(&it) || (!is_blank && is_lazy(&it))) {
			next_line(&it, NULL);
			t->at = line;
			is_loose = is_blank = false;
		} else if ((p = kd_blank(t->at, t->end)) != NULL) {
			add(&it.text, (str){t->at, (size_t)(p - t->at)});
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

	*is_loose = is_blank_node(p);
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
	if (before && is_blank_node(before) && before->prev &&
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
