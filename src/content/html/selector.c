/* SPDX-License-Identifier: MIT
 * selector: CSS selectors, as far as they name a part of a page.
 *
 * A selector such as `article > .text p, main` is a row of parts, here four,
 * each of which tests one element. A part is reached by an element that
 * passes its tests and stands where it must: below an element that reached
 * the part before it. So what an element has to know of those around it is
 * which parts they reached, a bit each; no selector needs to go back, and one
 * walk through the tree finds the first match. Selectors Level 4. */
#include "content/html/selector.h"

#include "base/core/buf.h"
#include "base/text/scan.h"
#include "content/html/html_tree.h"

enum { MOST_PARTS = 64 }; /* bits */

enum test_kind {
	TEST_TYPE,
	TEST_THERE,  /* [a] */
	TEST_IS,     /* [a=v], and #v */
	TEST_WORD,   /* [a~=v], and .v */
	TEST_PREFIX, /* [a|=v]: v, or v and a hyphen */
	TEST_STARTS, /* [a^=v] */
	TEST_ENDS,   /* [a$=v] */
	TEST_HOLDS,  /* [a*=v] */
};

struct test {
	enum test_kind kind;
	str name;  /* of the type or attribute: lower case, terminated */
	str value;
	bool folds; /* the value's case makes no difference */
	struct test *next;
};

/* What one element must be, and where. */
struct part {
	struct test *tests;
	bool is_first; /* it may stand anywhere */
	bool is_child; /* right below the part before it */
};

struct selector {
	size_t count;
	uint64_t last; /* the parts that end a selector of the list */
	struct part parts[MOST_PARTS];
};

/* ---- parsing: each function reads one thing, or fails ---- */

struct parser {
	struct arena *arena;
	str text, rest; /* all of it, and the part that is not read yet */
	struct selector *selector;
	size_t bad;
	const char *why;
};

/* Fails at the place before `rest`. */
static bool
fail(struct parser *p, str rest, const char *why)
{
	p->bad = p->text.len - rest.len;
	p->why = why;
	return false;
}

static bool
is_name_char(char c)
{
	return char_is_alnum(c) || c == '-' || c == '_' ||
	    (unsigned char)c >= 0x80;
}

/* An escape, which may stand for any character. CSS Syntax, 4.3.8. */
static bool
is_escape(str s)
{
	return s.len > 1 && s.ptr[0] == '\\' && s.ptr[1] != '\n';
}

/* CSS Syntax, 4.3.9: neither a digit nor a hyphen and a digit begin one. */
static bool
is_name(str s)
{
	if (str_starts(s, S("--")))
		return true;
	if (str_starts(s, S("-")))
		s = str_from(s, 1);
	return is_escape(s) || (s.len && is_name_char(s.ptr[0]) &&
	    !char_is_digit(s.ptr[0]) && s.ptr[0] != '-');
}

/* "\:", or "\3a " with the number of the character. */
static void
take_escape(struct parser *p, struct buf *out)
{
	uint32_t rune;

	scan_char(&p->rest, '\\');
	if (scan_hex(&p->rest, 6, &rune) == 0) {
		buf_add(out, scan_front(&p->rest, 1));
		return;
	}
	if (rune == 0 || rune > 0x10FFFF || rune >> 11 == 0x1B)
		rune = 0xFFFD;
	buf_add_rune(out, rune);
	if (char_is_space(scan_peek(p->rest)))
		scan_front(&p->rest, 1);
}

static bool
take_name(struct parser *p, str *name, const char *why)
{
	struct buf b = {0};

	if (!is_name(p->rest))
		return fail(p, p->rest, why);
	for (;;)
		if (is_name_char(scan_peek(p->rest)))
			buf_add(&b, scan_while(&p->rest, is_name_char));
		else if (is_escape(p->rest))
			take_escape(p, &b);
		else
			break;
	*name = buf_move(&b, p->arena);
	return true;
}

/* Types and attributes have names in which case makes no difference. */
static bool
take_lower_name(struct parser *p, str *name, const char *why)
{
	char *c;

	if (!take_name(p, name, why))
		return false;
	name->ptr = c = arena_cstr(p->arena, *name);
	for (; *c; c++)
		*c = char_lower(*c);
	return true;
}

static bool
take_quoted(struct parser *p, str *value)
{
	struct buf b = {0};
	str start = p->rest;
	char quote = scan_front(&p->rest, 1).ptr[0];

	while (p->rest.len && scan_peek(p->rest) != quote &&
	    scan_peek(p->rest) != '\n')
		if (is_escape(p->rest))
			take_escape(p, &b);
		else
			buf_add(&b, scan_front(&p->rest, 1));
	*value = buf_move(&b, p->arena);
	return scan_char(&p->rest, quote) ||
	    fail(p, start, "the quote is never closed");
}

