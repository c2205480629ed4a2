/* SPDX-License-Identifier: MIT
 * test_guard: which ids may replace those of a published feed, and which
 * not. */
#include "build/guard/guard.h"

#include "blog.h"

/* An entry of the file that is there, as Atom has it. */
#define ENTRY(id, link, title, date)                                           \
	"<entry><id>" id "</id><link href=\"" link "\"/><title>" title         \
	"</title><published>" date "</published></entry>"
#define A ENTRY("https://example.org/a/", "https://example.org/a/", "A",       \
	"2010-01-05T00:00:00Z")

/* The site has a post "A" of 2010-01-05 with the id https://example.org/a/,
 * "B" of the 4th and so on down to "E" of the 1st, and "Old" of 2009. */
static const struct row {
	const char *old;  /* the entries that are there */
	const char *want; /* the codes that are reported, by their number */
	const char *settings;
} rows[] = {
	{"", "", ""},
	{A, "", ""},
	/* Another id: for the same title and date, or address and one more. */
	{ENTRY("x", "/other", "A", "2010-01-05"), "ids-changed id-changed",
	    ""},
	{ENTRY("x", "/a/", "other", "2010-01-05"), "ids-changed id-changed",
	    ""},
	{ENTRY("x", "http://example.org/a", "A", "2000-01-05"),
	    "ids-changed id-changed", ""},
	{ENTRY("x", "/a/", "", ""), "ids-changed id-changed", ""},
	/* Another zone, another way to write the title. */
	{ENTRY("x", "/other", " &amp;lt;i&amp;gt;a&amp;lt;/i&amp;gt;.\xE2\x80\x99",
	    "2010-01-04T14:00:00Z"), "ids-changed id-changed", ""},
	{ENTRY("x", "/other", "A", "2010-01-05T14:00:00Z"),
	    "ids-changed id-changed", ""},
	/* Too little in common. */
	{ENTRY("x", "/a/", "other", "2000-01-05"), "", ""},
	{ENTRY("x", "/other", "A", "2010-01-05T15:00:00Z"), "", ""},
	{ENTRY("x", "/other", "other", "2010-01-05"), "", ""},
	/* The id is that of another post: nothing came back. */
	{ENTRY("https://example.org/b/", "/a/", "A", "2010-01-05"), "", ""},
	{ENTRY("https://example.org/draft/", "/a/", "A", "2010-01-05"),
	    "post-left", ""},
	{"<entry><id>x</id></entry>", "", ""},
	/* Old posts: B, C and D are newer than what is the oldest there. */
	{A ENTRY("y", "/y", "y", "2010-01-01"), "", ""},
	{A ENTRY("y", "/y", "y", "2010-01-01"), "old-posts old-post old-post "
	    "old-post", "ids.flood=2"},
	{A ENTRY("y", "/y", "y", "2009-12-01"), "old-posts old-post old-post "
	    "old-post", ""},
	{A ENTRY("y", "/y", "y", "2009-12-01"), "", "ids.flood=4"},
	{A ENTRY("y", "/y", "y", "2009-12-01"), "old-posts old-post",
	    "ids.flood=0\nfeeds.limit=2"},
	/* All is newer, or older: of the other side of the window. */
	{ENTRY("y", "/y", "y", "2009-12-01"), "", "ids.flood=0"},
	{ENTRY("y", "/y", "y", "2011-12-01"), "", "ids.flood=0"},
	/* What is to come is not the newest. */
	{ENTRY("y", "/y", "y", "2009-12-01") ENTRY("z", "/z", "z",
	    "2031-01-01"), "", "ids.flood=0"},
};

static void
make_site(void)
{
	static const char *const names[] = {"a", "b", "c", "d", "e"};
	char path[32], text[99];

	for (int i = 0; i < 5; i++) {
		snprintf(path, sizeof path, "posts/%s.md", names[i]);
		snprintf(text, sizeof text, "---\ntitle: %c\n"
		    "date: 2010-01-0%d\n---\nText.\n", 'A' + i, 5 - i);
		put_file(path, text);
	}
	put_file("posts/old.md", "---\ntitle: Old\ndate: 2009-01-01\n---\n");
	put_file("posts/draft.md", "---\ntitle: Draft\ndate: 2010-01-01\n"
	    "draft: true\n---\n");
	put_file("feedmill.yaml", "site: {url: https://example.org/, "
	    "title: E}\nposts: {folders: [posts], permalink: /:slug/}\n");
}

