/* SPDX-License-Identifier: MIT
 * test_vocab_itunes: podcasts: Apple's elements and the podcast namespace. */
#include "extension.h"

#define NS "itunes='http://www.itunes.com/dtds/podcast-1.0.dtd'"
#define SHOW "<itunes:category text='Arts'/><itunes:explicit>false" \
	"</itunes:explicit><itunes:image href='https://example.org/a.png'/>" \
	"<itunes:owner><itunes:email>jo@example.org</itunes:email>" \
	"</itunes:owner>\n"

/* What a show needs is on line 3, and the part on line 4. */
static const struct extension_row shows[] = {
	{SHOW, ""},
	{"<itunes:author>Jo</itunes:author>",
	    "podcast-missing 2:119 <channel> is of a podcast, but has no "
	    "<itunes:category>\n"
	    "podcast-missing 2:119 <channel> is of a podcast, but has no "
	    "<itunes:explicit>\n"
	    "podcast-missing 2:119 <channel> is of a podcast, but has no "
	    "<itunes:image>\n"
	    "podcast-missing 2:119 <channel> is of a podcast, but has no "
	    "<itunes:owner> with an <itunes:email>"},
	{SHOW "<itunes:category text='Leisure'><itunes:category "
	    "text='Games'/></itunes:category>", ""},
	{SHOW "<itunes:category text='Fun'/>", "invalid-category 4:24 "
	    "<itunes:category> text 'Fun' is not a category of podcasts"},
	{SHOW "<itunes:category text='Travel'/>", "obsolete-category 4:24 "
	    "<itunes:category> text 'Travel' is no longer a category of "
	    "podcasts"},
	{SHOW "<itunes:category text='Arts'><itunes:category text='Opera'/>"
	    "<itunes:category text='Literature'/></itunes:category>",
	    "invalid-category 4:53 <itunes:category> text 'Opera' is not a "
	    "category of podcasts\n"
	    "obsolete-category 4:84 <itunes:category> text 'Literature' is no "
	    "longer a category of podcasts"},
	{SHOW "<itunes:category/>", "missing-attribute 4:1 <itunes:category> "
	    "has no attribute 'text'"},
	{SHOW "<itunes:block>perhaps</itunes:block>", "invalid-boolean 4:15 "
	    "<itunes:block> 'perhaps' is not 'Yes' or nothing"},
	{SHOW "<itunes:type>weekly</itunes:type>", "invalid-value 4:14 "
	    "<itunes:type> 'weekly' is not 'episodic' or 'serial'"},
	{SHOW "<itunes:keywords>a b c</itunes:keywords>", "invalid-keywords "
	    "4:18 <itunes:keywords> 'a b c' has blanks, but no commas between "
	    "keywords"},
	{SHOW "<itunes:new_feed_url>x</itunes:new_feed_url>",
	    "undefined-element 4:1 <itunes:new_feed_url> may not be in "
	    "<channel>, did you mean <new-feed-url>?"},
	{SHOW "<itunes:complete>Yes</itunes:complete>", ""},
};

/* As long as texts may be. */
#define A5 "aaaaa"
#define A25 A5 A5 A5 A5 A5
#define A125 A25 A25 A25 A25 A25
#define A250 A125 A125
#define A255 A250 A5
#define A1000 A250 A250 A250 A250
#define A4000 A1000 A1000 A1000 A1000

static const struct extension_row episodes[] = {
	{"<itunes:duration>1:02:03</itunes:duration><itunes:episode>7"
	    "</itunes:episode><itunes:episodeType>full</itunes:episodeType>",
	    ""},
	{"<itunes:duration>1h</itunes:duration>", "invalid-duration 3:18 "
	    "<itunes:duration> '1h' is not a duration as 3600, 59:30 or "
	    "1:23:45"},
	{"<itunes:explicit>yes</itunes:explicit>", "invalid-boolean 3:18 "
	    "<itunes:explicit> 'yes' is not 'true' or 'false'"},
	{"<itunes:explicit> true </itunes:explicit>", "invalid-boolean 3:18 "
	    "<itunes:explicit> ' true ' is not 'true' or 'false'"},
	{"<itunes:image href='/a.png'/>", "not-web-url 3:21 <itunes:image> "
	    "href '/a.png' is not an absolute http or https URL"},
	{"<itunes:author>" A255 "</itunes:author><itunes:summary>" A4000
	    "</itunes:summary>", ""},
	{"<itunes:author>" A255 "a</itunes:author>", "too-long 3:16 "
	    "<itunes:author> has 256 characters, expected at most 255"},
	{"<itunes:summary>" A4000 "a</itunes:summary>", "too-long 3:17 "
	    "<itunes:summary> has 4001 characters, expected at most 4000"},
	{"<itunes:season>0</itunes:season>", "invalid-integer 3:16 "
	    "<itunes:season> '0' is not a number from 1 on"},
	{"<itunes:title>x</itunes:title><itunes:title>y</itunes:title>",
	    "duplicate-element 3:31 <item> has more than one <itunes:title>"},
};

