/* SPDX-License-Identifier: MIT
 * test_owed: what hubs are owed, in memory and in its file. */
#include "publish/owed.h"

#include <signal.h>
#include <sys/resource.h>

#include "support.h"

static str hub_names[] = {S_INIT("https://a.example/"),
	S_INIT("https://b.example/")};
static const struct strs one_hub = {hub_names, 1};
static const struct strs two_hubs = {hub_names, 2};

#define FEED(name, changed) {S_INIT("https://e.org/" name), changed}

/* "3 a x" for each row: serial, and what tells hub and feed apart. */
static void
check_rows(const char *what, const struct owed *o, const char *want)
{
	struct buf b = {0};

	for (size_t i = 0; i < o->count; i++)
		buf_printf(&b, "%s%llu %c %.*s", i ? ", " : "",
		    (unsigned long long)o->rows[i].serial, o->rows[i].hub.ptr[8],
		    STR_ARG(str_from(o->rows[i].topic, 14)));
	check_buf(what, &b, want);
	buf_free(&b);
}

static void
test_merge(void **state)
{
	const struct owed_feed first[] = {
		FEED("x", true), FEED("y", false), FEED("z", true)};
	const struct owed_feed again[] = {FEED("x", true), FEED("y", true),
		FEED("z", false)};
	const struct owed_feed same[] = {
		FEED("x", false), FEED("y", false), FEED("z", false)};
	const struct owed_feed twice[] = {FEED("x", true), FEED("x", true)};
	struct owed o = {0};

	(void)state;
	assert_false(owed_merge(&o, &one_hub, same, 3));
	assert_int_equal(o.last, 0);
	assert_true(owed_merge(&o, &one_hub, first, 3));
	check_rows("new", &o, "1 a x, 2 a z");
	assert_false(owed_merge(&o, &one_hub, same, 3));
	check_rows("same", &o, "1 a x, 2 a z");
	/* What changes again has another serial, in its old place. */
	assert_true(owed_merge(&o, &one_hub, again, 3));
	check_rows("again", &o, "3 a x, 2 a z, 4 a y");
	/* A hub that is new is owed only what changes from then on. */
	assert_true(owed_merge(&o, &two_hubs, first, 1));
	check_rows("two", &o, "5 a x, 6 b x");
	assert_true(owed_merge(&o, &one_hub, same, 3));
	check_rows("one", &o, "5 a x");
	assert_true(owed_merge(&o, &one_hub, same + 1, 2));
	check_rows("gone", &o, "");
	assert_true(owed_merge(&o, &two_hubs, twice, 2));
	check_rows("twice", &o, "9 a x, 10 b x");
	owed_free(&o);
	assert_int_equal(o.count, 0);
}

static void
test_read(void **state)
{
	static const struct {
		const char *text, *rows, *said;
		bool ok;
	} rows[] = {
		{"", "", "", true},
		{"feedmill-pings 7\n", "", "", true},
		{"feedmill-pings 7\n3 https://a.example/ https://e.org/x\n"
		 "5 http://h.b.example/ https://e.org/y\n",
			"3 a x, 5 . y", "", true},
		{"pings 7\n", "", "pings-unusable 1:1 expected 'feedmill-pings "
			"' and a number: another program wrote this file",
			false},
		{"feedmill-pings x\n", "", "pings-unusable 1:1 expected "
			"'feedmill-pings ' and a number: another "
			"program wrote this file", false},
		{"feedmill-pings 99999999999999999999\n", "", "pings-unusable "
			"1:1 expected 'feedmill-pings ' and a number: "
			"another program wrote this file", false},
		/* 18 digits fit, whatever they are. */
		{"feedmill-pings 999999999999999999\n"
		 "999999999999999999 https://a.example/ https://e.org/x\n",
			"999999999999999999 a x", "", true},
		{"feedmill-pings 1000000000000000000\n", "", "pings-unusable "
			"1:1 expected 'feedmill-pings ' and a number: "
			"another program wrote this file", false},
		/* The rest is of use. */
		{"feedmill-pings 7\n1 https://a.example/\n"
		 "2 https://a.example/ /x\nx https://a.example/ https://e.org/\n"
		 "4 https://a.example/ https://e.org/x\n"
		 "5 https://a.example/ https://e.org/x y\n6 a https://e.org/x",
			"4 a x", "pings-unusable 2:1 expected a number, a hub "
			"and a feed; the line is ignored\n"
			"pings-unusable 3:1 expected a number, a hub "
			"and a feed; the line is ignored\n"
			"pings-unusable 4:1 expected a number, a hub "
			"and a feed; the line is ignored\n"
			"pings-unusable 6:1 expected a number, a hub "
			"and a feed; the line is ignored\n"
			"pings-unusable 7:1 expected a number, a hub "
			"and a feed; the line is ignored", true},
	};
	struct owed o = {0};
	struct diags d = {0};

	(void)state;
	assert_true(owed_read(&o, "none/pings", &d));
	check_diags("none", &d, "");
	for (size_t i = 0; i < COUNT(rows); i++) {
		put_file("pings", rows[i].text);
		assert_int_equal(owed_read(&o, "pings", &d), rows[i].ok);
		check_rows(rows[i].text, &o, rows[i].rows);
		check_diags(rows[i].text, &d, rows[i].said);
		owed_free(&o);
	}
	/* Whatever the first line says, no serial is given twice. */
	put_file("pings", "feedmill-pings 1\n"
	    "9 https://a.example/ https://e.org/x\n");
	assert_true(owed_read(&o, "pings", &d));
	assert_int_equal(o.last, 9);
	owed_free(&o);
	assert_false(owed_read(&o, ".", &d));
	check_diags("folder", &d,
	    "pings-unusable 0:0 cannot read it: not a regular file");
}

