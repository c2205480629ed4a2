/* SPDX-License-Identifier: MIT
 * test_rss: feeds in RSS 2.0, byte for byte. */
#include "feed/formats/formats.h"

#include "base/core/version.h"
#include "sample.h"

static void
test_entry(void **state)
{
	struct sample s;

	(void)state;
	sample_init(&s, "");
	check_entry(&s, &format_rss,
	    "    <item>\n"
	    "      <title>A &#x3C; B</title>\n"
	    "      <link>https://example.org/a/</link>\n"
	    "      <guid isPermaLink=\"false\">tag:e.org,2008:1</guid>\n"
	    "      <pubDate>Tue, 01 Jul 2008 20:54:15 +0000</pubDate>\n"
	    "      <dc:creator>Jane &#x26; Co</dc:creator>\n"
	    "      <dc:creator>Joe</dc:creator>\n"
	    "      <category domain=\"https://example.org/tags/\">"
	    "C &#x26; &#x3C;D&gt;</category>\n"
	    "      <category domain=\"https://example.org/tags/\">é"
	    "</category>\n"
	    /* HTML by the specification: text is escaped twice. */
	    "      <description>x &amp;amp; y</description>\n"
	    "      <content:encoded>&lt;p&gt;x &amp;amp; y&lt;/p&gt;"
	    "</content:encoded>\n"
	    "    </item>\n");
	/* Rule 7: true only for the address of the page. */
	s.post.id = s.post.matter->url;
	s.post.matter->n_authors = s.post.n_labels = 0;
	s.entry.content.html = (str){0};
	check_entry(&s, &format_rss,
	    "    <item>\n"
	    "      <title>A &#x3C; B</title>\n"
	    "      <link>https://example.org/a/</link>\n"
	    "      <guid isPermaLink=\"true\">https://example.org/a/</guid>\n"
	    "      <pubDate>Tue, 01 Jul 2008 20:54:15 +0000</pubDate>\n"
	    "      <dc:creator>Example</dc:creator>\n"
	    "      <description>x &amp;amp; y</description>\n"
	    "    </item>\n");
	arena_free(&s.arena);
}

/* What it has to do with other pages. */
static void
test_relations(void **state)
{
	static const struct relations about = {.external = S_INIT(
		"https://x/?a&b"), .comments = S_INIT("https://c/?a&b")};
	static const struct reply reply = {
		S_INIT("tag:b,2000:1"), S_INIT("https://b/?x&y")};
	struct sample s;

	(void)state;
	sample_init(&s, "");
	s.post.matter->n_authors = s.post.n_labels = 0;
	s.entry.content.html = (str){0};
	s.entry.replies = &reply;
	s.entry.n_replies = 1;
	check_entry(&s, &format_rss,
	    "    <item>\n"
	    "      <title>A &#x3C; B</title>\n"
	    "      <link>https://example.org/a/</link>\n"
	    "      <guid isPermaLink=\"false\">tag:e.org,2008:1</guid>\n"
	    "      <pubDate>Tue, 01 Jul 2008 20:54:15 +0000</pubDate>\n"
	    "      <dc:creator>Example</dc:creator>\n"
	    "      <thr:in-reply-to ref=\"tag:b,2000:1\" "
	    "href=\"https://b/?x&amp;y\"/>\n"
	    "      <description>x &amp;amp; y</description>\n"
	    "    </item>\n");
	/* A link blog's entry, as a summary; then its own page is there. */
	s.entry.n_replies = 0;
	s.post.matter->relations = &about;
	s.post.id = s.post.matter->url;
	s.entry.external_url = about.external;
	s.entry.mark.html = S("<a>∞</a>");
	check_entry(&s, &format_rss,
	    "    <item>\n"
	    "      <title>A &#x3C; B</title>\n"
	    "      <link>https://x/?a&amp;b</link>\n"
	    "      <guid isPermaLink=\"true\">https://example.org/a/</guid>\n"
	    "      <comments>https://c/?a&amp;b</comments>\n"
	    "      <pubDate>Tue, 01 Jul 2008 20:54:15 +0000</pubDate>\n"
	    "      <dc:creator>Example</dc:creator>\n"
	    "      <description>x &amp;amp; y &lt;a&gt;∞&lt;/a&gt;"
	    "</description>\n"
	    "    </item>\n");
	arena_free(&s.arena);
}

