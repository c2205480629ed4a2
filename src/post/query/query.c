/* SPDX-License-Identifier: MIT
 * query: which posts a feed has, as the config says it.
 *
 * A parser by descent: or, and, not, term. It walks the text of the config
 * by offsets, so that each mistake has its place there. */
#include "post/query/query.h"

#include <stdarg.h>
#include <string.h>

#include "config/config_codes.h"
#include "post/query/query_tree.h"

/* Queries are written by hand: what is larger is a mistake, or an attack on
 * the stack. */
enum { MOST_BYTES = 4096, MOST_DEPTH = 100 };

struct parser {
	const struct config *config;
	struct arena *arena;
	struct diags *diags;
	const struct where *where;
	str text;
	size_t at;    /* what is to be read next */
	int depth;    /* parentheses and negations that are open */
};

/* In the order in which they are tried: the longer before the shorter. */
static const struct {
	const char *text;
	enum query_op op;
} operators[] = {
	{"<=", QUERY_LE}, {">=", QUERY_GE}, {"!=", QUERY_NE},
	{"<", QUERY_LT}, {">", QUERY_GT}, {"=", QUERY_EQ}, {":", QUERY_HAS},
};

/* Reports a mistake at an offset of the query. NULL. */
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

static char
peek(const struct parser *p)
{
	return p->at < p->text.len ? p->text.ptr[p->at] : '\0';
}

static void
skip_blanks(struct parser *p)
{
	while (p->at < p->text.len && char_is_space(peek(p)))
		p->at++;
}

/* Where a run of characters that are none of `stops` and no blank ends. */
static size_t
run_end(const struct parser *p, const char *stops)
{
	size_t i = p->at;

	while (i < p->text.len && !char_is_space(p->text.ptr[i]) &&
	    !strchr(stops, p->text.ptr[i]))
		i++;
	return i;
}

/* A NUL in the text is no end of it, but no character of a key either. */
static str
take_run(struct parser *p, const char *stops)
{
	size_t from = p->at;

	p->at = run_end(p, stops);
	return str_sub(p->text, from, p->at - from);
}

/* Whether the word stands next, and is no key. */
static bool
is_word(const struct parser *p, const char *word)
{
	str next = str_sub(p->text, p->at, run_end(p, "()\"") - p->at);

	return str_ieq(next, str_of(word));
}

static bool
take_word(struct parser *p, const char *word)
{
	if (!is_word(p, word))
		return false;
	p->at += strlen(word);
	return true;
}

/* What is next, for messages. */
static str
found(const struct parser *p)
{
	size_t end = run_end(p, "()\"");

	if (p->at == p->text.len)
		return S("the end");
	return arena_printf(p->arena, "'%.*s'", STR_ARG(str_sub(p->text, p->at,
	    end > p->at ? end - p->at : 1)));
}

/* A text in quotes. */
static bool
take_quoted(struct parser *p, str *out)
{
	struct buf b = {0};
	size_t open = p->at++;

	for (; p->at < p->text.len && peek(p) != '"'; p->at++) {
		str rest = str_from(p->text, p->at);

		if (str_starts(rest, S("\\\"")) || str_starts(rest, S("\\\\")))
			p->at++;
		else if (peek(p) == '\\') {
			buf_free(&b);
			fail(p, p->at, "a '\\' that is none, expected \\\" or "
			    "\\\\ in quotes");
			return false;
		}
		buf_addc(&b, peek(p));
	}
	*out = arena_str(p->arena, buf_str(&b));
	buf_free(&b);
	if (p->at++ < p->text.len)
		return true;
	fail(p, open, "a quote that is never closed");
	return false;
}

/* ---- the grammar ---- */

static bool
take_operator(struct parser *p, enum query_op *op)
{
	str rest = str_from(p->text, p->at);

	for (size_t i = 0; i < sizeof operators / sizeof operators[0]; i++)
		if (str_starts(rest, str_of(operators[i].text))) {
			p->at += strlen(operators[i].text);
			*op = operators[i].op;
			return true;
		}
	return false;
}

