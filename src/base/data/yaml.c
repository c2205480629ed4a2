/* SPDX-License-Identifier: MIT
 * yaml: YAML 1.1 to a tree of values.
 *
 * libyaml's events come in document order; each build_ function consumes the
 * events of one node. An alias shares the children of its anchor, so a bomb
 * of aliases costs nothing here, and `size` counts what it would unfold to,
 * so that it is refused before anyone walks it. */
#include "base/data/yaml.h"

#include <yaml.h>

#include "base/core/table.h"
#include "base/core/utf8.h"
#include "base/data/data_codes.h"
#include "base/data/yaml_plain.h"

enum {
	MOST_DEPTH = 64,      /* front matter seen in the wild: 5 */
	MOST_NODES = 200000,  /* what aliases unfold to counts */
};

struct reader {
	yaml_parser_t parser;
	yaml_event_t event;    /* the one looked at */
	bool has_event;
	struct arena *arena;
	const struct source *src;
	str text;
	int lines_before;
	struct diags *diags;
	struct table anchors;  /* of struct value, by name */
	int depth;
};

/* libyaml counts lines and columns from 0, columns in code points. */
static struct mark
mark_at(const struct reader *r, yaml_mark_t m)
{
	return (struct mark){
		(int)m.line + 1 + r->lines_before, (int)m.column + 1};
}

/* Clearer words for the most frequent messages of libyaml. Where libyaml
 * notices a mistake only far behind it, the message points at the context: the
 * quote or the bracket that is never closed. */
static const struct problem {
	const char *theirs, *ours;
	bool at_context;
} problems[] = {
	{"found character that cannot start any token",
		"a value begins with a character that YAML reserves: put it in "
		"quotes", false},
	{"mapping values are not allowed in this context",
		"a second ': ' in one value: put the value in quotes", false},
	{"could not find expected ':'",
		"a line without ': ' where a key was expected", true},
	{"did not find expected key",
		"a key was expected here; the indentation or a quote before it "
		"is off", false},
	{"found unexpected end of stream",
		"a quote is never closed", true},
	{"did not find expected '-' indicator",
		"an item with '-' was expected here", false},
	{"did not find expected ',' or ']'",
		"a '[' is never closed, or a ',' is missing in it", true},
	{"did not find expected ',' or '}'",
		"a '{' is never closed, or a ',' is missing in it", true},
};

/* Whether the character at a place is a tab. */
static bool
is_tab(str text, struct mark at)
{
	str line = {0};

	for (int i = 0; i < at.line; i++)
		if (!str_split(&text, '\n', &line))
			return false;
	for (int i = 1; i < at.col && line.len; i++)
		utf8_next(&line);
	return line.len && line.ptr[0] == '\t';
}

static bool
fail_syntax(struct reader *r)
{
	const struct problem *known =
	    STR_ROW(problems, str_of(r->parser.problem), str_eq);
	const char *words = known ? known->ours : r->parser.problem;
	bool context = known && known->at_context && r->parser.context;
	struct mark at = mark_at(r, context ? r->parser.context_mark
	                                    : r->parser.problem_mark);

	if (r->parser.error == YAML_READER_ERROR) {
		at = mark_of(r->text, r->parser.problem_offset);
		at.line += r->lines_before;
	} else if (is_tab(r->src->text, at))
		words = "a tab cannot indent YAML: use blanks";
	diag_add(r->diags, DIAG_YAML_SYNTAX, r->src, at, "%s",
	    words ? words : "does not parse");
	return false;
}

static bool
fail_at(struct reader *r, diag_code code, const char *words)
{
	diag_add(r->diags, code, r->src, mark_at(r, r->event.start_mark),
	    "%s", words);
	return false;
}

/* Looks at the next event. */
static bool
peek_event(struct reader *r)
{
	if (!r->has_event) {
		if (!yaml_parser_parse(&r->parser, &r->event))
			return fail_syntax(r);
		r->has_event = true;
	}
	return true;
}

