/* SPDX-License-Identifier: MIT
 * test_pack: what was packed comes back, and nothing else does harm. */
#include "base/data/pack.h"
#include "post/post_codes.h"

#include "build/codes/known_codes.h"
#include "support.h"

static const uint64_t numbers[] = {
	0, 1, 127, 128, 300, 16383, 16384, UINT32_MAX, INT64_MAX, UINT64_MAX};

static void
test_numbers(void **state)
{
	struct buf b = {0};
	struct unpack u;

	(void)state;
	for (size_t i = 0; i < COUNT(numbers); i++) {
		pack_uint(&b, numbers[i]);
		pack_int(&b, (int64_t)numbers[i]);
		pack_int(&b, -(int64_t)(numbers[i] / 2));
	}
	u = (struct unpack){.rest = buf_str(&b)};
	for (size_t i = 0; i < COUNT(numbers); i++) {
		assert_int_equal(unpack_uint(&u), numbers[i]);
		assert_int_equal(unpack_int(&u), (int64_t)numbers[i]);
		assert_int_equal(
		    unpack_int(&u), -(int64_t)(numbers[i] / 2));
	}
	assert_false(u.bad);
	assert_int_equal(u.rest.len, 0);
	assert_int_equal(unpack_uint(&u), 0);
	assert_true(u.bad);
	buf_free(&b);
}

static void
test_values(void **state)
{
	struct stamp stamp = {.size = -2, .changed = INT64_MIN,
		.touched = INT64_MAX, .inode = UINT64_MAX};
	struct mark mark = {3, 70000};
	struct buf b = {0};
	struct unpack u;
	struct mark m;

	(void)state;
	pack_str(&b, S("a\0b"));
	pack_str(&b, S(""));
	pack_digest(&b, digest_of(S("x")));
	pack_stamp(&b, stamp);
	pack_mark(&b, mark);
	u = (struct unpack){.rest = buf_str(&b)};
	assert_true(str_eq(unpack_str(&u), S("a\0b")));
	assert_int_equal(unpack_str(&u).len, 0);
	assert_true(digest_eq(unpack_digest(&u), digest_of(S("x"))));
	assert_true(stamp_eq(unpack_stamp(&u), stamp));
	m = unpack_mark(&u);
	assert_int_equal(m.line, 3);
	assert_int_equal(m.col, 70000);
	assert_false(u.bad);
	assert_int_equal(u.rest.len, 0);
	buf_free(&b);
}

/* From the second to the third of four. */
static void
test_diags(void **state)
{
	struct source src = {S("a.md"), S("one\ntwo é three\n")};
	struct diags d = {0}, back = {0};
	struct buf b = {0}, want = {0}, got = {0};
	struct unpack u;
	const struct diag *second;

	(void)state;
	diag_add(&d, DIAG_UNDATED, NULL, (struct mark){0}, "first");
	diag_add(&d, DIAG_TITLE_MISSING, &src, (struct mark){2, 7}, "second");
	second = d.last;
	diag_add(&d, DIAG_FIELD_TYPE, &src, (struct mark){1, 0}, "third");
	pack_diags(&b, second, d.last);
	diag_format(&want, second);
	diag_format(&want, second->next);
	diag_add(&d, DIAG_UNDATED, NULL, (struct mark){0}, "fourth");
	pack_diags(&b, NULL, NULL);
	u = (struct unpack){
		.rest = buf_str(&b), .find_code = known_code_find};
	unpack_diags(&u, &back);
	unpack_diags(&u, &back);
	assert_false(u.bad);
	assert_int_equal(u.rest.len, 0);
	for (const struct diag *g = back.first; g; g = g->next)
		diag_format(&got, g);
	check_buf("diags", &got, buf_cstr(&want));
	assert_int_equal(back.counts[DIAG_ERROR], d.counts[DIAG_ERROR]);
	assert_int_equal(back.counts[DIAG_WARNING], 1);
	diags_free(&d);
	diags_free(&back);
	buf_free(&b);
	buf_free(&want);
	buf_free(&got);
}

/* Bytes that are cut off or wrong are bad, and read to no place outside. */
static void
test_bad(void **state)
{
	struct source src = {S("a.md"), S("x\n")};
	struct diags d = {0};
	struct buf b = {0};

	(void)state;
	diag_add(&d, DIAG_TITLE_MISSING, &src, (struct mark){1, 1}, "text");
	pack_diags(&b, d.first, d.last);
	for (size_t n = 0; n < b.len; n++) {
		char *copy = mem_alloc(n);
		struct unpack u = {
			.rest = {copy, n}, .find_code = known_code_find};
		struct diags back = {0};

		memcpy(copy, b.ptr, n);
		unpack_diags(&u, &back);
		assert_true(u.bad);
		diags_free(&back);
		mem_free(copy);
	}
	for (int n = 0; n < 256; n++) {
		char bytes[] = {(char)n, (char)0xFF, (char)0xFF, (char)n};
		struct unpack u = {.rest = {bytes, sizeof bytes},
			.find_code = known_code_find};
		struct diags back = {0};

		unpack_diags(&u, &back);
		diags_free(&back);
		u = (struct unpack){.rest = {bytes, sizeof bytes}};
		assert_true(unpack_size(&u, 4) <= 4);
	}
	diags_free(&d);
	buf_free(&b);
}

static void
test_most(void **state)
{
	struct unpack four = {.rest = S("\x04")}, five = {.rest = S("\x05")};

	(void)state;
	assert_int_equal(unpack_size(&four, 4), 4);
	assert_false(four.bad);
	assert_int_equal(unpack_size(&five, 4), 0);
	assert_true(five.bad);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_numbers), cmocka_unit_test(test_values),
		cmocka_unit_test(test_diags), cmocka_unit_test(test_bad),
		cmocka_unit_test(test_most),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
