/* SPDX-License-Identifier: MIT
 * type_uri: URIs and IRIs, and the schemes that have a form of their own.
 * RFC 3986, RFC 3987, RFC 8141 (urn), RFC 9562 (uuid), RFC 4151 (tag). */
#include "validate/tables/feed_rules.h"
#include "validate/types/types.h"

#include "base/core/utf8.h"
#include "base/text/scan.h"
#include "base/web/url.h"
#include "base/web/uuid.h"

SHARED_TYPE(uri, type_check_uri, "an absolute URI", RULE_INVALID_URI,
    .flags = TYPE_ABSOLUTE);
SHARED_TYPE(iri, type_check_uri, "an absolute IRI", RULE_INVALID_URI,
    .flags = TYPE_ABSOLUTE | TYPE_IRI);
SHARED_TYPE(iri_reference, type_check_uri, "an IRI", RULE_INVALID_URI,
    .flags = TYPE_IRI);
SHARED_TYPE(iri_reference_tight, type_check_uri, "an IRI", RULE_INVALID_URI,
    .flags = TYPE_IRI | TYPE_TIGHT | TYPE_FILLED);
SHARED_TYPE(web_url, type_check_uri, "an absolute http or https URL",
    RULE_NOT_WEB_URL, .flags = TYPE_ABSOLUTE | TYPE_WEB);
SHARED_TYPE(atom_id, type_check_uri, "an absolute IRI", RULE_INVALID_URI,
    .flags = TYPE_ABSOLUTE | TYPE_IRI | TYPE_TIGHT | TYPE_STABLE);

/* Schemes of the IANA registry that occur in feeds, and those that feed
 * readers use among themselves. */
static const char schemes[] = "|http|https|ftp|ftps|mailto|news|nntp|file|"
	"data|urn|tag|tel|sms|geo|sip|sips|xmpp|irc|ircs|magnet|feed|podcast|"
	"gopher|gemini|ipfs|ipns|info|doi|acct|at|did|dns|cid|mid|ldap|ldaps|"
	"imap|pop|nfs|rtsp|rtsps|rtmp|ws|wss|ssh|sftp|git|svn|telnet|wais|"
	"z39.50r|z39.50s|prospero|service|acap|dav|opaquelocktoken|fax|modem|"
	"go|h323|ipp|ipps|tftp|mupdate|pres|im|mtqp|dict|snmp|crid|tv|"
	"iris|aaa|aaas|cap|iax|icap|msrp|msrps|shttp|thismessage|about|"
	"view-source|matrix|nostr|bitcoin|lightning|webcal|jabber|skype|"
	"spotify|steam|facetime|callto|apt|maps|web3|";

/* ---- characters ---- */

static bool
is_uri_char(char c)
{
	return char_is_alnum(c) ||
	    char_is_one_of(c, "-._~:/?#@!$&'()*+,;=%");
}

/* Brackets are for addresses of IPv6 alone. RFC 3986, section 3.2.2. */
static bool
is_in_host(const struct subject *s, size_t i)
{
	struct url u = url_split(s->value);
	const char *p = s->value.ptr + i;

	return u.has_authority && p >= u.authority.ptr &&
	    p < u.authority.ptr + u.authority.len;
}

/* RFC 3987, section 2.2: ucschar. */
static bool
is_iri_rune(uint32_t r)
{
	return r >= 0xA0 && r != RUNE_BAD && !(r >= 0xE000 && r <= 0xF8FF) &&
	    !(r >= 0xFDD0 && r <= 0xFDEF) && (r & 0xFFFE) != 0xFFFE;
}

/* Reports the first character that is not allowed. */
static bool
check_characters(const struct subject *s)
{
	str rest = s->value;

	while (rest.len) {
		size_t i = s->value.len - rest.len;
		str from = rest;
		uint32_t r = utf8_next(&rest);
		char c = from.ptr[0];

		if (r >= 0x80 && !(s->type->flags & TYPE_IRI)) {
			type_fault(s, RULE_URI_NOT_ASCII, i,
			    "has '%.*s', which must be percent-encoded in a "
			    "URI", (int)(from.len - rest.len), from.ptr);
			return false;
		}
		if (r >= 0x80 ? is_iri_rune(r)
		    : is_uri_char(c) || (char_is_one_of(c, "[]") &&
		    is_in_host(s, i)))
			continue;
		if (c == ' ')
			type_fault(s, RULE_INVALID_URI_CHARACTER, i,
			    "has a space, which must be written %%20");
		else
			type_fault(s, RULE_INVALID_URI_CHARACTER, i,
			    "has the character U+%04X, which no URI may have",
			    (unsigned)r);
		return false;
	}
	return true;
}

/* Faults that browsers correct and other readers may not. */
static void
check_form(const struct subject *s)
{
	str v = s->value;
	size_t percent, hash = str_chr(v, '#');
	char byte;

	for (str rest = v; (percent = str_chr(rest, '%')) != STR_NONE;) {
		rest = str_from(rest, percent);
		percent = v.len - rest.len;
		if (!scan_percent(&rest, &byte)) {
			type_fault(s, RULE_ODD_URI, percent,
			    "has a '%%' without two hexadecimal digits");
			return;
		}
	}
	if (hash != STR_NONE && str_chr(str_from(v, hash + 1), '#') !=
	    STR_NONE)
		type_fault(s, RULE_ODD_URI, hash, "has more than one '#'");
}

/* ---- schemes with a form of their own ---- */

