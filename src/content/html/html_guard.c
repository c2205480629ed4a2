/* SPDX-License-Identifier: MIT
 * html_guard: HTML that a parser could not cope with.
 *
 * The tags are read once, against a stack of what may be open. An end tag
 * closes an element only if all elements above it may do without end tags;
 * other end tags are passed over. So the stack is rather too high than too
 * low, and the sum of its heights over all tags bounds the parser's work. It
 * is an estimate: html_tree.c has the last word, on memory. */
#include "content/html/html_guard.h"

#include <string.h>

enum {
	MAX_OPEN = 4096,
	MAX_WORK = 50 * 1000 * 1000, /* below a second */
	MAX_ATTRS = 200,             /* in one tag */
};

struct guard {
	str rest;   /* not yet read */
	char *copy; /* of all of it, once something was mended; or NULL */
	size_t len; /* of all */
	str *open;  /* names */
	size_t count;
	size_t work;
	struct arena *arena;
	bool is_open_section; /* no "]]>" follows: do not look again */
};

static bool
is_one_of(str name, const char *const *names)
{
	for (; *names; names++)
		if (str_ieq(name, str_of(*names)))
			return true;
	return false;
}

static bool
is_void(str name)
{
	static const char *const names[] = {"area", "base", "br", "col",
		"embed", "hr", "img", "input", "link", "meta", "param",
		"source", "track", "wbr", NULL};

	return is_one_of(name, names);
}

static bool
is_optional(str name)
{
	static const char *const names[] = {"p", "li", "dd", "dt", "td", "th",
		"tr", "tbody", "thead", "tfoot", "colgroup", "option", "rt",
		"rp", NULL};

	return is_one_of(name, names);
}

/* Elements whose content is text, in which tags and comments are none. */
static bool
is_raw(str name)
{
	static const char *const names[] = {"script", "style", "textarea",
		"title", "xmp", "iframe", "noembed", "noframes", NULL};

	return is_one_of(name, names);
}

/* Passes over text up to and with `end`, or over everything. */
static void
skip_past(struct guard *g, str end)
{
	size_t at = str_find(g->rest, end);

	g->rest = at == STR_NONE ? (str){0} : str_from(g->rest, at + end.len);
}

/* Passes over one attribute, and over the value that follows a '='. */
static void
skip_attr(struct guard *g)
{
	size_t i = 1;
	str s = g->rest;

	while (i < s.len && s.ptr[i] != '=' && s.ptr[i] != '>' &&
	    s.ptr[i] != '/' && !char_is_space(s.ptr[i]))
		i++;
	while (i < s.len && char_is_space(s.ptr[i]))
		i++;
	if (i == s.len || s.ptr[i] != '=') {
		g->rest = str_from(s, i);
		return;
	}
	for (i++; i < s.len && char_is_space(s.ptr[i]);)
		i++;
	g->rest = str_from(s, i);
	if (i < s.len && (s.ptr[i] == '"' || s.ptr[i] == '\'')) {
		g->rest = str_from(s, i + 1);
		skip_past(g, str_sub(s, i, 1));
		return;
	}
	while (i < s.len && s.ptr[i] != '>' && !char_is_space(s.ptr[i]))
		i++;
	g->rest = str_from(s, i);
}

/* Passes over the rest of a tag; false: too many attributes. */
static bool
skip_attrs(struct guard *g)
{
	for (int n = 0; g->rest.len && g->rest.ptr[0] != '>';) {
		if (char_is_space(g->rest.ptr[0]) || g->rest.ptr[0] == '/') {
			g->rest = str_from(g->rest, 1);
			continue;
		}
		if (++n > MAX_ATTRS)
			return false;
		skip_attr(g);
	}
	g->rest = str_from(g->rest, 1);
	return true;
}

static void
close_element(struct guard *g, str name)
{
	for (size_t n = g->count; n > 0; n--) {
		if (str_ieq(g->open[n - 1], name)) {
			g->count = n - 1;
			return;
		}
		if (!is_optional(g->open[n - 1]))
			return;
	}
}

static void
skip_raw(struct guard *g, str name)
{
	while (g->rest.len) {
		skip_past(g, S("</"));
		if (str_istarts(g->rest, name))
			return;
	}
}

/* False: too many are open. */
static bool
open_element(struct guard *g, str name)
{
	if (is_void(name))
		return true;
	if (is_raw(name)) {
		skip_raw(g, name);
		return true;
	}
	/* <p>one<p>two */
	if (g->count && is_optional(name) &&
	    str_ieq(g->open[g->count - 1], name))
		return true;
	if (g->count == MAX_OPEN)
		return false;
	g->open[g->count++] = name;
	return true;
}

static str
take_name(struct guard *g)
{
	str s = g->rest;
	size_t n = 0;

	while (n < s.len && s.ptr[n] != '>' && s.ptr[n] != '/' &&
	    !char_is_space(s.ptr[n]))
		n++;
	g->rest = str_from(s, n);
	return str_sub(s, 0, n);
}

/* Makes a comment of the CDATA section whose '<' was read last. */
static void
drop_section(struct guard *g, str html)
{
	size_t from = g->len - g->rest.len - 1, n;

	n = g->is_open_section ? STR_NONE : str_find(g->rest, S("]]>"));
	g->is_open_section = n == STR_NONE;
	n = n == STR_NONE ? str_chr(g->rest, '>') : n + 2;
	g->rest = n == STR_NONE ? (str){0} : str_from(g->rest, n + 1);
	n = g->len - g->rest.len - from;
	if (g->copy == NULL)
		g->copy = arena_cstr(g->arena, html);
	memset(g->copy + from, ' ', n);
	memcpy(g->copy + from, "<!--", 4);
	memcpy(g->copy + from + n - 3, "-->", 3);
}

/* Reads what follows a '<'. */
static bool
read_tag(struct guard *g)
{
	bool is_end = str_starts(g->rest, S("/"));
	str name;

	if (str_starts(g->rest, S("!--"))) {
		/* "<!-->" is a comment as well. */
		g->rest = str_from(g->rest, 1);
		skip_past(g, S("-->"));
		return true;
	}
	if (is_end)
		g->rest = str_from(g->rest, 1);
	if (g->rest.len == 0 || !char_is_alpha(g->rest.ptr[0]))
		return true;
	name = take_name(g);
	if (!skip_attrs(g))
		return false;
	g->work += g->count + 1;
	if (!is_end)
		return open_element(g, name);
	close_element(g, name);
	return true;
}

bool
html_guard(str *html, struct arena *arena)
{
	struct guard g = {.rest = *html, .len = html->len, .arena = arena};

	g.open = arena_bytes(arena, MAX_OPEN * sizeof *g.open);
	while (g.rest.len) {
		skip_past(&g, S("<"));
		if (str_starts(g.rest, S("![CDATA[")))
			drop_section(&g, *html);
		else if (!read_tag(&g) || g.work > MAX_WORK)
			return false;
	}
	if (g.copy)
		html->ptr = g.copy;
	return true;
}
