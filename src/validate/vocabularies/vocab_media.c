/* SPDX-License-Identifier: MIT
 * vocab_media: Media RSS 1.5. http://www.rssboard.org/media-rss */
#include "validate/tables/feed_rules.h"
#include "validate/vocabularies/vocabulary.h"

#include <limits.h>

#include "base/text/scan.h"
#include "validate/vocabularies/frame.h"

/* ---- types ---- */

TYPE(size, type_check_number, "a number from 1 on", RULE_INVALID_INTEGER,
    .least = 1, .most = LONG_MAX, .flags = TYPE_OPTIONAL);
TYPE(count, type_check_number, "a number from 0 on", RULE_INVALID_INTEGER,
    .most = LONG_MAX, .flags = TYPE_OPTIONAL);
TYPE(url, type_check_uri, "an absolute URI", RULE_INVALID_URI,
    .flags = TYPE_ABSOLUTE | TYPE_OPTIONAL);
TYPE(mime, type_check_media_type, "a media type as video/mp4",
    RULE_INVALID_MEDIA_TYPE, .flags = TYPE_OPTIONAL);
TYPE(boolean, type_check_words, "'true' or 'false'", RULE_INVALID_BOOLEAN,
    .values = "|true|false|", .flags = TYPE_OPTIONAL | TYPE_ANY_CASE);

WORDS(text_type, "'plain' or 'html'", "|plain|html|",
    .flags = TYPE_OPTIONAL);
WORDS(medium, "image, audio, video, document or executable",
	"|image|audio|video|document|executable|",
    .flags = TYPE_OPTIONAL);
WORDS(expression, "full, sample or nonstop", "|full|sample|nonstop|",
    .flags = TYPE_OPTIONAL);
WORDS(algo, "'md5' or 'sha-1'", "|md5|sha-1|",
    .flags = TYPE_OPTIONAL);
WORDS(status, "active, blocked or deleted", "|active|blocked|deleted|",
    .flags = TYPE_OPTIONAL);
WORDS(price, "rent, purchase, package or subscription",
	"|rent|purchase|package|subscription|",
    .flags = TYPE_OPTIONAL);
WORDS(rights, "'userCreated' or 'official'", "|userCreated|official|",
    .flags = TYPE_OPTIONAL);

/* A rate has no unit in the specification. Readers read up to one. */
static void
check_rate(const struct subject *s)
{
	str rest = s->value;

	if (!char_is_digit(scan_peek(rest))) {
		type_misfit(s);
		return;
	}
	while (scan_number(&rest).digits || scan_char(&rest, '.'))
		;
	if (rest.len)
		type_fault(s, RULE_ODD_NUMBER, s->value.len - rest.len,
		    "goes on after the number");
}

TYPE(rate, check_rate, "a number such as 128", RULE_INVALID_DECIMAL,
    .flags = TYPE_OPTIONAL);

/* A normal play time: seconds, or hours, minutes and seconds, with a
 * fraction. RFC 2326, section 3.6. */
static void
check_play_time(const struct subject *s)
{
	str rest = s->value, part;
	size_t colons = 0;
	bool ok = true;

	if (str_eq(rest, S("now")))
		return;
	for (; ok && str_split(&rest, ':', &part); colons++) {
		size_t dot = rest.ptr ? STR_NONE : str_chr(part, '.');
		str digits = str_sub(part, 0, dot);

		for (size_t i = 0; i < part.len; i++)
			ok &= i == dot || char_is_digit(part.ptr[i]);
		ok &= digits.len > 0 && (colons == 0 || digits.len == 2);
	}
	if (!ok || colons == 2 || colons > 3)
		type_misfit(s);
}

TYPE(play_time, check_play_time, "a time as 12.5 or 0:01:12.5",
    RULE_INVALID_DURATION, .flags = TYPE_OPTIONAL);

