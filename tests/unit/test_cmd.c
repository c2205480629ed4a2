/* SPDX-License-Identifier: MIT
 * test_cmd: the commands, from their words to what they print. */
#include "cli/command.h"
#include "base/data/data_codes.h"
#include "config/config_codes.h"
#include "generators/generator_codes.h"

#include <fcntl.h>

#include "blog.h"

/* Runs a command line, and puts what it prints into `out`. */
static enum outcome
run(struct buf *out, struct diags *d, int argc, const char *const *argv)
{
	struct arena a = {0};
	struct options o;
	enum outcome outcome;
	int kept = dup(STDOUT_FILENO);
	int fd = open("said", O_RDWR | O_CREAT | O_TRUNC, 0600);
	ssize_t n;

	buf_reset(out);
	diags_free(d);
	assert_true(options_parse(&o, argc, (char **)argv, &a, d));
	fflush(stdout);
	dup2(fd, STDOUT_FILENO);
	outcome = o.command->run(&o, d);
	fflush(stdout);
	dup2(kept, STDOUT_FILENO);
	close(kept);
	n = pread(fd, buf_reserve(out, 65536), 65536, 0);
	out->len = n > 0 ? (size_t)n : 0;
	close(fd);
	arena_free(&a);
	return outcome;
}

#define RUN(...)                                                               \
	run(&out, &d,                                                          \
	    (int)(sizeof((const char *[]){"feedmill", __VA_ARGS__}) /          \
		sizeof(const char *)),                                         \
	    (const char *[]){"feedmill", __VA_ARGS__})

static bool
said(const struct buf *out, const char *text)
{
	return str_find(buf_str(out), str_of(text)) != STR_NONE;
}

static void
test_list(void **state)
{
	struct buf out = {0};
	struct diags d = {0};

	(void)state;
	blog_make(true);
	assert_int_equal(RUN("list", "--json", "--now", "2020-01-01"),
	    OUTCOME_POSTS);
	assert_true(said(&out, "\"path\": \"posts/a.md\""));
	assert_true(said(&out, "\"date\": \"2010-01-01T00:00:00Z\""));
	assert_true(said(&out, "\"skipped\": \"draft\""));
	assert_true(said(&out, "\"skipped\": \"undated\""));
	assert_true(said(&out, "\"skipped\": \"error\""));
	assert_true(said(&out, "\"path\": \"feeds/tags/x.atom\""));
	assert_true(said(&out, "\"entries\": 2"));
	/* The newest is first, and what has no date last. */
	assert_true(str_find(buf_str(&out), S("posts/c.md")) <
	    str_find(buf_str(&out), S("posts/b.md")));
	assert_true(str_find(buf_str(&out), S("posts/b.md")) <
	    str_find(buf_str(&out), S("posts/page.md")));
	assert_int_equal(RUN("list", "--now", "2020-01-01"), OUTCOME_POSTS);
	assert_true(said(&out, "https://example.org/feeds/index.rss"));
	assert_int_equal(access("feeds", F_OK), -1);
	diags_free(&d);
	buf_free(&out);
}

static void
test_build(void **state)
{
	struct buf out = {0};
	struct diags d = {0};

	(void)state;
	blog_make(false);
	assert_int_equal(RUN("-n", "--now", "2020-01-01"), OUTCOME_OK);
	check_buf("dry", &out, "index.atom\nindex.rss\ntags/x.atom\n"
	    "tags/x.rss\nfeedmill: 2 feeds of 2 posts (1 undated, 1 draft "
	    "left out): 4 files would be written, 0 unchanged\n");
	assert_int_equal(RUN("check", "--now", "2020-01-01"), OUTCOME_OK);
	assert_int_equal(access("feeds", F_OK), -1);
	/* Cron would mail whatever is said. */
	assert_int_equal(RUN("build", "--now", "2020-01-01"), OUTCOME_OK);
	check_buf("silent", &out, "");
	assert_true(file_has("feeds/index.atom", "Text of a."));
	diags_free(&d);
	buf_free(&out);
}

