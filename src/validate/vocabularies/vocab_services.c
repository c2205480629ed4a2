/* SPDX-License-Identifier: MIT
 * vocab_services: extensions by web services, and other languages in feeds. */
#include "validate/tables/feed_rules.h"
#include "validate/vocabularies/vocabulary.h"

#include "base/core/utf8.h"
#include "validate/vocabularies/frame.h"
#include "validate/reading/encoding.h"

/* ---- FeedBurner ---- */

ATTRIBUTES(flare,
	{"href", &type_iri_reference, REQUIRED},
	{"src", &type_iri_reference, REQUIRED});
ATTRIBUTES(info, {"uri", &type_iri_reference, REQUIRED});

static const struct element feedburner_elements[] = {
	LEAF("awareness", IN_FEEDS | IN_ENTRIES, ONCE, type_uri),
	LEAF("browserFriendly", IN_FEEDS, ONCE, type_plain),
	LEAF("emailServiceId", IN_FEEDS, ONCE, type_anything),
	LEAF("feedFlare", IN_FEEDS, MANY, type_plain,
	    .attributes = flare_attributes),
	LEAF("feedburnerHostname", IN_FEEDS, ONCE, type_uri),
	EMPTY("info", IN_FEEDS, MANY, info_attributes),
	LEAF("origEnclosureLink", IN_ENTRIES, ONCE, type_uri),
	LEAF("origLink", IN_ENTRIES, ONCE, type_uri),
};
MODULE(feedburner, "feedburner",
    "http://rssnamespace.org/feedburner/ext/1.0", "FeedBurner");

/* ---- Bloglines: who may show the feed ---- */

WORDS(relationship, "'allow' or 'deny'", "|allow|deny|");
ATTRIBUTES(restriction,
	{"relationship", &type_relationship, REQUIRED});
static const struct element access_elements[] = {
	EMPTY("restriction", IN(RSS) | IN(CHANNEL) | IN(FEED) | IN(SOURCE),
	    ONCE, restriction_attributes),
};
MODULE(access, "access", "http://www.bloglines.com/about/specs/fac-1.0",
    "feed access control");

/* ---- Microsoft: lists ---- */

ATTRIBUTES(sort,
	{"data-type", &type_anything, OPTIONAL},
	{"default", &type_anything, OPTIONAL},
	{"element", &type_anything, OPTIONAL},
	{"label", &type_anything, OPTIONAL},
	{"ns", &type_anything, OPTIONAL});
static const struct element cf_elements[] = {
	EMPTY("group", IN(CF_LIST), MANY, sort_attributes),
	PARTS("listinfo", IN_FEEDS, MANY, CF_LIST),
	EMPTY("sort", IN(CF_LIST), MANY, sort_attributes),
	LEAF("treatAs", IN_FEEDS, MANY, type_anything),
};
MODULE(cf, "cf", "http://www.microsoft.com/schemas/rss/core/2005",
    "simple list extensions");

/* ---- Conversations Network ---- */

static const struct element conversations_elements[] = {
	LEAF("image", IN_ENTRIES, ONCE, type_web_url),
	LEAF("introMilliseconds", IN_ENTRIES, ONCE, type_natural),
	LEAF("ratingAverage", IN_ENTRIES, ONCE, type_decimal),
	LEAF("ratingCount", IN_ENTRIES, ONCE, type_natural),
	LEAF("ratingIndividual", IN_ENTRIES, ONCE, type_positive),
	LEAF("ratingTimestamp", IN_ENTRIES, ONCE, type_iso8601),
};
MODULE(conversations, "conversationsNetwork",
    "http://conversationsnetwork.org/rssNamespace-1.0/",
    "Conversations Network");

/* ---- OpenSearch ---- */

WORDS(role, "request, example, related, correction, subset or superset",
    "|request|example|related|correction|subset|superset|");
TYPE(text_256, type_check_length, NULL, RULE_TOO_LONG, .most = 256,
    .flags = TYPE_PLAIN);

static void
check_charset(const struct subject *s)
{
	if (!encoding_is_known(s->value))
		type_misfit(s);
}

TYPE(charset, check_charset, "an encoding as UTF-8", RULE_INVALID_VALUE);

