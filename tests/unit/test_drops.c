/* SPDX-License-Identifier: MIT
 * test_drops: the tags that nobody here knows, counted over all posts. */
#include "content/drops.h"

#include "support.h"

/* Whichever thread counts which post, the report is the same. */
static void
test_report(void **state)
{
	const struct source a = {S("a.md"), S("x\né y\n")};
	const struct source b = {S("b.md"), S("x y\n")};

	(void)state;
	for (int turn = 0; turn < 2; turn++) {
		struct drops one = {0}, two = {0}, all = {0};
		struct diags d = {0};

		drops_add(turn ? &one : &two, "tag", S("z"), 2, &b, 2);
		drops_add(&one, "tag", S("m"), 1, &b, 0);
		drops_add(turn ? &two : &one, "tag", S("z"), 1, &a, 5);
		drops_add(turn ? &two : &one, "tag", S("z"), 1, &a, 0);
		drops_add(&two, "filter", S("m"), 1, &a, STR_NONE);
		drops_move(&all, turn ? &two : &one);
		drops_move(&all, turn ? &one : &two);
		drops_report(&all, &d);
		check_str("file", d.last->file, "a.md");
		check_diags("report", &d,
		    "tag-unknown 0:0 filter 'm' is not known: dropped 1 time\n"
		    "tag-unknown 1:1 tag 'm' is not known: dropped 1 time\n"
		    "tag-unknown 2:3 tag 'z' is not known: dropped 4 times");
	}
}

static void
test_empty(void **state)
{
	struct drops none = {0}, all = {0};
	struct diags d = {0};

	(void)state;
	drops_move(&all, &none);
	drops_report(&all, &d);
	check_diags("none", &d, "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_report),
		cmocka_unit_test(test_empty),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