/* The specification's own schemes look like URNs, but are not valid ones. */
static void
check_scheme(const struct subject *s)
{
	if (!type_has_word("|urn:ebu|urn:yvs|urn:simple|urn:mpaa|urn:v-chip|"
	    "urn:icra|", s->value, false))
		type_check_uri(s);
}

TYPE(scheme, check_scheme, "an absolute URI", RULE_INVALID_URI,
    .flags = TYPE_ABSOLUTE | TYPE_OPTIONAL);

/* The roles of the European Broadcasting Union: the scheme urn:ebu, which is
 * the default. */
static const char roles[] = "|actor|adaptor|anchor person|animal trainer|"
	"animator|announcer|armourer|art director|artist/performer|"
	"assistant camera|assistant chief lighting technician|"
	"assistant director|assistant producer|assistant visual editor|"
	"author|broadcast assistant|broadcast journalist|camera operator|"
	"carpenter|casting|causeur|chief lighting technician|choir|"
	"choreographer|clapper loader|commentary or commentator|"
	"commissioning broadcaster|composer|computer programmer|conductor|"
	"consultant|continuity checker|correspondent|costume designer|dancer|"
	"dialogue coach|director|director of photography|"
	"distribution company|draughtsman|dresser|dubber|editor/producer|"
	"editor|ensemble|executive producer|expert|fight director|"
	"floor manager|focus puller|foley artist|foley editor|foley mixer|"
	"graphic assistant|graphic designer|greensman|grip|hairdresser|"
	"illustrator|interviewed guest|interviewer|key character|key grip|"
	"key talents|leadman|librettist|lighting director|"
	"lighting technician|location manager|lyricist|make up artist|"
	"manufacturer|matte artist|music arranger|music group|musician|"
	"news reader|orchestra|participant|photographer|post|producer|"
	"production assistant|production company|production department|"
	"production manager|production secretary|"
	"programme production researcher|property manager|"
	"publishing company|puppeteer|pyrotechnician|reporter|rigger|runner|"
	"scenario|scenic operative|script supervisor|"
	"second assistant camera|second assistant director|"
	"second unit director|set designer|set dresser|sign language|singer|"
	"sound designer|sound mixer|sound recordist|special effects|stunts|"
	"subtitles|technical director|term|translation|"
	"transportation manager|treatment/programme proposal|vision mixer|"
	"visual editor|visual effects|wardrobe|witness|artist|performer|"
	"treatment|treatment proposal|programme proposal|";

/* The ratings of each scheme. */
static const struct {
	const char *scheme, *values;
} ratings[] = {
	{"urn:simple", "|adult|nonadult|"},
	{"urn:mpaa", "|g|m|nc-17|pg|pg-13|r|x|"},
	{"urn:v-chip", "|14+|18+|c|c8|g|pg|tv-14|tv-g|tv-ma|tv-pg|tv-y|"
		"tv-y7|tv-y7-fv|"},
};

/* ---- hooks ---- */

static void
adult_opened(struct check *c, struct frame *f)
{
	frame_report(c, f, RULE_DEPRECATED,
	    "is deprecated, expected <media:rating>");
}

static void
group_closed(struct check *c, struct frame *f)
{
	if (frame_count(f, S("content")) < 2)
		frame_report(c, f, RULE_GROUP_OF_ONE,
		    "has fewer than two <media:content>");
}

static void
credit_opened(struct check *c, struct frame *f)
{
	str role, scheme;
	struct subject s;

	if (!frame_attribute(f, S("role"), &role) || role.len == 0)
		return;
	s = frame_subject(c, f, S("role"), role, NULL);
	if (!frame_attribute(f, S("scheme"), &scheme) || scheme.len == 0)
		scheme = S("urn:ebu");
	for (size_t i = 0; i < role.len; i++)
		if (char_lower(role.ptr[i]) != role.ptr[i]) {
			type_fault(&s, RULE_INVALID_VALUE, i,
			    "has a capital letter");
			return;
		}
	if (str_eq(scheme, S("urn:ebu")) &&
	    !type_has_word(roles, role, false))
		type_fault(&s, RULE_INVALID_VALUE, 0,
		    "is not a role of the scheme urn:ebu");
}

