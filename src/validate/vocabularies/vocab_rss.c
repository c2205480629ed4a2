/* SPDX-License-Identifier: MIT
 * vocab_rss: RSS 2.0, 0.92 and 0.91: names without a namespace. RSS 2.0
 * Specification and RSS Profile of the RSS Advisory Board. */
#include "validate/tables/feed_rules.h"
#include "validate/vocabularies/vocabulary.h"

#include <limits.h>

#include "base/text/scan.h"
#include "base/web/url.h"
#include "validate/vocabularies/frame.h"
#include "validate/vocabularies/hooks.h"
#include "validate/vocabularies/atom_links.h"

#define REF(element) .reference = "RSS 2.0 " element

/* Of a channel. */
struct channel {
	str title, link;             /* its own */
	str image_title, image_link; /* of its image */
	unsigned hours, days;        /* bits: values of skipHours, skipDays */
};

/* ---- types ---- */

TYPE(port, type_check_number, "a number from 1 on", RULE_INVALID_INTEGER,
    .least = 1, .most = 65535);
WORDS(day, "a day from Monday to Sunday",
    "|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|");
TYPE(hour, type_check_number, "an hour from 0 to 23", RULE_INVALID_INTEGER,
    .most = 24);
TYPE(width, type_check_number, "a number from 1 to 144", RULE_INVALID_INTEGER,
    .least = 1, .most = 144);
TYPE(height, type_check_number, "a number from 1 to 400", RULE_INVALID_INTEGER,
    .least = 1, .most = 400);
TYPE(boolean, type_check_words, "'true' or 'false'", RULE_INVALID_BOOLEAN,
    .values = "|true|false|");

/* A variable of a CGI script: its name begins with a letter. */
static void
check_form_name(const struct subject *s)
{
	if (s->value.len == 0 || !char_is_alpha(s->value.ptr[0]))
		type_misfit(s);
}

TYPE(form_name, check_form_name, "a name that begins with a letter",
    RULE_INVALID_VALUE);

static void
check_length(const struct subject *s)
{
	if (str_eq(s->value, S("-1")))
		type_fault(s, RULE_INVALID_INTEGER, 0,
		    "is below 0, use 0 for a length that is not known");
	else
		type_check_number(s);
}

TYPE(length, check_length, "a number from 0 on", RULE_INVALID_INTEGER,
    .most = LONG_MAX);

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

TYPE(image_url, check_image_url, "an absolute URI", RULE_INVALID_URI,
    .flags = TYPE_ABSOLUTE);

TYPE(permalink, type_check_uri, "an absolute URL", RULE_INVALID_PERMALINK,
    .flags = TYPE_ABSOLUTE);

/* ---- hooks ---- */

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
	struct subject s;
	str version;

	c->is_rss2 = true;
	if (!frame_attribute(f, S("version"), &version))
		return;
	s = frame_subject(c, f, S("version"), version, NULL);
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
	atom_links_check_history(c, f);
	check_image(c, f);
	hook_check_feed_date(c);
	hook_check_podcast(c, f);
	if (c->is_rss2)
		atom_links_check_self(c, f);
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
	/* Entity-encoded HTML is allowed from 0.92 on. */
	if (str_eq(str_of(c->document->result->format), S("RSS 0.91")))
		f->type = &type_plain;
}

static str
copy_text(struct check *c, const struct frame *f)
{
	return arena_str(&c->document->arena, frame_text(f));
}

static void
title_closed(struct check *c, struct frame *f)
{
	const struct frame *up = frame_up(c, f);
	struct channel *ch = channel_of(c, f);

	if (ch && up->place == PLACE_CHANNEL)
		ch->title = copy_text(c, f);
	else if (ch && up->place == PLACE_IMAGE)
		ch->image_title = copy_text(c, f);
}

static void
link_text_closed(struct check *c, struct frame *f)
{
	const struct frame *up = frame_up(c, f);
	struct channel *ch = channel_of(c, f);

	if (ch && up->place == PLACE_CHANNEL)
		ch->link = copy_text(c, f);
	else if (ch && up->place == PLACE_IMAGE)
		ch->image_link = copy_text(c, f);
}

