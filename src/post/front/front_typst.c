/* SPDX-License-Identifier: MIT
 * front_typst: the metadata of a Typst document: the arguments of
 * #set document, of #metadata and of a template (#show: post.with). Reads those
 * that are texts, contents, lists or dates; evaluates nothing. */
#include "post/front/front_kinds.h"

#include "base/text/scan.h"

/* Takes a character, a text in quotes or a group in brackets off the front. */
static str
take_group(str *s)
{
	static const char opens[] = "([{", closes[] = ")]}";
	str start = *s;
	size_t depth = 0;

	while (s->len) {
		char c = s->ptr[0];

		*s = str_from(*s, 1);
		if (c == '\\' && s->len)
			*s = str_from(*s, 1);
		else if (c == '"') {
			while (s->len && s->ptr[0] != '"')
				*s = str_from(*s, s->ptr[0] == '\\' ? 2 : 1);
			*s = str_from(*s, 1);
		} else if (char_is_one_of(c, opens))
			depth++;
		else if (char_is_one_of(c, closes) && depth)
			depth--;
		if (depth == 0)
			break;
	}
	return str_sub(start, 0, start.len - s->len);
}

/* Takes a value, up to the ',' or ')' after it. */
static str
take_value(str *s)
{
	str start = *s;

	while (s->len && s->ptr[0] != ',' && s->ptr[0] != ')')
		take_group(s);
	return str_trim(str_sub(start, 0, start.len - s->len));
}

/* The inside of "a text" or [a content]; any other value as it is. */
static str
plain(str s, struct arena *a)
{
	struct buf b = {0};

	if (s.len < 2 || !char_is_one_of(s.ptr[0], "\"["))
		return s;
	/* The file may end before the text is closed. */
	s = str_sub(s, 1, s.len - 1 - char_is_one_of(s.ptr[s.len - 1], "\"]"));
	for (size_t i = 0; i < s.len; i++)
		if (s.ptr[i] != '\\' || i + 1 == s.len)
			buf_addc(&b, s.ptr[i]);
		else
			buf_addc(&b, s.ptr[++i]);
	return buf_move(&b, a);
}

/* The number of an argument of datetime(), or a fallback. */
static int
number_of(str args, str name, int fallback)
{
	size_t at = str_find(args, name);
	str rest = str_from(args, at == STR_NONE ? args.len : at + name.len);

	scan_blanks(&rest);
	if (at == STR_NONE || !scan_char(&rest, ':'))
		return fallback;
	scan_blanks(&rest);
	return scan_number(&rest).value;
}

static str
date_of(str s, struct arena *a)
{
	return arena_printf(a, "%04d-%02d-%02d %02d:%02d:%02d",
	    number_of(s, S("year"), 0), number_of(s, S("month"), 1),
	    number_of(s, S("day"), 1), number_of(s, S("hour"), 0),
	    number_of(s, S("minute"), 0), number_of(s, S("second"), 0));
}

static void
add_list(struct value *v, str s, struct arena *a)
{
	v->kind = VALUE_LIST;
	for (s = str_from(s, 1); s.len && s.ptr[0] != ')';) {
		struct value *item = arena_alloc(a, sizeof *item);

		*item = (struct value){.kind = VALUE_SCALAR, .size = 1,
			.at = v->at, .text = plain(take_value(&s), a)};
		if (item->text.len)
			value_add(v, item);
		scan_char(&s, ',');
	}
}

static void
add_argument(struct value *map, str key, str s, int line, struct arena *a)
{
	struct value *v;

	if (value_ifind(map, key) || str_eq(s, S("none")) ||
	    str_eq(s, S("auto")))
		return;
	v = front_add(map, str_eq(key, S("keywords")) ? S("tags") : key,
	    str_starts(s, S("datetime(")) ? date_of(s, a) : plain(s, a),
	    line, a);
	if (str_starts(s, S("(")))
		add_list(v, s, a);
}

/* Adds the arguments `name: value` after an opening parenthesis. Returns the text
 * after them. */
static str
read_arguments(struct value *map, str s, int line, struct arena *a)
{
	while (s.len && s.ptr[0] != ')') {
		str start = s, name;

		scan_blanks(&s);
		name = scan_while(&s, char_is_name);
		scan_blanks(&s);
		if (name.len && scan_char(&s, ':')) {
			scan_blanks(&s);
			add_argument(map, name, take_value(&s), line, a);
		} else {
			s = start;
			take_value(&s);
		}
		if (!scan_char(&s, ','))
			break;
	}
	return s;
}

/* Finds the arguments of #set document, #metadata or #show at the start of a
 * line. False: the line begins with something else. */
static bool
find_arguments(str line, str *args)
{
	size_t open;

	if (str_starts(line, S("#set document(")) ||
	    str_starts(line, S("#metadata("))) {
		*args = str_from(line, str_chr(line, '(') + 1);
		scan_blanks(args);
		scan_char(args, '(');
		return true;
	}
	if (!str_starts(line, S("#show:")))
		return false;
	open = str_find(str_sub(line, 0, str_chr(line, '\n')), S(".with("));
	if (open == STR_NONE)
		return false;
	*args = str_from(line, open + 6);
	return true;
}

static void
read_all(struct value *map, str text, int line, struct arena *a)
{
	str rest = text, at, args, after;

	while (str_split(&rest, '\n', &at)) {
		line++;
		if (find_arguments(str_from(text,
		    (size_t)(at.ptr - text.ptr)), &args)) {
			/* Goes on behind arguments of several lines. */
			after = read_arguments(map, args, line, a);
			while (rest.len && rest.ptr < after.ptr &&
			    str_split(&rest, '\n', &at))
				line++;
		} else if (str_starts(at, S("= ")) &&
		    !value_ifind(map, S("title")))
			front_add(map, S("title"), str_from(at, 2), line, a);
	}
}

bool
front_typst_cut(str text, str *front, str *body)
{
	struct value map = {.kind = VALUE_MAP};
	struct arena a = {0};
	bool found;

	read_all(&map, text, 0, &a);
	found = map.first != NULL;
	arena_free(&a);
	*front = *body = text;
	return found;
}

void
front_typst_read(struct value *map, str front, int lines_before,
    struct arena *a)
{
	read_all(map, front, lines_before, a);
}
