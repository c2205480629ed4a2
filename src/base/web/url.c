/* SPDX-License-Identifier: MIT
 * url: references and what they resolve to. RFC 3986. */
#include "base/web/url.h"

#include <idn2.h>

#include "base/text/scan.h"

static bool
is_scheme_char(char c)
{
	return char_is_alnum(c) || c == '+' || c == '-' || c == '.';
}

/* Section 3.1: the length of the scheme that a reference begins with, or 0. */
static size_t
scheme_length(str ref)
{
	str scheme = scan_while(&ref, is_scheme_char);

	return char_is_alpha(scan_peek(scheme)) && scan_peek(ref) == ':'
	    ? scheme.len : 0;
}

struct url
url_split(str ref)
{
	struct url u = {0};

	u.scheme = scan_front(&ref, scheme_length(ref));
	u.has_scheme = u.scheme.len && scan_char(&ref, ':');
	u.has_authority = scan_text(&ref, S("//"));
	if (u.has_authority)
		u.authority = scan_until(&ref, "/?#");
	u.path = scan_until(&ref, "?#");
	u.has_query = scan_char(&ref, '?');
	if (u.has_query)
		u.query = scan_until(&ref, "#");
	u.has_fragment = scan_char(&ref, '#');
	if (u.has_fragment)
		u.fragment = ref;
	return u;
}

static bool
is_web_scheme(str scheme)
{
	return str_ieq(scheme, S("http")) || str_ieq(scheme, S("https"));
}

str
url_host(str authority, str *port)
{
	size_t at = str_rchr(authority, '@');
	str host = at == STR_NONE ? authority : str_from(authority, at + 1);
	size_t colon = str_rchr(host, ':');

	if (colon != STR_NONE && str_chr(str_from(host, colon), ']') ==
	    STR_NONE) {
		if (port)
			*port = str_from(host, colon + 1);
		host = str_sub(host, 0, colon);
	}
	return host;
}

bool
url_is_web(str s)
{
	struct url u = url_split(s);

	return is_web_scheme(u.scheme) && url_host(u.authority, NULL).len > 0;
}

/* Section 2 and 3.3: what a path holds, and complete escapes, stay. */
static size_t
span_allowed(str s, size_t i, char also_allowed)
{
	for (; i < s.len; i++) {
		char c = s.ptr[i];

		if (char_is_alnum(c) || c == also_allowed || c == '-' ||
		    c == '/' || c == '.')
			continue;
		if (!char_is_one_of(c, "_~:@!$&'()*+,;="))
			break;
	}
	return i;
}

static void
encode_but(struct buf *out, str s, char also_allowed)
{
	while (s.len) {
		str rest;
		char byte;

		buf_add(out, scan_front(&s, span_allowed(s, 0, also_allowed)));
		rest = s;
		if (scan_percent(&s, &byte))
			buf_add(out, scan_since(rest, s));
		else if (s.len)
			buf_printf(out, "%%%02X", (unsigned)(unsigned char)
			    scan_front(&s, 1).ptr[0]);
	}
}

void
url_escape(struct buf *out, str s, bool (*is_special)(char c))
{
	while (s.len) {
		size_t n = 0;

		while (n < s.len && !is_special(s.ptr[n]))
			n++;
		buf_add(out, scan_front(&s, n));
		if (s.len)
			buf_printf(out, "%%%02X", (unsigned)(unsigned char)
			    scan_front(&s, 1).ptr[0]);
	}
}

static void
encode(struct buf *out, str s)
{
	encode_but(out, s, '?');
}

/* Sections 6.2.2.1 and 6.2.2.2: escapes in upper case, and none of what need
 * not be escaped. */
static void
normalise_escapes(struct buf *b, size_t from)
{
	static const char digits[] = "0123456789ABCDEF";
	str rest = str_from(buf_str(b), from);
	char byte;

	if (str_chr(rest, '%') == STR_NONE)
		return;
	for (b->len = from; rest.len;) {
		if (!scan_percent(&rest, &byte))
			b->ptr[b->len++] = scan_front(&rest, 1).ptr[0];
		else if (char_is_alnum(byte) || char_is_one_of(byte, "-._~"))
			b->ptr[b->len++] = byte;
		else {
			b->ptr[b->len++] = '%';
			b->ptr[b->len++] = digits[(unsigned char)byte >> 4];
			b->ptr[b->len++] = digits[byte & 15];
		}
	}
}

void
url_encode_path(struct buf *out, str path)
{
	size_t from = out->len;

	encode_but(out, path, '/');
	normalise_escapes(out, from);
}

