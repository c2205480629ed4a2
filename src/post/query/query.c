/* SPDX-License-Identifier: MIT
 * query: the parser of queries.
 *
 * A recursive descent parser: or, and, not, term. The length of the remaining
 * text gives the offset of an error, and so its place in the config. */
#include "post/query/query.h"

#include <stdarg.h>

#include "base/text/scan.h"
#include "config/config_codes.h"
#include "post/query/query_tree.h"

/* Queries are written by hand. The limits keep an attack from overflowing the
 * stack. */
enum { MOST_BYTES = 4096, MOST_DEPTH = 100 };

struct parser {
	const struct config *config;
	struct arena *arena;
	struct diags *diags;
	const struct where *where;
	str text;
	str rest;     /* not read yet */
	int depth;    /* open parentheses and negations */
};

/* Longer ones come first, since the first match is used. */
static const struct {
	str text;
	enum query_op op;
} operators[] = {
	{S_INIT("<="), QUERY_LE}, {S_INIT(">="), QUERY_GE},
	{S_INIT("!="), QUERY_NE}, {S_INIT("<"), QUERY_LT},
	{S_INIT(">"), QUERY_GT}, {S_INIT("="), QUERY_EQ},
	{S_INIT(":"), QUERY_HAS},
};

/* Reports an error at an offset of the query. Returns NULL. */
__attribute__((format(printf, 3, 4)))
static struct query_node *
fail(const struct parser *p, size_t at, const char *fmt, ...)
{
	struct arena a = {0};
	va_list ap;

	va_start(ap, fmt);
	diag_add(p->diags, DIAG_CONFIG_VALUE, &p->config->source,
	    config_mark_in(p->config, p->where->text, at), "%s: %s",
	    p->where->key, arena_vprintf(&a, fmt, ap).ptr);
	va_end(ap);
	arena_free(&a);
	return NULL;
}

static struct query_node *
new_node(struct parser *p, enum query_kind kind)
{
	struct query_node *n = arena_alloc(p->arena, sizeof *n);

	n->kind = kind;
	return n;
}

/* ---- words ---- */

/* Bytes of the query that were read. */
static size_t
offset(const struct parser *p)
{
	return p->text.len - p->rest.len;
}

/* A NUL ends a word, but not a query or a quoted text. */
static bool
is_value_char(char c)
{
	return c && !char_is_space(c) && !char_is_one_of(c, "()\"");
}

static bool
is_key_char(char c)
{
	return is_value_char(c) && !char_is_one_of(c, ":<>=!");
}

static str
next_word(const struct parser *p)
{
	str rest = p->rest;

	return scan_while(&rest, is_value_char);
}

/* Whether the word comes next and is not a key. */
static bool
is_word(const struct parser *p, str word)
{
	return str_ieq(next_word(p), word);
}

static bool
take_word(struct parser *p, str word)
{
	return is_word(p, word) && scan_front(&p->rest, word.len).len;
}

/* The next word, for messages. */
static str
name_next(const struct parser *p)
{
	str word = next_word(p);

	if (p->rest.len == 0)
		return S("the end");
	return arena_printf(p->arena, "'%.*s'",
	    STR_ARG(word.len ? word : str_sub(p->rest, 0, 1)));
}

/* A text in quotes. */
static bool
take_quoted(struct parser *p, str *out)
{
	size_t open = offset(p);
	str inside, rest;

	if (!scan_quoted(&p->rest, '\\', &inside)) {
		fail(p, open, "a quote that is never closed");
		return false;
	}
	for (rest = inside; scan_past(&rest, S("\\"), NULL);)
		if (!scan_any(&rest, "\"\\")) {
			fail(p, open + inside.len - rest.len, "a '\\' that is "
			    "none, expected \\\" or \\\\ in quotes");
			return false;
		}
	*out = scan_unescape(p->arena, inside, "\"\\");
	return true;
}

/* ---- the grammar ---- */

static bool
take_operator(struct parser *p, enum query_op *op)
{
	for (size_t i = 0; i < sizeof operators / sizeof operators[0]; i++)
		if (scan_text(&p->rest, operators[i].text)) {
			*op = operators[i].op;
			return true;
		}
	return false;
}

static bool
take_value(struct parser *p, struct query_node *n)
{
	str before = p->rest;

	if (scan_peek(p->rest) == '"')
		return take_quoted(p, &n->value);
	n->value = scan_while(&p->rest, is_value_char);
	if (n->op == QUERY_HAS && str_eq(n->value, S("*")))
		n->op = QUERY_EXISTS;
	if (n->value.len && !char_is_one_of(n->value.ptr[0], "<>="))
		return true;
	p->rest = before;
	fail(p, offset(p), "expected a value, found %.*s%s",
	    STR_ARG(name_next(p)), n->value.len ? "; put it in quotes" : "");
	return false;
}

