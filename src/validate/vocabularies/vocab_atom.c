/* SPDX-License-Identifier: MIT
 * vocab_atom: Atom 1.0, RFC 4287; in feeds of RSS as well. */
#include "validate/vocabularies/vocabulary.h"

#include "base/core/utf8.h"
#include "validate/tables/feed_rules.h"
#include "validate/vocabularies/frame.h"
#include "validate/vocabularies/hooks.h"
#include "validate/vocabularies/atom_links.h"

/* A mark of an entry. */
enum { HAS_AUTHOR = FRAME_OWN }; /* in its source */

/* The ids of a feed's entries. */
struct ids {
	str first;
	size_t count, same; /* entries, and those with the first id */
};

/* ---- types ---- */

/* An e-mail address in a name is public. */
static void
check_person_name(const struct subject *s)
{
	size_t open = str_chr(s->value, '<');
	size_t at = open == STR_NONE ? STR_NONE
	    : str_chr(str_from(s->value, open), '@');

	if (at != STR_NONE &&
	    str_chr(str_from(s->value, open + at), '>') != STR_NONE)
		type_fault(s, RULE_EMAIL_IN_NAME, 0,
		    "contains an e-mail address");
}

TYPE(person_name, check_person_name, NULL, RULE_BLANK,
    .flags = TYPE_FILLED | TYPE_PLAIN);
TYPE(term, NULL, NULL, RULE_BLANK_ATTRIBUTE, .flags = TYPE_FILLED);
TYPE(person_uri, type_check_uri, "an IRI", RULE_INVALID_URI,
    .flags = TYPE_IRI | TYPE_TIGHT | TYPE_FILLED);

/* ---- hooks ---- */

/* If all entries have the same id, the generator writes the feed's, or none. */
static void
check_ids(struct check *c, const struct frame *f)
{
	enum { ENOUGH = 10 };
	const struct ids *ids = f->data;

	if (ids && ids->count >= ENOUGH && ids->same == ids->count)
		frame_report(c, f, RULE_ONE_ID,
		    "has %zu entries with the same id", ids->count);
}

static void
feed_closed(struct check *c, struct frame *f)
{
	check_ids(c, f);
	atom_links_check_alternates(c, f);
	atom_links_check_history(c, f);
	if (f->place == PLACE_FEED) {
		hook_check_feed_date(c);
		atom_links_check_self(c, f);
		hook_check_podcast(c, f);
	}
}

/* Section 4.2.11: an author of the source is an author of the entry. */
static void
source_closed(struct check *c, struct frame *f)
{
	struct frame *up = frame_up(c, f);

	feed_closed(c, f);
	if (up && frame_count(f, S("author")))
		up->marks |= HAS_AUTHOR;
}

static void
content_closed(struct check *c, struct frame *f)
{
	frame_up(c, f)->marks |= f->marks & (FRAME_REMOTE | FRAME_BINARY);
}

/* Section 4.1.2: an entry needs an author, its own or the feed's, and content,
 * a summary or an alternate link. */
static void
check_entry_parts(struct check *c, const struct frame *f)
{
	const struct frame *up = frame_up(c, f);
	bool has_content = frame_count(f, S("content"));
	bool has_summary = frame_count(f, S("summary"));

	if (!frame_count(f, S("author")) && !(f->marks & HAS_AUTHOR) &&
	    !(up && up->place == PLACE_FEED && frame_count(up, S("author"))))
		frame_report(c, f, RULE_MISSING_AUTHOR, "has no <author>, "
		    "and the feed has none before it");
	if (has_content && !has_summary &&
	    (f->marks & (FRAME_REMOTE | FRAME_BINARY)))
		frame_report(c, f, RULE_MISSING_SUMMARY, "has content %s, "
		    "but no <summary>", f->marks & FRAME_REMOTE
		    ? "elsewhere" : "as base64");
	if (!has_content && !has_summary)
		frame_report(c, f, RULE_MISSING_TEXT,
		    "has neither <content> nor <summary>");
	if (!has_content && !atom_links_find(f, S("alternate")))
		frame_report(c, f, RULE_MISSING_ALTERNATE, "has neither "
		    "<content> nor a <link> rel='alternate'");
}

static void
entry_closed(struct check *c, struct frame *f)
{
	check_entry_parts(c, f);
	hook_check_dates(c, f);
	atom_links_check_alternates(c, f);
	c->document->result->entries++;
}

static void
count_id(struct check *c, struct frame *feed, str id)
{
	struct ids *ids;

	if (feed == NULL || feed->place != PLACE_FEED)
		return;
	if (feed->data == NULL)
		feed->data = arena_alloc(&feed->arena, sizeof *ids);
	ids = feed->data;
	if (ids->count++ == 0)
		ids->first = arena_str(&c->document->arena, id);
	ids->same += str_eq(ids->first, id);
}

/* Two entries with one id are versions of one entry, of which most readers
 * show only one. */
