/* SPDX-License-Identifier: MIT
 * test_han: readings of Chinese characters. */
#include "base/text/han.h"

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
		bool known = han_put(&b, rows[i].rune);

		if (known != (rows[i].reading != NULL))
			fail_msg("U+%04X", (unsigned)rows[i].rune);
		check_buf("reading", &b, known ? rows[i].reading : "");
	}
	buf_free(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(test_readings)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
