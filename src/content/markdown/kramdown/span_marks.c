/* SPDX-License-Identifier: MIT
 * span_marks: emphasis, what is struck out, code and mathematics. */
#include "base/core/unicode.h"
#include "base/core/utf8.h"
#include "content/markdown/kramdown/kd_scan.h"
#include "content/markdown/kramdown/kd_spans.h"

/* ---- emphasis ---- */

/* Whether a letter stands in front of p; digits are none. */
static bool
is_behind_letter(const char *start, const char *p)
{
	const char *q = p;
	uint32_t rune;
	str s;

	if (p == start)
		return false;
	if (p[-1] == '-' && p - 1 > start)
		p--;
	q = p - 1;
	if ((unsigned char)*q < 0x80)
		return char_is_alpha(*q);
	while (q > start && ((unsigned char)*q & 0xC0) == 0x80)
		q--;
	s = (str){q, (size_t)(p - q)};
	rune = utf8_next(&s);
	return unicode_is_word(rune);
}

static int *
open_count(struct spans *s, bool is_em)
{
	return is_em ? &s->em : &s->strong;
}

/* Emphasis of `n` signs at p. False: it has no end. */
static bool
read_emphasis(struct spans *s, struct node *el, const char *p, int n)
{
	bool is_em = n == 1, ok;
	struct stop stop = {.kind = STOP_SIGNS, .sign = *p, .n = n,
		.is_em = is_em};
	const char **none = &s->no_emphasis[*p == '_'][is_em]
	    [(s->em > 0) + 2 * (s->strong > 0) + 4 * (s->link > 0)];
	struct node *inner;

	if (*none && p >= *none)
		return false;
	inner = node_add(s->kd->tree, el, is_em ? NODE_EMPHASIS
	    : NODE_STRONG);
	s->at = p + n;
	++*open_count(s, is_em);
	ok = spans_read(s, inner, &stop, false);
	--*open_count(s, is_em);
	if (!ok) {
		spans_undo(s, inner, p);
		*none = p;
		return false;
	}
	s->at += n;
	return true;
}

enum span_done
span_emphasis(struct spans *s, struct node *el)
{
	const char *p = s->at;
	int n = p + 1 < s->end && p[1] == *p ? 2 : 1;
	const char *behind = p + n;
	bool is_em = n == 1;

	if ((*p == '_' && is_behind_letter(s->start, p)) ||
	    (behind < s->end && char_is_space(*behind)) ||
	    *open_count(s, is_em) > 0 ||
	    (!read_emphasis(s, el, p, n) && (is_em ||
	    el->kind == NODE_EMPHASIS || s->em > 0 ||
	    !read_emphasis(s, el, p, 1)))) {
		spans_text(s, el, p, behind);
		s->at = behind;
	}
	return SPAN_DONE;
}

/* ---- struck out ---- */

static bool
is_space_at(const struct spans *s, const char *p)
{
	return p < s->end && char_is_space(*p);
}

static const char *
end_of_struck(const char *p, const char *end)
{
	const char *start = p;

	for (; (p = kd_find(p, end, S("~~"))) != NULL; p++)
		if (p > start && p[-1] != '~' && !char_is_space(p[-1]))
			return p;
	return NULL;
}

enum span_done
span_strike(struct spans *s, struct node *el)
{
	const char *p = s->at, *close;

	if (s->end - p < 5 || p[1] != '~')
		return SPAN_TEXT;
	if (p[2] == '~' || is_space_at(s, p + 2) ||
	    (s->no_strike && p >= s->no_strike))
		return SPAN_PLAIN;
	close = end_of_struck(p + 2, s->end);
	if (close == NULL) {
		s->no_strike = p;
		return SPAN_PLAIN;
	}
	spans_of(s->kd, node_add(s->kd->tree, el, NODE_STRUCK), p + 2, close);
	s->at = close + 2;
	return SPAN_DONE;
}

/* ---- code ---- */

static size_t
run_of(const char *p, const char *end, char c)
{
	const char *start = p;

	while (p < end && *p == c)
		p++;
	return (size_t)(p - start);
}

/* The first n signs in a row. */
static const char *
find_run(const char *p, const char *end, size_t n)
{
	while (p < end && (p = memchr(p, '`', (size_t)(end - p))) != NULL) {
		size_t m = run_of(p, end, '`');

		if (m >= n)
			return p;
		p += m;
	}
	return NULL;
}

/* A sign between blanks is none of code. */
static bool
is_lone(const char *start, const char *p, const char *end)
{
	return (p == start || char_is_space(p[-1])) && p + 1 < end &&
	    char_is_space(p[1]);
}

const char *
kd_code_span(const char *start, const char *p, const char *end, str *text)
{
	size_t n = run_of(p, end, '`');
	const char *close;

	if (n == 1 && is_lone(start, p, end))
		return p;
	close = find_run(p + n, end, n);
	if (close == NULL)
		return p;
	*text = spans_slice(p + n, close);
	if (n > 1 && str_starts(*text, S(" ")))
		*text = str_from(*text, 1);
	if (n > 1 && str_ends(*text, S(" ")))
		text->len--;
	return close + n;
}

enum span_done
span_code(struct spans *s, struct node *el)
{
	const char *p = s->at, *behind = p;
	size_t n = run_of(p, s->end, '`');
	const char **none = &s->no_code[n < CODE_LENGTHS ? n : CODE_LENGTHS];
	str text;

	if (n <= CODE_LENGTHS && !(*none && p >= *none)) {
		behind = kd_code_span(s->start, p, s->end, &text);
		if (behind == p && !(n == 1 && is_lone(s->start, p, s->end)))
			*none = p;
	}
	if (behind == p) {
		spans_text(s, el, p, p + n);
		behind = p + n;
	} else
		node_add(s->kd->tree, el, NODE_CODE_SPAN)->text = text;
	s->at = behind;
	return SPAN_DONE;
}

/* ---- mathematics ---- */

enum span_done
span_math(struct spans *s, struct node *el)
{
	const char *p = s->at, *close;

	if (s->end - p < 4 || p[1] != '$' || (s->no_math && p >= s->no_math))
		return SPAN_PLAIN;
	close = kd_find(p + 2, s->end, S("$$"));
	if (close == NULL) {
		s->no_math = p;
		return SPAN_PLAIN;
	}
	node_add(s->kd->tree, el, NODE_MATH_INLINE)->text =
	    str_trim(spans_slice(p + 2, close));
	s->at = close + 2;
	return SPAN_DONE;
}
