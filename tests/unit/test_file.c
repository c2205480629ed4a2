/* SPDX-License-Identifier: MIT
 * test_file: whole files and paths. */
#include "base/core/file.h"

#include <errno.h>
#include <fcntl.h>

#include "support.h"

static void
test_join(void **state)
{
	static const char *const rows[][3] = {
		{"a", "b", "a/b"}, {"a/", "b", "a/b"}, {"", "b", "b"},
		{".", "b", "b"}, {"a", "/b", "/b"}, {"/", "b", "/b"},
		{"..", "b", "../b"}, {"a/b", "c/d", "a/b/c/d"},
	};
	struct arena a = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		str s = path_join(&a, str_of(rows[i][0]), str_of(rows[i][1]));

		check_str("join", s, rows[i][2]);
		assert_int_equal(s.ptr[s.len], '\0');
	}
	arena_free(&a);
}

static void
test_clean(void **state)
{
	static const char *const rows[][2] = {
		{"", ""}, {".", ""}, {"./", ""}, {"a", "a"}, {"a/", "a"},
		{"./a", "a"}, {"a//b", "a/b"}, {"a/./b/.", "a/b"},
		{"a/..", ""}, {"a/../b", "b"}, {"a/b/..", "a"},
		{"a/b/../..", ""}, {"..", ".."}, {"../..", "../.."},
		{"../a", "../a"}, {"../a/..", ".."}, {"../a/../..", "../.."},
		{"a/../..", ".."}, {"a/../../b", "../b"}, {"/", "/"},
		{"//", "/"}, {"/..", "/"}, {"/../a", "/a"}, {"/a/..", "/"},
		{"/a/b/../c/", "/a/c"}, {"...", "..."}, {".a/..b", ".a/..b"},
	};
	struct arena a = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		check_str(rows[i][0], path_clean(&a, str_of(rows[i][0])),
		    rows[i][1]);
	arena_free(&a);
}

static void
test_parts(void **state)
{
	static const char *const rows[][3] = {
		{"a/b/c", "a/b", "c"}, {"a", "", "a"}, {"", "", ""},
		{"a/", "a", ""}, {"../a", "..", "a"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		check_str("dir", path_dir(str_of(rows[i][0])), rows[i][1]);
		check_str("base", path_base(str_of(rows[i][0])), rows[i][2]);
	}
	check_str("base", path_base(S("/a")), "a");
}

static void
test_read(void **state)
{
	struct buf b = {0}, big = {0};

	(void)state;
	put_bytes("a", S("x\0\xFFy"));
	buf_add(&b, S("<"));
	assert_true(file_read(&b, "a", 4));
	assert_int_equal(b.len, 5);
	assert_memory_equal(b.ptr, "<x\0\xFFy", 5);
	buf_reset(&b);

	put_file("empty", "");
	assert_true(file_read(&b, "empty", 0));
	assert_int_equal(b.len, 0);

	for (int i = 0; i < 100000; i++)
		buf_addc(&big, (char)i);
	put_bytes("big", buf_str(&big));
	assert_true(file_read(&b, "big", 100000));
	assert_true(str_eq(buf_str(&b), buf_str(&big)));
	buf_free(&b);
	buf_free(&big);
}

static void
check_errno(const char *path, size_t most, int want)
{
	struct buf b = {0};

	errno = 0;
	assert_false(file_read(&b, path, most));
	assert_int_equal(errno, want);
	buf_free(&b);
}

static void
test_write(void **state)
{
	static char bytes[300000];
	struct buf b = {0};
	int fd = open("written", O_WRONLY | O_CREAT | O_TRUNC, 0600);

	(void)state;
	memset(bytes, 'x', sizeof bytes);
	assert_true(file_write(fd, (str){bytes, sizeof bytes}));
	assert_true(file_write(fd, S("")));
	close(fd);
	assert_true(file_read(&b, "written", sizeof bytes));
	assert_true(str_eq(buf_str(&b), (str){bytes, sizeof bytes}));
	buf_free(&b);
	fd = open("written", O_RDONLY);
	assert_false(file_write(fd, S("x")));
	assert_int_equal(errno, EBADF);
	close(fd);
}

static void
test_look(void **state)
{
	const struct stamp none = {0};

	(void)state;
	put_file("a", "abcd");
	assert_int_equal(symlink("loop", "loop"), 0);
	assert_int_equal(file_look("a").size, 4);
	assert_true(stamp_eq(file_look("a"), file_look("a")));
	assert_true(stamp_eq(file_look("none"), none));
	assert_true(stamp_eq(file_look("a/b"), none));
	/* The system cannot tell: nothing is equal to that. */
	assert_true(stamp_is_unknown(file_look("loop")));
	assert_false(stamp_eq(file_look("loop"), none));
	assert_false(stamp_eq(stamp_unknown, stamp_unknown));
}

static void
test_read_fails(void **state)
{
	(void)state;
	put_file("a", "abcd");
	assert_int_equal(mkfifo("fifo", 0666), 0);
	assert_int_equal(symlink("loop", "loop"), 0);
	check_errno("a", 3, EFBIG);
	check_errno("a", 0, EFBIG);
	check_errno("none", 9, ENOENT);
	check_errno("a/b", 9, ENOTDIR);
	check_errno(".", 9, EINVAL);
	check_errno("fifo", 9, EINVAL);
	check_errno("/dev/zero", 9, EINVAL);
	check_errno("loop", 9, ELOOP);
	/* The size of these is known no sooner than at their end. */
	check_errno("/proc/self/status", 9, EFBIG);
}

static void
test_is_below(void **state)
{
	static const struct {
		str path;
		bool below;
	} rows[] = {
		{S_INIT("a"), true}, {S_INIT("a.html"), true},
		{S_INIT("a/b/c.html"), true}, {S_INIT("é/日本"), true},
		{S_INIT("a b"), true}, {S_INIT("a..b"), true},
		{S_INIT(""), false}, {S_INIT("/"), false},
		{S_INIT("/a"), false}, {S_INIT("a/"), false},
		{S_INIT("a//b"), false}, {S_INIT("."), false},
		{S_INIT(".."), false}, {S_INIT("a/../b"), false},
		{S_INIT("./a"), false}, {S_INIT(".a"), false},
		{S_INIT("a/.b/c"), false}, {S_INIT("a."), false},
		{S_INIT("a./b"), false}, {S_INIT("a\\b"), false},
		{S_INIT("a\0b"), false},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		if (path_is_below(rows[i].path) != rows[i].below)
			fail_msg("'%.*s': expected %d",
			    STR_ARG(rows[i].path), rows[i].below);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_join),
		cmocka_unit_test(test_clean),
		cmocka_unit_test(test_parts),
		cmocka_unit_test(test_is_below),
		cmocka_unit_test_setup_teardown(
		    test_read, folder_setup, folder_teardown),
		cmocka_unit_test_setup_teardown(
		    test_write, folder_setup, folder_teardown),
		cmocka_unit_test_setup_teardown(
		    test_look, folder_setup, folder_teardown),
		cmocka_unit_test_setup_teardown(
		    test_read_fails, folder_setup, folder_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
