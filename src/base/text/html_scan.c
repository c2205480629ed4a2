/* SPDX-License-Identifier: MIT
 * html_scan: the tags of an HTML text, as a browser's tokenizer finds them. */
#include "base/text/html_scan.h"

#include "base/text/scan.h"

struct html_scan
html_scan_begin(str text)
{
	return (struct html_scan){.text = text, .open_at = STR_NONE};
}

/* ---- characters, as predicates: scan_while is faster than scan_until ---- */

static bool
is_tag_name_char(char c)
{
	return c != '>' && c != '/' && !char_is_space(c);
}

static bool
is_attribute_name_char(char c)
{
	return c != '=' && is_tag_name_char(c);
}

static bool
is_value_char(char c)
{
	return c != '>' && !char_is_space(c);
}

/* ---- tags ---- */

/* A '<' that begins no tag. "<!-->" is a comment. */
static void
skip_other(str *rest)
{
	if (str_starts(*rest, S("<!--")))
		scan_past(rest, S("-->"), NULL);
	else if (str_starts(*rest, S("<!")) || str_starts(*rest, S("<?")) ||
	    str_starts(*rest, S("</")))
		scan_past(rest, S(">"), NULL);
	else
		scan_front(rest, 1);
}

bool
html_scan_tag(struct html_scan *s, struct html_tag *tag)
{
	str rest = str_from(s->text, s->at);
	size_t lt;

	while ((lt = str_chr(rest, '<')) != STR_NONE) {
		str start = str_from(rest, lt), after = str_from(start, 1);
		bool is_end = scan_char(&after, '/');

		rest = start;
		if (!char_is_alpha(scan_peek(after))) {
			skip_other(&rest);
			continue;
		}
		s->at = s->text.len - start.len;
		tag->at = s->at;
		tag->is_end = is_end;
		tag->is_closed = false;
		tag->name = scan_while(&after, is_tag_name_char);
		tag->rest = after;
		return true;
	}
	return false;
}

/* What follows a '='. */
static str
take_value(str *s)
{
	str value;
	char quote;

	scan_blanks(s);
	quote = scan_any(s, "\"'");
	if (quote) {
		value = scan_front(s, str_chr(*s, quote));
		scan_char(s, quote);
		return value;
	}
	return scan_while(s, is_value_char);
}

bool
html_scan_attribute(struct html_tag *tag, struct html_attribute *a)
{
	str *s = &tag->rest, start;

	tag->is_closed = false;
	while (scan_blanks(s) || scan_peek(*s) == '/')
		tag->is_closed = scan_char(s, '/');
	if (s->len == 0 || s->ptr[0] == '>')
		return false;
	/* A name may begin with '='. */
	start = *s;
	scan_front(s, 1);
	scan_while(s, is_attribute_name_char);
	a->name = scan_since(start, *s);
	a->value = (str){0};
	scan_blanks(s);
	if (scan_char(s, '='))
		a->value = take_value(s);
	return true;
}

str
html_scan_value(struct html_tag tag, str name)
{
	struct html_attribute a;

	while (html_scan_attribute(&tag, &a))
		if (str_ieq(a.name, name))
			return a.value;
	return (str){0};
}

void
html_scan_past(struct html_scan *s, struct html_tag *tag)
{
	struct html_attribute a;

	while (html_scan_attribute(tag, &a))
		;
	if (tag->rest.len == 0) {
		s->open_at = tag->at;
		s->at = s->text.len;
	} else
		s->at = s->text.len - tag->rest.len + 1;
}

void
html_scan_raw(struct html_scan *s, str name)
{
	str rest = str_from(s->text, s->at);

	while (scan_past(&rest, S("</"), NULL))
		if (str_istarts(rest, name)) {
			s->at = s->text.len - rest.len - 2;
			return;
		}
	s->at = s->text.len;
}
