/* SPDX-License-Identifier: MIT
 * test_value_pack: trees that are packed come back the same. */
#include "base/data/pack.h"

#include "base/data/json.h"
#include "base/data/yaml.h"
#include "support.h"

static void
check_same(const struct value *a, const struct value *b)
{
	assert_int_equal(a->kind, b->kind);
	assert_int_equal(a->quoted, b->quoted);
	assert_true(str_eq(a->key, b->key));
	assert_true(str_eq(a->text, b->text));
	assert_memory_equal(&a->at, &b->at, sizeof a->at);
	assert_memory_equal(&a->key_at, &b->key_at, sizeof a->key_at);
	assert_int_equal(a->offset, b->offset);
	assert_int_equal(a->end, b->end);
	assert_int_equal(a->key_offset, b->key_offset);
	assert_int_equal(a->size, b->size);
	assert_int_equal(a->height, b->height);
	assert_int_equal(a->initials, b->initials);
	for (a = a->first, b = b->first; a && b; a = a->next, b = b->next)
		check_same(a, b);
	assert_null(a);
	assert_null(b);
}

static void
test_trees(void **state)
{
	static const char *const texts[] = {
		"a: 1\nb: [x, 'y', \"\\u00e9\"]\nc: {d: {e: ~}}\n",
		"a: &x [1, {b: 2}]\nc: *x\nd: |\n  two\n  lines\n",
		"[]", "text", "{}",
	};

	(void)state;
	for (size_t i = 0; i < COUNT(texts); i++) {
		struct arena a = {0};
		struct diags d = {0};
		struct source src = {S("x"), str_of(texts[i])};
		struct buf packed = {0};
		const struct value *v = yaml_parse(&a, src.text, &src, 0, &d);
		struct unpack u;
		const struct value *back;

		assert_non_null(v);
		pack_value(&packed, v);
		u = (struct unpack){.rest = buf_str(&packed)};
		back = unpack_value(&u, &a);
		assert_false(u.bad);
		assert_int_equal(u.rest.len, 0);
		check_same(v, back);
		/* What is cut off is bad, wherever. */
		for (size_t n = 0; n < packed.len; n++) {
			u = (struct unpack){
				.rest = str_sub(buf_str(&packed), 0, n)};
			unpack_value(&u, &a);
			assert_true(u.bad || u.rest.len == 0);
		}
		buf_free(&packed);
		diags_free(&d);
		arena_free(&a);
	}
}

/* A thousand levels are read, one more is bad. */
static void
test_depth(void **state)
{
	(void)state;
	for (size_t depth = 1000; depth <= 1001; depth++) {
		struct arena a = {0};
		struct buf packed = {0};
		struct value *root = arena_alloc(&a, sizeof *root), *v = root;
		struct unpack u;

		for (size_t i = 0; i < depth; i++) {
			v->kind = VALUE_LIST;
			v->first = arena_alloc(&a, sizeof *v);
			v = v->first;
		}
		pack_value(&packed, root);
		u = (struct unpack){.rest = buf_str(&packed)};
		unpack_value(&u, &a);
		assert_int_equal(u.bad, depth > 1000);
		buf_free(&packed);
		arena_free(&a);
	}
}

static void
test_none(void **state)
{
	struct buf packed = {0};
	struct arena a = {0};
	struct unpack u;

	(void)state;
	pack_value(&packed, NULL);
	u = (struct unpack){.rest = buf_str(&packed)};
	assert_null(unpack_value(&u, &a));
	assert_false(u.bad);
	buf_free(&packed);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_trees),
		cmocka_unit_test(test_depth),
		cmocka_unit_test(test_none),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
