/* SPDX-License-Identifier: MIT
 * mdx: Markdown with JSX in it, or with Vue.
 *
 * Imports and exports, components and expressions in braces are tags like those
 * of template languages. Elements of HTML stay HTML, without the attributes
 * that only a program can read. On lines of their own they get blank lines
 * around them, so that their contents are Markdown, as in MDX. */
#include "content/tags/mdx.h"

#include "base/text/scan.h"
#include "content/markdown/code_map.h"
#include "content/markdown/lines.h"
#include "content/tags/jsx.h"

enum {
	MOST_BRACES = 64 * 1024, /* bytes of an expression */
	MOST_BROKEN = 100,       /* tags that never end; a text with more is
	                          * not taken for MDX */
};

/* What readers get nothing for, outside of code. */
static struct tag
silent_tag(size_t start, size_t end)
{
	return (struct tag){.kind = TAG_TEXT, .is_comment = true,
		.start = start, .end = end};
}

/* ---- modules ---- */

static bool
begins_module(str s, size_t at)
{
	static const str words[] = {S_INIT("import "), S_INIT("export "),
		S_INIT("import{"), S_INIT("import\""), S_INIT("import'")};
	bool found = false;

	if (at > 0 && s.ptr[at - 1] != '\n')
		return false;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		found |= str_starts(str_from(s, at), words[i]);
	return found && lines_is_blank_before(s, at);
}

/* Behind the lines of a module: up to a blank one outside of all brackets. */
static size_t
skip_module(str s, size_t at)
{
	size_t depth = 0;

	while (at < s.len) {
		char c = s.ptr[at];

		if (char_is_one_of(c, "{[("))
			depth++;
		else if (char_is_one_of(c, "}])") && depth)
			depth--;
		else if (c == '\n' && depth == 0 &&
		    str_trim(lines_from(s, at + 1)).len == 0)
			return at;
		at = jsx_skip_one(s, at);
	}
	return s.len;
}

/* ---- elements ---- */

/* Behind the brace that closes the one at `at`, or STR_NONE. */
static size_t
skip_braces(struct tag_scan *s, size_t at)
{
	size_t end = jsx_skip_braces(
	    str_sub(s->text, 0, at + MOST_BRACES), at);

	s->n_broken += end == STR_NONE;
	return end;
}

/* Behind the '>' of an element, or STR_NONE: it is none. Within it no line is
 * blank. */
static size_t
skip_element(struct tag_scan *scan, size_t at)
{
	str s = scan->text;

	for (at++; at < s.len;) {
		char c = s.ptr[at];

		if (c == '>')
			return at + 1;
		if (c == '<' || (c == '\n' &&
		    str_trim(lines_from(s, at + 1)).len == 0))
			return STR_NONE;
		if (c == '{')
			at = skip_braces(scan, at);
		else
			at = jsx_skip_one(s, at);
		if (at == STR_NONE)
			return at;
	}
	return STR_NONE;
}

static bool
is_name_char(char c)
{
	return char_is_name(c) || c == '.' || c == ':' || c == '$';
}

/* A component begins with a capital, or is a part of something. */
static bool
is_component(str name)
{
	return name.len && ((name.ptr[0] >= 'A' && name.ptr[0] <= 'Z') ||
	    str_chr(name, '.') != STR_NONE);
}

/* In Vue, custom elements have a '-' in their name. */
static bool
is_vue_component(str name)
{
	return name.len && str_chr(name, ':') == STR_NONE &&
	    (is_component(name) || str_chr(name, '-') != STR_NONE);
}

/* Whether an element of HTML must be written anew: it has attributes that only
 * a program can read, or stands alone on its lines. */
static bool
is_changed(str s, size_t at, size_t end)
{
	return str_chr(str_sub(s, at, end - at), '{') != STR_NONE ||
	    (lines_begins(s, at) && lines_ends(s, end));
}

