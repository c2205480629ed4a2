/* SPDX-License-Identifier: MIT
 * test_vocab_rss: RSS, held against its specification and the profile. */
#include "judge.h"

#define HEAD "<?xml version='1.0' encoding='utf-8'?>\n"
#define META "<title>é</title><link>https://example.org/</link>" \
	"<description>d</description><language>en</language>"
#define SELF "<atom:link xmlns:atom='http://www.w3.org/2005/Atom' " \
	"rel='self' href='https://example.org/f'/>"
#define GUID "<guid>https://example.org/1</guid>"

/* A part of a channel that is right otherwise, in column 1 of line 3. */
static void
in_channel(const char *part, const char *want)
{
	struct buf b = {0};

	buf_printf(&b, HEAD "<rss version='2.0'><channel>" META SELF
	    "\n%s\n</channel></rss>", part);
	check_document(buf_str(&b), DIAG_NOTE, want);
	buf_free(&b);
}

static void
in_item(const char *part, const char *want)
{
	struct buf b = {0};

	buf_printf(&b, HEAD "<rss version='2.0'><channel>" META SELF "<item>"
	    "<title>x</title>" GUID "\n%s\n</item></channel></rss>", part);
	check_document(buf_str(&b), DIAG_NOTE, want);
	buf_free(&b);
}

static void
test_channel(void **state)
{
	(void)state;
	in_channel("", "");
	check_document(S(HEAD "<rss version='2.0'>\n<channel/></rss>"),
	    DIAG_NOTE,
	    "missing-element 3:1 <channel> has no <description>\n"
	    "missing-element 3:1 <channel> has no <link>\n"
	    "missing-element 3:1 <channel> has no <title>\n"
	    "missing-self 3:1 <channel> has no <atom:link> rel='self'\n"
	    "missing-language 3:1 <channel> has no <language>");
	check_document(S(HEAD "<rss version='2.0'/>"), DIAG_NOTE,
	    "missing-element 2:1 <rss> has no <channel>");
	in_channel("<title>y</title><pubdate/>",
	    "duplicate-element 3:1 <channel> has more than one <title>\n"
	    "undefined-element 3:17 <pubdate> may not be in <channel>, did "
	    "you mean <pubDate>?");
	in_channel("<link>/a</link><docs>a b</docs>",
	    "duplicate-element 3:1 <channel> has more than one <link>\n"
	    "invalid-uri 3:7 <link> '/a' is not an absolute URI\n"
	    "invalid-uri-character 3:23 <docs> 'a b' has a space, which must "
	    "be written %20");
	in_channel("<ttl>0</ttl><webMaster>Jo</webMaster>",
	    "invalid-integer 3:6 <ttl> '0' is not a number from 1 on\n"
	    "invalid-contact 3:24 <webMaster> 'Jo' is not an e-mail address "
	    "with a name as jo@example.org (Jo)");
	in_channel("<pubDate>Tue, 31 Jan 2024 09:00:00 GMT</pubDate>",
	    "wrong-weekday 3:10 <pubDate> 'Tue, 31 Jan 2024 09:00:00 GMT' is "
	    "a Wed");
	in_channel("<item><title>x</title>" GUID "</item><ttl>5</ttl>",
	    "misplaced-item 3:64 <ttl> comes after an item");
	in_channel("<cloud domain='d' port='x'/>",
	    "invalid-integer 3:25 <cloud> port 'x' is not a number from 1 "
	    "on\n"
	    "missing-attribute 3:1 <cloud> has no attribute 'path'\n"
	    "missing-attribute 3:1 <cloud> has no attribute 'protocol'\n"
	    "missing-attribute 3:1 <cloud> has no attribute "
	    "'registerProcedure'");
}

