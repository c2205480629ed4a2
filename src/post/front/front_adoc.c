/* SPDX-License-Identifier: MIT
 * front_adoc: the header of AsciiDoc, as Asciidoctor reads it: the title, lines
 * for authors and revision, and attributes. The attribute page-x becomes the
 * key x, as in jekyll-asciidoc. */
#include "post/front/front_kinds.h"

#include "base/core/utf8.h"

#include "base/text/scan.h"

static bool
is_comment(str line)
{
	return str_starts(line, S("//")) && !str_starts(line, S("///"));
}

/* Whether a line is an attribute: ":name: value", ":name!:" or ":!name:". */
static bool
is_attribute(str line, str *key, str *text)
{
	size_t colon;

	if (line.len < 3 || line.ptr[0] != ':' ||
	    !(char_is_alnum(line.ptr[1]) || char_is_one_of(line.ptr[1], "_!")))
		return false;
	colon = str_chr(str_from(line, 1), ':');
	if (colon == STR_NONE)
		return false;
	*key = str_sub(line, 1, colon);
	*text = str_from(line, colon + 2);
	return str_chr(*key, ' ') == STR_NONE &&
	    (text->len == 0 || char_is_space(text->ptr[0]));
}

/* The title of "= A title" or "# A title"; empty: the line is not a
 * title. */
static str
title_of(str line)
{
	if (str_starts(line, S("= ")) || str_starts(line, S("# ")))
		return str_trim(str_from(line, 2));
	return (str){0};
}

/* Whether two lines are a title: "Title", and "=====" of about its length. */
static bool
is_underlined(str line, str below)
{
	size_t n = utf8_len(line);

	below = str_trim_end(below);
	for (size_t i = 0; i < below.len; i++)
		if (below.ptr[i] != '=')
			return false;
	return n && (char_is_alnum(line.ptr[0]) ||
	    (unsigned char)line.ptr[0] >= 0x80) && below.len > 1 &&
	    below.len + 1 >= n && below.len <= n + 1;
}

/* ---- values ---- */

/* Sets a value: "[a, 'b c']" becomes a list, other texts stay texts. */
static void
set_value(struct value *v, str text, struct arena *a)
{
	str part;

	text = str_trim(text);
	if (!str_starts(text, S("[")) || !str_ends(text, S("]"))) {
		v->text = arena_str(a, text);
		v->kind = text.len ? VALUE_SCALAR : VALUE_NULL;
		return;
	}
	v->kind = VALUE_LIST;
	text = str_sub(text, 1, text.len - 2);
	while (str_split(&text, ',', &part)) {
		struct value *item = arena_alloc(a, sizeof *item);

		part = str_trim(part);
		if (part.len > 1 && char_is_one_of(part.ptr[0], "\"'") &&
		    part.ptr[part.len - 1] == part.ptr[0])
			part = str_sub(part, 1, part.len - 2);
		*item = (struct value){.kind = VALUE_SCALAR, .size = 1,
			.at = v->at, .text = arena_str(a, part)};
		if (part.len)
			value_add(v, item);
	}
}

/* Bytes of a value; attributes that use each other could grow without end. */
enum { MOST_FILLED = 4096 };

/* Replaces {name} by the attribute of that name, if there is one. */
static str
fill_in(const struct value *map, str s, struct arena *a)
{
	struct buf b = {0};
	size_t open, close;

	while ((open = str_chr(s, '{')) != STR_NONE && b.len < MOST_FILLED) {
		const struct value *v;

		close = str_chr(str_from(s, open), '}');
		if (close == STR_NONE)
			break;
		buf_add(&b, str_sub(s, 0, open));
		s = str_from(s, open);
		v = value_ifind(map, str_sub(s, 1, close - 1));
		if (v && v->kind == VALUE_SCALAR) {
			buf_add(&b, v->text);
			s = str_from(s, close + 1);
		} else {
			buf_addc(&b, '{');
			s = str_from(s, 1);
		}
	}
	buf_add(&b, s);
	return buf_move(&b, a);
}

/* Adds an attribute, or replaces its earlier value. Ignores an attribute that
 * is unset (":name!:"). */
static void
add_attribute(struct value *map, str key, str text, int line, struct arena *a)
{
	struct value *v;

	if (str_chr(key, '!') != STR_NONE)
		return;
	if (str_istarts(key, S("page-")))
		key = str_from(key, 5);
	v = front_add(map, key, S(""), line, a);
	v->first = v->last = NULL;
	set_value(v, fill_in(map, text, a), a);
}

