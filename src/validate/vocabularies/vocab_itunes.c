/* SPDX-License-Identifier: MIT
 * vocab_itunes: what Apple's and other directories read of podcasts. Apple,
 * A Podcaster's Guide to RSS. */
#include "validate/vocabularies/vocabulary.h"

#include "validate/tables/podcast_categories.h"
#include "base/web/url.h"
#include "validate/vocabularies/frame.h"
#include "validate/vocabularies/hooks.h"

#define GUIDE "itunes:"

/* ---- categories ---- */

static const struct former {
	const char *name;
	const char *parts; /* its subcategories that are none any more */
} formers[] = {
#define FORMER(name, parts) {name, parts},
#include "validate/tables/itunes_categories.h"
#undef FORMER
};

/* The parts that a category had, which may be one of today; or NULL. */
static const char *
former_parts(str name)
{
	for (size_t i = 0; i < sizeof formers / sizeof formers[0]; i++)
		if (str_eq(name, str_of(formers[i].name)))
			return formers[i].parts;
	return NULL;
}

/* Names are to be written as the list has them. */
static const struct podcast_category *
find_category(str name)
{
	const struct podcast_category *k = podcast_category_find(name);

	return k && str_eq(name, str_of(k->name)) ? k : NULL;
}

static bool
has_part(const struct podcast_category *k, str name)
{
	const char *part = k ? podcast_subcategory_find(k, name) : NULL;

	return part && str_eq(name, str_of(part));
}

static void
report_category(struct check *c, const struct frame *f, str text, bool is_old)
{
	struct subject s = frame_subject(c, f, S("text"), NULL);

	s.value = text;
	if (is_old)
		type_fault(&s, RULE_OBSOLETE_CATEGORY, 0,
		    "is no longer a category of podcasts");
	else
		type_fault(&s, RULE_INVALID_CATEGORY, 0,
		    "is not a category of podcasts");
}

static void
category_opened(struct check *c, struct frame *f)
{
	str text;

	if (frame_attribute(f, S("text"), &text) && !find_category(text))
		report_category(c, f, text, former_parts(text) != NULL);
}

static void
subcategory_opened(struct check *c, struct frame *f)
{
	const char *former;
	str above, text;

	if (!frame_attribute(f, S("text"), &text) ||
	    !frame_attribute(frame_up(c, f), S("text"), &above))
		return;
	former = former_parts(above);
	if (has_part(find_category(above), text) ||
	    (former == NULL && !find_category(above)))
		return;
	report_category(c, f, text, former &&
	    type_has_word(former, text, false));
}

/* ---- types ---- */

static const struct type type_text_255 = {type_check_length, NULL,
	RULE_TOO_LONG, NULL, 0, 255, TYPE_PLAIN};
static const struct type type_text_4000 = {type_check_length, NULL,
	RULE_TOO_LONG, NULL, 0, 4000, TYPE_PLAIN};
static const struct type type_block = {type_check_words, "'Yes' or nothing",
	RULE_INVALID_BOOLEAN, "|yes|no|clean|", 0, 0,
	TYPE_LOOSE | TYPE_ANY_CASE};
static const struct type type_explicit = {type_check_words,
	"'true' or 'false'", RULE_INVALID_BOOLEAN, "|true|false|", 0, 0,
	TYPE_LOOSE | TYPE_ANY_CASE};
static const struct type type_complete = {type_check_words,
	"'Yes' or nothing", RULE_INVALID_BOOLEAN, "|yes|no|", 0, 0,
	TYPE_ANY_CASE};
static const struct type type_show = {type_check_words,
	"'episodic' or 'serial'", RULE_INVALID_VALUE, "|episodic|serial|", 0,
	0, 0};
static const struct type type_episode = {type_check_words,
	"full, trailer or bonus", RULE_INVALID_VALUE,
	"|full|trailer|bonus|", 0, 0, 0};

static void
check_keywords(const struct subject *s)
{
	type_check_length(s);
	if (str_chr(s->value, ' ') != STR_NONE &&
	    str_chr(s->value, ',') == STR_NONE)
		type_fault(s, RULE_INVALID_KEYWORDS, 0,
		    "has blanks, but no commas");
}

static const struct type type_keywords = {check_keywords, NULL,
	RULE_TOO_LONG, NULL, 0, 255, TYPE_PLAIN};

