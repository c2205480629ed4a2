/* SPDX-License-Identifier: MIT
 * import_literal: reads constants in configs that are programs. */
#include "generators/import/import_literal.h"

#include "base/core/buf.h"
#include "base/text/scan.h"

enum { MOST_DEPTH = 20 };

struct reader {
	struct arena *arena;
	str rest;
	int depth;
	bool open;   /* a string or list is not closed */
	bool python; /* reads Python's own syntax too */
	bool defaults; /* "a" is the value of `process.env.X || "a"` */
};

static bool
is_quote(char c)
{
	return c == '\'' || c == '"' || c == '`';
}

/* Skips white space and comments of JavaScript and Python. */
static void
skip_blank(struct reader *r)
{
	for (;;) {
		scan_blanks(&r->rest);
		if (scan_char(&r->rest, '#') || scan_text(&r->rest, S("//")))
			scan_past(&r->rest, S("\n"), NULL);
		else if (scan_text(&r->rest, S("/*")))
			scan_past(&r->rest, S("*/"), NULL);
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

/* The character that `c` stands for after a backslash. Python keeps the
 * backslash of an unknown escape such as \d: appends it. */
static char
escaped(struct reader *r, char c, struct buf *out)
{
	if (r->python && !char_is_one_of(c, "\\'\"\nntr"))
		buf_addc(out, '\\');
	return c == 'n' ? '\n' : c == 't' ? '\t' : c == 'r' ? '\r' : c;
}

/* The text up to the quote, which is one character, or three in Python. In a
 * `raw` text a backslash stands for itself. */
static struct value *
parse_string(struct reader *r, str quote, bool raw)
{
	struct buf b = {0};
	struct value *v = NULL;
	bool lines = quote.len == 3 || str_eq(quote, S("`"));

	scan_text(&r->rest, quote);
	while (r->rest.len && !str_starts(r->rest, quote)) {
		char c = scan_peek(r->rest);

		/* A template literal with ${} is not a constant. */
		if ((c == '\n' && !lines) ||
		    (quote.ptr[0] == '`' && str_starts(r->rest, S("${"))))
			break;
		scan_char(&r->rest, c);
		if (c == '\\' && r->rest.len && raw)
			buf_addc(&b, c), c = scan_front(&r->rest, 1).ptr[0];
		else if (c == '\\' && r->rest.len)
			c = escaped(r, scan_front(&r->rest, 1).ptr[0], &b);
		buf_addc(&b, c);
	}
	if (scan_text(&r->rest, quote))
		v = new_node(r, VALUE_SCALAR, arena_str(r->arena, buf_str(&b)),
		    true);
	else if (r->rest.len == 0 || scan_peek(r->rest) == '\n')
		r->open = true;
	buf_free(&b);
	return v;
}

static bool
is_word_char(char c)
{
	return char_is_alnum(c) || c == '_' || c == '.';
}

static struct value *
parse_word(struct reader *r)
{
	static const char *const words[] = {
		"true", "false", "none", "null", "undefined"};
	str before = r->rest, word;
	bool number = char_is_digit(scan_peek(before)) ||
	    scan_peek(before) == '-';

	scan_char(&r->rest, '-');
	scan_while(&r->rest, is_word_char);
	word = scan_since(before, r->rest);
	for (size_t i = 0; !number && i < 5; i++)
		if (str_ieq(word, str_of(words[i])))
			return new_node(r, i < 2 ? VALUE_SCALAR : VALUE_NULL,
			    i < 2 ? str_of(words[i]) : (str){0}, false);
	return number ? new_node(r, VALUE_SCALAR, word, false) : NULL;
}

static struct value *parse_literal(struct reader *r);

static struct value *
parse_list(struct reader *r, char close)
{
	struct value *list = new_node(r, VALUE_LIST, (str){0}, false);

	scan_front(&r->rest, 1);
	for (skip_blank(r); !scan_char(&r->rest, close); skip_blank(r)) {
		struct value *v;

		r->open |= r->rest.len == 0;
		v = r->rest.len ? parse_literal(r) : NULL;
		if (v == NULL)
			return NULL;
		value_add(list, v);
		skip_blank(r);
		if (!scan_char(&r->rest, ',') && scan_peek(r->rest) != close) {
			r->open |= r->rest.len == 0;
			return NULL;
		}
	}
	return list;
}

static struct value *
parse_quoted(struct reader *r, bool raw)
{
	bool three = str_starts(r->rest, S("'''")) ||
	    str_starts(r->rest, S("\"\"\""));

	return parse_string(r, str_sub(r->rest, 0, three ? 3 : 1), raw);
}

/* ---- Python ---- */

/* The length of the prefix of a string: none, one or two of u, r, b and f, in
 * any case. STR_NONE: no string is at the front. */
static size_t
prefix_length(str s)
{
	size_t n = 0;

	while (n < 2 && n < s.len && char_is_one_of(s.ptr[n], "uUrRbBfF"))
		n++;
	return n < s.len && char_is_one_of(s.ptr[n], "'\"") ? n : STR_NONE;
}

/* Joins strings that follow each other, as Python does: u'a' 'b'. NULL: one is
 * not closed, or is an f-string with a brace, which is not a constant. */
static struct value *
parse_strings(struct reader *r)
{
	struct buf b = {0};
	struct value *v = NULL;
	size_t n;

	while ((n = prefix_length(r->rest)) != STR_NONE) {
		str prefix = scan_front(&r->rest, n);
		bool is_f = str_chr(prefix, 'f') != STR_NONE ||
		    str_chr(prefix, 'F') != STR_NONE;

		v = parse_quoted(r, str_chr(prefix, 'r') != STR_NONE ||
		    str_chr(prefix, 'R') != STR_NONE);
		if (v == NULL || (is_f && str_chr(v->text, '{') != STR_NONE)) {
			v = NULL;
			break;
		}
		buf_add(&b, v->text);
		if (r->depth > 1)
			skip_blank(r);
		else
			while (scan_char(&r->rest, ' '))
				continue;
	}
	if (v)
		v->text = arena_str(r->arena, buf_str(&b));
	buf_free(&b);
	return v;
}

static struct value *
parse_dict(struct reader *r)
{
	struct value *map = new_node(r, VALUE_MAP, (str){0}, false);

	scan_front(&r->rest, 1);
	for (skip_blank(r); !scan_char(&r->rest, '}'); skip_blank(r)) {
		struct value *key, *v;

		r->open |= r->rest.len == 0;
		key = r->rest.len ? parse_literal(r) : NULL;
		skip_blank(r);
		if (key == NULL || key->kind != VALUE_SCALAR ||
		    !scan_char(&r->rest, ':'))
			return NULL;
		skip_blank(r);
		v = parse_literal(r);
		if (v == NULL)
			return NULL;
		v->key = key->text;
		value_add(map, v);
		skip_blank(r);
		if (!scan_char(&r->rest, ',') && scan_peek(r->rest) != '}') {
			r->open |= r->rest.len == 0;
			return NULL;
		}
	}
	return map;
}

/* ('a') is a value in parentheses, ('a',) is a tuple. */
static struct value *
parse_parentheses(struct reader *r)
{
	struct reader inside = *r;
	struct value *v;

	scan_front(&inside.rest, 1);
	skip_blank(&inside);
	v = parse_literal(&inside);
	skip_blank(&inside);
	if (v == NULL || !scan_char(&inside.rest, ')'))
		return parse_list(r, ')');
	r->rest = inside.rest;
	return v;
}

static struct value *
parse_python(struct reader *r)
{
	if (prefix_length(r->rest) != STR_NONE)
		return parse_strings(r);
	if (scan_peek(r->rest) == '{')
		return parse_dict(r);
	return scan_peek(r->rest) == '(' ? parse_parentheses(r)
	    : scan_peek(r->rest) == '[' ? parse_list(r, ']') : parse_word(r);
}

/* ---- all of them ---- */

static struct value *
parse_literal(struct reader *r)
{
	struct value *v = NULL;

	if (r->depth >= MOST_DEPTH)
		return NULL;
	r->depth++;
	if (r->python)
		v = parse_python(r);
	else if (is_quote(scan_peek(r->rest)))
		v = parse_quoted(r, false);
	else if (scan_peek(r->rest) == '[' || scan_peek(r->rest) == '(')
		v = parse_list(r, scan_peek(r->rest) == '[' ? ']' : ')');
	else
		v = parse_word(r);
	r->depth--;
	return v;
}

static struct value *
parse_front(struct reader r, str *rest, bool *open)
{
	struct value *v = parse_literal(&r);

	*rest = r.rest;
	*open = r.open;
	return v;
}

struct value *
literal_parse(struct arena *a, str *rest, bool *open)
{
	return parse_front((struct reader){.arena = a, .rest = *rest}, rest,
	    open);
}

struct value *
literal_parse_python(struct arena *a, str *rest, bool *open)
{
	return parse_front((struct reader){.arena = a, .rest = *rest,
		.python = true}, rest, open);
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
	struct value *v;
	str name;

	if (is_quote(scan_peek(r->rest))) {
		bool is_template = scan_peek(r->rest) == '`';

		v = parse_string(r, str_sub(r->rest, 0, 1), false);
		if (v == NULL && is_template)
			scan_past(&r->rest, S("`"), NULL);
		return v ? v->text : (str){0};
	}
	name = scan_while(&r->rest, is_name_char);
	if (name.len == 0)
		scan_front(&r->rest, 1);
	return name;
}

/* Skips the type in `name: type = literal` of TypeScript. */
static void
skip_type(struct reader *r)
{
	struct reader ahead = *r;

	if (scan_while(&ahead.rest, is_name_char).len == 0)
		return;
	skip_blank(&ahead);
	if (scan_char(&ahead.rest, '='))
		*r = ahead;
}

/* Skips what stands before a literal that is the value: "new URL(", and
 * "process.env.SITE ||". *close: the literal is in parentheses. */
static void
skip_before_literal(struct reader *r, bool *close)
{
	struct reader ahead = *r;

	*close = scan_text(&r->rest, S("new URL("));
	if (!r->defaults || (!scan_text(&ahead.rest, S("process.env.")) &&
	    !scan_text(&ahead.rest, S("import.meta.env."))))
		return;
	scan_while(&ahead.rest, is_word_char);
	skip_blank(&ahead);
	if (scan_text(&ahead.rest, S("||")) || scan_text(&ahead.rest, S("??")))
		*r = ahead;
	skip_blank(r);
}

/* Whether the rest of an object is that of <meta name="" content="">, whose
 * name is no value of the site. */
static bool
is_meta(struct reader ahead)
{
	skip_blank(&ahead);
	return scan_char(&ahead.rest, ',') && (skip_blank(&ahead),
	    str_eq(take_name(&ahead), S("content")));
}

/* The literal after `name:` or `name =`, if nothing follows it. */
static struct value *
literal_after_name(struct reader *r)
{
	struct reader ahead = *r;
	struct value *v;
	bool close;

	skip_blank(&ahead);
	if (!scan_char(&ahead.rest, ':') &&
	    (str_starts(ahead.rest, S("==")) ||
	    str_starts(ahead.rest, S("=>")) || !scan_char(&ahead.rest, '=')))
		return NULL;
	skip_blank(&ahead);
	skip_type(&ahead);
	skip_blank(&ahead);
	skip_before_literal(&ahead, &close);
	v = parse_literal(&ahead);
	if (close)
		scan_char(&ahead.rest, ')');
	if (is_meta(ahead))
		return NULL;
	while (scan_any(&ahead.rest, " \t\v\f\r"))
		continue;
	/* "a" + b and "a".slice(1) would have to be evaluated. */
	return ahead.rest.len == 0 ||
	    char_is_one_of(scan_peek(ahead.rest), ",;}])\n/#") ? v : NULL;
}

static const struct value *
find_literal(struct reader r, const char *name)
{
	struct value *best = NULL;
	int depth = 0, best_depth = 0;

	while (r.rest.len) {
		char c;
		struct value *v;

		if (scan_text(&r.rest, S("//")) || scan_char(&r.rest, '#'))
			scan_past(&r.rest, S("\n"), NULL);
		else if (scan_text(&r.rest, S("/*")))
			scan_past(&r.rest, S("*/"), NULL);
		if (r.rest.len == 0)
			break;
		c = scan_peek(r.rest);
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

const struct value *
literal_find(struct arena *a, str program, const char *name)
{
	return find_literal((struct reader){.arena = a, .rest = program},
	    name);
}

const struct value *
literal_find_default(struct arena *a, str program, const char *name)
{
	return find_literal((struct reader){.arena = a, .rest = program,
		.defaults = true}, name);
}

/* ---- objects ---- */

/* Skips an expression, up to the comma or closing bracket after it. Those
 * inside its own brackets do not end it. */
static void
skip_expression(struct reader *r)
{
	int depth = 0;

	while (r->rest.len) {
		char c;

		skip_blank(r);
		c = scan_peek(r->rest);
		if (depth == 0 && char_is_one_of(c, ",}])"))
			return;
		if (is_quote(c)) {
			str before = r->rest;

			if (parse_string(r, str_sub(r->rest, 0, 1),
			    false) == NULL) {
				r->rest = str_from(before, 1);
				scan_past(&r->rest, str_sub(before, 0, 1), NULL);
			}
			continue;
		}
		depth += char_is_one_of(c, "{[(") != 0;
		depth -= char_is_one_of(c, "}])") != 0;
		scan_front(&r->rest, 1);
	}
}

static struct value *parse_object(struct reader *r, str *unread);

/* Appends a JavaScript template as a Liquid one: "/a/${data.x}/" gives
 * "/a/{{ x }}/". */
static void
put_template(struct buf *out, str text)
{
	while (text.len) {
		str inner;

		if (!scan_text(&text, S("${"))) {
			buf_add(out, scan_front(&text, 1));
			continue;
		}
		scan_past(&text, S("}"), &inner);
		inner = str_trim(inner);
		scan_text(&inner, S("data."));
		buf_printf(out, "{{ %.*s }}", STR_ARG(inner));
	}
}

/* The template that a function returns. NULL: the function does anything
 * else. */
static struct value *
parse_returned(struct reader *r)
{
	struct reader ahead = *r;
	struct buf out = {0};
	struct value *v;
	str whole, head, tail;
	size_t first, last;

	skip_expression(&ahead);
	whole = scan_since(r->rest, ahead.rest);
	first = str_chr(whole, '`');
	last = str_rchr(whole, '`');
	if (first == STR_NONE || first == last)
		return NULL;
	head = str_trim(str_sub(whole, 0, first));
	tail = str_from(whole, last + 1);
	whole = str_sub(whole, first + 1, last - first - 1);
	while (scan_any(&tail, " \t\n;}"))
		continue;
	if (tail.len || str_chr(whole, '`') != STR_NONE ||
	    !(str_ends(head, S("=>")) || str_ends(head, S("{ return")) ||
	    (str_starts(head, S("function")) && str_ends(head, S("return")))))
		return NULL;
	put_template(&out, whole);
	v = new_node(r, VALUE_SCALAR, buf_move(&out, r->arena), true);
	*r = ahead;
	return v;
}

/* The value of a member, after its name. NULL: it is not a constant. */
static struct value *
parse_member(struct reader *r, str name, str *unread)
{
	struct reader ahead;
	struct value *v;

	skip_blank(r);
	if (!scan_char(&r->rest, ':'))
		return NULL;
	skip_blank(r);
	if (scan_peek(r->rest) == '{')
		return parse_object(r, unread);
	ahead = *r;
	v = parse_literal(&ahead);
	skip_blank(&ahead);
	if (v == NULL || !char_is_one_of(scan_peek(ahead.rest), ",}"))
		return str_eq(name, S("permalink")) ? parse_returned(r) : NULL;
	*r = ahead;
	return v;
}

/* Keeps the name of a member that is left out: the first one, or the first that
 * decides what a post is. */
static void
leave_out(struct reader *r, str name, str *unread)
{
	if (unread->len == 0 || (!literal_decides(*unread) &&
	    literal_decides(name)))
		*unread = arena_str(r->arena, name);
}

bool
literal_decides(str name)
{
	return str_has_word(S("permalink date title tags draft published "
	    "eleventyExcludeFromCollections"), name, str_eq);
}

/* Parses an object, from its opening brace on. */
static struct value *
parse_object(struct reader *r, str *unread)
{
	struct value *map = new_node(r, VALUE_MAP, (str){0}, false);

	if (r->depth >= MOST_DEPTH)
		return NULL;
	r->depth++;
	scan_front(&r->rest, 1);
	for (skip_blank(r); r->rest.len && !scan_char(&r->rest, '}');
	     skip_blank(r)) {
		str name = take_name(r);
		struct value *v = name.len ? parse_member(r, name, unread)
		    : NULL;

		if (v) {
			v->key = arena_str(r->arena, name);
			value_add(map, v);
		} else {
			leave_out(r, name.len ? name : S("..."), unread);
			skip_expression(r);
		}
		skip_blank(r);
		scan_char(&r->rest, ',');
	}
	r->depth--;
	return map;
}

/* Moves to the opening brace of the exported object, or of the object that the
 * exported function returns. */
static bool
find_exported(struct reader *r)
{
	static const char *const starts[] = {"module.exports", "export default"};
	str program = r->rest;

	for (size_t i = 0; i < 2; i++) {
		size_t at = str_find(program, str_of(starts[i]));

		if (at == STR_NONE)
			continue;
		r->rest = str_from(program, at + str_of(starts[i]).len);
		skip_blank(r);
		scan_char(&r->rest, '=');
		skip_blank(r);
		if (scan_peek(r->rest) == '{')
			return true;
		at = str_find(r->rest, S("=> ({"));
		if (at != STR_NONE) {
			r->rest = str_from(r->rest, at + 4);
			return true;
		}
		at = str_find(r->rest, S("return {"));
		r->rest = str_from(r->rest, at == STR_NONE ? r->rest.len
		    : at + 7);
		return at != STR_NONE;
	}
	return false;
}

struct value *
literal_module(struct arena *a, str program, str *unread)
{
	struct reader r = {.arena = a, .rest = program};

	*unread = (str){0};
	return find_exported(&r) ? parse_object(&r, unread) : NULL;
}

str
literal_block(struct arena *a, str program, const char *name)
{
	struct reader r = {.arena = a, .rest = program};

	while (r.rest.len) {
		str from;

		skip_blank(&r);
		if (r.rest.len == 0 || !str_eq(take_name(&r), str_of(name)))
			continue;
		skip_blank(&r);
		scan_any(&r.rest, ":=(,");
		skip_blank(&r);
		if (scan_peek(r.rest) != '{')
			continue;
		scan_front(&r.rest, 1);
		from = r.rest;
		while (r.rest.len && scan_peek(r.rest) != '}') {
			skip_expression(&r);
			if (scan_peek(r.rest) != '}')
				scan_front(&r.rest, 1);
		}
		return scan_since(from, r.rest);
	}
	return (str){0};
}
