/* SPDX-License-Identifier: MIT
 * test_feedmill: the public interface. */
#include <feedmill.h>

#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <sys/wait.h>

#include "base/core/version.h"
#include "blog.h"

static void
add_finding(void *ctx, const struct feedmill_finding *f)
{
	assert_true(strlen(f->help) > 0);
	buf_printf(ctx, "%d %s %s:%d:%d %s\n", (int)f->level, f->code,
	    f->file, f->line, f->column, f->message);
}

static void
test_build(void **state)
{
	struct buf b = {0};
	struct feedmill_options o = {
		.report = add_finding, .ctx = &b, .now = 1577836800};

	(void)state;
	assert_string_equal(feedmill_version(), FEEDMILL_VERSION);
	assert_int_equal(feedmill_build(&o), FEEDMILL_CONFIG);
	check_buf("none", &b, "2 config-missing :0:0 cannot read config "
	    "'feedmill.yaml': No such file or directory; feedmill init "
	    "writes one\n");
	blog_make(true);
	o.dry = 1;
	assert_int_equal(feedmill_build(&o), FEEDMILL_POSTS);
	assert_int_equal(access("feeds", F_OK), -1);
	buf_reset(&b);
	o.dry = 0;
	o.threads = 1;
	assert_int_equal(feedmill_build(&o), FEEDMILL_POSTS);
	check_buf("findings", &b,
	    "2 date-unreadable posts/d.md:3:7 date '2010-13-01' has no month "
	    "13\n0 undated posts/page.md:0:0 no date: it is a page, and in no "
	    "feed\n");
	assert_true(file_has("feeds/index.atom", "<title>B</title>"));
	/* Without a report, by another config, at another time. */
	assert_int_equal(rename("feedmill.yaml", "x.yaml"), 0);
	unlink("posts/d.md");
	o = (struct feedmill_options){.config = "x.yaml", .folder = "out",
		.now = 1270000000, .n_settings = 1,
		.settings = (const char *const[]){"feeds.formats=rss"}};
	assert_int_equal(feedmill_build(&o), FEEDMILL_OK);
	assert_true(file_has("out/index.rss", "<title>A</title>"));
	assert_false(file_has("out/index.rss", "<title>B</title>"));
	assert_int_equal(access("out/index.atom", F_OK), -1);
	buf_free(&b);
}

static void
add_cited(void *ctx, const struct feedmill_finding *f)
{
	add_finding(ctx, f);
	buf_printf(ctx, "    %s\n", f->reference);
}

static void
test_validate(void **state)
{
	static const char text[] = "<?xml version='1.0' encoding='utf-8'?>\n"
	    "<opml version='2.0'>é<head/><body><outline text='x'/></body>"
	    "</opml>";
	struct buf b = {0};
	struct feedmill_validate_options o = {
		.name = "a.opml", .report = add_cited, .ctx = &b};

	(void)state;
	assert_int_equal(feedmill_validate(text, sizeof text - 1, &o),
	    FEEDMILL_INVALID);
	check_buf("findings", &b, "2 unexpected-text a.opml:2:21 <opml> may "
	    "not have text, but has 'é'\n    OPML 2.0 opml\n");
	o.n_ignored = 1;
	o.ignored = (const char *const[]){"unexpected-text"};
	assert_int_equal(feedmill_validate(text, sizeof text - 1, &o),
	    FEEDMILL_VALID);
	check_buf("ignored", &b, "");
	o.ignored = (const char *const[]){"no-such-code"};
	assert_int_equal(feedmill_validate(text, sizeof text - 1, &o),
	    FEEDMILL_NO_VERDICT);
	/* Nobody listens, and there is nothing. */
	o = (struct feedmill_validate_options){0};
	assert_int_equal(feedmill_validate(NULL, 0, &o), FEEDMILL_INVALID);
	buf_free(&b);
}

/* ---- in a host ---- */

static volatile sig_atomic_t children; /* that ended */

static void
count_child(int number)
{
	(void)number;
	children++;
}

/* A thread of the host: it allocates and uses libxml2 all the time. */
static void *
judge_always(void *stop)
{
	static const char feed[] = "<rss version='2.0'><channel/></rss>";
	struct feedmill_validate_options o = {.name = "feed"};

	while (!atomic_load((atomic_bool *)stop))
		if (feedmill_validate(feed, sizeof feed - 1, &o) !=
		    FEEDMILL_INVALID)
			return stop;
	return NULL;
}

static size_t
build_often(size_t times, bool isolate)
{
	struct feedmill_options o = {.now = 1577836800, .isolate = isolate,
		.n_settings = 1,
		.settings = (const char *const[]){"posts.state=none"}};
	size_t wrong = 0;

	for (size_t i = 0; i < times; i++)
		wrong += feedmill_build(&o) != FEEDMILL_OK;
	return wrong;
}

/* Two hundred builds in a program with four threads, a handler of SIGCHLD and
 * a child of its own, which no build may take away. */
static void
test_host(void **state)
{
	enum { THREADS = 4 };
	const char *isolation = getenv("FEEDMILL_ISOLATION");
	pthread_t threads[THREADS];
	atomic_bool stop = false;
	void *failed;
	pid_t child;

	(void)state;
	blog_make(false);
	/* More than plain keys, for the other libraries. */
	put_file("posts/t.md", "+++\ntitle = 'T'\ndate = 2011-01-01\n+++\n");
	put_file("posts/y.md", "---\n{title: Y, date: 2011-01-01}\n---\nY\n");
	signal(SIGCHLD, count_child);
	child = fork();
	if (child == 0) {
		pause();
		_exit(0);
	}
	for (int i = 0; i < THREADS; i++)
		assert_int_equal(pthread_create(
		    &threads[i], NULL, judge_always, &stop), 0);
	assert_int_equal(build_often(150, false), 0);
	assert_int_equal(children, 0);
	if (isolation == NULL)
		assert_int_equal(build_often(50, true), 0);
	atomic_store(&stop, true);
	for (int i = 0; i < THREADS; i++) {
		pthread_join(threads[i], &failed);
		assert_null(failed);
	}
	assert_int_equal(children > 0, isolation == NULL);
	assert_int_equal(kill(child, SIGKILL), 0);
	assert_int_equal(waitpid(child, NULL, 0), child);
	assert_true(file_has("feeds/index.atom", "<title>Y</title>"));
	signal(SIGCHLD, SIG_DFL);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
		    test_build, folder_setup, folder_teardown),
		cmocka_unit_test(test_validate),
		cmocka_unit_test_setup_teardown(
		    test_host, folder_setup, folder_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