/* Adds the names of "Ada Example <ada@example.org>; Ben". */
static void
add_authors(struct value *map, str line, int number, struct arena *a)
{
	struct buf b = {0};
	str part;

	while (str_split(&line, ';', &part)) {
		part = str_trim(str_sub(part, 0, str_chr(part, '<')));
		if (part.len && b.len)
			buf_add(&b, S("; "));
		for (size_t i = 0; i < part.len; i++)
			buf_addc(&b, part.ptr[i] == '_' ? ' ' : part.ptr[i]);
	}
	front_add(map, str_chr(buf_str(&b), ';') == STR_NONE ? S("author")
	    : S("authors"), buf_str(&b), number, a);
	if (str_chr(buf_str(&b), ';') != STR_NONE) {
		struct value *v = (struct value *)value_find(
		    map, S("authors"));
		str rest = arena_str(a, buf_str(&b));

		for (v->kind = VALUE_LIST; str_split(&rest, ';', &part);) {
			struct value *item = arena_alloc(a, sizeof *item);

			*item = (struct value){.kind = VALUE_SCALAR,
				.size = 1, .at = v->at,
				.text = str_trim(part)};
			value_add(v, item);
		}
	}
	buf_free(&b);
}

/* Adds the date of "v1.0, 2024-01-02: remark" or "2024-01-02". */
static void
add_revision(struct value *map, str line, int number, struct arena *a)
{
	size_t comma = str_chr(line, ',');
	str date = comma == STR_NONE ? line : str_from(line, comma + 1);
	size_t remark = str_find(date, S(": "));

	if (comma == STR_NONE && str_starts(line, S("v")))
		return;
	front_add(map, S("revdate"), str_sub(date, 0, remark), number, a);
}

/* Copies attributes to the keys of other formats: `revdate` to `date`. */
static void
add_others(struct value *map, struct arena *a)
{
	static const char *const pairs[][2] = {
		{"revdate", "date"}, {"keywords", "tags"},
		{"doctitle", "title"},
	};

	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
		const struct value *v = value_ifind(map, str_of(pairs[i][0]));
		struct value *to;

		if (v == NULL || value_ifind(map, str_of(pairs[i][1])))
			continue;
		to = front_add(map, str_of(pairs[i][1]), v->text,
		    v->key_at.line, a);
		if (str_eq(to->key, S("tags")) && v->kind == VALUE_SCALAR)
			set_value(to, arena_printf(a, "[%.*s]",
			    STR_ARG(v->text)), a);
	}
}

/* ---- the header ---- */

struct header {
	str rest, line;
	int number;
	bool has_title;
	int below; /* lines below the title that are not attributes */
};

static bool
next_line(struct header *h)
{
	if (!str_split(&h->rest, '\n', &h->line))
		return false;
	h->number++;
	return true;
}

/* The value of an attribute, joined with the next lines as long as a line ends
 * in " \" or " +". */
static str
whole_value(struct header *h, str text, struct arena *a)
{
	struct buf b = {0};
	str line = text;

	while (str_ends(line, S(" \\")) || str_ends(line, S(" +"))) {
		buf_add(&b, str_sub(line, 0, line.len - 1));
		line = next_line(h) ? str_trim(h->line) : (str){0};
	}
	if (b.len == 0)
		return text;
	buf_add(&b, line);
	return buf_move(&b, a);
}

/* Reads one line of the header. False: the line is not part of the header. */
static bool
take_line(struct header *h, struct value *map, struct arena *a)
{
	str key, text, next = h->rest, below = {0};

	if (is_comment(h->line) || (!h->has_title && str_trim(h->line).len == 0))
		return true;
	if (is_attribute(h->line, &key, &text)) {
		int line = h->number;

		add_attribute(map, key, whole_value(h, text, a), line, a);
		return true;
	}
	str_split(&next, '\n', &below);
	text = title_of(h->line);
	if (!h->has_title && text.len == 0 &&
	    is_underlined(str_trim_end(h->line), below)) {
		text = str_trim(h->line);
		h->rest = next;
		h->number++;
	}
	if (!h->has_title) {
		h->has_title = text.len > 0;
		if (text.len)
			front_add(map, S("title"), fill_in(map, text, a),
			    h->number, a);
		return text.len > 0;
	}
	if (str_trim(h->line).len == 0 || h->below == 2)
		return false;
	if (h->below++ == 0 && char_is_alpha(h->line.ptr[0]) &&
	    !(h->line.len > 1 && char_is_digit(h->line.ptr[1])))
		add_authors(map, h->line, h->number, a);
	else
		add_revision(map, h->line, h->number, a);
	return true;
}

/* Reads the header, and moves to the line after it. */
static void
take_header(struct header *h, struct value *map, struct arena *a)
{
	for (;;) {
		struct header before = *h;

		if (!next_line(h))
			return;
		if (!take_line(h, map, a)) {
			*h = before;
			return;
		}
	}
}

bool
front_adoc_cut(str text, str *front, str *body)
{
	struct header h = {.rest = text};
	struct value map = {.kind = VALUE_MAP};
	struct arena a = {0};
	bool found;

	take_header(&h, &map, &a);
	found = map.first != NULL;
	arena_free(&a);
	*body = h.rest;
	*front = str_sub(text, 0, text.len - h.rest.len);
	return found;
}

void
front_adoc_read(struct value *map, str front, int lines_before,
    struct arena *a)
{
	struct header h = {.rest = front, .number = lines_before};

	take_header(&h, map, a);
	add_others(map, a);
}
