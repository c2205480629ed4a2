/* SPDX-License-Identifier: MIT
 * tag_scan: the tags in a text, by the rules of each template language.
 *
 * A tag must end before the delimiter that begins the next one, or it is
 * broken. So each text is scanned only once. */
#include "content/tags/tag.h"

#include "base/text/scan.h"

/* Offset of the next '{' that one of `second` follows, at or after `from`;
 * or STR_NONE. */
static size_t
find_open(str s, size_t from, const char *second)
{
	while (from < s.len) {
		size_t at = str_chr(str_from(s, from), '{');

		if (at == STR_NONE)
			return STR_NONE;
		at += from;
		from = at + 1;
		if (from < s.len && char_is_one_of(s.ptr[from], second))
			return at;
	}
	return STR_NONE;
}

/* What can be inside of a tag whose delimiter ends at `from`: all up to the
 * next delimiter. */
static str
inside_from(str text, size_t from, const char *second)
{
	size_t next = find_open(text, from, second);

	return str_sub(text, from, next == STR_NONE ? next : next - from);
}

static bool
is_name_char(char c)
{
	return char_is_name(c) || c == '.' || c == '/';
}

/* Takes blanks, then a name, off the front. */
static str
take_name(str *s)
{
	scan_blanks(s);
	return scan_while(s, is_name_char);
}

/* Offset of `end` outside of quotes, or STR_NONE. */
static size_t
find_unquoted(str s, str end, const char *quotes)
{
	char quote = '\0';

	for (size_t i = 0; i < s.len; i++) {
		char c = s.ptr[i];

		if (quote && c == '\\' && quote != '`')
			i++;
		else if (quote)
			quote = c == quote ? '\0' : quote;
		else if (char_is_one_of(c, quotes))
			quote = c;
		else if (str_starts(str_from(s, i), end))
			return i;
	}
	return STR_NONE;
}

static bool
broken_tag(struct tag *t, str text, size_t at, size_t len)
{
	*t = (struct tag){.kind = TAG_BROKEN, .start = at, .end = at + len,
		.text = str_sub(text, at, len)};
	return true;
}

/* A tag between comment marks, which gives the tag as text, without the marks:
 * `open` is the delimiter with its mark, `close` the mark with its
 * delimiter. */
static bool
read_escaped(struct tag_scan *s, struct tag *t, size_t at, str open,
    str close)
{
	size_t from = at + open.len, end = STR_NONE;
	/* One for each of '<', '%' and '{'. */
	bool *lost = &s->lost[(unsigned char)open.ptr[open.len - 3] % 4];

	if (!*lost)
		end = str_find(str_from(s->text, from), close);
	*lost = end == STR_NONE;
	if (end == STR_NONE)
		return broken_tag(t, s->text, at, open.len);
	t->kind = TAG_TEXT;
	t->start = at;
	t->end = from + end + close.len;
	t->name = str_sub(s->text, at, open.len - 2);
	t->text = str_sub(s->text, from, end);
	t->args = str_from(close, 2);
	return true;
}

/* ---- Hugo ---- */

/* Offset of the next "{{<" or "{{%". */
static size_t
find_shortcode(str text, size_t from)
{
	while ((from = find_open(text, from, "{")) != STR_NONE) {
		if (from + 2 < text.len && (text.ptr[from + 2] == '<' ||
		    text.ptr[from + 2] == '%'))
			return from;
		from++;
	}
	return STR_NONE;
}

/* Reads `name args`, with a '/' in front where the tag closes another, and at
 * the end where it closes itself. */
static void
read_shortcode(struct tag *t, str inside)
{
	inside = str_trim(inside);
	t->kind = scan_char(&inside, '/') ? TAG_CLOSE : TAG_OPEN;
	if (str_ends(inside, S("/"))) {
		inside.len--;
		t->is_single = true;
	}
	t->name = take_name(&inside);
	t->args = str_trim(inside);
}

