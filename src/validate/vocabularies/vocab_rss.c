/* SPDX-License-Identifier: MIT
 * vocab_rss: RSS 2.0, 0.92 and 0.91: names without a namespace. RSS 2.0
 * Specification and RSS Profile of the RSS Advisory Board. */
#include "validate/vocabularies/vocabulary.h"

#include "base/web/url.h"
#include "validate/vocabularies/frame.h"
#include "validate/vocabularies/hooks.h"
#include "validate/vocabularies/atom_links.h"

#define SPEC "RSS 2.0 "

/* What a channel remembers of its parts. */
struct channel {
	str title, link;             /* its own, */
	str image_title, image_link; /* and those of its image */
	unsigned hours, days;        /* bits: those that are skipped */
};

/* ---- types ---- */

static const struct type type_port = {type_check_number, "a number from 1 on",
	RULE_INVALID_INTEGER, NULL, 1, 65535, 0};
static const struct type type_day = {type_check_words,
	"a day from Monday to Sunday", RULE_INVALID_VALUE,
	"|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|", 0, 0,
	0};
static const struct type type_hour = {type_check_number,
	"an hour from 0 to 23", RULE_INVALID_INTEGER, NULL, 0, 24, 0};
static const struct type type_width = {type_check_number,
	"a number from 1 to 144", RULE_INVALID_INTEGER, NULL, 1, 144, 0};
static const struct type type_height = {type_check_number,
	"a number from 1 to 400", RULE_INVALID_INTEGER, NULL, 1, 400, 0};
static const struct type type_boolean = {type_check_words,
	"'true' or 'false'", RULE_INVALID_BOOLEAN, "|true|false|", 0, 0, 0};

/* The name of a variable of a CGI script: it begins with a letter. */
static void
check_form_name(const struct subject *s)
{
	if (s->value.len == 0 || !char_is_alpha(s->value.ptr[0]))
		type_misfit(s);
}

static const struct type type_form_name = {check_form_name,
	"a name that begins with a letter", RULE_INVALID_VALUE, NULL, 0, 0,
	0};

static void
check_length(const struct subject *s)
{
	if (str_eq(s->value, S("-1")))
		type_fault(s, RULE_INVALID_INTEGER, 0,
		    "is below 0, use 0 for a length that is not known");
	else
		type_check_number(s);
}

static const struct type type_length = {check_length, "a number from 0 on",
	RULE_INVALID_INTEGER, NULL, 0, __LONG_MAX__, 0};

static void
check_image_url(const struct subject *s)
{
	str path = url_split(s->value).path;
	size_t dot = str_rchr(path, '.');

	type_check_uri(s);
	if (dot != STR_NONE && type_has_word(
	    "|svg|webp|avif|bmp|ico|tif|tiff|heic|pdf|",
	    str_from(path, dot + 1), true))
		type_fault(s, RULE_IMAGE_FORMAT, 0,
		    "is not a GIF, JPEG or PNG image");
}

static const struct type type_image_url = {check_image_url, "an absolute URI",
	RULE_INVALID_URI, NULL, 0, 0, TYPE_ABSOLUTE};

/* ---- what rows cannot say ---- */

static struct channel *
channel_of(const struct check *c, const struct frame *f)
{
	while (f && f->place != PLACE_CHANNEL)
		f = frame_up(c, f);
	return f ? f->data : NULL;
}

static void
rss_opened(struct check *c, struct frame *f)
{
	struct subject s = frame_subject(c, f, S("version"), NULL);
	str version;

	c->is_rss2 = true;
	if (!frame_attribute(f, S("version"), &version))
		return;
	s.value = version;
	c->is_rss2 = str_starts(version, S("2."));
	if (str_eq(version, S("0.91")))
		c->document->result->format = "RSS 0.91";
	else if (str_eq(version, S("0.92")))
		c->document->result->format = "RSS 0.92";
	else if (!str_eq(version, S("2.0")))
		type_fault(&s, RULE_INVALID_VERSION, 0,
		    "is not a version of RSS, expected 2.0");
	if (c->has_doctype_091 && !str_eq(version, S("0.91")))
		type_fault(&s, RULE_INVALID_VERSION, 0,
		    "is not 0.91, which the DOCTYPE says");
	else if (str_starts(version, S("0.9")))
		type_fault(&s, RULE_OLD_VERSION, 0,
		    "is an old version, which has no guid");
}

