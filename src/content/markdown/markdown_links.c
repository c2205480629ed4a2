/* SPDX-License-Identifier: MIT
 * markdown_links: which bare addresses are links, as Goldmark has it
 * (extension/linkify.go). */
#include "content/markdown/markdown_links.h"

#include "base/core/table.h"

struct restricting {
	str text;
	struct arena *arena;
	struct table marked; /* what the text has in brackets; made on demand */
	bool is_made;
};

/* Whether a host has a '.' and small letters behind it: not "localhost", nor an
 * IP address. */
static bool
has_domain(str url)
{
	size_t at = str_find(url, S("://"));
	str host = at == STR_NONE ? url : str_from(url, at + 3);

	for (size_t i = 0; i + 1 < host.len && host.ptr[i] != '/'; i++)
		if (host.ptr[i] == '.' && host.ptr[i + 1] >= 'a' &&
		    host.ptr[i + 1] <= 'z')
			return true;
	return false;
}

/* Whether cmark may make a link of a text by itself. */
static bool
is_bare(str text)
{
	return str_find(text, S("://")) != STR_NONE ||
	    str_chr(text, '@') != STR_NONE || str_starts(text, S("www."));
}

static void
add_marked(struct restricting *r, size_t from, size_t to)
{
	str text = str_sub(r->text, from, to - from);

	if (is_bare(text))
		*table_at(&r->marked, text) = r;
}

/* Finds what stands between < and >, and between [ and ], without others of
 * its kind. */
static void
find_marked(struct restricting *r)
{
	size_t angle = 0, square = 0;

	for (size_t i = 0; i < r->text.len; i++) {
		char c = r->text.ptr[i];

		if (c == '<')
			angle = i + 1;
		else if (c == '[')
			square = i + 1;
		else if (c == '>' && angle)
			add_marked(r, angle, i);
		else if (c == ']' && square)
			add_marked(r, square, i);
		if (c == '>')
			angle = 0;
		else if (c == ']')
			square = 0;
	}
	r->is_made = true;
}

/* Whether the author made a link of an address. */
static bool
is_marked(struct restricting *r, str address)
{
	if (!r->is_made)
		find_marked(r);
	return table_find(&r->marked, address) != NULL;
}

static void
visit(void *ctx, struct markdown_node *node)
{
	struct restricting *r = ctx;
	str url, address;
	char before;

	if (!markdown_node_is_address(node, &url, &address) ||
	    !is_bare(address) || is_marked(r, address))
		return;
	before = markdown_node_before(node);
	if (!char_is_one_of(before, "*_~(") && !char_is_space(before))
		markdown_node_unwrap(node);
	else if (str_starts(url, S("mailto:")))
		return;
	else if (!has_domain(url))
		markdown_node_unwrap(node);
	else if (str_starts(address, S("www.")))
		markdown_node_set_url(node, arena_printf(r->arena,
		    "https://%.*s", STR_ARG(address)));
}

void
markdown_restrict_links(struct markdown_tree *t, str text, struct arena *a)
{
	struct restricting r = {.text = text, .arena = a};

	markdown_tree_visit(t, visit, &r);
	table_free(&r.marked);
}
