/* SPDX-License-Identifier: MIT
 * blocks: which reader reads a block, and the plain ones. */
#include "content/markdown/kramdown/kd.h"
#include "content/markdown/kramdown/kd_scan.h"

/* ---- for all readers ---- */

struct node *
kd_block(struct kd_blocks *b, enum node_kind kind)
{
	struct node *n = node_add(b->kd->tree, b->el, kind);

	n->count = (int)b->ial;
	if (kind == NODE_CODE && b->ial)
		n->info = b->language;
	b->ial = 0;
	b->language = (str){0};
	return n;
}

void
kd_mark(struct kd_blocks *b, enum kd_mark mark)
{
	kd_block(b, NODE_MARK)->level = (int)mark;
}

void
kd_raw(struct kd *k, struct node *el, str text)
{
	if (text.len)
		node_add(k->tree, el, NODE_RAW)->text = text;
}

bool
kd_is_after_boundary(const struct kd_blocks *b)
{
	const struct node *last = b->el->last;

	return last == NULL || last->kind == NODE_BLANK || b->ial ||
	    (last->kind == NODE_MARK && last->level == MARK_END);
}

bool
kd_is_before_boundary(const struct kd_text *t)
{
	str body;

	return t->at == t->end || kd_blank(t->at, t->end) ||
	    kd_eob(t->at, t->end) || kd_ial(t->at, t->end, 3, &body);
}

/* ---- plain blocks ---- */

static enum kd_done
read_blank(struct kd_blocks *b)
{
	const char *p = kd_blank(b->t->at, b->t->end);
	struct node *last = b->el->last;

	if (p == NULL)
		return KD_NO;
	if (last == NULL || last->kind != NODE_BLANK) {
		last = kd_block(b, NODE_BLANK);
		last->text = (str){b->t->at, 0};
	}
	last->text.len += (size_t)(p - b->t->at);
	b->t->at = p;
	return KD_YES;
}

static enum kd_done
read_eob(struct kd_blocks *b)
{
	const char *p = kd_eob(b->t->at, b->t->end);

	if (p == NULL)
		return KD_NO;
	b->t->at = p;
	kd_mark(b, MARK_END);
	return KD_YES;
}

static enum kd_done
read_rule(struct kd_blocks *b)
{
	const char *p = kd_rule(b->t->at, b->t->end);

	if (p == NULL)
		return KD_NO;
	b->t->at = p;
	kd_block(b, NODE_RULE);
	return KD_YES;
}

static enum kd_done
read_quote(struct kd_blocks *b)
{
	const char *p = kd_spaces(b->t->at, b->t->end, 3), *end = b->t->end;
	const char *from = b->t->at;
	char *to, *start;

	if (p == end || *p != '>')
		return KD_NO;
	do
		p = kd_line(p, end);
	while (!kd_ends_quote(p, end));
	b->t->at = p;
	start = to = arena_bytes(b->kd->arena, (size_t)(p - from));
	while (from < p) {
		const char *line = kd_line(from, p);
		const char *mark = kd_spaces(from, p, 3);

		if (mark < p && *mark == '>')
			from = mark + 1 + (mark + 1 < p && mark[1] == ' ');
		memcpy(to, from, (size_t)(line - from));
		to += line - from;
		from = line;
	}
	kd_blocks_of(b->kd, kd_block(b, NODE_QUOTE),
	    (str){start, (size_t)(to - start)});
	return KD_YES;
}

static enum kd_done
read_paragraph(struct kd_blocks *b)
{
	const char *start = b->t->at, *p = start;
	struct node *last = b->el->last, *raw;
	str text;

	do
		p = kd_line(p, b->t->end);
	while (!kd_ends_paragraph(p, b->t->end));
	b->t->at = p;
	text = str_trim_end((str){start, (size_t)(p - start)});
	if (last && last->kind == NODE_PARAGRAPH && last->last) {
		/* What ended it was no block: it goes on, in place. */
		raw = last->last;
		raw->text.len = (size_t)(kd_end(text) - raw->text.ptr);
		return KD_YES;
	}
	kd_raw(b->kd, kd_block(b, NODE_PARAGRAPH), str_trim(text));
	return KD_YES;
}