static void
channel_opened(struct check *c, struct frame *f)
{
	(void)c;
	f->data = arena_alloc(&f->arena, sizeof(struct channel));
}

static void
check_image(struct check *c, const struct frame *f)
{
	const struct channel *ch = f->data;

	if (ch->title.len && ch->image_title.len &&
	    !str_eq(ch->title, ch->image_title))
		frame_report(c, f, RULE_IMAGE_DIFFERS, "has an <image> with "
		    "another <title> than its own");
	if (ch->link.len && ch->image_link.len &&
	    !str_eq(ch->link, ch->image_link))
		frame_report(c, f, RULE_IMAGE_DIFFERS, "has an <image> with "
		    "another <link> than its own");
}

static void
channel_closed(struct check *c, struct frame *f)
{
	hook_check_semantics(c, f);
	links_check_history(c, f);
	check_image(c, f);
	hook_check_feed_date(c);
	hook_check_podcast(c, f);
	if (c->is_rss2)
		links_check_self(c, f);
	if (!frame_count(f, S("language")) &&
	    !frame_count(f, S("dc:language")) && f->language.len == 0)
		frame_report(c, f, RULE_MISSING_LANGUAGE,
		    "has no <language>");
}

/* "All elements of an item are optional, however at least one of title or
 * description must be present." */
static void
item_closed(struct check *c, struct frame *f)
{
	if (!frame_count(f, S("title")) && !frame_count(f, S("description")))
		frame_report(c, f, RULE_ITEM_WITHOUT_TEXT,
		    "has neither <title> nor <description>");
	if (c->is_rss2 && !frame_count(f, S("guid")))
		frame_report(c, f, RULE_MISSING_GUID, "has no <guid>");
	hook_check_semantics(c, f);
	hook_check_dates(c, f);
	c->document->result->entries++;
}

static void
description_opened(struct check *c, struct frame *f)
{
	/* It is "entity-encoded HTML" from 0.92 on. */
	if (str_eq(str_of(c->document->result->format), S("RSS 0.91")))
		f->type = &type_plain;
}

static str
keep(struct check *c, const struct frame *f)
{
	return arena_str(&c->document->arena, frame_text(f));
}

static void
title_closed(struct check *c, struct frame *f)
{
	const struct frame *up = frame_up(c, f);
	struct channel *ch = channel_of(c, f);

	if (ch && up->place == PLACE_CHANNEL)
		ch->title = keep(c, f);
	else if (ch && up->place == PLACE_IMAGE)
		ch->image_title = keep(c, f);
}

static void
link_text_closed(struct check *c, struct frame *f)
{
	const struct frame *up = frame_up(c, f);
	struct channel *ch = channel_of(c, f);

	if (ch && up->place == PLACE_CHANNEL)
		ch->link = keep(c, f);
	else if (ch && up->place == PLACE_IMAGE)
		ch->image_link = keep(c, f);
}

static bool
is_short_number(str s)
{
	for (size_t i = 0; i < s.len; i++)
		if (!char_is_digit(s.ptr[i]))
			return false;
	return s.len > 0 && s.len < 9;
}

/* "If its value is false, the guid may not be assumed to be a url"; without
 * the attribute it is true. */
static void
check_guid(struct check *c, const struct frame *f)
{
	static const struct type permalink = {type_check_uri,
		"an absolute URL", RULE_INVALID_PERMALINK, NULL, 0, 0,
		TYPE_ABSOLUTE};
	struct subject s = frame_subject(c, f, S(""), &permalink);
	str text = frame_text(f), is_permalink;

	s.value = text;
	if (!frame_attribute(f, S("isPermaLink"), &is_permalink) ||
	    str_eq(is_permalink, S("true"))) {
		if (str_istarts(text, S("tag:")) ||
		    str_istarts(text, S("urn:uuid:")))
			type_fault(&s, RULE_INVALID_PERMALINK, 0, "is not "
			    "the address of a page, expected "
			    "isPermaLink=\"false\"");
		else
			type_check(&s, buf_str(&f->text));
	} else if (is_short_number(text))
		type_fault(&s, RULE_GUID_TOO_SHORT, 0,
		    "is a number that other feeds have as well");
}

