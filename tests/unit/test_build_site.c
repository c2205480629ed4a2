/* SPDX-License-Identifier: MIT
 * test_build_site: config, posts and plan, and the guards before them. */
#include "build/codes/build_codes.h"
#include "config/config_codes.h"
#include "post/post_codes.h"
#include "build/site/site.h"

#include "blog.h"

static void
test_open(void **state)
{
	struct site_options o = blog_options();
	struct diags d = {0};
	size_t counts[SKIP_COUNT];
	struct site s;

	(void)state;
	blog_make(true);
	for (o.threads = 0; o.threads < 5; o.threads += 2) {
		assert_int_equal(site_open(&s, &o), OUTCOME_POSTS);
		assert_int_equal(s.n_posts, 5);
		check_str("first", s.posts[0].path, "posts/a.md");
		check_str("last", s.posts[4].path, "posts/page.md");
		assert_int_equal(s.plan.n_posts, 2);
		assert_int_equal(s.plan.n_feeds, 2);
		site_survey(&s, counts);
		assert_int_equal(counts[SKIP_NONE], 2);
		assert_int_equal(counts[SKIP_DRAFT], 1);
		assert_int_equal(counts[SKIP_UNDATED], 1);
		assert_int_equal(counts[SKIP_ERROR], 1);
		assert_int_equal(counts[SKIP_FUTURE], 0);
		site_take_diags(&s, &d);
		check_diags("site", &d, "date-unreadable 3:7 date "
		    "'2010-13-01' has no month 13\nundated 0:0 no date: it "
		    "is a page, and in no feed");
		site_close(&s);
	}
	unlink("posts/d.md");
	assert_int_equal(site_open(&s, &o), OUTCOME_OK);
	site_close(&s);
}

static const struct {
	const char *setting;
	enum outcome outcome;
	diag_code code;
} rows[] = {
	{"posts.permalink=/:nope/", OUTCOME_CONFIG, DIAG_PERMALINK_TOKEN},
	{"posts.id=x", OUTCOME_CONFIG, DIAG_CONFIG_VALUE},
	{"posts.folders=none", OUTCOME_CONFIG, DIAG_CONFIG_FOLDER},
	{"posts.folders=empty", OUTCOME_OK, DIAG_NO_FILES},
	{"posts.folders=undated", OUTCOME_POSTS, DIAG_NO_POSTS},
	{"feeds.main.path=../x", OUTCOME_CONFIG, DIAG_CONFIG_VALUE},
	{"site.titel=x", OUTCOME_CONFIG, DIAG_CONFIG_KEY},
	{"posts.folders=bad", OUTCOME_REFUSED, DIAG_WOULD_EMPTY},
};

static void
test_guards(void **state)
{
	struct site_options o = blog_options();

	(void)state;
	blog_make(false);
	mkdir("empty", 0777);
	put_file("undated/a.md", "---\ntitle: A\n---\n");
	put_file("bad/a.md", "---\ndate: x\n---\n");
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct site s;
		struct diags d = {0};

		o.settings = &rows[i].setting;
		o.n_settings = 1;
		assert_int_equal(site_open(&s, &o), rows[i].outcome);
		site_take_diags(&s, &d);
		assert_int_equal(d.first->code, rows[i].code);
		site_close(&s);
		diags_free(&d);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
		    test_open, folder_setup, folder_teardown),
		cmocka_unit_test_setup_teardown(
		    test_guards, folder_setup, folder_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
