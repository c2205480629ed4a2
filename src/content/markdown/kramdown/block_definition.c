/* SPDX-License-Identifier: MIT
 * block_definition: definitions of links, footnotes and abbreviations. */
#include "content/markdown/kramdown/kd.h"
#include "content/markdown/kramdown/kd_extension.h"
#include "content/markdown/kramdown/kd_scan.h"

static str
between(const char *from, const char *to)
{
	return (str){from, (size_t)(to - from)};
}

/* ---- footnotes ---- */

/* The text of a footnote, without the indentation of its lines. */
static str
note_text(struct arena *a, const char *p, const char *end)
{
	char *start = arena_bytes(a, (size_t)(end - p) + 1), *to = start;

	while (p < end) {
		const char *line = kd_line(p, end), *in = kd_indent(p, end);

		in = in ? in : p;
		memcpy(to, in, (size_t)(line - in));
		to += line - in;
		p = line;
	}
	return between(start, to);
}

enum kd_done
kd_read_note(struct kd_blocks *b)
{
	struct kd_text *t = b->t;
	struct kd *k = b->kd;
	const char *p = kd_spaces(t->at, t->end, 3), *id, *line, *end;
	struct kd_note *note;
	struct node *content;

	if (t->end - p < 5 || p[0] != '[' || p[1] != '^')
		return KD_NO;
	id = p + 2;
	p = kd_id(id, t->end);
	if (p == NULL || t->end - p < 2 || p[0] != ']' || p[1] != ':')
		return KD_NO;
	line = kd_line(p, t->end);
	end = kd_code(line, t->end);
	end = end ? end : line;
	t->at = end;
	kd_mark(b, MARK_DEFINITION);
	content = node_add(k->tree, b->el, NODE_NOTE);
	node_unlink(content);
	content->depth = 2;
	note = arena_alloc(k->arena, sizeof *note);
	note->name = between(id, p);
	note->content = content;
	kd_blocks_of(k, content, note_text(k->arena, p + 2, end));
	*table_at(&k->notes, note->name) = note;
	return KD_YES;
}

/* ---- links ---- */

static str
without_quotes(const char *p, const char *end)
{
	return between(p + 1, end - 1);
}

/* A title between quotes that nothing but blanks follows, on its line. */
static const char *
title_at(const char *p, const char *line, str *title)
{
	const char *end = line;

	while (end > p && char_is_space(end[-1]))
		end--;
	if (end - p < 3 || (*p != '"' && *p != '\'') || end[-1] != *p)
		return NULL;
	*title = without_quotes(p, end);
	return line;
}

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t';
}

static const char *
skip(const char *p, const char *end)
{
	while (p < end && is_blank(*p))
		p++;
	return p;
}

/* What follows the address: a title on the line or on the next one, or
 * nothing. NULL: something else. */
static const char *
title_behind(const char *p, const char *end, str *title)
{
	const char *q = skip(p, end), *line = kd_line(q, end), *behind;

	*title = (str){0};
	if (q == end)
		return q;
	if (*q != '\n')
		return q > p ? title_at(q, line, title) : NULL;
	q = skip(q + 1, end);
	behind = title_at(q, kd_line(q, end), title);
	return behind ? behind : line;
}

/* An address that stands without angle brackets; it may hold blanks. */
static const char *
bare_address(const char *p, const char *end, str *url, str *title)
{
	const char *line = kd_line(p, end), *last = line, *behind;

	while (last > p && char_is_space(last[-1]))
		last--;
	if (last == p)
		return NULL;
	for (const char *q = p + 1; q < last; q++)
		if (is_blank(*q) && (q[1] == '"' || q[1] == '\'')) {
			const char *cut = q;

			while (cut > p && is_blank(cut[-1]))
				cut--;
			*url = between(p, cut);
			behind = title_at(q + 1, line, title);
			/* A quote behind a blank, and no title: no
			 * definition. */
			return behind;
		}
	*url = between(p, last);
	return title_behind(last, end, title);
}

/* An address and a title; behind them, or NULL. */
static const char *
address(const char *p, const char *end, struct kd_link *found)
{
	const char *line = kd_line(p, end), *q = p, *behind;

	while (p < end && *p == '<' &&
	    (q = memchr(q + 1, '>', (size_t)(line - q - 1))) != NULL) {
		behind = title_behind(q + 1, end, &found->title);
		if (behind) {
			found->url = between(p + 1, q);
			return behind;
		}
	}
	return bare_address(p, end, &found->url, &found->title);
}

str
kd_link_id(struct arena *a, str id)
{
	char *copy = arena_text(a, id.len);
	size_t n = 0;

	for (size_t i = 0; i < id.len; i++) {
		char c = id.ptr[i];

		if (!char_is_space(c))
			copy[n++] = char_lower(c);
		else if (n == 0 || copy[n - 1] != ' ')
			copy[n++] = ' ';
	}
	copy[n] = '\0';
	return (str){copy, n};
}

enum kd_done
kd_read_link(struct kd_blocks *b)
{
	struct kd_text *t = b->t;
	struct kd *k = b->kd;
	const char *p = kd_spaces(t->at, t->end, 3), *id, *close;
	struct kd_link found = {{0}, {0}}, *link;

	if (t->end - p < 5 || *p != '[')
		return KD_NO;
	id = ++p;
	while (p < t->end && *p != ']' && *p != '\n')
		p++;
	if (p == id || t->end - p < 3 || p[0] != ']' || p[1] != ':')
		return KD_NO;
	close = p;
	p = skip(p + 2, t->end);
	p = address(p, t->end, &found);
	if (p == NULL)
		return KD_NO;
	t->at = p;
	kd_mark(b, MARK_DEFINITION);
	link = arena_alloc(k->arena, sizeof *link);
	*link = found;
	*table_at(&k->links, kd_link_id(k->arena, between(id, close))) = link;
	return KD_YES;
}

/* ---- abbreviations ---- */

enum kd_done
kd_read_abbr(struct kd_blocks *b)
{
	enum { MOST = 500 };
	struct kd_text *t = b->t;
	struct kd *k = b->kd;
	const char *p = kd_spaces(t->at, t->end, 3), *line, *close;
	struct kd_abbr **slot, *abbr, **row;
	str id;

	if (t->end - p < 5 || p[0] != '*' || p[1] != '[')
		return KD_NO;
	line = kd_line(p, t->end);
	close = kd_find(p + 3, line, S("]:"));
	if (close == NULL)
		return KD_NO;
	id = between(p + 2, close);
	t->at = line;
	kd_mark(b, MARK_DEFINITION);
	slot = (struct kd_abbr **)table_at(&k->abbrs, id);
	abbr = *slot;
	if (abbr == NULL && k->n_abbrs < MOST) {
		abbr = arena_alloc(k->arena, sizeof *abbr);
		*slot = abbr;
		abbr->id = id;
		k->n_abbrs++;
		/* The longest comes first. */
		row = &k->abbr_by_byte[(unsigned char)id.ptr[0]];
		while (*row && (*row)->id.len > id.len)
			row = &(*row)->next;
		abbr->next = *row;
		*row = abbr;
	}
	if (abbr)
		abbr->title = str_trim(between(close + 2, line));
	return KD_YES;
}
