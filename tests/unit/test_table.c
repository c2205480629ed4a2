/* SPDX-License-Identifier: MIT
 * test_table: what belongs to a text. */
#include "base/core/table.h"

#include "support.h"

static void
test_few(void **state)
{
	struct table t = {0};
	int one, two;
	char key[] = "key";

	(void)state;
	assert_null(table_find(&t, S("a")));
	assert_null(*table_at(&t, S("a")));
	*table_at(&t, S("a")) = &one;
	*table_at(&t, (str){0}) = &two;
	assert_ptr_equal(table_find(&t, S("a")), &one);
	assert_ptr_equal(*table_at(&t, S("a")), &one);
	assert_ptr_equal(table_find(&t, S("")), &two);
	assert_ptr_equal(table_find(&t, (str){0}), &two);
	assert_null(table_find(&t, S("A")));
	assert_int_equal(t.count, 2);
	/* Keys are compared by their bytes, a NUL among them. */
	*table_at(&t, S("a\0b")) = &two;
	assert_ptr_equal(table_find(&t, S("a")), &one);
	*table_at(&t, str_of(key)) = &one;
	assert_ptr_equal(table_find(&t, S("key")), &one);
	table_free(&t);
	assert_null(table_find(&t, S("a")));
	table_free(&t);
}

static void
test_many(void **state)
{
	enum { MANY = 20000 };
	struct arena a = {0};
	struct table t = {0};
	int *values = arena_array(&a, MANY, sizeof *values);

	(void)state;
	for (int i = 0; i < MANY; i++)
		*table_at(&t, arena_printf(&a, "k%d", i)) = &values[i];
	assert_int_equal(t.count, MANY);
	for (int i = 0; i < MANY; i++)
		assert_ptr_equal(
		    table_find(&t, arena_printf(&a, "k%d", i)), &values[i]);
	assert_null(table_find(&t, S("k20000")));
	table_free(&t);
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_few),
		cmocka_unit_test(test_many),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
