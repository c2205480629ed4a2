/* SPDX-License-Identifier: MIT
 * test_replace: a file that is the old one or the new one. */
#include "publish/replace.h"

#include "support.h"

static void
test_replace(void **state)
{
	struct replacement r = {0};
	struct diags d = {0};
	struct arena a = {0};
	struct stat st;

	(void)state;
	/* None is staged. */
	assert_true(replace_commit(&r, &d));
	replace_drop(&r);
	put_file("x/ids", "old");
	assert_int_equal(chmod("x/ids", 0640), 0);
	assert_true(replace_stage(&r, "x/ids", S("ids"), S("new"), &a, &d));
	check_file("x/ids", "old");
	assert_true(replace_commit(&r, &d));
	check_file("x/ids", "new");
	assert_int_equal(stat("x/ids", &st), 0);
	assert_int_equal(st.st_mode & 07777, 0640);
	check_file("x/.ids.feedmill-new", NULL);
	/* What a killed run left is written over, and what is dropped goes. */
	put_file("x/.ids.feedmill-new", "left behind");
	assert_true(replace_stage(&r, "x/ids", S("ids"), S("3"), &a, &d));
	check_file("x/.ids.feedmill-new", "3");
	replace_drop(&r);
	check_file("x/.ids.feedmill-new", NULL);
	check_file("x/ids", "new");
	/* One that was not there, in the current folder. */
	assert_true(replace_stage(&r, "ids", S("ids"), S(""), &a, &d));
	check_file("ids", NULL);
	assert_true(replace_commit(&r, &d));
	check_file("ids", "");
	arena_free(&a);
	check_diags("reports", &d, "");
}

static void
test_link(void **state)
{
	struct replacement r;
	struct diags d = {0};
	struct arena a = {0};
	struct stat st;

	(void)state;
	put_file("kept/there", "old");
	assert_int_equal(symlink("kept/there", "ids"), 0);
	assert_true(replace_stage(&r, "ids", S("ids"), S("new"), &a, &d));
	assert_true(replace_commit(&r, &d));
	check_file("kept/there", "new");
	assert_int_equal(lstat("ids", &st), 0);
	assert_true(S_ISLNK(st.st_mode));
	arena_free(&a);
}

static void
test_wrong(void **state)
{
	struct replacement r;
	struct diags d = {0};
	struct arena a = {0};

	(void)state;
	assert_false(replace_stage(
	    &r, "none/ids", S("none/ids"), S("x"), &a, &d));
	check_diags("folder", &d, "write-failed 0:0 cannot write: No such "
	    "file or directory");
	replace_drop(&r);
	assert_true(replace_stage(&r, "ids", S("ids"), S("x"), &a, &d));
	assert_int_equal(unlink(".ids.feedmill-new"), 0);
	assert_false(replace_commit(&r, &d));
	check_diags("rename", &d, "write-failed 0:0 cannot rename: No such "
	    "file or directory");
	check_file("ids", NULL);
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
		    test_replace, folder_setup, folder_teardown),
		cmocka_unit_test_setup_teardown(
		    test_link, folder_setup, folder_teardown),
		cmocka_unit_test_setup_teardown(
		    test_wrong, folder_setup, folder_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
