/* SPDX-License-Identifier: MIT
 * test_ids: runs with a ledger. */
#include "build/site/ids.h"
#include "build/site/site.h"

#include <time.h>

#include "base/core/file.h"
#include "blog.h"
#include "build/codes/build_codes.h"
#include "post/post_codes.h"
#include "publish/publish_codes.h"
#include "build/store/gone.h"

#define LEDGER "ids.ledger=x.ids"

static void
age(void)
{
	nanosleep(&(struct timespec){0, 80 * 1000 * 1000}, NULL);
}

static struct build_report
build_with(const char *setting, enum outcome want, struct diags *diags)
{
	const char *settings[] = {LEDGER, setting};
	/* A ledger that is changed by hand changes ids: the guard has tests of
	 * its own. */
	struct build_options o = {.site = blog_options(),
		.accept_new_ids = true};
	struct build_report report;

	o.site.settings = settings;
	o.site.n_settings = setting ? 2 : 1;
	assert_int_equal(build_run(&o, &report, diags), want);
	return report;
}

static struct build_report
build(void)
{
	struct diags d = {0};
	struct build_report r = build_with(NULL, OUTCOME_OK, &d);

	diags_free(&d);
	return r;
}

/* A change of the ledger makes what it concerns anew, and nothing else. */
static void
test_state(void **state)
{
	struct build_report r;

	(void)state;
	blog_make(false);
	age();
	r = build();
	assert_int_equal(r.files.written, 4);
	assert_true(file_has("x.ids", "\nhttps://example.org/a/\tposts/a.md\n"));
	assert_false(file_has("x.ids", "posts/c.md"));
	r = build();
	assert_int_equal(r.read, 0);
	assert_int_equal(r.files.written, 0);
	put_file("x.ids", "urn:example:a\tposts/a.md\nhttps://example.org/b/\t"
	    "posts/b.md\n");
	r = build();
	assert_int_equal(r.read, 0);
	assert_int_equal(r.files.written, 4);
	assert_true(file_has("feeds/tags/x.atom", "<id>urn:example:a</id>"));
	assert_int_equal(build().files.written, 0);
	/* Its own id is back where the line is not. */
	put_file("x.ids", "");
	assert_int_equal(build().files.written, 4);
	assert_true(file_has("feeds/tags/x.atom",
	    "<id>https://example.org/a/</id>"));
}

static void
test_news_are_said_once(void **state)
{
	struct diags d = {0};

	(void)state;
	blog_make(false);
	age();
	build_with(NULL, OUTCOME_OK, &d);
	assert_int_equal(d.last->code, DIAG_LEDGER_NEW);
	diags_free(&d);
	unlink("posts/a.md");
	put_file("posts/z.md", "---\ntitle: Z\ndate: 2010-02-02\n---\nZ.\n");
	age();
	for (int round = 0; round < 3; round++) {
		size_t n = 0;

		build_with(NULL, OUTCOME_OK, &d);
		for (const struct diag *g = d.first; g; g = g->next)
			n += g->code == DIAG_ID_GONE || g->code == DIAG_ID_NEW;
		assert_int_equal(n, round == 0 ? 2 : 0);
		diags_free(&d);
	}
}

/* What changes while a run goes on is not written over. */
static void
test_changed_meanwhile(void **state)
{
	const char *settings[] = {LEDGER};
	struct site_options o = blog_options();
	struct site s;
	struct diags d = {0};

	(void)state;
	blog_make(false);
	put_file("x.ids", "urn:example:a\tposts/a.md\n");
	o.settings = settings;
	o.n_settings = 1;
	assert_int_equal(site_open(&s, &o), OUTCOME_OK);
	put_file("x.ids", "tag:b\tposts/b.md\n");
	assert_int_equal(ids_stage(&s, &d), OUTCOME_REFUSED);
	check_diags("changed", &d,
	    "ledger-changed 0:0 changed while feedmill was running");
	assert_int_equal(ids_commit(&s, &d), OUTCOME_OK);
	site_close(&s);
	check_file("x.ids", "tag:b\tposts/b.md\n");
	/* Staged and not committed. */
	assert_int_equal(site_open(&s, &o), OUTCOME_OK);
	assert_int_equal(ids_stage(&s, &d), OUTCOME_OK);
	check_file("x.ids", "tag:b\tposts/b.md\n");
	site_close(&s);
	check_file(".x.ids.feedmill-new", NULL);
}

