/* SPDX-License-Identifier: MIT
 * test_judge: documents before they are published. */
#include "build/run/judge.h"

#include "base/process/crew.h"
#include "feed/formats/formats.h"
#include "sample.h"

#define HEAD                                                                   \
	"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"                         \
	"<feed xmlns=\"http://www.w3.org/2005/Atom\">\n"                       \
	"<id>https://example.org/</id>\n<title>x</title>\n"                    \
	"<updated>2008-07-02T00:00:00Z</updated>\n"                            \
	"<author><name>x</name></author>\n"                                    \
	"<link rel=\"self\" href=\"https://example.org/f\"/>\n"
#define ENTRY(id, updated)                                                     \
	"<entry>\n<id>" id "</id>\n<title>&lt;entry></title>\n"                \
	"<link href=\"https://example.org/a\"/>\n<updated>" updated            \
	"</updated>\n<content>x</content>\n</entry>\n"
#define GOOD "2008-07-01T00:00:00Z"
#define BAD "2008-13-01T00:00:00Z"

static const struct row {
	const char *document, *file, *want;
} rows[] = {
	{HEAD ENTRY("tag:e.org,2008:1", GOOD) "</feed>\n", "", ""},
	/* The second entry is the second post's. */
	{HEAD ENTRY("tag:e.org,2008:1", GOOD) ENTRY("tag:e.org,2008:2", BAD)
	    "</feed>\n", "b.md", "feed-invalid 0:0 its entry in tags/x.atom in "
	    "line 19 would break a rule: <updated> '" BAD "' has no month 13 "
	    "[invalid-rfc3339-date]"},
	/* The feed itself. */
	{HEAD "<updated>" GOOD "</updated>\n</feed>\n", "tags/x.atom",
	    "feed-invalid 0:0 tags/x.atom in line 8 would break a rule: "
	    "<feed> has more than one <updated> [duplicate-element]"},
	/* An id that was imported stays, whatever it is; the rest does not. */
	{HEAD ENTRY("tag:e.org,2008:1", GOOD) ENTRY("two", GOOD)
	    ENTRY("/blog/3", GOOD) "</feed>\n", "b.md",
	    "feed-invalid 0:0 its entry in tags/x.atom in line 16 would break "
	    "a rule: <id> 'two' is not an absolute IRI [invalid-uri]"},
	{"x", "tags/x.atom", "feed-invalid 0:0 tags/x.atom in line 1 would "
	    "break a rule: the document is neither XML nor JSON [not-a-feed]"},
};

/* Judges in this process. */
static bool
judge(const struct feed *f, const struct format *format, str path, str bytes,
    struct diags *d)
{
	static const struct limits limits = {
		.seconds = 1, .memory = 100};
	struct crew *crew = crew_open(&(struct crew_limits){
		.threads = 1, .in_process = true});
	enum verdict verdict = judge_document(
	    &(struct judge){crew, 0, &limits},
	    &(struct shown){format, path, f->posts, f->count}, bytes, d);

	crew_close(crew);
	return verdict == VERDICT_RIGHT;
}

static void
test_rows(void **state)
{
	struct post posts[] = {
		{.path = S("a.md"), .id = S("tag:e.org,2008:1")},
		{.path = S("b.md"), .id = S("tag:e.org,2008:2")},
		{.path = S("c.md"), .id = S("/blog/3")},
	};
	struct post *in[] = {&posts[0], &posts[1], &posts[2]};
	struct feed f = {.posts = in, .count = COUNT(in)};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		const struct row *r = &rows[i];
		struct diags d = {0};
		bool passes = judge(&f, &format_atom,
		    S("tags/x.atom"), str_of(r->document), &d);

		assert_int_equal(passes, r->want[0] == '\0');
		if (d.first)
			check_str(r->document, d.first->file, r->file);
		check_diags(r->document, &d, r->want);
	}
}

/* Three are enough to see what is the matter. */
static void
test_most(void **state)
{
	struct feed f = {0};
	struct buf b = {0};
	struct diags d = {0};

	(void)state;
	buf_add(&b, S(HEAD));
	for (int i = 0; i < 10; i++)
		buf_printf(&b, ENTRY("tag:e.org,2008:%d", BAD), i);
	buf_add(&b, S("</feed>\n"));
	assert_false(judge(
	    &f, &format_atom, S("x.atom"), buf_str(&b), &d));
	assert_int_equal(d.counts[DIAG_ERROR], 3);
	diags_free(&d);
	buf_free(&b);
}

#define JSON_HEAD                                                              \
	"{\n  \"version\": \"https://jsonfeed.org/version/1.1\",\n"             \
	"  \"title\": \"x\",\n"                                                 \
	"  \"feed_url\": \"https://example.org/f\",\n"                          \
	"  \"home_page_url\": \"https://example.org/\",\n"                      \
	"  \"authors\": [\n    {\n      \"name\": \"x\"\n    }\n  ],\n"         \
	"  \"items\": ["
#define JSON_ITEM(id, updated)                                                 \
	"\n    {\n      \"id\": \"" id "\",\n"                                 \
	"      \"title\": \"x\\n      \\\"id\\\": \\\"\",\n"                  \
	"      \"date_published\": \"" updated "\",\n"                         \
	"      \"content_text\": \"x\"\n    }"

/* The entries of JSON are told apart too. */
static void
test_json(void **state)
{
	struct post posts[] = {
		{.path = S("a.md"), .id = S("tag:e.org,2008:1")},
		{.path = S("b.md"), .id = S("tag:e.org,2008:2")},
	};
	struct post *in[] = {&posts[0], &posts[1]};
	struct feed f = {.posts = in, .count = COUNT(in)};
	struct diags d = {0};

	(void)state;
	assert_false(judge(&f, &format_json, S("x.json"), S(JSON_HEAD
	    JSON_ITEM("tag:e.org,2008:1", GOOD) ","
	    JSON_ITEM("tag:e.org,2008:2", BAD) "\n  ]\n}\n"), &d));
	check_str("file", d.first->file, "b.md");
	check_diags("JSON", &d, "feed-invalid 0:0 its entry in x.json in line "
	    "21 would break a rule: items[1].date_published '" BAD "' has no "
	    "month 13 [invalid-rfc3339-date]");
}

/* What validate does not look at because it is so large may be published. */
static void
test_large(void **state)
{
	struct feed f = {0};
	struct buf b = {0};
	struct diags d = {0};

	(void)state;
	buf_add(&b, S(JSON_HEAD "\n    {\n      \"id\": \"a\",\n"
	    "      \"content_text\": \"x\",\n      \"tags\": [\"a\""));
	for (int i = 0; i < 1000 * 1000; i++)
		buf_add(&b, S(",\"a\""));
	buf_add(&b, S("]\n    }\n  ]\n}\n"));
	assert_true(judge(
	    &f, &format_json, S("x.json"), buf_str(&b), &d));
	check_diags("large", &d, "");
	buf_free(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rows),
		cmocka_unit_test(test_most),
		cmocka_unit_test(test_json),
		cmocka_unit_test(test_large),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