/* Attributes whose values HTML compares without regard to case:
 * "Case-sensitivity of selectors". */
static bool
folds(str name)
{
	return str_has_word(S("accept accept-charset align alink axis bgcolor "
	    "charset checked clear codetype color compact declare defer dir "
	    "direction disabled enctype face frame hreflang http-equiv lang "
	    "language link media method multiple nohref noresize noshade "
	    "nowrap readonly rel rev rules scope scrolling selected shape "
	    "target text type valign valuetype vlink"), name, str_eq);
}

/* "[a", "[a=v", "[a='v' i"; the ']' is not read. */
static bool
take_comparison(struct parser *p, struct test *t)
{
	static const struct {
		str sign;
		enum test_kind kind;
	} signs[] = {
		{S_INIT("="), TEST_IS}, {S_INIT("~="), TEST_WORD},
		{S_INIT("|="), TEST_PREFIX}, {S_INIT("^="), TEST_STARTS},
		{S_INIT("$="), TEST_ENDS}, {S_INIT("*="), TEST_HOLDS},
	};
	size_t i = 0;
	char c;

	while (i < sizeof signs / sizeof signs[0] &&
	    !scan_text(&p->rest, signs[i].sign))
		i++;
	if (i == sizeof signs / sizeof signs[0])
		return fail(p, p->rest, "expected ']' or a comparison such as "
		    "'=' or '~='");
	t->kind = signs[i].kind;
	t->folds = folds(t->name);
	scan_blanks(&p->rest);
	c = scan_peek(p->rest);
	if (c == '"' || c == '\'') {
		if (!take_quoted(p, &t->value))
			return false;
	} else if (!take_name(p, &t->value, "expected a value; put it in "
	    "quotes if it is no name"))
		return false;
	scan_blanks(&p->rest);
	c = char_lower(scan_any(&p->rest, "iIsS"));
	if (c)
		t->folds = c == 'i';
	scan_blanks(&p->rest);
	return true;
}

static bool
take_attribute(struct parser *p, struct test *t)
{
	t->kind = TEST_THERE;
	scan_blanks(&p->rest);
	if (!take_lower_name(p, &t->name, "expected the name of an attribute"))
		return false;
	scan_blanks(&p->rest);
	if (scan_peek(p->rest) != ']' && !take_comparison(p, t))
		return false;
	return scan_char(&p->rest, ']') || fail(p, p->rest, "expected ']'");
}

static bool
take_class(struct parser *p, struct test *t)
{
	t->kind = TEST_WORD;
	t->name = S("class");
	return take_name(p, &t->value, "expected the name of a class");
}

static bool
take_id(struct parser *p, struct test *t)
{
	t->kind = TEST_IS;
	t->name = S("id");
	return take_name(p, &t->value, "expected an id");
}

/* Reads one test behind the type, if there is one. */
static bool
take_test(struct parser *p, struct test *t, bool *found)
{
	*found = true;
	if (scan_char(&p->rest, '.'))
		return take_class(p, t);
	if (scan_char(&p->rest, '#'))
		return take_id(p, t);
	if (scan_char(&p->rest, '['))
		return take_attribute(p, t);
	*found = false;
	return true;
}

static const char no_pseudo[] =
    "pseudo-classes and pseudo-elements are not supported";

static bool
take_part(struct parser *p, struct part *part)
{
	struct test **end = &part->tests;
	size_t start = p->rest.len;
	bool found = true;

	if (!scan_char(&p->rest, '*') && is_name(p->rest)) {
		*end = arena_alloc(p->arena, sizeof **end);
		take_lower_name(p, &(*end)->name, "");
		end = &(*end)->next;
	}
	while (found) {
		struct test *t = arena_alloc(p->arena, sizeof *t);

		if (!take_test(p, t, &found))
			return false;
		if (found)
			*end = t, end = &t->next;
	}
	if (p->rest.len == start)
		fail(p, p->rest, scan_peek(p->rest) == ':' ? no_pseudo
		    : "expected an element, a class, an id or an attribute");
	return p->rest.len < start;
}

/* What follows a part: whether there is another, and where it must stand. */
static bool
take_combinator(struct parser *p, struct part *next, bool *more)
{
	bool space = scan_blanks(&p->rest);

	*more = p->rest.len > 0;
	if (!*more)
		return true;
	if (scan_char(&p->rest, ','))
		next->is_first = true;
	else if (scan_char(&p->rest, '>'))
		next->is_child = true;
	else if (scan_peek(p->rest) == '+' || scan_peek(p->rest) == '~')
		return fail(p, p->rest,
		    "expected a blank, '>' or ',' between two elements");
	else if (scan_peek(p->rest) == ':')
		return fail(p, p->rest, no_pseudo);
	else if (!space)
		return fail(p, p->rest, "expected a blank, '>' or ','");
	scan_blanks(&p->rest);
	return true;
}

