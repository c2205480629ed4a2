/* SPDX-License-Identifier: MIT
 * html_check: HTML in feeds: unsafe or unknown elements, links that lead
 * nowhere, tags that are not closed. */
#include "validate/types/html_check.h"

#include <stdlib.h>

#include "base/web/url.h"
#include "base/text/html_scan.h"
#include "validate/reading/references.h"
#include "validate/tables/feed_rules.h"

enum {
	VOID = 1 << 0,     /* it has no end tag */
	OPTIONAL = 1 << 1, /* its end tag may be left out */
	RAW = 1 << 2,      /* it holds text without tags */
	UNSAFE = 1 << 3,   /* readers remove it */
	FOREIGN = 1 << 4,  /* it holds SVG or MathML */
	MOST_OPEN = 512,
};

struct element {
	str name;
	int flags;
};

static const struct element elements[] = {
#define ELEMENT(name, flags) {S_INIT(name), flags},
#include "validate/tables/html_names.h"
#undef ELEMENT
};

static const struct element *
find_element(str name)
{
	char lower[16];
	str key = {lower, name.len};

	if (name.len >= sizeof lower)
		return NULL;
	for (size_t i = 0; i < name.len; i++)
		lower[i] = char_lower(name.ptr[i]);
	return bsearch(&key, elements, sizeof elements / sizeof elements[0],
	    sizeof elements[0], str_cmp_row);
}

bool
html_check_is_element(str name)
{
	return find_element(name) != NULL;
}

static str
shown(const struct subject *s, str text)
{
	return document_quote(s->document, text);
}

/* ---- one element, one attribute ---- */

static void
check_element(const struct subject *s, const struct element *e, str name,
    size_t at)
{
	/* Readers remove custom elements such as <my-thing>, too. */
	if (e == NULL)
		type_remark(s, RULE_UNKNOWN_HTML, at,
		    "has <%.*s>, which is not an element of HTML",
		    STR_ARG(shown(s, name)));
	else if (e->flags & UNSAFE)
		type_remark(s, RULE_UNSAFE_HTML, at,
		    "has <%.*s>, which readers remove", STR_ARG(e->name));
}

void
html_check_element(const struct subject *s, str name, size_t at)
{
	check_element(s, find_element(name), name, at);
}

/* Whether an attribute holds an address. */
static bool
is_address(str element, str name)
{
	if (str_ieq(name, S("poster")))
		return str_ieq(element, S("video"));
	if (str_ieq(name, S("data")))
		return str_ieq(element, S("object"));
	return str_has_word(S("href src cite longdesc background action "
	    "formaction"), name, str_ieq);
}

/* Schemes that run something, or read the reader's own disk. */
static bool
is_unsafe_scheme(str ref)
{
	struct url u = url_split(ref);

	return str_ieq(u.scheme, S("javascript")) ||
	    str_ieq(u.scheme, S("vbscript")) ||
	    str_ieq(u.scheme, S("file")) ||
	    str_istarts(ref, S("data:text/html"));
}

/* The first character that a relative reference may not have, or 0. */
static char
bad_character(str ref)
{
	for (size_t i = 0; i < ref.len; i++) {
		char c = ref.ptr[i];

		if ((unsigned char)c < 0x80 && !char_is_alnum(c) &&
		    !char_is_one_of(c, ";/?:@&=+$.-_!~*'()%,#"))
			return c ? c : '?';
	}
	return '\0';
}

static void
check_address(const struct subject *s, str ref, size_t at)
{
	struct url u;
	char bad;

	ref = str_trim(ref);
	u = url_split(ref);
	if (is_unsafe_scheme(ref))
		type_remark(s, RULE_UNSAFE_LINK, at,
		    "has a link to '%.*s', which readers do not follow",
		    STR_ARG(shown(s, ref)));
	if (u.has_scheme)
		return;
	if (str_starts(ref, S("#"))) {
		type_remark(s, RULE_FRAGMENT_REFERENCE, at,
		    "has a link to '%.*s', which leads nowhere in a reader",
		    STR_ARG(shown(s, ref)));
		return;
	}
	bad = s->is_rss2 ? bad_character(ref) : '\0';
	if (bad)
		type_remark(s, RULE_INVALID_URI_CHARACTER, at,
		    "has a link to '%.*s' with '%c', which no URI may have",
		    STR_ARG(shown(s, ref)), bad < ' ' ? ' ' : bad);
	else
		type_remark(s, s->has_base ? RULE_RELATIVE_TO_BASE
		    : RULE_RELATIVE_REFERENCE, at,
		    "has a link to '%.*s', which is relative",
		    STR_ARG(shown(s, ref)));
}

/* srcset has addresses, each with a width or density, between commas. An
 * address may have commas too, so only a comma after white space separates. */
static void
check_srcset(const struct subject *s, str value, size_t at)
{
	str word;

	while (str_word(&value, &word)) {
		bool is_last = str_ends(word, S(","));

		if (is_last)
			word.len--;
		if (word.len)
			check_address(s, word, at);
		if (!is_last) {
			size_t comma = str_chr(value, ',');

			value = comma == STR_NONE
			    ? (str){0} : str_from(value, comma + 1);
		}
	}
}

void
html_check_attribute(const struct subject *s, str element, str name,
    str value, size_t at)
{
	if (str_istarts(name, S("on")) && name.len > 3)
		type_remark(s, RULE_UNSAFE_ATTRIBUTE, at,
		    "has the attribute %.*s, which readers remove",
		    STR_ARG(shown(s, name)));
	else if (str_ieq(name, S("srcset")))
		check_srcset(s, value, at);
	else if (is_address(element, name))
		check_address(s, value, at);
}

