/* SPDX-License-Identifier: MIT
 * front_lektor: the fields of a contents.lr, "key: value" between lines of
 * three hyphens. The text of a post is one of them. */
#include "post/front/front_kinds.h"

/* A field: its name, and its value without blank lines around it. */
struct field {
	str name, value;
	int line;    /* of its name, from 1 */
	bool is_long; /* the value is on lines of its own */
};

/* Whether a line is three hyphens. In a value, a longer line stands for one with
 * a hyphen less. */
static bool
is_end(str line)
{
	return str_eq(str_trim_end(line), S("---"));
}

static str
name_of(str line)
{
	size_t colon = str_chr(line, ':');

	for (size_t i = 0; colon != STR_NONE && i < colon; i++)
		if (!char_is_name(line.ptr[i]))
			return (str){0};
	return colon == STR_NONE ? (str){0} : str_sub(line, 0, colon);
}

/* Reads the next field off the front of *rest. False: there is none. */
static bool
next_field(str *rest, int *lines, struct field *f)
{
	str line, start = {0};

	*f = (struct field){0};
	while (f->name.len == 0 && str_split(rest, '\n', &line)) {
		++*lines;
		f->name = name_of(line);
	}
	if (f->name.len == 0)
		return false;
	f->line = *lines;
	f->value = str_trim(str_from(line, f->name.len + 1));
	f->is_long = f->value.len == 0;
	start = f->is_long ? *rest : str_from(line, f->name.len + 1);
	while (str_split(rest, '\n', &line)) {
		++*lines;
		if (is_end(line)) {
			f->value = str_trim(str_sub(start, 0,
			    (size_t)(line.ptr - start.ptr)));
			return true;
		}
	}
	f->value = str_trim(start);
	return true;
}

/* The field with the text: `body`, or the longest value on lines of its
 * own. */
static struct field
find_text(str text)
{
	struct field f, best = {0};
	int lines = 0;

	while (next_field(&text, &lines, &f)) {
		if (str_eq(f.name, S("body")))
			return f;
		if (f.is_long && f.value.len > best.value.len)
			best = f;
	}
	return best;
}

bool
front_lektor_cut(str text, str *front, str *body)
{
	struct field f;
	str rest = text;
	int lines = 0;

	*front = text;
	*body = find_text(text).value;
	return next_field(&rest, &lines, &f);
}

/* A list of the lines of a value: the type `strings`. */
static void
add_lines(struct value *v, str text, struct arena *a)
{
	str line;

	v->kind = VALUE_LIST;
	v->text = (str){0};
	while (str_split(&text, '\n', &line)) {
		struct value *item = arena_alloc(a, sizeof *item);

		*item = (struct value){.kind = VALUE_SCALAR, .size = 1,
			.at = v->at, .text = arena_str(a, str_trim(line))};
		if (item->text.len)
			value_add(v, item);
	}
}

/* Whether the lines of a value are a list. */
static bool
is_list(str name)
{
	return str_has_word(S("tags categories author authors"), name,
	    str_ieq);
}

static void
add_flag(struct value *map, const char *key, int line, struct arena *a)
{
	front_add(map, str_of(key), S("true"), line, a);
}

static void
add_field(struct value *map, const struct field *f, struct arena *a)
{
	bool yes = str_ieq(f->value, S("yes")) || str_ieq(f->value, S("true"));
	bool no = str_ieq(f->value, S("no")) || str_ieq(f->value, S("false"));

	if (str_eq(f->name, S("pub_date")))
		front_add(map, S("date"), f->value, f->line, a);
	else if (str_eq(f->name, S("_slug")))
		front_add(map, S("slug"), f->value, f->line, a);
	else if (str_eq(f->name, S("_hidden")) && yes)
		add_flag(map, "draft", f->line, a);
	else if (str_eq(f->name, S("_discoverable")) && no)
		add_flag(map, "unlisted", f->line, a);
	else if (f->name.ptr[0] == '_')
		return;
	else if (f->is_long && is_list(f->name))
		add_lines(front_add(map, f->name, S(""), f->line, a),
		    f->value, a);
	else
		front_add(map, f->name, f->value, f->line, a);
}

void
front_lektor_read(struct value *map, str front, int lines_before,
    struct arena *a)
{
	struct field f, text = find_text(front);
	str rest = front;

	while (next_field(&rest, &lines_before, &f))
		if (f.value.len == 0 || f.value.ptr != text.value.ptr)
			add_field(map, &f, a);
}
