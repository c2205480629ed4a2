/* SPDX-License-Identifier: MIT
 * block_extension: attribute lists and extensions. */
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
