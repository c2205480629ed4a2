/* SPDX-License-Identifier: MIT
 * containers: blocks between lines of colons, as several generators have them.
 *
 *     :::tip A title
 *     Text, and other containers.
 *     :::
 *
 * Each line of colons becomes an element of HTML with blank lines around it,
 * so that the text between them stays Markdown. A line of colons alone closes
 * the innermost container with as many, else the innermost with fewer. */
#include "content/markdown/containers.h"

#include "content/html/html.h"
#include "content/markdown/code_map.h"

enum { MOST_DEPTH = 50 };

/* A line of colons. */
struct fence {
	str prefix;    /* blanks and marks of quotes before it */
	size_t colons;
	str name;      /* empty: it closes */
	str title;     /* or empty */
};

struct container {
	size_t colons;
	str prefix;
	const char *close;
};

struct expander {
	struct buf *out;
	const char *untitled;
	struct container open[MOST_DEPTH];
	size_t depth;
};

/* ---- lines ---- */

/* "[Title]{.class}", "Title {open}" and "Title" are all a title. */
static str
read_title(str s)
{
	size_t brace;

	s = str_trim(s);
	brace = str_rchr(s, '{');
	if (brace != STR_NONE && str_ends(s, S("}")))
		s = str_trim(str_sub(s, 0, brace));
	if (str_starts(s, S("[")) && str_ends(s, S("]")))
		s = str_trim(str_sub(s, 1, s.len - 2));
	return s;
}

static bool
read_fence(str line, struct fence *f)
{
	size_t n = 0, from;
	str rest;

	*f = (struct fence){0};
	while (n < line.len && (char_is_space(line.ptr[n]) ||
	    line.ptr[n] == '>'))
		n++;
	f->prefix = str_sub(line, 0, n);
	for (from = n; n < line.len && line.ptr[n] == ':'; n++)
		f->colons++;
	if (f->colons < 3 || from + f->colons != n)
		return false;
	rest = str_trim(str_from(line, n));
	for (n = 0; n < rest.len && char_is_name(rest.ptr[n]); n++)
		;
	f->name = str_sub(rest, 0, n);
	f->title = read_title(str_from(rest, n));
	return n > 0 || rest.len == 0;
}

/* ---- writing ---- */

static void
put_line(struct expander *e, str prefix, str text)
{
	buf_add(e->out, prefix);
	buf_add(e->out, text);
	buf_addc(e->out, '\n');
}

/* "Tip" of "tip", where the author gives no title. */
static str
title_of(const struct fence *f, struct arena *a)
{
	char *s;

	if (f->title.len)
		return f->title;
	s = arena_cstr(a, f->name);
	if (s[0] >= 'a' && s[0] <= 'z')
		s[0] = (char)(s[0] - 'a' + 'A');
	return str_of(s);
}

static const char *
put_start(struct expander *e, const struct fence *f, struct arena *a)
{
	str title = title_of(f, a);
	struct buf b = {0};

	put_line(e, f->prefix, S(""));
	if (str_has_word(str_of(e->untitled), f->name, str_eq)) {
		put_line(e, f->prefix, S("<div>"));
		put_line(e, f->prefix, S(""));
		return "</div>";
	}
	if (str_eq(f->name, S("details"))) {
		buf_add(&b, S("<details><summary>"));
		html_escape(&b, title);
		buf_add(&b, S("</summary>"));
		put_line(e, f->prefix, buf_str(&b));
		put_line(e, f->prefix, S(""));
		buf_free(&b);
		return "</details>";
	}
	put_line(e, f->prefix, S("<blockquote>"));
	put_line(e, f->prefix, S(""));
	buf_printf(&b, "<strong>%.*s</strong>", STR_ARG(title));
	put_line(e, f->prefix, buf_str(&b));
	put_line(e, f->prefix, S(""));
	buf_free(&b);
	return "</blockquote>";
}

static void
put_end(struct expander *e, const struct container *c)
{
	put_line(e, c->prefix, S(""));
	put_line(e, c->prefix, str_of(c->close));
	put_line(e, c->prefix, S(""));
}

/* Index of the container that a line of so many colons closes, or the depth
 * where there is none. */
static size_t
find_open(const struct expander *e, size_t colons)
{
	for (size_t i = e->depth; i-- > 0;)
		if (e->open[i].colons == colons)
			return i;
	for (size_t i = e->depth; i-- > 0;)
		if (e->open[i].colons < colons)
			return i;
	return e->depth;
}

static void
close_to(struct expander *e, size_t depth)
{
	while (e->depth > depth)
		put_end(e, &e->open[--e->depth]);
}

/* Whether the line is one of colons that means something, and done. */
static bool
put_fence(struct expander *e, const struct fence *f, struct arena *a)
{
	if (f->name.len == 0) {
		size_t i = find_open(e, f->colons);

		if (i == e->depth)
			return false;
		close_to(e, i);
		return true;
	}
	if (e->depth == MOST_DEPTH)
		return false;
	e->open[e->depth] = (struct container){f->colons, f->prefix,
		put_start(e, f, a)};
	e->depth++;
	return true;
}

void
containers_expand(struct buf *out, str text, const char *untitled,
    struct arena *a)
{
	struct expander e = {.out = out, .untitled = untitled};
	struct code_map code = {0};
	str rest = text, line;

	code_map_make(&code, text, false, a);
	while (str_split(&rest, '\n', &line)) {
		size_t at = (size_t)(line.ptr - text.ptr);
		struct fence f;

		if (read_fence(line, &f) &&
		    !code_map_at(&code, at + f.prefix.len) &&
		    put_fence(&e, &f, a))
			continue;
		buf_add(out, line);
		if (rest.ptr)
			buf_addc(out, '\n');
	}
	if (e.depth && out->len && out->ptr[out->len - 1] != '\n')
		buf_addc(out, '\n');
	close_to(&e, 0);
}
