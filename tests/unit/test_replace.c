/* SPDX-License-Identifier: MIT
 * test_replace: a file that is the old one or the new one. */
#include "publish/replace.h"

#include <errno.h>

#include "support.h"

static void
test_replace(void **state)
{
	struct replacement r = {0};
	struct arena a = {0};
	struct stat st;

	(void)state;
	/* None is staged. */
	assert_true(replace_commit(&r));
	replace_drop(&r);
	put_file("x/ids", "old");
	assert_int_equal(chmod("x/ids", 0640), 0);
	assert_true(replace_stage(&r, "x/ids", S("new"), &a));
	check_file("x/ids", "old");
	assert_true(replace_commit(&r));
	check_file("x/ids", "new");
	assert_int_equal(stat("x/ids", &st), 0);
	assert_int_equal(st.st_mode & 07777, 0640);
	check_file("x/.ids.feedmill-new", NULL);
	/* What a killed run left is written over, and what is dropped goes. */
	put_file("x/.ids.feedmill-new", "left behind");
	assert_true(replace_stage(&r, "x/ids", S("3"), &a));
	check_file("x/.ids.feedmill-new", "3");
	replace_drop(&r);
	check_file("x/.ids.feedmill-new", NULL);
	check_file("x/ids", "new");
	/* One that was not there, in the current folder. */
	assert_true(replace_stage(&r, "ids", S(""), &a));
	check_file("ids", NULL);
	assert_true(replace_commit(&r));
	check_file("ids", "");
	arena_free(&a);
}

/* replace_clean removes the temporary file of a killed run, also beside the
 * target of a link, and nothing else. */
static void
test_clean(void **state)
{
	(void)state;
	assert_false(replace_was_killed("ids"));
	replace_clean("ids");
	put_file("kept/.ids.feedmill-new", "left behind");
	put_file("kept/ids", "old");
	assert_int_equal(symlink("kept/ids", "ids"), 0);
	put_file(".ids.feedmill-new", "of another file");
	assert_true(replace_was_killed("ids"));
	replace_clean("ids");
	assert_false(replace_was_killed("ids"));
	check_file("kept/.ids.feedmill-new", NULL);
	check_file(".ids.feedmill-new", "of another file");
	assert_int_equal(mkdir("kept/.ids.feedmill-new", 0777), 0);
	assert_false(replace_was_killed("ids"));
	replace_clean("ids");
	assert_int_equal(rmdir("kept/.ids.feedmill-new"), 0);
	assert_int_equal(symlink("ids", "kept/.ids.feedmill-new"), 0);
	assert_false(replace_was_killed("ids"));
	check_file("kept/ids", "old");
}

static void
test_link(void **state)
{
	struct replacement r;
	struct arena a = {0};
	struct stat st;

	(void)state;
	put_file("kept/there", "old");
	assert_int_equal(symlink("kept/there", "ids"), 0);
	assert_true(replace_stage(&r, "ids", S("new"), &a));
	assert_true(replace_commit(&r));
	check_file("kept/there", "new");
	assert_int_equal(lstat("ids", &st), 0);
	assert_true(S_ISLNK(st.st_mode));
	arena_free(&a);
}

static void
test_wrong(void **state)
{
	struct replacement r;
	struct arena a = {0};

	(void)state;
	assert_false(replace_stage(&r, "none/ids", S("x"), &a));
	assert_int_equal(errno, ENOENT);
	replace_drop(&r);
	assert_true(replace_stage(&r, "ids", S("x"), &a));
	assert_int_equal(unlink(".ids.feedmill-new"), 0);
	assert_false(replace_commit(&r));
	assert_int_equal(errno, ENOENT);
	check_file("ids", NULL);
	/* The disk of a link may not be mounted. */
	assert_int_equal(symlink("away/ids", "link"), 0);
	assert_false(replace_stage(&r, "link", S("x"), &a));
	assert_int_equal(errno, ENOENT);
	replace_drop(&r);
	assert_int_equal(symlink("loop", "loop"), 0);
	assert_false(replace_stage(&r, "loop", S("x"), &a));
	assert_int_equal(errno, ELOOP);
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
		    test_replace, folder_setup, folder_teardown),
		cmocka_unit_test_setup_teardown(
		    test_clean, folder_setup, folder_teardown),
		cmocka_unit_test_setup_teardown(
		    test_link, folder_setup, folder_teardown),
		cmocka_unit_test_setup_teardown(
		    test_wrong, folder_setup, folder_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
