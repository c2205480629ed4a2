/* SPDX-License-Identifier: MIT
 * test_json_feed: JSON Feed. */
#include "judge.h"

/* What a feed needs is on line 1; the part is on line 2. */
#define FEED "{\"version\": \"https://jsonfeed.org/version/1.1\", \"title\": " \
	"\"é\", \"home_page_url\": \"https://example.org/\", \"feed_url\": " \
	"\"https://example.org/f\", \"language\": \"en\",\n"

struct row {
	const char *part, *want;
};

static void
check_rows(const struct row *rows, size_t n, const char *open,
    const char *close)
{
	struct buf b = {0};

	for (size_t i = 0; i < n; i++) {
		buf_reset(&b);
		buf_printf(&b, FEED "%s%s%s}", open, rows[i].part, close);
		check_document(buf_str(&b), DIAG_NOTE, rows[i].want);
	}
	buf_free(&b);
}

static const struct row feeds[] = {
	{"\"items\": []", ""},
	{"\"items\": [], \"_ext\": {\"items\": 5}, \"expired\": false, "
	    "\"hubs\": [{\"type\": \"WebSub\", \"url\": "
	    "\"https://example.org/h\"}]", ""},
	{"\"item\": []", "missing-key 1:1 the feed has no items\n"
	    "unknown-key 2:1 the feed has the unknown key 'item', did you "
	    "mean 'items'?"},
	{"\"items\": {}", "json-type 2:10 items is an object, expected a "
	    "list"},
	{"\"items\": [5, []]", "json-type 2:11 items[0] is a number, expected "
	    "an object\n"
	    "json-type 2:14 items[1] is a list, expected an object"},
	{"\"items\": [], \"title\": \"x\"", "duplicate-key 2:14 key "
	    "'title' is there twice, first in line 1; the last one counts"},
	{"\"items\": [], \"expired\": \"no\", \"icon\": null",
	    "json-type 2:25 expired is a text, expected true or false\n"
	    "json-null 2:39 icon is null, expected a text"},
	{"\"items\": [], \"next_url\": \"https://example.org/f\"",
	    "next-is-feed 2:26 the feed has a next_url that is its own "
	    "feed_url"},
	{"\"items\": [], \"author\": {\"name\": \"Jo\"}, \"authors\": [{}]",
	    "deprecated-element 2:24 the feed has the key author of version "
	    "1, expected authors\n"
	    "author-empty 2:52 authors[0] has none of name, url and avatar"},
	{"\"items\": [], \"hubs\": [{\"url\": \"/h\"}]",
	    "missing-key 2:23 hubs[0] has no type\n"
	    "not-web-url 2:32 hubs[0].url '/h' is not an absolute http or "
	    "https URL"},
};

