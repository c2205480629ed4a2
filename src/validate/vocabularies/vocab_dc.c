/* SPDX-License-Identifier: MIT
 * vocab_dc: Dublin Core, the elements and the terms. DCMI Metadata Terms. */
#include "validate/vocabularies/vocabulary.h"

const struct attribute resource_attributes[] = {
	{"dc:title", &type_anything, OPTIONAL},
	{"rdf:resource", &type_iri, OPTIONAL},
	LAST_ATTRIBUTE,
};

static const struct element elements[] = {
	LEAF("contributor", IN_ANY, MANY, type_anything),
	LEAF("coverage", IN_ANY, MANY, type_anything),
	LEAF("creator", IN_ANY, MANY, type_anything),
	LEAF("date", IN(ITEM), MANY, type_w3c_date),
	LEAF("date", IN_ANY & ~IN(ITEM), ONCE, type_w3c_date),
	LEAF("description", IN_ANY, ONCE, type_anything),
	LEAF("format", IN_ANY, ONCE, type_anything),
	LEAF("identifier", IN_ANY, MANY, type_anything),
	LEAF("language", IN_ANY, ONCE, type_language),
	LEAF("publisher", IN_ANY, MANY, type_anything),
	LEAF("relation", IN_ANY, MANY, type_anything),
	LEAF("rights", IN_ANY, ONCE, type_plain),
	LEAF("source", IN_ANY, ONCE, type_anything),
	LEAF("subject", IN_ANY, MANY, type_anything),
	LEAF("title", IN_ANY, ONCE, type_anything),
	LEAF("type", IN_ANY, ONCE, type_anything),
};

VOCABULARY_OF(dc, elements, "Dublin Core", "dc",
    "http://purl.org/dc/elements/1.1/", "Dublin Core", .is_for_all = true);

/* Terms that name another document by its address. */
#define RELATED(name_) \
	LEAF(name_, IN_ANY, MANY, type_anything, \
	    .attributes = resource_attributes)

static const struct element terms[] = {
	LEAF("abstract", IN_ANY, ONCE, type_anything),
	OPAQUE("accessRights", IN_ANY),
	OPAQUE("accrualMethod", IN_ANY),
	OPAQUE("accrualPeriodicity", IN_ANY),
	OPAQUE("accrualPolicy", IN_ANY),
	LEAF("alternative", IN_ANY, MANY, type_anything),
	LEAF("audience", IN_ANY, MANY, type_anything),
	OPAQUE("available", IN_ANY),
	OPAQUE("bibliographicCitation", IN_ANY),
	RELATED("conformsTo"),
	LEAF("contributor", IN_ANY, MANY, type_anything),
	LEAF("coverage", IN_ANY, MANY, type_anything),
	LEAF("created", IN_ANY, ONCE, type_w3c_date),
	LEAF("creator", IN_ANY, MANY, type_anything),
	OPAQUE("date", IN_ANY),
	LEAF("dateAccepted", IN_ANY, ONCE, type_anything),
	LEAF("dateCopyrighted", IN_ANY, ONCE, type_anything),
	LEAF("dateSubmitted", IN_ANY, ONCE, type_anything),
	OPAQUE("description", IN_ANY),
	OPAQUE("educationLevel", IN_ANY),
	LEAF("extent", IN_ANY, ONCE, type_positive),
	OPAQUE("format", IN_ANY),
	RELATED("hasFormat"),
	RELATED("hasPart"),
	RELATED("hasVersion"),
	OPAQUE("identifier", IN_ANY),
	OPAQUE("instructionalMethod", IN_ANY),
	RELATED("isFormatOf"),
	RELATED("isPartOf"),
	RELATED("isReferencedBy"),
	RELATED("isReplacedBy"),
	RELATED("isRequiredBy"),
	RELATED("isVersionOf"),
	LEAF("issued", IN_ANY, ONCE, type_w3c_date),
	OPAQUE("language", IN_ANY),
	OPAQUE("license", IN_ANY),
	LEAF("mediator", IN_ANY, ONCE, type_anything),
	LEAF("modified", IN_ANY, ONCE, type_w3c_date),
	OPAQUE("provenance", IN_ANY),
	OPAQUE("publisher", IN_ANY),
	RELATED("references"),
	OPAQUE("relation", IN_ANY),
	RELATED("replaces"),
	RELATED("requires"),
	OPAQUE("rights", IN_ANY),
	OPAQUE("rightsHolder", IN_ANY),
	OPAQUE("source", IN_ANY),
	OPAQUE("spatial", IN_ANY),
	OPAQUE("subject", IN_ANY),
	RELATED("tableOfContents"),
	OPAQUE("temporal", IN_ANY),
	OPAQUE("title", IN_ANY),
	OPAQUE("type", IN_ANY),
	OPAQUE("valid", IN_ANY),
};

VOCABULARY_OF(dcterms, terms, "Dublin Core terms", "dcterms",
    "http://purl.org/dc/terms/", "DCMI Metadata Terms", .is_for_all = true);