static void
hash_closed(struct check *c, struct frame *f)
{
	str algo, text = frame_text(f);
	bool is_sha = frame_attribute(f, S("algo"), &algo) &&
	    str_eq(algo, S("sha-1"));
	size_t digits = is_sha ? 40 : 32;
	struct subject s = frame_subject(c, f, S(""), text, NULL);
	str rest = text;
	uint32_t value;

	if (scan_hex(&rest, text.len, &value) != digits || rest.len)
		type_fault(&s, RULE_INVALID_VALUE, 0,
		    "is not %zu hexadecimal digits, as %s has", digits,
		    is_sha ? "sha-1" : "md5");
}

/* "r (nz 1 sz 1)": pairs of a code and 0 or 1. */
static bool
is_icra(str s)
{
	static const char codes[] = "|nz|sz|vz|lz|oz|cz|xz|";
	static const char ranges[] = "ncsfvjlcohcbxe"; /* a letter, its last */
	str word;

	if (!str_starts(s, S("r (")) || !str_ends(s, S(")")))
		return false;
	s = str_sub(s, 3, s.len - 4);
	if (s.len == 0)
		return false;
	while (str_word(&s, &word)) {
		bool is_zero = type_has_word(codes, word, false), ok = is_zero;
		str value;

		for (size_t i = 0; word.len == 2 && ranges[i]; i += 2)
			ok |= word.ptr[0] == ranges[i] &&
			    word.ptr[1] >= 'a' &&
			    word.ptr[1] <= ranges[i + 1];
		if (!ok || !str_word(&s, &value) ||
		    !(str_eq(value, S("1")) ||
		    (is_zero && str_eq(value, S("0")))))
			return false;
	}
	return true;
}

static void
rating_closed(struct check *c, struct frame *f)
{
	str scheme, text = frame_text(f);
	struct subject s = frame_subject(c, f, S(""), text, NULL);
	bool ok = true;

	if (!frame_attribute(f, S("scheme"), &scheme) || scheme.len == 0)
		scheme = S("urn:simple");
	for (size_t i = 0; i < sizeof ratings / sizeof ratings[0]; i++)
		if (str_eq(scheme, str_of(ratings[i].scheme)))
			ok = type_has_word(ratings[i].values, text, false);
	if (str_eq(scheme, S("urn:icra")))
		ok = is_icra(text);
	if (!ok)
		type_fault(&s, RULE_INVALID_VALUE, 0,
		    "is not a rating of the scheme %.*s",
		    STR_ARG(document_quote(c->document, scheme)));
}

static void
check_countries(struct check *c, struct frame *f, str text)
{
	str rest = text, word;

	while (str_word(&rest, &word))
		if (!type_has_word(type_country.values, word, true)) {
			struct subject s = frame_subject(
			    c, f, S(""), word, NULL);

			type_fault(&s, RULE_INVALID_VALUE,
			    (size_t)(word.ptr - f->text.ptr),
			    "is not a country, expected one as us or de");
		}
}

static void
restriction_closed(struct check *c, struct frame *f)
{
	str type, text = frame_text(f);
	struct subject s = frame_subject(c, f, S(""), text, NULL);

	if (!frame_attribute(f, S("type"), &type) || type.len == 0) {
		if (text.len && !type_has_word("|all|none|", text, false))
			type_fault(&s, RULE_INVALID_VALUE, 0,
			    "is not 'all' or 'none'");
	} else if (str_eq(type, S("country")))
		check_countries(c, f, text);
	else if (str_eq(type, S("uri")))
		frame_check(c, f, S(""), &type_uri);
}

WORDS(restriction, "country, uri or sharing", "|country|uri|sharing|",
    .flags = TYPE_OPTIONAL);
WORDS(relationship, "'allow' or 'deny'", "|allow|deny|");

