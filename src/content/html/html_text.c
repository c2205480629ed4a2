/* SPDX-License-Identifier: MIT
 * html_text: the words of a fragment, for titles and summaries. */
#include "content/html/html.h"

#include "base/core/span.h"
#include "base/core/utf8.h"
#include "base/text/scan.h"
#include "content/html/html_math.h"
#include "content/html/html_tree.h"

struct writer {
	struct buf *out;
	size_t start;   /* offset of the text in out */
	bool has_space; /* before what comes next */
};

/* Adds the words of a text that feeds can hold; controls are white space. */
static void
add_sound_words(struct writer *w, str text)
{
	while (text.len) {
		size_t n = text.ptr[0] == ' ' ? 0 : span_words(text, 0);

		if (n && w->has_space && w->out->len > w->start)
			buf_addc(w->out, ' ');
		if (n)
			w->has_space = false;
		buf_add(w->out, str_sub(text, 0, n));
		w->has_space |= n < text.len;
		text = str_from(text, n + 1);
	}
}

/* Adds the words of any text. */
static void
add_words(struct writer *w, str text)
{
	struct buf room = {0};

	add_sound_words(w, text_cleaned(&room, text));
	buf_free(&room);
}

/* A <script> that is never closed is taken for text: the author wrote about
 * scripts. */
static bool
holds_code(const struct html_node *node)
{
	const struct html_element *row = html_node_row(node);

	return row && html_node_end_tag(node).len > 0 && str_has_word(
	    S("script style template"), str_of(row->name), str_eq);
}

/* Writes what shows of an element's tag. */
static void
add_tag(struct writer *w, const struct html_node *node, bool leaves)
{
	const struct html_element *row = html_node_row(node);

	if (!html_node_is_known(node))
		add_words(w, leaves ? html_node_end_tag(node) :
		    html_node_start_tag(node));
	else if (row && row->is_line)
		w->has_space = true;
}

static void
add_tree(struct writer *w, const struct html_node *node, struct arena *scratch)
{
	struct html_walk walk = {.arena = scratch};
	bool leaves;

	html_walk_down(&walk, node);
	while ((node = html_walk_next(&walk, &leaves))) {
		if (html_node_is_text(node)) {
			add_words(w, html_node_text(node));
		} else if (html_math_is(node)) {
			add_words(w, html_math_text(node, scratch));
		} else if (html_node_is_element(node)) {
			add_tag(w, node, leaves);
			if (!leaves && !holds_code(node))
				html_walk_down(&walk, node);
		}
	}
}

void
html_text(struct buf *out, str html, struct arena *scratch)
{
	struct writer w = {.out = out, .start = out->len};
	const struct html_node *node = NULL;

	/* Most titles are plain, and need no parser. */
	if (str_chr(html, '<') != STR_NONE || str_chr(html, '&') != STR_NONE)
		node = html_tree_parse(html, scratch);
	if (node)
		add_tree(&w, node, scratch);
	else
		add_words(&w, html);
}

/* ---- without a parser ---- */

/* Skips a <math> element as html_math_write has it. What stands for it: the
 * value of an attribute, still escaped. */
static str
skip_math(str *s)
{
	str tag = str_sub(*s, 0, str_chr(*s, '>')), open = S("alttext=\"");
	size_t end = str_find(*s, S("</math>"));
	size_t at = str_find(tag, open);

	*s = str_from(*s, end == STR_NONE ? s->len : end + 7);
	tag = str_from(tag, at == STR_NONE ? tag.len : at + open.len);
	return str_sub(tag, 0, str_chr(tag, '"'));
}

/* Skips a tag, which has no '>' in its attributes. Whether it begins or ends a
 * line. */
static bool
skip_tag(str *s)
{
	const struct html_element *row;

	scan_char(s, '<');
	scan_char(s, '/');
	row = html_element_named(scan_while(s, char_is_alnum));
	*s = str_from(*s, str_chr(*s, '>'));
	*s = str_from(*s, 1);
	return row && row->is_line;
}

static void
add_clean(struct writer *w, str html)
{
	while (html.len) {
		size_t n = span_tag(html, 0);

		add_sound_words(w, str_sub(html, 0, n));
		html = str_from(html, n);
		if (str_starts(html, S("&"))) {
			char c = scan_common_entity(&html);

			if (c == '\0')
				c = scan_any(&html, "&");
			add_sound_words(w, (str){&c, 1});
		} else if (str_starts(html, S("<math")))
			add_clean(w, skip_math(&html));
		else if (html.len)
			w->has_space |= skip_tag(&html);
	}
}

void
html_text_clean(struct buf *out, str html)
{
	struct writer w = {.out = out, .start = out->len};
	struct buf room = {0};

	add_clean(&w, text_cleaned(&room, html));
	buf_free(&room);
}