/* Whether the guard lets the feeds through; the codes of what it says. */
static bool
run(const char *settings, bool accept, struct buf *codes)
{
	const char *list[4];
	char copy[99];
	struct build_options o = {.site = blog_options(), .folder = "feeds",
		.dry = true, .accept_new_ids = accept, .accept_loss = true};
	struct build_report report;
	struct diags d = {0};
	enum outcome outcome;
	size_t n = 0;

	snprintf(copy, sizeof copy, "%s", settings);
	for (char *s = strtok(copy, "\n"); s; s = strtok(NULL, "\n"))
		list[n++] = s;
	o.site.settings = list;
	o.site.n_settings = n;
	outcome = build_run(&o, &report, &d);
	for (const struct diag *g = d.first; g; g = g->next)
		buf_printf(codes, "%s%s", codes->len ? " " : "",
		    g->code->name);
	diags_free(&d);
	assert_true(outcome == OUTCOME_OK || outcome == OUTCOME_REFUSED);
	return outcome == OUTCOME_OK;
}

static void
check_old(const char *name, const char *file, const char *settings,
    const char *want)
{
	struct buf codes = {0};
	bool passes, leaves = str_eq(str_of(want), S("post-left"));

	put_file(name, file);
	passes = run(settings, false, &codes);
	check_str(file, buf_str(&codes), want);
	assert_int_equal(passes, *want == '\0' || leaves ||
	    str_starts(str_of(want), S("feed-damaged")));
	buf_reset(&codes);
	assert_true(run(settings, true, &codes));
	check_buf("with --accept-new-ids", &codes, leaves ? want : "");
	buf_free(&codes);
	unlink(name);
}

static void
test_rows(void **state)
{
	(void)state;
	make_site();
	for (size_t i = 0; i < COUNT(rows); i++) {
		char file[2000];

		snprintf(file, sizeof file, "<feed>%s</feed>", rows[i].old);
		check_old("feeds/index.atom", file, rows[i].settings,
		    rows[i].want);
		/* Whatever format it is in. */
		check_old("feeds/index.rss", file, rows[i].settings,
		    rows[i].want);
	}
}

static void
test_files(void **state)
{
	(void)state;
	make_site();
	check_old("feeds/index.atom", "<html>\n", "", "feed-foreign");
	check_old("feeds/index.atom", "<urlset/>", "", "feed-foreign");
	check_old("feeds/index.atom", "{\"a\": 1}", "", "feed-foreign");
	check_old("feeds/index.atom", "Soon", "", "feed-damaged");
	check_old("feeds/index.atom", "", "", "feed-damaged");
	check_old("feeds/index.atom", "<feed>" A "<entry>", "",
	    "feed-damaged");
	check_old("feeds/index.rss", "{\"items\": [{\"id\": \"x\", "
	    "\"url\": \"/a/\", \"title\": \"A\"}]}", "",
	    "ids-changed id-changed");
	/* A post is named once, whatever feeds it is in. */
	put_file("feeds/index.rss", "<feed>"
	    ENTRY("x", "/a/", "A", "2010-01-05") "</feed>");
	check_old("feeds/index.atom", "<feed>"
	    ENTRY("y", "/a/", "A", "2010-01-05") "</feed>", "",
	    "ids-changed id-changed");
}

/* In the feed of a term old posts may come by a tag that they got, unless as
 * many ids vanish. */
static void
test_terms(void **state)
{
	static const char *const lost[] = {
		ENTRY("y1", "/y", "y", "2010-01-04"),
		ENTRY("y2", "/y", "y", "2010-01-04"),
		ENTRY("y3", "/y", "y", "2009-12-01"),
	};
	char entries[1000] = A, file[1100];

	(void)state;
	make_site();
	for (int i = 1; i < 4; i++) {
		char path[32], text[99];

		snprintf(path, sizeof path, "posts/%c.md", 'a' + i);
		snprintf(text, sizeof text, "---\ntitle: %c\ntags: [x]\n"
		    "date: 2010-01-0%d\n---\nText.\n", 'A' + i, 5 - i);
		put_file(path, text);
	}
	for (size_t i = 0; i < COUNT(lost); i++) {
		strcat(entries, lost[i]);
		snprintf(file, sizeof file, "<feed>%s</feed>", entries);
		check_old("feeds/tags/x.atom", file, "ids.flood=2",
		    i < 2 ? "" : "old-posts old-post old-post old-post");
	}
	check_old("feeds/index.atom", file, "ids.flood=2",
	    "old-posts old-post old-post old-post");
}

int
main(void)
{
#define TEST(f)                                                                \
	cmocka_unit_test_setup_teardown(f, folder_setup, folder_teardown)
	const struct CMUnitTest tests[] = {
		TEST(test_rows), TEST(test_files), TEST(test_terms),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