static bool
take_value(struct parser *p, struct query_node *n)
{
	size_t at = p->at;

	if (peek(p) == '"')
		return take_quoted(p, &n->value);
	n->value = take_run(p, "()\"");
	if (n->op == QUERY_HAS && str_eq(n->value, S("*")))
		n->op = QUERY_EXISTS;
	if (n->value.len && !strchr("<>=", n->value.ptr[0]))
		return true;
	p->at = at;
	fail(p, at, "expected a value, found %.*s%s", STR_ARG(found(p)),
	    n->value.len ? "; put it in quotes" : "");
	return false;
}

static struct query_node *
parse_term(struct parser *p)
{
	struct query_node *n = new_node(p, QUERY_TERM);
	size_t key_at = p->at, op_at, value_at;
	bool in_value;
	str why;

	if (peek(p) != '"')
		n->name = take_run(p, "()\":<>=!");
	else if (!take_quoted(p, &n->name))
		return NULL;
	op_at = p->at;
	if (n->name.len == 0)
		return fail(p, key_at, "expected a key before %.*s",
		    STR_ARG(found(p)));
	if (!take_operator(p, &n->op))
		return fail(p, op_at, "expected ':', '=', '!=', '<', '<=', "
		    "'>' or '>=' behind '%.*s'", STR_ARG(n->name));
	value_at = p->at;
	if (!take_value(p, n))
		return NULL;
	/* "a"b: two words, or one with a quote too many. */
	if (peek(p) == '"' || (peek(p) && !strchr(")", peek(p)) &&
	    !char_is_space(peek(p))))
		return fail(p, p->at, "expected a blank, found %.*s",
		    STR_ARG(found(p)));
	why = query_term_read(n, p->config, p->arena, &in_value);
	if (why.len == 0)
		return n;
	return fail(p, in_value ? value_at : op_at, "%.*s", STR_ARG(why));
}

static struct query_node *parse_any(struct parser *p);

static struct query_node *
parse_group(struct parser *p)
{
	size_t open = p->at++;
	struct query_node *n = parse_any(p);

	if (n == NULL)
		return NULL;
	if (peek(p) != ')')
		return fail(p, open, "a parenthesis that is never closed");
	p->at++;
	return n;
}

static struct query_node *parse_one(struct parser *p);

static struct query_node *
parse_not(struct parser *p)
{
	struct query_node *n = new_node(p, QUERY_NOT);

	if (!take_word(p, "not"))
		p->at++;
	n->first = parse_one(p);
	return n->first ? n : NULL;
}

/* A term, a group, or what is negated. */
static struct query_node *
parse_one(struct parser *p)
{
	struct query_node *n;

	skip_blanks(p);
	if (p->at == p->text.len || peek(p) == ')' || is_word(p, "or") ||
	    is_word(p, "and"))
		return fail(p, p->at, "expected a term such as tag:linux, "
		    "found %.*s", STR_ARG(found(p)));
	if (peek(p) != '(' && peek(p) != '-' && !is_word(p, "not"))
		return parse_term(p);
	if (++p->depth > MOST_DEPTH)
		return fail(p, p->at, "nested more than %d deep", MOST_DEPTH);
	n = peek(p) == '(' ? parse_group(p) : parse_not(p);
	p->depth--;
	return n;
}

/* One or more of the kind, joined; a single one stays itself. */
static struct query_node *
join(struct parser *p, enum query_kind kind, struct query_node *first)
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
		skip_blanks(p);
		if (p->at == p->text.len || peek(p) == ')' ||
		    is_word(p, "or"))
			return join(p, QUERY_ALL, first);
		take_word(p, "and");
		last = last->next = parse_one(p);
	}
	return NULL;
}

static struct query_node *
parse_any(struct parser *p)
{
	struct query_node *first = parse_all(p), *last = first;

	while (last && take_word(p, "or"))
		last = last->next = parse_all(p);
	return last ? join(p, QUERY_ANY, first) : NULL;
}

static const struct query_node *
parse_query(const struct config *c, const struct where *w, struct arena *a,
    struct diags *diags)
{
	struct parser p = {.config = c, .arena = a, .diags = diags,
		.where = w, .text = w->text->text};
	struct query_node *n;

	if (p.text.len > MOST_BYTES)
		return fail(&p, 0, "%zu bytes, expected at most %d",
		    p.text.len, MOST_BYTES);
	n = parse_any(&p);
	if (n && p.at < p.text.len)
		return fail(&p, p.at, "a ')' that closes nothing");
	return n;
}

const struct query_set *
queries_parse(const struct config *c, struct arena *a, struct diags *diags)
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
