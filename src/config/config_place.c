/* SPDX-License-Identifier: MIT
 * config_place: finds values of the config and their places in the file. */
#include "config/config.h"

#include "base/core/utf8.h"
#include "base/text/scan.h"

const struct value *
config_find(const struct config *c, const char *key)
{
	const struct value *v = c->root;
	str path = str_of(key), name;

	while (v && str_split(&path, '.', &name))
		v = value_find(v, name);
	return v;
}

struct mark
config_mark(const struct config *c, const char *key)
{
	const struct value *v = config_find(c, key);

	return v ? v->at : (struct mark){0};
}

/* Values of --set have no place in the file. */
static const struct source set_source = {S_INIT("--set"), {0}};

const struct source *
config_source(const struct config *c, const struct value *v)
{
	return v->at.line > 0 ? &c->source : &set_source;
}

/* ---- places in a value ---- */

/* A parsed text of YAML and its source, walked in parallel. */
struct walk {
	str source; /* not walked yet */
	str text;
	bool escapes, doubled; /* in "double" and 'single' quotes */
};

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r';
}

/* Skips white space with a line break in the source; returns the number of line
 * breaks. */
static int
skip_lines(struct walk *w)
{
	str rest = w->source, space;
	int lines = 0;

	scan_while(&rest, is_blank);
	if (scan_peek(rest) != '\n')
		return 0;
	space = scan_while(&rest, char_is_space);
	for (size_t i = 0; i < space.len; i++)
		lines += space.ptr[i] == '\n';
	w->source = rest;
	return lines;
}

/* Skips white space with a line break in the source, and its folded form in the
 * text. In "double quotes" escaped white space may follow, so count. */
static bool
skip_break(struct walk *w)
{
	int lines = skip_lines(w);
	str space = w->text;

	if (lines && w->escapes)
		space = str_sub(space, 0, lines > 1 ? (size_t)lines - 1 : 1);
	if (lines)
		scan_front(&w->text, scan_while(&space, char_is_space).len);
	return lines > 0;
}

/* The length of an escape, "\n" or "\u00E9". YAML 1.1, 5.7. */
static size_t
escape_length(str source)
{
	char c = source.len > 1 ? source.ptr[1] : 0;

	return c == 'x' ? 4 : c == 'u' ? 6 : c == 'U' ? 10 : 2;
}

/* Skips one character. False: source and text differ. */
static bool
skip_one_char(struct walk *w)
{
	if (w->escapes && str_starts(w->source, S("\\\n"))) {
		scan_char(&w->source, '\\');
		return skip_lines(w) > 0;
	}
	if (w->escapes && str_starts(w->source, S("\\"))) {
		scan_front(&w->source, escape_length(w->source));
		utf8_next(&w->text);
		return true;
	}
	if (w->doubled && str_starts(w->source, S("''")))
		scan_char(&w->source, '\'');
	return scan_text(&w->source, scan_front(&w->text, 1));
}

/* Skips the quote before the text, or the first line of a block. */
static void
skip_start(struct walk *w, bool quoted)
{
	char c = scan_peek(w->source);

	w->escapes = quoted && c == '"';
	w->doubled = quoted && c == '\'';
	if (w->escapes || w->doubled)
		scan_char(&w->source, c);
	else if (quoted && (c == '|' || c == '>'))
		scan_until(&w->source, "\n");
}

struct mark
config_mark_in(const struct config *c, const struct value *v, size_t offset)
{
	struct walk w = {.source = c->source.text, .text = v->text};
	str line;

	if (v->at.line == 0)
		return v->at;
	for (int i = 1; i < v->at.line; i++)
		str_split(&w.source, '\n', &line);
	for (int i = 1; i < v->at.col && w.source.len; i++)
		utf8_next(&w.source);
	skip_start(&w, v->quoted);
	for (;;) {
		if (w.text.len && skip_break(&w))
			continue;
		if (v->text.len - w.text.len >= offset)
			break;
		if (!skip_one_char(&w))
			return v->at;
	}
	return mark_of(c->source.text, c->source.text.len - w.source.len);
}
