/* SPDX-License-Identifier: MIT
 * test_chinese: readings of Chinese characters. */
#include "base/text/chinese.h"

#include "support.h"

static void
test_readings(void **state)
{
	static const struct {
		uint32_t rune;
		const char *reading; /* NULL: that of ICU will do */
	} rows[] = {
		{0x5730, "di"},    /* 地 */
		{0x90FD, "du"},    /* 都 */
		{0x957F, "chang"}, /* 长 */
		{0x9577, "chang"}, /* 長 */
		{0x8FD8, "huan"},  /* 还 */
		{0x4E86, "liao"},  /* 了 */
		{0x8AB0, NULL},    /* 誰 */
		{0x65E5, NULL},    /* 日 */
		{0x4E00, NULL},    /* 一 */
		{'a', NULL}, {0xE9, NULL}, {0x20000, NULL},
	};
	struct buf b = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		bool known = chinese_add(&b, rows[i].rune);

		if (known != (rows[i].reading != NULL))
			fail_msg("U+%04X", (unsigned)rows[i].rune);
		check_buf("reading", &b, known ? rows[i].reading : "");
	}
	buf_free(&b);
}

static void
test_characters(void **state)
{
	static const uint32_t is[] = {0x3400, 0x4E00, 0x9FFF, 0xF900, 0x20000,
		0x31350};
	static const uint32_t no[] = {'a', 0x3005, 0x33FF, 0x4DC0, 0xA000,
		0xAC00, 0x1F389, 0x40000};

	(void)state;
	for (size_t i = 0; i < COUNT(is); i++)
		assert_true(chinese_is(is[i]));
	for (size_t i = 0; i < COUNT(no); i++)
		assert_false(chinese_is(no[i]));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_readings),
		cmocka_unit_test(test_characters),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
