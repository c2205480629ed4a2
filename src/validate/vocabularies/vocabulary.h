/* SPDX-License-Identifier: MIT
 * vocabulary: the elements of one namespace: where each may be, how often, and
 * what it holds.
 *
 * Each vocabulary has its tables in vocab_NAME.c. A row names a function, a
 * hook, for checks that a table cannot express. engine/check.c uses them. */
#ifndef FEEDMILL_VALIDATE_VOCABULARIES_VOCABULARY_H
#define FEEDMILL_VALIDATE_VOCABULARIES_VOCABULARY_H

#include "validate/types/types.h"

struct check;
struct frame;

/* The places that rows allow elements in: an element opens one for its
 * children. */
enum place {
	PLACE_NOWHERE,
	/* Atom */
	PLACE_FEED, PLACE_ENTRY, PLACE_SOURCE, PLACE_PERSON, PLACE_DELETED,
	/* RSS */
	PLACE_RSS, PLACE_CHANNEL, PLACE_ITEM, PLACE_IMAGE, PLACE_INPUT,
	PLACE_HOURS, PLACE_DAYS,
	/* RSS 1.0 */
	PLACE_RDF, PLACE_RDF_ITEMS, PLACE_RDF_SEQ,
	/* OPML */
	PLACE_OPML, PLACE_HEAD, PLACE_BODY, PLACE_OUTLINE,
	/* extensions */
	PLACE_MEDIA_GROUP, PLACE_MEDIA_CONTENT, PLACE_MEDIA_COMMUNITY,
	PLACE_MEDIA_LIST, PLACE_MEDIA_EMBED, PLACE_ITUNES_OWNER,
	PLACE_ITUNES_CATEGORY, PLACE_PODCAST_VALUE, PLACE_PODCAST_SPLIT,
	PLACE_PODCAST_ALTERNATE, PLACE_PODCAST_ROLL,
	PLACE_APP_CONTROL, PLACE_APP_COLLECTION, PLACE_APP_CATEGORIES,
	PLACE_GEORSS_WHERE, PLACE_GEO_POINT, PLACE_GML_POINT,
	PLACE_GML_LINE, PLACE_GML_POLYGON, PLACE_GML_EXTERIOR, PLACE_GML_RING,
	PLACE_GML_ENVELOPE, PLACE_SX_SHARING, PLACE_SX_SYNC,
	PLACE_SX_CONFLICTS, PLACE_G_SHIPPING, PLACE_G_RANGE, PLACE_CF_LIST,
	PLACE_CONTENT_ITEMS, PLACE_CONTENT_BAG, PLACE_CONTENT_LI,
	PLACE_CONTENT_ITEM,
	PLACE_COUNT
};
_Static_assert(PLACE_COUNT <= 64, "places are bits of 64");

#define IN(place) (UINT64_C(1) << PLACE_##place)
/* Groups of places. */
#define IN_FEEDS (IN(FEED) | IN(SOURCE) | IN(CHANNEL))
#define IN_ENTRIES (IN(ENTRY) | IN(ITEM))
/* For modules that describe anything. */
#define IN_ANY (IN_FEEDS | IN_ENTRIES | IN(IMAGE) | IN(INPUT) | \
	IN(MEDIA_CONTENT) | IN(OPML) | IN(HEAD) | IN(BODY) | IN(OUTLINE))

enum often { MANY, ONCE };

enum holds {
	HOLDS_NOTHING,   /* neither text nor elements */
	HOLDS_TEXT,      /* text of row->type */
	HOLDS_ELEMENTS,  /* elements with a row for the place that it opens */
	HOLDS_ANYTHING,  /* not judged */
	HOLDS_CONSTRUCT, /* by its attribute `type`. RFC 4287, 3.1 */
	HOLDS_XHTML,
};

struct attribute {
	const char *name; /* with the customary prefix of its vocabulary */
	const struct type *type;
	enum { OPTIONAL, REQUIRED } need;
};

