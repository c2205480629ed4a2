/* SPDX-License-Identifier: MIT
 * vocab_atom: Atom 1.0. RFC 4287. It is at home in RSS as well. */
#include "validate/vocabularies/vocabulary.h"

#include "base/core/utf8.h"
#include "validate/vocabularies/frame.h"
#include "validate/vocabularies/hooks.h"
#include "validate/vocabularies/atom_links.h"

/* A mark of an entry. */
enum { HAS_AUTHOR = FRAME_OWN }; /* in its source */

/* What a feed remembers of the ids of its entries. */
struct ids {
	str first;
	size_t count, same;
};

/* ---- types ---- */

/* A name that has an e-mail address in it shows it to the world. */
static void
check_person_name(const struct subject *s)
{
	size_t open = str_chr(s->value, '<');
	size_t at = open == STR_NONE ? STR_NONE
	    : str_chr(str_from(s->value, open), '@');

	if (at != STR_NONE &&
	    str_chr(str_from(s->value, open + at), '>') != STR_NONE)
		type_fault(s, RULE_EMAIL_IN_NAME, 0,
		    "has an e-mail address in it");
}

static const struct type type_person_name = {check_person_name, NULL,
	RULE_BLANK, NULL, 0, 0, TYPE_FILLED | TYPE_PLAIN};
static const struct type type_term = {NULL, NULL, RULE_BLANK_ATTRIBUTE, NULL,
	0, 0, TYPE_FILLED};
static const struct type type_person_uri = {type_check_uri, "an IRI",
	RULE_INVALID_URI, NULL, 0, 0, TYPE_IRI | TYPE_TIGHT | TYPE_FILLED};

/* ---- what rows cannot say ---- */

/* Where all entries have one id, the id is that of the feed, or of nothing. */
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
	links_check_alternates(c, f);
	links_check_history(c, f);
	if (f->place == PLACE_FEED) {
		hook_check_feed_date(c);
		links_check_self(c, f);
		hook_check_podcast(c, f);
	}
}

/* Section 4.2.11: an author there is one of the entry. */
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

/* Section 4.1.2, the fourth to seventh rule, and the author. */
static void
check_entry_parts(struct check *c, const struct frame *f)
{
	const struct frame *up = frame_up(c, f);
	bool has_content = frame_count(f, S("content"));
	bool has_summary = frame_count(f, S("summary"));

	if (!frame_count(f, S("author")) && !(f->marks & HAS_AUTHOR) &&
	    !(up && up->place == PLACE_FEED && frame_count(up, S("author"))))
		frame_report(c, f, RULE_MISSING_AUTHOR, "has no <author>, "
		    "and neither has the feed before it");
	if (has_content && !has_summary &&
	    (f->marks & (FRAME_REMOTE | FRAME_BINARY)))
		frame_report(c, f, RULE_MISSING_SUMMARY, "has content %s, "
		    "but no <summary>", f->marks & FRAME_REMOTE
		    ? "elsewhere" : "as base64");
	if (!has_content && !has_summary)
		frame_report(c, f, RULE_MISSING_TEXT,
		    "has neither <content> nor <summary>");
	if (!has_content && !link_find(f, S("alternate")))
		frame_report(c, f, RULE_MISSING_ALTERNATE, "has neither "
		    "<content> nor a <link> rel='alternate'");
}