/* ---- the channel ---- */

static void
podcast_opened(struct check *c, struct frame *f)
{
	(void)f;
	c->is_podcast = true;
}

void
hook_check_podcast(struct check *c, const struct frame *f)
{
	static const char *const needed[] = {"itunes:category",
		"itunes:explicit", "itunes:image"};

	if (!c->is_podcast)
		return;
	for (size_t i = 0; i < sizeof needed / sizeof needed[0]; i++)
		if (!frame_count(f, str_of(needed[i])))
			frame_report(c, f, RULE_PODCAST_MISSING,
			    "is of a podcast, but has no <%s>", needed[i]);
	if (!frame_count(f, S("itunes:owner")))
		frame_report(c, f, RULE_PODCAST_MISSING, "is of a podcast, "
		    "but has no <itunes:owner> with an <itunes:email>");
	if (!frame_count(f, S("language")) && f->language.len == 0)
		frame_report(c, f, RULE_PODCAST_MISSING,
		    "is of a podcast, but does not say its language");
}

/* ---- the table ---- */

static const struct attribute category_attributes[] = {
	{"text", &type_anything, REQUIRED},
	LAST_ATTRIBUTE,
};
static const struct attribute image_attributes[] = {
	{"href", &type_web_url, REQUIRED},
	LAST_ATTRIBUTE,
};

#define BOTH (IN_FEEDS | IN_ENTRIES)
#define ROW(name_, in_, type_) \
	{.name = name_, .in = in_, .often = ONCE, .holds = HOLDS_TEXT, \
		.type = &type_, .reference = GUIDE name_, \
		.opened = podcast_opened}

static const struct element elements[] = {
	ROW("author", BOTH, type_text_255),
	ROW("block", BOTH, type_block),
	{.name = "category", .in = IN_FEEDS | IN_ENTRIES,
		.holds = HOLDS_ELEMENTS, .opens = PLACE_ITUNES_CATEGORY,
		.attributes = category_attributes,
		.reference = GUIDE "category", .opened = category_opened},
	{.name = "category", .in = IN(ITUNES_CATEGORY),
		.attributes = category_attributes,
		.reference = GUIDE "category", .opened = subcategory_opened},
	ROW("complete", IN_FEEDS, type_complete),
	ROW("duration", IN_ENTRIES, type_duration),
	{.name = "email", .in = IN(ITUNES_OWNER), .must = IN(ITUNES_OWNER),
		.often = ONCE, .holds = HOLDS_TEXT, .type = &type_mailbox,
		.reference = GUIDE "owner"},
	ROW("episode", IN_ENTRIES, type_positive),
	ROW("episodeType", IN_ENTRIES, type_episode),
	ROW("explicit", BOTH, type_explicit),
	{.name = "image", .in = BOTH, .often = ONCE,
		.attributes = image_attributes, .reference = GUIDE "image",
		.opened = podcast_opened},
	ROW("isClosedCaptioned", IN_ENTRIES, type_complete),
	ROW("keywords", BOTH, type_keywords),
	{.name = "name", .in = IN(ITUNES_OWNER), .often = ONCE,
		.holds = HOLDS_TEXT, .type = &type_text_255,
		.reference = GUIDE "owner"},
	ROW("new-feed-url", IN_FEEDS, type_uri),
	ROW("order", IN_ENTRIES, type_integer),
	{.name = "owner", .in = IN_FEEDS, .often = ONCE,
		.holds = HOLDS_ELEMENTS, .opens = PLACE_ITUNES_OWNER,
		.reference = GUIDE "owner", .opened = podcast_opened},
	ROW("pubDate", IN_FEEDS, type_rfc822),
	ROW("season", IN_ENTRIES, type_positive),
	ROW("subtitle", BOTH, type_text_255),
	ROW("summary", BOTH, type_text_4000),
	ROW("title", BOTH, type_anything),
	ROW("type", IN_FEEDS, type_show),
};

const struct vocabulary vocabulary_itunes = {
	.name = "iTunes",
	.prefix = "itunes",
	.uri = "http://www.itunes.com/dtds/podcast-1.0.dtd",
	.reference = "itunes",
	VOCABULARY_ELEMENTS(elements),
};