/* A ledger that cannot be written stops the run before anything is. */
static void
test_not_written(void **state)
{
	struct diags d = {0};

	(void)state;
	blog_make(false);
	build_with("ids.ledger=none/x.ids", OUTCOME_WRITE, &d);
	assert_int_equal(d.last->code, DIAG_WRITE_FAILED);
	diags_free(&d);
	assert_int_not_equal(access("feeds/index.atom", F_OK), 0);
	build_with("ids.ledger=none", OUTCOME_OK, &d);
	diags_free(&d);
	assert_int_not_equal(access("x.ids", F_OK), 0);
}

static size_t
count_tombstones(const char *now, const char *setting)
{
	const char *settings[] = {LEDGER, "feeds.tombstones=2d", setting};
	struct build_options o = {.site = blog_options()};
	struct build_report report;
	struct diags d = {0};
	struct buf b = {0};
	size_t n = 0;

	o.site.settings = settings;
	o.site.n_settings = setting ? 3 : 2;
	o.site.now = at(now);
	assert_int_equal(build_run(&o, &report, &d), OUTCOME_OK);
	diags_free(&d);
	assert_true(file_read(&b, "feeds/index.atom", 1 << 20));
	for (str rest = buf_str(&b); (rest = str_from(rest, str_find(
	    rest, S("<at:deleted-entry")))).len; rest = str_from(rest, 1))
		n++;
	buf_free(&b);
	return n;
}

/* They fall with the clock, also where nothing else is new. */
static void
test_tombstones(void **state)
{
	(void)state;
	blog_make(false);
	age();
	assert_int_equal(count_tombstones("2020-01-01", NULL), 0);
	unlink("posts/a.md");
	assert_int_equal(count_tombstones("2020-01-02", NULL), 1);
	assert_true(file_has("feeds/index.atom",
	    "ref=\"https://example.org/a/\" when=\"2020-01-02T00:00:00Z\""));
	assert_false(file_has("feeds/index.rss", "example.org/a/"));
	assert_int_equal(count_tombstones("2020-01-03 23:59:59", NULL), 1);
	assert_int_equal(count_tombstones("2020-01-04", NULL), 0);
	assert_int_equal(count_tombstones("2020-01-03", NULL), 1);
	assert_int_equal(
	    count_tombstones("2020-01-03", "feeds.tombstones=off"), 0);
	assert_int_equal(
	    count_tombstones("2020-01-08", "feeds.tombstones=1w"), 1);
	assert_int_equal(
	    count_tombstones("2020-01-09", "feeds.tombstones=1w"), 0);
	put_file("posts/a.md", "---\ntitle: A\ndate: 2010-01-01\n---\nA.\n");
	assert_int_equal(
	    count_tombstones("2020-01-09", "feeds.tombstones=48h"), 0);
	assert_false(file_has("x.ids", "gone="));
}

static void
test_gone(void **state)
{
	struct arena a = {0};
	struct found left[] = {{.path = S_INIT("posts/0.md")},
		{.path = S_INIT("posts/b.md")},
		{.path = S_INIT("posts/new.md")}};
	struct post_walk scan = {.files = left, .count = COUNT(left)};
	struct ledger_gone *gone;
	size_t n;

	(void)state;
	blog_make(false);
	build();
	gone = gone_find(".feedmill/state.db", &scan, &a, &n);
	assert_int_equal(n, 3);
	check_str("path", gone[0].path, "posts/a.md");
	check_str("url", gone[0].url, "https://example.org/a/");
	check_str("path", gone[1].path, "posts/c.md");
	check_str("path", gone[2].path, "posts/page.md");
	scan.count = 0;
	gone_find(".feedmill/state.db", &scan, &a, &n);
	assert_int_equal(n, 4);
	put_file("garbage.db", "garbage");
	gone_find("garbage.db", &scan, &a, &n);
	assert_int_equal(n, 0);
	gone_find("none.db", &scan, &a, &n);
	assert_int_equal(n, 0);
	arena_free(&a);
}

#define IN_FOLDER(test) \
	cmocka_unit_test_setup_teardown(test, folder_setup, folder_teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		IN_FOLDER(test_state),
		IN_FOLDER(test_news_are_said_once),
		IN_FOLDER(test_changed_meanwhile),
		IN_FOLDER(test_not_written),
		IN_FOLDER(test_tombstones),
		IN_FOLDER(test_gone),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
