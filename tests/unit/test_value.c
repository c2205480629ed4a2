/* SPDX-License-Identifier: MIT
 * test_value: what a node of a tree reads as. */
#include "base/data/value.h"
#include "post/post_codes.h"

#include "support.h"

static const struct {
	const char *text;
	int flag;  /* -1: none */
	long number; /* -1: none */
} scalars[] = {
	{"true", 1, -1}, {"True", 1, -1}, {"YES", 1, -1}, {"on", 1, -1},
	{"false", 0, -1}, {"No", 0, -1}, {"OFF", 0, -1},
	{"", -1, -1}, {"y", -1, -1}, {"truee", -1, -1}, {"tru", -1, -1},
	{" true", -1, -1}, {"1", -1, 1}, {"0", -1, 0}, {"007", -1, 7},
	{"123456789", -1, 123456789}, {"12a", -1, -1}, {"1.0", -1, -1},
	{"0x10", -1, -1}, {"1 ", -1, -1}, {"+", -1, -1},
	{"99999999999999999999999", -1, -1},
};

static void
test_scalars(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(scalars); i++) {
		struct value v = {
			.kind = VALUE_SCALAR, .text = str_of(scalars[i].text)};
		bool flag = false;
		long n = -1;

		if (value_bool(&v, &flag) != (scalars[i].flag >= 0))
			fail_msg("'%s' as bool", scalars[i].text);
		assert_int_equal(flag, scalars[i].flag == 1);
		if (value_int(&v, &n) != (scalars[i].number >= 0))
			fail_msg("'%s' as number", scalars[i].text);
		assert_int_equal(n, scalars[i].number);
		assert_false(value_is_null(&v));
	}
}

/* What is there is left alone where there is nothing to read. */
static void
test_none(void **state)
{
	struct value list = {.kind = VALUE_LIST}, null = {0};
	bool flag = true;
	long n = 7;

	(void)state;
	assert_false(value_bool(NULL, &flag) || value_bool(&list, &flag) ||
	    value_bool(&null, &flag));
	assert_false(value_int(NULL, &n) || value_int(&list, &n) ||
	    value_int(&null, &n));
	assert_true(flag);
	assert_int_equal(n, 7);
	assert_true(value_is_null(NULL));
	assert_true(value_is_null(&null));
	assert_false(value_is_null(&list));
	assert_string_equal(value_kind_name(&list), "a list");
	assert_string_equal(
	    value_kind_name(NULL), value_kind_name(&null));
}

static void
test_map(void **state)
{
	struct value map = {.kind = VALUE_MAP, .size = 1};
	struct value a = {.kind = VALUE_SCALAR, .size = 1, .key = S("Date")};
	struct value b = {.kind = VALUE_LIST, .size = 5, .key = S("date")};
	struct value list = {.kind = VALUE_LIST, .size = 1};

	(void)state;
	value_add(&map, &a);
	value_add(&map, &b);
	assert_int_equal(map.size, 7);
	assert_ptr_equal(map.first, &a);
	assert_ptr_equal(map.last, &b);
	assert_ptr_equal(a.next, &b);
	assert_null(b.next);
	assert_ptr_equal(value_find(&map, S("date")), &b);
	assert_ptr_equal(value_find(&map, S("Date")), &a);
	assert_null(value_find(&map, S("DATE")));
	assert_ptr_equal(value_ifind(&map, S("DATE")), &a);
	assert_null(value_ifind(&map, S("dat")));
	assert_null(value_find(NULL, S("a")));
	assert_null(value_ifind(NULL, S("a")));
	value_add(&list, &(struct value){.kind = VALUE_NULL, .size = 1});
	assert_null(value_find(&list, S("")));
	assert_null(value_ifind(&list, S("")));
}

/* A copy is all of its own, and knows where it comes from. */
static void
test_copy(void **state)
{
	struct arena a = {0};
	struct source from = {S("from.yaml"), S("a\nb\n")};
	struct source post = {S("post.md"), S("c\nd\n")};
	struct value inner = {.kind = VALUE_SCALAR, .text = S("x"), .size = 1,
		.at = {2, 1}};
	struct value list = {.kind = VALUE_LIST, .size = 1, .at = {1, 1}};
	struct value *copy;
	struct diags d = {0};

	(void)state;
	value_add(&list, &inner);
	copy = value_copy(&a, &list, &from);
	assert_int_equal(copy->size, 2);
	assert_int_equal(copy->height, 1);
	assert_ptr_not_equal(copy->first, &inner);
	assert_ptr_equal(copy->first->src, &from);
	assert_null(inner.src);
	value_diag(&d, DIAG_FIELD_TYPE, &post, copy->first, "bad %d", 1);
	check_str("copy", d.last->file, "from.yaml");
	check_str("copy", d.last->line, "b");
	value_diag(&d, DIAG_FIELD_TYPE, &post, &inner, "bad %d", 2);
	check_str("own", d.last->file, "post.md");
	check_str("own", d.last->line, "d");
	value_diag(&d, DIAG_FIELD_TYPE, NULL, copy, "bad");
	value_diag(&d, DIAG_FIELD_TYPE, &post, NULL, "none");
	check_diags("all", &d, "field-type 2:1 bad 1, for post.md\n"
	    "field-type 2:1 bad 2\n"
	    "field-type 1:1 bad\n"
	    "field-type 0:0 none");
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_scalars),
		cmocka_unit_test(test_none),
		cmocka_unit_test(test_copy),
		cmocka_unit_test(test_map),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
