/* SPDX-License-Identifier: MIT
 * import_python: the settings of a config that is a Python program.
 *
 * The program is not run: only top-level lines NAME = literal are read. */
#include "generators/import/import_python.h"

#include "base/text/scan.h"
#include "generators/generator_codes.h"
#include "generators/import/import_literal.h"

/* Whether only a comment follows a literal on its line. */
static bool
ends_here(str rest)
{
	str line;

	str_split(&rest, '\n', &line);
	line = str_trim(line);
	return line.len == 0 || line.ptr[0] == '#';
}

static bool
is_name_char(char c)
{
	return char_is_alnum(c) || c == '_';
}

static bool
is_blank(char c)
{
	return c == ' ';
}

/* Reads "NAME = " off the front; empty if there is none. */
static str
take_name(str *rest)
{
	str s = *rest, name = scan_while(&s, is_name_char);

	scan_while(&s, is_blank);
	if (!scan_char(&s, '=') || scan_peek(s) == '=')
		return (str){0};
	scan_while(&s, is_blank);
	*rest = s;
	return name;
}

/* Adds a setting, or replaces an earlier one. */
static void
assign_name(struct value *map, struct value *v, str name)
{
	struct value *old = (struct value *)value_find(map, name);

	/* Settings are in upper case. */
	if (char_lower(name.ptr[0]) == name.ptr[0])
		return;
	v->key = name;
	/* None overrides pelicanconf.py, as an empty text does. */
	if (v->kind == VALUE_NULL)
		v->kind = VALUE_SCALAR;
	if (old)
		value_replace(map, old, v);
	else
		value_add(map, v);
}

/* A copy of the constant that a value names: FEED_DOMAIN = SITEURL. NULL: the
 * value is not the name of a known constant. */
static struct value *
find_named(struct import_site *s, const struct value *map,
    const struct value *known, str *rest)
{
	str at = *rest, name = scan_while(&at, is_name_char);
	const struct value *v = name.len ? value_find(map, name) : NULL;
	struct value *copy = NULL;

	if (v == NULL && name.len && known)
		v = value_find(known, name);
	if (v && ends_here(at)) {
		copy = arena_alloc(s->arena, sizeof *copy);
		*copy = *v;
		copy->next = NULL;
		*rest = at;
	}
	return copy;
}

struct value *
python_constants(struct import_site *s, const char *name,
    const struct value *known)
{
	struct value *map = import_map(s);
	struct source src;
	str rest;

	if (!import_text(s, name, &src))
		return map;
	for (rest = src.text; rest.len;) {
		str here = rest, key = take_name(&rest), line;
		struct value *v;
		bool open = false;

		if (key.len == 0) {
			rest = here;
			str_split(&rest, '\n', &line);
			continue;
		}
		v = find_named(s, map, known, &rest);
		if (v == NULL)
			v = literal_parse_python(s->arena, &rest, &open);
		if (open) {
			diag_add(s->diags, DIAG_IMPORT_SYNTAX, &src,
			    mark_of(src.text, (size_t)(key.ptr -
			    src.text.ptr)), "the value of '%.*s' is not "
			    "closed", STR_ARG(key));
			return map;
		}
		if (v && ends_here(rest))
			assign_name(map, v, key);
		str_split(&rest, '\n', &line);
	}
	return map;
}
