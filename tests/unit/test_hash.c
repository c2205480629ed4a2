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

int
main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(test_digests)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
