/* SPDX-License-Identifier: MIT
 * span_text: escapes, entities, breaks, quotes, dashes and ellipses. */
#include "base/core/utf8.h"
#include "content/markdown/kramdown/kd_scan.h"
#include "content/markdown/kramdown/kd_spans.h"

static bool
is_smart(const struct spans *s)
{
	return s->kd->flavour & FLAVOUR_SMART;
}

static bool
stands(const struct spans *s, str what)
{
	return str_starts(spans_slice(s->at, s->end), what);
}

static enum span_done
put(struct spans *s, struct node *el, str text, size_t len)
{
	node_add_text(s->kd->tree, el, text);
	s->at += len;
	return SPAN_DONE;
}

/* ---- backslashes ---- */

/* The same for text that is an element to kramdown: an attribute list may
 * follow it. */
static enum span_done
put_symbol(struct spans *s, struct node *el, str text, size_t len)
{
	node_add_text(s->kd->tree, el, text)->is_head = true;
	s->at += len;
	return SPAN_DONE;
}

/* The line feed behind a break is of the text that follows. */
static enum span_done
put_break(struct spans *s, struct node *el, size_t len)
{
	node_add(s->kd->tree, el, NODE_BREAK);
	s->at += len;
	return SPAN_DONE;
}

enum span_done
span_backslash(struct spans *s, struct node *el)
{
	const char *p = s->at;

	if (stands(s, S("\\<<")) || stands(s, S("\\>>")))
		return put(s, el, spans_slice(p + 1, p + 3), 3);
	if (stands(s, S("\\\\\n")))
		return put_break(s, el, 2);
	if (stands(s, S("\\\n")) && s->element == 0)
		return put_break(s, el, 1);
	if (p + 1 < s->end && char_is_one_of(p[1],
	    "\\.*_+`<>()[]{}#!:|\"'$=-~"))
		return put(s, el, spans_slice(p + 1, p + 2), 2);
	return SPAN_PLAIN;
}

/* ---- entities ---- */

/* Those that posts often have; others are left to an HTML parser. */
static const struct {
	str name;
	const char *text;
} entities[] = {
	{S_INIT("amp"), "&"}, {S_INIT("lt"), "<"}, {S_INIT("gt"), ">"},
	{S_INIT("quot"), "\""}, {S_INIT("apos"), "'"},
	{S_INIT("nbsp"), "\u00A0"}, {S_INIT("mdash"), "\u2014"},
	{S_INIT("ndash"), "\u2013"}, {S_INIT("hellip"), "\u2026"},
	{S_INIT("lsquo"), "\u2018"}, {S_INIT("rsquo"), "\u2019"},
	{S_INIT("ldquo"), "\u201C"}, {S_INIT("rdquo"), "\u201D"},
	{S_INIT("copy"), "\u00A9"}, {S_INIT("times"), "\u00D7"},
	{S_INIT("rarr"), "\u2192"}, {S_INIT("larr"), "\u2190"},
};

/* The entity that stands at p: behind it, and its text in *text, empty if the
 * name is unknown. NULL: none stands there. */
static const char *
named(const char *p, const char *end, str *text)
{
	const char *q = p + 1;
	str name;

	*text = (str){0};
	while (q < end && (char_is_name(*q) || *q == '.' || *q == ':'))
		q++;
	if (q == p + 1 || q == end || *q != ';' || p[1] == '-' ||
	    p[1] == '.')
		return NULL;
	name = spans_slice(p + 1, q);
	for (size_t i = 0; i < sizeof entities / sizeof *entities; i++)
		if (str_eq(name, entities[i].name))
			*text = str_of(entities[i].text);
	return q + 1;
}

/* &#digits; */
static const char *
numbered(const char *p, const char *end, struct arena *a, str *text)
{
	bool is_hex = end - p > 2 && p[2] == 'x';
	int base = is_hex ? 16 : 10, digit;
	uint32_t value = 0;
	const char *start = p += 2 + is_hex;
	char *rune;

	for (; p < end && (digit = char_hex(*p)) >= 0 && digit < base; p++)
		if (value < 0x110000)
			value = value * (uint32_t)base + (uint32_t)digit;
	if (p == start || p >= end || *p != ';')
		return NULL;
	if (value == 0 || value >= 0x110000 ||
	    (value >= 0xD800 && value < 0xE000))
		value = RUNE_BAD;
	rune = arena_text(a, 4);
	*text = (str){rune, utf8_encode(value, rune)};
	/* What feeds must not hold is left to the HTML parser, too. */
	if (!text_is_clean(*text))
		*text = (str){0};
	return p + 1;
}

static const char *
entity(const char *p, const char *end, struct arena *a, str *text)
{
	return end - p > 2 && p[1] == '#' ? numbered(p, end, a, text)
	    : named(p, end, text);
}

str
kd_decoded(struct arena *a, str text)
{
	const char *p = text.ptr, *end = kd_end(text), *behind;
	char *copy, *to;
	str value;

	if (str_chr(text, '&') == STR_NONE)
		return text;
	to = copy = arena_text(a, text.len);
	while (p < end) {
		behind = *p == '&' ? entity(p, end, a, &value) : NULL;
		if (behind && value.len) {
			memcpy(to, value.ptr, value.len);
			to += value.len;
			p = behind;
		} else
			*to++ = *p++;
	}
	*to = '\0';
	return (str){copy, (size_t)(to - copy)};
}

