/* SPDX-License-Identifier: MIT
 * test_validate: what is a feed, namespaces, and bad input of all kinds. */
#include "judge.h"
#include "validate/tables/feed_rules.h"

static void
check_result(const char *text, const char *format, size_t entries)
{
	struct validate_options o = {0};
	struct validate_result r;
	struct diags d = {0};

	validate_document(str_of(text), S("a"), &o, &r, &d);
	if ((r.format == NULL) != (format == NULL) ||
	    (format && strcmp(r.format, format) != 0))
		fail_msg("%s: %s", text, r.format);
	assert_int_equal(r.entries, entries);
	diags_free(&d);
}

#define ATOM "http://www.w3.org/2005/Atom"

static void
test_formats(void **state)
{
	(void)state;
	check_result("<feed xmlns='" ATOM "'><entry/><entry/></feed>",
	    "Atom 1.0", 2);
	check_result("<a:feed xmlns:a='" ATOM "'><a:entry/></a:feed>",
	    "Atom 1.0", 1);
	check_result("<entry xmlns='" ATOM "'/>", "Atom 1.0 entry", 1);
	check_result("<rss version='2.0'><channel><item/></channel></rss>",
	    "RSS 2.0", 1);
	check_result("<rss version='0.92'/>", "RSS 0.92", 0);
	check_result("<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/"
	    "22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'><item/>"
	    "</rdf:RDF>", "RSS 1.0", 1);
	check_result("<opml version='2.0'><body><outline/></body></opml>",
	    "OPML 2.0", 1);
	check_result("{\"version\": \"https://jsonfeed.org/version/1\", "
	    "\"items\": [{}]}", "JSON Feed 1.0", 1);
	check_result("<urlset/>", NULL, 0);
	check_result("", NULL, 0);
}

