/* SPDX-License-Identifier: MIT
 * html: what authors write as HTML, made safe and sound for readers.
 *
 * A walk over the tree that a browser would make (html_tree) writes the
 * elements that are allowed (html_elements) with their allowed attributes
 * (html_attrs), in places where a parser leaves them (html_out). Other
 * elements lose their tags, or go as a whole. This file is the walk, and what
 * needs more than a row in those tables. */
#include "content/html/html.h"

#include <string.h>

#include "base/core/span.h"
#include "base/core/utf8.h"
#include "base/text/html_scan.h"
#include "content/html/html_attrs.h"
#include "content/html/html_elements.h"
#include "content/html/html_hidden.h"
#include "content/html/html_math.h"
#include "content/html/html_out.h"
#include "content/html/html_tree.h"

enum { MARK_RUNES = 2 }; /* characters of a permalink mark in a heading */

struct sanitizer {
	struct html_out out;
	struct html_hidden hidden;
	const struct html_policy *policy;
	struct arena *scratch;
};

/* One element on its way to the output. */
struct element {
	const struct html_node *node;
	const struct html_element *row; /* not NULL */
	struct html_attrs attrs;
};

void
html_escape(struct buf *out, str text)
{
	static const str escapes['>' + 1] = {
		['&'] = S_INIT("&amp;"), ['<'] = S_INIT("&lt;"),
		['>'] = S_INIT("&gt;"), ['"'] = S_INIT("&quot;"),
	};
	size_t from = 0;

	for (size_t i = 0; (i = span_text(text, i)) < text.len; i++) {
		unsigned char c = (unsigned char)text.ptr[i];

		if (c > '>' || escapes[c].len == 0)
			continue;
		buf_add(out, str_sub(text, from, i - from));
		buf_add(out, escapes[c]);
		from = i + 1;
	}
	buf_add(out, str_from(text, from));
}

static bool
is_named(const struct element *e, const char *name)
{
	return e->row->name && strcmp(e->row->name, name) == 0;
}

/* ---- embedded documents ---- */

static bool
is_allowed_host(const struct html_policy *p, str url)
{
	str host = str_from(url, str_find(url, S("//")) + 2);
	size_t end = 0;

	while (end < host.len && !char_is_one_of(host.ptr[end], "/?#\\"))
		end++;
	host = str_sub(host, 0, end);
	/* "youtube.com:x@example.com" is at example.com. */
	if (str_chr(host, '@') != STR_NONE)
		return false;
	host = str_sub(host, 0, str_chr(host, ':'));
	for (size_t i = 0; i < p->n_iframe_hosts; i++) {
		str allowed = p->iframe_hosts[i];

		if (str_ieq(host, allowed) || (str_iends(host, allowed) &&
		    host.ptr[host.len - allowed.len - 1] == '.'))
			return true;
	}
	return false;
}

/* The URL of what it embeds, http or https, in scratch; else empty. */
static str
embedded_url(struct sanitizer *s, const struct element *e)
{
	const str *ref = html_attr_find(&e->attrs,
	    is_named(e, "object") ? "data" : "src");
	struct buf *url = &s->out.tmp;

	if (ref == NULL || str_trim(*ref).len == 0)
		return (str){0};
	buf_reset(url);
	if (!s->policy->resolve(s->policy->ctx, str_trim(*ref), LINK_MEDIA,
	    url))
		return (str){0};
	if (!str_istarts(buf_str(url), S("http://")) &&
	    !str_istarts(buf_str(url), S("https://")))
		return (str){0};
	return arena_str(s->scratch, buf_str(url));
}

/* An <a> cannot stand in an <a>. */
static void
write_link(struct sanitizer *s, const struct element *e, str url)
{
	const str *title = html_attr_find(&e->attrs, "title");
	bool is_link = !(html_out_in(&s->out) & IN_A);
	struct buf *to = s->out.to;

	if (is_link) {
		buf_add(to, S("<a href=\""));
		html_add_text(to, url);
		buf_add(to, S("\">"));
	}
	html_add_text(to, title && str_trim(*title).len > 0
	    ? str_trim(*title) : url);
	if (is_link)
		buf_add(to, S("</a>"));
}

/* Whether an <object> holds something to show in its place. */
static bool
has_fallback(const struct html_node *node, struct arena *scratch)
{
	struct html_walk walk = {.arena = scratch};
	bool leaves;

	html_walk_down(&walk, node);
	while ((node = html_walk_next(&walk, &leaves))) {
		const struct html_element *row;

		if (html_node_is_text(node) &&
		    str_trim(html_node_text(node)).len > 0)
			return true;
		if (!html_node_is_element(node))
			continue;
		row = html_node_row(node);
		if (row == NULL || row->action != HTML_DROP)
			return true;
	}
	return false;
}

/* Whether its children are wanted. */
static bool
enter_embed(struct sanitizer *s, const struct element *e)
{
	str url;

	if (is_named(e, "object") && has_fallback(e->node, s->scratch))
		return true;
	url = embedded_url(s, e);
	if (url.len == 0)
		return false;
	if (is_named(e, "iframe") && is_allowed_host(s->policy, url)) {
		html_out_start(&s->out, e->row, &e->attrs, e->node);
		html_out_end(&s->out, e->node);
	} else {
		write_link(s, e, url);
	}
	return false;
}

/* ---- the walk ---- */

