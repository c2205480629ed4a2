/* SPDX-License-Identifier: MIT
 * spans: reads the spans of a text.
 *
 * As in kramdown, an element that comes to no end is read again as text. That
 * its signs have no end behind some place is remembered, and all steps are
 * counted, so that no text takes more than a multiple of its length. */
#include "base/core/unicode.h"
#include "base/core/utf8.h"
#include "content/markdown/kramdown/kd.h"
#include "content/markdown/kramdown/kd_scan.h"
#include "content/markdown/kramdown/kd_spans.h"

static span_reader *const readers[256] = {
	['*'] = span_emphasis, ['_'] = span_emphasis, ['`'] = span_code,
	['<'] = span_angle, ['['] = span_bracket, ['!'] = span_image,
	['"'] = span_quote, ['\''] = span_quote, ['$'] = span_math,
	['{'] = span_brace, ['&'] = span_entity, ['-'] = span_dash,
	['.'] = span_dots, [' '] = span_space, ['>'] = span_greater,
	['\\'] = span_backslash, ['~'] = span_strike,
};

bool
spans_spend(struct spans *s, long steps)
{
	s->kd->budget -= steps;
	return s->kd->budget > 0;
}

void
spans_text(struct spans *s, struct node *el, const char *from, const char *to)
{
	struct node *last = el->last;

	if (from == to)
		return;
	if (last && last->kind == NODE_TEXT &&
	    kd_end(last->text) == from)
		last->text.len += (size_t)(to - from);
	else
		node_add_text(s->kd->tree, el, spans_slice(from, to))
		    ->is_head = s->raw > 0;
}

void
spans_undo(struct spans *s, struct node *el, const char *at)
{
	node_unlink(el);
	s->at = at;
}

/* ---- what ends the spans of an element ---- */

static bool
is_signs(const struct spans *s, const char *p, char sign, int n)
{
	for (; n > 0; n--, p++)
		if (p >= s->end || *p != sign)
			return false;
	return true;
}

/* Whether a letter or a digit stands at p. */
static bool
is_before_letter(const char *p, const char *end)
{
	str rest = spans_slice(p, end);

	if (p >= end)
		return false;
	return (unsigned char)*p < 0x80 ? char_is_alnum(*p)
	    : unicode_is_word(utf8_next(&rest));
}

static bool
accepts_signs(const struct spans *s, const struct node *el,
    const struct stop *stop)
{
	const char *p = s->at, *behind = p + stop->n;

	if (!is_signs(s, p, stop->sign, stop->n) || el->first == NULL)
		return false;
	if (p > s->start && char_is_space(p[-1]))
		return false;
	if (stop->is_em && is_signs(s, p, stop->sign, 2) &&
	    !is_signs(s, p + 2, stop->sign, 1))
		return false;
	return stop->sign != '_' || !is_before_letter(behind, s->end);
}

static bool
accepts_bracket(const struct spans *s, const struct node *el,
    struct stop *stop)
{
	const char *p = s->at;

	if (*p == ']')
		stop->count--;
	else if (*p == '[' || (*p == '!' && p + 1 < s->end && p[1] == '['))
		stop->count++;
	else
		return false;
	return stop->count - el->count == 0;
}

static bool
accepts(const struct spans *s, const struct node *el, struct stop *stop)
{
	str name;

	switch (stop->kind) {
	case STOP_SIGNS:
		return accepts_signs(s, el, stop);
	case STOP_BRACKET:
		return accepts_bracket(s, el, stop);
	default:
		return *s->at == '<' && kd_html_close(s->at, s->end, &name) &&
		    kd_html_is_same(name, stop->name);
	}
}

/* ---- the loop ---- */

/* Where the next character stands that may begin or end a span. */
static const char *
next_sign(const struct spans *s, const char *p, bool with_brackets)
{
	while (p < s->end && readers[(unsigned char)*p] == NULL &&
	    (*p != ']' || !with_brackets))
		p++;
	return p;
}

static enum span_done
read_one(struct spans *s, struct node *el, bool only_html)
{
	enum { MOST_DEPTH = 190 }; /* node.c has 200 */
	span_reader *read = readers[(unsigned char)*s->at];

	if (el->depth > MOST_DEPTH)
		return SPAN_PLAIN;
	if (only_html)
		return *s->at == '<' ? span_html(s, el)
		    : *s->at == '&' ? span_entity(s, el) : SPAN_TEXT;
	return read ? read(s, el) : SPAN_TEXT;
}

/* Whether a quote follows that sees the character at p. */
static bool
goes_with_quote(const struct spans *s, const char *p)
{
	return p + 1 < s->end && (p[1] == '"' || p[1] == '\'') &&
	    *p != '[' && *p != '\\';
}

bool
spans_read(struct spans *s, struct node *el, struct stop *stop, bool only_html)
{
	bool with_brackets = stop && stop->kind == STOP_BRACKET;
	const char *from = s->at; /* text that is not added yet */

	s->run = s->at;
	while (s->at < s->end) {
		const char *p = next_sign(s, s->at, with_brackets);
		enum span_done done;

		if (!spans_spend(s, 8 + (long)(p - s->at)))
			break;
		s->at = p;
		if (p == s->end)
			break;
		spans_text(s, el, from, p);
		from = p;
		if (stop && accepts(s, el, stop))
			return true;
		done = read_one(s, el, only_html);
		if (done == SPAN_DONE) {
			from = s->run = s->at;
			continue;
		}
		s->at = p + 1;
		if (done == SPAN_PLAIN && !goes_with_quote(s, p))
			s->run = s->at;
	}
	if (stop) {
		s->at = from;
		return false;
	}
	spans_text(s, el, from, s->end);
	s->at = s->end;
	return false;
}

void
spans_of(struct kd *k, struct node *el, const char *p, const char *end)
{
	struct spans s = {.kd = k, .start = p, .at = p, .end = end};

	for (const struct node *n = el; n; n = n->parent)
		s.element += n->kind == NODE_ELEMENT;
	spans_read(&s, el, NULL, false);
}

void
kd_spans_read(struct kd *k, struct node *el)
{
	for (struct node *n = el->first, *next; n; n = next) {
		next = n->next;
		if (n->kind != NODE_RAW) {
			kd_spans_read(k, n);
			continue;
		}
		spans_of(k, n, n->text.ptr, kd_end(n->text));
		node_unwrap(n);
	}
}
