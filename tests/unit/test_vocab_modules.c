/* SPDX-License-Identifier: MIT
 * test_vocab_modules: Dublin Core and the small modules of RSS. */
#include "extension.h"

static void
items(const char *xmlns, const char *part, const char *want)
{
	struct extension_row row = {part, want};

	check_parts(xmlns, true, &row, 1);
}

static void
channels(const char *xmlns, const char *part, const char *want)
{
	struct extension_row row = {part, want};

	check_parts(xmlns, false, &row, 1);
}

static void
test_dc(void **state)
{
	static const char dc[] = "dc='http://purl.org/dc/elements/1.1/'";
	static const char terms[] = "dcterms='http://purl.org/dc/terms/'";

	(void)state;
	items(dc, "<dc:creator>Jo</dc:creator><dc:creator>Al</dc:creator>"
	    "<dc:date>2024-01-31</dc:date><dc:date.issued>2024"
	    "</dc:date.issued><dc:rights>x</dc:rights>", "");
	items(dc, "<dc:date>31 Jan 2024</dc:date><dc:title>a</dc:title>"
	    "<dc:title>b</dc:title>", "invalid-w3c-date 3:10 <dc:date> "
	    "'31 Jan 2024' is not a date as 2024-01-31 or 2024-01-31T09:00Z\n"
	    "duplicate-element 3:53 <item> has more than one <dc:title>");
	items(dc, "<dc:autor>Jo</dc:autor>", "undefined-element 3:1 "
	    "<dc:autor> may not be in <item>");
	channels(dc, "<dc:language>xx-yy-</dc:language>",
	    "invalid-language 3:14 <dc:language> 'xx-yy-' is not a language "
	    "tag as en or pt-BR\n"
	    "same-meaning 2:105 <channel> has both <language> and "
	    "<dc:language>, "
	    "which mean the same");
	items(terms, "<dcterms:modified>x</dcterms:modified>"
	    "<dcterms:extent>-1</dcterms:extent>", "invalid-w3c-date 3:19 "
	    "<dcterms:modified> 'x' is not a date as 2024-01-31 or "
	    "2024-01-31T09:00Z\n"
	    "invalid-integer 3:55 <dcterms:extent> '-1' is not a number from "
	    "1 on");
}

static void
test_modules(void **state)
{
	static const char sy[] =
	    "sy='http://purl.org/rss/1.0/modules/syndication/'";
	static const char slash[] =
	    "slash='http://purl.org/rss/1.0/modules/slash/'";
	static const char wfw[] =
	    "wfw='http://wellformedweb.org/CommentAPI/'";
	static const char cc[] =
	    "creativeCommons='http://backend.userland.com/"
	    "creativeCommonsRssModule'";
	static const char content[] =
	    "content='http://purl.org/rss/1.0/modules/content/' "
	    "xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'";

	(void)state;
	channels(sy, "<sy:updatePeriod>hourly</sy:updatePeriod>"
	    "<sy:updateFrequency>2</sy:updateFrequency>"
	    "<sy:updateBase>2000-01-01T12:00+00:00</sy:updateBase>", "");
	channels(sy, "<sy:updatePeriod>often</sy:updatePeriod>"
	    "<sy:updateFrequency>1.5</sy:updateFrequency>",
	    "invalid-value 3:18 <sy:updatePeriod> 'often' is not hourly, "
	    "daily, weekly, monthly or yearly\n"
	    "invalid-integer 3:61 <sy:updateFrequency> '1.5' is not a number "
	    "from 1 on");
	items(sy, "<sy:updatePeriod>daily</sy:updatePeriod>",
	    "undefined-element 3:1 <sy:updatePeriod> may not be in <item>");
	items(slash, "<slash:comments>3</slash:comments><slash:hit_parade>"
	    "1,2</slash:hit_parade>", "");
	items(slash, "<slash:comments>many</slash:comments>"
	    "<slash:hit_parade>1,x</slash:hit_parade>",
	    "invalid-integer 3:17 <slash:comments> 'many' is not a number "
	    "from 0 on\n"
	    "invalid-integer 3:56 <slash:hit_parade> '1,x' is not numbers "
	    "with commas between them");
	items(wfw, "<wfw:commentRSS>x</wfw:commentRSS>",
	    "comment-rss 3:1 <wfw:commentRSS> is spelled with capitals, "
	    "expected wfw:commentRss\n"
	    "invalid-uri 3:17 <wfw:commentRSS> 'x' is not an absolute URI");
	items(cc, "<creativeCommons:license>CC-BY</creativeCommons:license>",
	    "invalid-uri 3:26 <creativeCommons:license> 'CC-BY' is not an "
	    "absolute URI");
	items(content, "<content:items><rdf:Bag><rdf:li><content:item>"
	    "<rdf:value>x</rdf:value></content:item></rdf:li></rdf:Bag>"
	    "</content:items>", "");
	items(content, "<content:items><rdf:Seq/></content:items>", "");
}

#define GEORSS "georss='http://www.georss.org/georss' " \
	"xmlns:gml='http://www.opengis.net/gml'"

