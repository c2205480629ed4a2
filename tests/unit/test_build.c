/* SPDX-License-Identifier: MIT
 * test_build: whole runs, and what they leave behind. */
#include "build/run/build.h"
#include "config/config_codes.h"

#include "blog.h"

static struct build_report report;

static enum outcome
run(const struct build_options *o, struct diags *d)
{
	diags_free(d);
	return build_run(o, &report, d);
}

static void
add_path(void *ctx, str path)
{
	buf_printf(ctx, "%.*s ", STR_ARG(path));
}

static void
test_run(void **state)
{
	struct buf paths = {0};
	struct build_options o = {
		.site = blog_options(), .changed = add_path, .ctx = &paths};
	struct diags d = {0};

	(void)state;
	blog_make(false);
	o.dry = true;
	assert_int_equal(run(&o, &d), OUTCOME_OK);
	assert_int_equal(report.files.written, 4);
	assert_int_equal(access("feeds", F_OK), -1);
	buf_reset(&paths);
	o.dry = false;
	assert_int_equal(run(&o, &d), OUTCOME_OK);
	check_buf("paths", &paths,
	    "index.atom index.rss tags/x.atom tags/x.rss ");
	assert_int_equal(report.posts, 4);
	assert_int_equal(report.skipped[SKIP_NONE], 2);
	assert_int_equal(report.skipped[SKIP_DRAFT], 1);
	assert_int_equal(report.feeds, 2);
	assert_int_equal(report.files.written, 4);
	assert_true(file_has("feeds/index.atom", "Text of a."));
	assert_true(file_has("feeds/tags/x.rss", "Text of a."));
	assert_false(file_has("feeds/tags/x.rss", "<title>B</title>"));
	assert_false(file_has("feeds/index.rss", "<title>C</title>"));
	/* Again: nothing to do. */
	assert_int_equal(run(&o, &d), OUTCOME_OK);
	check_buf("paths", &paths, "");
	assert_int_equal(report.files.written, 0);
	assert_int_equal(report.files.unchanged, 4);
	/* The term is gone: its feeds are reported, then pruned. */
	put_file("posts/a.md", "---\ntitle: A\ndate: 2010-01-01\n---\n1\n");
	assert_int_equal(run(&o, &d), OUTCOME_OK);
	assert_int_equal(report.files.stale, 2);
	assert_int_equal(d.counts[DIAG_WARNING], 2);
	o.strict = true;
	assert_int_equal(run(&o, &d), OUTCOME_POSTS);
	o.strict = false;
	o.site.settings = (const char *const[]){"feeds.prune=true"};
	o.site.n_settings = 1;
	assert_int_equal(run(&o, &d), OUTCOME_OK);
	assert_int_equal(report.files.removed, 2);
	assert_int_equal(access("feeds/tags/x.rss", F_OK), -1);
	/* Instead of feeds.folder. */
	o.folder = "other";
	assert_int_equal(run(&o, &d), OUTCOME_OK);
	assert_true(file_has("other/index.atom", "<title>A</title>"));
	diags_free(&d);
	buf_free(&paths);
}

/* One bad post costs one post; the rest of what goes wrong writes nothing. */
static void
test_errors(void **state)
{
	struct build_options o = {.site = blog_options()};
	struct diags d = {0};

	(void)state;
	blog_make(true);
	put_file("feeds", "in the way");
	assert_int_equal(run(&o, &d), OUTCOME_WRITE);
	check_file("feeds", "in the way");
	unlink("feeds");
	assert_int_equal(run(&o, &d), OUTCOME_POSTS);
	assert_int_equal(report.skipped[SKIP_ERROR], 1);
	assert_true(file_has("feeds/index.atom", "<title>B</title>"));
	o.site.settings = (const char *const[]){"feeds.limit=x"};
	o.site.n_settings = 1;
	assert_int_equal(run(&o, &d), OUTCOME_CONFIG);
	o.site.n_settings = 0;
	put_file("posts/a.md", "---\ndate: x\n---\n");
	put_file("posts/b.md", "---\ndate: x\n---\n");
	assert_int_equal(run(&o, &d), OUTCOME_REFUSED);
	assert_true(file_has("feeds/index.atom", "<title>B</title>"));
	unlink("feedmill.yaml");
	assert_int_equal(run(&o, &d), OUTCOME_CONFIG);
	assert_int_equal(d.first->code, DIAG_CONFIG_MISSING);
	assert_true(file_has("feeds/index.atom", "<title>B</title>"));
	diags_free(&d);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
		    test_run, folder_setup, folder_teardown),
		cmocka_unit_test_setup_teardown(
		    test_errors, folder_setup, folder_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
