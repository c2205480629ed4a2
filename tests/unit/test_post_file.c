/* SPDX-License-Identifier: MIT
 * test_post_file: the bytes of a post, as text. */
#include "post/post_file.h"

#include "support.h"

#define LOST "\xEF\xBF\xBD"

static const struct {
	str bytes;
	const char *text; /* NULL: it cannot be read */
	const char *diags;
} files[] = {
	{S_INIT(""), "", ""},
	{S_INIT("\xEF\xBB\xBF---\na\n"), "---\na\n", ""},
	{S_INIT("a\r\nb\rc\n\r\n\rd\r"), "a\nb\nc\n\n\nd\n", ""},
	{S_INIT("é\n€🎉\t!"), "é\n€🎉\t!", ""},
	{S_INIT("a\r\né\vb\fc"), "a\né b c",
	    "control-character 2:2 control character U+000B\n"
	    "control-character 2:4 control character U+000C"},
	{S_INIT("a\0b"), "ab",
	    "control-character 1:2 control character U+0000"},
	{S_INIT("\xC2\x93q\xC2\x94"), "“q”",
	    "control-character 1:1 control character U+0093\n"
	    "control-character 1:3 control character U+0094"},
	{S_INIT("a\n\xEF\xBF\xBD"), "a\n\xEF\xBF\xBD",
	    "replacement-character 2:1 U+FFFD stands where a character was "
	    "lost"},
	/* Of many the first three. */
	{S_INIT(LOST LOST LOST), LOST LOST LOST,
	    "replacement-character 1:1 U+FFFD stands where a character was "
	    "lost\n"
	    "replacement-character 1:2 U+FFFD stands where a character was "
	    "lost\n"
	    "replacement-character 1:3 U+FFFD stands where a character was "
	    "lost"},
	{S_INIT(LOST LOST LOST LOST), LOST LOST LOST LOST,
	    "replacement-character 1:1 U+FFFD stands where a character was "
	    "lost\n"
	    "replacement-character 1:2 U+FFFD stands where a character was "
	    "lost\n"
	    "replacement-character 1:3 U+FFFD stands where a character was "
	    "lost\n"
	    "replacement-character 0:0 and 1 more"},
	{S_INIT("a\v\v\v"), "a   ",
	    "control-character 1:2 control character U+000B\n"
	    "control-character 1:3 control character U+000B\n"
	    "control-character 1:4 control character U+000B"},
	{S_INIT("a\v\v\v\v"), "a    ",
	    "control-character 1:2 control character U+000B\n"
	    "control-character 1:3 control character U+000B\n"
	    "control-character 1:4 control character U+000B\n"
	    "control-character 0:0 and 1 more"},
	{S_INIT("a\n\xC3\xA9 \xE9t\n"), NULL,
	    "not-utf8 2:3 byte 0xE9 is not UTF-8"},
	{S_INIT("\xFF\xFE" "a\0"), NULL, "not-utf8 1:1 byte 0xFF is not UTF-8"},
	{S_INIT("\xED\xA0\x80"), NULL, "not-utf8 1:1 byte 0xED is not UTF-8"},
};

static void
test_read(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(files); i++) {
		struct source src = {S("posts/a.md"), {0}};
		struct diags d = {0};
		struct buf b = {0};
		bool ok;

		put_bytes("a.md", files[i].bytes);
		ok = post_file_read(&b, "a.md", 16, &src, NULL, &d);
		assert_true(d.first == NULL ||
		    str_eq(d.first->file, S("posts/a.md")));
		check_diags(files[i].diags, &d, files[i].diags);
		assert_int_equal(ok, files[i].text != NULL);
		if (ok)
			check_str("text", src.text, files[i].text);
		buf_free(&b);
	}
}

static void
test_read_fails(void **state)
{
	struct source src = {S("a.md"), {0}};
	struct diags d = {0};
	struct buf b = {0};

	(void)state;
	assert_false(post_file_read(&b, "none.md", 16, &src, NULL, &d));
	check_diags("none", &d,
	    "file-unreadable 0:0 No such file or directory");
	assert_false(post_file_read(&b, ".", 16, &src, NULL, &d));
	check_diags("folder", &d, "file-unreadable 0:0 not a regular file");
	put_file("big.md", "a");
	assert_int_equal(truncate("big.md", 1024 * 1024), 0);
	assert_true(post_file_read(&b, "big.md", 1, &src, NULL, &d));
	diags_free(&d);
	assert_int_equal(truncate("big.md", 1024 * 1024 + 1), 0);
	assert_false(post_file_read(&b, "big.md", 1, &src, NULL, &d));
	check_diags("big", &d,
	    "file-too-large 0:0 larger than 1 MB (limits.post)");
	buf_free(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
		    test_read, folder_setup, folder_teardown),
		cmocka_unit_test_setup_teardown(
		    test_read_fails, folder_setup, folder_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
