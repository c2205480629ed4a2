/* SPDX-License-Identifier: MIT
 * test_pattern: texts with {names} in them. */
#include "base/text/pattern.h"

#include "support.h"

static const struct {
	const char *pattern;
	const char *want; /* NULL: bad */
	const char *bad;  /* what is, where the header says it */
} rows[] = {
	{"", "", NULL},
	{"plain", "plain", NULL},
	{"{slug}", "s", NULL},
	{"a/{slug}/b", "a/s/b", NULL},
	{"{slug}{term}{slug}", "st {slug}s", NULL},
	{"{empty}", "", NULL},
	{"x{empty}", "x", NULL},
	{"100 }", "100 }", NULL},
	{"é{slug}é", "ésé", NULL},
	{"{nope}", NULL, "nope"},
	{"{slug}{nope}", NULL, "nope"},
	{"{Slug}", NULL, "Slug"},
	{"{ slug }", NULL, " slug "},
	{"{}", NULL, ""},
	{"a{slug", NULL, NULL},
	{"{slug}{", NULL, NULL},
};

static void
test_expand(void **state)
{
	static const struct pattern_var vars[] = {
		{"slug", S_INIT("s")}, {"term", S_INIT("t {slug}")},
		{"empty", {NULL, 0}},
	};
	struct buf b = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		str bad = S("untouched");
		bool ok = pattern_expand(&b, str_of(rows[i].pattern), vars,
		    COUNT(vars), &bad);

		if (ok != (rows[i].want != NULL))
			fail_msg("%s: %d", rows[i].pattern, ok);
		if (ok)
			check_buf(rows[i].pattern, &b, rows[i].want);
		if (rows[i].bad)
			check_str(rows[i].pattern, bad, rows[i].bad);
		buf_reset(&b);
	}
	assert_true(pattern_expand(&b, (str){0}, vars, 0, &(str){0}));
	assert_int_equal(b.len, 0);
	buf_free(&b);
}

static void
test_has(void **state)
{
	(void)state;
	assert_true(pattern_has(S("a/{slug}"), "slug"));
	assert_true(pattern_has(S("{x}{slug}b"), "slug"));
	assert_false(pattern_has(S("slug"), "slug"));
	assert_false(pattern_has(S("{slugs}{lug}"), "slug"));
	assert_false(pattern_has(S("{slug"), "slug"));
	assert_false(pattern_has((str){0}, "slug"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_expand),
		cmocka_unit_test(test_has),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