static void
test_image(void **state)
{
	(void)state;
	in_channel("<image><url>https://example.org/a.webp</url>"
	    "<title>z</title><link>https://example.org/z</link>"
	    "<width>145</width><height>x</height></image>",
	    "image-format 3:13 <url> 'https://example.org/a.webp' is not a "
	    "GIF, JPEG or PNG image\n"
	    "invalid-integer 3:102 <width> '145' is not a number from 1 to "
	    "144\n"
	    "invalid-integer 3:121 <height> 'x' is not a number from 1 to "
	    "400\n"
	    "image-differs 2:20 <channel> has an <image> with another <title> "
	    "than its own\n"
	    "image-differs 2:20 <channel> has an <image> with another <link> "
	    "than its own");
	in_channel("<image>é</image>", "unexpected-text 3:8 <image> may not "
	    "have text, but has 'é'\n"
	    "missing-element 3:1 <image> has no <link>\n"
	    "missing-element 3:1 <image> has no <title>\n"
	    "missing-element 3:1 <image> has no <url>");
}

static void
test_skips(void **state)
{
	(void)state;
	in_channel("<skipHours><hour>0</hour><hour>24</hour><hour>25</hour>"
	    "</skipHours>", "hour-24 3:26 <hour> is 24, expected 0 for "
	    "midnight\n"
	    "duplicate-value 3:26 <hour> has the value '24' for a second time\n"
	    "invalid-integer 3:47 <hour> '25' is not an hour from 0 to 23");
	in_channel("<skipDays><day>Monday</day><day>monday</day>"
	    "<day>Monday</day></skipDays>",
	    "invalid-value 3:33 <day> 'monday' is not a day from Monday to "
	    "Sunday\n"
	    "duplicate-value 3:45 <day> has the value 'Monday' for a second "
	    "time");
	in_channel("<skipDays/>", "missing-element 3:1 <skipDays> has no "
	    "<day>");
	in_channel("<textInput><title>t</title><description>d</description>"
	    "<name>1</name></textInput>", "avoid-text-input 3:1 <textInput> "
	    "is an element that readers do not show\n"
	    "invalid-value 3:62 <name> '1' is not a name that begins with a "
	    "letter\n"
	    "missing-element 3:1 <textInput> has no <link>");
}

static void
test_item(void **state)
{
	(void)state;
	in_item("", "");
	in_channel("<item/>", "item-without-text 3:1 <item> has neither "
	    "<title> nor <description>\n"
	    "missing-guid 3:1 <item> has no <guid>");
	in_item("<description>é &lt;img src=\"/a.png\"></description>",
	    "relative-reference 3:24 <description> has a link to '/a.png', "
	    "which is relative");
	in_item("<description>&lt;img src=\"a b.png\"></description>",
	    "invalid-uri-character 3:22 <description> has a link to "
	    "'a b.png' with ' ', which no URI may have");
	in_item("<description><b>x</b></description>", "undefined-element "
	    "3:14 <b> may not be in <description>, which holds text");
	in_item("<enclosure url='/a' length='-1' type='x'/>",
	    "not-web-url 3:17 <enclosure> url '/a' is not an absolute http or "
	    "https URL\n"
	    "invalid-integer 3:29 <enclosure> length '-1' is below 0, use 0 "
	    "for a length that is not known\n"
	    "invalid-media-type 3:39 <enclosure> type 'x' is not a media type "
	    "as text/html");
	in_item("<enclosure/>",
	    "missing-attribute 3:1 <enclosure> has no attribute 'length'\n"
	    "missing-attribute 3:1 <enclosure> has no attribute 'type'\n"
	    "missing-attribute 3:1 <enclosure> has no attribute 'url'");
	in_item("<source>x</source><author>jo@example.org</author>",
	    "missing-attribute 3:1 <source> has no attribute 'url'\n"
	    "contact-without-name 3:27 <author> 'jo@example.org' has no name, "
	    "expected one as jo@example.org (Jo)");
	in_item("<category/><comments>x</comments>",
	    "blank 3:1 <category> is empty\n"
	    "invalid-uri 3:22 <comments> 'x' is not an absolute URI");
}

