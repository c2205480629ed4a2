/* SPDX-License-Identifier: MIT
 * kd_scan: the patterns of kramdown, as functions. */
#include "content/markdown/kramdown/kd_scan.h"

#include "content/markdown/kramdown/kd_html.h"

/* Attribute lists longer than this are text: without a bound, a text of many
 * that never end would take the square of its length. */
enum { MOST_LIST = 2048 };

const char *
kd_line(const char *p, const char *end)
{
	const char *nl = p < end ? memchr(p, '\n', (size_t)(end - p)) : NULL;

	return nl ? nl + 1 : end;
}

const char *
kd_blank(const char *p, const char *end)
{
	const char *last = NULL;

	for (; p < end && char_is_space(*p); p++)
		if (*p == '\n')
			last = p + 1;
	return last;
}

const char *
kd_tail(const char *p, const char *end)
{
	while (p < end && *p != '\n' && char_is_space(*p))
		p++;
	return p < end && *p == '\n' ? p + 1 : NULL;
}

const char *
kd_spaces(const char *p, const char *end, int most)
{
	while (most-- > 0 && p < end && *p == ' ')
		p++;
	return p;
}

const char *
kd_skip_blanks(const char *p, const char *end)
{
	while (p < end && char_is_space(*p))
		p++;
	return p;
}

const char *
kd_eob(const char *p, const char *end)
{
	return p < end && *p == '^' ? kd_tail(p + 1, end) : NULL;
}

const char *
kd_find(const char *p, const char *end, str what)
{
	return p < end
	    ? memmem(p, (size_t)(end - p), what.ptr, what.len) : NULL;
}

/* ---- attribute lists ---- */

const char *
kd_braces(const char *p, const char *end, str *body)
{
	const char *start = p;

	if (end - p > MOST_LIST)
		end = p + MOST_LIST;
	for (; p < end && *p != '}'; p++)
		if (*p == '\\' && p + 1 < end && p[1] == '}')
			p++;
	*body = (str){start, (size_t)(p - start)};
	return p < end ? p + 1 : NULL;
}

const char *
kd_ial(const char *p, const char *end, int most, str *body)
{
	p = kd_spaces(p, end, most);
	if (end - p < 3 || p[0] != '{' || p[1] != ':' || p[2] == ':' ||
	    p[2] == '/')
		return NULL;
	p = kd_braces(p + 2, end, body);
	return p && body->len ? kd_tail(p, end) : NULL;
}

const char *
kd_id(const char *p, const char *end)
{
	if (p == end || !(char_is_alnum(*p) || *p == '_'))
		return NULL;
	while (p < end && char_is_name(*p))
		p++;
	return p;
}

const char *
kd_item_ial(const char *p, const char *end)
{
	const char *id;
	str body;

	p = kd_skip_blanks(p, end);
	if (end - p < 3 || p[0] != '{' || p[1] != ':' || p[2] == '/')
		return NULL;
	id = kd_id(p + 2, end);
	id = id ? id : p + 2;
	if (id < end && *id == ':')
		return NULL;
	p = kd_braces(p + 2, end, &body);
	return p && body.len ? kd_skip_blanks(p, end) : NULL;
}

/* ---- what begins a block ---- */

static const char *
marker_sign(const char *p, const char *end, char kind)
{
	if (p == end)
		return NULL;
	if (kind == '-')
		return char_is_one_of(*p, "+*-") ? p + 1 : NULL;
	if (kind == ':')
		return *p == ':' ? p + 1 : NULL;
	if (!char_is_digit(*p))
		return NULL;
	while (p < end && char_is_digit(*p))
		p++;
	return p < end && *p == '.' ? p + 1 : NULL;
}

const char *
kd_marker(const char *p, const char *end, char kind, int most)
{
	p = marker_sign(kd_spaces(p, end, most), end, kind);
	return p && p < end && char_is_one_of(*p, "\t| ") ? p : NULL;
}

const char *
kd_any_marker(const char *p, const char *end)
{
	const char *m = kd_marker(p, end, '-', 3);

	return m ? m : kd_marker(p, end, '1', 3);
}

