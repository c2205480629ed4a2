/* SPDX-License-Identifier: MIT
 * test_store: rows of bytes, and files that are none of ours. */
#include "build/store/store.h"

#include "support.h"

static void
add_value(void *ctx, str name, str value)
{
	struct buf *b = ctx;

	buf_printf(b, "%.*s=%.*s ", STR_ARG(name), STR_ARG(value));
}

static void
check_rows(struct store *s, enum store_part part, const char *want)
{
	struct buf b = {0};

	assert_true(store_each(s, part, add_value, &b));
	check_buf("rows", &b, want);
	buf_free(&b);
}

static void
test_rows(void **state)
{
	struct diags d = {0};
	struct buf b = {0};
	struct store *s = store_open("a/b/x.db", &d);

	(void)state;
	assert_false(store_is_usable(s));
	assert_false(store_get(s, "item", &b));
	assert_true(store_begin(s));
	store_put(s, "item", S("a\0b"));
	store_put_chunk(s, S("b"), S("head b"), S("body b"));
	store_put_chunk(s, S("a"), S("head a"), S(""));
	store_put_chunk(s, S("gone"), S("x"), S("y"));
	store_drop_chunk(s, S("gone"));
	assert_true(store_commit(s));
	store_close(s);

	s = store_open("a/b/x.db", &d);
	assert_true(store_is_usable(s));
	assert_true(store_get(s, "item", &b));
	assert_true(str_eq(buf_str(&b), S("a\0b")));
	assert_false(store_get(s, "none", &b));
	check_rows(s, STORE_HEAD, "a=head a b=head b ");
	check_rows(s, STORE_BODY, "a= b=body b ");
	assert_true(store_begin(s));
	store_put_chunk(s, S("b"), S("new"), S("newer"));
	assert_true(store_commit(s));
	check_rows(s, STORE_BODY, "a= b=newer ");
	/* What is of no use is made anew. */
	store_reject(s, NULL);
	assert_false(store_is_usable(s));
	assert_true(store_begin(s));
	store_put(s, "item", S("2"));
	assert_true(store_commit(s));
	store_close(s);
	check_diags("rows", &d, "");

	s = store_open("a/b/x.db", &d);
	check_rows(s, STORE_HEAD, "");
	store_close(s);
	buf_free(&b);
}

/* Each is as good as no file; said in one note. Whether it is replaced depends
 * on whose it is. */
static void
test_others(void **state)
{
	static const struct {
		const char *path, *text;
		bool replaced;
	} rows[] = {
		{"x.db", "this is some text that somebody wrote", false},
		{"x.db", "SQLite format 3", false},
		{".feedmill/state.db", "no database, but in our folder", true},
		{"empty.db", "", true},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct diags d = {0};
		struct store *s;

		put_file(rows[i].path, rows[i].text);
		s = store_open(rows[i].path, &d);
		assert_false(store_is_usable(s));
		assert_int_equal(store_begin(s), rows[i].replaced);
		if (rows[i].replaced) {
			assert_true(store_commit(s));
		} else
			check_file(rows[i].path, rows[i].text);
		store_close(s);
		assert_int_equal(d.counts[DIAG_ERROR], 0);
		assert_int_equal(d.counts[DIAG_WARNING], 0);
		assert_int_equal(d.counts[DIAG_NOTE], 1);
		diags_free(&d);
		unlink(rows[i].path);
	}
}

static void
test_folder(void **state)
{
	struct diags d = {0};
	struct store *s;

	(void)state;
	put_file("dir/file", "x");
	s = store_open("dir", &d);
	assert_false(store_begin(s));
	store_close(s);
	s = store_open("dir/file/below.db", &d);
	assert_false(store_begin(s));
	store_close(s);
	check_file("dir/file", "x");
	assert_int_equal(d.counts[DIAG_NOTE], 2);
	diags_free(&d);
	/* SQLite would wait for somebody to write to it. */
	assert_int_equal(mkfifo("fifo", 0666), 0);
	s = store_open("fifo", &d);
	assert_false(store_is_usable(s));
	assert_false(store_begin(s));
	store_close(s);
	check_diags("fifo", &d,
	    "state-unusable 0:0 not used: it is not a regular file");
}

int
main(void)
{
#define TEST(f)                                                                \
	cmocka_unit_test_setup_teardown(f, folder_setup, folder_teardown)
	const struct CMUnitTest tests[] = {
		TEST(test_rows), TEST(test_others), TEST(test_folder),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