static bool
take_list(struct parser *p)
{
	struct selector *s = p->selector;
	struct part next = {.is_first = true};
	bool more = true;

	scan_blanks(&p->rest);
	while (more) {
		if (s->count == MOST_PARTS)
			return fail(p, p->rest, "expected no more than 64 "
			    "elements in one selector");
		s->parts[s->count] = next;
		next = (struct part){0};
		if (!take_part(p, &s->parts[s->count]) ||
		    !take_combinator(p, &next, &more))
			return false;
		if (!more || next.is_first)
			s->last |= (uint64_t)1 << s->count;
		s->count++;
	}
	return true;
}

const struct selector *
selector_parse(struct arena *arena, str text, size_t *bad, const char **why)
{
	struct parser p = {.arena = arena, .text = text, .rest = text};

	p.selector = arena_alloc(arena, sizeof *p.selector);
	if (take_list(&p))
		return p.selector;
	*bad = p.bad;
	*why = p.why;
	return NULL;
}

/* ---- matching ---- */

static bool
holds(str s, str part, bool (*same)(str, str))
{
	for (size_t i = 0; i + part.len <= s.len; i++)
		if (same(str_sub(s, i, part.len), part))
			return true;
	return false;
}

/* Selectors, 6.1 and 6.2: an empty part is part of nothing. */
static bool
test_value(const struct test *t, str value)
{
	bool (*same)(str, str) = t->folds ? str_ieq : str_eq;
	size_t len = t->value.len;
	bool fits = len > 0 && value.len >= len;

	switch (t->kind) {
	case TEST_IS:
		return same(value, t->value);
	case TEST_WORD:
		return str_has_word(value, t->value, same);
	case TEST_PREFIX:
		return same(value, t->value) || (value.len > len &&
		    value.ptr[len] == '-' &&
		    same(str_sub(value, 0, len), t->value));
	case TEST_STARTS:
		return fits && same(str_sub(value, 0, len), t->value);
	case TEST_ENDS:
		return fits &&
		    same(str_from(value, value.len - len), t->value);
	case TEST_HOLDS:
		return fits && holds(value, t->value, same);
	default:
		return true;
	}
}

static bool
passes(const struct part *part, const struct html_node *node)
{
	str value;

	for (const struct test *t = part->tests; t; t = t->next)
		if (t->kind == TEST_TYPE ? !html_node_is_named(node, t->name)
		    : !html_node_attr(node, t->name.ptr, &value) ||
		    !test_value(t, value))
			return false;
	return true;
}

/* Which parts were reached, a bit each. */
struct reached {
	uint64_t here;  /* by an element, */
	uint64_t above; /* and by it or one around it */
};

static struct reached
reach(const struct selector *s, const struct html_node *node,
    struct reached around)
{
	struct reached r = {0, around.above};

	for (size_t i = 0; i < s->count; i++) {
		const struct part *part = &s->parts[i];
		uint64_t bit = (uint64_t)1 << i;
		uint64_t from = part->is_child ? around.here : around.above;

		if ((part->is_first || (from & bit >> 1)) &&
		    passes(part, node))
			r.here |= bit;
	}
	r.above |= r.here;
	return r;
}

static bool
is_shown(const struct html_node *node)
{
	const struct html_element *row;

	if (!html_node_is_element(node))
		return false;
	row = html_node_row(node);
	return row == NULL || row->action != HTML_DROP;
}

/* A walk, and what each element that is open in it reached. */
struct finder {
	struct html_walk walk;
	struct reached *open;
	size_t cap;
};

static void
go_down(struct finder *f, const struct html_node *node, struct reached r)
{
	f->open = arena_grow(f->walk.arena, f->open, f->walk.count, &f->cap,
	    sizeof *f->open);
	f->open[f->walk.count] = r;
	html_walk_down(&f->walk, node);
}

const struct html_node *
selector_find(const struct selector *s, const struct html_node *root,
    struct arena *scratch)
{
	struct finder f = {.walk = {.arena = scratch}};
	struct reached r = reach(s, root, (struct reached){0});
	const struct html_node *node;
	bool leaves;

	if (r.here & s->last)
		return root;
	go_down(&f, root, r);
	while ((node = html_walk_next(&f.walk, &leaves))) {
		if (leaves || !is_shown(node))
			continue;
		r = reach(s, node, f.open[f.walk.count - 1]);
		if (r.here & s->last)
			return node;
		go_down(&f, node, r);
	}
	return NULL;
}
