/* SPDX-License-Identifier: MIT
 * test_old_feed: files that feeds replace. */
#include "feed/formats/old_feed.h"

#include "feed/formats/format.h"
#include "support.h"

#define ATOM "<feed xmlns=\"http://www.w3.org/2005/Atom\">"
#define RSS "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>t</title>"

/* What is expected: a line "id|link|title|date" for each entry; before them
 * "cut" where the feed is, or what the file is instead. */
static const struct row {
	const char *file, *want;
} rows[] = {
	{ATOM "<id>f</id><title>F</title><entry><title>One</title>"
	    "<link rel='self' href='/s'/><link href=\"/1/\" rel=\"alternate\"/>"
	    "<id> a&amp;b </id><published>2008-07-01T20:54:15+02:00"
	    "</published><updated>2009-01-01T00:00:00Z</updated></entry>"
	    "<entry><id>2</id><updated>2009-01-01T00:00:00Z</updated>"
	    "</entry></feed>",
	    "a&b|/1/|One|2008-07-01T18:54:15Z\n2|||2009-01-01T00:00:00Z\n"},
	{RSS "<item><title><![CDATA[A <b>b</b>]]></title>"
	    "<link>https://e.org/1</link><guid isPermaLink=\"false\">g1</guid>"
	    "<pubDate>Tue, 01 Jul 2008 20:54:15 +0000</pubDate></item>"
	    "<item><link>https://e.org/2</link></item></channel></rss>",
	    "g1|https://e.org/1|A <b>b</b>|2008-07-01T20:54:15Z\n"
	    "https://e.org/2|https://e.org/2||\n"},
	/* What stands in others: sources, media, text of a foreign kind. */
	{ATOM "<entry><source><id>s</id><title>S</title></source>"
	    "<content type='xhtml'><div><title>no</title><id>no</id></div>"
	    "</content><media:title>no</media:title><id>i</id></entry></feed>",
	    "i|||\n"},
	{RSS "<item><description><p>open<br>text</description>"
	    "<guid>a</guid></item><item><guid>b</guid></item></channel></rss>",
	    "a|||\nb|||\n"},
	{RSS "<item><itunes:title>no</itunes:title><atom:link href=\"no\"/>"
	    "<title>x &#x41;&#66;&amp;amp; &nbsp;&#;&#xFFFFFFF;</title>"
	    "<guid>a</guid></item></channel></rss>",
	    "a||x AB&amp; &nbsp;&#;&#xFFFFFFF;|\n"},
	{"<a:feed xmlns:a='http://www.w3.org/2005/Atom'><a:entry><a:id>1</a:id>"
	    "<id>2</id></a:entry></a:feed>", "1|||\n"},
	{"<rdf:RDF><channel/><item rdf:about=\"https://e.org/1\"><title>T"
	    "</title><link>https://e.org/1?x</link>"
	    "<dc:date>2008-07-01</dc:date></item></rdf:RDF>",
	    "https://e.org/1|https://e.org/1?x|T|2008-07-01T00:00:00Z\n"},
	{"<!DOCTYPE rss [<!ENTITY x \"<item>\"> ]>\n<!-- <html> -->\n"
	    "<rss><channel><item><guid>a</guid></item></channel></rss>",
	    "a|||\n"},
	{ATOM "<entry><title x='>'>a</title><id>1</id></entry></feed>",
	    "1||a|\n"},
	{ATOM "<entry><title x='>a</title><id>1</id></entry></feed>",
	    "1||a|\n"},
	/* Cut off, at the end or in a tag, a text, a comment. */
	{ATOM "<entry><id>1</id></entry><entry><id>2</id><content>te",
	    "cut\n1|||\n2|||\n"},
	{ATOM "<entry><id>1</id></entry><entry><id>2", "cut\n1|||\n"},
	{ATOM "<entry><id>1</id></entry><entry att=\"", "cut\n1|||\n"},
	{ATOM "<!-- <entry><id>1</id></entry>", "cut\n"},
	{ATOM "<entry><id>1</id></entry></feed><!-- x -->", "1|||\n"},
	{ATOM "</feed>", ""},
	{"<feed/>", ""},
	/* JSON Feed. */
	{"{\"version\": \"https://jsonfeed.org/version/1.1\", \"title\": \"F\","
	    "\"items\": [{\"id\": \"a\\u00e9\", \"url\": \"https://e.org/1\", "
	    "\"title\": \"T \\\"q\\\"\", \"author\": {\"url\": \"no\"}, "
	    "\"content_html\": \"}]{\\\\\", "
	    "\"date_published\": \"2008-07-01T20:54:15Z\"}, {\"id\": 12, "
	    "\"attachments\": [{\"url\": \"no\"}]}], \"id\": \"no\"}",
	    "aé|https://e.org/1|T \"q\"|2008-07-01T20:54:15Z\n12|||\n"},
	{"{\"items\": [{\"id\": \"a\"}, {\"id\": \"b\", \"url\": \"x",
	    "cut\na|||\nb|||\n"},
	{"{\"items\": []}", ""},
	/* Other encodings, and marks. */
	{"\xEF\xBB\xBF" ATOM "<entry><id>1</id></entry></feed>", "1|||\n"},
	/* No feeds. */
	{"", "blank\n"},
	{" \n\t", "blank\n"},
	{"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n", "blank\n"},
	{"<?xml vers", "blank\n"},
	{"<!DOCTYPE html>\n<html><item><guid>x</guid></item></html>",
	    "other at 16\n"},
	{"<urlset><url/></urlset>", "other at 0\n"},
	{" Nothing here yet", "text at 1\n"},
	{"\x1F\x8B\x08", "text at 0\n"},
	{"[1, 2]", "text at 0\n"},
	{"{\"a\": [1, 2]}", "other at 0\n"},
	{"{\"version\": \"https://", "blank\n"},
};

