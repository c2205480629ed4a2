/* SPDX-License-Identifier: MIT
 * xml: documents and pieces of them, written straight into a buffer. */
#include "feed/formats/xml.h"

#include <assert.h>

#include "base/core/utf8.h"
#include "base/text/escape.h"
#include "base/text/scan.h"

/* ---- escaping ---- */

/* Feed rule 3. Other control characters were removed before (feed rule 2). A
 * carriage return would be read as a line feed. */
#define ESCAPES(amp, lt, lf, tab)                                              \
	{span_copy_text, {                                                     \
		['&'] = ESCAPE(amp), ['<'] = ESCAPE(lt),                       \
		['>'] = ESCAPE("&gt;"), ['"'] = ESCAPE("&quot;"),              \
		['\r'] = ESCAPE("&#13;"), ['\n'] = ESCAPE(lf),                 \
		['\t'] = ESCAPE(tab),                                          \
	}}

static const struct escapes in_text = ESCAPES("&amp;", "&lt;", "\n", "\t");
static const struct escapes in_attr =
    ESCAPES("&amp;", "&lt;", "&#10;", "&#9;");
/* The RSS Advisory Board's profile asks for numeric references for & and <. */
static const struct escapes in_prose =
    ESCAPES("&#x26;", "&#x3C;", "\n", "\t");
static const struct escapes in_attr_prose =
    ESCAPES("&#x26;", "&#x3C;", "&#10;", "&#9;");

/* The length of an end tag at the start of s, without its '>'; 0: s does not
 * begin with an end tag. */
static size_t
end_tag(str s)
{
	str rest = s;

	return scan_text(&rest, S("</")) &&
	    scan_while(&rest, char_is_alnum).len &&
	    scan_peek(rest) == '>' ? s.len - rest.len : 0;
}

/* Appends prose. The W3C validator warns about HTML in prose, which it
 * recognises by end tags, so each of them gets a blank before its '>'. */
static void
put_prose(struct buf *out, str text, const struct escapes *to)
{
	struct buf room = {0};
	size_t at;

	text = text_cleaned(&room, text);
	while ((at = str_find(text, S("</"))) != STR_NONE) {
		size_t tag = end_tag(str_from(text, at));
		size_t n = at + (tag ? tag : 2);

		escape_add(out, str_sub(text, 0, n), to);
		if (tag)
			buf_addc(out, ' ');
		text = str_from(text, n);
	}
	escape_add(out, text, to);
	buf_free(&room);
}

void
xml_escape(struct buf *out, struct markup m)
{
	escape_add_any(out, m.html, &in_text);
}

/* ---- structure ---- */

struct xml
xml_document(struct buf *out)
{
	buf_add(out, S("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"));
	return (struct xml){.out = out};
}

void
xml_stylesheet(struct xml *x, const char *type, str href)
{
	buf_printf(x->out, "<?xml-stylesheet type=\"%s\" href=\"", type);
	escape_add_any(x->out, href, &in_attr);
	buf_add(x->out, S("\"?>\n"));
}

struct xml
xml_piece(struct buf *out, int depth)
{
	return (struct xml){.out = out, .depth = depth};
}

void
xml_go_on(struct xml *x, struct buf *out)
{
	assert(!x->in_tag && !x->in_text);
	x->out = out;
}

static void
put_indent(struct xml *x)
{
	static const char blanks[2 * XML_DEPTH + 1] = "                ";

	buf_add(x->out, (str){blanks, 2 * (size_t)x->depth});
}

void
xml_open(struct xml *x, const char *name)
{
	assert(x->depth < XML_DEPTH && !x->in_text);
	if (x->in_tag)
		buf_add(x->out, S(">\n"));
	put_indent(x);
	buf_addc(x->out, '<');
	buf_add(x->out, str_of(name));
	x->names[x->depth++] = name;
	x->in_tag = true;
}

void
xml_close(struct xml *x)
{
	const char *name = x->names[--x->depth];

	if (x->in_tag) {
		buf_add(x->out, S("/>\n"));
	} else {
		if (!x->in_text)
			put_indent(x);
		buf_add(x->out, S("</"));
		buf_add(x->out, str_of(name));
		buf_add(x->out, S(">\n"));
	}
	x->in_tag = x->in_text = false;
}

static void
begin_attr(struct xml *x, const char *name)
{
	assert(x->in_tag);
	buf_addc(x->out, ' ');
	buf_add(x->out, str_of(name));
	buf_add(x->out, S("=\""));
}

void
xml_attr(struct xml *x, const char *name, str value)
{
	if (value.len == 0)
		return;
	begin_attr(x, name);
	escape_add_any(x->out, value, &in_attr);
	buf_addc(x->out, '"');
}

void
xml_attr_text(struct xml *x, const char *name, str text)
{
	begin_attr(x, name);
	put_prose(x->out, text, &in_attr_prose);
	buf_addc(x->out, '"');
}

enum { DIGITS = 20 }; /* of the largest number */

static str
format_number(uint64_t n, char digits[DIGITS])
{
	size_t at = DIGITS;

	for (; n; n /= 10)
		digits[--at] = (char)('0' + n % 10);
	return (str){digits + at, DIGITS - at};
}

void
xml_attr_number(struct xml *x, const char *name, uint64_t n)
{
	char digits[DIGITS];

	xml_attr(x, name, format_number(n, digits));
}

void
xml_number(struct xml *x, const char *name, uint64_t n)
{
	char digits[DIGITS];

	xml_value(x, name, format_number(n, digits));
}

static void
begin_text(struct xml *x)
{
	if (x->in_tag)
		buf_addc(x->out, '>');
	x->in_tag = false;
	x->in_text = true;
}

void
xml_put_value(struct xml *x, str value)
{
	begin_text(x);
	escape_add_any(x->out, value, &in_text);
}

void
xml_put_text(struct xml *x, str text)
{
	begin_text(x);
	put_prose(x->out, text, &in_prose);
}

void
xml_put_markup(struct xml *x, struct markup m)
{
	xml_put_value(x, m.html);
}

size_t
xml_leave_hole(struct xml *x)
{
	begin_text(x);
	return x->out->len;
}

void
xml_value(struct xml *x, const char *name, str value)
{
	if (value.len == 0)
		return;
	xml_open(x, name);
	xml_put_value(x, value);
	xml_close(x);
}

void
xml_text(struct xml *x, const char *name, str text)
{
	if (text.len == 0)
		return;
	xml_open(x, name);
	xml_put_text(x, text);
	xml_close(x);
}
