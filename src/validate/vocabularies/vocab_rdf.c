/* SPDX-License-Identifier: MIT
 * vocab_rdf: RSS 1.0, which is RDF, as far as it is like RSS 2.0. RDF Site
 * Summary 1.0. */
#include "validate/vocabularies/vocabulary.h"

#include "validate/vocabularies/frame.h"
#include "validate/vocabularies/hooks.h"

#define SPEC "RSS 1.0 "

static void
item_closed(struct check *c, struct frame *f)
{
	hook_check_semantics(c, f);
	c->document->result->entries++;
}

static const struct attribute about[] = {
	{"rdf:about", &type_iri, REQUIRED},
	LAST_ATTRIBUTE,
};
static const struct attribute resource[] = {
	{"rdf:about", &type_iri, OPTIONAL},
	{"rdf:resource", &type_iri, OPTIONAL},
	LAST_ATTRIBUTE,
};

static const struct element rss1_elements[] = {
	{.name = "channel", .in = IN(RDF), .must = IN(RDF), .often = ONCE,
		.holds = HOLDS_ELEMENTS, .opens = PLACE_CHANNEL,
		.attributes = about, .reference = SPEC "5.3"},
	{.name = "description", .in = IN(CHANNEL), .must = IN(CHANNEL),
		.often = ONCE, .holds = HOLDS_TEXT, .type = &type_plain,
		.reference = SPEC "5.3.3"},
	{.name = "description", .in = IN(ITEM), .often = ONCE,
		.holds = HOLDS_TEXT, .type = &type_html,
		.reference = SPEC "5.5.3"},
	{.name = "description", .in = IN(INPUT), .must = IN(INPUT),
		.often = ONCE, .holds = HOLDS_TEXT,
		.reference = SPEC "5.6.2"},
	{.name = "image", .in = IN(CHANNEL), .often = ONCE,
		.attributes = resource, .reference = SPEC "5.3.4"},
	{.name = "image", .in = IN(RDF), .often = ONCE,
		.holds = HOLDS_ELEMENTS, .opens = PLACE_IMAGE,
		.attributes = about, .reference = SPEC "5.4"},
	{.name = "item", .in = IN(RDF), .holds = HOLDS_ELEMENTS,
		.opens = PLACE_ITEM, .attributes = about,
		.reference = SPEC "5.5", .closed = item_closed},
	{.name = "items", .in = IN(CHANNEL), .must = IN(CHANNEL),
		.often = ONCE, .holds = HOLDS_ELEMENTS,
		.opens = PLACE_RDF_ITEMS, .reference = SPEC "5.3.5"},
	{.name = "link", .in = IN(CHANNEL) | IN(ITEM) | IN(IMAGE) | IN(INPUT),
		.must = IN(CHANNEL) | IN(ITEM) | IN(IMAGE) | IN(INPUT),
		.often = ONCE, .holds = HOLDS_TEXT, .type = &type_uri,
		.reference = SPEC "5.3.2"},
	{.name = "name", .in = IN(INPUT), .must = IN(INPUT), .often = ONCE,
		.holds = HOLDS_TEXT, .reference = SPEC "5.6.3"},
	{.name = "textinput", .in = IN(CHANNEL), .often = ONCE,
		.attributes = resource, .reference = SPEC "5.3.6"},
	{.name = "textinput", .in = IN(RDF), .often = ONCE,
		.holds = HOLDS_ELEMENTS, .opens = PLACE_INPUT,
		.attributes = about, .reference = SPEC "5.6"},
	{.name = "title", .in = IN(CHANNEL) | IN(ITEM) | IN(IMAGE) |
		IN(INPUT),
		.must = IN(CHANNEL) | IN(ITEM) | IN(IMAGE) | IN(INPUT),
		.often = ONCE, .holds = HOLDS_TEXT, .type = &type_plain,
		.reference = SPEC "5.3.1"},
	{.name = "url", .in = IN(IMAGE), .must = IN(IMAGE), .often = ONCE,
		.holds = HOLDS_TEXT, .type = &type_uri,
		.reference = SPEC "5.4.2"},
};

const struct vocabulary vocabulary_rss1 = {
	.name = "RSS 1.0",
	.prefix = "rss1",
	.uri = "http://purl.org/rss/1.0/",
	.other = "http://my.netscape.com/rdf/simple/0.9/",
	.reference = "RSS 1.0",
	VOCABULARY_ELEMENTS(rss1_elements),
};

/* RDF has a meaning anywhere; only what RSS 1.0 makes of it is judged. */
static const struct element rdf_elements[] = {
	{.name = "Bag", .in = IN(CONTENT_ITEMS), .often = ONCE,
		.holds = HOLDS_ELEMENTS, .opens = PLACE_CONTENT_BAG},
	{.name = "Description", .in = IN(RDF) | IN_ANY,
		.holds = HOLDS_ANYTHING},
	{.name = "RDF", .holds = HOLDS_ELEMENTS, .opens = PLACE_RDF,
		.reference = SPEC "5.2"},
	OPAQUE("RDF", IN_ANY),
	{.name = "Seq", .in = IN(RDF_ITEMS), .must = IN(RDF_ITEMS),
		.often = ONCE, .holds = HOLDS_ELEMENTS,
		.opens = PLACE_RDF_SEQ, .reference = SPEC "5.3.5"},
	{.name = "li", .in = IN(CONTENT_BAG), .holds = HOLDS_ELEMENTS,
		.opens = PLACE_CONTENT_LI},
	OPAQUE("li", IN(RDF_SEQ)),
	OPAQUE("type", IN_ANY),
	OPAQUE("value", IN(CONTENT_ITEM)),
};

const struct vocabulary vocabulary_rdf = {
	.name = "RDF",
	.prefix = "rdf",
	.uri = "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
	.reference = "RDF",
	VOCABULARY_ELEMENTS(rdf_elements),
	.is_open = true,
};
