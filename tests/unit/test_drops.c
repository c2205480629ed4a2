/* SPDX-License-Identifier: MIT
 * test_drops: the tags that nobody here knows, counted over all posts. */
#include "content/tags/drops.h"

#include "support.h"

/* Counts a tag of a post, `count` times at one place. */
static void
add_drops(struct drops *d, const char *what, str name, int count,
    const struct source *src, size_t place)
{
	struct drop_counts counts = {0};
	struct arena arena = {0};

	for (int i = 0; i < count; i++)
		drop_counts_add(&counts, &(struct dropped){
			.what = what, .name = name}, &arena);
	drops_add_counts(d, &counts, src, place);
	arena_free(&arena);
}

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

		add_drops(turn ? &one : &two, "tag", S("z"), 2, &b, 2);
		add_drops(&one, "tag", S("m"), 1, &b, 0);
		add_drops(turn ? &two : &one, "tag", S("z"), 1, &a, 5);
		add_drops(turn ? &two : &one, "tag", S("z"), 1, &a, 0);
		add_drops(&two, "filter", S("m"), 1, &a, STR_NONE);
		drops_move(&all, turn ? &two : &one);
		drops_move(&all, turn ? &one : &two);
		drops_report(&all, &d);
		check_str("file", d.last->file, "a.md");
		check_diags("report", &d,
		    "tag-unknown 0:0 unknown filter 'm': dropped 1 time\n"
		    "tag-unknown 1:1 unknown tag 'm': dropped 1 time\n"
		    "tag-unknown 2:3 unknown tag 'z': dropped 4 times");
	}
}

/* Of very many names in one post the rest is counted together. */
static void
test_counts(void **state)
{
	const struct source a = {S("a.md"), S("xyz")};
	struct drop_counts none = {0}, counts = {0};
	struct drops all = {0};
	struct diags d = {0};
	struct arena arena = {0};

	(void)state;
	drops_add_counts(&all, &none, &a, 0);
	drop_counts_add(&counts, &(struct dropped){.what = "tag",
		.name = S("m"), .offset = 2, .is_pair = true}, &arena);
	drop_counts_add(&counts, &(struct dropped){
		.what = "tag", .name = S("m")}, &arena);
	drop_counts_add(&counts, &(struct dropped){.what = "variable",
		.name = S("m"), .offset = 1}, &arena);
	drops_add_counts(&all, &counts, &a, 0);
	drops_add_counts(&all, &counts, &a, STR_NONE);
	drops_report(&all, &d);
	check_diags("counts", &d,
	    "tag-unknown 1:3 unknown tag 'm': dropped 4 times, "
	    "and the text in 2 of them stays\n"
	    "tag-unknown 1:2 unknown variable 'm': dropped 2 times");
	for (int i = 0; i < 300; i++)
		drop_counts_add(&counts, &(struct dropped){.what = "tag",
			.name = arena_printf(&arena, "%d", i)}, &arena);
	assert_int_equal(counts.count, 100);
	drops_add_counts(&all, &counts, &a, 0);
	drops_report(&all, &d);
	check_str("rest", str_sub(d.first->message, 0, 22),
	    "unknown tag '(others)'");
	assert_int_equal(d.counts[DIAG_WARNING], 100);
	diags_free(&d);
	arena_free(&arena);
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
		cmocka_unit_test(test_counts),
		cmocka_unit_test(test_empty),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
