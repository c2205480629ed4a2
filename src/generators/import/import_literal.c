/* SPDX-License-Identifier: MIT
 * import_literal: reads constants in configs that are programs. */
#include "generators/import/import_literal.h"

#include <string.h>

#include "base/core/buf.h"

enum { MOST_DEPTH = 20 };

struct reader {
	struct arena *arena;
	str rest;
	int depth;
	bool open; /* a string or list is not closed */
};

static char
peek(const struct reader *r)
{
	return r->rest.len ? r->rest.ptr[0] : '\0';
}

static bool
is_quote(char c)
{
	return c == '\'' || c == '"' || c == '`';
}

static bool
accept_text(struct reader *r, const char *what)
{
	if (!str_starts(r->rest, str_of(what)))
		return false;
	r->rest = str_from(r->rest, strlen(what));
	return true;
}

/* Skips up to and with `end`. */
static void
skip_to(struct reader *r, str end)
{
	size_t at = str_find(r->rest, end);

	r->rest = str_from(r->rest, at == STR_NONE ? r->rest.len
	    : at + end.len);
}

/* Skips white space and comments of JavaScript and Python. */
static void
skip_blank(struct reader *r)
{
	for (;;) {
		if (char_is_space(peek(r)))
			r->rest = str_from(r->rest, 1);
		else if (accept_text(r, "#") || accept_text(r, "//"))
			skip_to(r, S("\n"));
		else if (accept_text(r, "/*"))
			skip_to(r, S("*/"));
		else
			return;
	}
}

/* ---- literals ---- */

static struct value *
new_node(struct reader *r, enum value_kind kind, str text, bool quoted)
{
	struct value *v = arena_alloc(r->arena, sizeof *v);

	v->kind = kind;
	v->text = text;
	v->quoted = quoted;
	v->size = 1;
	return v;
}

/* The meaning of the character after a backslash. */
static char
unescaped(char c)
{
	return c == 'n' ? '\n' : c == 't' ? '\t' : c == 'r' ? '\r' : c;
}

/* The text up to the quote, which is one character, or three in Python. */
static struct value *
parse_string(struct reader *r, str quote)
{
	struct buf b = {0};
	struct value *v = NULL;
	bool lines = quote.len == 3 || str_eq(quote, S("`"));

	r->rest = str_from(r->rest, quote.len);
	while (r->rest.len && !str_starts(r->rest, quote)) {
		char c = peek(r);

		/* A template literal with ${} is not a constant. */
		if ((c == '\n' && !lines) ||
		    (quote.ptr[0] == '`' && str_starts(r->rest, S("${"))))
			break;
		r->rest = str_from(r->rest, 1);
		if (c == '\\' && r->rest.len) {
			c = unescaped(peek(r));
			r->rest = str_from(r->rest, 1);
		}
		buf_addc(&b, c);
	}
	if (accept_text(r, arena_cstr(r->arena, quote)))
		v = new_node(r, VALUE_SCALAR, arena_str(r->arena, buf_str(&b)),
		    true);
	else if (r->rest.len == 0 || peek(r) == '\n')
		r->open = true;
	buf_free(&b);
	return v;
}

static struct value *
parse_word(struct reader *r)
{
	static const char *const words[] = {
		"true", "false", "none", "null", "undefined"};
	str s = r->rest, word;
	size_t n = 0;
	bool number = char_is_digit(peek(r)) || peek(r) == '-';

	while (n < s.len && (char_is_alnum(s.ptr[n]) || s.ptr[n] == '_' ||
	    s.ptr[n] == '.' || (n == 0 && s.ptr[n] == '-')))
		n++;
	word = str_sub(s, 0, n);
	r->rest = str_from(s, n);
	for (size_t i = 0; !number && i < 5; i++)
		if (str_ieq(word, str_of(words[i])))
			return new_node(r, i < 2 ? VALUE_SCALAR : VALUE_NULL,
			    i < 2 ? str_of(words[i]) : (str){0}, false);
	return number ? new_node(r, VALUE_SCALAR, word, false) : NULL;
}

