/* SPDX-License-Identifier: MIT
 * kd_scan: the patterns of kramdown, as functions. */
#ifndef FEEDMILL_CONTENT_MARKDOWN_KRAMDOWN_KD_SCAN_H
#define FEEDMILL_CONTENT_MARKDOWN_KRAMDOWN_KD_SCAN_H

#include "base/core/str.h"

/* Where a text ends. An empty one may have no place. */
static inline const char *
kd_end(str text)
{
	return text.len ? text.ptr + text.len : text.ptr;
}

/* All look at what stands at p, and give the end of what they match, or
 * NULL. */

/* Behind the line feed that ends the line, or `end`. Never NULL. */
const char *kd_line(const char *p, const char *end);
/* Lines of blanks only, at least one. */
const char *kd_blank(const char *p, const char *end);
/* Blanks up to a line feed, and that. */
const char *kd_tail(const char *p, const char *end);
/* Up to `most` spaces. Never NULL. */
const char *kd_spaces(const char *p, const char *end, int most);
const char *kd_skip_blanks(const char *p, const char *end); /* never NULL */
/* "^" alone. */
const char *kd_eob(const char *p, const char *end);
/* The contents of an attribute list up to its '}': *body is set. */
const char *kd_braces(const char *p, const char *end, str *body);
/* {: ...} alone on a line, behind up to `most` spaces. */
const char *kd_ial(const char *p, const char *end, int most, str *body);
/* {: ...} in front of the text of an item. */
const char *kd_item_ial(const char *p, const char *end);
/* A tag that begins or ends a block, behind up to `most` spaces. */
const char *kd_html_edge(const char *p, const char *end, int most);
/* The marker of an item and the spaces in front: kind is '-', '1' or ':'. */
const char *kd_marker(const char *p, const char *end, char kind, int most);
const char *kd_any_marker(const char *p, const char *end);
const char *kd_rule(const char *p, const char *end);
/* "# " and more; what follows is the heading. */
const char *kd_atx(const char *p, const char *end, int *level);
/* Three of ` and ~. */
const char *kd_fence(const char *p, const char *end);
const char *kd_indent(const char *p, const char *end);
/* Indented code, and the lines that go on behind it; NULL: there is none. */
const char *kd_code(const char *p, const char *end);
/* Whether a paragraph, or a quote, ends in front of a line. */
bool kd_ends_paragraph(const char *p, const char *end);
bool kd_ends_quote(const char *p, const char *end);
/* An id of a definition: letters, digits, '_' and '-'. */
const char *kd_id(const char *p, const char *end);
/* Where a string stands, or NULL. */
const char *kd_find(const char *p, const char *end, str what);

/* ---- HTML ---- */

struct kd_tag {
	str name, attrs;
	bool is_closed; /* "/>" */
};

const char *kd_html_name(const char *p, const char *end);
const char *kd_html_tag(const char *p, const char *end, struct kd_tag *tag);
const char *kd_html_close(const char *p, const char *end, str *name);
/* Whether two names are of the same element: letters of either case are the
 * same in those that HTML has. */
bool kd_html_is_same(str a, str b);
/* Where the end tag of an element begins. */
const char *kd_html_find_close(const char *p, const char *end, str name);

enum kd_model { MODEL_RAW, MODEL_SPAN, MODEL_BLOCK };
/* What an element holds where its Markdown is read. */
enum kd_model kd_html_model(str name);
bool kd_html_is_span(str name);
bool kd_html_is_block(str name);
bool kd_html_is_void(str name);
/* What markdown="..." says; false: nothing. */
bool kd_html_markdown(const struct kd_tag *tag, enum kd_model *model);

#endif
