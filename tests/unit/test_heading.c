/* SPDX-License-Identifier: MIT
 * test_heading: the heading that a text begins with. */
#include "post/read/heading.h"

#include "support.h"

static const struct {
	const char *body, *title, *rest; /* NULL: there is none */
} rows[] = {
	{"# A title\ntext", "A title", "text"},
	{"\n\n# *A* `title` {#id} ##\n", "A title", ""},
	{"import A from 'a'\n\n# B\nc", "B", "c"},
	{"<script setup>\n# no\n</script>\n# B", "B", ""},
	{"<script src='a'></script>\n# B\n", "B", ""},
	{"text\n# A", NULL, NULL},
	{"## A", NULL, NULL},
	{"#A", NULL, NULL},
	{"#  ", NULL, NULL},
	{"<script>\n# no", NULL, NULL},
	{"", NULL, NULL},
};

static void
test_find(void **state)
{
	struct arena a = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		str title, rest;
		bool found = heading_find(
		    str_of(rows[i].body), &title, &rest, &a);

		if (found != (rows[i].title != NULL))
			fail_msg("%s: %d", rows[i].body, found);
		if (!found)
			continue;
		check_str(rows[i].body, title, rows[i].title);
		check_str(rows[i].body, rest, rows[i].rest);
	}
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_find),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
