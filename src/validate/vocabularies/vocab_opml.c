/* SPDX-License-Identifier: MIT
 * vocab_opml: OPML 2.0 and 1.0. OPML 2.0 Specification. */
#include "validate/vocabularies/vocabulary.h"

#include "validate/vocabularies/frame.h"

#define SPEC "OPML 2.0 "

/* ---- types ---- */

static const struct type type_line_numbers = {type_check_list,
	"line numbers with commas between them", RULE_INVALID_INTEGER, NULL,
	0, 0, TYPE_OPTIONAL};

/* ---- what rows cannot say ---- */

static void
opml_opened(struct check *c, struct frame *f)
{
	struct subject s = frame_subject(c, f, S("version"), NULL);
	str version;

	if (!frame_attribute(f, S("version"), &version))
		return;
	s.value = version;
	if (str_eq(version, S("2.0")))
		c->document->result->format = "OPML 2.0";
	else if (str_eq(version, S("1.0")) || str_eq(version, S("1.1")))
		c->document->result->format = "OPML 1.0";
	else
		type_fault(&s, RULE_INVALID_VERSION, 0,
		    "is not a version of OPML, expected 2.0");
}

/* What an outline of a type needs. */
static const struct {
	const char *type, *attribute;
} needs[] = {
	{"rss", "xmlUrl"}, {"rss", "title"}, {"link", "url"},
	{"include", "url"},
};

/* Attributes that only an outline with a type has. */
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

static const struct type type_version = {type_check_words,
	"RSS, RSS1, RSS2 or scriptingNews", RULE_OUTLINE_INCOMPLETE,
	"|RSS|RSS1|RSS2|scriptingNews|", 0, 0, 0};

static const struct attribute opml_attributes[] = {
	{"version", &type_anything, REQUIRED},
	LAST_ATTRIBUTE,
};
static const struct attribute outline_attributes[] = {
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
	{"xmlUrl", &type_uri, OPTIONAL},
	LAST_ATTRIBUTE,
};

#define HEAD(n, t) \
	{.name = n, .in = IN(HEAD), .often = ONCE, .holds = HOLDS_TEXT, \
		.type = &type_##t, .reference = SPEC "head"}

static const struct element elements[] = {
	{.name = "body", .in = IN(OPML), .must = IN(OPML), .often = ONCE,
		.holds = HOLDS_ELEMENTS, .opens = PLACE_BODY,
		.reference = SPEC "body"},
	HEAD("dateCreated", rfc822),
	HEAD("dateModified", rfc822),
	HEAD("docs", uri),
	HEAD("expansionState", line_numbers),
	{.name = "head", .in = IN(OPML), .must = IN(OPML), .often = ONCE,
		.holds = HOLDS_ELEMENTS, .opens = PLACE_HEAD,
		.reference = SPEC "head"},
	{.name = "opml", .holds = HOLDS_ELEMENTS, .opens = PLACE_OPML,
		.attributes = opml_attributes, .reference = SPEC "opml",
		.opened = opml_opened},
	{.name = "outline", .in = IN(BODY) | IN(OUTLINE), .must = IN(BODY),
		.holds = HOLDS_ELEMENTS, .opens = PLACE_OUTLINE,
		.attributes = outline_attributes, .reference = SPEC "outline",
		.opened = outline_opened},
	HEAD("ownerEmail", mailbox),
	HEAD("ownerId", web_url),
	HEAD("ownerName", plain),
	HEAD("title", plain),
	HEAD("vertScrollState", natural),
	HEAD("windowBottom", integer),
	HEAD("windowLeft", integer),
	HEAD("windowRight", integer),
	HEAD("windowTop", integer),
};

const struct vocabulary vocabulary_opml = {
	.name = "OPML",
	.prefix = "",
	.uri = "",
	.reference = "OPML 2.0",
	VOCABULARY_ELEMENTS(elements),
};