enum span_done
span_entity(struct spans *s, struct node *el)
{
	const char *p = s->at, *behind;
	str text;

	behind = entity(p, s->end, s->kd->arena, &text);
	if (behind == NULL)
		return SPAN_PLAIN;
	if (text.len)
		return put_symbol(s, el, text, (size_t)(behind - p));
	node_add(s->kd->tree, el, NODE_HTML_INLINE)->text =
	    spans_slice(p, behind);
	s->at = behind;
	return SPAN_DONE;
}

/* ---- dashes and blanks ---- */

enum span_done
span_dash(struct spans *s, struct node *el)
{
	if (!is_smart(s) || !stands(s, S("--")))
		return SPAN_TEXT;
	if (stands(s, S("---")))
		return put_symbol(s, el, S("\u2014"), 3);
	return put_symbol(s, el, S("\u2013"), 2);
}

enum span_done
span_dots(struct spans *s, struct node *el)
{
	if (!is_smart(s) || !stands(s, S("...")))
		return SPAN_TEXT;
	return put_symbol(s, el, S("\u2026"), 3);
}

enum span_done
span_space(struct spans *s, struct node *el)
{
	if (stands(s, S("  \n")))
		return put_break(s, el, 2);
	if (is_smart(s) && stands(s, S(" >>")))
		return put_symbol(s, el, S("\u00A0\u00BB"), 3);
	return SPAN_TEXT;
}

enum span_done
span_greater(struct spans *s, struct node *el)
{
	if (!is_smart(s) || !stands(s, S(">>")))
		return SPAN_TEXT;
	return put_symbol(s, el, S("\u00BB"), 2);
}

/* ---- quotes ---- */

/* What a quote becomes. */
enum quote { QUOTE_OPEN, QUOTE_CLOSE };

static str
quote_text(char sign, enum quote q)
{
	if (sign == '"')
		return q == QUOTE_OPEN ? S("\u201C") : S("\u201D");
	return q == QUOTE_OPEN ? S("\u2018") : S("\u2019");
}

static bool
is_word(const struct spans *s, const char *p)
{
	return p < s->end && (char_is_alnum(*p) || *p == '_');
}

static bool
is_punct(char c)
{
	return c > ' ' && c < 0x7F && !char_is_alnum(c) && c != '&';
}

/* Marks of emphasis with something behind them. */
static bool
before_marks(const struct spans *s, const char *p)
{
	return p + 1 < s->end && char_is_one_of(*p, "_*") &&
	    !char_is_space(p[1]);
}

/* A sign with no word behind it, and no ellipsis. */
static bool
before_punct(const struct spans *s, const char *p)
{
	if (p >= s->end || !is_punct(*p) ||
	    str_starts(spans_slice(p + 1, s->end), S("..")))
		return false;
	return (*p == '_') == is_word(s, p + 1);
}

/* Where a quote with nothing of its text in front of it leads. */
static enum quote
judge_first(const struct spans *s, const char *p)
{
	if (before_marks(s, p + 1))
		return QUOTE_OPEN;
	if (before_punct(s, p + 1))
		return QUOTE_CLOSE;
	if (*p == '\'' && s->end - p > 3 && char_is_digit(p[1]) &&
	    char_is_digit(p[2]) && p[3] == 's')
		return QUOTE_CLOSE;
	if (p + 1 == s->end || char_is_space(p[1]) ||
	    (p[1] == 's' && !is_word(s, p + 2)))
		return QUOTE_CLOSE;
	return QUOTE_OPEN;
}

static enum quote
judge(const struct spans *s, const char *p)
{
	char before;

	if (p == s->run)
		return judge_first(s, p);
	before = p[-1];
	if (char_is_space(before) && *p == '\'' && s->end - p > 3 &&
	    char_is_digit(p[1]) && char_is_digit(p[2]) && p[3] == 's')
		return QUOTE_CLOSE;
	if (char_is_space(before) && is_word(s, p + 1))
		return QUOTE_OPEN;
	return char_is_one_of(before, " \\\t\r\n[{(-") ? QUOTE_OPEN
	    : QUOTE_CLOSE;
}

/* Two quotes of both kinds in front of a word both open. */
static bool
opens_two(const struct spans *s, const char *p)
{
	return p + 2 < s->end && (p[1] == '"' || p[1] == '\'') &&
	    p[1] != p[0] && is_word(s, p + 2) &&
	    (p == s->run || char_is_space(p[-1]));
}

/* Of two quotes with nothing in front the first stays, as the second closes. */
static bool
hides_first(const struct spans *s, const char *p)
{
	return p == s->run && p + 1 < s->end &&
	    (p[1] == '"' || p[1] == '\'') && !before_punct(s, p + 1);
}

enum span_done
span_quote(struct spans *s, struct node *el)
{
	const char *p = s->at;

	if (!is_smart(s))
		return SPAN_TEXT;
	if (opens_two(s, p)) {
		put_symbol(s, el, quote_text(p[0], QUOTE_OPEN), 1);
		return put_symbol(s, el, quote_text(p[1], QUOTE_OPEN), 1);
	}
	if (hides_first(s, p)) {
		put(s, el, spans_slice(p, p + 1), 1);
		return put_symbol(s, el, quote_text(p[1], QUOTE_CLOSE), 1);
	}
	return put_symbol(s, el, quote_text(*p, judge(s, p)), 1);
}