/* YYYY, YYYY-MM or YYYY-MM-DD. */
static bool
is_tag_date(str s)
{
	bool ok = scan_number(&s).digits == 4;

	for (int i = 0; i < 2 && ok && scan_char(&s, '-'); i++)
		ok = scan_number(&s).digits == 2;
	return ok && s.len == 0;
}

/* tag:blog.example.org,2024:/a. The authority may have capitals: section 2.4
 * has readers compare it byte by byte. */
static void
check_tag(const struct subject *s)
{
	str rest = str_from(s->value, 4);
	size_t colon = str_chr(rest, ':');
	str entity = str_sub(rest, 0, colon);
	size_t comma = str_chr(entity, ',');
	str authority = str_sub(entity, 0, comma);
	size_t at = str_chr(authority, '@');
	str domain = at == STR_NONE ? authority : str_from(authority, at + 1);
	str name = at == STR_NONE ? (str){0} : str_sub(authority, 0, at);

	if (colon == STR_NONE)
		type_fault(s, RULE_INVALID_TAG_URI, 0, "has no ':' between "
		    "the date and what it names");
	else if (comma == STR_NONE)
		type_fault(s, RULE_INVALID_TAG_URI, 0,
		    "has no date, expected a domain, a ',' and a date");
	else if (!is_tag_date(str_from(entity, comma + 1)))
		type_fault(s, RULE_INVALID_TAG_URI, 4 + comma + 1,
		    "has the date '%.*s', expected one as 2024, 2024-01 or "
		    "2024-01-31", STR_ARG(document_quote(s->document,
		    str_from(entity, comma + 1))));
	else if (domain.len == 0 || !type_has_only(domain, ".-") ||
	    !type_has_only(name, "-._+"))
		type_fault(s, RULE_INVALID_TAG_URI, 4,
		    "does not begin with a domain or an e-mail address");
	else
		check_characters(s);
}

static void
check_urn(const struct subject *s)
{
	str rest = str_from(s->value, 4);
	size_t colon = str_chr(rest, ':');
	str nid = str_sub(rest, 0, colon);
	str nss = colon == STR_NONE ? (str){0} : str_from(rest, colon + 1);

	if (str_ieq(nid, S("uuid")) && !uuid_is(nss))
		type_fault(s, RULE_INVALID_UUID, 9, "is not a UUID, expected "
		    "32 hexadecimal digits as in urn:uuid:"
		    "60a76c80-d399-11d9-b93c-0003939e0af6");
	else if (nid.len < 2 || nid.len > 32 || !type_has_only(nid, "-") ||
	    nid.ptr[0] == '-')
		type_fault(s, RULE_INVALID_URN, 4, "has no namespace, "
		    "expected letters, digits and '-' before a second ':'");
	else if (nss.len == 0)
		type_fault(s, RULE_INVALID_URN, 4, "names nothing after its "
		    "namespace");
	else
		check_characters(s);
}

/* ---- http ---- */

static void
check_web(const struct subject *s, struct url u)
{
	str host = url_host(u.authority, NULL);

	if (!url_is_web(s->value))
		type_misfit(s);
	else if (!str_starts(host, S("[")) &&
	    (str_chr(host, '.') == STR_NONE || !type_has_only(host, ".-")))
		type_fault(s, RULE_NOT_WEB_URL, 0,
		    "has the host '%.*s', which is not one of the internet",
		    STR_ARG(document_quote(s->document, host)));
}

/* Readers compare ids byte by byte, proxies by their canonical form: so that
 * form is best. RFC 4287, section 4.2.6.1. */
static void
check_stable(const struct subject *s, struct url u)
{
	struct buf b = {0};

	if (!str_ieq(u.scheme, S("http")) && !str_ieq(u.scheme, S("https")))
		return;
	if (u.path.len == 0 && !u.has_query && !u.has_fragment)
		type_fault(s, RULE_NOT_CANONICAL, 0,
		    "is not in its canonical form, '%.*s/'",
		    STR_ARG(document_quote(s->document, s->value)));
	else if (url_resolve(&b, s->value, s->value) &&
	    utf8_len(s->value) == s->value.len &&
	    !str_eq(buf_str(&b), s->value))
		type_fault(s, RULE_NOT_CANONICAL, 0,
		    "is not in its canonical form, '%.*s'",
		    STR_ARG(document_quote(s->document, buf_str(&b))));
	buf_free(&b);
}

static void
check_parts(const struct subject *s, struct url u)
{
	if ((s->type->flags & TYPE_ABSOLUTE) && (!u.has_scheme ||
	    u.scheme.len + 1 == s->value.len))
		type_misfit(s);
	else if (u.has_scheme &&
	    type_has_word("|http|https|ftp|", u.scheme, true) &&
	    url_host(u.authority, NULL).len == 0)
		type_fault(s, RULE_INVALID_URI, 0, "has no host");
	else if (s->type->flags & TYPE_WEB)
		check_web(s, u);
	else if (u.has_scheme && !type_has_word(schemes, u.scheme, true))
		type_fault(s, RULE_UNKNOWN_SCHEME, 0,
		    "has the scheme '%.*s', which is not a common one",
		    STR_ARG(document_quote(s->document, u.scheme)));
	else if (s->type->flags & TYPE_STABLE)
		check_stable(s, u);
	check_form(s);
}

void
type_check_uri(const struct subject *s)
{
	struct url u = url_split(s->value);

	if (s->value.len == 0) {
		if (s->type->flags & TYPE_ABSOLUTE)
			type_misfit(s);
	} else if (str_istarts(s->value, S("tag:")))
		check_tag(s);
	else if (str_istarts(s->value, S("urn:")))
		check_urn(s);
	else if (check_characters(s))
		check_parts(s, u);
}