static bool
is_short_number(str s)
{
	size_t digits = scan_number(&s).digits;

	return digits > 0 && digits < 9 && s.len == 0;
}

/* "If its value is false, the guid may not be assumed to be a url"; without
 * the attribute it is true. */
static void
check_guid(struct check *c, const struct frame *f)
{
	str text = frame_text(f), is_permalink;
	struct subject s = frame_subject(
	    c, f, S(""), text, &type_permalink);

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
		    "is a number that other feeds can have as well");
}

static void
guid_closed(struct check *c, struct frame *f)
{
	check_guid(c, f);
	if (frame_text(f).len == 0)
		frame_report(c, f, RULE_BLANK, "is empty");
	hook_check_unique(c, f, RULE_DUPLICATE_GUID, "item");
}

static void
input_opened(struct check *c, struct frame *f)
{
	hook_metadata_opened(c, f);
	frame_report(c, f, RULE_AVOID_TEXT_INPUT,
	    "is an element that readers do not show");
}

/* Reports the second value with the same bit. */
static void
check_bit(struct check *c, const struct frame *f, unsigned *bits, int bit)
{
	if (*bits & 1u << bit)
		frame_report(c, f, RULE_DUPLICATE_VALUE, "has the value "
		    "'%.*s' for a second time",
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
	str rest = frame_text(f);
	struct scan_number hour = scan_number(&rest);

	if (hour.digits == 0 || hour.digits > 2 || rest.len)
		return;
	if (hour.value == 24)
		frame_report(c, f, RULE_HOUR_24, "is 24, expected 0 for "
		    "midnight");
	if (ch && hour.value <= 24)
		check_bit(c, f, &ch->hours, hour.value % 24);
}

/* ---- the table ---- */

ATTRIBUTES(rss, {"version", &type_anything, REQUIRED});
ATTRIBUTES(channel,
	{"indexing:index", &type_yes_no, OPTIONAL});
ATTRIBUTES(category, {"domain", &type_anything, OPTIONAL});
ATTRIBUTES(cloud,
	{"domain", &type_anything, REQUIRED},
	{"path", &type_anything, REQUIRED},
	{"port", &type_port, REQUIRED},
	{"protocol", &type_anything, REQUIRED},
	{"registerProcedure", &type_anything, REQUIRED});
ATTRIBUTES(enclosure,
	{"length", &type_length, REQUIRED},
	{"type", &type_media_type, REQUIRED},
	{"url", &type_web_url, REQUIRED});
ATTRIBUTES(guid, {"isPermaLink", &type_boolean, OPTIONAL});
ATTRIBUTES(source, {"url", &type_uri, REQUIRED});

#define METADATA .opened = hook_metadata_opened

static const struct element elements[] = {
	LEAF("author", IN(ITEM), ONCE, type_contact, REF("author")),
	LEAF("category", IN(CHANNEL), MANY, type_plain, REF("category"),
	    .attributes = category_attributes, METADATA),
	LEAF("category", IN(ITEM), MANY, type_plain_filled, REF("category"),
	    .attributes = category_attributes),
	PARTS("channel", IN(RSS), ONCE, CHANNEL, REF("channel"),
	    .must = IN(RSS), .attributes = channel_attributes,
	    .opened = channel_opened, .closed = channel_closed),
	EMPTY("cloud", IN(CHANNEL), ONCE, cloud_attributes, REF("cloud"),
	    METADATA),
	LEAF("comments", IN(ITEM), ONCE, type_uri, REF("comments")),
	LEAF("copyright", IN(CHANNEL), ONCE, type_plain, REF("copyright"),
	    METADATA),
	LEAF("day", IN(DAYS), MANY, type_day, REF("skipDays"), .must = IN(DAYS),
	    .closed = day_closed),
	LEAF("description", IN(CHANNEL) | IN(IMAGE), ONCE, type_plain,
	    REF("description"), .must = IN(CHANNEL), METADATA),
	LEAF("description", IN(ITEM), ONCE, type_html, REF("description"),
	    .opened = description_opened),
	LEAF("description", IN(INPUT), ONCE, type_anything, REF("textInput"),
	    .must = IN(INPUT)),
	LEAF("docs", IN(CHANNEL), ONCE, type_uri, REF("docs"), METADATA),
	EMPTY("enclosure", IN(ITEM), ONCE, enclosure_attributes,
	    REF("enclosure"), .repeated = RULE_SECOND_ENCLOSURE),
	LEAF("generator", IN(CHANNEL), ONCE, type_anything, REF("generator"),
	    METADATA),
	LEAF("guid", IN(ITEM), ONCE, type_anything, REF("guid"),
	    .attributes = guid_attributes, .closed = guid_closed),
	LEAF("height", IN(IMAGE), ONCE, type_height, REF("image")),
	LEAF("hour", IN(HOURS), MANY, type_hour, REF("skipHours"),
	    .must = IN(HOURS), .closed = hour_closed),
	PARTS("image", IN(CHANNEL), ONCE, IMAGE, REF("image"), METADATA),
	PARTS("item", IN(CHANNEL) | IN(SX_CONFLICTS), MANY, ITEM, REF("item"),
	    .closed = item_closed),
	LEAF("language", IN(CHANNEL), ONCE, type_language, REF("language"),
	    METADATA),
	LEAF("lastBuildDate", IN(CHANNEL), ONCE, type_rfc822,
	    REF("lastBuildDate"), .closed = hook_date_closed, METADATA),
	LEAF("link", IN(CHANNEL), ONCE, type_uri, REF("link"),
	    .must = IN(CHANNEL), .closed = link_text_closed, METADATA),
	LEAF("link", IN(ITEM), ONCE, type_uri, REF("link")),
	LEAF("link", IN(IMAGE) | IN(INPUT), ONCE, type_uri, REF("image"),
	    .must = IN(IMAGE) | IN(INPUT), .closed = link_text_closed),
	LEAF("managingEditor", IN(CHANNEL), ONCE, type_contact,
	    REF("managingEditor"), METADATA),
	LEAF("name", IN(INPUT), ONCE, type_form_name, REF("textInput"),
	    .must = IN(INPUT)),
	LEAF("pubDate", IN(CHANNEL) | IN(ITEM), ONCE, type_rfc822,
	    REF("pubDate"), .closed = hook_date_closed, METADATA),
	LEAF("rating", IN(CHANNEL), MANY, type_anything, REF("rating")),
	PARTS("rss", 0, MANY, RSS, REF("rss"), .attributes = rss_attributes,
	    .opened = rss_opened),
	PARTS("skipDays", IN(CHANNEL), ONCE, DAYS, REF("skipDays"), METADATA),
	PARTS("skipHours", IN(CHANNEL), ONCE, HOURS, REF("skipHours"),
	    METADATA),
	LEAF("source", IN(ITEM), ONCE, type_plain, REF("source"),
	    .attributes = source_attributes),
	PARTS("textInput", IN(CHANNEL), ONCE, INPUT, REF("textInput"),
	    .opened = input_opened),
	LEAF("title", IN(CHANNEL), ONCE, type_plain_filled, REF("title"),
	    .must = IN(CHANNEL), .closed = title_closed, METADATA),
	LEAF("title", IN(ITEM), ONCE, type_plain_filled, REF("title")),
	LEAF("title", IN(IMAGE), ONCE, type_plain_filled, REF("image"),
	    .must = IN(IMAGE), .closed = title_closed),
	LEAF("title", IN(INPUT), ONCE, type_plain, REF("textInput"),
	    .must = IN(INPUT)),
	LEAF("ttl", IN(CHANNEL), ONCE, type_positive, REF("ttl"), METADATA),
	LEAF("url", IN(IMAGE), ONCE, type_image_url, REF("image"),
	    .must = IN(IMAGE)),
	LEAF("webMaster", IN(CHANNEL), ONCE, type_contact, REF("webMaster"),
	    METADATA),
	LEAF("width", IN(IMAGE), ONCE, type_width, REF("image")),
};

VOCABULARY_OF(rss, elements, "RSS", "", "", "RSS 2.0");
