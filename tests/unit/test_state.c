/* SPDX-License-Identifier: MIT
 * test_state: what a run reads and renders when another was there before. */
#include "build/memory/state.h"

#include <fcntl.h>
#include <time.h>

#include "blog.h"

/* Lets all that was written become older than a tick. */
static void
age(void)
{
	nanosleep(&(struct timespec){0, 80 * 1000 * 1000}, NULL);
}

static struct build_report
build_with(const char *now, bool accept_loss, enum outcome want)
{
	struct build_options o = {.site = blog_options(),
		.accept_loss = accept_loss};
	struct build_report report;
	struct diags diags = {0};

	o.site.now = at(now);
	assert_int_equal(build_run(&o, &report, &diags), want);
	diags_free(&diags);
	return report;
}

static struct build_report
build(const char *now, enum outcome want)
{
	return build_with(now, false, want);
}

static void
check(struct build_report r, size_t read, size_t rendered, size_t written)
{
	assert_int_equal(r.read, read);
	assert_int_equal(r.rendered, rendered);
	assert_int_equal(r.files.written, written);
}

static void
test_runs(void **state)
{
	/* Younger than a tick for as long as the test may take. */
	static const struct timespec late[2] = {
		{.tv_sec = 4000000000}, {.tv_sec = 4000000000}};

	(void)state;
	blog_make(false);
	age();
	check(build("2020-01-01", OUTCOME_OK), 4, 2, 4);
	check(build("2020-01-01", OUTCOME_OK), 0, 0, 0);
	/* Only what is in the main feed alone: no tag's is made. */
	put_file("posts/b.md", "---\ntitle: B\ndate: 2011-01-01\n---\nNew.\n");
	age();
	check(build("2020-01-01", OUTCOME_OK), 1, 2, 2);
	put_file("posts/e.md", "---\ntitle: E\ndate: 2009-01-01\n"
	    "tags: [x]\n---\nE.\n");
	age();
	check(build("2020-01-01", OUTCOME_OK), 1, 3, 4);
	check(build("2020-01-01", OUTCOME_OK), 0, 0, 0);
	/* A published file that somebody changed is made anew. */
	put_file("feeds/tags/x.atom", "changed");
	check(build("2020-01-01", OUTCOME_OK), 0, 2, 1);
	unlink("feeds/index.rss");
	check(build("2020-01-01", OUTCOME_OK), 0, 3, 1);
	unlink("posts/e.md");
	check(build("2020-01-01", OUTCOME_OK), 0, 2, 4);
	/* So young a file may change again within the tick, and is read once
	 * more. */
	put_file("posts/b.md", "---\ntitle: B\ndate: 2011-01-01\n---\nOld.\n");
	assert_int_equal(utimensat(AT_FDCWD, "posts/b.md", late, 0), 0);
	check(build("2020-01-01", OUTCOME_OK), 1, 2, 2);
	check(build("2020-01-01", OUTCOME_OK), 1, 0, 0);
	assert_int_equal(utimensat(AT_FDCWD, "posts/b.md", NULL, 0), 0);
	age();
	check(build("2020-01-01", OUTCOME_OK), 1, 0, 0);
	check(build("2020-01-01", OUTCOME_OK), 0, 0, 0);
}

/* A post comes due, and the clock goes back. */
static void
test_clock(void **state)
{
	(void)state;
	blog_make(false);
	put_file("posts/d.md", "---\ntitle: D\ndate: 2030-01-01\n"
	    "expiryDate: 2040-01-01\n---\nD.\n");
	age();
	assert_int_equal(
	    build("2020-01-01", OUTCOME_OK).skipped[SKIP_FUTURE], 1);
	check(build("2029-12-31 23:59:59", OUTCOME_OK), 0, 0, 0);
	check(build("2030-01-01", OUTCOME_OK), 1, 3, 2);
	check(build("2039-12-31", OUTCOME_OK), 0, 0, 0);
	assert_int_equal(
	    build("2040-01-01", OUTCOME_OK).skipped[SKIP_EXPIRED], 1);
	check(build("2035-01-01", OUTCOME_OK), 1, 3, 2);
	assert_int_equal(
	    build("2020-01-01", OUTCOME_REFUSED).skipped[SKIP_FUTURE], 1);
	assert_int_equal(build_with(
	    "2020-01-01", true, OUTCOME_OK).skipped[SKIP_FUTURE], 1);
}

/* What is wrong with a post is said by every run. */
static void
test_reports(void **state)
{
	struct build_options o = {.site = blog_options()};
	struct build_report report;
	struct buf first = {0}, text = {0};

	(void)state;
	blog_make(true);
	put_file("posts/e.md", "---\ntitle: E\ndate: 2009-01-01\n---\n"
	    "{{< odd >}} [x](javascript:1) \x01\n");
	age();
	for (int round = 0; round < 3; round++) {
		struct diags diags = {0};

		assert_int_equal(
		    build_run(&o, &report, &diags), OUTCOME_POSTS);
		assert_int_equal(report.read, round == 0 ? 6 : 0);
		assert_int_equal(report.skipped[SKIP_ERROR], 1);
		for (const struct diag *g = diags.first; g; g = g->next)
			diag_format(&text, g);
		if (round == 0)
			buf_add(&first, buf_str(&text));
		check_buf("reports", &text, buf_cstr(&first));
		diags_free(&diags);
	}
	assert_true(str_find(buf_str(&first), S("tag-dropped")) != STR_NONE);
	assert_true(str_find(buf_str(&first), S("link-scheme")) != STR_NONE);
	assert_true(str_find(buf_str(&first), S("month 13")) != STR_NONE);
	buf_free(&first);
	buf_free(&text);
}

/* More posts than a chunk holds, and changes at all its ends. */
static void
test_chunks(void **state)
{
	enum { POSTS = 2500 };
	char path[32], text[99];

	(void)state;
	put_file("feedmill.yaml",
	    "site: {url: https://example.org/, title: E}\n"
	    "posts: {folders: [posts]}\nfeeds: {limit: 3}\n");
	for (int i = 0; i < POSTS; i++) {
		snprintf(path, sizeof path, "posts/%04d.md", i);
		snprintf(text, sizeof text, "---\ntitle: T%d\n"
		    "date: 20%02d-01-01\n---\nx\n", i, i / 100);
		put_file(path, text);
	}
	age();
	assert_int_equal(build("2040-01-01", OUTCOME_OK).read, POSTS);
	check(build("2040-01-01", OUTCOME_OK), 0, 0, 0);
	for (int i = 0; i < POSTS; i += 833) {
		snprintf(path, sizeof path, "posts/%04d.md", i);
		unlink(path);
		snprintf(path, sizeof path, "posts/%04d-b.md", i);
		put_file(path, "---\ntitle: B\ndate: 1999-01-01\n---\nx\n");
	}
	put_file("posts/.md.md", "hidden");
	put_file("posts/-.md", "---\ntitle: A\ndate: 1998-01-01\n---\nx\n");
	put_file("posts/z.md", "---\ntitle: Z\ndate: 1998-01-01\n---\nx\n");
	age();
	assert_int_equal(build("2040-01-01", OUTCOME_OK).read, 6);
	check(build("2040-01-01", OUTCOME_OK), 0, 0, 0);
}

int
main(void)
{
#define TEST(f)                                                                \
	cmocka_unit_test_setup_teardown(f, folder_setup, folder_teardown)
	const struct CMUnitTest tests[] = {
		TEST(test_runs), TEST(test_clock), TEST(test_reports),
		TEST(test_chunks),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