static void
id_closed(struct check *c, struct frame *f)
{
	const struct frame *up = frame_up(c, f);

	if (up && up->place == PLACE_ENTRY) {
		count_id(c, frame_up(c, up), frame_text(f));
		hook_check_unique(c, f, RULE_DUPLICATE_ID, "entry");
	} else if (up && up->place == PLACE_ITEM)
		hook_check_unique(c, f, RULE_DUPLICATE_GUID, "item");
}

/* ---- the table ---- */

#define COMMON (IN(FEED) | IN(ENTRY) | IN(SOURCE))

ATTRIBUTES(category,
	{"label", &type_plain, OPTIONAL},
	{"scheme", &type_iri, OPTIONAL},
	{"term", &type_term, REQUIRED});
ATTRIBUTES(content,
	{"src", &type_iri_reference, OPTIONAL},
	{"type", &type_anything, OPTIONAL});
ATTRIBUTES(construct, {"type", &type_anything, OPTIONAL});
ATTRIBUTES(feed, {"indexing:index", &type_yes_no, OPTIONAL});
ATTRIBUTES(generator,
	{"uri", &type_iri_reference, OPTIONAL},
	{"version", &type_anything, OPTIONAL});
ATTRIBUTES(rdf, {"rdf:parseType", &type_anything, OPTIONAL});

#define REF(section) .reference = "RFC 4287 " section
#define METADATA .opened = hook_metadata_opened
#define CONSTRUCT(name_, in_, attributes_, ...) \
	{.name = name_, .in = in_, .often = ONCE, .holds = HOLDS_CONSTRUCT, \
		.attributes = attributes_, __VA_ARGS__}

static const struct element elements[] = {
	PARTS("author", COMMON | IN(CHANNEL) | IN(ITEM), MANY, PERSON,
	    REF("4.2.1"), .attributes = rdf_attributes, METADATA),
	EMPTY("category", COMMON | IN(CHANNEL) | IN(APP_CATEGORIES), MANY,
	    category_attributes, REF("4.2.2"), METADATA),
	CONSTRUCT("content", IN_ENTRIES, content_attributes, REF("4.1.3"),
	    .closed = content_closed),
	PARTS("contributor", COMMON | IN(CHANNEL) | IN(ITEM), MANY, PERSON,
	    REF("4.2.3"), .attributes = rdf_attributes, METADATA),
	LEAF("email", IN(PERSON), ONCE, type_email, REF("3.2.3")),
	PARTS("entry", IN(FEED) | IN(SX_CONFLICTS), MANY, ENTRY, REF("4.1.2"),
	    .attributes = rdf_attributes, .closed = entry_closed),
	PARTS("feed", 0, MANY, FEED, REF("4.1.1"),
	    .attributes = feed_attributes, .closed = feed_closed),
	LEAF("generator", IN_FEEDS, ONCE, type_plain_filled, REF("4.2.4"),
	    .attributes = generator_attributes, METADATA),
	LEAF("icon", IN_FEEDS, ONCE, type_iri_reference_tight, REF("4.2.5"),
	    METADATA),
	LEAF("id", COMMON | IN(CHANNEL) | IN(ITEM), ONCE, type_atom_id,
	    REF("4.2.6"), .must = IN(FEED) | IN(ENTRY), .should = IN(SOURCE),
	    METADATA, .closed = id_closed),
	OPAQUE("link", COMMON | IN(CHANNEL) | IN(ITEM) | IN(DELETED),
	    REF("4.2.7"), .attributes = link_attributes, METADATA,
	    .closed = atom_links_closed),
	LEAF("logo", IN_FEEDS, ONCE, type_iri_reference_tight, REF("4.2.8"),
	    METADATA),
	LEAF("name", IN(PERSON), ONCE, type_person_name, REF("3.2.1"),
	    .must = IN(PERSON)),
	LEAF("published", IN_ENTRIES, ONCE, type_rfc3339_tight, REF("4.2.9"),
	    .closed = hook_date_closed),
	CONSTRUCT("rights", COMMON | IN(CHANNEL), construct_attributes,
	    REF("4.2.10"), METADATA),
	PARTS("source", IN(ENTRY) | IN(DELETED), ONCE, SOURCE, REF("4.2.11"),
	    .closed = source_closed),
	CONSTRUCT("subtitle", IN_FEEDS, construct_attributes, REF("4.2.12"),
	    METADATA),
	CONSTRUCT("summary", IN_ENTRIES, construct_attributes, REF("4.2.13")),
	CONSTRUCT("title", COMMON | IN(CHANNEL) | IN(ITEM) | IN(APP_COLLECTION),
	    construct_attributes, REF("4.2.14"), .must = IN(FEED) | IN(ENTRY),
	    .should = IN(SOURCE), METADATA),
	LEAF("updated", COMMON | IN(CHANNEL) | IN(ITEM), ONCE,
	    type_rfc3339_tight, REF("4.2.15"), .must = IN(FEED) | IN(ENTRY),
	    .should = IN(SOURCE), METADATA, .closed = hook_date_closed),
	LEAF("uri", IN(PERSON), ONCE, type_person_uri, REF("3.2.2")),
};

VOCABULARY_OF(atom, elements, "Atom", "atom", "http://www.w3.org/2005/Atom",
    "RFC 4287", .is_for_all = true);
