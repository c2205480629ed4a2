/* SPDX-License-Identifier: MIT
 * html_scan: the tags of an HTML text, one after the other. */
#include "validate/reading/html_scan.h"

#include <string.h>

struct html_scan
html_scan_begin(str text)
{
	return (struct html_scan){.text = text, .open_at = STR_NONE};
}

/* Passes over what begins with '<' and is no tag. */
static void
skip_other(struct html_scan *s)
{
	str rest = str_from(s->text, s->at);
	str end = S(">");
	size_t n;

	if (str_starts(rest, S("<!--")))
		end = S("-->");
	else if (!str_starts(rest, S("<!")) && !str_starts(rest, S("<?")) &&
	    !str_starts(rest, S("</"))) {
		s->at++;
		return;
	}
	n = str_find(rest, end);
	s->at = n == STR_NONE ? s->text.len : s->at + n + end.len;
}

bool
html_scan_tag(struct html_scan *s, struct html_tag *tag)
{
	for (;;) {
		str rest = str_from(s->text, s->at);
		size_t lt = str_chr(rest, '<'), i, from;

		if (lt == STR_NONE)
			return false;
		s->at += lt;
		rest = str_from(rest, lt);
		from = str_starts(rest, S("</")) ? 2 : 1;
		if (from >= rest.len || !char_is_alpha(rest.ptr[from])) {
			skip_other(s);
			continue;
		}
		for (i = from; i < rest.len && rest.ptr[i] != '>' &&
		    rest.ptr[i] != '/' && !char_is_space(rest.ptr[i]);)
			i++;
		*tag = (struct html_tag){
			.name = str_sub(rest, from, i - from),
			.is_end = from == 2,
			.at = s->at,
			.rest = str_from(rest, i),
		};
		return true;
	}
}

static void
skip_blanks(str *s)
{
	size_t n = 0;

	while (n < s->len && char_is_space(s->ptr[n]))
		n++;
	*s = str_from(*s, n);
}

/* What follows a '='. */
static str
take_value(str *s)
{
	size_t n = 0;
	str value;

	skip_blanks(s);
	if (s->len && (s->ptr[0] == '"' || s->ptr[0] == '\'')) {
		size_t end = str_chr(str_from(*s, 1), s->ptr[0]);

		value = str_sub(str_from(*s, 1), 0, end);
		*s = end == STR_NONE ? str_from(*s, s->len)
		                     : str_from(*s, end + 2);
		return value;
	}
	while (n < s->len && s->ptr[n] != '>' && !char_is_space(s->ptr[n]))
		n++;
	value = str_sub(*s, 0, n);
	*s = str_from(*s, n);
	return value;
}

bool
html_scan_attribute(struct html_tag *tag, struct html_attribute *a)
{
	str *s = &tag->rest;
	size_t i = 0, n = 1;

	tag->is_closed = false;
	for (; i < s->len && (char_is_space(s->ptr[i]) || s->ptr[i] == '/');
	    i++)
		tag->is_closed = s->ptr[i] == '/';
	*s = str_from(*s, i);
	if (s->len == 0 || s->ptr[0] == '>')
		return false;
	while (n < s->len && s->ptr[n] != '\0' &&
	    !strchr("=>/ \t\r\n\f", s->ptr[n]))
		n++;
	a->name = str_sub(*s, 0, n);
	a->value = (str){0};
	*s = str_from(*s, n);
	skip_blanks(s);
	if (str_starts(*s, S("="))) {
		*s = str_from(*s, 1);
		a->value = take_value(s);
	}
	return true;
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
	size_t n;

	while ((n = str_find(rest, S("</"))) != STR_NONE) {
		rest = str_from(rest, n);
		if (str_istarts(str_from(rest, 2), name))
			break;
		rest = str_from(rest, 2);
	}
	s->at = n == STR_NONE ? s->text.len : s->text.len - rest.len;
}
