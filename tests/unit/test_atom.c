/* SPDX-License-Identifier: MIT
 * test_atom: feeds in Atom 1.0, byte for byte. */
#include "feed/formats/formats.h"

#include "base/core/version.h"
#include "sample.h"

static void
test_entry(void **state)
{
	struct sample s;

	(void)state;
	sample_init(&s, "");
	check_entry(&s, &format_atom,
	    "  <entry>\n"
	    "    <title>A &#x3C; B</title>\n"
	    "    <link rel=\"alternate\" type=\"text/html\" "
	    "href=\"https://example.org/a/\"/>\n"
	    "    <id>tag:e.org,2008:1</id>\n"
	    "    <published>2008-07-01T20:54:15Z</published>\n"
	    "    <updated>2008-07-02T00:00:01Z</updated>\n"
	    "    <author>\n"
	    "      <name>Jane &#x26; Co</name>\n"
	    "      <email>j@e.org</email>\n"
	    "      <uri>https://e.org/?a&amp;b</uri>\n"
	    "    </author>\n"
	    "    <author>\n"
	    "      <name>Joe</name>\n"
	    "    </author>\n"
	    "    <category term=\"C &amp; &lt;D&gt;\" "
	    "scheme=\"https://example.org/tags/\" "
	    "label=\"C &#x26; &#x3C;D&gt;\"/>\n"
	    "    <category term=\"é\" scheme=\"https://example.org/tags/\" "
	    "label=\"é\"/>\n"
	    "    <summary>x &#x26; y</summary>\n"
	    "    <content type=\"html\">&lt;p&gt;x &amp;amp; y&lt;/p&gt;"
	    "</content>\n"
	    "  </entry>\n");
	/* Without authors, terms and a full text. */
	s.post.matter->n_authors = s.post.n_labels = 0;
	s.entry.content.html = (str){0};
	check_entry(&s, &format_atom,
	    "  <entry>\n"
	    "    <title>A &#x3C; B</title>\n"
	    "    <link rel=\"alternate\" type=\"text/html\" "
	    "href=\"https://example.org/a/\"/>\n"
	    "    <id>tag:e.org,2008:1</id>\n"
	    "    <published>2008-07-01T20:54:15Z</published>\n"
	    "    <updated>2008-07-02T00:00:01Z</updated>\n"
	    "    <summary>x &#x26; y</summary>\n"
	    "  </entry>\n");
	/* A summary that repeats the content says nothing. */
	s.entry.content.html = S("<p>z</p>");
	s.entry.summary_is_all = true;
	check_entry(&s, &format_atom,
	    "  <entry>\n"
	    "    <title>A &#x3C; B</title>\n"
	    "    <link rel=\"alternate\" type=\"text/html\" "
	    "href=\"https://example.org/a/\"/>\n"
	    "    <id>tag:e.org,2008:1</id>\n"
	    "    <published>2008-07-01T20:54:15Z</published>\n"
	    "    <updated>2008-07-02T00:00:01Z</updated>\n"
	    "    <content type=\"html\">&lt;p&gt;z&lt;/p&gt;</content>\n"
	    "  </entry>\n");
	arena_free(&s.arena);
}

#define ABOUT                                                                  \
	"  <entry>\n"                                                          \
	"    <title>A &#x3C; B</title>\n"                                      \
	"    <link rel=\"alternate\" href=\"https://x/?a&amp;b\"/>\n"          \
	"    <link rel=\"related\" type=\"text/html\" "                        \
	"href=\"https://example.org/a/\"/>\n"                                  \
	"    <link rel=\"replies\" type=\"text/html\" "                        \
	"href=\"https://c/?a&amp;b\"/>\n"                                      \
	"    <id>tag:e.org,2008:1</id>\n"                                      \
	"    <published>2008-07-01T20:54:15Z</published>\n"                    \
	"    <updated>2008-07-02T00:00:01Z</updated>\n"

