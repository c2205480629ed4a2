/* SPDX-License-Identifier: MIT
 * vocab_opml: OPML 2.0 and 1.0. OPML 2.0 Specification. */
#include "validate/tables/feed_rules.h"
#include "validate/vocabularies/vocabulary.h"

#include "validate/vocabularies/frame.h"

#define REF(element) .reference = "OPML 2.0 " element

/* ---- types ---- */

TYPE(line_numbers, type_check_list, "line numbers with commas between them",
    RULE_INVALID_INTEGER, .flags = TYPE_OPTIONAL);

/* ---- hooks ---- */

static void
opml_opened(struct check *c, struct frame *f)
{
	struct subject s;
	str version;

	if (!frame_attribute(f, S("version"), &version))
		return;
	s = frame_subject(c, f, S("version"), version, NULL);
	if (str_eq(version, S("2.0")))
		c->document->result->format = "OPML 2.0";
	else if (str_eq(version, S("1.0")) || str_eq(version, S("1.1")))
		c->document->result->format = "OPML 1.0";
	else
		type_fault(&s, RULE_INVALID_VERSION, 0,
		    "is not a version of OPML, expected 2.0");
}

/* Attributes that an outline of a type must have. */
static const struct {
	const char *type, *attribute;
} needs[] = {
	{"rss", "xmlUrl"}, {"rss", "title"}, {"link", "url"},
	{"include", "url"},
};

/* Attributes that only an outline with a type may have. */
static const char *const typed[] = {"description", "htmlUrl", "language",
	"version", "xmlUrl"};

static void
outline_opened(struct check *c, struct frame *f)
{
	str type, value;
	bool has_type = frame_attribute(f, S("type"), &type);

	c->document->result->entries++;
	for (size_t i = 0; i < sizeof needs / sizeof needs[0]; i++)
		if (str_ieq(type, str_of(needs[i].type)) &&
		    !frame_attribute(f, str_of(needs[i].attribute), &value))
			frame_report(c, f, RULE_OUTLINE_INCOMPLETE,
			    "is type='%s', but has no %s", needs[i].type,
			    needs[i].attribute);
	for (size_t i = 0; !has_type && i < sizeof typed / sizeof typed[0];
	    i++)
		if (frame_attribute(f, str_of(typed[i]), &value)) {
			frame_report(c, f, RULE_OUTLINE_INCOMPLETE,
			    "has %s, but no type", typed[i]);
			return;
		}
}

/* ---- the table ---- */

TYPE(version, type_check_words, "RSS, RSS1, RSS2 or scriptingNews",
    RULE_OUTLINE_INCOMPLETE, .values = "|RSS|RSS1|RSS2|scriptingNews|");

ATTRIBUTES(opml, {"version", &type_anything, REQUIRED});
ATTRIBUTES(outline,
	{"category", &type_anything, OPTIONAL},
	{"created", &type_rfc822, OPTIONAL},
	{"description", &type_html, OPTIONAL},
	{"htmlUrl", &type_uri, OPTIONAL},
	{"isBreakpoint", &type_true_false, OPTIONAL},
	{"isComment", &type_true_false, OPTIONAL},
	{"language", &type_language, OPTIONAL},
	{"text", &type_html, REQUIRED},
	{"title", &type_html, OPTIONAL},
	{"type", &type_anything, OPTIONAL},
	{"url", &type_uri, OPTIONAL},
	{"version", &type_version, OPTIONAL},
	{"xmlUrl", &type_uri, OPTIONAL});

#define HEAD(name_, type_) LEAF(name_, IN(HEAD), ONCE, type_, REF("head"))

static const struct element elements[] = {
	PARTS("body", IN(OPML), ONCE, BODY, REF("body"), .must = IN(OPML)),
	HEAD("dateCreated", type_rfc822),
	HEAD("dateModified", type_rfc822),
	HEAD("docs", type_uri),
	HEAD("expansionState", type_line_numbers),
	PARTS("head", IN(OPML), ONCE, HEAD, REF("head"), .must = IN(OPML)),
	PARTS("opml", 0, MANY, OPML, REF("opml"), .attributes = opml_attributes,
	    .opened = opml_opened),
	PARTS("outline", IN(BODY) | IN(OUTLINE), MANY, OUTLINE, REF("outline"),
	    .must = IN(BODY), .attributes = outline_attributes,
	    .opened = outline_opened),
	HEAD("ownerEmail", type_mailbox),
	HEAD("ownerId", type_web_url),
	HEAD("ownerName", type_plain),
	HEAD("title", type_plain),
	HEAD("vertScrollState", type_natural),
	HEAD("windowBottom", type_integer),
	HEAD("windowLeft", type_integer),
	HEAD("windowRight", type_integer),
	HEAD("windowTop", type_integer),
};

VOCABULARY_OF(opml, elements, "OPML", "", "", "OPML 2.0");
