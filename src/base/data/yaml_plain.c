/* SPDX-License-Identifier: MIT
 * yaml_plain: the simple YAML that nearly all front matter consists of.
 *
 * libyaml parses all that may mean something else here: tabs, escapes, anchors,
 * tags, texts of several lines, keys that are no plain words, duplicate keys,
 * and every mistake. The unit test compares the two parsers.
 *
 * These functions walk lines by hand, not with base/text/scan: every post goes
 * through them. */
#include "base/data/yaml_plain.h"

#include "base/core/utf8.h"

enum { MOST_BYTES = 1 << 16, MOST_KEYS = 100, MOST_DEPTH = 8 };

/* libyaml has a limit of 1,024. */
enum { MOST_KEY = 200 };

struct plain {
	struct arena *arena;
	str rest;      /* lines that come */
	str line;      /* the one looked at; ptr is NULL past the last one */
	int number;    /* of it, in the file */
	size_t indent; /* blanks that it begins with */
	int depth;
};

/* ---- lines ---- */

static size_t
count_blanks(str s)
{
	size_t n = 0;

	while (n < s.len && s.ptr[n] == ' ')
		n++;
	return n;
}

/* Moves to the next line that is neither blank nor a comment. */
static void
next_line(struct plain *p)
{
	while (str_split(&p->rest, '\n', &p->line)) {
		p->number++;
		p->indent = count_blanks(p->line);
		if (p->indent < p->line.len && p->line.ptr[p->indent] != '#')
			return;
	}
	p->line = (str){0};
}

/* Whether the line begins with exactly `indent` blanks. */
static bool
is_at(const struct plain *p, size_t indent)
{
	return p->line.ptr && p->indent == indent;
}

/* Whether the line ends here, but for a comment. */
static bool
ends_line(str rest)
{
	size_t n = count_blanks(rest);

	return n == rest.len || (n && rest.ptr[n] == '#');
}

static struct mark
mark_at(const struct plain *p, const char *at)
{
	str before = {p->line.ptr, (size_t)(at - p->line.ptr)};

	return (struct mark){p->number, (int)utf8_len(before) + 1};
}

/* ---- scalars ---- */

/* The characters that YAML reserves at the start of a value. */
static bool
is_indicator(char c)
{
	return char_is_one_of(c, "-?:,[]{}#&*!|>'\"%@`");
}

/* A text up to the comment or the end of the line; in a list in brackets up
 * to what ends an element. */
static bool
read_bare(str *rest, bool in_brackets, struct value *v)
{
	str s = *rest;
	size_t n = 0, len = 0; /* `len` without blanks at its end */

	if (s.len == 0 || is_indicator(s.ptr[0]))
		return false;
	for (; n < s.len; n++) {
		char c = s.ptr[n];

		if (char_is_alpha(c)) {
			len = n + 1;
			continue;
		}
		if (c == ' ')
			continue;
		if (c == '#' && len < n)
			break;
		if (in_brackets && (c == ',' || c == ']'))
			break;
		if (c == ':' && (n + 1 == s.len || s.ptr[n + 1] == ' '))
			return false;
		if (in_brackets && char_is_one_of(c, ":?[{}#"))
			return false;
		len = n + 1;
	}
	v->text = str_sub(s, 0, len);
	v->kind = value_is_null_word(v->text) ? VALUE_NULL : VALUE_SCALAR;
	*rest = str_from(s, len);
	return true;
}

/* The text of quotes that hold escapes: in single quotes two of them are one;
 * in double ones a backslash may stand before a quote or a backslash. */
static bool
unescape_quoted(struct arena *a, str *rest, char quote, str *text)
{
	str s = *rest;
	char *out = arena_bytes(a, s.len);
	size_t n = 0, len = 0;

	for (; n < s.len; n++) {
		char c = s.ptr[n], next = n + 1 < s.len ? s.ptr[n + 1] : '\0';

		if (c == quote && (quote == '"' || next != quote))
			break;
		if (c == quote || (quote == '"' && c == '\\')) {
			if (next != quote && next != '\\')
				return false;
			c = next;
			n++;
		}
		out[len++] = c;
	}
	*text = (str){out, len};
	*rest = str_from(s, n + 1);
	return n < s.len;
}

static bool
read_quoted(struct arena *a, str *rest, struct value *v)
{
	char quote = rest->ptr[0];
	str s = str_from(*rest, 1);
	size_t n = str_chr(s, quote);

	if (n == STR_NONE)
		return false;
	v->kind = VALUE_SCALAR;
	v->quoted = true;
	v->text = str_sub(s, 0, n);
	*rest = str_from(s, n + 1);
	if (str_chr(v->text, '\\') == STR_NONE &&
	    !str_starts(*rest, S("'")))
		return true;
	*rest = s;
	return unescape_quoted(a, rest, quote, &v->text);
}

static bool
read_scalar(struct plain *p, str *rest, bool in_brackets, struct value *v)
{
	v->size = 1;
	v->at = mark_at(p, rest->ptr);
	if (rest->len && (rest->ptr[0] == '"' || rest->ptr[0] == '\''))
		return read_quoted(p->arena, rest, v);
	return read_bare(rest, in_brackets, v);
}

/* ---- lists ---- */

static void
skip_blanks(str *s)
{
	*s = str_from(*s, count_blanks(*s));
}