struct element {
	const char *name;
	uint64_t in;             /* IN() of places that may have it, */
	uint64_t must;           /* that must have it, */
	uint64_t should;         /* and that should have it */
	enum often often;
	enum holds holds;
	const struct type *type; /* of its text; NULL: any */
	enum place opens;
	const struct attribute *attributes; /* last: no name; or NULL */
	const char *reference;   /* its specification; NULL: that of the
	                          * vocabulary */
	/* Hooks: called after its attributes were judged, and after its
	 * content was; or NULL. */
	void (*opened)(struct check *c, struct frame *f);
	void (*closed)(struct check *c, struct frame *f);
	diag_code repeated;  /* code for a second one; 0: the usual code */
};

struct vocabulary {
	const char *name;     /* "Media RSS" */
	const char *prefix;   /* the customary one; "" for none */
	const char *uri;
	const char *other;    /* another URI of it; or NULL */
	const char *reference;
	const struct element *elements; /* sorted by name */
	size_t count;
	bool is_for_all;      /* an element in a place without a row for it is
	                       * a warning, not an error */
	bool is_open;         /* elements without a row are allowed; if it is
	                       * is_for_all too, with a warning */
};

/* Rows of elements by what they hold: text of a type, other elements, nothing
 * but attributes, or content that is not judged. Further fields may follow:
 * LEAF("ttl", IN(CHANNEL), ONCE, type_positive, .reference = "RSS 2.0 ttl"). */
#define LEAF(name_, in_, often_, type_, ...) \
	{.name = name_, .in = in_, .often = often_, .holds = HOLDS_TEXT, \
		.type = &type_, __VA_ARGS__}
#define PARTS(name_, in_, often_, opens_, ...) \
	{.name = name_, .in = in_, .often = often_, \
		.holds = HOLDS_ELEMENTS, .opens = PLACE_##opens_, __VA_ARGS__}
#define EMPTY(name_, in_, often_, attributes_, ...) \
	{.name = name_, .in = in_, .often = often_, \
		.attributes = attributes_, __VA_ARGS__}
#define OPAQUE(name_, in_, ...) \
	{.name = name_, .in = in_, .holds = HOLDS_ANYTHING, __VA_ARGS__}

#define LAST_ATTRIBUTE {NULL, NULL, OPTIONAL}
/* Defines NAME_attributes. */
#define ATTRIBUTES(name_, ...) \
	static const struct attribute name_##_attributes[] = { \
		__VA_ARGS__, LAST_ATTRIBUTE}

/* Defines vocabulary_ID with the rows of an array. */
#define VOCABULARY_OF(id, array, name_, prefix_, uri_, reference_, ...) \
	const struct vocabulary vocabulary_##id = { \
		.name = name_, .prefix = prefix_, .uri = uri_, \
		.reference = reference_, .elements = array, \
		.count = sizeof array / sizeof array[0], __VA_ARGS__}
/* The same for a small one, whose name says enough as a reference. */
#define MODULE(id, prefix_, uri_, name_, ...) \
	VOCABULARY_OF(id, id##_elements, name_, prefix_, uri_, name_, \
	    __VA_ARGS__)

/* All vocabularies; NULL past the last. */
const struct vocabulary *vocabulary_nth(size_t i);
/* By namespace, or NULL. *is_near: the spelling differs a little. */
const struct vocabulary *vocabulary_find(str uri, bool *is_near);
/* By its customary prefix, or NULL. */
const struct vocabulary *vocabulary_of_prefix(str prefix);
/* The row of a name for a place, or NULL. "date.issued" is found as "date". */
const struct element *vocabulary_element(const struct vocabulary *v, str name,
    enum place place);
/* The first row of a name, or NULL; others of that name follow it. */
const struct element *vocabulary_named(const struct vocabulary *v, str name);

/* vocab_dc.c: an address, which RDF has in an attribute. */
extern const struct attribute resource_attributes[];

extern const struct vocabulary vocabulary_atom, vocabulary_rss,
    vocabulary_opml, vocabulary_rdf, vocabulary_rss1;

#endif
