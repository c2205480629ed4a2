/* SPDX-License-Identifier: MIT
 * node_html: writes nodes as HTML. */
#include "content/markdown/node_html.h"

struct writer {
	struct buf *out;
	const struct html_policy *policy;
	bool in_link; /* no link may stand in it */
};

static void write_node(struct writer *w, const struct node *n);

static void
write_children(struct writer *w, const struct node *n)
{
	for (n = n->first; n; n = n->next)
		write_node(w, n);
}

/* ---- nodes that have only a name ---- */

static const struct form {
	const char *name;  /* of the element; NULL: a writer of its own */
	bool is_block;     /* a line feed stands behind it */
	bool opens_line;   /* and behind its start tag */
} forms[NODE_KINDS] = {
	[NODE_PARAGRAPH] = {"p", true, false},
	[NODE_QUOTE] = {"blockquote", true, true},
	[NODE_DEFINITIONS] = {"dl", true, true},
	[NODE_TERM] = {"dt", true, false},
	[NODE_EMPHASIS] = {"em", false, false},
	[NODE_STRONG] = {"strong", false, false},
	[NODE_STRUCK] = {"del", false, false},
	[NODE_SUB] = {"sub", false, false},
	[NODE_SUP] = {"sup", false, false},
};

static void
write_form(struct writer *w, const struct node *n, const struct form *f)
{
	buf_printf(w->out, "<%s>%s", f->name, f->opens_line ? "\n" : "");
	write_children(w, n);
	buf_printf(w->out, "</%s>%s", f->name, f->is_block ? "\n" : "");
}

/* ---- blocks ---- */

static void
write_heading(struct writer *w, const struct node *n)
{
	buf_printf(w->out, "<h%d>", n->level);
	write_children(w, n);
	buf_printf(w->out, "</h%d>\n", n->level);
}

static void
write_code(struct writer *w, const struct node *n)
{
	buf_add(w->out, S("<pre><code"));
	if (n->info.len) {
		buf_add(w->out, S(" class=\"language-"));
		html_escape(w->out, n->info);
		buf_addc(w->out, '"');
	}
	buf_addc(w->out, '>');
	html_escape(w->out, n->text);
	buf_add(w->out, S("</code></pre>\n"));
}

static void
write_rule(struct writer *w, const struct node *n)
{
	(void)n;
	buf_add(w->out, S("<hr />\n"));
}

static void
write_list(struct writer *w, const struct node *n)
{
	if (!n->is_ordered)
		buf_add(w->out, S("<ul>\n"));
	else if (n->level == 1)
		buf_add(w->out, S("<ol>\n"));
	else
		buf_printf(w->out, "<ol start=\"%d\">\n", n->level);
	write_children(w, n);
	buf_printf(w->out, "</%cl>\n", n->is_ordered ? 'o' : 'u');
}

/* The contents of an item or a definition: a paragraph of a tight list stands
 * without its element. */
static void
write_contents(struct writer *w, const struct node *n)
{
	bool at_line = false;

	for (const struct node *c = n->first; c; c = c->next) {
		bool is_bare = c->kind == NODE_PARAGRAPH && c->is_tight;

		if (!at_line && !is_bare && c->kind < NODE_TEXT)
			buf_addc(w->out, '\n');
		if (is_bare)
			write_children(w, c);
		else
			write_node(w, c);
		at_line = !is_bare && c->kind < NODE_TEXT;
	}
}

static void
write_item(struct writer *w, const struct node *n)
{
	const char *name = n->kind == NODE_ITEM ? "li" : "dd";

	buf_printf(w->out, "<%s>", name);
	write_contents(w, n);
	buf_printf(w->out, "</%s>\n", name);
}

static void
write_row(struct writer *w, const struct node *n)
{
	buf_add(w->out, S("<tr>\n"));
	write_children(w, n);
	buf_add(w->out, S("</tr>\n"));
}