static bool
is_host_char(char c)
{
	return char_is_alnum(c) || char_is_one_of(c, "-._~!$&'()*+,;=");
}

static bool
is_ip6_char(char c)
{
	return char_hex(c) >= 0 || c == ':' || c == '.';
}

static bool
is_ascii_char(char c)
{
	return !(c & 0x80);
}

static void
add_lower(struct buf *out, str ascii)
{
	for (size_t i = 0; i < ascii.len; i++)
		buf_addc(out, char_lower(ascii.ptr[i]));
}

static bool
add_ip6(struct buf *out, str host)
{
	add_lower(out, host);
	return host.len > 4 &&
	    scan_is_all(str_sub(host, 1, host.len - 2), is_ip6_char);
}

/* A host of ASCII, in lower case. */
static bool
add_ascii_host(struct buf *out, str host)
{
	add_lower(out, host);
	return host.len > 0 && scan_is_all(host, is_host_char);
}

/* The host in lower case and punycode. RFC 3490 by way of IDNA 2008. */
static bool
add_host(struct buf *out, str host)
{
	char *ascii = NULL;
	struct buf copy = {0};
	bool ok;

	if (str_starts(host, S("[")) && str_ends(host, S("]")))
		return add_ip6(out, host);
	if (scan_is_all(host, is_ascii_char))
		return add_ascii_host(out, host);
	buf_add(&copy, host);
	ok = idn2_to_ascii_8z(buf_cstr(&copy), &ascii,
	    IDN2_NFC_INPUT | IDN2_NONTRANSITIONAL) == IDN2_OK &&
	    add_ascii_host(out, str_of(ascii));
	idn2_free(ascii);
	buf_free(&copy);
	return ok;
}

/* Digits that can be the number of a port, or none. */
static bool
is_port(str s)
{
	unsigned long n = 0;

	if (!scan_is_all(s, char_is_digit))
		return false;
	for (size_t i = 0; i < s.len && n <= UINT16_MAX; i++)
		n = 10 * n + (unsigned long)(s.ptr[i] - '0');
	return n <= UINT16_MAX;
}

static bool
add_authority(struct buf *out, str a)
{
	size_t at = str_rchr(a, '@');
	str port = {0};
	str host = url_host(a, &port);

	if (at != STR_NONE) {
		encode(out, str_sub(a, 0, at));
		buf_addc(out, '@');
	}
	if (!add_host(out, host) || !is_port(port))
		return false;
	if (port.len) {
		buf_addc(out, ':');
		buf_add(out, port);
	}
	return true;
}

/* Drops the last segment that was written to out after `start`. */
static void
drop_segment(struct buf *out, size_t start)
{
	while (out->len > start && out->ptr[out->len - 1] != '/')
		out->len--;
	if (out->len > start)
		out->len--;
}

/* Section 5.2.4, over segments: `path` begins with '/'. */
static void
add_path_without_dots(struct buf *out, str path)
{
	size_t start = out->len;
	str segment, rest = str_from(path, 1);
	bool more = true;

	/* Most have none. */
	if (str_find(path, S("/.")) == STR_NONE) {
		encode(out, path);
		return;
	}
	while (more) {
		more = str_chr(rest, '/') != STR_NONE;
		str_split(&rest, '/', &segment);
		if (str_eq(segment, S("..")))
			drop_segment(out, start);
		if (str_eq(segment, S(".")) || str_eq(segment, S(".."))) {
			if (!more)
				buf_addc(out, '/');
			continue;
		}
		buf_addc(out, '/');
		encode(out, segment);
	}
}

/* Section 5.2.3: the base's path up to its last '/', then the reference's. */
static void
merge_path(struct buf *merged, const struct url *base, str path)
{
	size_t slash = str_rchr(base->path, '/');

	if (slash == STR_NONE)
		buf_addc(merged, '/');
	else
		buf_add(merged, str_sub(base->path, 0, slash + 1));
	buf_add(merged, path);
}

static void
add_tail(struct buf *out, const struct url *u)
{
	if (u->has_query) {
		buf_addc(out, '?');
		encode(out, u->query);
	}
	if (u->has_fragment) {
		buf_addc(out, '#');
		encode(out, u->fragment);
	}
}

static void
add_scheme(struct buf *out, str scheme)
{
	add_lower(out, scheme);
	buf_addc(out, ':');
}

