/* SPDX-License-Identifier: MIT
 * test_mem: arenas. */
#include "base/core/mem.h"

#include "support.h"

static bool
is_zero(const char *p, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (p[i])
			return false;
	return true;
}

/* Zeroed, aligned and apart, also after what was there before is gone. */
static void
test_alloc(void **state)
{
	static const size_t sizes[] = {
		1, 0, 7, 16, 17, 4096, 16384, 16385, 65536, 65537, 1000000, 3};
	struct arena a = {0};

	(void)state;
	for (int round = 0; round < 3; round++) {
		char *kept[COUNT(sizes)];

		for (size_t i = 0; i < COUNT(sizes); i++) {
			kept[i] = arena_alloc(&a, sizes[i]);
			assert_non_null(kept[i]);
			assert_int_equal((uintptr_t)kept[i] %
			    _Alignof(max_align_t), 0);
			assert_true(is_zero(kept[i], sizes[i]));
			memset(kept[i], (int)i + 1, sizes[i]);
		}
		for (size_t i = 0; i < COUNT(sizes); i++)
			for (size_t k = 0; k < sizes[i]; k++)
				if (kept[i][k] != (char)(i + 1))
					fail_msg("%zu is overwritten", i);
		arena_reset(&a);
	}
	arena_free(&a);
	assert_null(a.block);
	arena_free(&a);
	arena_reset(&a);
}

static void
test_array(void **state)
{
	struct arena a = {0};
	int *p = arena_array(&a, 100, sizeof *p);

	(void)state;
	assert_true(is_zero((char *)p, 100 * sizeof *p));
	assert_non_null(arena_array(&a, 0, 8));
	assert_non_null(arena_array(&a, 8, 0));
	arena_free(&a);
}

static void
test_texts(void **state)
{
	struct arena a = {0};
	str s = arena_str(&a, S("a\0b"));

	(void)state;
	assert_int_equal(s.len, 3);
	assert_memory_equal(s.ptr, "a\0b", 4);
	s = arena_str(&a, (str){0});
	assert_int_equal(s.len, 0);
	assert_string_equal(s.ptr, "");
	assert_string_equal(arena_cstr(&a, str_sub(S("abc"), 0, 2)), "ab");
	assert_string_equal(arena_cstr(&a, (str){0}), "");
	s = arena_printf(&a, "%d %.*s", 7, STR_ARG(S("x")));
	assert_int_equal(s.len, 3);
	assert_string_equal(s.ptr, "7 x");
	s = arena_printf(&a, "%*s", 100000, "x");
	assert_int_equal(s.len, 100000);
	assert_int_equal(s.ptr[99999], 'x');
	assert_int_equal(s.ptr[100000], '\0');
	s = arena_printf(&a, "%.*s", STR_ARG((str){0}));
	assert_int_equal(s.len, 0);
	assert_string_equal(s.ptr, "");
	arena_free(&a);
}

static void
test_array_grow(void **state)
{
	struct arena a = {0};
	size_t *list = NULL, cap = 0;

	(void)state;
	for (size_t i = 0; i < 1000; i++) {
		list = arena_grow(&a, list, i, &cap, sizeof *list);
		assert_true(cap > i);
		assert_int_equal(list[i], 0);
		list[i] = i + 1;
	}
	for (size_t i = 0; i < 1000; i++)
		assert_int_equal(list[i], i + 1);
	arena_free(&a);
}

static void
test_heap(void **state)
{
	char *p = mem_alloc(0);

	(void)state;
	assert_non_null(p);
	p = mem_realloc(p, 5);
	memcpy(p, "abcd", 5);
	p = mem_realloc(p, 50000);
	assert_string_equal(p, "abcd");
	mem_free(p);
	mem_free(NULL);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_alloc),
		cmocka_unit_test(test_array),
		cmocka_unit_test(test_array_grow),
		cmocka_unit_test(test_texts),
		cmocka_unit_test(test_heap),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
