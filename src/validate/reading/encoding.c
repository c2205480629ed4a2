/* SPDX-License-Identifier: MIT
 * encoding: converts a document to UTF-8. XML 1.0, appendix F.
 *
 * A byte order mark comes before the charset of HTTP, and that before the XML
 * declaration (RFC 7303, section 3). JSON has no declaration. */
#include "validate/reading/encoding.h"

#include <errno.h>
#include <iconv.h>

#include "base/core/utf8.h"
#include "base/text/scan.h"
#include "validate/tables/feed_rules.h"

/* Encodings that the first bytes show. */
static const struct signature {
	str bytes;
	const char *name;
	size_t mark;      /* bytes of the byte order mark */
	const char *also; /* another name that a declaration may have */
} signatures[] = {
	{S_INIT("\xEF\xBB\xBF"), "UTF-8", 3, "UTF8"},
	{S_INIT("\0\0\xFE\xFF"), "UTF-32BE", 4, "UTF-32"},
	{S_INIT("\xFF\xFE\0\0"), "UTF-32LE", 4, "UTF-32"},
	{S_INIT("\xFE\xFF"), "UTF-16BE", 2, "UTF-16"},
	{S_INIT("\xFF\xFE"), "UTF-16LE", 2, "UTF-16"},
	/* "<" or "<?" without a mark. */
	{S_INIT("\0\0\0<"), "UTF-32BE", 0, "UTF-32"},
	{S_INIT("<\0\0\0"), "UTF-32LE", 0, "UTF-32"},
	{S_INIT("\0<\0?"), "UTF-16BE", 0, "UTF-16"},
	{S_INIT("<\0?\0"), "UTF-16LE", 0, "UTF-16"},
};

/* Encodings besides UTF-8 that most feed parsers know. */
static bool
is_usual(str name)
{
	return str_has_word(S("US-ASCII ASCII UTF-16 UTF-16LE UTF-16BE "
	    "ISO-8859-1 ISO-8859-2 ISO-8859-7 ISO-8859-15 windows-1250 "
	    "windows-1251 windows-1252 windows-1254 windows-1255 windows-1256 "
	    "EUC-JP Shift_JIS KOI8-R GB18030"), name, str_ieq);
}

static const struct signature *
find_signature(str bytes)
{
	for (size_t i = 0; i < sizeof signatures / sizeof signatures[0]; i++)
		if (str_starts(bytes, signatures[i].bytes))
			return &signatures[i];
	return NULL;
}

static bool
is_utf8(str name)
{
	return str_ieq(name, S("UTF-8")) || str_ieq(name, S("UTF8"));
}

/* Encodings in which ASCII is not one byte a character. */
static bool
is_wide(str name)
{
	return str_istarts(name, S("UTF-16")) ||
	    str_istarts(name, S("UTF-32")) || str_istarts(name, S("UCS-")) ||
	    str_istarts(name, S("ISO-10646"));
}

/* ---- the declaration ---- */

/* The encoding that an XML declaration names; empty: none. The text must have
 * ASCII as single bytes. */
static str
declared(str text)
{
	str rest = str_sub(text, 0, 256), inside;
	char quote;

	if (!scan_text(&rest, S("<?xml")) ||
	    !scan_past(&rest, S("?>"), &inside) ||
	    !scan_past(&inside, S("encoding"), NULL))
		return (str){0};
	scan_blanks(&inside);
	if (!scan_char(&inside, '='))
		return (str){0};
	scan_blanks(&inside);
	quote = scan_peek(inside);
	if ((quote != '"' && quote != '\'') ||
	    !scan_quoted(&inside, '\0', &rest))
		return (str){0};
	return rest;
}

/* ---- conversion ---- */

/* Converts with iconv. Returns the byte of `out` where input first did not
 * convert, or STR_NONE. */
static size_t
convert(struct buf *out, iconv_t cd, str in)
{
	char *from = (char *)in.ptr;
	size_t left = in.len, bad = STR_NONE;

	while (left) {
		char *to = buf_reserve(out, left + 16);
		size_t room = left + 16;
		size_t n = iconv(cd, &from, &left, &to, &room);

		out->len = (size_t)(to - out->ptr);
		if (n != (size_t)-1 || errno == E2BIG)
			continue;
		if (bad == STR_NONE)
			bad = out->len;
		buf_add_rune(out, RUNE_BAD);
		from++;
		left--;
	}
	return bad;
}

/* Copies a text with U+FFFD for each byte that is not UTF-8. */
static void
replace_bad_bytes(struct buf *out, str text)
{
	while (text.len) {
		size_t n = utf8_check(text);

		buf_add(out, str_sub(text, 0, n));
		if (n < text.len)
			buf_add_rune(out, RUNE_BAD);
		text = str_from(text, n + 1);
	}
}

