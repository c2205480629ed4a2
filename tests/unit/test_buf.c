/* SPDX-License-Identifier: MIT
 * test_buf: bytes that grow. */
#include "base/core/buf.h"

#include "support.h"

static void
test_empty(void **state)
{
	struct buf b = {0};

	(void)state;
	assert_non_null(buf_str(&b).ptr);
	assert_int_equal(buf_str(&b).len, 0);
	buf_add(&b, (str){0});
	assert_int_equal(b.len, 0);
	buf_printf(&b, "%s", "");
	assert_int_equal(b.len, 0);
	assert_string_equal(buf_cstr(&b), "");
	assert_int_equal(b.len, 0);
	buf_free(&b);
	buf_free(&b);
	buf_reset(&b);
}

static void
test_add(void **state)
{
	struct buf b = {0};

	(void)state;
	buf_add(&b, S("a\0b"));
	buf_addc(&b, 'c');
	buf_printf(&b, "-%03d-%s", 7, "x");
	assert_int_equal(b.len, 10);
	assert_memory_equal(buf_str(&b).ptr, "a\0bc-007-x", 10);
	memcpy(buf_reserve(&b, 2), "yz", 2);
	assert_int_equal(b.len, 10);
	b.len += 2;
	assert_memory_equal(buf_cstr(&b), "a\0bc-007-xyz", 13);
	buf_reset(&b);
	assert_int_equal(buf_str(&b).len, 0);
	buf_add(&b, S("q"));
	assert_string_equal(buf_cstr(&b), "q");
	buf_free(&b);
	assert_null(b.ptr);
	assert_int_equal(b.len, 0);
}

static void
test_rune(void **state)
{
	static const struct {
		uint32_t rune;
		const char *bytes;
	} rows[] = {
		{'a', "a"}, {0x7F, "\x7F"}, {0x80, "\xC2\x80"},
		{0xE9, "é"}, {0x7FF, "\xDF\xBF"}, {0x800, "\xE0\xA0\x80"},
		{0x20AC, "€"}, {0xFFFF, "\xEF\xBF\xBF"},
		{0x10000, "\xF0\x90\x80\x80"}, {0x1F389, "🎉"},
		{0x10FFFF, "\xF4\x8F\xBF\xBF"},
	};
	struct buf b = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		buf_add_rune(&b, rows[i].rune);
		check_buf("rune", &b, rows[i].bytes);
	}
	buf_free(&b);
}

/* By bytes, by slices and by a format, past many sizes. */
static void
test_grow(void **state)
{
	struct buf b = {0}, c = {0};

	(void)state;
	for (int i = 0; i < 100000; i++)
		buf_addc(&b, (char)('a' + i % 26));
	buf_add(&c, buf_str(&b));
	buf_printf(&c, "%.*s", STR_ARG(buf_str(&b)));
	assert_int_equal(c.len, 200000);
	for (int i = 0; i < 200000; i++)
		if (c.ptr[i] != (char)('a' + i % 100000 % 26))
			fail_msg("byte %d is wrong", i);
	assert_true(c.cap >= c.len);
	buf_free(&b);
	buf_free(&c);
}

static void
test_move(void **state)
{
	struct arena a = {0};
	struct buf b = {0};
	str s;

	(void)state;
	s = buf_move(&b, &a);
	assert_int_equal(s.len, 0);
	assert_string_equal(s.ptr, "");
	buf_add(&b, S("ab"));
	s = buf_move(&b, &a);
	assert_int_equal(s.len, 2);
	assert_string_equal(s.ptr, "ab");
	assert_null(b.ptr);
	assert_int_equal(b.len + b.cap, 0);
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_empty),
		cmocka_unit_test(test_add),
		cmocka_unit_test(test_rune),
		cmocka_unit_test(test_grow),
		cmocka_unit_test(test_move),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
