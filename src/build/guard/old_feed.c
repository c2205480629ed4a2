/* SPDX-License-Identifier: MIT
 * old_feed: what a published file says of its entries. Its formats are in
 * old_feed_xml.c and old_feed_json.c. */
#include "build/guard/old_feed.h"

#include "base/core/buf.h"
#include "base/data/json.h"
#include "base/time/zone.h"
#include "validate/reading/encoding.h"

/* ---- texts ---- */

/* Appends what a reference stands for, and takes it off the front. What is
 * none of XML's own stays as it is. */
static void
put_reference(struct buf *out, str *rest)
{
	static const struct {
		str name;
		char c;
	} names[] = {
		{S_INIT("&lt;"), '<'}, {S_INIT("&gt;"), '>'},
		{S_INIT("&amp;"), '&'}, {S_INIT("&quot;"), '"'},
		{S_INIT("&apos;"), '\''},
	};
	size_t end = str_chr(str_sub(*rest, 0, 12), ';');
	bool hex = str_istarts(*rest, S("&#x"));
	uint32_t rune = 0;

	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
		if (str_starts(*rest, names[i].name)) {
			buf_addc(out, names[i].c);
			*rest = str_from(*rest, names[i].name.len);
			return;
		}
	for (size_t i = hex ? 3 : 2;
	     end != STR_NONE && rest->ptr[1] == '#' && i < end; i++) {
		int digit = char_hex(rest->ptr[i]);

		if (digit < 0 || (!hex && digit > 9) || rune > 0x10FFFF) {
			rune = 0;
			break;
		}
		rune = rune * (hex ? 16 : 10) + (uint32_t)digit;
	}
	if (rune == 0 || rune > 0x10FFFF) {
		buf_addc(out, '&');
		*rest = str_from(*rest, 1);
		return;
	}
	buf_add_rune(out, rune);
	*rest = str_from(*rest, end + 1);
}

/* Appends what markup shows: a CDATA section is text, a tag nothing. */
static void
put_markup(struct buf *out, str *rest)
{
	bool cdata = str_starts(*rest, S("<![CDATA["));
	str close = cdata ? S("]]>")
	    : str_starts(*rest, S("<!--")) ? S("-->") : S(">");
	size_t end;

	if (cdata)
		*rest = str_from(*rest, 9);
	end = str_find(*rest, close);
	if (cdata)
		buf_add(out, str_sub(*rest, 0, end));
	*rest = str_from(*rest, end == STR_NONE ? rest->len
	                                        : end + close.len);
}

static str
xml_text(struct arena *a, str raw)
{
	struct buf out = {0};
	str text;

	while (raw.len) {
		size_t n = 0;

		while (n < raw.len && raw.ptr[n] != '<' && raw.ptr[n] != '&')
			n++;
		buf_add(&out, str_sub(raw, 0, n));
		raw = str_from(raw, n);
		if (raw.len && raw.ptr[0] == '&')
			put_reference(&out, &raw);
		else if (raw.len)
			put_markup(&out, &raw);
	}
	text = arena_str(a, str_trim(buf_str(&out)));
	buf_free(&out);
	return text;
}

static str
json_text(struct arena *a, str raw)
{
	struct diags diags = {0};
	struct source src = {0};
	str list = arena_printf(a, "[\"%.*s\"]", STR_ARG(raw));
	const struct value *v = json_parse(a, list, &src, 0, &diags);

	diags_free(&diags);
	return v && v->first ? str_trim(v->first->text) : raw;
}

str
old_feed_text(struct arena *a, const struct old_feed *f, str raw)
{
	raw = str_trim(raw);
	if (f->is_json)
		return str_chr(raw, '\\') == STR_NONE ? raw
		    : json_text(a, raw);
	return str_chr(raw, '<') == STR_NONE && str_chr(raw, '&') == STR_NONE
	    ? raw : xml_text(a, raw);
}

/* ---- entries ---- */

static bool
read_date(struct old_entry *e, struct arena *a, str text)
{
	struct datetime d;
	str why;

	e->has_date = text.len && datetime_parse(text, &d, a, &why);
	if (e->has_date)
		e->date = datetime_instant(&d, zone_utc);
	return e->has_date;
}

void
old_feed_add(struct old_feed *f, struct arena *a, const str *raw)
{
	struct old_entry e = {.link = raw[OLD_LINK], .title = raw[OLD_TITLE]};

	e.id = old_feed_text(a, f, raw[OLD_ID]);
	if (e.id.len == 0)
		e.id = old_feed_text(a, f, raw[OLD_LINK]);
	if (e.id.len == 0)
		return;
	if (!read_date(&e, a, old_feed_text(a, f, raw[OLD_PUBLISHED])))
		read_date(&e, a, old_feed_text(a, f, raw[OLD_UPDATED]));
	if (f->count == f->capacity) {
		struct old_entry *more;

		f->capacity = 2 * f->capacity + 32;
		more = arena_array(a, f->capacity, sizeof *more);
		if (f->count)
			memcpy(more, f->entries, f->count * sizeof *more);
		f->entries = more;
	}
	f->entries[f->count++] = e;
}

/* ---- files ---- */

/* Encodings that have zeros between their ASCII letters are converted; in
 * all others what matters is ASCII, but for titles. */
static str
decode(struct arena *a, str bytes)
{
	struct validate_options options = {0};
	struct validate_result result = {0};
	struct diags diags = {0};
	struct document d = {.options = &options, .result = &result,
		.diags = &diags};
	struct buf out = {0};
	str text;

	if (bytes.len < 4 || (!str_starts(bytes, S("\xFE\xFF")) &&
	    !str_starts(bytes, S("\xFF\xFE")) &&
	    (memchr(bytes.ptr, '\0', 4) == NULL ||
	    memchr(bytes.ptr, '<', 4) == NULL)))
		return bytes;
	encoding_read(&d, bytes, &out);
	text = arena_str(a, d.text);
	document_end(&d);
	diags_free(&diags);
	buf_free(&out);
	return text;
}

/* Where a file that lost its blocks begins with something; bytes.len: it
 * holds zeros and white space. */
static size_t
first_byte(str bytes)
{
	size_t n = str_starts(bytes, S("\xEF\xBB\xBF")) ? 3 : 0;

	while (n < bytes.len &&
	    (bytes.ptr[n] == '\0' || char_is_space(bytes.ptr[n])))
		n++;
	return n;
}

void
old_feed_read(struct old_feed *out, struct arena *a, str bytes)
{
	size_t first;

	*out = (struct old_feed){.kind = OLD_TEXT};
	bytes = decode(a, bytes);
	first = out->at = first_byte(bytes);
	if (first == bytes.len)
		out->kind = OLD_BLANK;
	else if (bytes.ptr[first] == '<')
		old_feed_read_xml(out, a, bytes);
	else if (bytes.ptr[first] == '{')
		old_feed_read_json(out, a, bytes);
}
