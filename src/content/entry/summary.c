/* SPDX-License-Identifier: MIT
 * summary: the summary of a post that does not give one. */
#include "content/entry/summary.h"

#include "base/text/scan.h"
#include "content/markdown/code_map.h"
#include "content/markdown/lines.h"

static bool
begins_with_mark(str s, str own)
{
	if (!scan_text(&s, S("<!--")))
		return false;
	scan_blanks(&s);
	if (str_istarts(s, S("more")))
		scan_front(&s, 4);
	else if (own.len && str_istarts(s, own))
		scan_front(&s, own.len);
	else
		return false;
	scan_blanks(&s);
	return scan_text(&s, S("-->"));
}

static bool
is_in_code_block(const struct code_map *map, size_t at)
{
	const struct code_range *code = code_map_at(map, at);

	return code &&
	    (code->kind == CODE_FENCED || code->kind == CODE_INDENTED);
}

size_t
summary_mark(str text, const char *own, bool is_html, struct arena *a)
{
	struct code_map map = {0};
	size_t at = 0, n;

	while ((n = str_find(str_from(text, at), S("<!--"))) != STR_NONE) {
		at += n;
		if (begins_with_mark(lines_from(text, at), str_of(own))) {
			if (map.count == 0 && !is_html)
				code_map_make(&map, text, false, a);
			if (!is_in_code_block(&map, at))
				return at;
		}
		at++;
	}
	return STR_NONE;
}

/* Takes all up to and with the start tag of a paragraph, which has no '>' in
 * its attributes. False: there is none. */
static bool
skip_to_paragraph(str *rest)
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

		if (!skip_to_paragraph(&rest))
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