static void
guid_closed(struct check *c, struct frame *f)
{
	str text = frame_text(f);

	check_guid(c, f);
	if (text.len == 0)
		frame_report(c, f, RULE_BLANK, "is empty");
	else if (!hook_is_new(c, "guid", text))
		frame_report(c, f, RULE_DUPLICATE_GUID,
		    "'%.*s' is that of another item, too",
		    STR_ARG(document_quote(c->document, text)));
}

static void
input_opened(struct check *c, struct frame *f)
{
	hook_metadata_opened(c, f);
	frame_report(c, f, RULE_AVOID_TEXT_INPUT,
	    "is an element that readers do not show");
}

/* A value that may be there once among its like, as a bit. */
static void
check_bit(struct check *c, const struct frame *f, unsigned *bits, int bit)
{
	if (*bits & 1u << bit)
		frame_report(c, f, RULE_DUPLICATE_VALUE, "'%.*s' is there "
		    "more than once",
		    STR_ARG(document_quote(c->document, frame_text(f))));
	*bits |= 1u << bit;
}

static void
day_closed(struct check *c, struct frame *f)
{
	static const char *const days[] = {"Sunday", "Monday", "Tuesday",
		"Wednesday", "Thursday", "Friday", "Saturday"};
	struct channel *ch = channel_of(c, f);

	for (int i = 0; ch && i < 7; i++)
		if (str_eq(frame_text(f), str_of(days[i])))
			check_bit(c, f, &ch->days, i);
}

static void
hour_closed(struct check *c, struct frame *f)
{
	struct channel *ch = channel_of(c, f);
	str text = frame_text(f);
	int hour = 0;

	if (str_eq(text, S("24")))
		frame_report(c, f, RULE_HOUR_24, "is 24, expected 0 for "
		    "midnight");
	if (text.len == 0 || text.len > 2)
		return;
	for (size_t i = 0; i < text.len; i++) {
		if (!char_is_digit(text.ptr[i]))
			return;
		hour = hour * 10 + (text.ptr[i] - '0');
	}
	if (ch && hour <= 24)
		check_bit(c, f, &ch->hours, hour % 24);
}

/* ---- the table ---- */

static const struct attribute rss_attributes[] = {
	{"version", &type_anything, REQUIRED},
	LAST_ATTRIBUTE,
};
static const struct attribute channel_attributes[] = {
	{"indexing:index", &type_yes_no, OPTIONAL},
	LAST_ATTRIBUTE,
};
static const struct attribute category_attributes[] = {
	{"domain", &type_anything, OPTIONAL},
	LAST_ATTRIBUTE,
};
static const struct attribute cloud_attributes[] = {
	{"domain", &type_anything, REQUIRED},
	{"path", &type_anything, REQUIRED},
	{"port", &type_port, REQUIRED},
	{"protocol", &type_anything, REQUIRED},
	{"registerProcedure", &type_anything, REQUIRED},
	LAST_ATTRIBUTE,
};
static const struct attribute enclosure_attributes[] = {
	{"length", &type_length, REQUIRED},
	{"type", &type_media_type, REQUIRED},
	{"url", &type_web_url, REQUIRED},
	LAST_ATTRIBUTE,
};
static const struct attribute guid_attributes[] = {
	{"isPermaLink", &type_boolean, OPTIONAL},
	LAST_ATTRIBUTE,
};
static const struct attribute source_attributes[] = {
	{"url", &type_uri, REQUIRED},
	LAST_ATTRIBUTE,
};

#define METADATA .opened = hook_metadata_opened

