/* SPDX-License-Identifier: MIT
 * markdown_source: the text of a post as Markdown that stands by itself. */
#include "content/markdown/markdown_source.h"

#include "content/html/html_tree.h"
#include "content/markdown/markdown.h"
#include "content/markdown/markdown_tree.h"

/* Sanitized HTML as a block of Markdown, which an empty line would end. */
static void
add_html_block(struct buf *out, str html)
{
	html = str_trim(html);
	if (html.len == 0)
		return;
	buf_add(out, S("<div>"));
	for (size_t i = 0; i < html.len; i++)
		if (html.ptr[i] == '\n' && html.ptr[i + 1] == '\n')
			buf_add(out, S("&#10;"));
		else
			buf_addc(out, html.ptr[i]);
	buf_add(out, S("</div>\n"));
}

/* Replaces each block that has raw HTML by that HTML, sanitized. False: one
 * reaches into the next, or holds too much. */
static bool
replace_html_blocks(struct markdown_tree *tree,
    const struct html_policy *policy, struct arena *scratch)
{
	struct buf html = {0}, block = {0};
	bool ok = true;

	for (struct markdown_node *node = markdown_node_first(tree->doc), *next;
	     ok && node; node = next) {
		const struct html_node *root;

		next = markdown_node_next(node);
		if (!markdown_node_has_html(node))
			continue;
		root = html_tree_parse_part(
		    markdown_tree_html(tree, node), scratch);
		ok = root && html_sanitize_tree(&html, root, policy, scratch);
		add_html_block(&block, buf_str(&html));
		markdown_node_replace(node, buf_str(&block));
		buf_reset(&html);
		buf_reset(&block);
	}
	buf_free(&html);
	buf_free(&block);
	return ok;
}

static void
add_trimmed(struct buf *out, str text)
{
	while (str_starts(text, S("\n")))
		text = str_from(text, 1);
	text = str_trim_end(text);
	if (text.len == 0)
		return;
	buf_add(out, text);
	buf_addc(out, '\n');
}

/* Whether a text after "[^" is more than a plain label in brackets: a label
 * with other signs, or one with a definition. */
static bool
is_risky_label(str text)
{
	size_t n = 0;

	while (n < text.len && char_is_name(text.ptr[n]))
		n++;
	text = str_from(text, n);
	return !str_starts(text, S("]")) || str_starts(text, S("]:"));
}

/* Whether readers of other flavours may take some of the text for markup that
 * the entry has not. Those without footnotes read a label as text, maybe with
 * HTML, or its definition as a link; those without tables find other code
 * spans in a row, and HTML between them. */
static bool
is_read_otherwise(str text)
{
	str rest = text, line;
	size_t at;

	while ((at = str_find(rest, S("[^"))) != STR_NONE) {
		rest = str_from(rest, at + 2);
		if (is_risky_label(rest))
			return true;
	}
	while (str_split(&text, '\n', &line))
		if (str_chr(line, '|') != STR_NONE &&
		    str_chr(line, '<') != STR_NONE)
			return true;
	return false;
}

void
markdown_source(struct buf *out, str text, unsigned flavour,
    const struct html_policy *policy, struct arena *scratch)
{
	struct markdown_tree tree;
	bool has_html, changed;
	struct buf html = {0};
	unsigned plain = flavour & ~(unsigned)FLAVOUR_SMART;

	/* The same text was parsed for the HTML. */
	if (!markdown_tree_parse(&tree, text, plain, scratch))
		return;
	has_html = markdown_node_has_html(tree.doc);
	changed = markdown_tree_resolve(&tree, policy) || has_html;

	if (is_read_otherwise(text) ||
	    (changed && (markdown_tree_is_deep(&tree) || (has_html &&
	    !replace_html_blocks(&tree, policy, scratch))))) {
		markdown_render(&html, text, plain, policy, scratch);
		add_html_block(out, buf_str(&html));
	} else
		add_trimmed(out, changed ? markdown_tree_source(&tree) : text);
	buf_free(&html);
}
