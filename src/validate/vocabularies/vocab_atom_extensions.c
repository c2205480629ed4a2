/* SPDX-License-Identifier: MIT
 * vocab_atom_extensions: extensions of Atom by other RFCs: threads (RFC 4685),
 * history (RFC 5005), publishing (RFC 5023), deleted entries (RFC 6721). */
#include "validate/tables/feed_rules.h"
#include "validate/vocabularies/vocabulary.h"

#include "validate/vocabularies/frame.h"

TYPE(ref, type_check_uri, "an absolute IRI", RULE_INVALID_URI,
    .flags = TYPE_ABSOLUTE | TYPE_IRI | TYPE_STABLE);

/* ---- threads ---- */

ATTRIBUTES(reply,
	{"href", &type_iri_reference, OPTIONAL},
	{"ref", &type_ref, OPTIONAL},
	{"source", &type_iri_reference, OPTIONAL},
	{"type", &type_media_type, OPTIONAL});

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
	/* The only element of the module of RSS 1.0. */
	OPAQUE("children", 0),
	LEAF("in-reply-to", IN_FEEDS | IN_ENTRIES, MANY, type_anything,
	    .reference = "RFC 4685 3", .attributes = reply_attributes,
	    .opened = reply_opened),
	LEAF("total", IN_ENTRIES, ONCE, type_natural,
	    .reference = "RFC 4685 5"),
};

VOCABULARY_OF(thr, thread_elements, "Atom threading", "thr",
    "http://purl.org/syndication/thread/1.0", "RFC 4685",
    .other = "http://purl.org/rss/1.0/modules/threading/");

/* ---- history ---- */

static const struct element history_elements[] = {
	EMPTY("archive", IN_FEEDS, MANY, NULL, .reference = "RFC 5005 4"),
	EMPTY("complete", IN_FEEDS, MANY, NULL, .reference = "RFC 5005 2"),
};

VOCABULARY_OF(fh, history_elements, "feed history", "fh",
    "http://purl.org/syndication/history/1.0", "RFC 5005");

/* ---- publishing ---- */

ATTRIBUTES(collection,
	{"href", &type_iri_reference, REQUIRED});
ATTRIBUTES(categories,
	{"fixed", &type_yes_no, OPTIONAL},
	{"href", &type_iri_reference, OPTIONAL},
	{"scheme", &type_iri_reference, OPTIONAL});

static void
collection_opened(struct check *c, struct frame *f)
{
	if (frame_up(c, f)->place == PLACE_ENTRY)
		frame_report(c, f, RULE_ELEMENT_ELSEWHERE,
		    "is not expected in an entry");
}

static const struct element app_elements[] = {
	LEAF("accept", IN(APP_COLLECTION), MANY, type_anything),
	PARTS("categories", IN(APP_COLLECTION), MANY, APP_CATEGORIES,
	    .reference = "RFC 5023 7.2.1", .attributes = categories_attributes),
	PARTS("collection", IN(FEED) | IN(SOURCE) | IN(ENTRY), ONCE,
	    APP_COLLECTION, .reference = "RFC 5023 8.3.3",
	    .attributes = collection_attributes, .opened = collection_opened),
	PARTS("control", IN(ENTRY), ONCE, APP_CONTROL,
	    .reference = "RFC 5023 13.1.1"),
	LEAF("draft", IN(APP_CONTROL), ONCE, type_yes_no,
	    .reference = "RFC 5023 13.1.1"),
	LEAF("edited", IN(ENTRY), ONCE, type_rfc3339_tight,
	    .reference = "RFC 5023 10.2"),
};

VOCABULARY_OF(app, app_elements, "Atom publishing", "app",
    "http://www.w3.org/2007/app", "RFC 5023");

/* ---- deleted entries ---- */

ATTRIBUTES(deleted,
	{"ref", &type_ref, REQUIRED},
	{"when", &type_rfc3339, REQUIRED});
ATTRIBUTES(comment, {"type", &type_anything, OPTIONAL});

static const struct element deleted_elements[] = {
	PARTS("by", IN(DELETED), ONCE, PERSON, .reference = "RFC 6721 4"),
	{.name = "comment", .in = IN(DELETED), .often = ONCE,
		.holds = HOLDS_CONSTRUCT, .attributes = comment_attributes,
		.reference = "RFC 6721 5"},
	PARTS("deleted-entry", IN(FEED) | IN(CHANNEL), MANY, DELETED,
	    .reference = "RFC 6721 3", .attributes = deleted_attributes),
};

VOCABULARY_OF(at, deleted_elements, "deleted entries", "at",
    "http://purl.org/atompub/tombstones/1.0", "RFC 6721");

/* Search engines obeyed the attribute indexing:index. */
static const struct element indexing_elements[] = {
	OPAQUE("index", 0),
};

VOCABULARY_OF(indexing, indexing_elements, "indexing", "indexing",
    "urn:atom-extension:indexing", "Atom indexing extension");
