/* SPDX-License-Identifier: MIT
 * vocab_rdf: RSS 1.0, RDF Site Summary, in the form that all feeds have; other
 * RDF is not judged. */
#include "validate/vocabularies/vocabulary.h"

#include "validate/vocabularies/frame.h"
#include "validate/vocabularies/hooks.h"

#define REF(section) .reference = "RSS 1.0 " section

static void
item_closed(struct check *c, struct frame *f)
{
	hook_check_semantics(c, f);
	c->document->result->entries++;
}

ATTRIBUTES(about, {"rdf:about", &type_iri, REQUIRED});
ATTRIBUTES(part,
	{"rdf:about", &type_iri, OPTIONAL},
	{"rdf:resource", &type_iri, OPTIONAL});

static const struct element rss1_elements[] = {
	PARTS("channel", IN(RDF), ONCE, CHANNEL, REF("5.3"), .must = IN(RDF),
	    .attributes = about_attributes),
	LEAF("description", IN(CHANNEL), ONCE, type_plain, REF("5.3.3"),
	    .must = IN(CHANNEL)),
	LEAF("description", IN(ITEM), ONCE, type_html, REF("5.5.3")),
	LEAF("description", IN(INPUT), ONCE, type_anything, REF("5.6.2"),
	    .must = IN(INPUT)),
	EMPTY("image", IN(CHANNEL), ONCE, part_attributes, REF("5.3.4")),
	PARTS("image", IN(RDF), ONCE, IMAGE, REF("5.4"),
	    .attributes = about_attributes),
	PARTS("item", IN(RDF), MANY, ITEM, REF("5.5"),
	    .attributes = about_attributes, .closed = item_closed),
	PARTS("items", IN(CHANNEL), ONCE, RDF_ITEMS, REF("5.3.5"),
	    .must = IN(CHANNEL)),
	LEAF("link", IN(CHANNEL) | IN(ITEM) | IN(IMAGE) | IN(INPUT), ONCE,
	    type_uri, REF("5.3.2"),
	    .must = IN(CHANNEL) | IN(ITEM) | IN(IMAGE) | IN(INPUT)),
	LEAF("name", IN(INPUT), ONCE, type_anything, REF("5.6.3"),
	    .must = IN(INPUT)),
	EMPTY("textinput", IN(CHANNEL), ONCE, part_attributes, REF("5.3.6")),
	PARTS("textinput", IN(RDF), ONCE, INPUT, REF("5.6"),
	    .attributes = about_attributes),
	LEAF("title", IN(CHANNEL) | IN(ITEM) | IN(IMAGE) | IN(INPUT), ONCE,
	    type_plain, REF("5.3.1"),
	    .must = IN(CHANNEL) | IN(ITEM) | IN(IMAGE) | IN(INPUT)),
	LEAF("url", IN(IMAGE), ONCE, type_uri, REF("5.4.2"), .must = IN(IMAGE)),
};

MODULE(rss1, "rss1", "http://purl.org/rss/1.0/", "RSS 1.0",
    .other = "http://my.netscape.com/rdf/simple/0.9/");

/* Elements of RDF may be anywhere. Only those of RSS 1.0 are judged. */
static const struct element rdf_elements[] = {
	PARTS("Bag", IN(CONTENT_ITEMS), ONCE, CONTENT_BAG),
	OPAQUE("Description", IN(RDF) | IN_ANY),
	PARTS("RDF", 0, MANY, RDF, REF("5.2")),
	OPAQUE("RDF", IN_ANY),
	PARTS("Seq", IN(RDF_ITEMS), ONCE, RDF_SEQ, REF("5.3.5"),
	    .must = IN(RDF_ITEMS)),
	PARTS("li", IN(CONTENT_BAG), MANY, CONTENT_LI),
	OPAQUE("li", IN(RDF_SEQ)),
	OPAQUE("type", IN_ANY),
	OPAQUE("value", IN(CONTENT_ITEM)),
};

MODULE(rdf, "rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "RDF",
    .is_open = true);
