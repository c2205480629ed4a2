/* SPDX-License-Identifier: MIT
 * vocab_podcast: the podcast namespace of Podcastindex.org, version 1.0.
 * https://podcasting2.org/podcast-namespace */
#include "validate/tables/feed_rules.h"
#include "validate/vocabularies/vocabulary.h"

#include "base/web/uuid.h"

#define REF(element) .reference = "podcast:" element

/* ---- types ---- */

WORDS(status, "pending, live or ended", "|pending|live|ended|");
WORDS(method, "a method such as keysend", "|keysend|lnaddress|default|");
WORDS(integrity, "'sri' or 'pgp-signature'", "|sri|pgp-signature|");
WORDS(medium, "a medium such as podcast, music, video or audiobook",
    "|podcast|music|video|film|audiobook|newsletter|blog|publisher|course|"
    "mixed|podcastL|musicL|videoL|filmL|audiobookL|newsletterL|blogL|"
    "publisherL|courseL|");
TYPE(boolean, type_check_words, "'true' or 'false'", RULE_INVALID_BOOLEAN,
    .values = "|true|false|", .flags = TYPE_ANY_CASE);
TYPE(answer, type_check_words, "'yes' or 'no'", RULE_INVALID_BOOLEAN,
    .values = "|yes|no|", .flags = TYPE_ANY_CASE);
TYPE(percent, type_check_number, "a number from 0 to 100", RULE_INVALID_INTEGER,
    .most = 100);
TYPE(text_128, type_check_length, NULL, RULE_TOO_LONG, .most = 128,
    .flags = TYPE_PLAIN);
TYPE(text_4000, type_check_length, NULL, RULE_TOO_LONG, .most = 4000);

static void
check_guid(const struct subject *s)
{
	if (!uuid_is(s->value))
		type_misfit(s);
}

TYPE(guid, check_guid, "a UUID", RULE_INVALID_UUID);

/* geo:37.786971,-122.399677. RFC 5870. */
static void
check_geo(const struct subject *s)
{
	str rest = s->value;

	if (!str_starts(rest, S("geo:")) || str_chr(rest, ',') == STR_NONE)
		type_misfit(s);
}

TYPE(geo, check_geo, "a place as geo:48.2,16.37", RULE_INVALID_COORDINATE);

/* ---- the table ---- */

ATTRIBUTES(alternate,
	{"bitrate", &type_decimal, OPTIONAL},
	{"codecs", &type_anything, OPTIONAL},
	{"default", &type_boolean, OPTIONAL},
	{"height", &type_natural, OPTIONAL},
	{"lang", &type_language, OPTIONAL},
	{"length", &type_natural, OPTIONAL},
	{"rel", &type_anything, OPTIONAL},
	{"title", &type_anything, OPTIONAL},
	{"type", &type_media_type, REQUIRED});
ATTRIBUTES(block, {"id", &type_anything, OPTIONAL});
ATTRIBUTES(chapters,
	{"type", &type_media_type, REQUIRED},
	{"url", &type_web_url, REQUIRED});
ATTRIBUTES(chat,
	{"accountId", &type_anything, OPTIONAL},
	{"protocol", &type_anything, REQUIRED},
	{"server", &type_anything, REQUIRED},
	{"space", &type_anything, OPTIONAL});
ATTRIBUTES(episode, {"display", &type_anything, OPTIONAL});
ATTRIBUTES(funding, {"url", &type_web_url, REQUIRED});
ATTRIBUTES(image,
	{"alt", &type_anything, OPTIONAL},
	{"aspect-ratio", &type_anything, OPTIONAL},
	{"height", &type_natural, OPTIONAL},
	{"href", &type_web_url, REQUIRED},
	{"purpose", &type_anything, OPTIONAL},
	{"type", &type_media_type, OPTIONAL},
	{"width", &type_natural, OPTIONAL});
ATTRIBUTES(images, {"srcset", &type_anything, REQUIRED});
ATTRIBUTES(integrity,
	{"type", &type_integrity, REQUIRED},
	{"value", &type_anything, REQUIRED});
ATTRIBUTES(license, {"url", &type_web_url, OPTIONAL});
ATTRIBUTES(link, {"href", &type_web_url, REQUIRED});
ATTRIBUTES(live,
	{"end", &type_iso8601, OPTIONAL},
	{"start", &type_iso8601, REQUIRED},
	{"status", &type_status, REQUIRED});
ATTRIBUTES(location,
	{"country", &type_anything, OPTIONAL},
	{"geo", &type_geo, OPTIONAL},
	{"osm", &type_anything, OPTIONAL},
	{"rel", &type_anything, OPTIONAL});
ATTRIBUTES(locked, {"owner", &type_mailbox, OPTIONAL});
ATTRIBUTES(person,
	{"group", &type_anything, OPTIONAL},
	{"href", &type_web_url, OPTIONAL},
	{"img", &type_web_url, OPTIONAL},
	{"role", &type_anything, OPTIONAL});
ATTRIBUTES(podping, {"usesPodping", &type_boolean, OPTIONAL});
ATTRIBUTES(recipient,
	{"address", &type_anything, REQUIRED},
	{"customKey", &type_anything, OPTIONAL},
	{"customValue", &type_anything, OPTIONAL},
	{"fee", &type_boolean, OPTIONAL},
	{"name", &type_anything, OPTIONAL},
	{"split", &type_natural, REQUIRED},
	{"type", &type_anything, REQUIRED});
ATTRIBUTES(remote,
	{"feedGuid", &type_guid, REQUIRED},
	{"feedUrl", &type_web_url, OPTIONAL},
	{"itemGuid", &type_anything, OPTIONAL},
	{"medium", &type_medium, OPTIONAL},
	{"title", &type_anything, OPTIONAL});