#define OPEN                                                                   \
	"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"                         \
	"<rss version=\"2.0\" xmlns:atom=\"http://www.w3.org/2005/Atom\""
#define DC " xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
#define CONTENT " xmlns:content=\"http://purl.org/rss/1.0/modules/content/\""
#define LINKS                                                                  \
	"    <title>Example: é</title>\n"                                      \
	"    <link>https://example.org/p/</link>\n"                            \
	"    <atom:link rel=\"self\" type=\"application/rss+xml\" "            \
	"href=\"https://example.org/feeds/index.x\"/>\n"
#define TAIL                                                                   \
	"    <lastBuildDate>Wed, 02 Jul 2008 00:00:01 +0000</lastBuildDate>\n" \
	"    <generator>feedmill " FEEDMILL_VERSION "</generator>\n"           \
	"    <docs>https://www.rssboard.org/rss-specification</docs>\n"

static void
test_feed(void **state)
{
	struct sample s;

	(void)state;
	sample_init(&s, "");
	check_feed(&s, &format_rss, S("    <item/>\n"),
	    OPEN DC CONTENT ">\n  <channel>\n" LINKS
	    "    <description>Example: é</description>\n"
	    "    <language>en</language>\n" TAIL
	    "    <item/>\n  </channel>\n</rss>\n");
	/* Namespaces only if used. */
	check_feed(&s, &format_rss, S(""),
	    OPEN ">\n  <channel>\n" LINKS
	    "    <description>Example: é</description>\n"
	    "    <language>en</language>\n" TAIL
	    "  </channel>\n</rss>\n");
	s.feed.namespaces = NAMESPACE_THR;
	check_feed(&s, &format_rss, S("    <item/>\n"),
	    OPEN DC CONTENT
	    " xmlns:thr=\"http://purl.org/syndication/thread/1.0\""
	    ">\n  <channel>\n" LINKS
	    "    <description>Example: é</description>\n"
	    "    <language>en</language>\n" TAIL
	    "    <item/>\n  </channel>\n</rss>\n");
	arena_free(&s.arena);
	/* Rule 33: an address only as "mail (Name)". */
	sample_init(&s, "site.description=It's & that\nsite.language=pt-BR\n"
	    "site.author={name: J & K, email: j@e.org}\nsite.rights=© 2008\n"
	    "content.full=false\nsite.icon=/i b.png");
	check_feed(&s, &format_rss, S("    <item/>\n"),
	    OPEN DC ">\n  <channel>\n" LINKS
	    "    <description>It's &#x26; that</description>\n"
	    "    <language>pt-BR</language>\n"
	    "    <copyright>© 2008</copyright>\n"
	    "    <managingEditor>j@e.org (J &#x26; K)</managingEditor>\n" TAIL
	    "    <image>\n"
	    "      <url>https://example.org/i%20b.png</url>\n"
	    "      <title>Example: é</title>\n"
	    "      <link>https://example.org/p/</link>\n"
	    "    </image>\n"
	    "    <item/>\n  </channel>\n</rss>\n");
	arena_free(&s.arena);
}

static void
test_hubs(void **state)
{
	struct sample s;

	(void)state;
	sample_init(&s, "feeds.hub=[https://a.example/?x=1&y=2, "
	    "http://b.example/]");
	check_feed(&s, &format_rss, S(""),
	    OPEN ">\n  <channel>\n" LINKS
	    "    <atom:link rel=\"hub\" "
	    "href=\"https://a.example/?x=1&amp;y=2\"/>\n"
	    "    <atom:link rel=\"hub\" href=\"http://b.example/\"/>\n"
	    "    <description>Example: é</description>\n"
	    "    <language>en</language>\n" TAIL
	    "  </channel>\n</rss>\n");
	arena_free(&s.arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_entry),
		cmocka_unit_test(test_relations),
		cmocka_unit_test(test_feed),
		cmocka_unit_test(test_hubs),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
