/* SPDX-License-Identifier: MIT
 * definitions_extension: definition lists for cmark-gfm. */
#include "content/markdown/definitions_extension.h"

#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>

#include "base/core/mem.h"
#include "base/core/str.h"

/* Set once, before the first parse. */
static cmark_mem *memory;
static cmark_node_type list_type, term_type, definition_type;

struct definition {
	int columns;    /* what is indented so far belongs to it */
	bool is_loose;  /* its paragraphs are <p> */
	int blank_line; /* number of the last blank line in it */
};

static bool
is_type(cmark_node *node, cmark_node_type type)
{
	return node && cmark_node_get_type(node) == type;
}

static struct definition *
definition_of(cmark_node *node)
{
	return cmark_node_get_user_data(node);
}

/* ---- opening ---- */

/* Columns of the blanks behind the colon; 0: none, or nothing follows. */
static int
blanks_behind(cmark_parser *parser, str line)
{
	enum { CODE = 8, BEFORE_CODE = 5 };
	int from = cmark_parser_get_first_nonspace_column(parser) + 1;
	int column = from;

	line = str_from(line, (size_t)cmark_parser_get_first_nonspace(parser) +
	    1);
	for (; line.len && char_is_one_of(line.ptr[0], " \t");
	     line = str_from(line, 1))
		column += line.ptr[0] == '\t' ? 4 - column % 4 : 1;
	if (str_trim(line).len == 0)
		return 0;
	return column - from >= CODE ? BEFORE_CODE : column - from;
}

static cmark_node *
add_child(cmark_syntax_extension *self, cmark_parser *parser,
    cmark_node *parent, cmark_node_type type)
{
	cmark_node *node = cmark_parser_add_child(parser, parent, type,
	    cmark_parser_get_first_nonspace_column(parser) + 1);

	cmark_node_set_syntax_extension(node, self);
	return node;
}

/* Makes terms of the lines of a paragraph, which the list replaces. */
static void
add_terms(cmark_syntax_extension *self, cmark_parser *parser,
    cmark_node *list, cmark_node *paragraph)
{
	str lines = str_of(cmark_node_get_string_content(paragraph)), line;

	while (str_split(&lines, '\n', &line)) {
		struct arena a = {0};

		line = str_trim(line);
		if (line.len)
			cmark_node_set_string_content(add_child(self, parser,
			    list, term_type), arena_cstr(&a, line));
		arena_free(&a);
	}
	cmark_node_unlink(paragraph);
}

/* Whether a paragraph can hold terms. One that may be nothing but definitions of
 * references is removed, with its node, as soon as it ends. */
static bool
may_hold_terms(cmark_node *paragraph)
{
	str text;

	if (!is_type(paragraph, CMARK_NODE_PARAGRAPH))
		return false;
	text = str_trim(str_of(cmark_node_get_string_content(paragraph)));
	return !str_starts(text, S("[")) ||
	    str_find(text, S("]:")) == STR_NONE;
}

static void
skip_colon(cmark_parser *parser, const char *input, int blanks)
{
	cmark_parser_advance_offset(parser, input,
	    cmark_parser_get_first_nonspace(parser) + 1 -
	    cmark_parser_get_offset(parser), 0);
	cmark_parser_advance_offset(parser, input, blanks, 1);
}

static cmark_node *
add_definition(cmark_syntax_extension *self, cmark_parser *parser,
    cmark_node *list, int blanks, bool is_loose)
{
	cmark_node *node = add_child(self, parser, list, definition_type);
	struct definition *d = memory->calloc(1, sizeof *d);

	*d = (struct definition){blanks + 1, is_loose, 0};
	cmark_node_set_user_data(node, d);
	return node;
}

/* Whether a blank line stands before this one, behind the last definition. */
static bool
is_after_blank(cmark_parser *parser, cmark_node *list)
{
	cmark_node *last = cmark_node_last_child(list);

	return is_type(last, definition_type) &&
	    definition_of(last)->blank_line + 1 ==
	    cmark_parser_get_line_number(parser);
}

static cmark_node *
open_block(cmark_syntax_extension *self, int indented, cmark_parser *parser,
    cmark_node *parent, unsigned char *input, int len)
{
	const char *text = (const char *)input;
	str line = {text, (size_t)len};
	cmark_node *list = parent, *paragraph = parent;
	bool is_loose;
	int blanks;

	if (indented || cmark_parser_get_indent(parser) != 0 || line.ptr[
	    cmark_parser_get_first_nonspace(parser)] != ':')
		return NULL;
	blanks = blanks_behind(parser, line);
	if (blanks == 0)
		return NULL;
	is_loose = !is_type(parent, CMARK_NODE_PARAGRAPH);
	if (is_type(parent, list_type))
		is_loose = is_after_blank(parser, parent);
	else {
		if (is_loose)
			paragraph = cmark_node_last_child(parent);
		if (!may_hold_terms(paragraph))
			return NULL;
		list = add_child(self, parser, parent, list_type);
		add_terms(self, parser, list, paragraph);
	}
	skip_colon(parser, text, blanks);
	return add_definition(self, parser, list, blanks, is_loose);
}

/* ---- continuing ---- */

