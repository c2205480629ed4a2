/* SPDX-License-Identifier: MIT
 * vocab_itunes: the elements that Apple's and other podcast directories read.
 * Apple, A Podcaster's Guide to RSS. */
#include "validate/vocabularies/vocabulary.h"

#include "validate/tables/feed_rules.h"
#include "validate/tables/podcast_categories.h"
#include "base/web/url.h"
#include "validate/vocabularies/frame.h"
#include "validate/vocabularies/hooks.h"

#define REF(name) .reference = "itunes:" name

/* ---- categories ---- */

static const struct former {
	const char *name;
	const char *parts; /* its subcategories that were removed */
} formers[] = {
#define FORMER(name, parts) {name, parts},
#include "validate/tables/itunes_categories.h"
#undef FORMER
};

/* The subcategories that a category, removed or not, once had; or NULL. */
static const char *
former_parts(str name)
{
	const struct former *f = STR_ROW(formers, name, str_eq);

	return f ? f->parts : NULL;
}

/* Case counts: directories compare names as the list has them. */
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
	struct subject s = frame_subject(c, f, S("text"), text, NULL);

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

TYPE(text_255, type_check_length, NULL, RULE_TOO_LONG, .most = 255,
    .flags = TYPE_PLAIN);
TYPE(text_4000, type_check_length, NULL, RULE_TOO_LONG, .most = 4000,
    .flags = TYPE_PLAIN);
TYPE(block, type_check_words, "'Yes' or nothing", RULE_INVALID_BOOLEAN,
    .values = "|yes|no|clean|", .flags = TYPE_LOOSE | TYPE_ANY_CASE);
TYPE(complete, type_check_words, "'Yes' or nothing", RULE_INVALID_BOOLEAN,
    .values = "|yes|no|", .flags = TYPE_ANY_CASE);
WORDS(show, "'episodic' or 'serial'", "|episodic|serial|");
WORDS(episode, "full, trailer or bonus", "|full|trailer|bonus|");

static void
check_keywords(const struct subject *s)
{
	type_check_length(s);
	if (str_chr(s->value, ' ') != STR_NONE &&
	    str_chr(s->value, ',') == STR_NONE)
		type_fault(s, RULE_INVALID_KEYWORDS, 0,
		    "has blanks, but no commas between keywords");
}

TYPE(keywords, check_keywords, NULL, RULE_TOO_LONG, .most = 255,
    .flags = TYPE_PLAIN);

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

ATTRIBUTES(category, {"text", &type_anything, REQUIRED});
ATTRIBUTES(image, {"href", &type_web_url, REQUIRED});

#define BOTH (IN_FEEDS | IN_ENTRIES)
#define ROW(name_, in_, type_) \
	LEAF(name_, in_, ONCE, type_, REF(name_), .opened = podcast_opened)

static const struct element elements[] = {
	ROW("author", BOTH, type_text_255),
	ROW("block", BOTH, type_block),
	PARTS("category", IN_FEEDS | IN_ENTRIES, MANY, ITUNES_CATEGORY,
	    REF("category"), .attributes = category_attributes,
	    .opened = category_opened),
	EMPTY("category", IN(ITUNES_CATEGORY), MANY, category_attributes,
	    REF("category"), .opened = subcategory_opened),
	ROW("complete", IN_FEEDS, type_complete),
	ROW("duration", IN_ENTRIES, type_duration),
	LEAF("email", IN(ITUNES_OWNER), ONCE, type_mailbox, REF("owner"),
	    .must = IN(ITUNES_OWNER)),
	ROW("episode", IN_ENTRIES, type_positive),
	ROW("episodeType", IN_ENTRIES, type_episode),
	ROW("explicit", BOTH, type_truth),
	EMPTY("image", BOTH, ONCE, image_attributes, REF("image"),
	    .opened = podcast_opened),
	ROW("isClosedCaptioned", IN_ENTRIES, type_complete),
	ROW("keywords", BOTH, type_keywords),
	LEAF("name", IN(ITUNES_OWNER), ONCE, type_text_255, REF("owner")),
	ROW("new-feed-url", IN_FEEDS, type_uri),
	ROW("order", IN_ENTRIES, type_integer),
	PARTS("owner", IN_FEEDS, ONCE, ITUNES_OWNER, REF("owner"),
	    .opened = podcast_opened),
	ROW("pubDate", IN_FEEDS, type_rfc822),
	ROW("season", IN_ENTRIES, type_positive),
	ROW("subtitle", BOTH, type_text_255),
	ROW("summary", BOTH, type_text_4000),
	ROW("title", BOTH, type_anything),
	ROW("type", IN_FEEDS, type_show),
};

VOCABULARY_OF(itunes, elements, "iTunes", "itunes",
    "http://www.itunes.com/dtds/podcast-1.0.dtd", "itunes");