static void
skip_event(struct reader *r)
{
	yaml_event_delete(&r->event);
	r->has_event = false;
}

/* The event that ends a list or map; false: the parser failed before it. */
static bool
take_end(struct reader *r)
{
	if (!r->has_event)
		return false;
	skip_event(r);
	return true;
}

static str
copy_bytes(struct reader *r, const yaml_char_t *p, size_t n)
{
	return arena_str(r->arena, (str){(const char *)p, n});
}

/* The anchor of the node that begins here, or the empty slice. */
static str
anchor_name(struct reader *r)
{
	const yaml_char_t *name = NULL;

	if (r->event.type == YAML_SCALAR_EVENT)
		name = r->event.data.scalar.anchor;
	else if (r->event.type == YAML_SEQUENCE_START_EVENT)
		name = r->event.data.sequence_start.anchor;
	else if (r->event.type == YAML_MAPPING_START_EVENT)
		name = r->event.data.mapping_start.anchor;
	return arena_str(r->arena, str_of((const char *)name));
}

static bool
build_scalar(struct reader *r, struct value *v)
{
	const yaml_event_t *e = &r->event;

	v->quoted = e->data.scalar.style != YAML_PLAIN_SCALAR_STYLE;
	v->text = copy_bytes(r, e->data.scalar.value, e->data.scalar.length);
	v->kind = !v->quoted && value_is_null_word(v->text) ? VALUE_NULL
	                                              : VALUE_SCALAR;
	skip_event(r);
	return true;
}

static bool
build_alias(struct reader *r, struct value *v)
{
	str name = str_of((const char *)r->event.data.alias.anchor);
	struct mark at = v->at;
	const struct value *anchored = table_find(&r->anchors, name);

	if (anchored == NULL)
		return fail_at(
		    r, DIAG_YAML_SYNTAX, "an alias without its anchor");
	/* The caller sets key and neighbours. */
	*v = *anchored;
	v->at = at;
	v->key = (str){0};
	v->next = NULL;
	skip_event(r);
	return true;
}

static bool build_node(struct reader *r, struct value *v);

static bool
build_list(struct reader *r, struct value *v)
{
	v->kind = VALUE_LIST;
	skip_event(r);
	while (peek_event(r) && r->event.type != YAML_SEQUENCE_END_EVENT) {
		struct value *item = arena_alloc(r->arena, sizeof *item);

		if (!build_node(r, item))
			return false;
		value_add(v, item);
	}
	return take_end(r);
}

/* Of two members with one name the last counts, in the place of the first. */
static void
add_member(struct reader *r, struct value_maker *maker, struct value *member)
{
	struct value *old = value_maker_find(maker, member->key);

	if (old == NULL) {
		value_maker_add(maker, member);
		return;
	}
	value_report_twice(r->diags, r->src, member, old);
	value_replace(maker->map, old, member);
}

static bool
build_members(struct reader *r, struct value_maker *maker)
{
	while (peek_event(r) && r->event.type != YAML_MAPPING_END_EVENT) {
		struct value *m = arena_alloc(r->arena, sizeof *m);
		struct mark key_at = mark_at(r, r->event.start_mark);
		str key;

		if (r->event.type != YAML_SCALAR_EVENT)
			return fail_at(r, DIAG_YAML_SYNTAX,
			    "a key must be a single value");
		key = copy_bytes(r, r->event.data.scalar.value,
		    r->event.data.scalar.length);
		skip_event(r);
		if (!peek_event(r) || !build_node(r, m))
			return false;
		m->key = key;
		m->key_at = key_at;
		add_member(r, maker, m);
	}
	return take_end(r);
}

static bool
build_map(struct reader *r, struct value *v)
{
	struct value_maker maker = {.map = v};
	bool ok;

	v->kind = VALUE_MAP;
	skip_event(r);
	ok = build_members(r, &maker);
	value_maker_free(&maker);
	return ok;
}