static void
test_geo(void **state)
{
	static const char geo[] =
	    "geo='http://www.w3.org/2003/01/geo/wgs84_pos#'";

	(void)state;
	items(GEORSS, "<georss:point>48.2 16.37</georss:point><georss:line>"
	    "1 2 3 4</georss:line><georss:box>1 2 3 4</georss:box>"
	    "<georss:elev>-12.5</georss:elev>", "");
	items(GEORSS, "<georss:point>48.2</georss:point><georss:line>1 2"
	    "</georss:line><georss:polygon>1 2 3</georss:polygon>",
	    "invalid-coordinate 3:15 <georss:point> '48.2' is not a latitude "
	    "and a longitude as 48.2 16.37\n"
	    "invalid-coordinate 3:47 <georss:line> '1 2' is not two or more "
	    "pairs of latitude and longitude\n"
	    "invalid-coordinate 3:80 <georss:polygon> '1 2 3' is not four or "
	    "more pairs of latitude and longitude");
	items(GEORSS, "<georss:point>48.2, 16.37</georss:point>",
	    "coordinate-comma 3:15 <georss:point> '48.2, 16.37' has a comma "
	    "between numbers, expected a blank");
	items(GEORSS, "<georss:where><gml:Point><gml:pos>a b</gml:pos>"
	    "</gml:Point></georss:where>", "invalid-coordinate 3:35 "
	    "<gml:pos> 'a b' is not a latitude and a longitude as 48.2 "
	    "16.37");
	items(geo, "<geo:lat>48</geo:lat><geo:long>181</geo:long>",
	    "invalid-coordinate 3:32 <geo:long> '181' is not a longitude "
	    "from -180 to 180");
	items(geo, "<geo:Point><geo:lat>1</geo:lat></geo:Point>",
	    "missing-element 3:1 <geo:Point> has no <geo:long>");
}

static void
test_services(void **state)
{
	static const char opensearch[] =
	    "opensearch='http://a9.com/-/spec/opensearch/1.1/'";
	static const char g[] = "g='http://base.google.com/ns/1.0'";
	static const char sx[] = "sx='http://feedsync.org/2007/feedsync'";
	static const char fb[] =
	    "feedburner='http://rssnamespace.org/feedburner/ext/1.0'";
	static const char access[] =
	    "access='http://www.bloglines.com/about/specs/fac-1.0'";

	(void)state;
	channels(opensearch, "<opensearch:totalResults>x"
	    "</opensearch:totalResults><opensearch:Query role='a:b' "
	    "count='1.5'/>", "invalid-integer 3:26 <opensearch:totalResults> "
	    "'x' is not a number from 0 on\n"
	    "invalid-integer 3:89 <opensearch:Query> count '1.5' is not a "
	    "number from 0 on\n"
	    "undeclared-prefix 3:53 <opensearch:Query> has the role 'a:b', "
	    "whose prefix is not declared");
	channels(opensearch, "<opensearch:Query role='best' "
	    "searchTerms='é x' inputEncoding='klingon'/>",
	    "invalid-value 3:44 <opensearch:Query> searchTerms 'é x' has "
	    "'é', which must be percent-encoded\n"
	    "invalid-value 3:64 <opensearch:Query> inputEncoding 'klingon' is "
	    "not an encoding as UTF-8\n"
	    "invalid-value 3:25 <opensearch:Query> role 'best' is not "
	    "request, example, related, correction, subset or superset");
	items(g, "<g:price>25.00 USD</g:price><g:quantity>5</g:quantity>"
	    "<g:gtin>123</g:gtin>", "");
	items(g, "<g:price>USD 25</g:price><g:year>1899</g:year><g:label>"
	    "a,b</g:label><g:location>Wien</g:location>",
	    "invalid-decimal 3:10 <g:price> 'USD 25' is not a number with a "
	    "unit as 25.00 USD\n"
	    "invalid-integer 3:34 <g:year> '1899' is not a year from 1900 "
	    "on\n"
	    "invalid-value 3:57 <g:label> 'a,b' has a comma, expected one "
	    "label for each element\n"
	    "invalid-value 3:81 <g:location> 'Wien' is not a street, city, "
	    "state, postcode and country, with commas");
	items(sx, "<sx:sync id='a b' updates='0'><sx:history sequence='1'/>"
	    "</sx:sync>", "invalid-value 3:14 <sx:sync> id 'a b' is not a "
	    "name without blanks, as in a URN\n"
	    "invalid-integer 3:28 <sx:sync> updates '0' is not a number from "
	    "1 to 2147483647\n"
	    "missing-attribute 3:31 <sx:history> has neither 'when' nor "
	    "'by'");
	channels(sx, "<sx:sharing since='2024-02-01T00:00:00Z' "
	    "until='2024-01-01T00:00:00Z'/>", "since-after-until 3:1 "
	    "<sx:sharing> has since='2024-02-01T00:00:00Z', which is after "
	    "until='2024-01-01T00:00:00Z'");
	items(fb, "<feedburner:origLink>a b</feedburner:origLink>",
	    "invalid-uri-character 3:23 <feedburner:origLink> 'a b' has a "
	    "space, which must be written %20");
	channels(access, "<access:restriction relationship='some'/>",
	    "invalid-value 3:35 <access:restriction> relationship 'some' is "
	    "not 'allow' or 'deny'");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_dc),
		cmocka_unit_test(test_modules),
		cmocka_unit_test(test_geo),
		cmocka_unit_test(test_services),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
