/* SPDX-License-Identifier: MIT
 * test_span: each byte at each place of texts of all lengths. */
#include "base/core/span.h"

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
check_copy(span_copier *copy, str s, size_t end)
{
	char to[70 + SPAN_BEYOND];

	assert_int_equal(copy(to, s, 0), end);
	assert_memory_equal(to, s.ptr, end);
	if (end > 3) {
		assert_int_equal(copy(to, s, 3), end);
		assert_memory_equal(to, s.ptr + 3, end - 3);
	}
}

static bool
is_tag(int c)
{
	return c == '<' || c == '&';
}

/* By the definition, one byte after the other. */
static size_t
words_end(str s)
{
	size_t i = 0;

	while (i < s.len && ((unsigned char)s.ptr[i] > ' ' ||
	    (s.ptr[i] == ' ' && i + 1 < s.len &&
	    (unsigned char)s.ptr[i + 1] > ' ')))
		i++;
	return i;
}

static void
test_words(void **state)
{
	static const char signs[] = "  \n\xE9";
	char text[70];

	(void)state;
	for (size_t len = 0; len < sizeof text; len += 1 + len / 20)
		for (size_t at = 0; at < len; at++)
			for (size_t k = 0; k < 16; k++) {
				str s = {text, len};

				memset(text, 'a', sizeof text);
				text[at] = signs[k % 4];
				text[at + 1 < len ? at + 1 : at] =
				    signs[k / 4];
				assert_int_equal(
				    span_words(s, 0), words_end(s));
			}
	assert_int_equal(span_words(S("a"), 1), 1);
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
				check_copy(span_copy_text, s,
				    is_text(c) ? len : at);
				check_copy(span_copy_json, s,
				    is_json(c) ? len : at);
				assert_int_equal(span_tag(s, 0),
				    is_tag(c) ? at : len);
				assert_int_equal(span_text(s, at + 1), len);
			}
	assert_int_equal(span_ascii((str){0}, 0), 0);
	assert_int_equal(span_text(S(""), 0), 0);
	check_copy(span_copy_json, S(""), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_spans),
		cmocka_unit_test(test_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