static void
put_entry(struct buf *out, struct arena *a, const struct old_feed *f,
    const struct old_entry *e)
{
	char date[DATETIME_TEXT];

	buf_printf(out, "%.*s|%.*s|%.*s|%.*s\n", STR_ARG(e->id),
	    STR_ARG(old_feed_text(a, f, e->link)),
	    STR_ARG(old_feed_text(a, f, e->title)),
	    STR_ARG(e->has_date ? datetime_rfc3339(e->date, date) : S("")));
}

static void
check_bytes(const char *what, str bytes, const char *want)
{
	struct arena a = {0};
	struct old_feed f;
	struct buf out = {0};

	old_feed_read(&f, formats[0], &a, bytes);
	if (f.is_cut)
		buf_add(&out, f.kind == OLD_FEED ? S("cut\n") : S("cut "));
	if (f.kind == OLD_BLANK)
		buf_add(&out, S("blank\n"));
	if (f.kind == OLD_OTHER || f.kind == OLD_TEXT)
		buf_printf(&out, "%s at %zu\n",
		    f.kind == OLD_OTHER ? "other" : "text", f.at);
	for (size_t i = 0; i < f.count; i++)
		put_entry(&out, &a, &f, &f.entries[i]);
	check_buf(what, &out, want);
	buf_free(&out);
	arena_free(&a);
}

static void
test_rows(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		check_bytes(rows[i].file, str_of(rows[i].file), rows[i].want);
	check_bytes("zeros", (str){"\0\0\0\0\0\0", 6}, "blank\n");
}

/* The same in UTF-16, in both orders, with a mark and without. */
static void
test_wide(void **state)
{
	str text = S("<?xml version=\"1.0\"?>" ATOM
	    "<entry><id>1</id><title>T</title></entry></feed>");

	(void)state;
	for (int form = 0; form < 4; form++) {
		struct buf b = {0};

		if (form & 1)
			buf_add(&b, form & 2 ? S("\xFE\xFF") : S("\xFF\xFE"));
		for (size_t i = 0; i < text.len; i++) {
			if (form & 2)
				buf_addc(&b, '\0');
			buf_addc(&b, text.ptr[i]);
			if (!(form & 2))
				buf_addc(&b, '\0');
		}
		check_bytes("wide", buf_str(&b), "1||T|\n");
		buf_free(&b);
	}
}

/* Wherever a file ends, what was complete before is there. */
static void
test_cut_anywhere(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		for (size_t n = 0; n < strlen(rows[i].file); n++) {
			struct arena a = {0};
			struct old_feed f;
			char *exact = malloc(n + 1);

			memcpy(exact, rows[i].file, n);
			old_feed_read(&f, formats[0], &a, (str){exact, n});
			assert_true(f.count <= 2);
			free(exact);
			arena_free(&a);
		}
}

/* What is nested, or open, without end takes no more than its length. */
static void
test_long(void **state)
{
	static const char *const parts[] = {"<entry>", "<a b=\"'", "<!--",
		"{\"items\":[", "[", "<![CDATA[", "</a>", "\\\"", "<a b='>\"",
		"&#x"};

	(void)state;
	for (size_t i = 0; i < COUNT(parts); i++) {
		struct buf b = {0};
		struct arena a = {0};
		struct old_feed f;

		buf_add(&b, parts[i][0] == '<' ? S(ATOM) : S("{\"items\":[\""));
		while (b.len < 4 << 20)
			buf_add(&b, str_of(parts[i]));
		old_feed_read(&f, formats[0], &a, buf_str(&b));
		assert_int_equal(f.count, 0);
		buf_free(&b);
		arena_free(&a);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rows),
		cmocka_unit_test(test_wide),
		cmocka_unit_test(test_cut_anywhere),
		cmocka_unit_test(test_long),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
