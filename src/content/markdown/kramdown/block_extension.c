/* SPDX-License-Identifier: MIT
 * block_extension: attribute lists, extensions, and definitions of links,
 * footnotes and abbreviations. */
#include "content/markdown/kramdown/kd.h"
#include "content/markdown/kramdown/kd_extension.h"
#include "content/markdown/kramdown/kd_scan.h"

static str
between(const char *from, const char *to)
{
	return (str){from, (size_t)(to - from)};
}

/* ---- attribute lists ---- */

/* What a list means for what is shown. */
static unsigned
attributes(str body, str *language)
{
	unsigned ial = IAL_ANY;
	str word;

	while (str_word(&body, &word)) {
		if (str_eq(word, S("toc")))
			ial |= IAL_TOC;
		if (str_starts(word, S(".language-")))
			*language = str_from(word, 10);
	}
	return ial;
}

static void
apply_ial(struct kd_blocks *b, str body)
{
	struct node *last = b->el->last;
	str language = {0}, next;
	unsigned ial = attributes(body, &language);

	if (last == NULL || last->kind == NODE_BLANK ||
	    (last->kind == NODE_MARK && last->level != MARK_DEFINITION)) {
		b->ial |= ial;
		b->language = language;
		return;
	}
	last->count |= (int)ial;
	if (language.len && last->kind == NODE_CODE)
		last->info = language;
	if (!kd_ial(b->t->at, b->t->end, 3, &next))
		kd_mark(b, MARK_IAL);
}

/* {:name: ...} */
static const char *
reference(const char *p, const char *end)
{
	str body;

	if (end - p < 4 || p[0] != '{' || p[1] != ':')
		return NULL;
	p = kd_id(p + 2, end);
	if (p == NULL || p == end || *p != ':')
		return NULL;
	p = kd_braces(p + 1, end, &body);
	return p && body.len ? kd_tail(p, end) : NULL;
}

/* ---- {::name} ---- */

const char *
kd_extension(const char *p, const char *end, struct kd_extension *x)
{
	const char *start = p += 3;

	if (start > end || memcmp(start - 3, "{::", 3) != 0)
		return NULL;
	while (p < end && (char_is_alnum(*p) || *p == '_'))
		p++;
	x->name = between(start, p);
	if (p == end || p == start || (!char_is_space(*p) && *p != '/' &&
	    *p != '}'))
		return NULL;
	p = kd_braces(p, end, &x->options);
	if (p == NULL)
		return NULL;
	x->is_closed = str_ends(x->options, S("/"));
	if (!x->is_closed && x->options.len && x->options.ptr[0] == '/')
		return NULL;
	return p;
}

const char *
kd_extension_stop(const char *p, const char *end, str name,
    const char **behind)
{
	while ((p = kd_find(p, end, S("{:/"))) != NULL) {
		const char *q = p + 3;

		if (str_starts(between(q, end), name))
			q += name.len;
		if (q < end && *q == '}') {
			*behind = q + 1;
			return p;
		}
		p += 3;
	}
	return NULL;
}

static bool
option(str options, str name, bool *value)
{
	size_t at = str_find(options, name);
	str rest;

	if (at == STR_NONE)
		return false;
	rest = str_from(options, at + name.len);
	if (!str_starts(rest, S("=\"")) && !str_starts(rest, S("='")))
		return false;
	*value = str_starts(str_from(rest, 2), S("true"));
	return true;
}

void
kd_extension_options(struct kd *k, str options)
{
	option(options, S("parse_block_html"), &k->parses_block_html);
	option(options, S("parse_span_html"), &k->parses_span_html);
}

/* The stop tag on a line of its own: where its line begins, and behind it. */
static const char *
block_stop(struct kd_text *t, const char *p, str name, const char **behind)
{
	const char *stop, *line;

	for (;;) {
		stop = t->no_stop ? NULL
		    : kd_extension_stop(p, t->end, name, behind);
		if (stop == NULL)
			return NULL;
		for (line = stop; line > p && line[-1] == ' ';)
			line--;
		*behind = kd_tail(*behind, t->end);
		if (*behind && stop - line <= 3 &&
		    (line == p || line[-1] == '\n'))
			return line;
		p = stop + 3;
	}
}

static enum kd_done
read_extension(struct kd_blocks *b, const char *p)
{
	struct kd_text *t = b->t;
	struct kd_extension x;
	const char *start = kd_extension(p, t->end, &x), *stop = NULL;
	const char *behind;

	if (start == NULL || (start = kd_tail(start, t->end)) == NULL)
		return KD_NO;
	behind = start;
	if (!x.is_closed) {
		stop = block_stop(t, start, x.name, &behind);
		if (stop == NULL)
			return KD_NO;
	}
	if (str_eq(x.name, S("comment"))) {
		if (stop)
			kd_block(b, NODE_HTML);
	} else if (str_eq(x.name, S("nomarkdown"))) {
		if (stop)
			kd_block(b, NODE_HTML)->text = between(start, stop);
	} else if (str_eq(x.name, S("options"))) {
		kd_extension_options(b->kd, x.options);
		kd_mark(b, MARK_OPTIONS);
	} else
		return KD_NO;
	t->at = behind;
	return KD_YES;
}

enum kd_done
kd_read_extension(struct kd_blocks *b)
{
	struct kd_text *t = b->t;
	const char *p = kd_spaces(t->at, t->end, 3), *q;
	str body;

	if (t->end - p < 3 || p[0] != '{' || p[1] != ':')
		return KD_NO;
	if ((q = reference(p, t->end)) != NULL) {
		t->at = q;
		kd_mark(b, MARK_ALD);
		return KD_YES;
	}
	if (p[2] == ':')
		return read_extension(b, p);
	if ((q = kd_ial(t->at, t->end, 3, &body)) == NULL)
		return KD_NO;
	t->at = q;
	apply_ial(b, body);
	return KD_YES;
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