static void
test_itunes(void **state)
{
	struct buf want = {0};

	(void)state;
	check_parts(NS, false, shows, COUNT(shows));
	/* An episode makes it a podcast, which lacks what a show needs. */
	for (size_t i = 0; i < COUNT(episodes); i++) {
		struct extension_row row;

		buf_reset(&want);
		buf_printf(&want, "%s%s%s", episodes[i].want,
		    episodes[i].want[0] ? "\n" : "", shows[1].want);
		row = (struct extension_row){
			episodes[i].part, buf_cstr(&want)};
		check_parts(NS, true, &row, 1);
	}
	buf_free(&want);
}

#define PODCAST "podcast='https://podcastindex.org/namespace/1.0'"

static const struct extension_row podcast_shows[] = {
	{"<podcast:locked owner='jo@example.org'>yes</podcast:locked>"
	    "<podcast:guid>917393e3-1b1e-5cef-ace4-edaa54e1f810"
	    "</podcast:guid><podcast:medium>music</podcast:medium>", ""},
	{"<podcast:locked>perhaps</podcast:locked>", "invalid-boolean 3:17 "
	    "<podcast:locked> 'perhaps' is not 'yes' or 'no'"},
	{"<podcast:guid>1</podcast:guid>", "invalid-uuid 3:15 "
	    "<podcast:guid> '1' is not a UUID"},
	{"<podcast:value type='lightning' method='keysend'>"
	    "<podcast:valueRecipient type='node' address='02' split='x'/>"
	    "</podcast:value>", "invalid-integer 3:106 "
	    "<podcast:valueRecipient> split 'x' is not a number from 0 on"},
	{"<podcast:brandNew/>", ""},
	{"<podcast:liveItem status='now' start='2024-02-01T09:00:00Z'>"
	    "<title>x</title></podcast:liveItem>", "invalid-value 3:27 "
	    "<podcast:liveItem> status 'now' is not pending, live or ended"},
};
static const struct extension_row podcast_episodes[] = {
	{"<podcast:transcript url='https://example.org/a.vtt' "
	    "type='text/vtt'/><podcast:person role='guest'>Jo"
	    "</podcast:person><podcast:season name='x'>1</podcast:season>",
	    ""},
	{"<podcast:transcript url='a.vtt'/>",
	    "not-web-url 3:26 <podcast:transcript> url 'a.vtt' is not an "
	    "absolute http or https URL\n"
	    "missing-attribute 3:1 <podcast:transcript> has no attribute "
	    "'type'"},
	{"<podcast:soundbite startTime='x' duration='60'/>",
	    "invalid-decimal 3:31 <podcast:soundbite> startTime 'x' is not a "
	    "number such as 1.5"},
	{"<podcast:alternateEnclosure type='audio/opus'><podcast:source "
	    "uri='x'/></podcast:alternateEnclosure>", "invalid-uri 3:68 "
	    "<podcast:source> uri 'x' is not an absolute IRI"},
	{"<podcast:location geo='48,16'>x</podcast:location>",
	    "invalid-coordinate 3:24 <podcast:location> geo '48,16' is not a "
	    "place as geo:48.2,16.37"},
};

static void
test_podcast(void **state)
{
	(void)state;
	check_parts(PODCAST, false, podcast_shows, COUNT(podcast_shows));
	check_parts(PODCAST, true, podcast_episodes,
	    COUNT(podcast_episodes));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_itunes),
		cmocka_unit_test(test_podcast),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
