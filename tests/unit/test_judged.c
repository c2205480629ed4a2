/* SPDX-License-Identifier: MIT
 * test_judged: which entries earlier runs judged and found right. */
#include "build/memory/judged.h"

#include "support.h"

static void
test_keys(void **state)
{
	const str parts[] = {S_INIT("<entry>"), S_INIT("text"), S_INIT("")};
	const str first[] = {S_INIT("<entrY>"), S_INIT("text"), S_INIT("")};
	const str other[] = {S_INIT("<entry>"), S_INIT("text"), S_INIT("!")};
	uint64_t key = judged_key(S("atom"), parts, COUNT(parts));

	(void)state;
	assert_true(key == judged_key(S("atom"), parts, COUNT(parts)));
	assert_false(key == judged_key(S("rss"), parts, COUNT(parts)));
	assert_false(key == judged_key(S("atom"), first, COUNT(parts)));
	assert_false(key == judged_key(S("atom"), other, COUNT(parts)));
}

static void
check_keys(str earlier, const char *run, size_t most, const char *want)
{
	struct buf out = {0};
	uint64_t keys[16];
	size_t n = strlen(run);

	for (size_t i = 0; i < n; i++)
		keys[i] = (uint64_t)run[i] << 56;
	judged_pack(&out, earlier, keys, n, most);
	assert_int_equal(out.len, strlen(want) * JUDGED_KEY);
	for (int c = 1; c < 128; c++)
		assert_int_equal(
		    judged_has(buf_str(&out), (uint64_t)c << 56),
		    strchr(want, c) != NULL);
	buf_free(&out);
}

static void
test_pack(void **state)
{
	uint64_t three[] = {
		(uint64_t)'b' << 56, (uint64_t)'d' << 56, (uint64_t)'f' << 56};
	struct buf old = {0};

	(void)state;
	assert_false(judged_has((str){0}, 0));
	check_keys((str){0}, "", 8, "");
	check_keys((str){0}, "caac", 8, "ac");
	buf_addc(&old, '-'); /* the keys need not be aligned */
	judged_pack(&old, (str){0}, three, 3, 8);
	check_keys(str_from(buf_str(&old), 1), "", 3, "bdf");
	check_keys(str_from(buf_str(&old), 1), "gad", 8, "abdfg");
	/* With too many keys the earlier ones are left out. */
	check_keys(str_from(buf_str(&old), 1), "a", 4, "abdf");
	check_keys(str_from(buf_str(&old), 1), "a", 3, "a");
	check_keys(str_from(buf_str(&old), 1), "", 2, "");
	buf_free(&old);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_keys),
		cmocka_unit_test(test_pack),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
