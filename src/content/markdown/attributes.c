/* SPDX-License-Identifier: MIT
 * attributes: lists of attributes in Markdown, which readers have no use
 * for. */
#include "content/markdown/attributes.h"

#include <string.h>

#include "content/markdown/code_map.h"
#include "content/markdown/lines.h"

enum { MOST_LIST = 1000 }; /* bytes of a list, so that each ends soon */

struct stripper {
	struct buf *out;
	size_t start;        /* of the output, in `out` */
	str text;
	size_t at;           /* what is before it is done */
	unsigned which;
	bool no_comment_end; /* there is none any more */
	struct code_map code;
};

/* ---- lists ---- */

/* What a list has in it. */
struct list {
	size_t len;    /* with its braces; 0: it is none */
	bool has_word; /* something without '.', '#' or '=' */
};

static bool
is_value_char(char c)
{
	return !char_is_space(c) && !strchr("{}\"'`<>()=", c);
}

static size_t
word_length(str s)
{
	size_t n = 0;

	while (n < s.len && s.ptr[n] && is_value_char(s.ptr[n]))
		n++;
	return n;
}

/* Length of a value behind '=', or 0. */
static size_t
value_length(str s, bool quoted)
{
	char quote = s.len ? s.ptr[0] : '\0';
	size_t end;

	if (quote != '"' && quote != '\'')
		return quoted ? 0 : word_length(s);
	end = str_chr(str_from(s, 1), quote);
	return end == STR_NONE ? 0 : end + 2;
}

/* Length of one attribute, or 0. */
static size_t
item_length(str s, bool kramdown, struct list *list)
{
	bool marked = s.len && (s.ptr[0] == '.' || s.ptr[0] == '#');
	size_t n = word_length(str_from(s, marked)), value;

	if (n == 0)
		return 0;
	if (marked)
		return n + 1;
	if (n < s.len && s.ptr[n] == '=') {
		value = value_length(str_from(s, n + 1), kramdown);
		return value ? n + 1 + value : 0;
	}
	list->has_word = true;
	return n;
}

/* Reads "{", `head`, attributes and "}". */
static struct list
read_list(str s, size_t head, bool kramdown)
{
	struct list list = {0};
	str rest;

	s = str_sub(s, 0, MOST_LIST);
	rest = str_from(s, head);
	for (;;) {
		size_t n;

		while (rest.len && char_is_space(rest.ptr[0]))
			rest = str_from(rest, 1);
		if (str_starts(rest, S("}"))) {
			list.len = s.len - rest.len + 1;
			return list;
		}
		n = item_length(rest, kramdown, &list);
		if (n == 0)
			return (struct list){0};
		rest = str_from(rest, n);
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

/* Whether nothing but white space is before a part of a line. Long lines are
 * looked through no further than to what is there. */
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
	size_t n = 0;

	line = str_trim(line);
	if (line.len && strchr("-+*>", line.ptr[0]))
		return true;
	while (n < line.len && char_is_digit(line.ptr[n]))
		n++;
	return n > 0 && n < line.len && strchr(".)", line.ptr[n]);
}

static void
trim_blanks(struct stripper *s)
{
	while (s->out->len > s->start &&
	    strchr(" \t", s->out->ptr[s->out->len - 1]))
		s->out->len--;
}

/* Leaves out what is up to `end`. A line that it has for itself goes too, but
 * stays blank between lines that it keeps apart. */
static void
leave_out(struct stripper *s, size_t end)
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
	after = str_sub(s->text, s->at,
	    line_end(s->text, s->at) - s->at);
	written = str_from(buf_str(s->out), s->start);
	if (!str_ends(written, S("\n\n")) && written.len &&
	    !is_blank(after) && !begins_item(after) &&
	    !str_starts(after, S("{:")))
		buf_addc(s->out, '\n');
}

/* ---- kramdown ---- */

/* {:toc} takes the place of the list that it stands at. */
static void
drop_item(struct stripper *s)
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
	size_t n = 2;

	while (n < rest.len && (char_is_alnum(rest.ptr[n]) ||
	    rest.ptr[n] == '_' || rest.ptr[n] == '-'))
		n++;
	if (n == 2 || n == rest.len || rest.ptr[n] != ':')
		return 0;
	return read_list(rest, n + 1, true).len;
}

/* A word without more is an attribute only where nothing else can be meant:
 * in a list that has its line for itself, or right after an element. */
static bool
may_have_word(const struct stripper *s, size_t end)
{
	if (begins_line(s->text, s->at) && lines_ends(s->text, end))
		return true;
	return s->at > 0 && s->text.ptr[s->at - 1] &&
	    strchr(")]*_`>", s->text.ptr[s->at - 1]);
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
		drop_item(s);
	leave_out(s, s->at + n);
	return true;
}

/* ---- Goldmark, Zola, markdown-it ---- */

static bool
is_underline(str line)
{
	line = str_trim(line);
	for (size_t i = 0; i < line.len; i++)
		if (line.ptr[i] != line.ptr[0] || !strchr("=-", line.ptr[i]))
			return false;
	return line.len > 0;
}

/* Whether the line that `at` is in is a heading, and `end` its end but for
 * closing '#'. */
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
	return is_underline(str_sub(text, stop + 1,
	    line_end(text, stop + 1) - stop - 1));
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
		leave_out(s, end);
	return gone;
}

/* ---- all of it ---- */

static bool
strip_toc(struct stripper *s)
{
	if (!str_starts(str_from(s->text, s->at), S("[TOC]")) ||
	    !begins_line(s->text, s->at) || !lines_ends(s->text, s->at + 5))
		return false;
	leave_out(s, s->at + 5);
	return true;
}

/* Goes on to where something may be. */
static void
copy_plain(struct stripper *s)
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

	code_map_make(&s.code, text, a);
	while (copy_plain(&s), s.at < text.len) {
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