/* The element that begins at `at`, if there is one that is a tag. */
static bool
read_element(struct tag_scan *s, struct tag *t, size_t at,
    bool (*component)(str name))
{
	size_t end = skip_element(s, at);
	str inside, name;
	bool closes;

	if (end == STR_NONE)
		return false;
	inside = str_trim(str_sub(s->text, at + 1, end - at - 2));
	closes = scan_char(&inside, '/');
	scan_blanks(&inside);
	name = scan_while(&inside, is_name_char);
	if (name.len && !component(name) && !is_changed(s->text, at, end))
		return false;
	*t = silent_tag(at, end);
	t->name = name;
	if (name.len == 0) /* <> and </>: a fragment */
		return true;
	t->is_single = str_ends(inside, S("/"));
	if (t->is_single)
		inside.len--;
	t->args = str_trim(inside);
	t->kind = closes ? TAG_CLOSE : TAG_OPEN;
	if (component(name))
		return true;
	t->kind = TAG_ELEMENT;
	t->text = closes ? S("/") : S("");
	return true;
}

/* ---- the scan ---- */

static bool
read_expression(struct tag_scan *s, struct tag *t, size_t at)
{
	size_t end = skip_braces(s, at);

	str inside;

	*t = (struct tag){.kind = TAG_BROKEN, .start = at, .end = at + 1,
		.text = S("{")};
	if (end == STR_NONE)
		return true;
	inside = str_trim(str_sub(s->text, at + 1, end - at - 2));
	*t = silent_tag(at, end);
	if (jsx_skip_comment(inside, 0) == inside.len)
		return true;
	t->kind = TAG_OUTPUT;
	t->args = inside;
	return true;
}

/* {#id} and {.class}, behind a heading, are no expression. */
static bool
read_attributes(struct tag_scan *s, struct tag *t, size_t at)
{
	char c = scan_peek(str_from(s->text, at + 1));
	size_t end = str_chr(lines_from(s->text, at), '}');

	if (end == STR_NONE || (c != '#' &&
	    (c != '.' || !char_is_alpha(scan_peek(str_from(s->text, at + 2))))))
		return false;
	*t = silent_tag(at, at + end + 1);
	return true;
}

/* The tag that begins at `at`, if one does. */
static bool
read_tag(struct tag_scan *s, struct tag *t, size_t at)
{
	char c = s->text.ptr[at], next = scan_peek(str_from(s->text, at + 1));

	if (c == '{')
		return read_attributes(s, t, at) ||
		    read_expression(s, t, at);
	if (c == '<' && (char_is_alpha(next) || next == '/' || next == '>' ||
	    next == '_'))
		return read_element(s, t, at, is_component);
	if (!begins_module(s->text, at))
		return false;
	*t = silent_tag(at, skip_module(s->text, at));
	return true;
}

bool
tag_next_mdx(struct tag_scan *s, struct tag *t)
{
	for (size_t at = s->at; at < s->text.len; at++) {
		const struct code_range *code =
		    s->code ? code_map_at(s->code, at) : NULL;

		if (code)
			at = code->end - 1;
		else if (s->n_broken > MOST_BROKEN)
			return false;
		else if (s->text.ptr[at] == '\\')
			at++;
		else if (read_tag(s, t, at))
			return true;
	}
	return false;
}

/* ---- Vue ---- */

/* Text that {{ }} gives, on one line or several; none that is never closed. */
static bool
read_interpolation(const struct tag_scan *s, struct tag *t, size_t at)
{
	size_t end = str_find(str_sub(s->text, at, MOST_BRACES), S("}}"));

	if (end == STR_NONE)
		return false;
	*t = (struct tag){.kind = TAG_OUTPUT, .start = at, .end = at + end + 2,
		.args = str_trim(str_sub(s->text, at + 2, end - 2))};
	return true;
}

/* A component. Elements of HTML stay: what Vue reads of them is no attribute
 * that readers get. */
static bool
read_component(struct tag_scan *s, struct tag *t, size_t at)
{
	str name = str_from(s->text, at + 1);

	if (str_starts(name, S("/")))
		name = str_from(name, 1);
	return is_vue_component(scan_while(&name, is_name_char)) &&
	    read_element(s, t, at, is_vue_component);
}

