/* SPDX-License-Identifier: MIT
 * vocab_atom_extensions: what other RFCs add to Atom: threads (RFC 4685),
 * history (RFC 5005), publishing (RFC 5023), deleted entries (RFC 6721). */
#include "validate/vocabularies/vocabulary.h"

#include "validate/vocabularies/frame.h"

static const struct type type_ref = {type_check_uri, "an absolute IRI",
	RULE_INVALID_URI, NULL, 0, 0, TYPE_ABSOLUTE | TYPE_IRI | TYPE_STABLE};

/* ---- threads ---- */

static const struct attribute reply_attributes[] = {
	{"href", &type_iri_reference, OPTIONAL},
	{"ref", &type_ref, OPTIONAL},
	{"source", &type_iri_reference, OPTIONAL},
	{"type", &type_media_type, OPTIONAL},
	LAST_ATTRIBUTE,
};

/* Section 3: "MUST contain a ref attribute", if the resource has an id. */
static void
reply_opened(struct check *c, struct frame *f)
{
	str ref, href;

	if (!frame_attribute(f, S("ref"), &ref) &&
	    !frame_attribute(f, S("href"), &href))
		frame_report(c, f, RULE_MISSING_ATTRIBUTE,
		    "has no attribute 'ref'");
	else if (ref.len == 0)
		frame_report(c, f, RULE_MISSING_RECOMMENDED,
		    "has no attribute 'ref', the id of what it replies to");
}

static const struct element thread_elements[] = {
	/* That of RSS 1.0, which has no other. */
	OPAQUE("children", 0),
	{.name = "in-reply-to", .in = IN_FEEDS | IN_ENTRIES,
		.holds = HOLDS_TEXT, .attributes = reply_attributes,
		.reference = "RFC 4685 3", .opened = reply_opened},
	{.name = "total", .in = IN_ENTRIES, .often = ONCE,
		.holds = HOLDS_TEXT, .type = &type_natural,
		.reference = "RFC 4685 5"},
};

const struct vocabulary vocabulary_thr = {
	.name = "Atom threading",
	.prefix = "thr",
	.uri = "http://purl.org/syndication/thread/1.0",
	.other = "http://purl.org/rss/1.0/modules/threading/",
	.reference = "RFC 4685",
	VOCABULARY_ELEMENTS(thread_elements),
};

/* ---- history ---- */

static const struct element history_elements[] = {
	{.name = "archive", .in = IN_FEEDS, .reference = "RFC 5005 4"},
	{.name = "complete", .in = IN_FEEDS, .reference = "RFC 5005 2"},
};

const struct vocabulary vocabulary_fh = {
	.name = "feed history",
	.prefix = "fh",
	.uri = "http://purl.org/syndication/history/1.0",
	.reference = "RFC 5005",
	VOCABULARY_ELEMENTS(history_elements),
};

/* ---- publishing ---- */

static const struct attribute collection_attributes[] = {
	{"href", &type_iri_reference, REQUIRED},
	LAST_ATTRIBUTE,
};
static const struct attribute categories_attributes[] = {
	{"fixed", &type_yes_no, OPTIONAL},
	{"href", &type_iri_reference, OPTIONAL},
	{"scheme", &type_iri_reference, OPTIONAL},
	LAST_ATTRIBUTE,
};

static void
collection_opened(struct check *c, struct frame *f)
{
	if (frame_up(c, f)->place == PLACE_ENTRY)
		frame_report(c, f, RULE_ELEMENT_ELSEWHERE,
		    "is not expected in an entry");
}

static const struct element app_elements[] = {
	LEAF("accept", IN(APP_COLLECTION), MANY, type_anything),
	{.name = "categories", .in = IN(APP_COLLECTION),
		.holds = HOLDS_ELEMENTS, .opens = PLACE_APP_CATEGORIES,
		.attributes = categories_attributes,
		.reference = "RFC 5023 7.2.1"},
	{.name = "collection", .in = IN(FEED) | IN(SOURCE) | IN(ENTRY),
		.often = ONCE, .holds = HOLDS_ELEMENTS,
		.opens = PLACE_APP_COLLECTION,
		.attributes = collection_attributes,
		.reference = "RFC 5023 8.3.3", .opened = collection_opened},
	{.name = "control", .in = IN(ENTRY), .often = ONCE,
		.holds = HOLDS_ELEMENTS, .opens = PLACE_APP_CONTROL,
		.reference = "RFC 5023 13.1.1"},
	{.name = "draft", .in = IN(APP_CONTROL), .often = ONCE,
		.holds = HOLDS_TEXT, .type = &type_yes_no,
		.reference = "RFC 5023 13.1.1"},
	{.name = "edited", .in = IN(ENTRY), .often = ONCE,
		.holds = HOLDS_TEXT, .type = &type_rfc3339_tight,
		.reference = "RFC 5023 10.2"},
};

const struct vocabulary vocabulary_app = {
	.name = "Atom publishing",
	.prefix = "app",
	.uri = "http://www.w3.org/2007/app",
	.reference = "RFC 5023",
	VOCABULARY_ELEMENTS(app_elements),
};

/* ---- deleted entries ---- */

static const struct attribute deleted_attributes[] = {
	{"ref", &type_ref, REQUIRED},
	{"when", &type_rfc3339, REQUIRED},
	LAST_ATTRIBUTE,
};
static const struct attribute comment_attributes[] = {
	{"type", &type_anything, OPTIONAL},
	LAST_ATTRIBUTE,
};

static const struct element deleted_elements[] = {
	{.name = "by", .in = IN(DELETED), .often = ONCE,
		.holds = HOLDS_ELEMENTS, .opens = PLACE_PERSON,
		.reference = "RFC 6721 4"},
	{.name = "comment", .in = IN(DELETED), .often = ONCE,
		.holds = HOLDS_CONSTRUCT, .attributes = comment_attributes,
		.reference = "RFC 6721 5"},
	{.name = "deleted-entry", .in = IN(FEED) | IN(CHANNEL),
		.holds = HOLDS_ELEMENTS, .opens = PLACE_DELETED,
		.attributes = deleted_attributes,
		.reference = "RFC 6721 3"},
};

const struct vocabulary vocabulary_at = {
	.name = "deleted entries",
	.prefix = "at",
	.uri = "http://purl.org/atompub/tombstones/1.0",
	.reference = "RFC 6721",
	VOCABULARY_ELEMENTS(deleted_elements),
};

/* An attribute of feeds that search engines once obeyed. */
static const struct element indexing_elements[] = {
	OPAQUE("index", 0),
};

const struct vocabulary vocabulary_indexing = {
	.name = "indexing",
	.prefix = "indexing",
	.uri = "urn:atom-extension:indexing",
	.reference = "Atom indexing extension",
	VOCABULARY_ELEMENTS(indexing_elements),
};