static void
test_init(void **state)
{
	struct buf out = {0};
	struct diags d = {0};

	(void)state;
	put_file("plain/posts/2024-01-02-a.md", "Text.\n");
	assert_int_equal(RUN("init", "--url", "no address", "plain"),
	    OUTCOME_CONFIG);
	assert_int_equal(d.first->code, DIAG_USAGE);
	assert_int_equal(RUN("init", "--url", "https://p.example", "--title",
	    "P", "plain"), OUTCOME_OK);
	assert_true(file_has("plain/feedmill.yaml", "dialect: plain"));
	assert_true(file_has("plain/feedmill.yaml", "folders: [posts]"));
	put_file("s/hugo.toml", "baseURL = 'https://h.example/'\n"
	    "title = 'H'\n");
	put_file("s/content/a.md", "---\ntitle: A\n---\n");
	assert_int_equal(RUN("init", "-n", "s"), OUTCOME_OK);
	assert_true(said(&out, "url: https://h.example/"));
	assert_int_equal(access("s/feedmill.yaml", F_OK), -1);
	assert_int_equal(RUN("init", "s"), OUTCOME_OK);
	assert_true(file_has("s/feedmill.yaml", "dialect: hugo"));
	assert_int_equal(RUN("init", "s"), OUTCOME_CONFIG);
	assert_int_equal(d.first->code, DIAG_CONFIG_EXISTS);
	diags_free(&d);
	buf_free(&out);
}

#define GOOD "<?xml version='1.0' encoding='utf-8'?><opml version='2.0'>" \
	"<head/><body><outline text='x'/></body></opml>"

static void
test_validate(void **state)
{
	struct buf out = {0};
	struct diags d = {0};

	(void)state;
	assert_int_equal(RUN("validate"), OUTCOME_CONFIG);
	assert_int_equal(d.first->code, DIAG_USAGE);
	put_file("d/a.opml", GOOD);
	put_file("d/e/b.xml", "<opml version='2.0'/>");
	put_file("d/e/c.txt", "no feed");
	assert_int_equal(RUN("validate", "d/a.opml"), OUTCOME_OK);
	check_buf("good", &out, "d/a.opml: OPML 2.0, 1 entry: valid\n");
	assert_int_equal(RUN("validate", "-q", "d"), OUTCOME_POSTS);
	check_buf("quiet", &out, "");
	assert_int_equal(d.counts[DIAG_ERROR], 2);
	check_str("file", d.first->file, "d/e/b.xml");
	assert_int_equal(RUN("validate", "--ignore", "missing-element", "d"),
	    OUTCOME_OK);
	assert_int_equal(RUN("validate", "--ignore", "missing-element",
	    "--strict", "d"), OUTCOME_OK);
	assert_int_equal(RUN("validate", "d/e/none", "d/a.opml"),
	    OUTCOME_CONFIG);
	assert_int_equal(d.first->code, DIAG_FILE_UNREADABLE);
	/* What goes to other programs is printed, and not reported. */
	assert_int_equal(RUN("validate", "--json", "d"), OUTCOME_POSTS);
	assert_true(said(&out, "\"code\": \"missing-element\""));
	assert_null(d.first);
	assert_int_equal(RUN("validate", "--explain", "blank"), OUTCOME_OK);
	assert_true(said(&out, "blank: warning, applies to all\n"));
	diags_free(&d);
	buf_free(&out);
}

static void
test_help(void **state)
{
	struct buf out = {0};
	struct diags d = {0};

	(void)state;
	assert_int_equal(RUN("help"), OUTCOME_OK);
	assert_true(said(&out, "usage: feedmill [COMMAND]"));
	assert_int_equal(RUN("help", "ping"), OUTCOME_OK);
	assert_true(said(&out, "usage: feedmill ping "));
	assert_int_equal(RUN("help", "pign"), OUTCOME_CONFIG);
	check_buf("nothing", &out, "");
	check_str("near", d.first->message,
	    "unknown command 'pign', did you mean 'ping'?");
	diags_free(&d);
	buf_free(&out);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
		    test_list, folder_setup, folder_teardown),
		cmocka_unit_test_setup_teardown(
		    test_build, folder_setup, folder_teardown),
		cmocka_unit_test_setup_teardown(
		    test_init, folder_setup, folder_teardown),
		cmocka_unit_test_setup_teardown(
		    test_validate, folder_setup, folder_teardown),
		cmocka_unit_test_setup_teardown(
		    test_help, folder_setup, folder_teardown),
	};

	/* A build gives away rights of this process, which later tests need. */
	setenv("FEEDMILL_ISOLATION", "off", 1);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