/* Text is plain unless its type is html. */
static void
typed_text_closed(struct check *c, struct frame *f)
{
	str type;

	frame_attribute(f, S("type"), &type);
	frame_check(c, f, S(""),
	    str_eq(type, S("html")) ? &type_html : &type_plain);
}

/* An empty address is as bad as none. */
static void
addressed_opened(struct check *c, struct frame *f)
{
	str url;

	if (frame_attribute(f, S("url"), &url) && url.len == 0)
		frame_report(c, f, RULE_MISSING_ATTRIBUTE,
		    "has an empty url");
}

/* ---- the table ---- */

ATTRIBUTES(category,
	{"label", &type_plain, OPTIONAL},
	{"scheme", &type_url, OPTIONAL});
ATTRIBUTES(content,
	{"bitrate", &type_rate, OPTIONAL},
	{"channels", &type_count, OPTIONAL},
	{"duration", &type_rate, OPTIONAL},
	{"expression", &type_expression, OPTIONAL},
	{"fileSize", &type_size, OPTIONAL},
	{"framerate", &type_rate, OPTIONAL},
	{"height", &type_size, OPTIONAL},
	{"isDefault", &type_boolean, OPTIONAL},
	{"lang", &type_language_or_none, OPTIONAL},
	{"medium", &type_medium, OPTIONAL},
	{"samplingrate", &type_rate, OPTIONAL},
	{"type", &type_mime, OPTIONAL},
	{"url", &type_url, OPTIONAL},
	{"width", &type_size, OPTIONAL});
ATTRIBUTES(copyright, {"url", &type_url, OPTIONAL});
ATTRIBUTES(credit,
	{"role", &type_anything, OPTIONAL},
	{"scheme", &type_scheme, OPTIONAL});
ATTRIBUTES(embed,
	{"height", &type_size, OPTIONAL},
	{"url", &type_url, REQUIRED},
	{"width", &type_size, OPTIONAL});
ATTRIBUTES(hash, {"algo", &type_algo, OPTIONAL});
ATTRIBUTES(link,
	{"href", &type_url, OPTIONAL},
	{"lang", &type_language_or_none, OPTIONAL},
	{"type", &type_mime, OPTIONAL});
ATTRIBUTES(location,
	{"description", &type_plain, OPTIONAL},
	{"end", &type_play_time, OPTIONAL},
	{"start", &type_play_time, OPTIONAL});
ATTRIBUTES(param, {"name", &type_anything, REQUIRED});
ATTRIBUTES(price,
	{"currency", &type_anything, OPTIONAL},
	{"info", &type_url, OPTIONAL},
	{"price", &type_rate, OPTIONAL},
	{"type", &type_price, OPTIONAL});
ATTRIBUTES(rating, {"scheme", &type_scheme, OPTIONAL});
ATTRIBUTES(restriction,
	{"relationship", &type_relationship, REQUIRED},
	{"type", &type_restriction, OPTIONAL});
ATTRIBUTES(rights, {"status", &type_rights, OPTIONAL});
ATTRIBUTES(star,
	{"average", &type_rate, OPTIONAL},
	{"count", &type_count, OPTIONAL},
	{"max", &type_count, OPTIONAL},
	{"min", &type_count, OPTIONAL});
ATTRIBUTES(statistics,
	{"favorites", &type_count, OPTIONAL},
	{"views", &type_count, OPTIONAL});
ATTRIBUTES(status,
	{"reason", &type_anything, OPTIONAL},
	{"state", &type_status, OPTIONAL});
ATTRIBUTES(text,
	{"end", &type_play_time, OPTIONAL},
	{"lang", &type_language_or_none, OPTIONAL},
	{"start", &type_play_time, OPTIONAL},
	{"type", &type_text_type, OPTIONAL});
ATTRIBUTES(thumbnail,
	{"height", &type_size, OPTIONAL},
	{"time", &type_play_time, OPTIONAL},
	{"url", &type_url, REQUIRED},
	{"width", &type_size, OPTIONAL});
ATTRIBUTES(typed, {"type", &type_text_type, OPTIONAL});

