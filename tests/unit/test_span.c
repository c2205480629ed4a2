/* SPDX-License-Identifier: MIT
 * test_span: each byte at each place of texts of all lengths. */
#include "base/span.h"

#include "support.h"

static bool
is_ascii(int c)
{
	return (c >= ' ' && c <= '~') || c == '\n' || c == '\t';
}

static bool
is_text(int c)
{
	return c >= ' ' && c <= '~' && c != '&' && c != '<' && c != '>' && c != '"';
}

static bool
is_json(int c)
{
	return c >= ' ' && c <= '~' && c != '"' && c != '\\';
}

static void
test_spans(void **state)
{
	char text[70];

	(void)state;
	for (int c = 0; c < 256; c++)
		for (size_t len = 1; len < sizeof text; len += 1 + len / 20)
			for (size_t at = 0; at < len; at++) {
				str s = {text, len};

				memset(text, 'a', sizeof text);
				text[at] = (char)c;
				assert_int_equal(span_ascii(s, 0),
				    is_ascii(c) ? len : at);
				assert_int_equal(span_text(s, 0),
				    is_text(c) ? len : at);
				assert_int_equal(span_json(s, 0),
				    is_json(c) ? len : at);
				assert_int_equal(span_text(s, at + 1), len);
			}
	assert_int_equal(span_ascii((str){0}, 0), 0);
	assert_int_equal(span_text(S(""), 0), 0);
	assert_int_equal(span_json(S(""), 0), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(test_spans)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
