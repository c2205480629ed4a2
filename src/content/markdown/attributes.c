/* SPDX-License-Identifier: MIT
 * attributes: removes lists of attributes from Markdown, such as {: .class}. */
#include "content/markdown/attributes.h"

#include "base/text/scan.h"
#include "content/markdown/code_map.h"
#include "content/markdown/lines.h"

enum { MOST_LIST = 1000 }; /* bytes of a list, so that each ends soon */

struct stripper {
	struct buf *out;
	size_t start;        /* of the output, in `out` */
	str text;
	size_t at;           /* the text before it is done */
	unsigned which;
	bool no_comment_end; /* no end of a comment follows */
	struct code_map code;
};

/* ---- lists ---- */

struct list {
	size_t len;    /* with its braces; 0: it is no list */
	bool has_word; /* something without '.', '#' or '=' */
};

static bool
is_value_char(char c)
{
	return c && !char_is_space(c) && !char_is_one_of(c, "{}\"'`<>()=");
}

/* The value behind a '='. False: there is none. */
static bool
take_value(str *s, bool kramdown)
{
	str inside;

	if (scan_peek(*s) == '"' || scan_peek(*s) == '\'')
		return scan_quoted(s, '\0', &inside);
	return !kramdown && scan_while(s, is_value_char).len;
}

/* One attribute. False: it is none. */
static bool
take_attribute(str *s, bool kramdown, struct list *list)
{
	bool marked = scan_any(s, ".#");

	if (scan_while(s, is_value_char).len == 0)
		return false;
	if (marked)
		return true;
	if (scan_char(s, '='))
		return take_value(s, kramdown);
	list->has_word = true;
	return true;
}

/* Reads "{", `head`, attributes and "}". */
static struct list
read_list(str s, size_t head, bool kramdown)
{
	str rest = str_from(str_sub(s, 0, MOST_LIST), head);
	struct list list = {0};

	for (;;) {
		scan_blanks(&rest);
		if (scan_char(&rest, '}')) {
			list.len = (size_t)(rest.ptr - s.ptr);
			return list;
		}
		if (!take_attribute(&rest, kramdown, &list))
			return (struct list){0};
	}
}

/* ---- lines ---- */

static size_t
line_end(str text, size_t at)
{
	size_t n = str_chr(str_from(text, at), '\n');

	return n == STR_NONE ? text.len : at + n;
}

static bool
is_blank(str s)
{
	return str_trim(s).len == 0;
}

/* Whether only blanks stand before an offset on its line. */
static bool
begins_line(str text, size_t at)
{
	while (at > 0 && (text.ptr[at - 1] == ' ' ||
	    text.ptr[at - 1] == '\t'))
		at--;
	return at == 0 || text.ptr[at - 1] == '\n';
}

static bool
begins_item(str line)
{
	scan_blanks(&line);
	return scan_any(&line, "-+*>") ||
	    (scan_number(&line).digits && scan_any(&line, ".)"));
}

static void
trim_blanks(struct stripper *s)
{
	while (s->out->len > s->start &&
	    char_is_one_of(s->out->ptr[s->out->len - 1], " \t"))
		s->out->len--;
}

/* Drops the text up to `end`. Where it has a line for itself the line goes too,
 * or becomes a blank one between lines that must stay apart. */
static void
drop_text(struct stripper *s, size_t end)
{
	bool last = lines_ends(s->text, end);
	bool line = last && begins_line(s->text, s->at);
	str written, after;

	s->at = end;
	if (last)
		trim_blanks(s);
	if (!line || line_end(s->text, end) == s->text.len)
		return;
	s->at = line_end(s->text, end) + 1;
	after = lines_from(s->text, s->at);
	written = str_from(buf_str(s->out), s->start);
	if (!str_ends(written, S("\n\n")) && written.len &&
	    !is_blank(after) && !begins_item(after) &&
	    !str_starts(after, S("{:")))
		buf_addc(s->out, '\n');
}

/* ---- kramdown ---- */

/* {:toc} replaces the list that it stands in, so its item goes. */
static void
drop_list_item(struct stripper *s)
{
	str written = str_from(buf_str(s->out), s->start), line;
	size_t from;

	if (str_ends(written, S("\n")))
		written.len--;
	from = lines_start(written, written.len);
	line = str_from(written, from);
	if (!is_blank(line) && begins_item(line))
		s->out->len = s->start + from;
}

/* {::comment}, {::options /}, {:/}. */
static size_t
extension_length(struct stripper *s, str rest)
{
	size_t end = str_chr(str_sub(rest, 0, MOST_LIST), '}'), close;

	if (end == STR_NONE)
		return 0;
	if (!str_starts(rest, S("{::comment}")) || s->no_comment_end)
		return end + 1;
	close = str_find(rest, S("{:/"));
	s->no_comment_end = close == STR_NONE;
	if (close == STR_NONE)
		return end + 1;
	end = str_chr(str_from(rest, close), '}');
	return end == STR_NONE ? 0 : close + end + 1;
}

