/* SPDX-License-Identifier: MIT
 * heading: the heading that a text begins with, for posts without a title. */
#include "post/read/heading.h"

#include "base/core/buf.h"
#include "base/text/html_scan.h"
#include "base/text/scan.h"

/* ---- what may precede it ---- */

/* Whether a line is an import or a script. *end: the tag that closes the script
 * on a later line; or empty. */
static bool
is_program(str line, str *end)
{
	*end = (str){0};
	if (str_starts(line, S("<script")) && str_find(line,
	    S("</script>")) == STR_NONE)
		*end = S("</script>");
	return str_starts(line, S("import ")) || str_starts(line, S("<script"));
}

/* Skips the text up to and with `end`; with whole_line also the rest of that
 * line. */
static void
skip_to(str *rest, str end, bool whole_line)
{
	size_t at = str_find(*rest, end);

	*rest = at == STR_NONE ? (str){0} : str_from(*rest, at + end.len);
	if (whole_line && rest->len) {
		str line;

		str_split(rest, '\n', &line);
	}
}

/* Skips blank lines, comments, imports and scripts. */
static str
skip_front(str body)
{
	str rest = body, line, end;

	for (str next = rest; str_split(&next, '\n', &line); rest = next) {
		str bare = str_trim(line);

		if (str_starts(bare, S("<!--"))) {
			next = str_from(rest, (size_t)(bare.ptr - rest.ptr));
			skip_to(&next, S("-->"), false);
		} else if (is_program(line, &end)) {
			if (end.len)
				skip_to(&next, end, true);
		} else if (bare.len)
			break;
	}
	return rest;
}

/* ---- its text ---- */

/* The offset of the bracket that closes the first one, or STR_NONE. */
static size_t
find_bracket(str s)
{
	size_t depth = 0;

	for (size_t i = 0; i < s.len; i++)
		if (s.ptr[i] == '\\')
			i++;
		else if (s.ptr[i] == '[')
			depth++;
		else if (s.ptr[i] == ']' && --depth == 0)
			return i;
	return STR_NONE;
}

/* Skips "(url)" or "[name]" after the text of a link. */
static void
skip_target(str *s)
{
	size_t end = STR_NONE;

	if (str_starts(*s, S("(")))
		end = str_chr(*s, ')');
	else if (str_starts(*s, S("[")))
		end = str_chr(*s, ']');
	if (end != STR_NONE)
		*s = str_from(*s, end + 1);
}

/* Whether a run of '*', '_', '~' or '=' is emphasis: it touches a text, and '_'
 * is not inside a word. */
static bool
is_mark(char before, str after, char mark, size_t n)
{
	char next = after.len ? after.ptr[0] : ' ';

	if ((mark == '~' || mark == '=') && n != 2)
		return false;
	if (mark == '_' && char_is_alnum(before) && char_is_alnum(next))
		return false;
	return !char_is_space(before) || !char_is_space(next);
}

static void put_plain(struct buf *out, str s);

/* Takes a link or a picture off the front. Appends the text of a link, nothing
 * for a picture. False: its bracket is not closed. */
static bool
put_link(struct buf *out, str *s)
{
	bool is_image = str_starts(*s, S("!["));
	str text = str_from(*s, is_image);
	size_t end = find_bracket(text);
	str inner;

	if (end == STR_NONE)
		return false;
	inner = str_sub(text, 1, end - 1);
	*s = str_from(text, end + 1);
	if (!str_starts(*s, S("(")) && !str_starts(*s, S("[")) &&
	    !str_starts(inner, S("["))) {
		buf_addc(out, '[');
		put_plain(out, inner);
		buf_addc(out, ']');
		return true;
	}
	skip_target(s);
	if (str_starts(inner, S("["))) { /* [[name|label]] */
		inner = str_sub(inner, 1, inner.len - 2);
		if (str_chr(inner, '|') != STR_NONE)
			inner = str_from(inner, str_chr(inner, '|') + 1);
	}
	if (!is_image)
		put_plain(out, inner);
	return true;
}

/* Appends a text without the marks of Markdown. */
static void
put_plain(struct buf *out, str s)
{
	while (s.len) {
		char c = s.ptr[0];
		size_t n = 1;

		if (c == '\\' && s.len > 1 && !char_is_alnum(s.ptr[1]) &&
		    !char_is_space(s.ptr[1])) {
			buf_addc(out, s.ptr[1]);
			s = str_from(s, 2);
			continue;
		}
		if ((c == '[' || str_starts(s, S("!["))) && put_link(out, &s))
			continue;
		while (n < s.len && s.ptr[n] == c)
			n++;
		if (c != '`' && (!char_is_one_of(c, "*_~=") || !is_mark(
		    out->len ? out->ptr[out->len - 1] : ' ',
		    str_from(s, n), c, n)))
			buf_add(out, str_sub(s, 0, n));
		s = str_from(s, n);
	}
}

/* Removes "{#id .class}" and "{: #id}" from the end. */
static str
without_attributes(str s)
{
	size_t open = str_rchr(s, '{');
	str inner = open == STR_NONE ? (str){0} : str_from(s, open + 1);

	if (str_ends(inner, S("}")) && (str_starts(inner, S("#")) ||
	    str_starts(inner, S(".")) || str_starts(inner, S(":"))))
		return str_trim_end(str_sub(s, 0, open));
	return s;
}

/* The start of a long heading: brackets in brackets take a level of the stack
 * each, and the square of their number in time. */
static str
shorten(str s)
{
	enum { MOST_HEADING = 1000 };

	if (s.len <= MOST_HEADING)
		return s;
	s.len = MOST_HEADING;
	while (s.len && ((unsigned char)s.ptr[s.len] & 0xC0) == 0x80)
		s.len--;
	return s;
}