static const struct row items[] = {
	{"\"id\": \"1\", \"content_text\": \"x\"", ""},
	{"\"content_html\": \"x\"", "missing-key 2:11 items[0] has no id"},
	{"\"id\": \"1\"", "item-without-content 2:11 items[0] has neither "
	    "content_html nor content_text"},
	{"\"id\": 1, \"content_text\": \"x\"", "id-is-number 2:18 items[0] "
	    "has the id 1, expected a text"},
	{"\"id\": [], \"content_text\": \"x\"", "json-type 2:18 items[0] has "
	    "an id that is a list, expected a text"},
	{"\"id\": \"\", \"content_text\": \"x\"", "blank 2:18 items[0] has an "
	    "empty id"},
	{"\"id\": \"1\", \"content_text\": \"x\"}, {\"id\": \"1\", "
	    "\"content_text\": \"y\"", "duplicate-guid 2:52 items[1] has the "
	    "same id '1' as another item"},
	/* Places in texts with escapes. */
	{"\"id\": \"1\", \"content_html\": \"\\u00e9\\n<b>\"",
	    "unbalanced-html 2:48 items[0].content_html has <b>, which is "
	    "not closed"},
	{"\"id\": \"1\", \"content_text\": \"x\", \"url\": \"é b\"",
	    "uri-not-ascii 2:52 items[0].url 'é b' has 'é', which must be "
	    "percent-encoded in a URI"},
	{"\"id\": \"1\", \"content_text\": \"x\", \"date_published\": "
	    "\"2024-13-01T00:00:00Z\"", "invalid-rfc3339-date 2:63 "
	    "items[0].date_published '2024-13-01T00:00:00Z' has no month 13"},
	{"\"id\": \"1\", \"content_text\": \"x\", \"date_published\": "
	    "\"2024-02-01T00:00:00Z\", \"date_modified\": "
	    "\"2024-01-01T00:00:00Z\"", "updated-before-published 2:11 "
	    "items[0] was modified before it was published"},
	{"\"id\": \"1\", \"content_text\": \"x\", \"tags\": [\"a\", 2, \"\"]",
	    "json-type 2:58 items[0].tags[1] is a number, expected a text\n"
	    "blank 2:62 items[0].tags[2] is empty"},
	{"\"id\": \"1\", \"content_text\": \"x\", \"attachments\": [{\"url\": "
	    "\"https://example.org/a.mp3\", \"size_in_bytes\": -1}]",
	    "missing-key 2:60 items[0].attachments[0] has no mime_type\n"
	    "invalid-integer 2:114 items[0].attachments[0].size_in_bytes is "
	    "below 0"},
	{"\"id\": \"1\", \"content_text\": \"x\", \"title\": \"a &amp; b\"",
	    "contains-html 2:56 items[0].title is plain text, but has the "
	    "reference '&amp;'"},
};

static void
test_rows(void **state)
{
	(void)state;
	check_rows(feeds, COUNT(feeds), "", "");
	check_rows(items, COUNT(items), "\"items\": [{", "}]");
}

static void
test_documents(void **state)
{
	static const struct row rows[] = {
		{"{", "json-syntax 1:1 string or '}' expected near end of "
		    "file"},
		{"[]", "not-a-feed 1:1 the document is JSON, but not a JSON "
		    "Feed: its version is not that of one"},
		{"\xEF\xBB\xBF{\"é\": 1}", "json-mark 1:1 the document begins "
		    "with a byte order mark\n"
		    "not-a-feed 1:1 the document is JSON, but not a JSON "
		    "Feed: its version is not that of one"},
		{"{\"version\": \"https://jsonfeed.org/version/2\", "
		    "\"title\": 5} é", "json-syntax 1:59 there is more text "
		    "after the end of the JSON\n"
		    "invalid-version 1:13 the feed has the version "
		    "'https://jsonfeed.org/version/2', expected "
		    "'https://jsonfeed.org/version/1.1'\n"
		    "missing-language 1:1 the feed has no language\n"
		    "missing-self 1:1 the feed has no feed_url\n"
		    "missing-recommended 1:1 the feed has no home_page_url\n"
		    "missing-key 1:1 the feed has no items\n"
		    "json-type 1:56 title is a number, expected a text"},
		{"{\"version\": \"https://jsonfeed.org/version/1\", "
		    "\"title\": \"x\", \"items\": [], \"authors\": []}",
		    "missing-self 1:1 the feed has no feed_url\n"
		    "missing-recommended 1:1 the feed has no home_page_url\n"
		    "unknown-key 1:85 the feed has the key authors of version "
		    "1.1"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		check_document(
		    str_of(rows[i].part), DIAG_NOTE, rows[i].want);
}

static void
test_limits(void **state)
{
	struct buf b = {0};

	(void)state;
	buf_addc(&b, '[');
	for (int i = 0; i < 1000001; i++)
		buf_add(&b, S("1,"));
	buf_add(&b, S("1]"));
	check_document(buf_str(&b), DIAG_NOTE, "document-too-large 0:0 the "
	    "document has more than 1000000 values");
	buf_reset(&b);
	for (int i = 0; i < 5000; i++)
		buf_addc(&b, '[');
	check_document(buf_str(&b), DIAG_NOTE, "json-syntax 1:2049 maximum "
	    "parsing depth reached near '['");
	buf_free(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rows),
		cmocka_unit_test(test_documents),
		cmocka_unit_test(test_limits),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