static void
entry_closed(struct check *c, struct frame *f)
{
	check_entry_parts(c, f);
	hook_check_dates(c, f);
	links_check_alternates(c, f);
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

/* Two entries of one id are two versions of one; most readers show only one
 * of them. */
static void
id_closed(struct check *c, struct frame *f)
{
	const struct frame *up = frame_up(c, f);
	str text = frame_text(f);

	if (up && up->place == PLACE_ENTRY)
		count_id(c, frame_up(c, up), text);
	if (up && up->place == PLACE_ENTRY && text.len &&
	    !hook_is_new(c, "entry", text))
		frame_report(c, f, RULE_DUPLICATE_ID,
		    "'%.*s' is that of another entry, too",
		    STR_ARG(document_quote(c->document, text)));
	if (up && up->place == PLACE_ITEM && text.len &&
	    !hook_is_new(c, "atom:id", text))
		frame_report(c, f, RULE_DUPLICATE_GUID,
		    "'%.*s' is that of another item, too",
		    STR_ARG(document_quote(c->document, text)));
}

/* ---- the table ---- */

#define COMMON (IN(FEED) | IN(ENTRY) | IN(SOURCE))
#define FEEDS (IN(FEED) | IN(SOURCE))

static const struct attribute category_attributes[] = {
	{"label", &type_plain, OPTIONAL},
	{"scheme", &type_iri, OPTIONAL},
	{"term", &type_term, REQUIRED},
	LAST_ATTRIBUTE,
};
static const struct attribute content_attributes[] = {
	{"src", &type_iri_reference, OPTIONAL},
	{"type", &type_anything, OPTIONAL},
	LAST_ATTRIBUTE,
};
static const struct attribute construct_attributes[] = {
	{"type", &type_anything, OPTIONAL},
	LAST_ATTRIBUTE,
};
static const struct attribute feed_attributes[] = {
	{"indexing:index", &type_yes_no, OPTIONAL},
	LAST_ATTRIBUTE,
};
static const struct attribute generator_attributes[] = {
	{"uri", &type_iri_reference, OPTIONAL},
	{"version", &type_anything, OPTIONAL},
	LAST_ATTRIBUTE,
};
static const struct attribute rdf_attributes[] = {
	{"rdf:parseType", &type_anything, OPTIONAL},
	LAST_ATTRIBUTE,
};

static const struct element elements[] = {
	{.name = "author", .in = COMMON | IN(CHANNEL) | IN(ITEM),
		.holds = HOLDS_ELEMENTS, .opens = PLACE_PERSON,
		.attributes = rdf_attributes, .reference = "RFC 4287 4.2.1",
		.opened = hook_metadata_opened},
	{.name = "category", .in = COMMON | IN(CHANNEL) |
		IN(APP_CATEGORIES),
		.attributes = category_attributes,
		.reference = "RFC 4287 4.2.2",
		.opened = hook_metadata_opened},
	{.name = "content", .in = IN_ENTRIES, .often = ONCE,
		.holds = HOLDS_CONSTRUCT, .attributes = content_attributes,
		.reference = "RFC 4287 4.1.3", .closed = content_closed},
	{.name = "contributor", .in = COMMON | IN(CHANNEL) | IN(ITEM),
		.holds = HOLDS_ELEMENTS, .opens = PLACE_PERSON,
		.attributes = rdf_attributes, .reference = "RFC 4287 4.2.3",
		.opened = hook_metadata_opened},
	{.name = "email", .in = IN(PERSON), .often = ONCE,
		.holds = HOLDS_TEXT, .type = &type_email,
		.reference = "RFC 4287 3.2.3"},
	{.name = "entry", .in = IN(FEED) | IN(SX_CONFLICTS),
		.holds = HOLDS_ELEMENTS, .opens = PLACE_ENTRY,
		.attributes = rdf_attributes, .reference = "RFC 4287 4.1.2",
		.closed = entry_closed},
	{.name = "feed", .holds = HOLDS_ELEMENTS, .opens = PLACE_FEED,
		.attributes = feed_attributes, .reference = "RFC 4287 4.1.1",
		.closed = feed_closed},
	{.name = "generator", .in = IN_FEEDS, .often = ONCE,
		.holds = HOLDS_TEXT, .type = &type_plain_filled,
		.attributes = generator_attributes,
		.reference = "RFC 4287 4.2.4",
		.opened = hook_metadata_opened},
	{.name = "icon", .in = IN_FEEDS, .often = ONCE, .holds = HOLDS_TEXT,
		.type = &type_iri_reference_tight,
		.reference = "RFC 4287 4.2.5",
		.opened = hook_metadata_opened},
	{.name = "id", .in = COMMON | IN(CHANNEL) | IN(ITEM),
		.must = IN(FEED) | IN(ENTRY), .should = IN(SOURCE),
		.often = ONCE, .holds = HOLDS_TEXT, .type = &type_atom_id,
		.reference = "RFC 4287 4.2.6",
		.opened = hook_metadata_opened, .closed = id_closed},
	{.name = "link", .in = COMMON | IN(CHANNEL) | IN(ITEM) | IN(DELETED),
		.holds = HOLDS_ANYTHING, .attributes = link_attributes,
		.reference = "RFC 4287 4.2.7",
		.opened = hook_metadata_opened, .closed = link_closed},
	{.name = "logo", .in = IN_FEEDS, .often = ONCE, .holds = HOLDS_TEXT,
		.type = &type_iri_reference_tight,
		.reference = "RFC 4287 4.2.8",
		.opened = hook_metadata_opened},
	{.name = "name", .in = IN(PERSON), .must = IN(PERSON), .often = ONCE,
		.holds = HOLDS_TEXT, .type = &type_person_name,
		.reference = "RFC 4287 3.2.1"},
	{.name = "published", .in = IN_ENTRIES, .often = ONCE,
		.holds = HOLDS_TEXT, .type = &type_rfc3339_tight,
		.reference = "RFC 4287 4.2.9", .closed = hook_date_closed},
	{.name = "rights", .in = COMMON | IN(CHANNEL), .often = ONCE,
		.holds = HOLDS_CONSTRUCT, .attributes = construct_attributes,
		.reference = "RFC 4287 4.2.10",
		.opened = hook_metadata_opened},
	{.name = "source", .in = IN(ENTRY) | IN(DELETED), .often = ONCE,
		.holds = HOLDS_ELEMENTS, .opens = PLACE_SOURCE,
		.reference = "RFC 4287 4.2.11", .closed = source_closed},
	{.name = "subtitle", .in = IN_FEEDS, .often = ONCE,
		.holds = HOLDS_CONSTRUCT, .attributes = construct_attributes,
		.reference = "RFC 4287 4.2.12",
		.opened = hook_metadata_opened},
	{.name = "summary", .in = IN_ENTRIES, .often = ONCE,
		.holds = HOLDS_CONSTRUCT, .attributes = construct_attributes,
		.reference = "RFC 4287 4.2.13"},
	{.name = "title", .in = COMMON | IN(CHANNEL) | IN(ITEM) |
		IN(APP_COLLECTION),
		.must = IN(FEED) | IN(ENTRY), .should = IN(SOURCE),
		.often = ONCE, .holds = HOLDS_CONSTRUCT,
		.attributes = construct_attributes,
		.reference = "RFC 4287 4.2.14",
		.opened = hook_metadata_opened},
	{.name = "updated", .in = COMMON | IN(CHANNEL) | IN(ITEM),
		.must = IN(FEED) | IN(ENTRY), .should = IN(SOURCE),
		.often = ONCE, .holds = HOLDS_TEXT,
		.type = &type_rfc3339_tight,
		.reference = "RFC 4287 4.2.15",
		.opened = hook_metadata_opened, .closed = hook_date_closed},
	{.name = "uri", .in = IN(PERSON), .often = ONCE, .holds = HOLDS_TEXT,
		.type = &type_person_uri, .reference = "RFC 4287 3.2.2"},
};

const struct vocabulary vocabulary_atom = {
	.name = "Atom",
	.prefix = "atom",
	.uri = "http://www.w3.org/2005/Atom",
	.reference = "RFC 4287",
	VOCABULARY_ELEMENTS(elements),
	.is_for_all = true,
};
