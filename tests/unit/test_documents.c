/* SPDX-License-Identifier: MIT
 * test_documents: the same bytes, however many entries may wait. */
#include "build/run/documents.h"

#include "blog.h"

static void
run(const char *folder, size_t hold, enum outcome want)
{
	struct build_options o = {.site = blog_options(), .folder = folder,
		.hold = hold};
	struct build_report report;
	struct diags diags = {0};

	assert_int_equal(build_run(&o, &report, &diags), want);
	diags_free(&diags);
}

static void
read_file(const char *folder, const char *name, struct buf *out)
{
	char path[99];

	snprintf(path, sizeof path, "%s/%s", folder, name);
	assert_true(file_read(out, path, 1 << 24));
}

static void
check_same(const char *folder, const char *other, const char *name)
{
	struct buf a = {0}, b = {0};

	read_file(folder, name, &a);
	read_file(other, name, &b);
	assert_true(a.len > 1000);
	assert_true(str_eq(buf_str(&a), buf_str(&b)));
	buf_free(&a);
	buf_free(&b);
}

/* Enough posts for some batches; the last one needs a namespace. */
static void
make_posts(bool with_bad_page)
{
	char path[32], text[200];

	put_file("feedmill.yaml", "site: {url: https://example.org/, "
	    "title: E}\nposts: {folders: [posts]}\nfeeds: {limit: 0, "
	    "formats: [atom, rss, json], compress: gz, "
	    "main: {path: [index, also]}}\n");
	for (int i = 0; i < 1300; i++) {
		snprintf(path, sizeof path, "posts/%04d.md", i);
		snprintf(text, sizeof text, "---\ntitle: T%d\n"
		    "date: 2010-01-01 %02d:%02d\ntags: [t%d]\n%s---\n%s %d\n",
		    i, i / 60, i % 60, i % 7,
		    i == 7 ? "image: /a.png\n" : "", with_bad_page && i == 700
		    ? "{{< odd >}}" : "Text", i);
		put_file(path, text);
	}
}

static void
test_hold(void **state)
{
	static const char *const names[] = {"index.atom", "index.rss",
		"tags/t0.atom", "tags/t6.rss", "index.json", "also.atom",
		"also.json", "index.rss.gz"};

	(void)state;
	make_posts(true);
	run("all", 0, OUTCOME_OK);
	run("few", 1, OUTCOME_OK);
	for (size_t i = 0; i < COUNT(names); i++)
		check_same("all", "few", names[i]);
}

/* A post that has no page leaves the list in the head of its feeds too, which
 * was written by then. */
static void
test_hold_styled(void **state)
{
	static const char *const names[] = {
		"index.atom", "index.rss", "tags/t0.atom", "tags/t1.rss"};
	char path[48];

	(void)state;
	make_posts(false);
	put_file("feedmill.yaml", "site: {url: https://example.org/, "
	    "title: E}\nposts: {folders: [posts], permalink: /:slug/}\n"
	    "content: {source: pages, pages: public}\n"
	    "feeds: {limit: 0, style: true}\n");
	for (int i = 0; i < 1300; i++) {
		snprintf(path, sizeof path, "public/t%d/index.html", i);
		if (i != 700)
			put_file(path, "<article><p>Text.</p></article>");
	}
	run("all", 0, OUTCOME_POSTS);
	run("few", 1, OUTCOME_POSTS);
	assert_false(file_has("all/index.atom", "/t700/"));
	assert_true(file_has("all/index.atom", ">T699</a>"));
	for (size_t i = 0; i < COUNT(names); i++)
		check_same("all", "few", names[i]);
}

/* What is written ahead is compared as well, and nothing of it stays. */
static void
test_unchanged(void **state)
{
	struct stat before, after;

	(void)state;
	make_posts(false);
	run("few", 1, OUTCOME_OK);
	assert_int_equal(stat("few/index.atom", &before), 0);
	unlink(".feedmill/state.db");
	run("few", 1, OUTCOME_OK);
	assert_int_equal(stat("few/index.atom", &after), 0);
	assert_int_equal(before.st_ino, after.st_ino);
	check_file("few/.index.atom.feedmill-new", NULL);
	check_file("few/.also.atom.feedmill-new", NULL);
	/* And where a folder is in the way. */
	unlink("few/tags/t3.rss");
	put_file("few/tags/t3.rss/x", "");
	unlink("posts/0003.md");
	run("few", 1, OUTCOME_WRITE);
	check_file("few/.index.atom.feedmill-new", NULL);
	assert_int_equal(stat("few/index.atom", &after), 0);
	assert_int_equal(before.st_ino, after.st_ino);
}

int
main(void)
{
#define TEST(f)                                                                \
	cmocka_unit_test_setup_teardown(f, folder_setup, folder_teardown)
	const struct CMUnitTest tests[] = {
		TEST(test_hold), TEST(test_hold_styled), TEST(test_unchanged),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
