/* SPDX-License-Identifier: MIT
 * test_announce: what a run owes to hubs. */
#include "build/run/announce.h"
#include "publish/publish_codes.h"

#include "blog.h"

#define PINGS ".feedmill/state.db.pings"
#define HUB "http://127.0.0.1:1/"
#define WITH "feeds.hub=" HUB

static enum outcome
build(const char *const *settings, size_t n, bool dry, bool ping,
    struct build_report *report, struct diags *d)
{
	struct build_options o = {
		.site = blog_options(), .dry = dry, .ping = ping};

	unsetenv("http_proxy");
	unsetenv("all_proxy");
	o.site.settings = settings;
	o.site.n_settings = n;
	return build_run(&o, report, d);
}

/* Without the page, of which there would be a note. */
static void
make_blog(void)
{
	blog_make(false);
	unlink("posts/page.md");
}

static const char *const with_hub[] = {WITH,
	"feeds.ping={retries: 0}", "feeds.formats=[atom]",
	"posts.state=none"};

static void
test_owe(void **state)
{
	struct build_report report;
	struct diags d = {0};

	(void)state;
	make_blog();
	assert_int_equal(
	    build(with_hub, 3, true, true, &report, &d), OUTCOME_OK);
	assert_int_equal(access(PINGS, F_OK), -1);
	assert_int_equal(
	    build(with_hub, 3, false, false, &report, &d), OUTCOME_OK);
	check_file(PINGS, "feedmill-pings 2\n"
	    "1 " HUB " https://example.org/feeds/index.atom\n"
	    "2 " HUB " https://example.org/feeds/tags/x.atom\n");
	/* A feed that is the same is not owed again, but it stays owed. */
	put_file("posts/b.md", "---\ntitle: B\ndate: 2011-01-01\n---\nC.\n");
	assert_int_equal(
	    build(with_hub, 3, false, false, &report, &d), OUTCOME_OK);
	check_file(PINGS, "feedmill-pings 3\n"
	    "3 " HUB " https://example.org/feeds/index.atom\n"
	    "2 " HUB " https://example.org/feeds/tags/x.atom\n");
	check_diags("owe", &d, "");
}

/* A file that cannot be used costs the pings of later runs, and nothing
 * else. */
static void
test_no_file(void **state)
{
	struct build_report report;
	struct diags d = {0};

	(void)state;
	make_blog();
	assert_int_equal(
	    build(with_hub, 3, false, false, &report, &d), OUTCOME_OK);
	unlink(PINGS);
	put_file("posts/b.md", "---\ntitle: B\ndate: 2011-01-01\n---\nC.\n");
	put_file(PINGS "/x", "");
	assert_int_equal(
	    build(with_hub, 3, false, true, &report, &d), OUTCOME_OK);
	assert_true(file_has("feeds/index.atom", "C."));
	assert_int_equal(report.pings.owed, 1);
	assert_int_equal(d.first->code, DIAG_PINGS_UNUSABLE);
	assert_int_equal(d.last->code, DIAG_PING_FAILED);
	assert_int_equal(d.counts[DIAG_WARNING], 2);
	diags_free(&d);
}

static void
test_tell(void **state)
{
	struct build_report report;
	struct diags d = {0};

	(void)state;
	make_blog();
	/* Nothing is kept: it is told at once or not at all. */
	assert_int_equal(
	    build(with_hub, 4, false, true, &report, &d), OUTCOME_OK);
	assert_int_equal(report.pings.owed, 2);
	assert_int_equal(d.counts[DIAG_WARNING], 1);
	assert_int_equal(access(PINGS, F_OK), -1);
	diags_free(&d);
	assert_int_equal(
	    build(with_hub, 4, false, true, &report, &d), OUTCOME_OK);
	assert_int_equal(report.pings.owed, 0);
	check_diags("nothing new", &d, "");
	/* No hub. */
	assert_int_equal(
	    build(NULL, 0, false, true, &report, &d), OUTCOME_CONFIG);
	check_diags("no hub", &d, "config-required 0:0 key 'feeds.hub' is "
	    "missing: there is no hub to ping");
	assert_int_equal(
	    build(NULL, 0, false, false, &report, &d), OUTCOME_OK);
	assert_int_equal(access(PINGS, F_OK), -1);
	check_diags("not asked", &d, "");
}

static void
test_path(void **state)
{
	static const struct {
		const char *settings, *want;
	} rows[] = {
		{WITH, PINGS},
		{WITH "\nposts.state=x/a.db", "x/a.db.pings"},
		{WITH "\nposts.state=/x/a.db", "/x/a.db.pings"},
		{WITH "\nposts.state=none", NULL},
		/* It costs nothing where there is no hub. */
		{"", NULL},
	};
	struct arena a = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct config c;
		struct announce n;

		make_config(&c, &a, rows[i].settings);
		announce_open(&n, &c);
		if (rows[i].want)
			assert_string_equal(n.path, rows[i].want);
		else
			assert_null(n.path);
		announce_close(&n);
	}
	arena_free(&a);
}

int
main(void)
{
#define TEST(f)                                                                \
	cmocka_unit_test_setup_teardown(f, folder_setup, folder_teardown)
	const struct CMUnitTest tests[] = {
		TEST(test_owe), TEST(test_no_file), TEST(test_tell),
		TEST(test_path),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
