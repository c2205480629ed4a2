/* SPDX-License-Identifier: MIT
 * summary: what a post is about, when it does not say so itself. */
#include "content/entry/summary.h"

/* Length of the mark that s begins with, or 0. */
static size_t
mark_length(str s)
{
	str rest = str_from(s, 4);

	if (!str_starts(s, S("<!--")))
		return 0;
	while (rest.len && char_is_space(rest.ptr[0]))
		rest = str_from(rest, 1);
	if (!str_istarts(rest, S("more")))
		return 0;
	rest = str_from(rest, 4);
	while (rest.len && char_is_space(rest.ptr[0]))
		rest = str_from(rest, 1);
	return str_starts(rest, S("-->")) ? s.len - rest.len + 3 : 0;
}

/* A fence that is open, or that a line is. CommonMark 0.30, section 4.5. */
struct fence {
	char mark;  /* '`' or '~'; 0: none */
	size_t run; /* how many of them */
	str info;   /* what follows */
};

static size_t
indent_of(str line)
{
	size_t n = 0;

	while (n < line.len && line.ptr[n] == ' ')
		n++;
	return n;
}

static struct fence
fence_of(str line)
{
	struct fence f = {0};
	size_t n = 0;

	line = str_from(line, indent_of(line));
	while (n < line.len && line.ptr[n] == line.ptr[0])
		n++;
	if (n < 3 || (line.ptr[0] != '`' && line.ptr[0] != '~'))
		return f;
	f = (struct fence){line.ptr[0], n, str_trim(str_from(line, n))};
	/* "```x```" is a code span. */
	if (f.mark == '`' && str_chr(f.info, '`') != STR_NONE)
		f.mark = 0;
	return f;
}

/* Opens or closes a fence. True: the line is code, or a fence. */
static bool
in_code(struct fence *open, str line)
{
	struct fence f = fence_of(line);

	if (open->mark == 0) {
		*open = f;
		return f.mark != 0 || indent_of(line) >= 4;
	}
	if (f.mark == open->mark && f.run >= open->run && f.info.len == 0)
		open->mark = 0;
	return true;
}

size_t
summary_mark(str markdown)
{
	str rest = markdown, line;
	struct fence open = {0};

	/* Most posts have no comment at all. */
	if (str_find(markdown, S("<!--")) == STR_NONE)
		return STR_NONE;
	while (str_split(&rest, '\n', &line)) {
		if (in_code(&open, line))
			continue;
		for (size_t i = 0; i + 11 <= line.len; i++)
			if (line.ptr[i] == '<' &&
			    mark_length(str_from(line, i)))
				return (size_t)(line.ptr - markdown.ptr) + i;
	}
	return STR_NONE;
}

/* Passes over the start tag of a paragraph: false, there is none. It is as
 * html_sanitize writes it, with no '>' in its attributes. */
static bool
skip_start_tag(str *rest)
{
	for (;;) {
		size_t open = str_find(*rest, S("<p"));

		if (open == STR_NONE)
			return false;
		*rest = str_from(*rest, open + 2);
		if (!str_starts(*rest, S(">")) && !str_starts(*rest, S(" ")))
			continue;
		*rest = str_from(*rest, str_chr(*rest, '>'));
		*rest = str_from(*rest, 1);
		return true;
	}
}

/* The first <p> with text in it, or everything. */
static str
first_paragraph(str html)
{
	str rest = html;

	for (;;) {
		size_t close;

		if (!skip_start_tag(&rest))
			return html;
		close = str_find(rest, S("</p>"));
		if (close == STR_NONE)
			return html;
		if (str_trim(str_sub(rest, 0, close)).len)
			return str_sub(rest, 0, close);
	}
}

/* The length of the first words of a text with one blank between any two. */
static size_t
words_end(str text, size_t most)
{
	size_t end = 0;

	while (end < text.len && (text.ptr[end] != ' ' || --most))
		end++;
	return end;
}

void
summary_first_paragraph(struct buf *out, str html, size_t most)
{
	struct buf text = {0};
	size_t end;

	html_text_clean(&text, first_paragraph(html));
	/* A picture on its own is a paragraph without text. */
	if (text.len == 0)
		html_text_clean(&text, html);
	end = words_end(buf_str(&text), most);
	buf_add(out, str_sub(buf_str(&text), 0, end));
	if (end < text.len)
		buf_add(out, S(" \xE2\x80\xA6"));
	buf_free(&text);
}
