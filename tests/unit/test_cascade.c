/* SPDX-License-Identifier: MIT
 * test_cascade: data that is merged with data. What is wanted is what
 * Eleventy 2.0.1 makes of it. */
#include "post/read/cascade.h"

#include "base/data/yaml.h"
#include "trees.h"

static const struct {
	const char *front;
	const char *under[3]; /* the one that counts most first */
	const char *want;     /* as show has it */
} rows[] = {
	{"{}", {"a: 1"}, "{a=1}"},
	{"a: 1", {"{}"}, "{a=1}"},
	{"a: 1", {"a: 2", "a: 3\nb: 4", "b: 5"}, "{a=1 b=4}"},
	/* Lists and maps are both. */
	{"a: [1, 2]", {"a: [3, 1]", "a: [4]"}, "{a=[4 3 1 1 2]}"},
	{"a: {x: 1}", {"a: {x: 2, y: 3}", "a: {z: 4}"},
	    "{a={x=1 y=3 z=4}}"},
	{"a: {x: {y: [1]}}", {"a: {x: {y: [2], z: 3}}"},
	    "{a={x={y=[2 1] z=3}}}"},
	{"a: []", {"a: [1]"}, "{a=[1]}"},
	{"a: [[1]]", {"a: [[2]]"}, "{a=[[2] [1]]}"},
	/* Other kinds give way to what is above, but a map to no other. */
	{"a: 1", {"a: [2]"}, "{a=1}"},
	{"a: [1]", {"a: 2"}, "{a=[1]}"},
	{"a: ~", {"a: 2", "a: 3"}, "{a=~}"},
	{"a: {x: 1}", {"a: 2"}, "{a={x=1}}"},
	{"a: 1", {"a: {x: 2}"}, "{a={x=2}}"},
	{"a: [1]", {"a: {x: 2}", "a: {y: 3}"}, "{a={x=2 y=3}}"},
	{"a: ~", {"a: {x: 2}"}, "{a={x=2}}"},
	/* Tags are a list first. */
	{"tags: a b", {"tags: c"}, "{tags=[c a b]}"},
	{"tags: a", {"tags: [b]", "tags: c"}, "{tags=[c b a]}"},
	{"tags: ~", {"tags: [b]"}, "{tags=[b]}"},
	{"tags: ''", {"tags: b"}, "{tags=[b]}"},
	{"tags: [a]", {"tags: ~"}, "{tags=[a]}"},
	{"x: {tags: a}", {"x: {tags: b}"}, "{x={tags=a}}"},
	/* Nothing is laid under what overrides. */
	{"override:a: [1]", {"a: [2]"}, "{override:a=[1] a=[1]}"},
	{"a: [1]", {"override:a: [2]", "a: [3]"},
	    "{a=[2 1] override:a=[2]}"},
	{"{}", {"override:a: [2]", "a: [3]"}, "{a=[2] override:a=[2]}"},
	{"{}", {"a: [1]", "override:a: [2]", "a: [3]"},
	    "{a=[2 1] override:a=[2]}"},
	{"x: {y: [1]}", {"x: {override:y: [2]}", "x: {y: [3]}"},
	    "{x={y=[2 1] override:y=[2]}}"},
	/* Another key that means the same is the post's word, too. */
	{"summary: a", {"description: b"}, "{summary=a}"},
	{"Author: a", {"author: b"}, "{Author=a}"},
	{"x: {summary: a}", {"x: {description: b}"},
	    "{x={summary=a description=b}}"},
};

static struct value *
parse(struct arena *a, const char *text)
{
	struct source src = {S("a"), str_of(text)};
	struct diags d = {0};
	struct value *v = yaml_parse(a, src.text, &src, 0, &d);

	check_diags(text, &d, "");
	assert_non_null(v);
	return v;
}

static void
test_merge(void **state)
{
	struct arena a = {0};
	struct buf b = {0}, again = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct value *v = parse(&a, rows[i].front);

		cascade_begin(v, &a);
		for (size_t k = 0; k < 3 && rows[i].under[k]; k++) {
			struct value *under = parse(&a, rows[i].under[k]);
			struct value *same = parse(&a, rows[i].under[k]);

			cascade_merge(v, under, &a);
			/* Other posts have it, too. */
			show(&b, under);
			show(&again, same);
			check_buf(rows[i].front, &b, buf_cstr(&again));
			buf_reset(&again);
		}
		show(&b, v);
		check_buf(rows[i].front, &b, rows[i].want);
		arena_reset(&a);
	}
	buf_free(&again);
	buf_free(&b);
	arena_free(&a);
}

/* What an alias shares is merged in one place only. */
static void
test_shared(void **state)
{
	struct arena a = {0};
	struct buf b = {0};
	struct value *v = parse(&a, "a: &x {y: {z: 1}}\nb: *x");

	(void)state;
	cascade_begin(v, &a);
	cascade_merge(v, parse(&a, "a: {y: {w: 2}}"), &a);
	show(&b, v);
	check_buf("shared", &b, "{a={y={z=1 w=2}} b={y={z=1}}}");
	buf_free(&b);
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_merge),
		cmocka_unit_test(test_shared),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