static int
match_block(cmark_syntax_extension *self, cmark_parser *parser,
    unsigned char *input, int len, cmark_node *node)
{
	struct definition *d;

	(void)self;
	(void)len;
	if (!is_type(node, definition_type))
		return is_type(node, list_type);
	d = definition_of(node);
	if (cmark_parser_is_blank(parser)) {
		d->blank_line = cmark_parser_get_line_number(parser);
		return 1;
	}
	if (cmark_parser_get_indent(parser) < d->columns)
		return 0;
	cmark_parser_advance_offset(parser, (const char *)input, d->columns,
	    1);
	return 1;
}

static int
can_contain(cmark_syntax_extension *self, cmark_node *node,
    cmark_node_type type)
{
	(void)self;
	if (is_type(node, list_type))
		return type == term_type || type == definition_type;
	if (is_type(node, term_type))
		return (type & CMARK_NODE_TYPE_MASK) == CMARK_NODE_TYPE_INLINE;
	return (type & CMARK_NODE_TYPE_MASK) == CMARK_NODE_TYPE_BLOCK &&
	    type != CMARK_NODE_ITEM && type != term_type &&
	    type != definition_type;
}

static int
contains_inlines(cmark_syntax_extension *self, cmark_node *node)
{
	(void)self;
	return is_type(node, term_type);
}

static const char *
type_name(cmark_syntax_extension *self, cmark_node *node)
{
	(void)self;
	return is_type(node, list_type) ? "definitions"
	    : is_type(node, term_type) ? "term" : "definition";
}

/* ---- as HTML ---- */

static void
move_children(cmark_node *to, cmark_node *from)
{
	cmark_node *child;

	while ((child = cmark_node_first_child(from)) != NULL) {
		cmark_node_unlink(child);
		cmark_node_append_child(to, child);
	}
}

static cmark_node *
add_wrapper(cmark_node *parent, cmark_node_type type, const char *name)
{
	cmark_node *node = cmark_node_new_with_mem(type, memory);
	struct arena a = {0};

	cmark_node_set_on_enter(node, arena_printf(&a, "<%s>", name).ptr);
	cmark_node_set_on_exit(node, arena_printf(&a, "</%s>\n", name).ptr);
	cmark_node_append_child(parent, node);
	arena_free(&a);
	return node;
}

/* The first paragraph stands without its element. */
static void
add_tight(cmark_node *list, cmark_node *definition)
{
	cmark_node *first = cmark_node_first_child(definition);
	bool is_plain = is_type(first, CMARK_NODE_PARAGRAPH) &&
	    cmark_node_next(first) == NULL;
	cmark_node *to = add_wrapper(list, is_plain
	    ? CMARK_NODE_CUSTOM_INLINE : CMARK_NODE_CUSTOM_BLOCK, "dd");

	if (is_type(first, CMARK_NODE_PARAGRAPH)) {
		move_children(to, first);
		cmark_node_unlink(first);
	}
	move_children(to, definition);
}

/* Puts the terms and definitions of a list into one of HTML: the one that ends
 * before it, or a new one. */
static void
write_list(cmark_node *list)
{
	cmark_node *to = cmark_node_previous(list), *child;

	if (!is_type(to, CMARK_NODE_CUSTOM_BLOCK)) {
		to = add_wrapper(cmark_node_parent(list),
		    CMARK_NODE_CUSTOM_BLOCK, "dl");
		cmark_node_insert_before(list, to);
	}
	for (child = cmark_node_first_child(list); child;
	     child = cmark_node_next(child)) {
		if (is_type(child, term_type))
			move_children(add_wrapper(to,
			    CMARK_NODE_CUSTOM_INLINE, "dt"), child);
		else if (definition_of(child)->is_loose)
			move_children(add_wrapper(to,
			    CMARK_NODE_CUSTOM_BLOCK, "dd"), child);
		else
			add_tight(to, child);
	}
	cmark_node_unlink(list);
}

static cmark_node *
write_lists(cmark_syntax_extension *self, cmark_parser *parser,
    cmark_node *root)
{
	cmark_iter *iter = cmark_iter_new(root);
	cmark_event_type event;

	(void)self;
	(void)parser;
	while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE)
		if (event == CMARK_EVENT_EXIT &&
		    is_type(cmark_iter_get_node(iter), list_type))
			write_list(cmark_iter_get_node(iter));
	cmark_iter_free(iter);
	return root;
}

struct cmark_syntax_extension *
definitions_extension(struct cmark_mem *mem)
{
	cmark_syntax_extension *e = cmark_syntax_extension_new("definitions");

	memory = mem;
	list_type = cmark_syntax_extension_add_node(0);
	term_type = cmark_syntax_extension_add_node(0);
	definition_type = cmark_syntax_extension_add_node(0);
	cmark_syntax_extension_set_open_block_func(e, open_block);
	cmark_syntax_extension_set_match_block_func(e, match_block);
	cmark_syntax_extension_set_can_contain_func(e, can_contain);
	cmark_syntax_extension_set_contains_inlines_func(e, contains_inlines);
	cmark_syntax_extension_set_get_type_string_func(e, type_name);
	cmark_syntax_extension_set_postprocess_func(e, write_lists);
	return e;
}