static struct query_node *
parse_term(struct parser *p)
{
	struct query_node *n = new_node(p, QUERY_TERM);
	size_t key_at = offset(p), op_at, value_at;
	bool in_value;
	str why;
	char next;

	if (scan_peek(p->rest) != '"')
		n->name = scan_while(&p->rest, is_key_char);
	else if (!take_quoted(p, &n->name))
		return NULL;
	op_at = offset(p);
	if (n->name.len == 0)
		return fail(p, key_at, "expected a key before %.*s",
		    STR_ARG(name_next(p)));
	if (!take_operator(p, &n->op))
		return fail(p, op_at, "expected ':', '=', '!=', '<', '<=', "
		    "'>' or '>=' behind '%.*s'", STR_ARG(n->name));
	value_at = offset(p);
	if (!take_value(p, n))
		return NULL;
	/* "a"b: a blank is missing, or a quote is wrong. */
	next = scan_peek(p->rest);
	if (next && next != ')' && !char_is_space(next))
		return fail(p, offset(p), "expected a blank, found %.*s",
		    STR_ARG(name_next(p)));
	why = query_term_read(n, p->config, p->arena, &in_value);
	if (why.len == 0)
		return n;
	return fail(p, in_value ? value_at : op_at, "%.*s", STR_ARG(why));
}

static struct query_node *parse_any(struct parser *p);

static struct query_node *
parse_group(struct parser *p)
{
	size_t open = offset(p);
	struct query_node *n;

	scan_char(&p->rest, '(');
	n = parse_any(p);
	if (n && !scan_char(&p->rest, ')'))
		return fail(p, open, "a parenthesis that is never closed");
	return n;
}

static struct query_node *parse_one(struct parser *p);

static struct query_node *
parse_not(struct parser *p)
{
	struct query_node *n = new_node(p, QUERY_NOT);

	if (!take_word(p, S("not")))
		scan_char(&p->rest, '-');
	n->first = parse_one(p);
	return n->first ? n : NULL;
}

/* A term, a group, or a negation. */
static struct query_node *
parse_one(struct parser *p)
{
	struct query_node *n;
	char next;

	scan_blanks(&p->rest);
	next = scan_peek(p->rest);
	if (p->rest.len == 0 || next == ')' || is_word(p, S("or")) ||
	    is_word(p, S("and")))
		return fail(p, offset(p), "expected a term such as tag:linux, "
		    "found %.*s", STR_ARG(name_next(p)));
	if (next != '(' && next != '-' && !is_word(p, S("not")))
		return parse_term(p);
	if (++p->depth > MOST_DEPTH)
		return fail(p, offset(p), "nested more than %d deep",
		    MOST_DEPTH);
	n = next == '(' ? parse_group(p) : parse_not(p);
	p->depth--;
	return n;
}

/* A node of the kind for two or more; a single node stays as it is. */
static struct query_node *
join_nodes(struct parser *p, enum query_kind kind, struct query_node *first)
{
	struct query_node *n = first;

	if (first->next) {
		n = new_node(p, kind);
		n->first = first;
	}
	return n;
}

static struct query_node *
parse_all(struct parser *p)
{
	struct query_node *first = parse_one(p), *last = first;

	while (last) {
		scan_blanks(&p->rest);
		if (p->rest.len == 0 || scan_peek(p->rest) == ')' ||
		    is_word(p, S("or")))
			return join_nodes(p, QUERY_ALL, first);
		take_word(p, S("and"));
		last = last->next = parse_one(p);
	}
	return NULL;
}

static struct query_node *
parse_any(struct parser *p)
{
	struct query_node *first = parse_all(p), *last = first;

	while (last && take_word(p, S("or")))
		last = last->next = parse_all(p);
	return last ? join_nodes(p, QUERY_ANY, first) : NULL;
}

static const struct query_node *
parse_query(const struct config *c, const struct where *w, struct arena *a,
    struct diags *diags)
{
	struct parser p = {.config = c, .arena = a, .diags = diags,
		.where = w, .text = w->text->text,
		.rest = w->text->text};
	struct query_node *n;

	if (p.text.len > MOST_BYTES)
		return fail(&p, 0, "%zu bytes, expected at most %d",
		    p.text.len, MOST_BYTES);
	n = parse_any(&p);
	if (n && p.rest.len)
		return fail(&p, offset(&p), "a ')' that closes nothing");
	return n;
}

const struct query_set *
query_parse(const struct config *c, struct arena *a, struct diags *diags)
{
	struct query_set *set = arena_alloc(a, sizeof *set);
	bool ok = true;

	set->roots = arena_array(a, c->n_queries, sizeof *set->roots);
	set->count = c->n_queries;
	for (const struct where *w = c->queries; w; w = w->next) {
		set->roots[w->index] = parse_query(c, w, a, diags);
		ok &= set->roots[w->index] != NULL;
	}
	return ok ? set : NULL;
}