/* A reference with a scheme of its own. */
static bool
add_absolute(struct buf *out, const struct url *u)
{
	size_t path;

	add_scheme(out, u->scheme);
	if (u->has_authority) {
		buf_add(out, S("//"));
		/* "file:///x" has an empty one. */
		if ((u->authority.len || is_web_scheme(u->scheme)) &&
		    !add_authority(out, u->authority))
			return false;
	}
	path = out->len;
	if (is_web_scheme(u->scheme) && str_starts(u->path, S("/")))
		add_path_without_dots(out, u->path);
	else
		encode(out, u->path);
	/* "https:/.//x" would get the host x. */
	if (!u->has_authority && is_web_scheme(u->scheme) &&
	    str_starts(str_from(buf_str(out), path), S("//")))
		return false;
	add_tail(out, u);
	return true;
}

static bool
add_relative(struct buf *out, str base, const struct url *r)
{
	struct buf merged = {0};
	struct url b = url_split(base), tail = *r;

	add_scheme(out, b.scheme);
	buf_add(out, S("//"));
	if (!add_authority(out, r->has_authority ? r->authority
	                                         : b.authority))
		return false;
	if (r->has_authority || str_starts(r->path, S("/")))
		buf_add(&merged, r->path);
	else if (r->path.len)
		merge_path(&merged, &b, r->path);
	else {
		buf_add(&merged, b.path);
		if (!r->has_query) {
			tail.query = b.query;
			tail.has_query = b.has_query;
		}
	}
	if (merged.len == 0)
		buf_addc(&merged, '/');
	add_path_without_dots(out, buf_str(&merged));
	add_tail(out, &tail);
	buf_free(&merged);
	return true;
}

bool
url_is_resolved(str ref)
{
	size_t i = str_starts(ref, S("https://")) ? 8 :
	    str_starts(ref, S("http://")) ? 7 : 0;
	size_t host = i, fragment;

	while (i && i < ref.len && (char_is_digit(ref.ptr[i]) ||
	    (ref.ptr[i] >= 'a' && ref.ptr[i] <= 'z') ||
	    ref.ptr[i] == '-' || ref.ptr[i] == '.'))
		i++;
	if (i == host || i == ref.len || ref.ptr[i] != '/' ||
	    str_find(str_from(ref, i), S("/.")) != STR_NONE)
		return false;
	fragment = span_allowed(ref, i, '?');
	return fragment == ref.len || (ref.ptr[fragment] == '#' &&
	    span_allowed(ref, fragment + 1, '?') == ref.len);
}

bool
url_resolve(struct buf *out, str base, str ref)
{
	size_t start = out->len;
	struct url r = url_split(str_trim(ref));
	bool ok = r.has_scheme ? add_absolute(out, &r)
	                       : add_relative(out, base, &r);

	if (!ok)
		out->len = start;
	return ok;
}

void
url_decode(struct buf *out, str part)
{
	char byte;

	while (part.len) {
		buf_add(out, scan_until(&part, "%"));
		if (scan_percent(&part, &byte))
			buf_addc(out, byte);
		else
			buf_add(out, scan_front(&part, 1));
	}
}

/* Whether a decoded path stays within a folder, wherever that is. */
static bool
is_inside(str path)
{
	str segment;

	if (str_chr(path, '\0') != STR_NONE)
		return false;
	while (str_split(&path, '/', &segment))
		if (segment.len == 0 || str_eq(segment, S(".")) ||
		    str_eq(segment, S("..")))
			return false;
	return true;
}

bool
url_below(struct buf *out, str base, str url)
{
	struct url b = url_split(base), u = url_split(url);
	size_t start = out->len;

	/* Sites are reached by http and https alike. */
	if (!is_web_scheme(u.scheme) || !str_ieq(u.authority, b.authority) ||
	    !str_starts(u.path, b.path) || u.path.len == b.path.len)
		return false;
	url_decode(out, str_from(u.path, b.path.len));
	if (is_inside(str_from(buf_str(out), start)))
		return true;
	out->len = start;
	return false;
}

bool
url_is_iri(str s)
{
	struct url u = url_split(s);

	if (!u.has_scheme || s.len == u.scheme.len + 1)
		return false;
	for (size_t i = 0; i < s.len; i++) {
		unsigned char c = (unsigned char)s.ptr[i];

		if (char_is_alnum((char)c) || c == '/' || c == '-')
			continue;
		if (c <= ' ' || c == 0x7F ||
		    char_is_one_of((char)c, "<>\"{}|\\^`"))
			return false;
		/* U+0080 to U+00A0: controls and a blank. */
		if (c == 0xC2 && i + 1 < s.len &&
		    (unsigned char)s.ptr[i + 1] <= 0xA0)
			return false;
	}
	return true;
}