static bool
build_node(struct reader *r, struct value *v)
{
	bool ok;
	str anchor;

	if (!peek_event(r))
		return false;
	anchor = anchor_name(r);
	v->at = mark_at(r, r->event.start_mark);
	v->size = 1;
	if (r->depth == MOST_DEPTH)
		return fail_at(r, DIAG_YAML_LIMIT,
		    "values are nested more than 64 deep");
	r->depth++;
	switch (r->event.type) {
	case YAML_SCALAR_EVENT:
		ok = build_scalar(r, v);
		break;
	case YAML_ALIAS_EVENT:
		ok = build_alias(r, v);
		break;
	case YAML_SEQUENCE_START_EVENT:
		ok = build_list(r, v);
		break;
	case YAML_MAPPING_START_EVENT:
		ok = build_map(r, v);
		break;
	default:
		ok = fail_at(r, DIAG_YAML_SYNTAX, "a value was expected");
	}
	r->depth--;
	/* Only once the node is complete: a node that holds an alias of itself
	 * would never end. */
	if (ok && anchor.len)
		*table_at(&r->anchors, anchor) = v;
	/* Aliases make a tree deeper than its text. */
	if (ok && v->height > MOST_DEPTH) {
		diag_add(r->diags, DIAG_YAML_LIMIT, r->src, v->at,
		    "values are nested more than %d deep, aliases unfolded",
		    MOST_DEPTH);
		return false;
	}
	if (ok && v->size > MOST_NODES) {
		diag_add(r->diags, DIAG_YAML_LIMIT, r->src, v->at,
		    "more than %d values, aliases unfolded", MOST_NODES);
		return false;
	}
	return ok;
}

/* Skips to the root of the first document. False: there is none, or the text
 * does not parse, which *failed tells. */
static bool
find_root(struct reader *r, bool *failed)
{
	for (;;) {
		if (!peek_event(r)) {
			*failed = true;
			return false;
		}
		if (r->event.type == YAML_STREAM_END_EVENT)
			return false;
		if (r->event.type != YAML_STREAM_START_EVENT &&
		    r->event.type != YAML_DOCUMENT_START_EVENT)
			return true;
		skip_event(r);
	}
}

/* What follows the root must parse too: a stray line is an error, not the
 * end of the document. */
static bool
check_rest(struct reader *r)
{
	while (peek_event(r)) {
		if (r->event.type == YAML_STREAM_END_EVENT ||
		    r->event.type == YAML_DOCUMENT_START_EVENT)
			return true;
		skip_event(r);
	}
	return false;
}

static struct value *
parse_events(struct arena *a, str text, const struct source *src,
    int lines_before, struct diags *diags)
{
	struct reader r = {.arena = a, .src = src, .text = text,
		.lines_before = lines_before, .diags = diags};
	struct value *root = arena_alloc(a, sizeof *root);
	bool failed = false;

	if (!yaml_parser_initialize(&r.parser)) {
		diag_add(diags, DIAG_YAML_LIMIT, src, (struct mark){0},
		    "no memory for the YAML parser");
		return NULL;
	}
	yaml_parser_set_encoding(&r.parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(&r.parser,
	    (const unsigned char *)(text.ptr ? text.ptr : ""), text.len);
	root->kind = VALUE_MAP;
	root->at = (struct mark){lines_before + 1, 1};
	if (find_root(&r, &failed))
		failed = !build_node(&r, root);
	if (!failed)
		failed = !check_rest(&r);
	if (r.has_event)
		yaml_event_delete(&r.event);
	yaml_parser_delete(&r.parser);
	table_free(&r.anchors);
	/* An empty document is an empty map; `~` is null. */
	if (root->kind == VALUE_NULL && root->text.len == 0)
		root->kind = VALUE_MAP;
	return failed ? NULL : root;
}

struct value *
yaml_parse(struct arena *a, str text, const struct source *src,
    int lines_before, struct diags *diags)
{
	struct value *root = yaml_plain(a, text, lines_before);

	return root ? root : parse_events(a, text, src, lines_before, diags);
}
