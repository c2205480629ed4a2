/* SPDX-License-Identifier: MIT
 * html_guard: HTML that would keep the parser busy for minutes.
 *
 * The tags are read once, with a stack of the elements that may be open. An
 * end tag closes an element only if all above it may lack their end tags;
 * others are ignored. So the stack is too high rather than too low, and the
 * sum of its heights over all tags bounds the parser's work. This is an
 * estimate; html_tree.c bounds the memory. */
#include "content/html/html_guard.h"

#include <string.h>

#include "base/text/html_scan.h"
#include "base/text/scan.h"

enum {
	MAX_OPEN = 4096,
	MAX_WORK = 50 * 1000 * 1000, /* below a second */
	MAX_ATTRS = 200,             /* in one tag */
};

struct guard {
	str rest;   /* not yet read */
	char *copy; /* of all of it, once something was changed; or NULL */
	size_t len; /* of all */
	str *open;  /* names */
	size_t count, most;
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

/* Elements whose content is text: it holds no tags or comments. */
static bool
is_raw(str name)
{
	static const char *const names[] = {"script", "style", "textarea",
		"title", "xmp", "iframe", "noembed", "noframes", NULL};

	return is_one_of(name, names);
}

/* The rest of a tag; false: it has too many attributes. */
static bool
skip_attrs(struct guard *g)
{
	struct html_tag tag = {.rest = g->rest};
	struct html_attribute a;
	int n = 0;

	while (n <= MAX_ATTRS && html_scan_attribute(&tag, &a))
		n++;
	g->rest = tag.rest;
	scan_char(&g->rest, '>');
	return n <= MAX_ATTRS;
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
		scan_past(&g->rest, S("</"), NULL);
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
	if (g->count == g->most)
		return false;
	g->open[g->count++] = name;
	return true;
}

static bool
is_name_char(char c)
{
	return c != '>' && c != '/' && !char_is_space(c);
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
	bool is_end;
	str name;

	if (str_starts(g->rest, S("!--"))) {
		/* "<!-->" is a comment as well. */
		scan_char(&g->rest, '!');
		scan_past(&g->rest, S("-->"), NULL);
		return true;
	}
	is_end = scan_char(&g->rest, '/');
	if (!char_is_alpha(scan_peek(g->rest)))
		return true;
	name = scan_while(&g->rest, is_name_char);
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

	/* The shortest tag has two bytes. */
	g.most = html->len / 2 < MAX_OPEN ? html->len / 2 : MAX_OPEN;
	g.open = arena_array(arena, g.most, sizeof *g.open);
	while (g.rest.len) {
		scan_past(&g.rest, S("<"), NULL);
		if (str_starts(g.rest, S("![CDATA[")))
			drop_section(&g, *html);
		else if (!read_tag(&g) || g.work > MAX_WORK)
			return false;
	}
	if (g.copy)
		html->ptr = g.copy;
	return true;
}