/* Keeps the words of two lines apart where tags were left out. */
static void
keep_apart(struct sanitizer *s, const struct html_element *row)
{
	if (row && row->is_line)
		html_out_gap(&s->out);
}

/* Whether the children of an allowed element are wanted. */
static bool
enter_kept(struct sanitizer *s, const struct element *e)
{
	const str *alt = html_attr_find(&e->attrs, "alt");

	/* Between table parts not even its text may stand. */
	if (!html_out_fit(&s->out, e->row)) {
		keep_apart(s, e->row);
		return !html_out_in_table(&s->out);
	}
	if (!html_out_start(&s->out, e->row, &e->attrs, e->node) &&
	    is_named(e, "img") && alt)
		html_out_text(&s->out, *alt);
	return !e->row->is_void;
}

static void
write_math(struct sanitizer *s, const struct html_node *node)
{
	if (!html_out_in_table(&s->out))
		html_math_write(s->out.to, node, s->policy->math, s->scratch);
}

/* Whether the children of any element are wanted. */
static bool
enter_element(struct sanitizer *s, const struct html_node *node)
{
	static const struct html_element unknown = {.action = HTML_UNWRAP};
	struct element e = {node, html_node_row(node), {0}};

	if (e.row == NULL)
		e.row = &unknown;
	if (html_math_is(node)) {
		write_math(s, node);
		return false;
	}
	if (e.row->action == HTML_DROP && !is_named(&e, "script"))
		return false;
	e.attrs = html_node_attrs(node, s->scratch);
	if (e.row->action == HTML_DROP) {
		html_out_text(&s->out, html_math_script(node, &e.attrs,
		    s->scratch));
		return false;
	}
	html_attrs_unlazy(&e.attrs);
	if (html_is_unwanted(&s->hidden, node, &e.attrs, s->policy->is_page,
	    s->scratch))
		return false;
	if (e.row->action == HTML_KEEP)
		return enter_kept(s, &e);
	if (html_out_in_table(&s->out))
		return false;
	if (e.row->action == HTML_EMBED)
		return enter_embed(s, &e);
	keep_apart(s, e.row);
	return true;
}

static void
write_tree(struct sanitizer *s, const struct html_node *root)
{
	struct html_walk walk = {.arena = s->scratch};
	const struct html_node *node;
	bool leaves;

	html_walk_down(&walk, root);
	while (!s->out.is_deep && (node = html_walk_next(&walk, &leaves))) {
		if (leaves) {
			if (!html_out_end(&s->out, node))
				keep_apart(s, html_node_row(node));
		} else if (html_node_is_text(node)) {
			html_out_text(&s->out, html_node_text(node));
		} else if (html_node_is_element(node) &&
		    enter_element(s, node)) {
			html_walk_down(&walk, node);
		}
	}
}

bool
html_sanitize_tree(struct buf *out, const struct html_node *root,
    const struct html_policy *p, struct arena *scratch)
{
	size_t start = out->len;
	/* Large, and not left in the arena: a post may have many trees. */
	struct sanitizer *s = mem_alloc(sizeof *s);
	bool ok;

	s->policy = p;
	s->scratch = scratch;
	s->hidden = (struct html_hidden){0};
	html_out_init(&s->out, out, p);
	write_tree(s, root);
	html_out_free(&s->out);
	ok = !s->out.is_deep;
	if (!ok)
		out->len = start;
	mem_free(s);
	return ok;
}

bool
html_sanitize(struct buf *out, str html, const struct html_policy *p,
    struct arena *scratch)
{
	const struct html_node *root = html_tree_parse(html, scratch);

	return root && html_sanitize_tree(out, root, p, scratch);
}

/* ---- HTML that cannot be parsed ---- */

/* The offset of the end of a tag: behind the content of a script or style, which
 * is not text. `close`: of its '>'. */
static size_t
skip_program(str html, size_t close)
{
	static const str names[] = {S_INIT("script"), S_INIT("style")};

	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
		struct html_scan s = html_scan_begin(html);
		str after = str_from(html, 1 + names[i].len);

		if (!str_istarts(str_from(html, 1), names[i]) ||
		    (after.len && char_is_alnum(after.ptr[0])))
			continue;
		s.at = close + 1;
		html_scan_raw(&s, names[i]);
		return s.at - 1;
	}
	return close;
}

/* Appends the text of HTML that is nested too deeply to parse, as one
 * paragraph. Everything from a '<' to the next '>' counts as a tag, although an
 * author may mean another '<' by itself. Leaves out programs. References
 * stay. */
static void
add_bare_text(struct buf *out, str html)
{
	bool blank = true;

	buf_add(out, S("<p>"));
	for (size_t i = 0; i < html.len; i++) {
		size_t close = html.ptr[i] == '<'
		    ? str_chr(str_from(html, i), '>') : 0;

		if (close == STR_NONE)
			break;
		if (close)
			close = skip_program(str_from(html, i), close);
		if (html.ptr[i] != '<' && !char_is_space(html.ptr[i])) {
			buf_addc(out, html.ptr[i]);
			blank = false;
			continue;
		}
		if (!blank)
			buf_addc(out, ' ');
		blank = true;
		i += close;
	}
	buf_add(out, S("</p>\n"));
}

void
html_bare(struct buf *out, str html, const struct html_policy *p,
    struct arena *scratch)
{
	struct buf bare = {0};

	add_bare_text(&bare, html);
	html_sanitize(out, buf_str(&bare), p, scratch);
	buf_free(&bare);
}