const char *
kd_rule(const char *p, const char *end)
{
	int count = 0;
	char sign;

	p = kd_spaces(p, end, 3);
	if (p == end || !char_is_one_of(*p, "*-_"))
		return NULL;
	sign = *p;
	for (; p < end && (*p == sign || *p == ' ' || *p == '\t'); p++)
		count += *p == sign;
	return count >= 3 && p < end && *p == '\n' ? p + 1 : NULL;
}

const char *
kd_atx(const char *p, const char *end, int *level)
{
	const char *start = p;

	while (p < end && p - start < 6 && *p == '#')
		p++;
	*level = (int)(p - start);
	if (p == start || p == end || (*p != ' ' && *p != '\t'))
		return NULL;
	while (p < end && (*p == ' ' || *p == '\t'))
		p++;
	return p;
}

const char *
kd_fence(const char *p, const char *end)
{
	const char *start = p = kd_spaces(p, end, 3);

	while (p < end && (*p == '`' || *p == '~'))
		p++;
	return p - start >= 3 ? p : NULL;
}

const char *
kd_indent(const char *p, const char *end)
{
	if (p < end && *p == '\t')
		return p + 1;
	return end - p >= 4 && !memcmp(p, "    ", 4) ? p + 4 : NULL;
}

const char *
kd_html_edge(const char *p, const char *end, int most)
{
	const char *word, *q;
	bool is_stop;

	p = kd_spaces(p, end, most);
	if (p == end || *p++ != '<')
		return NULL;
	is_stop = p < end && *p == '/';
	p += is_stop;
	for (word = p; word < end && (char_is_alnum(*word) || *word == '_');)
		word++;
	if (kd_html_goes_on((str){p, (size_t)(word - p)}))
		return NULL;
	q = kd_html_name(p, end);
	if (q == NULL || !is_stop)
		return q;
	q = kd_skip_blanks(q, end);
	return q < end && *q == '>' ? q + 1 : NULL;
}

/* ---- where blocks end ---- */

bool
kd_ends_quote(const char *p, const char *end)
{
	const char *q;
	str body;

	if (p == end || kd_blank(p, end))
		return true;
	q = kd_spaces(p, end, 3);
	if (q == end)
		return false;
	if (*q == '{')
		return kd_ial(p, end, 3, &body) != NULL;
	if (*q == '^')
		return kd_eob(p, end) != NULL;
	return *q == '<' && kd_html_edge(p, end, 3);
}

bool
kd_ends_paragraph(const char *p, const char *end)
{
	const char *q;
	int level;

	if (kd_ends_quote(p, end))
		return true;
	q = kd_spaces(p, end, 3);
	if (q == end)
		return false;
	switch (*q) {
	case '>':
		return true;
	case '#':
		return kd_atx(p, end, &level) != NULL;
	case ':':
		return kd_marker(p, end, ':', 3) != NULL;
	case '`': case '~':
		return kd_fence(p, end) != NULL;
	default:
		return kd_any_marker(p, end) != NULL;
	}
}

/* ---- indented code ---- */

static bool
is_text_line(const char *p, const char *end)
{
	while (p < end && (*p == ' ' || *p == '\t'))
		p++;
	return p < end && !char_is_space(*p);
}

/* Whether a line that is not indented goes on with the code above. */
static bool
goes_on(const char *p, const char *end)
{
	str body;

	return is_text_line(p, end) && !kd_ial(p, end, 3, &body) &&
	    !kd_eob(p, end) && !kd_html_edge(p, end, 3);
}

const char *
kd_code(const char *p, const char *end)
{
	const char *last = NULL;

	for (;;) {
		const char *q = kd_blank(p, end), *in;

		q = q ? q : p;
		/* The blanks that a run of blank lines ends with are the
		 * indentation of the next. */
		in = kd_indent(q, end);
		if (in == NULL || !is_text_line(in, end))
			return last;
		while (q < end && (in = kd_indent(q, end)) &&
		    is_text_line(in, end))
			q = kd_line(q, end);
		while (q < end && goes_on(q, end))
			q = kd_line(q, end);
		last = p = q;
	}
}