/* Rows with is_head are the head; the others are the body. */
static void
write_table(struct writer *w, const struct node *n)
{
	const char *part = NULL;

	buf_add(w->out, S("<table>\n"));
	for (const struct node *row = n->first; row; row = row->next) {
		const char *in = row->is_head ? "thead" : "tbody";

		if (part != in && part)
			buf_printf(w->out, "</%s>\n", part);
		if (part != in)
			buf_printf(w->out, "<%s>\n", in);
		part = in;
		write_node(w, row);
	}
	if (part)
		buf_printf(w->out, "</%s>\n", part);
	buf_add(w->out, S("</table>\n"));
}

static void
write_cell(struct writer *w, const struct node *n)
{
	static const char *const aligns[] = {
		[ALIGN_NONE] = "", [ALIGN_LEFT] = " align=\"left\"",
		[ALIGN_CENTER] = " align=\"center\"",
		[ALIGN_RIGHT] = " align=\"right\"",
	};
	char c = n->parent->is_head ? 'h' : 'd';

	buf_printf(w->out, "<t%c%s>", c, aligns[n->align]);
	write_children(w, n);
	buf_printf(w->out, "</t%c>\n", c);
}

static void
write_html(struct writer *w, const struct node *n)
{
	buf_add(w->out, n->text);
	if (n->kind == NODE_HTML && !str_ends(n->text, S("\n")))
		buf_addc(w->out, '\n');
}

static void
write_element(struct writer *w, const struct node *n)
{
	buf_add(w->out, n->text);
	write_contents(w, n);
	buf_printf(w->out, "</%.*s>", STR_ARG(n->info));
	if (n->parent->kind < NODE_TEXT)
		buf_addc(w->out, '\n');
}

/* ---- footnotes ---- */

static void
write_back(struct writer *w, const struct node *n)
{
	for (int i = 1; i <= n->count; i++) {
		buf_add(w->out, S(" <a href=\"#fnref-"));
		html_escape(w->out, n->info);
		if (i > 1)
			buf_printf(w->out, "-%d", i);
		buf_add(w->out, S("\" class=\"footnote-backref\">\u21a9"));
		if (i > 1)
			buf_printf(w->out, "<sup class=\"footnote-ref\">%d"
			    "</sup>", i);
		buf_add(w->out, S("</a>"));
	}
}

static void
write_note(struct writer *w, const struct node *n)
{
	const struct node *last = n->last;

	buf_add(w->out, S("<li id=\"fn-"));
	html_escape(w->out, n->info);
	buf_add(w->out, S("\">\n"));
	for (const struct node *c = n->first; c; c = c->next) {
		if (c != last || c->kind != NODE_PARAGRAPH) {
			write_node(w, c);
			continue;
		}
		buf_add(w->out, S("<p>"));
		write_children(w, c);
		write_back(w, n);
		buf_add(w->out, S("</p>\n"));
	}
	if (last == NULL || last->kind != NODE_PARAGRAPH) {
		buf_add(w->out, S("<p>"));
		write_back(w, n);
		buf_add(w->out, S("</p>\n"));
	}
	buf_add(w->out, S("</li>\n"));
}

static void
write_notes(struct writer *w, const struct node *n)
{
	buf_add(w->out, S("<section class=\"footnotes\" data-footnotes>\n"
	    "<ol>\n"));
	write_children(w, n);
	buf_add(w->out, S("</ol>\n</section>\n"));
}

static void
write_note_ref(struct writer *w, const struct node *n)
{
	buf_add(w->out, S("<sup class=\"footnote-ref\"><a href=\"#fn-"));
	html_escape(w->out, n->info);
	buf_add(w->out, S("\" id=\"fnref-"));
	html_escape(w->out, n->info);
	if (n->count)
		buf_printf(w->out, "-%d", n->count + 1);
	buf_printf(w->out, "\" data-footnote-ref>%d</a></sup>", n->level);
}

/* ---- inlines ---- */

static void
write_text(struct writer *w, const struct node *n)
{
	html_escape(w->out, n->text);
}

