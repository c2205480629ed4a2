/* SPDX-License-Identifier: MIT
 * test_namespaces: those that a document declares. */
#include "feed/formats/xml_feed.h"

#include "support.h"

static const struct {
	unsigned set;
	const char *want;
} rows[] = {
	{0, "<x/>\n"},
	{NAMESPACE_THR, "<x xmlns:thr="
	    "\"http://purl.org/syndication/thread/1.0\"/>\n"},
	{NAMESPACE_THR | NAMESPACE_SOURCE, "<x xmlns:thr="
	    "\"http://purl.org/syndication/thread/1.0\" xmlns:source="
	    "\"http://source.scripting.com/\"/>\n"},
	/* Bits that no row has are nobody's. */
	{1U << 31, "<x/>\n"},
};

static void
test_declare(void **state)
{
	struct buf b = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct xml x = xml_piece(&b, 0);

		xml_open(&x, "x");
		xml_feed_declare(&x, rows[i].set);
		xml_close(&x);
		check_buf("declared", &b, rows[i].want);
	}
	buf_free(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_declare),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