/* What it has to do with other pages. */
static void
test_relations(void **state)
{
	static const struct relations about = {.external = S_INIT(
		"https://x/?a&b"), .comments = S_INIT("https://c/?a&b")};
	static const struct reply replies[] = {
		{S_INIT("tag:b,2000:1"), S_INIT("https://b/?x&y")},
		{S_INIT("https://c/"), S_INIT("https://c/")},
	};
	struct sample s;

	(void)state;
	sample_init(&s, "");
	s.post.matter->n_authors = s.post.n_labels = 0;
	s.entry.content.html = (str){0};
	s.entry.replies = replies;
	s.entry.n_replies = COUNT(replies);
	check_entry(&s, &format_atom,
	    "  <entry>\n"
	    "    <title>A &#x3C; B</title>\n"
	    "    <link rel=\"alternate\" type=\"text/html\" "
	    "href=\"https://example.org/a/\"/>\n"
	    "    <thr:in-reply-to ref=\"tag:b,2000:1\" "
	    "href=\"https://b/?x&amp;y\"/>\n"
	    "    <link rel=\"related\" href=\"https://b/?x&amp;y\"/>\n"
	    "    <thr:in-reply-to ref=\"https://c/\" "
	    "href=\"https://c/\"/>\n"
	    "    <link rel=\"related\" href=\"https://c/\"/>\n"
	    "    <id>tag:e.org,2008:1</id>\n"
	    "    <published>2008-07-01T20:54:15Z</published>\n"
	    "    <updated>2008-07-02T00:00:01Z</updated>\n"
	    "    <summary>x &#x26; y</summary>\n"
	    "  </entry>\n");
	/* A link blog's entry, whole and as a summary. */
	s.entry.n_replies = 0;
	s.post.matter->relations = &about;
	s.entry.external_url = about.external;
	s.entry.mark.html = S("<a>∞</a>");
	s.entry.content.html = S("<p>z</p>");
	check_entry(&s, &format_atom, ABOUT
	    "    <summary>x &#x26; y</summary>\n"
	    "    <content type=\"html\">&lt;p&gt;z&lt;/p&gt;</content>\n"
	    "  </entry>\n");
	s.entry.content.html = (str){0};
	check_entry(&s, &format_atom, ABOUT
	    "    <summary type=\"html\">x &amp;amp; y &lt;a&gt;∞&lt;/a&gt;"
	    "</summary>\n"
	    "  </entry>\n");
	arena_free(&s.arena);
}

#define OPEN                                                                   \
	"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"                         \
	"<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\""
#define LINKS                                                                  \
	"  <link rel=\"self\" type=\"application/atom+xml\" "                  \
	"href=\"https://example.org/feeds/index.x\"/>\n"                       \
	"  <link rel=\"alternate\" type=\"text/html\" "                        \
	"href=\"https://example.org/p/\"/>\n"                                  \
	"  <id>https://example.org/</id>\n"                                    \
	"  <updated>2008-07-02T00:00:01Z</updated>\n"
#define GENERATOR                                                              \
	"  <generator version=\"" FEEDMILL_VERSION "\">feedmill</generator>\n"

static void
test_feed(void **state)
{
	struct sample s;

	(void)state;
	sample_init(&s, "");
	check_feed(&s, &format_atom, S("  <entry/>\n"),
	    OPEN "en\">\n  <title>Example: é</title>\n" LINKS
	    "  <author>\n    <name>Example</name>\n  </author>\n" GENERATOR
	    "  <entry/>\n</feed>\n");
	check_feed(&s, &format_atom, S(""),
	    OPEN "en\">\n  <title>Example: é</title>\n" LINKS
	    "  <author>\n    <name>Example</name>\n  </author>\n" GENERATOR
	    "</feed>\n");
	s.feed.namespaces = NAMESPACE_THR;
	check_feed(&s, &format_atom, S("  <entry/>\n"),
	    "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
	    "<feed xmlns=\"http://www.w3.org/2005/Atom\" "
	    "xmlns:thr=\"http://purl.org/syndication/thread/1.0\" "
	    "xml:lang=\"en\">\n  <title>Example: é</title>\n" LINKS
	    "  <author>\n    <name>Example</name>\n  </author>\n" GENERATOR
	    "  <entry/>\n</feed>\n");
	arena_free(&s.arena);
	sample_init(&s, "site.description=It's & that\nsite.language=pt-BR\n"
	    "site.author={name: J, email: j@e.org, url: 'https://j.org'}\n"
	    "site.rights=© 2008\nsite.icon=/i.png\n"
	    "site.favicon=https://cdn.example/f.png");
	check_feed(&s, &format_atom, S("  <entry/>\n"),
	    OPEN "pt-BR\">\n  <title>Example: é</title>\n"
	    "  <subtitle>It's &#x26; that</subtitle>\n" LINKS
	    "  <author>\n    <name>J</name>\n    <email>j@e.org</email>\n"
	    "    <uri>https://j.org</uri>\n  </author>\n"
	    "  <icon>https://cdn.example/f.png</icon>\n"
	    "  <logo>https://example.org/i.png</logo>\n"
	    "  <rights>© 2008</rights>\n" GENERATOR
	    "  <entry/>\n</feed>\n");
	arena_free(&s.arena);
}

static void
test_hubs(void **state)
{
	struct sample s;

	(void)state;
	sample_init(&s, "feeds.hub=[https://a.example/?x=1&y=2, "
	    "http://bücher.example]\nsite.author={name: J}");
	check_feed(&s, &format_atom, S(""),
	    OPEN "en\">\n  <title>Example: é</title>\n"
	    "  <link rel=\"self\" type=\"application/atom+xml\" "
	    "href=\"https://example.org/feeds/index.x\"/>\n"
	    "  <link rel=\"hub\" href=\"https://a.example/?x=1&amp;y=2\"/>\n"
	    "  <link rel=\"hub\" href=\"http://xn--bcher-kva.example\"/>\n"
	    "  <link rel=\"alternate\" type=\"text/html\" "
	    "href=\"https://example.org/p/\"/>\n"
	    "  <id>https://example.org/</id>\n"
	    "  <updated>2008-07-02T00:00:01Z</updated>\n"
	    "  <author>\n    <name>J</name>\n  </author>\n" GENERATOR
	    "</feed>\n");
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