static void
guid(const char *part, const char *want)
{
	struct buf b = {0};

	buf_printf(&b, "<item><title>x</title>%s</item>", part);
	in_channel(buf_cstr(&b), want);
	buf_free(&b);
}

static void
test_guid(void **state)
{
	(void)state;
	guid("<guid isPermaLink='false'>é</guid>", "");
	guid("<guid>abc</guid>", "invalid-permalink 3:29 <guid> 'abc' is not "
	    "an absolute URL");
	guid("<guid isPermaLink='true'>urn:uuid:"
	    "60a76c80-d399-11d9-b93c-0003939e0af6</guid>",
	    "invalid-permalink 3:48 <guid> 'urn:uuid:"
	    "60a76c80-d399-11d9-b93c-0003939e0af6' is not the address of a "
	    "page, expected isPermaLink=\"false\"");
	guid("<guid isPermaLink='False'>x</guid>", "invalid-boolean 3:42 "
	    "<guid> isPermaLink 'False' is not 'true' or 'false'");
	guid("<guid isPermaLink='false'>12345678</guid>", "guid-too-short "
	    "3:49 <guid> '12345678' is a number that other feeds can have as "
	    "well");
	guid("<guid isPermaLink='false'>123456789</guid>", "");
	guid("<guid isPermaLink='false'/>", "blank 3:23 <guid> is empty");
	in_channel("<item><title>x</title>" GUID "</item><item>"
	    "<title>y</title>" GUID "</item>", "duplicate-guid 3:86 <guid> "
	    "'https://example.org/1' is also that of another item");
}

#define DATED(n, date) "<item><title>x</title><guid isPermaLink='false'>" n \
	"</guid><pubDate>" date "</pubDate></item>"

static void
test_order(void **state)
{
	(void)state;
	in_channel(DATED("a", "Thu, 01 Feb 2024 00:00:00 +0100")
	    DATED("b", "Wed, 31 Jan 2024 23:00:00 GMT"), "");
	in_channel(DATED("a", "Wed, 31 Jan 2024 23:00:00 GMT") "\n"
	    DATED("b", "Thu, 01 Feb 2024 00:00:00 -0100"),
	    "not-sorted 4:1 <item> is newer than the one before it");
	in_channel("<lastBuildDate>Wed, 31 Jan 2024 23:00:00 GMT"
	    "</lastBuildDate>\n"
	    DATED("a", "Thu, 01 Feb 2024 00:00:00 +0100"), "");
	in_channel("<lastBuildDate>Wed, 31 Jan 2024 22:59:59 GMT"
	    "</lastBuildDate>\n"
	    DATED("a", "Thu, 01 Feb 2024 00:00:00 +0100"),
	    "feed-updated-before-entry 3:1 the feed was updated before one of "
	    "its entries");
	in_channel("<lastBuildDate>Wed, 31 Dec 1969 22:59:59 GMT"
	    "</lastBuildDate>", "implausible-date 3:16 <lastBuildDate> "
	    "'Wed, 31 Dec 1969 22:59:59 GMT' is before 1970, which readers "
	    "take for a mistake");
}