/* "{:name: .class}" gives attributes a name. */
static size_t
definition_length(str rest)
{
	str s = str_from(rest, 2);
	size_t n = scan_while(&s, char_is_name).len;

	return n && scan_char(&s, ':') ? read_list(rest, n + 3, true).len : 0;
}

/* A list with a bare word is taken for attributes only where it has its line
 * for itself, or stands right after an element: elsewhere it may be text. */
static bool
may_have_word(const struct stripper *s, size_t end)
{
	if (begins_line(s->text, s->at) && lines_ends(s->text, end))
		return true;
	return s->at > 0 && s->text.ptr[s->at - 1] &&
	    char_is_one_of(s->text.ptr[s->at - 1], ")]*_`>");
}

static bool
strip_kramdown(struct stripper *s)
{
	str rest = str_from(s->text, s->at);
	struct list list;
	size_t n = 0;

	if (!str_starts(rest, S("{:")))
		return false;
	if (str_starts(rest, S("{::")) || str_starts(rest, S("{:/")))
		n = extension_length(s, rest);
	else if (begins_line(s->text, s->at))
		n = definition_length(rest);
	if (n == 0) {
		list = read_list(rest, 2, true);
		if (list.has_word && !may_have_word(s, s->at + list.len))
			return false;
		n = list.len;
	}
	if (n == 0)
		return false;
	if (begins_line(s->text, s->at) &&
	    str_eq(str_trim(str_sub(rest, 2, n - 3)), S("toc")))
		drop_list_item(s);
	drop_text(s, s->at + n);
	return true;
}

/* ---- Goldmark, Zola, markdown-it ---- */

static bool
is_underline(str line)
{
	line = str_trim(line);
	for (size_t i = 0; i < line.len; i++)
		if (line.ptr[i] != line.ptr[0] ||
		    !char_is_one_of(line.ptr[i], "=-"))
			return false;
	return line.len > 0;
}

/* Whether the line around `at` is a heading that ends at `end`, but for closing
 * '#'. */
static bool
ends_heading(str text, size_t at, size_t end)
{
	size_t start, stop = end;

	while (stop < text.len && (text.ptr[stop] == ' ' ||
	    text.ptr[stop] == '\t' || text.ptr[stop] == '#'))
		stop++;
	if (stop < text.len && text.ptr[stop] != '\n')
		return false;
	start = lines_start(text, at);
	if (str_starts(str_trim(str_sub(text, start, at - start)), S("#")))
		return true;
	if (stop == text.len || is_blank(str_sub(text, start, at - start)))
		return false;
	return is_underline(lines_from(text, stop + 1));
}

static bool
strip_braces(struct stripper *s)
{
	str rest = str_from(s->text, s->at);
	struct list list;
	size_t end;
	bool gone = false;

	if (!str_starts(rest, S("{#")) && !str_starts(rest, S("{.")))
		return false;
	list = read_list(rest, 1, false);
	if (list.len == 0)
		return false;
	end = s->at + list.len;
	if (s->which & ATTRS_HEADING)
		gone = ends_heading(s->text, s->at, end);
	if (!gone && s->which & (ATTRS_BLOCK | ATTRS_SPAN))
		gone = begins_line(s->text, s->at) && lines_ends(s->text, end);
	if (!gone && s->which & ATTRS_SPAN)
		gone = s->at > 0 && (lines_ends(s->text, end) ||
		    !char_is_space(s->text.ptr[s->at - 1]));
	if (gone)
		drop_text(s, end);
	return gone;
}

/* ---- all of it ---- */

static bool
strip_toc(struct stripper *s)
{
	if (!str_starts(str_from(s->text, s->at), S("[TOC]")) ||
	    !begins_line(s->text, s->at) || !lines_ends(s->text, s->at + 5))
		return false;
	drop_text(s, s->at + 5);
	return true;
}

/* Copies the text up to the next character that may begin a list. */
static void
copy_plain_text(struct stripper *s)
{
	size_t n = s->at;

	while (n < s->text.len && s->text.ptr[n] != '{' &&
	    (s->text.ptr[n] != '[' || !(s->which & ATTRS_TOC)))
		n++;
	buf_add(s->out, str_sub(s->text, s->at, n - s->at));
	s->at = n;
}

static bool
is_escaped(const struct stripper *s)
{
	return s->at > 0 && s->text.ptr[s->at - 1] == '\\';
}

void
attributes_strip(struct buf *out, str text, unsigned which, struct arena *a)
{
	struct stripper s = {
		.out = out, .start = out->len, .text = text, .which = which};
	const struct code_range *code;

	code_map_make(&s.code, text, false, a);
	while (copy_plain_text(&s), s.at < text.len) {
		code = code_map_at(&s.code, s.at);
		if (code) {
			buf_add(out, str_sub(text, s.at, code->end - s.at));
			s.at = code->end;
		} else if (is_escaped(&s) ||
		    !((s.which & ATTRS_KRAMDOWN && strip_kramdown(&s)) ||
		    strip_braces(&s) ||
		    (s.which & ATTRS_TOC && strip_toc(&s))))
			buf_addc(out, text.ptr[s.at++]);
	}
}