/* Search terms, percent-encoded for a query. */
static void
check_escaped(const struct subject *s)
{
	str rest = s->value;

	while (rest.len) {
		str from = rest;
		char c = from.ptr[0];

		utf8_next(&rest);
		if (char_is_alnum(c) || char_is_space(c) ||
		    str_chr(S("%-._~/"), c) != STR_NONE)
			continue;
		type_fault(s, RULE_INVALID_VALUE, s->value.len - from.len,
		    "has '%.*s', which must be percent-encoded",
		    (int)(from.len - rest.len), from.ptr);
		return;
	}
}

TYPE(escaped, check_escaped, NULL, RULE_INVALID_VALUE);

/* A role with a prefix belongs to another vocabulary. */
static void
check_query_role(struct check *c, struct frame *f)
{
	str role;
	size_t colon;

	if (!frame_attribute(f, S("role"), &role))
		return;
	colon = str_chr(role, ':');
	if (colon == STR_NONE)
		frame_check(c, f, S("role"), &type_role);
	else if (!frame_has_prefix(c, f, str_sub(role, 0, colon)))
		frame_report(c, f, RULE_UNDECLARED_PREFIX, "has the role "
		    "'%.*s', whose prefix is not declared",
		    STR_ARG(document_quote(c->document, role)));
}

ATTRIBUTES(query,
	{"count", &type_natural, OPTIONAL},
	{"inputEncoding", &type_charset, OPTIONAL},
	{"language", &type_language, OPTIONAL},
	{"outputEncoding", &type_charset, OPTIONAL},
	{"parameter", &type_anything, OPTIONAL},
	{"role", &type_anything, REQUIRED},
	{"searchTerms", &type_escaped, OPTIONAL},
	{"startIndex", &type_integer, OPTIONAL},
	{"startPage", &type_integer, OPTIONAL},
	{"title", &type_text_256, OPTIONAL},
	{"totalResults", &type_natural, OPTIONAL});
static const struct element opensearch_elements[] = {
	EMPTY("Query", IN_FEEDS, MANY, query_attributes,
	    .opened = check_query_role),
	LEAF("itemsPerPage", IN_FEEDS, ONCE, type_natural),
	LEAF("startIndex", IN_FEEDS, ONCE, type_integer),
	LEAF("totalResults", IN_FEEDS, ONCE, type_natural),
};
VOCABULARY_OF(opensearch, opensearch_elements, "OpenSearch", "opensearch",
    "http://a9.com/-/spec/opensearch/1.1/", "OpenSearch 1.1",
    .other = "http://a9.com/-/spec/opensearchrss/1.0/");

/* ---- SVG and MathML, which belong in HTML ---- */

static const struct element svg_elements[] = {OPAQUE("svg", 0)};
VOCABULARY_OF(svg, svg_elements, "SVG", "svg", "http://www.w3.org/2000/svg",
    "SVG 1.1", .is_open = true);

static const struct element mathml_elements[] = {OPAQUE("math", 0)};
VOCABULARY_OF(mathml, mathml_elements, "MathML", "mathml",
    "http://www.w3.org/1998/Math/MathML", "MathML 3", .is_open = true);

/* ---- XHTML outside of text ---- */

WORDS(meta_name, "'robots'", "|robots|", .flags = TYPE_ANY_CASE);
WORDS(meta_content, "words as noindex,nofollow",
    "|all|none|index|index,follow|index,nofollow|noindex|noindex,follow|"
    "noindex,nofollow|follow|follow,index|follow,noindex|nofollow|"
    "nofollow,index|nofollow,noindex|", .flags = TYPE_ANY_CASE);
ATTRIBUTES(meta,
	{"content", &type_meta_content, REQUIRED},
	{"name", &type_meta_name, REQUIRED});
static const struct element xhtml_elements[] = {
	{.name = "body", .in = IN(ITEM), .holds = HOLDS_XHTML},
	{.name = "div", .in = IN_FEEDS | IN(PERSON), .holds = HOLDS_XHTML},
	EMPTY("meta", IN_FEEDS, MANY, meta_attributes),
};
VOCABULARY_OF(xhtml, xhtml_elements, "XHTML", "xhtml",
    "http://www.w3.org/1999/xhtml", "XHTML 1.0", .is_for_all = true,
    .is_open = true);