static void
write_break(struct writer *w, const struct node *n)
{
	(void)n;
	buf_add(w->out, S("<br />\n"));
}

static void
write_code_span(struct writer *w, const struct node *n)
{
	buf_add(w->out, S("<code>"));
	html_escape(w->out, n->text);
	buf_add(w->out, S("</code>"));
}

static void
write_title(struct writer *w, str title)
{
	if (title.len == 0)
		return;
	buf_add(w->out, S(" title=\""));
	html_escape(w->out, title);
	buf_addc(w->out, '"');
}

static bool
resolve(struct writer *w, str ref, enum link_use use, struct buf *url)
{
	return w->policy->resolve(w->policy->ctx, str_trim(ref), use, url);
}

static void
write_link(struct writer *w, const struct node *n)
{
	struct buf url = {0};
	bool ok = !w->in_link && resolve(w, n->url, LINK_PAGE, &url);

	if (ok) {
		buf_add(w->out, S("<a href=\""));
		html_escape(w->out, buf_str(&url));
		buf_addc(w->out, '"');
		write_title(w, n->info);
		buf_addc(w->out, '>');
		w->in_link = true;
	}
	write_children(w, n);
	if (ok) {
		buf_add(w->out, S("</a>"));
		w->in_link = false;
	}
	buf_free(&url);
}

static void
write_image(struct writer *w, const struct node *n)
{
	struct buf url = {0};

	if (resolve(w, n->url, LINK_MEDIA, &url)) {
		buf_add(w->out, S("<img src=\""));
		html_escape(w->out, buf_str(&url));
		buf_add(w->out, S("\" alt=\""));
		html_escape(w->out, n->text);
		buf_addc(w->out, '"');
		write_title(w, n->info);
		buf_add(w->out, S(" />"));
	} else
		html_escape(w->out, n->text);
	buf_free(&url);
}

static void
write_abbr(struct writer *w, const struct node *n)
{
	buf_add(w->out, S("<abbr"));
	write_title(w, n->info);
	buf_addc(w->out, '>');
	write_children(w, n);
	buf_add(w->out, S("</abbr>"));
}

/* TeX, between the signs that MathJax and KaTeX look for. */
static void
write_math(struct writer *w, const struct node *n)
{
	bool is_block = n->kind == NODE_MATH;

	buf_add(w->out, is_block ? S("<p>\\[") : S("\\("));
	html_escape(w->out, n->text);
	buf_add(w->out, is_block ? S("\\]</p>\n") : S("\\)"));
}

/* ---- all of them ---- */

static void
write_node(struct writer *w, const struct node *n)
{
	static void (*const writers[NODE_KINDS])(struct writer *,
	    const struct node *) = {
		[NODE_ROOT] = write_children,
		[NODE_HEADING] = write_heading, [NODE_CODE] = write_code,
		[NODE_RULE] = write_rule, [NODE_LIST] = write_list,
		[NODE_ITEM] = write_item, [NODE_DEFINITION] = write_item,
		[NODE_TABLE] = write_table, [NODE_ROW] = write_row,
		[NODE_CELL] = write_cell, [NODE_HTML] = write_html,
		[NODE_ELEMENT] = write_element, [NODE_MATH] = write_math,
		[NODE_NOTES] = write_notes, [NODE_NOTE] = write_note,
		[NODE_TEXT] = write_text, [NODE_BREAK] = write_break,
		[NODE_CODE_SPAN] = write_code_span, [NODE_LINK] = write_link,
		[NODE_IMAGE] = write_image, [NODE_ABBR] = write_abbr,
		[NODE_HTML_INLINE] = write_html,
		[NODE_MATH_INLINE] = write_math,
		[NODE_NOTE_REF] = write_note_ref,
	};

	if (writers[n->kind])
		writers[n->kind](w, n);
	else
		write_form(w, n, &forms[n->kind]);
}

void
node_html(struct buf *out, const struct node *n,
    const struct html_policy *policy)
{
	struct writer w = {out, policy, false};

	write_node(&w, n);
}