static struct value *parse_literal(struct reader *r);

static struct value *
parse_list(struct reader *r, const char *close)
{
	struct value *list = new_node(r, VALUE_LIST, (str){0}, false);

	r->rest = str_from(r->rest, 1);
	for (skip_blank(r); !accept_text(r, close); skip_blank(r)) {
		struct value *v;

		r->open |= r->rest.len == 0;
		v = r->rest.len ? parse_literal(r) : NULL;
		if (v == NULL)
			return NULL;
		value_add(list, v);
		skip_blank(r);
		if (!accept_text(r, ",") && peek(r) != close[0]) {
			r->open |= r->rest.len == 0;
			return NULL;
		}
	}
	return list;
}

static struct value *
parse_literal(struct reader *r)
{
	struct value *v = NULL;

	if (++r->depth > MOST_DEPTH)
		return NULL;
	if (str_starts(r->rest, S("'''")) || str_starts(r->rest, S("\"\"\"")))
		v = parse_string(r, str_sub(r->rest, 0, 3));
	else if (is_quote(peek(r)))
		v = parse_string(r, str_sub(r->rest, 0, 1));
	else if (peek(r) == '[' || peek(r) == '(')
		v = parse_list(r, peek(r) == '[' ? "]" : ")");
	else
		v = parse_word(r);
	r->depth--;
	return v;
}

struct value *
literal_parse(struct arena *a, str *rest, bool *open)
{
	struct reader r = {a, *rest, 0, false};
	struct value *v = parse_literal(&r);

	*rest = r.rest;
	*open = r.open;
	return v;
}

/* ---- programs ---- */

static bool
is_name_char(char c)
{
	return char_is_alnum(c) || c == '_' || c == '$';
}

/* A name at the front, or one in quotes, as a key may be. */
static str
take_name(struct reader *r)
{
	str s = r->rest;
	size_t n = 0;
	struct value *v;

	if (is_quote(peek(r))) {
		v = parse_string(r, str_sub(s, 0, 1));
		if (v == NULL && s.ptr[0] == '`')
			skip_to(r, S("`"));
		return v ? v->text : (str){0};
	}
	while (n < s.len && is_name_char(s.ptr[n]))
		n++;
	r->rest = str_from(s, n ? n : 1);
	return str_sub(s, 0, n);
}

/* The literal after `name:` or `name =`, if nothing follows it. */
static struct value *
literal_after_name(struct reader *r)
{
	struct reader ahead = *r;
	struct value *v;

	skip_blank(&ahead);
	if (!accept_text(&ahead, ":") && (str_starts(ahead.rest, S("==")) ||
	    str_starts(ahead.rest, S("=>")) || !accept_text(&ahead, "=")))
		return NULL;
	skip_blank(&ahead);
	v = parse_literal(&ahead);
	while (char_is_space(peek(&ahead)) && peek(&ahead) != '\n')
		ahead.rest = str_from(ahead.rest, 1);
	/* "a" + b and "a".slice(1) would have to be evaluated. */
	return ahead.rest.len == 0 || strchr(",;}])\n\r/", peek(&ahead)) ? v
	                                                              : NULL;
}

const struct value *
literal_find(struct arena *a, str program, const char *name)
{
	struct reader r = {a, program, 0, false};
	struct value *best = NULL;
	int depth = 0, best_depth = 0;

	while (r.rest.len) {
		char c;
		struct value *v;

		if (accept_text(&r, "//"))
			skip_to(&r, S("\n"));
		else if (accept_text(&r, "/*"))
			skip_to(&r, S("*/"));
		if (r.rest.len == 0)
			break;
		c = peek(&r);
		depth += (c == '{') - (c == '}');
		if (!str_eq(take_name(&r), str_of(name)))
			continue;
		v = literal_after_name(&r);
		if (v && (best == NULL || depth < best_depth)) {
			best = v;
			best_depth = depth;
		}
	}
	return best;
}