/* ---- headings ---- */

/* Without {#id} at the end. */
static str
heading_text(str text)
{
	size_t open;

	text = str_trim_end(text);
	open = str_rchr(text, '{');
	if (str_ends(text, S("}")) && open != STR_NONE && open > 0 &&
	    open + 3 < text.len && text.ptr[open + 1] == '#' &&
	    char_is_one_of(text.ptr[open - 1], " \t") &&
	    (char_is_alpha(text.ptr[open + 2]) || text.ptr[open + 2] == '_' ||
	    (unsigned char)text.ptr[open + 2] >= 0x80)) {
		str id = str_sub(text, open + 2, text.len - open - 3);

		for (size_t i = 0; i < id.len; i++)
			if (!char_is_name(id.ptr[i]) &&
			    (unsigned char)id.ptr[i] < 0x80 &&
			    !char_is_one_of(id.ptr[i], ".:"))
				return text;
		return str_trim_end(str_sub(text, 0, open));
	}
	return text;
}

static void
add_heading(struct kd_blocks *b, int level, str text, const char *behind)
{
	struct node *n = kd_block(b, NODE_HEADING);

	n->level = level;
	kd_raw(b->kd, n, text);
	b->t->at = behind;
}

static enum kd_done
read_atx(struct kd_blocks *b)
{
	int level;
	const char *p = kd_atx(b->t->at, b->t->end, &level);
	const char *line;
	str text;
	size_t n;

	if (p == NULL)
		return KD_NO;
	line = kd_line(p, b->t->end);
	text = heading_text((str){p, (size_t)(line - p)});
	for (n = text.len; n > 0 && text.ptr[n - 1] == '#';)
		n--;
	if (n > 0 && n < text.len && char_is_one_of(text.ptr[n - 1], " \t"))
		text = str_trim_end(str_sub(text, 0, n));
	if (text.len == 0)
		return KD_NO;
	add_heading(b, level, text, line);
	return KD_YES;
}

static enum kd_done
read_setext(struct kd_blocks *b)
{
	const char *end = b->t->end, *p = kd_spaces(b->t->at, end, 3);
	const char *line = kd_line(p, end), *q = line;
	str text;

	if (q == end || (*q != '-' && *q != '=') || p == end ||
	    char_is_space(*p) || !kd_is_after_boundary(b))
		return KD_NO;
	while (q < end && (*q == '-' || *q == '='))
		q++;
	while (q < end && *q != '\n' && char_is_space(*q))
		q++;
	if (q == end || *q != '\n')
		return KD_NO;
	text = heading_text((str){p, (size_t)(line - p)});
	if (text.len == 0)
		return KD_NO;
	add_heading(b, *line == '-' ? 2 : 1, text, q + 1);
	return KD_YES;
}

/* ---- all of them ---- */

static kd_reader *const readers[] = {
	read_blank, kd_read_code, kd_read_fence, read_quote, read_atx,
	read_rule, kd_read_list, kd_read_definitions, kd_read_html,
	read_setext, kd_read_math, kd_read_table, kd_read_note, kd_read_link,
	kd_read_abbr, kd_read_extension, read_eob, read_paragraph,
};

bool
kd_blocks_read(struct kd *k, struct node *el, struct kd_text *t)
{
	struct kd_blocks b = {.kd = k, .el = el, .t = t};

	while (t->at < t->end) {
		enum kd_done done = KD_NO;

		for (size_t i = 0; done == KD_NO; i++)
			done = readers[i](&b);
		if (done == KD_STOP)
			return true;
	}
	return false;
}

void
kd_blocks_of(struct kd *k, struct node *el, str text)
{
	struct kd_text t = {.at = text.ptr, .end = kd_end(text)};

	kd_blocks_read(k, el, &t);
}