/* ---- open elements ---- */

struct open {
	const struct element *element;
	size_t at;
};

struct stack {
	const struct subject *s;
	struct open open[MOST_OPEN];
	size_t count;
	bool is_reported; /* later faults may follow from the first one */
};

static void
report_unbalanced(struct stack *st, size_t at, const char *words, str name)
{
	if (!st->is_reported)
		type_remark(st->s, RULE_UNBALANCED_HTML, at,
		    "has %s%.*s>%s", words, STR_ARG(name),
		    words[1] == '/' ? ", which closes nothing"
		    : ", which is not closed");
	st->is_reported = true;
}

static void
close_to(struct stack *st, size_t n)
{
	while (st->count > n) {
		const struct open *o = &st->open[--st->count];

		if (!(o->element->flags & OPTIONAL))
			report_unbalanced(st, o->at, "<", o->element->name);
	}
}

/* A new <li> closes the one before, with the open elements in it that need no
 * end tag. */
static void
close_before(struct stack *st, const struct element *e)
{
	size_t n = st->count;

	if (!(e->flags & OPTIONAL))
		return;
	while (n > 0 && (st->open[n - 1].element->flags & OPTIONAL))
		if (st->open[--n].element == e)
			st->count = n;
}

static void
open_element(struct stack *st, const struct element *e, size_t at)
{
	close_before(st, e);
	if (st->count == MOST_OPEN) {
		if (!st->is_reported)
			type_remark(st->s, RULE_UNBALANCED_HTML, at,
			    "has more than %d elements open", MOST_OPEN);
		st->is_reported = true;
		return;
	}
	st->open[st->count++] = (struct open){e, at};
}

static void
close_element(struct stack *st, const struct element *e, size_t at)
{
	size_t n = st->count;

	while (n > 0 && st->open[n - 1].element != e)
		n--;
	if (n == 0)
		report_unbalanced(st, at, "</", e->name);
	else {
		close_to(st, n);
		st->count = n - 1;
	}
}

/* ---- a text ---- */

static void
check_attributes(const struct subject *s, struct html_tag *tag)
{
	struct buf decoded = {0};
	struct html_attribute a;

	while (html_scan_attribute(tag, &a)) {
		str value = a.value;

		if (str_chr(value, '&') != STR_NONE) {
			buf_reset(&decoded);
			references_decode(&decoded, value);
			value = buf_str(&decoded);
		}
		html_check_attribute(s, tag->name, a.name, value,
		    (size_t)(a.name.ptr - s->value.ptr));
	}
	buf_free(&decoded);
}

static void
check_tag(struct stack *st, struct html_tag *tag, const struct element *e,
    int *foreign)
{
	size_t at = tag->at;

	/* SVG and MathML have other names. Scripts are unsafe there, too. */
	if (*foreign && (e == NULL || !(e->flags & (UNSAFE | FOREIGN)))) {
		if (!tag->is_end)
			check_attributes(st->s, tag);
		return;
	}
	if (e && (e->flags & FOREIGN) && !tag->is_closed)
		*foreign += tag->is_end ? -(*foreign > 0) : 1;
	if (!tag->is_end) {
		check_element(st->s, e, tag->name, at);
		check_attributes(st->s, tag);
	}
	if (e == NULL || (e->flags & VOID) ||
	    (tag->is_closed && (e->flags & FOREIGN)))
		return;
	if (tag->is_end)
		close_element(st, e, at);
	else
		open_element(st, e, at);
}

void
html_check(const struct subject *s)
{
	struct stack st = {.s = s};
	struct html_scan scan = html_scan_begin(s->value);
	struct html_tag tag;
	int foreign = 0;

	while (html_scan_tag(&scan, &tag)) {
		const struct element *e = find_element(tag.name);

		check_tag(&st, &tag, e, &foreign);
		html_scan_past(&scan, &tag);
		if (e && (e->flags & RAW) && !tag.is_end && !foreign)
			html_scan_raw(&scan, tag.name);
	}
	if (scan.open_at != STR_NONE)
		type_remark(s, RULE_UNBALANCED_HTML, scan.open_at,
		    "has a tag without '>'");
	close_to(&st, 0);
}

/* Whether a tag is a <link> to a feed, and where to. */
static bool
is_feed_link(struct html_tag *tag, str *href)
{
	static const char types[] = "|application/atom+xml|"
		"application/rss+xml|application/feed+json|";
	struct html_attribute a;
	bool is_alternate = false, is_feed = false;

	*href = (str){0};
	while (str_ieq(tag->name, S("link")) && html_scan_attribute(tag, &a)) {
		if (str_ieq(a.name, S("rel")))
			is_alternate |= str_ieq(a.value, S("alternate"));
		else if (str_ieq(a.name, S("type")))
			is_feed |= type_has_word(types, a.value, true);
		else if (str_ieq(a.name, S("href")))
			*href = a.value;
	}
	return is_alternate && is_feed && href->len;
}

bool
html_check_find_feed(str page, struct buf *out)
{
	struct html_scan scan = html_scan_begin(page);
	struct html_tag tag;
	str href;

	while (html_scan_tag(&scan, &tag)) {
		if (is_feed_link(&tag, &href)) {
			references_decode(out, href);
			return true;
		}
		html_scan_past(&scan, &tag);
	}
	return false;
}
