/* SPDX-License-Identifier: MIT
 * type_text: plain text, HTML, and the length of a text. */
#include "validate/types/types.h"

#include "base/core/utf8.h"
#include "base/text/scan.h"
#include "validate/tables/feed_rules.h"
#include "validate/types/html_check.h"
#include "validate/reading/references.h"

const struct type type_anything = {.check = NULL};
const struct type type_filled = {.flags = TYPE_FILLED};
const struct type type_plain = {.flags = TYPE_PLAIN};
const struct type type_plain_filled = {.flags = TYPE_PLAIN | TYPE_FILLED};
const struct type type_html = {.check = html_check};

/* The start of a tag of an HTML element, "<b" or "</b", at the front of s; or
 * empty. */
static str
html_tag_of(str s)
{
	str rest = s, name;

	scan_char(&rest, '<');
	scan_char(&rest, '/');
	name = scan_while(&rest, char_is_alnum);
	return html_check_is_element(name) ? scan_since(s, rest) : (str){0};
}

/* The same place in the value and in the document. */
struct walk {
	const struct subject *s;
	size_t at;  /* byte of the value */
	size_t raw; /* byte of the document */
};

/* Whether the character is written as a hexadecimal reference, as the RSS
 * Advisory Board's profile recommends for characters that readers would take
 * for HTML. */
static bool
is_by_number(struct walk *w, size_t at)
{
	const struct document *d = w->s->document;

	w->raw = document_raw_offset(d, w->raw, at - w->at);
	w->at = at;
	return str_starts(str_from(d->text, w->raw), S("&#x"));
}

static bool
check_angle(struct walk *w, size_t at)
{
	str rest = str_from(w->s->value, at);
	str tag = html_tag_of(rest);

	if (tag.len == 0 || is_by_number(w, at))
		return false;
	if (str_starts(tag, S("</")) &&
	    str_starts(str_from(rest, tag.len), S(">"))) {
		type_remark(w->s, RULE_CONTAINS_HTML, at,
		    "is plain text, but has the HTML tag '%.*s>'",
		    STR_ARG(tag));
		return true;
	}
	if (w->s->is_rss2)
		type_remark(w->s, RULE_LOOKS_LIKE_HTML, at,
		    "has '%.*s', which some readers take for HTML",
		    STR_ARG(tag));
	return w->s->is_rss2;
}

static bool
check_ampersand(struct walk *w, size_t at)
{
	str rest = str_from(w->s->value, at), from = rest;
	uint32_t rune;

	if (!references_take(&rest, &rune) || is_by_number(w, at))
		return false;
	type_remark(w->s, RULE_CONTAINS_HTML, at,
	    "is plain text, but has the reference '%.*s'",
	    (int)(from.len - rest.len), from.ptr);
	return true;
}

/* Reports the first place only. */
void
type_check_plain(const struct subject *s)
{
	struct walk w = {.s = s, .raw = s->from};

	w.raw = document_raw_offset(s->document, w.raw, s->skipped);
	for (size_t i = 0; i < s->value.len; i++)
		if ((s->value.ptr[i] == '<' && check_angle(&w, i)) ||
		    (s->value.ptr[i] == '&' && check_ampersand(&w, i)))
			return;
}

void
type_check_length(const struct subject *s)
{
	size_t n = utf8_len(s->value);

	if (n > (size_t)s->type->most)
		type_remark(s, s->type->code, 0,
		    "has %zu characters, expected at most %ld", n,
		    s->type->most);
}
