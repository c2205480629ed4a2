/* SPDX-License-Identifier: MIT
 * front_rst: the title and the docinfo of reStructuredText, as docutils and
 * Pelican read them: a heading, maybe with a subtitle, and a list of fields.
 * Reads Nikola's comments, ".. date: 2024-01-02", too. */
#include "post/front/front_kinds.h"

/* A text that is read line by line: the last line read, its number, and the
 * text after it. */
struct lines {
	str rest;
	str line;
	int number;
};

static bool
next_line(struct lines *l)
{
	if (!str_split(&l->rest, '\n', &l->line))
		return false;
	l->number++;
	return true;
}

static str
peek_line(const struct lines *l)
{
	str rest = l->rest, line = {0};

	str_split(&rest, '\n', &line);
	return line;
}

static bool
is_indented(str line)
{
	return line.len && char_is_space(line.ptr[0]) && str_trim(line).len;
}

static bool
is_blank(str line)
{
	return str_trim(line).len == 0;
}

/* Whether a line is a rule: one punctuation character, repeated. */
static bool
is_rule(str line)
{
	line = str_trim_end(line);
	if (line.len < 2 || char_is_alnum(line.ptr[0]) ||
	    char_is_space(line.ptr[0]) || line.ptr[0] < 0)
		return false;
	for (size_t i = 1; i < line.len; i++)
		if (line.ptr[i] != line.ptr[0])
			return false;
	return true;
}

/* The offset of the colon after the name of a field, ":date: 2024-01-02".
 * STR_NONE: the line is not a field. */
static size_t
field_end(str line)
{
	if (line.len < 3 || line.ptr[0] != ':' || char_is_space(line.ptr[1]) ||
	    line.ptr[1] == ':')
		return STR_NONE;
	for (size_t i = 1; i < line.len; i++)
		if (line.ptr[i] == ':' && (i + 1 == line.len ||
		    char_is_space(line.ptr[i + 1])))
			return i;
	return STR_NONE;
}

/* ---- texts ---- */

/* Appends a text without the marks of inline markup. */
static void
put_plain(struct buf *out, str s)
{
	for (size_t i = 0; i < s.len; i++) {
		char c = s.ptr[i];
		str rest = str_from(s, i);
		size_t end;

		if (c == '\\' && i + 1 < s.len) {
			if (!char_is_space(s.ptr[++i]))
				buf_addc(out, s.ptr[i]);
		} else if (c == '`' && !str_starts(rest, S("``")) &&
		    (end = str_chr(str_from(rest, 1), '`')) != STR_NONE) {
			str inner = str_sub(rest, 1, end);
			size_t url = str_find(inner, S(" <"));

			if (str_ends(inner, S(">")) && url != STR_NONE)
				inner.len = url;
			buf_add(out, inner);
			i += end + 1;
			while (i + 1 < s.len && s.ptr[i + 1] == '_')
				i++;
		} else if (c == '`' || (c == '*' && i + 1 < s.len &&
		    (!char_is_space(s.ptr[i + 1]) ||
		    (i > 0 && !char_is_space(s.ptr[i - 1])))) ||
		    (c == '*' && i + 1 == s.len && out->len))
			continue;
		else
			buf_addc(out, c);
	}
}

static str
plain(str s, struct arena *a)
{
	struct buf b = {0};

	put_plain(&b, str_trim(s));
	return buf_move(&b, a);
}

/* ---- the parts ---- */

/* Reads a heading at the next line. False: the line is not a heading. *style:
 * stands for the characters of its underline and overline. */
static bool
take_heading(struct lines *l, str *title, int *style)
{
	struct lines at = *l;
	str over = {0};

	if (!next_line(&at))
		return false;
	if (is_rule(at.line)) {
		over = at.line;
		if (!next_line(&at))
			return false;
	}
	*title = str_trim(at.line);
	if (title->len == 0 || (over.len == 0 && is_indented(at.line)) ||
	    !next_line(&at) || !is_rule(at.line) ||
	    (over.len && over.ptr[0] != at.line.ptr[0]))
		return false;
	*style = at.line.ptr[0] + (over.len ? 256 : 0);
	*l = at;
	return true;
}

/* Skips blank lines and comments. Adds comments ".. key: value" to the map, if
 * it is not NULL. */