/* Optional elements may be in a file, a group, an item or a feed. */
#define IN_MEDIA (IN_FEEDS | IN_ENTRIES | IN(MEDIA_GROUP) | IN(MEDIA_CONTENT))

static const struct element elements[] = {
	LEAF("adult", IN_MEDIA, ONCE, type_truth, .opened = adult_opened),
	LEAF("backLink", IN(MEDIA_LIST), MANY, type_anything),
	PARTS("backLinks", IN_MEDIA, MANY, MEDIA_LIST),
	LEAF("category", IN_MEDIA, MANY, type_plain,
	    .attributes = category_attributes),
	LEAF("comment", IN(MEDIA_LIST), MANY, type_anything),
	PARTS("comments", IN_MEDIA, MANY, MEDIA_LIST),
	PARTS("community", IN_MEDIA, ONCE, MEDIA_COMMUNITY),
	PARTS("content", IN_ENTRIES | IN(MEDIA_GROUP), MANY, MEDIA_CONTENT,
	    .attributes = content_attributes),
	LEAF("copyright", IN_MEDIA, ONCE, type_plain,
	    .attributes = copyright_attributes),
	LEAF("credit", IN_MEDIA, MANY, type_anything,
	    .attributes = credit_attributes, .opened = credit_opened),
	LEAF("description", IN_MEDIA, ONCE, type_anything,
	    .attributes = typed_attributes, .closed = typed_text_closed),
	PARTS("embed", IN_MEDIA, MANY, MEDIA_EMBED,
	    .attributes = embed_attributes),
	PARTS("group", IN_ENTRIES, MANY, MEDIA_GROUP, .closed = group_closed),
	LEAF("hash", IN_MEDIA, MANY, type_anything,
	    .attributes = hash_attributes, .closed = hash_closed),
	LEAF("keywords", IN_MEDIA, MANY, type_anything),
	LEAF("license", IN_MEDIA, MANY, type_anything,
	    .attributes = link_attributes),
	OPAQUE("location", IN_MEDIA, .attributes = location_attributes),
	LEAF("param", IN(MEDIA_EMBED), MANY, type_anything,
	    .attributes = param_attributes),
	EMPTY("peerLink", IN_MEDIA, MANY, link_attributes),
	EMPTY("player", IN_MEDIA, MANY, embed_attributes,
	    .opened = addressed_opened),
	EMPTY("price", IN_MEDIA, MANY, price_attributes),
	LEAF("rating", IN_MEDIA, MANY, type_anything,
	    .attributes = rating_attributes, .closed = rating_closed),
	LEAF("response", IN(MEDIA_LIST), MANY, type_anything),
	PARTS("responses", IN_MEDIA, MANY, MEDIA_LIST),
	LEAF("restriction", IN_MEDIA, MANY, type_anything,
	    .attributes = restriction_attributes, .closed = restriction_closed),
	EMPTY("rights", IN_MEDIA, MANY, rights_attributes),
	OPAQUE("scenes", IN_MEDIA),
	EMPTY("starRating", IN(MEDIA_COMMUNITY), MANY, star_attributes),
	EMPTY("statistics", IN(MEDIA_COMMUNITY), MANY, statistics_attributes),
	EMPTY("status", IN_MEDIA, MANY, status_attributes),
	EMPTY("subTitle", IN_MEDIA, MANY, link_attributes),
	LEAF("tags", IN(MEDIA_COMMUNITY), MANY, type_anything),
	LEAF("text", IN_MEDIA, MANY, type_anything,
	    .attributes = text_attributes, .closed = typed_text_closed),
	EMPTY("thumbnail", IN_MEDIA, MANY, thumbnail_attributes,
	    .opened = addressed_opened),
	LEAF("title", IN_MEDIA, ONCE, type_anything,
	    .attributes = typed_attributes, .closed = typed_text_closed),
};

VOCABULARY_OF(media, elements, "Media RSS", "media",
    "http://search.yahoo.com/mrss/", "MRSS 1.5");
