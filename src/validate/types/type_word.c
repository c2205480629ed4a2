/* SPDX-License-Identifier: MIT
 * type_word: e-mail addresses, media types, languages, countries. */
#include "validate/tables/feed_rules.h"
#include "validate/types/types.h"

#include "base/web/media_type.h"
#include "base/web/url.h"
#include "validate/tables/languages.h"

SHARED_TYPE(email, type_check_email, "an e-mail address as name@example.org",
    RULE_INVALID_EMAIL);
SHARED_TYPE(contact, type_check_contact,
    "an e-mail address with a name as jo@example.org (Jo)",
    RULE_INVALID_CONTACT, .flags = TYPE_PLAIN);
SHARED_TYPE(mailbox, type_check_mailbox,
    "an e-mail address as name@example.org", RULE_INVALID_EMAIL);
SHARED_TYPE(language, type_check_language, "a language tag as en or pt-BR",
    RULE_INVALID_LANGUAGE);
SHARED_TYPE(language_or_none, type_check_language,
    "a language tag as en or pt-BR", RULE_INVALID_LANGUAGE,
    .flags = TYPE_OPTIONAL);
SHARED_TYPE(media_type, type_check_media_type, "a media type as text/html",
    RULE_INVALID_MEDIA_TYPE);
SHARED_TYPE(country, type_check_words, "a country as US or DE",
    RULE_INVALID_VALUE,
    .values = "|AD|AE|AF|AG|AI|AL|AM|AN|AO|AQ|AR|AS|AT|AU|AW|AX|AZ|BA|BB|BD|BE|BF|"
	"BG|BH|BI|BJ|BL|BM|BN|BO|BQ|BR|BS|BT|BV|BW|BY|BZ|CA|CC|CD|CF|CG|CH|"
	"CI|CK|CL|CM|CN|CO|CR|CU|CV|CW|CX|CY|CZ|DE|DJ|DK|DM|DO|DZ|EC|EE|EG|"
	"EH|ER|ES|ET|FI|FJ|FK|FM|FO|FR|GA|GB|GD|GE|GF|GG|GH|GI|GL|GM|GN|GP|"
	"GQ|GR|GS|GT|GU|GW|GY|HK|HM|HN|HR|HT|HU|ID|IE|IL|IM|IN|IO|IQ|IR|IS|"
	"IT|JE|JM|JO|JP|KE|KG|KH|KI|KM|KN|KP|KR|KW|KY|KZ|LA|LB|LC|LI|LK|LR|"
	"LS|LT|LU|LV|LY|MA|MC|MD|ME|MF|MG|MH|MK|ML|MM|MN|MO|MP|MQ|MR|MS|MT|"
	"MU|MV|MW|MX|MY|MZ|NA|NC|NE|NF|NG|NI|NL|NO|NP|NR|NU|NZ|OM|PA|PE|PF|"
	"PG|PH|PK|PL|PM|PN|PR|PS|PT|PW|PY|QA|RE|RO|RS|RU|RW|SA|SB|SC|SD|SE|"
	"SG|SH|SI|SJ|SK|SL|SM|SN|SO|SR|SS|ST|SV|SX|SY|SZ|TC|TD|TF|TG|TH|TJ|"
	"TK|TL|TM|TN|TO|TP|TR|TT|TV|TW|TZ|UA|UG|UM|US|UY|UZ|VA|VC|VE|VG|VI|"
	"VN|VU|WF|WS|YE|YT|YU|ZA|ZM|ZW|");

/* ---- e-mail ---- */

bool
type_is_email(str s)
{
	size_t at = str_rchr(s, '@');
	str domain = at == STR_NONE ? (str){0} : str_from(s, at + 1);

	return at != STR_NONE && at > 0 && domain.len > 0 &&
	    type_has_only(str_sub(s, 0, at), "-_+.'!#$%&*/=?^`{|}~") &&
	    type_has_only(domain, "-.") && !str_starts(domain, S(".")) &&
	    !str_ends(domain, S(".")) &&
	    str_find(domain, S("..")) == STR_NONE;
}

void
type_check_email(const struct subject *s)
{
	if (!type_is_email(s->value))
		type_misfit(s);
	else if (str_chr(str_from(s->value, str_rchr(s->value, '@')), '.') ==
	    STR_NONE)
		type_fault(s, RULE_ODD_EMAIL, 0,
		    "has a domain without a dot");
}

/* The address within "jo@example.org (Jo)" or "Jo <jo@example.org>". */
static str
address_in(str s)
{
	size_t angle = str_rchr(s, '<'), open = str_chr(s, '(');

	if (angle != STR_NONE && str_ends(s, S(">")))
		return str_trim(str_sub(s, angle + 1, s.len - angle - 2));
	if (open != STR_NONE && str_ends(s, S(")")))
		return str_trim(str_sub(s, 0, open));
	return s;
}

/* The address of a person, with or without a name. */
void
type_check_mailbox(const struct subject *s)
{
	str address = address_in(s->value);

	if (!type_is_email(address))
		type_misfit(s);
	else if (address.len != s->value.len)
		type_fault(s, RULE_CONTACT_FORM, 0,
		    "is more than an address");
}

/* "jo@example.org (Jo)", which readers show as Jo. */
static void
check_contact(const struct subject *s, str v)
{
	size_t at = str_chr(v, '@');

	if (at == STR_NONE || at == 0)
		type_misfit(s);
	else if (str_ends(v, S(")"))) {
		if (!type_is_email(address_in(v)))
			type_misfit(s);
	} else if (str_chr(v, ' ') != STR_NONE)
		type_fault(s, RULE_CONTACT_FORM, 0, "is not %s",
		    s->type->expects);
	else
		type_fault(s, RULE_CONTACT_WITHOUT_NAME, 0,
		    "has no name, expected one as jo@example.org (Jo)");
}

/* A mailto: URI is percent-encoded, and may have header fields behind a '?'.
 * RFC 6068, section 2. */
void
type_check_contact(const struct subject *s)
{
	struct buf decoded = {0};
	str v = s->value;

	if (str_istarts(v, S("mailto:"))) {
		v = str_from(v, 7);
		url_decode(&decoded, str_sub(v, 0, str_chr(v, '?')));
		v = buf_str(&decoded);
	}
	check_contact(s, v);
	buf_free(&decoded);
}

/* ---- media types ---- */

void
type_check_media_type(const struct subject *s)
{
	if (!media_type_has_syntax(s->value))
		type_misfit(s);
}

/* ---- languages ---- */

void
type_check_language(const struct subject *s)
{
	str rest = s->value, part, first;
	bool ok = str_split(&rest, '-', &first) && language_is_known(first);

	while (ok && str_split(&rest, '-', &part))
		ok = type_has_only(part, "") && part.len > 0 &&
		    part.len <= 8;
	if (!ok)
		type_misfit(s);
}