static void
skip_comments(struct lines *l, struct value *map, struct arena *a)
{
	for (;;) {
		str line = peek_line(l), key;
		size_t colon = str_chr(line, ':');

		if (l->rest.len == 0)
			return;
		if (is_blank(line)) {
			next_line(l);
			continue;
		}
		if (!str_starts(line, S("..")) || str_find(line, S("::")) !=
		    STR_NONE || str_starts(line, S(".. _")) ||
		    str_starts(line, S(".. |")) || str_starts(line, S(".. [")))
			return;
		next_line(l);
		key = colon == STR_NONE ? (str){0}
		    : str_trim(str_sub(line, 2, colon - 2));
		if (map && key.len && str_chr(key, ' ') == STR_NONE)
			front_add(map, key, str_from(line, colon + 1),
			    l->number, a);
		while (l->rest.len && is_indented(peek_line(l)))
			next_line(l);
	}
}

/* The value of a field: the rest of its line, and the indented lines below. */
static str
take_value(struct lines *l, size_t colon, struct arena *a)
{
	struct buf b = {0};

	buf_add(&b, str_trim(str_from(l->line, colon + 1)));
	for (;;) {
		struct lines at = *l;

		while (at.rest.len && is_blank(peek_line(&at)))
			next_line(&at);
		if (!is_indented(peek_line(&at)))
			break;
		next_line(&at);
		if (b.len)
			buf_addc(&b, ' ');
		buf_add(&b, str_trim(at.line));
		*l = at;
	}
	return buf_move(&b, a);
}

/* The value of a keyword of RCS: "$Date: 2024/01/02 $" gives "2024/01/02". */
static str
without_keyword(str s)
{
	size_t colon = str_chr(s, ':');

	if (str_starts(s, S("$")) && str_ends(s, S("$")) && colon != STR_NONE)
		return str_trim(str_sub(s, colon + 1, s.len - colon - 2));
	return s;
}

/* Skips a list of fields. Adds them to the map, if it is not NULL; the last of
 * repeated fields counts. */
static void
take_fields(struct lines *l, struct value *map, struct arena *a)
{
	for (;;) {
		struct lines at = *l;
		struct value *v;
		size_t colon;
		str key, text;

		while (at.rest.len && is_blank(peek_line(&at)))
			next_line(&at);
		colon = field_end(peek_line(&at));
		if (at.rest.len == 0 || colon == STR_NONE)
			return;
		next_line(&at);
		key = str_sub(at.line, 1, colon - 1);
		text = take_value(&at, colon, a);
		*l = at;
		if (map == NULL)
			continue;
		v = front_add(map, key, S(""), l->number, a);
		v->text = plain(without_keyword(text), a);
		v->kind = v->text.len ? VALUE_SCALAR : VALUE_NULL;
	}
}

/* Whether the rest of the text has another heading of that style. Then the
 * first one is the heading of a section, not of the document. */
static bool
has_heading(struct lines l, int style)
{
	str title;
	int other;

	while (l.rest.len) {
		struct lines at = l;

		if (take_heading(&at, &title, &other)) {
			if (other == style)
				return true;
			l = at;
		} else
			next_line(&l);
	}
	return false;
}

/* Reads all front matter, and moves to the text after it. */
static void
take_all(struct lines *l, struct value *map, struct arena *a)
{
	struct lines at;
	str title = {0}, subtitle;
	int style, other, line;

	skip_comments(l, map, a);
	at = *l;
	if (field_end(peek_line(l)) != STR_NONE) {
		take_fields(l, map, a);
		skip_comments(l, NULL, a);
		at = *l;
	}
	if (take_heading(&at, &title, &style)) {
		line = at.number - 1;
		*l = at;
		skip_comments(&at, NULL, a);
		if (take_heading(&at, &subtitle, &other) && other != style &&
		    !has_heading(at, other))
			skip_comments(&at, NULL, a);
		else {
			at = *l;
			skip_comments(&at, NULL, a);
		}
		if (!has_heading(*l, style) &&
		    field_end(peek_line(&at)) != STR_NONE) {
			take_fields(&at, map, a);
			*l = at;
		}
		if (map)
			front_add(map, S("title"), plain(title, a), line, a);
	}
}

bool
front_rst_cut(str text, str *front, str *body)
{
	struct lines l = {text, {0}, 0};
	struct value map = {.kind = VALUE_MAP};
	struct arena a = {0};
	bool found;

	take_all(&l, &map, &a);
	found = map.first != NULL;
	arena_free(&a);
	*front = text;
	front->len = l.rest.len ? (size_t)(l.rest.ptr - text.ptr) : text.len;
	*body = l.rest;
	return found;
}

void
front_rst_read(struct value *map, str front, int lines_before,
    struct arena *a)
{
	struct lines l = {front, {0}, lines_before};

	take_all(&l, map, a);
}