static iconv_t
open_converter(str name)
{
	struct arena a = {0};
	iconv_t cd = iconv_open("UTF-8", arena_cstr(&a, name));

	arena_free(&a);
	return cd;
}

bool
encoding_is_known(str name)
{
	iconv_t cd = open_converter(name);

	if (cd == (iconv_t)-1)
		return false;
	iconv_close(cd);
	return name.len > 0;
}

static void
read_utf8(struct document *d, str bytes, struct buf *out)
{
	size_t bad = utf8_check(bytes);

	d->text = bytes;
	if (bad == bytes.len)
		return;
	replace_bad_bytes(out, bytes);
	d->text = buf_str(out);
	document_report(d, RULE_INVALID_ENCODING, bad, NULL,
	    "the byte 0x%02X is not UTF-8", (unsigned char)bytes.ptr[bad]);
}

static bool
read_other(struct document *d, str bytes, str name, struct buf *out)
{
	iconv_t cd = open_converter(name);
	size_t bad;

	if (cd == (iconv_t)-1)
		return false;
	bad = convert(out, cd, bytes);
	iconv_close(cd);
	d->text = buf_str(out);
	if (bad != STR_NONE)
		document_report(d, RULE_INVALID_ENCODING, bad, NULL,
		    "there are bytes that are not %.*s", STR_ARG(name));
	return true;
}

/* ---- which encoding ---- */

/* Compares the declaration with the encoding that the text was read in. */
static void
check_declaration(struct document *d, str name, const struct signature *s)
{
	str said = declared(d->text);
	size_t at = said.len ? (size_t)(said.ptr - d->text.ptr) : 0;

	if (s && said.len && !str_ieq(said, str_of(s->name)) &&
	    !str_ieq(said, str_of(s->also)))
		document_report(d, RULE_ENCODING_CONFLICT, at, NULL,
		    "the declaration says '%.*s', but the document begins as "
		    "%s does", STR_ARG(said), s->name);
	else if (said.len && !str_ieq(said, name))
		document_report(d, RULE_ENCODING_MISMATCH, at, NULL,
		    "the declaration says '%.*s', HTTP says '%.*s'",
		    STR_ARG(said), STR_ARG(name));
	if (s && s->mark == 0)
		document_report(d, RULE_INVALID_ENCODING, 0, "XML 1.0 4.3.3",
		    "a document in %s must begin with a byte order mark",
		    s->also);
	if (s == NULL && said.len == 0 && d->options->charset.len == 0)
		document_report(d, RULE_MISSING_ENCODING, 0, NULL,
		    "there is no encoding declaration");
	else if (!is_utf8(name) && !is_usual(name))
		document_report(d, RULE_RARE_ENCODING, at, NULL,
		    "the encoding is '%.*s', which not every reader supports",
		    STR_ARG(name));
	else if (!is_utf8(name))
		document_report(d, RULE_OTHER_ENCODING, at, NULL,
		    "the encoding is '%.*s'", STR_ARG(name));
}

/* Whether a text begins as XML does, and not as an HTML page does. */
static bool
is_xml(str text)
{
	str start = str_trim(str_sub(text, 0, 256));

	return str_starts(start, S("<")) &&
	    !str_istarts(start, S("<!doctype html")) &&
	    !str_istarts(start, S("<html"));
}

void
encoding_read(struct document *d, str bytes, struct buf *out)
{
	const struct signature *s = find_signature(bytes);
	str name = S("UTF-8");

	if (s == NULL && is_wide(declared(bytes))) {
		/* A wide declaration that is readable as ASCII is wrong. */
		read_utf8(d, bytes, out);
		document_report(d, RULE_ENCODING_CONFLICT, 0, NULL,
		    "the declaration says '%.*s', but the document begins as "
		    "UTF-8 does", STR_ARG(declared(bytes)));
		return;
	}
	if (s) {
		name = str_of(s->name);
		d->has_mark = s->mark > 0;
		bytes = str_from(bytes, s->mark);
	} else if (d->options->charset.len)
		name = d->options->charset;
	else if (declared(bytes).len)
		name = declared(bytes);
	if (is_utf8(name))
		read_utf8(d, bytes, out);
	else if (read_other(d, bytes, name, out))
		d->is_converted = true;
	else {
		read_utf8(d, bytes, out);
		document_report(d, RULE_UNKNOWN_ENCODING,
		    name.ptr >= bytes.ptr && name.ptr < bytes.ptr + bytes.len
		    ? (size_t)(name.ptr - bytes.ptr) : 0, NULL,
		    "there is no encoding '%.*s', expected UTF-8",
		    STR_ARG(name));
		return;
	}
	if (is_xml(d->text))
		check_declaration(d, name, s);
}
