/* SPDX-License-Identifier: MIT
 * vocab_feedsync: FeedSync 1.0, for feeds with several writers. */
#include "validate/vocabularies/vocabulary.h"

#include "validate/tables/feed_rules.h"
#include "validate/vocabularies/frame.h"
#include "validate/vocabularies/hooks.h"

/* The last part of a URN. RFC 2141, section 2.2. */
static void
check_name(const struct subject *s)
{
	if (s->value.len == 0 ||
	    !type_has_only(s->value, "()+,-.:=@;$_!*'/?#%"))
		type_misfit(s);
}

TYPE(name, check_name, "a name without blanks, as in a URN",
    RULE_INVALID_VALUE);
WORDS(relation, "'complete' or 'aggregated'", "|complete|aggregated|");

static void
sharing_opened(struct check *c, struct frame *f)
{
	str since, until;
	bool has_since = frame_attribute(f, S("since"), &since);
	bool has_until = frame_attribute(f, S("until"), &until);

	if (has_since != has_until)
		frame_report(c, f, RULE_MISSING_ATTRIBUTE,
		    "has no attribute '%s'", has_since ? "until" : "since");
	else if (str_cmp(since, until) > 0)
		frame_report(c, f, RULE_SINCE_AFTER_UNTIL,
		    "has since='%.*s', which is after until='%.*s'",
		    STR_ARG(document_quote(c->document, since)),
		    STR_ARG(document_quote(c->document, until)));
}

static void
sync_opened(struct check *c, struct frame *f)
{
	const struct frame *around = frame_up(c, frame_up(c, f));
	str id;

	/* A conflicting version of an entry has its id. */
	if (around && around->place == PLACE_SX_CONFLICTS)
		return;
	if (frame_attribute(f, S("id"), &id) && id.len &&
	    !hook_is_new(c, "sx", id))
		frame_report(c, f, RULE_DUPLICATE_VALUE, "has the id '%.*s' "
		    "of another entry",
		    STR_ARG(document_quote(c->document, id)));
}

static void
history_opened(struct check *c, struct frame *f)
{
	str when, by;

	if (!frame_attribute(f, S("when"), &when) &&
	    !frame_attribute(f, S("by"), &by))
		frame_report(c, f, RULE_MISSING_ATTRIBUTE,
		    "has neither 'when' nor 'by'");
}

ATTRIBUTES(history,
	{"by", &type_name, OPTIONAL},
	{"sequence", &type_positive_31, REQUIRED},
	{"when", &type_rfc3339, OPTIONAL});
ATTRIBUTES(related,
	{"link", &type_uri, REQUIRED},
	{"title", &type_plain_filled, OPTIONAL},
	{"type", &type_relation, REQUIRED});
ATTRIBUTES(sharing,
	{"expires", &type_rfc3339, OPTIONAL},
	{"since", &type_rfc3339, OPTIONAL},
	{"until", &type_rfc3339, OPTIONAL});
ATTRIBUTES(sync,
	{"deleted", &type_true_false, OPTIONAL},
	{"id", &type_name, REQUIRED},
	{"noconflicts", &type_true_false, OPTIONAL},
	{"updates", &type_positive_31, REQUIRED});

static const struct element elements[] = {
	PARTS("conflicts", IN(SX_SYNC), MANY, SX_CONFLICTS,
	    .reference = "FeedSync 2.5"),
	EMPTY("history", IN(SX_SYNC), MANY, history_attributes,
	    .reference = "FeedSync 2.4", .must = IN(SX_SYNC),
	    .opened = history_opened),
	EMPTY("related", IN(SX_SHARING), MANY, related_attributes,
	    .reference = "FeedSync 2.2"),
	PARTS("sharing", IN_FEEDS, MANY, SX_SHARING,
	    .reference = "FeedSync 2.1", .attributes = sharing_attributes,
	    .opened = sharing_opened),
	PARTS("sync", IN_ENTRIES, MANY, SX_SYNC, .reference = "FeedSync 2.3",
	    .attributes = sync_attributes, .opened = sync_opened),
};

VOCABULARY_OF(sx, elements, "FeedSync", "sx",
    "http://feedsync.org/2007/feedsync", "FeedSync");
