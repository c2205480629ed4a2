/* SPDX-License-Identifier: MIT
 * test_vocab_media: Media RSS. */
#include "extension.h"

#define NS "media='http://search.yahoo.com/mrss/'"

static const struct extension_row rows[] = {
	{"<media:content url='https://example.org/a.mp4' fileSize='1' "
	    "type='video/mp4' medium='video' isDefault='true' expression="
	    "'full' bitrate='128' framerate='25' samplingrate='44.1' "
	    "channels='2' duration='185' height='200' width='300' lang='en'>"
	    "<media:title type='html'>é &lt;b>x&lt;/b></media:title>"
	    "</media:content>", ""},
	{"<media:content url='/a' height='0' medium='x' isDefault='maybe' "
	    "type='y' lang='z_z'/>",
	    "invalid-uri 3:21 <media:content> url '/a' is not an absolute "
	    "URI\n"
	    "invalid-integer 3:33 <media:content> height '0' is not a number "
	    "from 1 on\n"
	    "invalid-value 3:44 <media:content> medium 'x' is not image, "
	    "audio, video, document or executable\n"
	    "invalid-boolean 3:58 <media:content> isDefault 'maybe' is not "
	    "'true' or 'false'\n"
	    "invalid-media-type 3:71 <media:content> type 'y' is not a media "
	    "type as video/mp4\n"
	    "invalid-language 3:80 <media:content> lang 'z_z' is not a "
	    "language tag as en or pt-BR"},
	{"<media:content bitrate='128kbps' duration='x'/>",
	    "odd-number 3:28 <media:content> bitrate '128kbps' goes on after "
	    "the number\n"
	    "invalid-decimal 3:44 <media:content> duration 'x' is not a "
	    "number such as 128"},
	{"<media:group><media:content/></media:group>", "group-of-one 3:1 "
	    "<media:group> has fewer than two <media:content>"},
	{"<media:group><media:content/><media:content/></media:group>", ""},
	{"<media:adult>true</media:adult>", "deprecated-element 3:1 "
	    "<media:adult> is deprecated, expected <media:rating>"},
	{"<media:rating>nonadult</media:rating>", ""},
	{"<media:rating>pg</media:rating>", "invalid-value 3:15 "
	    "<media:rating> 'pg' is not a rating of the scheme urn:simple"},
	{"<media:rating scheme='urn:mpaa'>pg</media:rating>", ""},
	{"<media:rating scheme='urn:icra'>r (nz 1 sz 0 va 1)</media:rating>",
	    ""},
	{"<media:rating scheme='urn:icra'>r (nd 1)</media:rating>",
	    "invalid-value 3:33 <media:rating> 'r (nd 1)' is not a rating of "
	    "the scheme urn:icra"},
	{"<media:rating scheme='x y'>z</media:rating>",
	    "invalid-uri-character 3:24 <media:rating> scheme 'x y' has a "
	    "space, which must be written %20"},
	{"<media:credit role='Director'>x</media:credit>", "invalid-value "
	    "3:21 <media:credit> role 'Director' has a capital letter"},
	{"<media:credit role='boss'>x</media:credit>", "invalid-value 3:21 "
	    "<media:credit> role 'boss' is not a role of the scheme urn:ebu"},
	{"<media:credit role='owner' scheme='urn:yvs'>x</media:credit>", ""},
	{"<media:hash>0123456789abcdef0123456789abcdef</media:hash>", ""},
	{"<media:hash algo='sha-1'>0123</media:hash>", "invalid-value 3:26 "
	    "<media:hash> '0123' is not 40 hexadecimal digits, as sha-1 has"},
	{"<media:hash algo='crc'>0123456789abcdef0123456789abcdef"
	    "</media:hash>", "invalid-value 3:19 <media:hash> algo 'crc' is "
	    "not 'md5' or 'sha-1'"},
	{"<media:restriction relationship='allow' type='country'>us xx"
	    "</media:restriction>", "invalid-value 3:59 <media:restriction> "
	    "'xx' is not a country, expected one as us or de"},
	{"<media:restriction>all</media:restriction>", "missing-attribute "
	    "3:1 <media:restriction> has no attribute 'relationship'"},
	{"<media:restriction relationship='deny'>some</media:restriction>",
	    "invalid-value 3:40 <media:restriction> 'some' is not 'all' or "
	    "'none'"},
	{"<media:thumbnail url='' time='1:2'/>",
	    "invalid-duration 3:31 <media:thumbnail> time '1:2' is not a "
	    "time as 12.5 or 0:01:12.5\n"
	    "missing-attribute 3:1 <media:thumbnail> has an empty url"},
	{"<media:text start='0:00:01.5' end='now' type='plain'>a &lt;/b>"
	    "</media:text>", "contains-html 3:56 <media:text> is plain text, "
	    "but has the HTML tag '</b>'"},
	{"<media:title>a</media:title><media:title>b</media:title>",
	    "duplicate-element 3:29 <item> has more than one <media:title>"},
	{"<media:community><media:starRating average='3.5' count='x'/>"
	    "<media:tags>a: 1</media:tags></media:community>",
	    "invalid-integer 3:57 <media:starRating> count 'x' is not a "
	    "number from 0 on"},
	{"<media:blob/>", "undefined-element 3:1 <media:blob> may not be in "
	    "<item>"},
};

static void
test_rows(void **state)
{
	static const struct extension_row near[] = {
		{"<m:title>a</m:title>", "media-namespace 2:61 the namespace "
		    "is 'http://search.yahoo.com/mrss', expected "
		    "'http://search.yahoo.com/mrss/'"},
		{"<m:blob/>", "media-namespace 2:61 the namespace is "
		    "'http://search.yahoo.com/mrss', expected "
		    "'http://search.yahoo.com/mrss/'\n"
		    "undefined-element 3:1 <m:blob> may not be in <item>"},
	};

	(void)state;
	check_parts(NS, true, rows, COUNT(rows));
	check_parts("m='http://search.yahoo.com/mrss'", true, near,
	    COUNT(near));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rows),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