/* "[a, b]". */
static bool
read_brackets(struct plain *p, str *rest, struct value *list)
{
	list->kind = VALUE_LIST;
	list->size = 1;
	list->at = mark_at(p, rest->ptr);
	*rest = str_from(*rest, 1);
	skip_blanks(rest);
	if (str_starts(*rest, S("]"))) {
		*rest = str_from(*rest, 1);
		return true;
	}
	for (;;) {
		struct value *v = arena_alloc(p->arena, sizeof *v);
		char c;

		if (!read_scalar(p, rest, true, v))
			return false;
		value_add(list, v);
		skip_blanks(rest);
		c = rest->len ? rest->ptr[0] : '\0';
		*rest = str_from(*rest, 1);
		skip_blanks(rest);
		if (c != ',')
			return c == ']';
	}
}

static bool
is_item(const struct plain *p)
{
	return p->line.ptr &&
	    str_starts(str_from(p->line, p->indent), S("- "));
}

/* The lines "- a" that belong to the key above, as far in as the first. */
static bool
read_items(struct plain *p, struct value *list)
{
	size_t indent = p->indent;

	list->kind = VALUE_LIST;
	list->size = 1;
	list->at = mark_at(p, p->line.ptr + indent);
	while (is_at(p, indent) && is_item(p)) {
		struct value *v = arena_alloc(p->arena, sizeof *v);
		str rest = str_from(p->line, indent + 1);

		skip_blanks(&rest);
		if (!read_scalar(p, &rest, false, v) || !ends_line(rest))
			return false;
		value_add(list, v);
		next_line(p);
	}
	return true;
}

/* ---- maps ---- */

static bool
is_key_char(char c)
{
	return char_is_name(c) || c == '.';
}

/* A word and a colon, at the front of the line. */
static bool
read_key(struct plain *p, str *rest, struct value *v)
{
	str s = str_from(p->line, p->indent);
	size_t n = 0;

	while (n < s.len && is_key_char(s.ptr[n]))
		n++;
	if (n == 0 || n > MOST_KEY || s.ptr[0] == '-' || s.ptr[0] == '.' ||
	    n == s.len || s.ptr[n] != ':' ||
	    (n + 1 < s.len && s.ptr[n + 1] != ' '))
		return false;
	v->key = str_sub(s, 0, n);
	v->key_at = mark_at(p, s.ptr);
	v->at = mark_at(p, s.ptr + n + 1);
	*rest = str_from(s, n + 1);
	return true;
}

static bool read_map(struct plain *p, struct value *map);

/* The value in the lines below a key that stands `indent` blanks in. */
static bool
read_below(struct plain *p, size_t indent, struct value *v)
{
	if (p->line.ptr && p->indent >= indent && is_item(p))
		return read_items(p, v);
	if (p->line.ptr && p->indent > indent)
		return read_map(p, v);
	v->kind = VALUE_NULL;
	v->size = 1;
	return true;
}

static bool
read_member(struct plain *p, struct value *v)
{
	size_t indent = p->indent;
	str rest;
	bool ok;

	if (!read_key(p, &rest, v))
		return false;
	if (ends_line(rest)) {
		next_line(p);
		return read_below(p, indent, v);
	}
	skip_blanks(&rest);
	ok = rest.ptr[0] == '[' ? read_brackets(p, &rest, v)
	                        : read_scalar(p, &rest, false, v);
	ok = ok && ends_line(rest);
	next_line(p);
	return ok;
}

/* The lines of a map, all as far in as the first. */
static bool
read_map(struct plain *p, struct value *map)
{
	size_t indent = p->indent, keys = 0;

	map->kind = VALUE_MAP;
	map->size = 1;
	map->at = mark_at(p, p->line.ptr + indent);
	if (p->depth++ == MOST_DEPTH)
		return false;
	while (is_at(p, indent)) {
		struct value *v = arena_alloc(p->arena, sizeof *v);

		if (keys++ == MOST_KEYS || !read_member(p, v) ||
		    value_find(map, v->key))
			return false;
		value_add(map, v);
	}
	p->depth--;
	/* A line further in continues the value above, or is a mistake. */
	return p->line.ptr == NULL || p->indent < indent;
}

/* Whether libyaml sees the lines and characters that are seen here. */
static bool
is_plain_text(str s)
{
	return str_chr(s, '\t') == STR_NONE && str_chr(s, '\r') == STR_NONE &&
	    text_is_sound(s) &&
	    /* libyaml ends lines at U+2028 and U+2029, and skips U+FEFF. */
	    str_find(s, S("\xE2\x80\xA8")) == STR_NONE &&
	    str_find(s, S("\xE2\x80\xA9")) == STR_NONE &&
	    str_find(s, S("\xEF\xBB\xBF")) == STR_NONE;
}

struct value *
yaml_plain(struct arena *a, str text, int lines_before)
{
	struct plain p = {.arena = a, .number = lines_before};
	struct value *root;

	if (text.len == 0 || text.len > MOST_BYTES || !is_plain_text(text))
		return NULL;
	p.rest = arena_str(a, text);
	next_line(&p);
	if (!is_at(&p, 0))
		return NULL;
	root = arena_alloc(a, sizeof *root);
	return read_map(&p, root) && p.line.ptr == NULL ? root : NULL;
}