bool
tag_next_vue(struct tag_scan *s, struct tag *t)
{
	for (size_t at = s->at; at < s->text.len; at++) {
		const struct code_range *code =
		    s->code ? code_map_at(s->code, at) : NULL;
		char c = s->text.ptr[at];

		if (code)
			at = code->end - 1;
		else if (c == '{' && scan_peek(str_from(s->text, at + 1)) == '{' &&
		    read_interpolation(s, t, at))
			return true;
		else if (c == '<' && read_component(s, t, at))
			return true;
	}
	return false;
}

/* ---- what readers get ---- */

static bool
is_number_char(char c)
{
	return char_is_digit(c) || c == '.';
}

bool
mdx_put(struct body *b, const struct tag_call *t, struct buf *out,
    struct liquid_unknown *unknown)
{
	str expression = t->tag->args, text, rest = expression;
	str path = expression;

	scan_char(&path, '$'); /* Vue's name for the front matter */
	*unknown = (struct liquid_unknown){"expression",
		scan_while(&rest, is_name_char)};
	if (unknown->name.len == 0 || char_is_digit(unknown->name.ptr[0]))
		unknown->name = S("{}");
	if (t->in_code)
		return false;
	rest = expression;
	if (scan_while(&rest, is_number_char).len && rest.len == 0)
		text = expression;
	else if (!jsx_literal(expression, &text) &&
	    !(scan_text(&path, S("frontmatter.")) &&
	    body_find_text(b, path, &text)))
		return false;
	tag_escape(out, text);
	return true;
}

void
mdx_put_element(struct body *b, const struct tag_call *t, struct buf *out)
{
	const struct tag *tag = t->tag;
	str before = buf_str(out);

	/* Behind the mark of an item there is no blank line. */
	if (t->is_alone && str_trim(str_from(before,
	    lines_start(before, before.len))).len == 0)
		buf_printf(out, "\n%.*s", STR_ARG(t->indent));
	buf_printf(out, "<%.*s%.*s", STR_ARG(tag->text), STR_ARG(tag->name));
	for (size_t i = 0; i < t->args.count; i++) {
		const struct tag_arg *arg = &t->args.list[i];

		if (arg->name.len)
			tag_attr(out, arena_cstr(b->arena, arg->name),
			    arg->value);
		else if (arg->value.len)
			buf_printf(out, " %.*s", STR_ARG(arg->value));
	}
	buf_add(out, tag->is_single ? S(" />") : S(">"));
	if (t->is_alone)
		buf_addc(out, '\n');
}

/* Takes blanks and tabs of up to `most` columns. How many they had. */
static size_t
take_indentation(str *line, size_t most)
{
	size_t column = 0;
	char c;

	while (column < most && (c = scan_any(line, " \t")) != '\0')
		column += c == '\t' ? 4 - column % 4 : 1;
	return column;
}

/* Writes the lines of some code with no more indentation than their item's. */
static void
put_outdented(struct buf *out, str block, size_t indent)
{
	size_t least = STR_NONE;
	str rest = block, line;

	while (str_split(&rest, '\n', &line))
		if (str_trim(line).len)
			least = take_indentation(&line, least);
	rest = block;
	while (str_split(&rest, '\n', &line)) {
		take_indentation(&line, least - indent);
		buf_add(out, line);
		if (rest.ptr)
			buf_addc(out, '\n');
	}
}

str
mdx_outdent(str text, struct arena *a)
{
	struct code_map map = {0};
	struct buf out = {0};
	size_t at = 0;

	code_map_make(&map, text, false, a);
	for (size_t i = 0; i < map.count; i++) {
		const struct code_range *r = &map.ranges[i];
		size_t start;

		if (r->kind != CODE_INDENTED)
			continue;
		start = lines_start(text, r->start);
		if (start < at)
			continue;
		buf_add(&out, str_sub(text, at, start - at));
		put_outdented(&out, str_sub(text, start, r->end - start),
		    r->indent);
		at = r->end;
	}
	if (at == 0)
		return text;
	buf_add(&out, str_from(text, at));
	return buf_move(&out, a);
}