static void
test_other(void **state)
{
	static const struct {
		str text;
		const char *want;
	} rows[] = {
		{S_INIT(""), "document-empty 0:0 the document is empty"},
		{S_INIT(" \n"), "document-empty 0:0 the document is empty"},
		{S_INIT("hello"), "not-a-feed 1:1 the document is neither XML "
		    "nor JSON"},
		{S_INIT("<!-- é -->\n<urlset/>"), "not-a-feed 2:1 the document "
		    "is <urlset>, expected <feed>, <rss>, <rdf:RDF> or "
		    "<opml>"},
		{S_INIT("<!-- é -->\n<!DOCTYPE HTML>\n<p>Not found"),
		    "html-page 2:1 this is an HTML page, not a feed, and it "
		    "links to none"},
		{S_INIT("<?xml version='1.0'?><x:html xmlns:x='http://www.w3."
		    "org/1999/xhtml'><link rel='alternate' type='application/"
		    "atom+xml' href='/f'/></x:html>"), "html-page 1:22 this "
		    "is an HTML page, not a feed; it links to the feed '/f'"},
		{S_INIT("<rss>\0</rss>"), "xml-syntax 1:6 there is a NUL "
		    "character"},
		{S_INIT("<rss version='2.0'><channel>"), "xml-syntax 1:29 "
		    "premature end of data in tag channel line 1"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		check_document(rows[i].text, DIAG_WARNING, rows[i].want);
}

/* Whatever is cut off, nothing but a finding comes of it. */
static void
test_truncated(void **state)
{
	static const char whole[] = "<?xml version='1.0' encoding='utf-8'?>"
	    "<!DOCTYPE feed [<!ENTITY e '<b>é</b>'>]><feed xmlns='" ATOM "' "
	    "xml:lang='en'><title type='xhtml'><div xmlns='http://www.w3.org/"
	    "1999/xhtml'><![CDATA[x]]>&e;</div></title><!-- é --><link "
	    "href='a&#233;b'/>&e;</feed>";

	(void)state;
	for (size_t i = 0; i < sizeof whole; i++) {
		struct validate_options o = {0};
		struct validate_result r;
		struct diags d = {0};

		validate_document((str){whole, i}, S("a"), &o, &r, &d);
		assert_true(d.counts[DIAG_ERROR] > 0);
		diags_free(&d);
	}
}

static void
check_attributes(const char *format, int n, bool is_costly)
{
	struct validate_options o = {0};
	struct validate_result r;
	struct diags d = {0};
	struct buf b = {0};

	buf_add(&b, S("<?xml version='1.0' encoding='utf-8'?>\n"
	    "<rss version='2.0'><x "));
	for (int i = 0; i < n; i++)
		buf_printf(&b, format, i, i);
	buf_add(&b, S("/></rss>"));
	validate_document(buf_str(&b), S("a"), &o, &r, &d);
	assert_int_equal(d.first->code == RULE_TOO_COSTLY, is_costly);
	if (is_costly)
		check_diags(format, &d, "document-too-costly 2:20 an element "
		    "has more than 256 attributes and namespaces");
	diags_free(&d);
	buf_free(&b);
}

/* Attributes and declarations of namespaces that parsers compare pairwise. */
static void
test_attributes(void **state)
{
	static const char *const formats[] = {
		"a%d='%d' ", "xmlns:a%d = \"http://e.org/>%d\"\n"};

	(void)state;
	for (size_t i = 0; i < COUNT(formats); i++) {
		check_attributes(formats[i], 256, false);
		check_attributes(formats[i], 257, true);
		check_attributes(formats[i], 10000, true);
	}
}

static void
test_large(void **state)
{
	struct validate_options o = {0};
	struct validate_result r;
	struct diags d = {0};
	char *bytes = calloc(1, VALIDATE_MOST + 1);

	(void)state;
	validate_document((str){bytes, VALIDATE_MOST + 1}, S("a"), &o, &r,
	    &d);
	check_diags("large", &d, "document-too-large 0:0 the document has "
	    "more than 67108864 bytes");
	memset(bytes, 'x', VALIDATE_MOST);
	memcpy(bytes, "<rss>", 5);
	validate_document((str){bytes, VALIDATE_MOST}, S("a"), &o, &r, &d);
	assert_true(d.counts[DIAG_ERROR] > 0);
	diags_free(&d);
	free(bytes);
}

#define FEED(xmlns, part) "<?xml version='1.0' encoding='utf-8'?>\n" \
	"<feed xmlns='" ATOM "' " xmlns ">" part "</feed>"

static void
test_namespaces(void **state)
{
	static const struct {
		const char *text, *want; /* those that are about names */
	} rows[] = {
		{"<feed/>", "missing-namespace 1:1 <feed> is in no "
		    "namespace, expected http://www.w3.org/2005/Atom"},
		{"<feed xmlns='urn:ex:y'/>", "invalid-namespace 1:1 <feed> is "
		    "in the namespace 'urn:ex:y', expected "
		    "http://www.w3.org/2005/Atom"},
		{"<feed xmlns='http://www.w3.org/2005/atom'/>",
		    "near-namespace 1:7 the namespace is "
		    "'http://www.w3.org/2005/atom', expected "
		    "'http://www.w3.org/2005/Atom'"},
		{"<feed xmlns='http://purl.org/atom/ns#' version='0.3'/>",
		    "obsolete-namespace 1:7 the namespace "
		    "'http://purl.org/atom/ns#' is obsolete"},
		{"<atom:feed xmlns:atom='" ATOM "'/>", "avoid-prefix 1:12 "
		    "the prefix 'atom' is declared for Atom, which some "
		    "readers expect without a prefix"},
		{FEED("xmlns:dc='urn:ex:y'", ""), "reserved-prefix 2:43 the "
		    "prefix 'dc' is declared for 'urn:ex:y', readers expect "
		    "'http://purl.org/dc/elements/1.1/'"},
		{FEED("", "<dc:date>2024</dc:date>"), "undeclared-prefix 2:44 "
		    "the prefix 'dc' is not declared, expected "
		    "xmlns:dc=\"...\""},
		{FEED("é:x='y'", ""), "undeclared-prefix 2:43 the prefix 'é' "
		    "is not declared, expected xmlns:é=\"...\""},
		{FEED("xmlns:x='a b'", ""), "invalid-uri-character 2:53 <feed> "
		    "xmlns:x 'a b' has a space, which must be written %20"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct validate_options o = {0};
		struct validate_result r;
		struct diags d = {0};
		struct buf b = {0};

		validate_document(
		    str_of(rows[i].text), S("a"), &o, &r, &d);
		list_findings(&b, &d, DIAG_WARNING);
		/* Much is missing besides. */
		if (str_find(buf_str(&b), str_of(rows[i].want)) == STR_NONE)
			fail_msg("%s:\n got '%s'\nwant '%s'", rows[i].text,
			    buf_cstr(&b), rows[i].want);
		buf_free(&b);
		diags_free(&d);
	}
}

static void
test_characters(void **state)
{
	static const char head[] = "<?xml version='1.0' encoding='utf-8'?>\n"
	    "<rss version='2.0'><channel>\n";
	static const struct {
		const char *part, *want;
	} rows[] = {
		{"<title>é\xC2\x92s</title>", "bad-character 3:9 the "
		    "character U+0092 is a control that no reader can show"},
		{"<title>a&#146;s</title>", "bad-character 3:9 the "
		    "character U+0092 is a control that no reader can show"},
		{"<x:y xmlns:x='urn:ex:y'>\xEF\xBF\xBD</x:y>",
		    "bad-character 3:25 the character U+FFFD stands for one "
		    "that was lost"},
		{"<title>caf\xC3\x83\xC2\xA9</title>", "twice-encoded 3:11 "
		    "'Ã©' looks like UTF-8 that was encoded twice"},
		{"<title>É Â</title>", ""},
	};
	struct buf b = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct validate_options o = {0};
		struct validate_result r;
		struct diags d = {0};
		struct buf found = {0};

		buf_reset(&b);
		buf_printf(&b, "%s%s</channel></rss>", head, rows[i].part);
		validate_document(buf_str(&b), S("a"), &o, &r, &d);
		list_findings(&found, &d, DIAG_WARNING);
		if (str_find(buf_str(&found), str_of(rows[i].want)) ==
		    STR_NONE)
			fail_msg("%s:\n got '%s'\nwant '%s'", rows[i].part,
			    buf_cstr(&found), rows[i].want);
		buf_free(&found);
		diags_free(&d);
	}
	buf_free(&b);
}

/* Feed rule 39. */
static void
test_sizes(void **state)
{
	static const struct {
		size_t bytes;
		const char *want;
	} rows[] = {
		{512 << 10, ""},
		{(512 << 10) + 1, "large 0:0 the feed has 512 KiB"},
		{2 << 20, "large 0:0 the feed has 2048 KiB"},
		{(2 << 20) + 1, "very-large 0:0 the feed has 2048 KiB"},
	};
	struct buf b = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		buf_reset(&b);
		buf_add(&b, S("<?xml version='1.0' encoding='utf-8'?><opml "
		    "version='2.0'><head/><body><outline text='x'/></body>"));
		while (b.len + strlen("</opml>") < rows[i].bytes)
			buf_addc(&b, ' ');
		buf_add(&b, S("</opml>"));
		check_document(buf_str(&b), DIAG_NOTE, rows[i].want);
	}
	buf_free(&b);
}

/* Found in a folder, what is no feed is nobody's fault. */
static void
test_options(void **state)
{
	const diag_code ignored[] = {
		RULE_MISSING_ENCODING, RULE_MISSING_ELEMENT};
	struct validate_options o = {.may_be_other = true};
	struct validate_result r;
	struct diags d = {0};

	(void)state;
	validate_document(S("<urlset/>"), S("a"), &o, &r, &d);
	assert_int_equal(d.counts[DIAG_ERROR], 0);
	diags_free(&d);
	validate_document(S("{\"name\": \"x\"}"), S("a"), &o, &r, &d);
	check_diags("json", &d, "other-document 1:1 the document is JSON, but "
	    "not a JSON Feed: its version is not that of one");
	o.ignored = ignored;
	o.n_ignored = COUNT(ignored);
	validate_document(S("<rss version='2.0'/>"), S("a"), &o, &r, &d);
	check_diags("ignored", &d, "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_formats),
		cmocka_unit_test(test_other),
		cmocka_unit_test(test_truncated),
		cmocka_unit_test(test_large),
		cmocka_unit_test(test_attributes),
		cmocka_unit_test(test_namespaces),
		cmocka_unit_test(test_characters),
		cmocka_unit_test(test_sizes),
		cmocka_unit_test(test_options),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