static void
check_add(const char *path, const struct owed_feed *feeds, size_t n,
    struct diags *d, enum owed_result want)
{
	assert_int_equal(owed_add(path, &one_hub, feeds, n, d), want);
}

static void
test_file(void **state)
{
	const struct owed_feed feeds[] = {
		FEED("x", true), FEED("y", true), FEED("z", false)};
	const struct owed_feed again[] = {
		FEED("x", true), FEED("y", false), FEED("z", false)};
	struct owed o = {0};
	struct diags d = {0};

	(void)state;
	check_add("a/b/pings", feeds, 3, &d, OWED_DONE);
	check_file("a/b/pings", "feedmill-pings 2\n"
	    "1 https://a.example/ https://e.org/x\n"
	    "2 https://a.example/ https://e.org/y\n");
	assert_int_equal(access("a/b/.pings.feedmill-new", F_OK), -1);
	assert_true(owed_read(&o, "a/b/pings", &d));
	assert_int_equal(o.count, 2);
	/* Both are told, but one has changed by then. */
	o.rows[0].is_told = o.rows[1].is_told = true;
	check_add("a/b/pings", again, 3, &d, OWED_DONE);
	assert_true(owed_settle("a/b/pings", &o, &d));
	check_file("a/b/pings", "feedmill-pings 3\n"
	    "3 https://a.example/ https://e.org/x\n");
	owed_free(&o);
	/* Not told: it stays. */
	assert_true(owed_read(&o, "a/b/pings", &d));
	assert_true(owed_settle("a/b/pings", &o, &d));
	o.rows[0].is_told = true;
	assert_true(owed_settle("a/b/pings", &o, &d));
	/* Lines that were dropped are gone once the file is written. */
	put_file("a/b/pings", "feedmill-pings 3\nx\n");
	assert_true(owed_settle("a/b/pings", &o, &d));
	/* The serial is remembered where nothing else is. */
	check_file("a/b/pings", "feedmill-pings 3\n");
	owed_free(&o);
	check_diags("file", &d, "");
}

/* What is none of ours stays as it is. */
static void
test_others(void **state)
{
	const struct owed_feed feeds[] = {FEED("x", true)};
	struct diags d = {0};

	(void)state;
	put_file("mine", "my text");
	check_add("mine", feeds, 1, &d, OWED_FOREIGN);
	assert_false(owed_settle("mine", &(struct owed){0}, &d));
	check_file("mine", "my text");
	assert_int_equal(d.counts[DIAG_WARNING], 2);
	diags_free(&d);
	assert_int_equal(symlink("mine", "link"), 0);
	check_add("link", feeds, 1, &d, OWED_FOREIGN);
	check_add("mine/pings", feeds, 1, &d, OWED_FOREIGN);
	check_file("mine", "my text");
	check_diags("others", &d, "pings-unusable 0:0 cannot open it: Too "
	    "many levels of symbolic links\n"
	    "pings-unusable 0:0 cannot open it: Not a directory");
	/* What is beside it may be anything, too. */
	put_file(".pings.feedmill-new/x", "");
	check_add("pings", feeds, 1, &d, OWED_FOREIGN);
	check_diags("beside", &d,
	    "pings-unusable 0:0 cannot write it: File exists");
	check_file("pings", "");
	assert_int_equal(mkfifo("fifo", 0666), 0);
	check_add("fifo", feeds, 1, &d, OWED_FOREIGN);
	check_diags("fifo", &d,
	    "pings-unusable 0:0 cannot read it: not a regular file");
}

/* An error of the system is one, and the list stays. */
static void
test_system(void **state)
{
	const struct owed_feed feeds[] = {FEED("x", true)};
	struct rlimit old, none = {0, 0};
	struct diags d = {0};

	(void)state;
	put_file("pings", "feedmill-pings 1\n");
	signal(SIGXFSZ, SIG_IGN);
	assert_int_equal(getrlimit(RLIMIT_FSIZE, &old), 0);
	none.rlim_max = old.rlim_max;
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &none), 0);
	check_add("pings", feeds, 1, &d, OWED_FAILED);
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &old), 0);
	check_diags("full", &d,
	    "write-failed 0:0 cannot write it: File too large");
	check_file("pings", "feedmill-pings 1\n");
	check_add("pings", feeds, 1, &d, OWED_DONE);
	check_diags("again", &d, "");
}

int
main(void)
{
#define TEST(f)                                                                \
	cmocka_unit_test_setup_teardown(f, folder_setup, folder_teardown)
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_merge), TEST(test_read),
		TEST(test_file), TEST(test_others),
		TEST(test_system),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