ATTRIBUTES(season, {"name", &type_anything, OPTIONAL});
ATTRIBUTES(social,
	{"accountId", &type_anything, OPTIONAL},
	{"accountUrl", &type_web_url, OPTIONAL},
	{"priority", &type_natural, OPTIONAL},
	{"protocol", &type_anything, REQUIRED},
	{"uri", &type_anything, OPTIONAL});
ATTRIBUTES(soundbite,
	{"duration", &type_decimal, REQUIRED},
	{"startTime", &type_decimal, REQUIRED});
ATTRIBUTES(source,
	{"contentType", &type_media_type, OPTIONAL},
	{"uri", &type_iri, REQUIRED});
ATTRIBUTES(split,
	{"duration", &type_decimal, REQUIRED},
	{"remotePercentage", &type_percent, OPTIONAL},
	{"remoteStartTime", &type_decimal, OPTIONAL},
	{"startTime", &type_decimal, REQUIRED});
ATTRIBUTES(trailer,
	{"length", &type_natural, OPTIONAL},
	{"pubdate", &type_rfc822, REQUIRED},
	{"season", &type_natural, OPTIONAL},
	{"type", &type_media_type, OPTIONAL},
	{"url", &type_web_url, REQUIRED});
ATTRIBUTES(transcript,
	{"language", &type_language, OPTIONAL},
	{"rel", &type_anything, OPTIONAL},
	{"type", &type_media_type, REQUIRED},
	{"url", &type_web_url, REQUIRED});
ATTRIBUTES(txt, {"purpose", &type_text_128, OPTIONAL});
ATTRIBUTES(update,
	{"complete", &type_boolean, OPTIONAL},
	{"dtstart", &type_iso8601, OPTIONAL},
	{"rrule", &type_anything, OPTIONAL});
ATTRIBUTES(value,
	{"method", &type_method, REQUIRED},
	{"suggested", &type_decimal, OPTIONAL},
	{"type", &type_anything, REQUIRED});

#define IN_SHOW IN(CHANNEL)
#define IN_EPISODE IN(ITEM)
#define BOTH (IN_SHOW | IN_EPISODE)
#define TEXT(name_, in_, often_, type_, attributes_) \
	LEAF(name_, in_, often_, type_, REF(name_), \
	    .attributes = attributes_##_attributes)
#define LINK(name_, in_, attributes_) \
	EMPTY(name_, in_, MANY, attributes_##_attributes, REF(name_))
#define GROUP(name_, in_, opens_, attributes_) \
	PARTS(name_, in_, MANY, opens_, REF(name_), \
	    .attributes = attributes_##_attributes)

static const struct element elements[] = {
	GROUP("alternateEnclosure", IN_EPISODE, PODCAST_ALTERNATE,
	    alternate),
	TEXT("block", IN_SHOW, MANY, type_answer, block),
	LINK("chapters", IN_EPISODE, chapters),
	LINK("chat", BOTH, chat),
	TEXT("contentLink", IN_EPISODE, MANY, type_anything, link),
	TEXT("episode", IN_EPISODE, ONCE, type_decimal, episode),
	TEXT("funding", BOTH, MANY, type_text_128, funding),
	LEAF("guid", IN_SHOW, ONCE, type_guid, REF("guid")),
	LINK("image", BOTH, image),
	LINK("images", BOTH, images),
	LINK("integrity", IN(PODCAST_ALTERNATE), integrity),
	TEXT("license", BOTH, ONCE, type_text_128, license),
	/* It may have all children of an item. */
	GROUP("liveItem", IN_SHOW, ITEM, live),
	TEXT("location", BOTH, MANY, type_text_128, location),
	TEXT("locked", IN_SHOW, ONCE, type_answer, locked),
	LEAF("medium", IN_SHOW, ONCE, type_medium),
	TEXT("person", BOTH, MANY, type_text_128, person),
	LINK("podping", IN_SHOW, podping),
	PARTS("podroll", IN_SHOW, ONCE, PODCAST_ROLL, REF("podroll")),
	PARTS("publisher", IN_SHOW, ONCE, PODCAST_ROLL, REF("publisher")),
	LINK("remoteItem", IN_SHOW | IN(PODCAST_ROLL) | IN(PODCAST_SPLIT),
	    remote),
	TEXT("season", IN_EPISODE, ONCE, type_natural, season),
	LINK("socialInteract", BOTH, social),
	TEXT("soundbite", IN_EPISODE, MANY, type_text_128, soundbite),
	LINK("source", IN(PODCAST_ALTERNATE), source),
	TEXT("trailer", IN_SHOW, MANY, type_text_128, trailer),
	LINK("transcript", IN_EPISODE, transcript),
	TEXT("txt", BOTH, MANY, type_text_4000, txt),
	TEXT("updateFrequency", IN_SHOW, ONCE, type_text_128, update),
	GROUP("value", BOTH, PODCAST_VALUE, value),
	LINK("valueRecipient", IN(PODCAST_VALUE) | IN(PODCAST_SPLIT),
	    recipient),
	GROUP("valueTimeSplit", IN(PODCAST_VALUE), PODCAST_SPLIT,
	    split),
};

/* The namespace gets new elements every few months, so it is open: elements
 * without a row are not judged. */
VOCABULARY_OF(podcast, elements, "podcast namespace", "podcast",
    "https://podcastindex.org/namespace/1.0", "podcast namespace",
    .other = "https://github.com/Podcastindex-org/podcast-namespace/blob/"
	"main/docs/1.0.md",
    .is_open = true);