bool
tag_next_shortcode(struct tag_scan *s, struct tag *t)
{
	str text = s->text;
	size_t at = find_shortcode(text, s->at), next, end;
	bool angle;
	str inside, close;

	*t = (struct tag){0};
	if (at == STR_NONE)
		return false;
	angle = text.ptr[at + 2] == '<';
	close = angle ? S(">}}") : S("%}}");
	if (str_starts(str_from(text, at + 3), S("/*")))
		return angle
		    ? read_escaped(s, t, at, S("{{</*"), S("*/>}}"))
		    : read_escaped(s, t, at, S("{{%/*"), S("*/%}}"));
	next = find_shortcode(text, at + 3);
	inside = str_sub(text, at + 3,
	    next == STR_NONE ? STR_NONE : next - at - 3);
	end = find_unquoted(inside, close, "\"`");
	if (end == STR_NONE) /* a quote is never closed */
		end = str_find(inside, close);
	if (end == STR_NONE)
		return broken_tag(t, text, at, 3);
	t->start = at;
	t->end = at + 3 + end + close.len;
	read_shortcode(t, str_sub(inside, 0, end));
	return true;
}

/* ---- Zola ---- */

/* Reads `name(args)`, or `end` in a body's closing tag, and `close`. False: it
 * is neither, but text. *broken: it begins like a call, and does not end. */
static bool
read_call(struct tag *t, str *inside, str close, bool *broken)
{
	str name = take_name(inside);
	size_t end;

	scan_blanks(inside);
	*broken = false;
	if (str_eq(name, S("end")) && close.ptr[0] == '%' &&
	    scan_text(inside, close)) {
		t->kind = TAG_CLOSE;
		return true;
	}
	if (name.len == 0 || !str_starts(*inside, S("(")))
		return false;
	end = find_unquoted(*inside, S(")"), "\"'`");
	*broken = true;
	if (end == STR_NONE)
		return false;
	t->kind = TAG_OPEN;
	t->name = name;
	t->args = str_from(scan_front(inside, end), 1);
	t->is_single = close.ptr[0] == '}';
	scan_char(inside, ')');
	scan_blanks(inside);
	return scan_text(inside, close);
}

static bool
find_call(struct tag_scan *s, struct tag *t, size_t at)
{
	str text = s->text;
	bool body = text.ptr[at + 1] == '%', broken;
	str inside = inside_from(text, at + 2, "{%");

	*t = (struct tag){.start = at};
	if (str_starts(inside, S("/*")))
		return body
		    ? read_escaped(s, t, at, S("{%/*"), S("*/%}"))
		    : read_escaped(s, t, at, S("{{/*"), S("*/}}"));
	if (read_call(t, &inside, body ? S("%}") : S("}}"), &broken)) {
		t->end = (size_t)(inside.ptr - text.ptr);
		return true;
	}
	return broken && broken_tag(t, text, at, 2);
}

bool
tag_next_call(struct tag_scan *s, struct tag *t)
{
	size_t at = s->at;

	while ((at = find_open(s->text, at, "{%")) != STR_NONE)
		if (find_call(s, t, at))
			return true;
		else
			at++;
	return false;
}

/* ---- Liquid ---- */

/* Finds the tag `end_name` behind `from`: *inside is what stands before it. The
 * offset behind that tag, or STR_NONE. */
static size_t
skip_block(str text, size_t from, str end_name, str *inside)
{
	size_t at = from;

	while ((at = find_open(text, at, "%")) != STR_NONE) {
		str rest = str_from(text, at + 2), name;
		size_t close;

		scan_char(&rest, '-');
		name = take_name(&rest);
		if (str_ends(name, S("-"))) /* "-%}" */
			name.len--;
		if (str_eq(name, end_name) &&
		    (close = str_find(str_sub(rest, 0, 8), S("%}"))) !=
		    STR_NONE) {
			*inside = str_sub(text, from, at - from);
			return (size_t)(rest.ptr - text.ptr) + close + 2;
		}
		at++;
	}
	return STR_NONE;
}

/* Takes the '-' off both ends, which drop white space around the tag. */
static str
take_trims(struct tag *t, str inside)
{
	t->trim_before = scan_char(&inside, '-');
	if (str_ends(inside, S("-"))) {
		t->trim_after = true;
		inside.len--;
	}
	return str_trim(inside);
}