static const struct element elements[] = {
	{.name = "author", .in = IN(ITEM), .often = ONCE,
		.holds = HOLDS_TEXT, .type = &type_contact,
		.reference = SPEC "author"},
	{.name = "category", .in = IN(CHANNEL), .holds = HOLDS_TEXT,
		.type = &type_plain, .attributes = category_attributes,
		.reference = SPEC "category", METADATA},
	{.name = "category", .in = IN(ITEM), .holds = HOLDS_TEXT,
		.type = &type_plain_filled,
		.attributes = category_attributes,
		.reference = SPEC "category"},
	{.name = "channel", .in = IN(RSS), .must = IN(RSS), .often = ONCE,
		.holds = HOLDS_ELEMENTS, .opens = PLACE_CHANNEL,
		.attributes = channel_attributes,
		.reference = SPEC "channel", .opened = channel_opened,
		.closed = channel_closed},
	{.name = "cloud", .in = IN(CHANNEL), .often = ONCE,
		.attributes = cloud_attributes, .reference = SPEC "cloud",
		METADATA},
	{.name = "comments", .in = IN(ITEM), .often = ONCE,
		.holds = HOLDS_TEXT, .type = &type_uri,
		.reference = SPEC "comments"},
	{.name = "copyright", .in = IN(CHANNEL), .often = ONCE,
		.holds = HOLDS_TEXT, .type = &type_plain,
		.reference = SPEC "copyright", METADATA},
	{.name = "day", .in = IN(DAYS), .must = IN(DAYS),
		.holds = HOLDS_TEXT, .type = &type_day,
		.reference = SPEC "skipDays", .closed = day_closed},
	{.name = "description", .in = IN(CHANNEL) | IN(IMAGE),
		.must = IN(CHANNEL), .often = ONCE, .holds = HOLDS_TEXT,
		.type = &type_plain, .reference = SPEC "description",
		METADATA},
	{.name = "description", .in = IN(ITEM), .often = ONCE,
		.holds = HOLDS_TEXT, .type = &type_html,
		.reference = SPEC "description",
		.opened = description_opened},
	{.name = "description", .in = IN(INPUT), .must = IN(INPUT),
		.often = ONCE, .holds = HOLDS_TEXT,
		.reference = SPEC "textInput"},
	{.name = "docs", .in = IN(CHANNEL), .often = ONCE,
		.holds = HOLDS_TEXT, .type = &type_uri,
		.reference = SPEC "docs", METADATA},
	{.name = "enclosure", .in = IN(ITEM), .often = ONCE,
		.attributes = enclosure_attributes,
		.reference = SPEC "enclosure",
		.repeated = RULE_SECOND_ENCLOSURE},
	{.name = "generator", .in = IN(CHANNEL), .often = ONCE,
		.holds = HOLDS_TEXT, .reference = SPEC "generator",
		METADATA},
	{.name = "guid", .in = IN(ITEM), .often = ONCE, .holds = HOLDS_TEXT,
		.attributes = guid_attributes, .reference = SPEC "guid",
		.closed = guid_closed},
	{.name = "height", .in = IN(IMAGE), .often = ONCE,
		.holds = HOLDS_TEXT, .type = &type_height,
		.reference = SPEC "image"},
	{.name = "hour", .in = IN(HOURS), .must = IN(HOURS),
		.holds = HOLDS_TEXT, .type = &type_hour,
		.reference = SPEC "skipHours", .closed = hour_closed},
	{.name = "image", .in = IN(CHANNEL), .often = ONCE,
		.holds = HOLDS_ELEMENTS, .opens = PLACE_IMAGE,
		.reference = SPEC "image", METADATA},
	{.name = "item", .in = IN(CHANNEL) | IN(SX_CONFLICTS),
		.holds = HOLDS_ELEMENTS, .opens = PLACE_ITEM,
		.reference = SPEC "item", .closed = item_closed},
	{.name = "language", .in = IN(CHANNEL), .often = ONCE,
		.holds = HOLDS_TEXT, .type = &type_language,
		.reference = SPEC "language", METADATA},
	{.name = "lastBuildDate", .in = IN(CHANNEL), .often = ONCE,
		.holds = HOLDS_TEXT, .type = &type_rfc822,
		.reference = SPEC "lastBuildDate", METADATA,
		.closed = hook_date_closed},
	{.name = "link", .in = IN(CHANNEL), .must = IN(CHANNEL),
		.often = ONCE, .holds = HOLDS_TEXT, .type = &type_uri,
		.reference = SPEC "link", METADATA,
		.closed = link_text_closed},
	{.name = "link", .in = IN(ITEM), .often = ONCE, .holds = HOLDS_TEXT,
		.type = &type_uri, .reference = SPEC "link"},
	{.name = "link", .in = IN(IMAGE) | IN(INPUT),
		.must = IN(IMAGE) | IN(INPUT), .often = ONCE,
		.holds = HOLDS_TEXT, .type = &type_uri,
		.reference = SPEC "image", .closed = link_text_closed},
	{.name = "managingEditor", .in = IN(CHANNEL), .often = ONCE,
		.holds = HOLDS_TEXT, .type = &type_contact,
		.reference = SPEC "managingEditor", METADATA},
	{.name = "name", .in = IN(INPUT), .must = IN(INPUT), .often = ONCE,
		.holds = HOLDS_TEXT, .type = &type_form_name,
		.reference = SPEC "textInput"},
	{.name = "pubDate", .in = IN(CHANNEL) | IN(ITEM), .often = ONCE,
		.holds = HOLDS_TEXT, .type = &type_rfc822,
		.reference = SPEC "pubDate", METADATA,
		.closed = hook_date_closed},
	{.name = "rating", .in = IN(CHANNEL), .holds = HOLDS_TEXT,
		.reference = SPEC "rating"},
	{.name = "rss", .holds = HOLDS_ELEMENTS, .opens = PLACE_RSS,
		.attributes = rss_attributes, .reference = SPEC "rss",
		.opened = rss_opened},
	{.name = "skipDays", .in = IN(CHANNEL), .often = ONCE,
		.holds = HOLDS_ELEMENTS, .opens = PLACE_DAYS,
		.reference = SPEC "skipDays", METADATA},
	{.name = "skipHours", .in = IN(CHANNEL), .often = ONCE,
		.holds = HOLDS_ELEMENTS, .opens = PLACE_HOURS,
		.reference = SPEC "skipHours", METADATA},
	{.name = "source", .in = IN(ITEM), .often = ONCE,
		.holds = HOLDS_TEXT, .type = &type_plain,
		.attributes = source_attributes, .reference = SPEC "source"},
	{.name = "textInput", .in = IN(CHANNEL), .often = ONCE,
		.holds = HOLDS_ELEMENTS, .opens = PLACE_INPUT,
		.reference = SPEC "textInput", .opened = input_opened},
	{.name = "title", .in = IN(CHANNEL), .must = IN(CHANNEL),
		.often = ONCE, .holds = HOLDS_TEXT,
		.type = &type_plain_filled, .reference = SPEC "title",
		METADATA, .closed = title_closed},
	{.name = "title", .in = IN(ITEM), .often = ONCE,
		.holds = HOLDS_TEXT, .type = &type_plain_filled,
		.reference = SPEC "title"},
	{.name = "title", .in = IN(IMAGE), .must = IN(IMAGE), .often = ONCE,
		.holds = HOLDS_TEXT, .type = &type_plain_filled,
		.reference = SPEC "image", .closed = title_closed},
	{.name = "title", .in = IN(INPUT), .must = IN(INPUT), .often = ONCE,
		.holds = HOLDS_TEXT, .type = &type_plain,
		.reference = SPEC "textInput"},
	{.name = "ttl", .in = IN(CHANNEL), .often = ONCE,
		.holds = HOLDS_TEXT, .type = &type_positive,
		.reference = SPEC "ttl", METADATA},
	{.name = "url", .in = IN(IMAGE), .must = IN(IMAGE), .often = ONCE,
		.holds = HOLDS_TEXT, .type = &type_image_url,
		.reference = SPEC "image"},
	{.name = "webMaster", .in = IN(CHANNEL), .often = ONCE,
		.holds = HOLDS_TEXT, .type = &type_contact,
		.reference = SPEC "webMaster", METADATA},
	{.name = "width", .in = IN(IMAGE), .often = ONCE,
		.holds = HOLDS_TEXT, .type = &type_width,
		.reference = SPEC "image"},
};

const struct vocabulary vocabulary_rss = {
	.name = "RSS",
	.prefix = "",
	.uri = "",
	.reference = "RSS 2.0",
	VOCABULARY_ELEMENTS(elements),
};
