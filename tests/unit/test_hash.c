/* SPDX-License-Identifier: MIT
 * test_hash: numbers that stand for bytes. */
#include "base/core/hash.h"

#include "support.h"

static void
test_digests(void **state)
{
	char bytes[300] = {0};
	struct digest seen[300];

	(void)state;
	for (size_t i = 0; i < COUNT(bytes); i++) {
		bytes[i / 2] = (char)(i + 1);
		seen[i] = digest_of((str){bytes, 1 + i / 2});
		assert_true(digest_eq(
		    seen[i], digest_of((str){bytes, 1 + i / 2})));
		for (size_t k = 0; k < i; k++)
			assert_false(digest_eq(seen[i], seen[k]));
	}
	/* As published: state files are read back by other builds. */
	assert_int_equal(hash64(S("")), 0x2D06800538D394C2);
	assert_int_equal(digest_of((str){0}).low, digest_of(S("")).low);
}

static void
test_parts(void **state)
{
	const str parts[] = {S_INIT("one"), {0}, S_INIT(""), S_INIT(" and two")};

	(void)state;
	assert_true(digest_eq(digest_of_parts(parts, COUNT(parts)),
	    digest_of(S("one and two"))));
	assert_true(digest_eq(digest_of_parts(NULL, 0), digest_of(S(""))));
}

static void
test_text(void **state)
{
	static const char *const wrong[] = {
		"", "99aa06d3014798d86001c324468d497",
		"99aa06d3014798d86001c324468d497ff",
		"99AA06D3014798D86001C324468D497F",
		"99aa06d3014798d86001c324468d497g"};
	struct digest d = digest_of(S("")), again;
	char text[DIGEST_TEXT + 1];

	(void)state;
	digest_write(text, d);
	assert_string_equal(text, "99aa06d3014798d86001c324468d497f");
	assert_true(digest_parse(str_of(text), &again));
	assert_true(digest_eq(d, again));
	digest_write(text, (struct digest){.low = 1, .high = 0});
	assert_string_equal(text, "00000000000000000000000000000001");
	for (size_t i = 0; i < COUNT(wrong); i++)
		assert_false(digest_parse(str_of(wrong[i]), &again));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(test_digests),
		cmocka_unit_test(test_parts), cmocka_unit_test(test_text)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