/* The blocks raw and comment, in which nothing is a tag. */
static bool
read_verbatim(struct tag_scan *s, struct tag *t)
{
	bool raw = str_eq(t->name, S("raw"));
	str inside = {0};
	size_t end;

	if ((!raw && !str_eq(t->name, S("comment"))) || s->lost[raw])
		return false;
	end = skip_block(s->text, t->end, raw ? S("endraw") : S("endcomment"),
	    &inside);
	s->lost[raw] = end == STR_NONE;
	if (end == STR_NONE)
		return false;
	t->kind = TAG_TEXT;
	t->name = t->args = (str){0};
	t->text = raw ? inside : (str){0};
	t->end = end;
	return true;
}

static bool
read_liquid_tag(struct tag_scan *s, struct tag *t, size_t at)
{
	str text = s->text;
	str inside = inside_from(text, at + 2, "%");
	size_t end = str_find(inside, S("%}"));

	if (end == STR_NONE)
		return broken_tag(t, text, at, 2);
	t->start = at;
	t->end = at + 2 + end + 2;
	inside = take_trims(t, str_sub(inside, 0, end));
	if (str_starts(inside, S("#"))) {
		t->kind = TAG_TEXT;
		return true;
	}
	t->name = take_name(&inside);
	t->args = str_trim(inside);
	if (t->name.len == 0)
		return broken_tag(t, text, at, 2);
	if (read_verbatim(s, t))
		return true;
	t->kind = TAG_OPEN;
	if (str_starts(t->name, S("end")) && t->name.len > 3) {
		t->kind = TAG_CLOSE;
		t->name = str_from(t->name, 3);
	}
	return true;
}

static bool
read_liquid_output(struct tag *t, str text, size_t at)
{
	str inside = inside_from(text, at + 2, "{%");
	size_t end;

	/* An expression does not reach into the next paragraph. */
	inside = str_sub(inside, 0, str_find(inside, S("\n\n")));
	end = str_find(inside, S("}}"));
	if (end == STR_NONE)
		return broken_tag(t, text, at, 2);
	t->kind = TAG_OUTPUT;
	t->start = at;
	t->end = at + 2 + end + 2;
	t->args = take_trims(t, str_sub(inside, 0, end));
	return true;
}

static bool
read_liquid(struct tag_scan *s, struct tag *t, size_t at)
{
	*t = (struct tag){0};
	if (at == STR_NONE)
		return false;
	return s->text.ptr[at + 1] == '%' ? read_liquid_tag(s, t, at)
	                                  : read_liquid_output(t, s->text, at);
}

bool
tag_next_liquid(struct tag_scan *s, struct tag *t)
{
	return read_liquid(s, t, find_open(s->text, s->at, "{%"));
}

/* ---- Nunjucks ---- */

/* A comment from `at` on. An attribute such as {#id} is none. A comment does
 * not hold the beginning of another: that one's end would be taken for its
 * own. */
static bool
read_comment(struct tag_scan *s, struct tag *t, size_t at)
{
	str inside = str_from(s->text, at + 2), name = inside;
	size_t end = STR_NONE;

	take_name(&name);
	if (str_starts(name, S("}")))
		return false;
	if (!s->lost[2])
		end = str_find(inside, S("#}"));
	s->lost[2] = end == STR_NONE;
	if (end == STR_NONE ||
	    str_find(str_sub(inside, 0, end), S("{#")) != STR_NONE)
		return false;
	*t = (struct tag){.kind = TAG_TEXT, .is_comment = true, .start = at,
		.end = at + 2 + end + 2};
	return true;
}

bool
tag_next_nunjucks(struct tag_scan *s, struct tag *t)
{
	size_t at = find_open(s->text, s->at, "{%#");

	while (at != STR_NONE && s->text.ptr[at + 1] == '#') {
		if (read_comment(s, t, at))
			return true;
		at = find_open(s->text, at + 1, "{%#");
	}
	return read_liquid(s, t, at);
}
