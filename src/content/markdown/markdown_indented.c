/* SPDX-License-Identifier: MIT
 * markdown_indented: paragraphs in place of indented code, for flavours without
 * it. */
#include "content/markdown/markdown_indented.h"

#include "base/core/buf.h"

/* ---- definitions of references ---- */

static bool
is_definition(str line)
{
	size_t blanks = 0;

	while (blanks < line.len && line.ptr[blanks] == ' ')
		blanks++;
	return blanks < 4 && str_starts(str_from(line, blanks), S("[")) &&
	    str_find(line, S("]:")) != STR_NONE;
}

/* The lines of a text that define references. */
static str
find_definitions(str text, struct arena *a)
{
	struct buf b = {0};
	str line;

	while (str_split(&text, '\n', &line))
		if (is_definition(line))
			buf_printf(&b, "%.*s\n", STR_ARG(line));
	return buf_move(&b, a);
}

/* ---- paragraphs ---- */

struct unindenting {
	struct markdown_tree *tree;
	str text, definitions;
	struct arena *arena;
};

/* The inlines of some lines, as the children of a paragraph; NULL: they have
 * none. Behind a line of text, an indented line is never the beginning of a
 * block; so the lines are parsed behind one, which is taken away again. */
static struct markdown_node *
parse_lines(struct unindenting *u, str lines)
{
	struct buf b = {0};
	struct markdown_node *p;
	str line;

	buf_add(&b, S("x\n"));
	while (str_split(&lines, '\n', &line))
		if (str_trim(line).len)
			buf_printf(&b, "    %.*s\n", STR_ARG(str_trim(line)));
	buf_printf(&b, "\n%.*s", STR_ARG(u->definitions));
	p = markdown_node_first(markdown_tree_parse_more(u->tree,
	    buf_move(&b, u->arena)));
	if (!markdown_node_is_paragraph(p))
		return NULL;
	for (int i = 0; i < 2 && markdown_node_first(p); i++)
		markdown_node_unlink(markdown_node_first(p));
	markdown_node_unlink(p);
	return markdown_node_first(p) ? p : NULL;
}

/* Takes the lines up to a blank one off the front of *rest. */
static str
take_lines(str *rest)
{
	str line, start = *rest;

	while (str_split(rest, '\n', &line))
		if (str_trim(line).len == 0)
			return str_sub(start, 0,
			    (size_t)(line.ptr - start.ptr));
	return start;
}

/* Puts the inlines of a paragraph in front of those of the next block, if that
 * is a paragraph that follows without a blank line. */
static bool
joins_next(struct markdown_node *code, struct markdown_node *p)
{
	struct markdown_node *next = markdown_node_next(code), *child;

	if (next == NULL || !markdown_node_is_paragraph(next) ||
	    !markdown_node_follows(next, code))
		return false;
	markdown_node_prepend(next, markdown_node_softbreak());
	while ((child = markdown_node_last(p)) != NULL)
		markdown_node_prepend(next, child);
	return true;
}

static void
replace_code(struct unindenting *u, struct markdown_node *code, str text)
{
	str rest = arena_str(u->arena, text);

	while (rest.ptr) {
		struct markdown_node *p = parse_lines(u, take_lines(&rest));

		if (p && (str_trim(rest).len || !joins_next(code, p)))
			markdown_node_insert(p, code);
	}
	markdown_node_unlink(code);
}

static void
visit(void *ctx, struct markdown_node *node)
{
	struct unindenting *u = ctx;
	str code;

	if (!markdown_node_is_indented(node, &code))
		return;
	if (u->definitions.ptr == NULL)
		u->definitions = find_definitions(u->text, u->arena);
	replace_code(u, node, code);
}

void
markdown_unindent(struct markdown_tree *t, str text, struct arena *a)
{
	struct unindenting u = {t, text, {0}, a};

	markdown_tree_visit(t, visit, &u);
}
