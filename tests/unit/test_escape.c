/* SPDX-License-Identifier: MIT
 * test_escape: each character at each place of texts of all lengths. */
#include "base/text/escape.h"

#include "support.h"

static const struct escapes some = {span_copy_text, {
	['&'] = ESCAPE("&amp;"), ['"'] = ESCAPE("&quot;"),
	['\n'] = ESCAPE("\n"), ['\r'] = ESCAPE("&#13;"),
}};

static void
test_places(void **state)
{
	static const char *const rows[][2] = {
		{"&", "&amp;"}, {"\"", "&quot;"}, {"\n", "\n"},
		{"\r", "&#13;"}, {"\t", "\t"}, {"<", "<"},
		{"\xC3\xA9", "\xC3\xA9"}, {"&\xF0\x9F\x98\x80\"",
		"&amp;\xF0\x9F\x98\x80&quot;"}, {"\x01", NULL},
		{"\x7F", NULL}, {"\xC3", NULL}, {"\xC2\x85", NULL},
		{"\xC3\xA9\xC2\x85", NULL},
	};
	struct buf in = {0}, out = {0}, want = {0};

	(void)state;
	for (size_t r = 0; r < COUNT(rows); r++)
		for (size_t at = 0; at < 40; at++)
			for (size_t rest = 0; rest < 20; rest++) {
				const char *as = rows[r][1];
				bool ok;

				buf_add(&out, S("before "));
				buf_printf(&in, "%.*s%s%.*s", (int)at,
				    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
				    rows[r][0], (int)rest,
				    "bbbbbbbbbbbbbbbbbbbb");
				buf_printf(&want, "before ");
				if (as)
					buf_printf(&want, "%.*s%s%.*s",
					    (int)at, in.ptr, as, (int)rest,
					    "bbbbbbbbbbbbbbbbbbbb");
				ok = escape_add(&out, buf_str(&in), &some);
				assert_int_equal(ok, as != NULL);
				check_buf(rows[r][0], &out, buf_cstr(&want));
				buf_reset(&in);
				buf_reset(&want);
			}
	buf_free(&in);
	buf_free(&out);
	buf_free(&want);
}

static void
test_any(void **state)
{
	struct buf b = {0};

	(void)state;
	escape_add_any(&b, S("a\x01&\xFF" "b\x0C"), &some);
	check_buf("mended", &b, "a&amp;b ");
	escape_add_any(&b, (str){0}, &some);
	check_buf("empty", &b, "");
	buf_free(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_places),
		cmocka_unit_test(test_any),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
