/* SPDX-License-Identifier: MIT
 * test_opml: the list of all feeds, byte for byte. */
#include "feed/beside/opml.h"

#include "base/core/version.h"
#include "feed/formats/formats.h"
#include "support.h"

#define HEAD(date)                                                             \
	"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"                         \
	"<!-- " FEEDMILL_NOTICE " -->\n"                                       \
	"<opml version=\"2.0\">\n"                                             \
	"  <head>\n"                                                           \
	"    <title>Example</title>\n"                                         \
	"    <dateModified>" date "</dateModified>\n"
#define DOCS "    <docs>http://opml.org/spec2.opml</docs>\n  </head>\n"

static void
check(const struct plan *plan, const char *settings, const char *want)
{
	struct arena a = {0};
	struct config c;
	struct buf b = {0};

	make_config(&c, &a, settings);
	opml_write(&b, plan, &c);
	check_buf(settings, &b, want);
	buf_free(&b);
	arena_free(&a);
}

/* Groups, what is not there in XML, what is nowhere, and markup in texts. */
static void
test_feeds(void **state)
{
	struct language fr = {.name = S("fr"), .title = S("Exemple"),
		.description = S("Un site")};
	struct taxonomy tags = {.name = S("tags")};
	struct taxonomy years = {.name = S("years")};
#define SITE .page = S("https://example.org/")
	struct feed feeds[] = {
		{.title = S("Example"), SITE, .updated = at("2008-07-02"),
			.path = {S("i.json"), S("i.rss"), S("i.atom")},
			.url = {S("https://example.org/i.json"),
				S("https://example.org/i.rss"),
				S("https://example.org/i.atom")}},
		{.title = S("Only <b>JSON</b> & \"x\""), SITE,
			.updated = at("2008-07-01"),
			.description = S("What\nit is"),
			.path = {S("j.json")},
			.url = {S("https://example.org/j.json?a&b")}},
		{.title = S("Nowhere"), SITE},
		{.title = S("A"), SITE, .taxonomy = &tags,
			.path = {{0}, S("a")}, .url = {{0},
			S("https://example.org/a")}},
		{.title = S("B"), SITE, .taxonomy = &tags,
			.path = {{0}, S("b")}, .url = {{0},
			S("https://example.org/b")}},
		{.title = S("C"), SITE, .taxonomy = &tags, .language = &fr,
			.path = {{0}, S("c")}, .url = {{0},
			S("https://example.org/c")}},
		{.title = S("2008"), SITE, .taxonomy = &years,
			.language = &fr, .path = {{0}, S("y")}, .url = {{0},
			S("https://example.org/y")}},
	};
	struct plan plan = {.feeds = feeds, .n_feeds = COUNT(feeds),
		.formats = {&format_json, &format_rss, &format_atom},
		.n_formats = 3};

#define FEED(indent, title, address, rest)                                     \
	indent "<outline type=\"rss\" text=\"" title "\" title=\"" title       \
	"\" xmlUrl=\"https://example.org/" address                             \
	"\" htmlUrl=\"https://example.org/\"" rest "/>\n"
	(void)state;
	check(&plan, "site.author={name: 'Jane & Co', email: j@example.org, "
	    "url: 'https://example.org/me'}\nsite.description=A site",
	    HEAD("Wed, 02 Jul 2008 00:00:00 +0000")
	    "    <ownerName>Jane &#x26; Co</ownerName>\n"
	    "    <ownerEmail>j@example.org</ownerEmail>\n"
	    "    <ownerId>https://example.org/me</ownerId>\n" DOCS
	    "  <body>\n"
	    FEED("    ", "Example", "i.rss",
	    " description=\"A site\" language=\"en\"")
	    FEED("    ", "Only &#x3C;b&gt;JSON&#x3C;/b &gt; &#x26; "
	    "&quot;x&quot;",
	    "j.json?a&amp;b", " description=\"What&#10;it is\" language=\"en\"")
	    "    <outline text=\"tags\">\n"
	    FEED("      ", "A", "a", " description=\"A site\" language=\"en\"")
	    FEED("      ", "B", "b", " description=\"A site\" language=\"en\"")
	    "    </outline>\n    <outline text=\"tags (fr)\">\n"
	    FEED("      ", "C", "c",
	    " description=\"Un site\" language=\"fr\"")
	    "    </outline>\n    <outline text=\"years (fr)\">\n"
	    FEED("      ", "2008", "y",
	    " description=\"Un site\" language=\"fr\"")
	    "    </outline>\n  </body>\n</opml>\n");
}

/* The date of feeds without posts is the config's. */
static void
test_empty(void **state)
{
	struct feed feed = {.title = S("Example"), SITE,
		.updated = at("1999-01-01"), .path = {S("x")},
		.url = {S("https://example.org/x")}};
	struct plan plan = {.feeds = &feed, .n_feeds = 1,
		.formats = {&format_atom}, .n_formats = 1};

	(void)state;
	check(&plan, "", HEAD("Fri, 01 Jan 1999 00:00:00 +0000")
	    "    <ownerName>Example</ownerName>\n" DOCS "  <body>\n"
	    FEED("    ", "Example", "x", " language=\"en\"")
	    "  </body>\n</opml>\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_feeds),
		cmocka_unit_test(test_empty),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