static void
test_versions(void **state)
{
	static const char rest[] = "<channel>" META "<item><title>x</title>"
	    "<description>&lt;b>x&lt;/b></description></item></channel>"
	    "</rss>";
	struct buf b = {0};

	(void)state;
	buf_printf(&b, HEAD "<rss version='0.91'>%s", rest);
	check_document(buf_str(&b), DIAG_NOTE, "old-version 2:15 <rss> "
	    "version '0.91' is an old version, which has no guid\n"
	    "contains-html 2:172 <description> is plain text, but has the "
	    "HTML tag '</b>'");
	buf_reset(&b);
	buf_printf(&b, HEAD "<rss version='2.1'>%s", rest);
	check_document(buf_str(&b), DIAG_ERROR, "invalid-version 2:15 <rss> "
	    "version '2.1' is not a version of RSS, expected 2.0");
	buf_reset(&b);
	buf_printf(&b, HEAD "<rss>%s", rest);
	check_document(buf_str(&b), DIAG_ERROR, "missing-attribute 2:1 <rss> "
	    "has no attribute 'version'");
	buf_reset(&b);
	buf_printf(&b, HEAD "<rss version='2.0' xmlns='urn:ex:y'>%s", rest);
	check_document(buf_str(&b), DIAG_ERROR, "invalid-namespace 2:1 <rss> "
	    "is in the namespace 'urn:ex:y', expected none");
	buf_reset(&b);
	buf_printf(&b, HEAD "<!DOCTYPE rss PUBLIC '-//Netscape "
	    "Communications//DTD RSS 0.91//EN' 'http://my.netscape.com/"
	    "publish/formats/rss-0.91.dtd'>\n<rss version='2.0'>%s", rest);
	check_document(buf_str(&b), DIAG_ERROR, "deprecated-dtd 2:1 the DTD "
	    "'http://my.netscape.com/publish/formats/rss-0.91.dtd' no "
	    "longer exists\n"
	    "invalid-version 3:15 <rss> version '2.0' is not 0.91, which the "
	    "DOCTYPE says");
	buf_free(&b);
}

#define DC "xmlns:dc='http://purl.org/dc/elements/1.1/'"
#define CONTENT "xmlns:content='http://purl.org/rss/1.0/modules/content/'"

static void
test_semantics(void **state)
{
	(void)state;
	in_item("<author>jo@example.org (Jo)</author><dc:creator " DC
	    ">Jo</dc:creator>", "same-meaning 2:222 <item> has both <author> "
	    "and "
	    "<dc:creator>, which mean the same");
	in_item("<content:encoded " CONTENT ">x</content:encoded>"
	    "<description>y</description>", "content-before-description 3:1 "
	    "<content:encoded> comes before <description>, or there is none");
	in_item("<description>y</description><content:encoded " CONTENT
	    ">&lt;b>x</content:encoded>", "unbalanced-html 3:103 "
	    "<content:encoded> has <b>, which is not closed");
	in_item("<x:y xmlns:x='urn:ex:y'><z/></x:y>", "unknown-namespace 3:6 "
	    "the namespace 'urn:ex:y' is unknown: its elements are not "
	    "checked\n"
	    "not-in-namespace 3:25 <z> in <x:y> is in no namespace");
	in_item("<category x:y='z' xmlns:x='urn:ex:y'>a</category>",
	    "unknown-namespace 3:19 the namespace 'urn:ex:y' is unknown: its "
	    "elements are not checked\n"
	    "extension-attribute 3:1 <category> has the attribute 'y' of "
	    "another vocabulary");
}

static void
test_rdf(void **state)
{
	(void)state;
	check_document(S(HEAD "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/"
	    "22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'>\n"
	    "<channel rdf:about='https://example.org/'><title>é</title>"
	    "<link>/</link></channel>\n<item/></rdf:RDF>"), DIAG_NOTE,
	    "invalid-uri 3:65 <link> '/' is not an absolute URI\n"
	    "missing-element 3:1 <channel> has no <description>\n"
	    "missing-element 3:1 <channel> has no <items>\n"
	    "missing-attribute 4:1 <item> has no attribute 'rdf:about'\n"
	    "missing-element 4:1 <item> has no <link>\n"
	    "missing-element 4:1 <item> has no <title>");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_channel),
		cmocka_unit_test(test_image),
		cmocka_unit_test(test_skips),
		cmocka_unit_test(test_item),
		cmocka_unit_test(test_guid),
		cmocka_unit_test(test_order),
		cmocka_unit_test(test_versions),
		cmocka_unit_test(test_semantics),
		cmocka_unit_test(test_rdf),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