/* "My title" of "My *title* {#id} ##". */
static str
text_of(str line, struct arena *a)
{
	str s = shorten(without_attributes(str_trim(line))), bare = s;
	struct buf b = {0};

	while (str_ends(bare, S("#")))
		bare.len--;
	/* '#' closes a heading only after a blank: "C#" is a name. */
	if (bare.len < s.len && (bare.len == 0 ||
	    char_is_space(bare.ptr[bare.len - 1])))
		s = without_attributes(str_trim_end(bare));
	put_plain(&b, s);
	s = arena_str(a, str_trim(buf_str(&b)));
	buf_free(&b);
	return s;
}

/* The text of an element, its tags left out. */
static str
text_of_html(str html, struct arena *a)
{
	struct html_scan s = html_scan_begin(html);
	struct html_tag tag;
	struct buf b = {0};
	size_t at = 0;

	while (html_scan_tag(&s, &tag)) {
		buf_add(&b, str_sub(html, at, tag.at - at));
		html_scan_past(&s, &tag);
		at = s.at;
	}
	buf_add(&b, str_from(html, at));
	html = arena_str(a, shorten(str_trim(buf_str(&b))));
	buf_free(&b);
	return html;
}

/* ---- headings ---- */

/* The level of a line "## Title", or 0. */
static int
level_of(str line)
{
	size_t n = 0;

	while (n < line.len && line.ptr[n] == '#')
		n++;
	return n >= 1 && n <= 6 && (n == line.len ||
	    char_is_space(line.ptr[n])) ? (int)n : 0;
}

/* The level of a heading that is underlined with this line, or 0. */
static int
underline_level(str line)
{
	char c = line.len ? line.ptr[0] : '\0';

	line = str_trim_end(line);
	for (size_t i = 0; i < line.len; i++)
		if (line.ptr[i] != c)
			return 0;
	return c == '=' ? 1 : c == '-' ? 2 : 0;
}

/* Whether a line may be the text of a heading that is underlined. */
static bool
is_paragraph(str line)
{
	return line.len && !char_is_space(line.ptr[0]) &&
	    !char_is_one_of(line.ptr[0], "#>-*+<|`~{=") &&
	    !(char_is_digit(line.ptr[0]) &&
	    str_chr(str_sub(line, 0, 4), '.') != STR_NONE);
}

/* Whether a text has a heading of this level or a higher one. */
static bool
has_level(str text, int level)
{
	str line, before = {0};
	bool in_code = false;

	while (str_split(&text, '\n', &line)) {
		int l = level_of(line);

		if (str_starts(line, S("```")) || str_starts(line, S("~~~")))
			in_code = !in_code;
		if (l == 0 && is_paragraph(before))
			l = underline_level(line);
		if (!in_code && l && l <= level)
			return true;
		before = line;
	}
	return false;
}

static bool
find_in_markdown(struct heading *h, str rest, struct arena *a)
{
	str line, next;

	str_split(&rest, '\n', &line);
	h->level = level_of(line);
	h->rest = rest;
	if (h->level)
		h->title = text_of(str_from(line, (size_t)h->level), a);
	else if (is_paragraph(line) && str_split(&rest, '\n', &next)) {
		h->level = underline_level(next);
		h->rest = rest;
		h->title = text_of(line, a);
	}
	return h->level > 0 && h->title.len > 0 &&
	    (h->level == 1 || !has_level(h->rest, h->level));
}

/* The level of a tag <h1>, or 0. */
static int
tag_level(const struct html_tag *tag)
{
	return tag->name.len == 2 && char_lower(tag->name.ptr[0]) == 'h' &&
	    tag->name.ptr[1] >= '1' && tag->name.ptr[1] <= '6'
	    ? tag->name.ptr[1] - '0' : 0;
}

static bool
has_html_level(str html, int level)
{
	struct html_scan s = html_scan_begin(html);
	struct html_tag tag;

	while (html_scan_tag(&s, &tag)) {
		if (!tag.is_end && tag_level(&tag) &&
		    tag_level(&tag) <= level)
			return true;
		html_scan_past(&s, &tag);
	}
	return false;
}

static bool
find_element(struct heading *h, str text, struct arena *a)
{
	struct html_scan s = html_scan_begin(text);
	struct html_tag tag;
	size_t from;

	if (!html_scan_tag(&s, &tag) || tag.at > 0 || tag.is_end)
		return false;
	h->level = tag_level(&tag);
	html_scan_past(&s, &tag);
	from = s.at;
	while (h->level && html_scan_tag(&s, &tag)) {
		bool ends = tag.is_end && tag_level(&tag) == h->level;

		html_scan_past(&s, &tag);
		if (!ends)
			continue;
		h->title = text_of_html(
		    str_sub(text, from, tag.at - from), a);
		h->rest = str_from(text, s.at);
		return h->title.len > 0 && (h->level == 1 ||
		    !has_html_level(h->rest, h->level));
	}
	return false;
}

bool
heading_find(struct heading *h, str body, enum text_kind kind,
    struct arena *a)
{
	str rest = skip_front(body);
	str trimmed = str_trim(rest), bare;

	*h = (struct heading){0};
	if (kind == TEXT_OTHER || trimmed.len == 0)
		return false;
	bare = str_from(rest, (size_t)(trimmed.ptr - rest.ptr));
	if (str_starts(bare, S("<")))
		return find_element(h, bare, a);
	return kind == TEXT_MARKDOWN && find_in_markdown(h, rest, a);
}
