/* SPDX-License-Identifier: MIT
 * test_glob: patterns of paths. */
#include "base/text/glob.h"

#include "support.h"

static const struct {
	const char *pattern, *path;
	bool match;
} rows[] = {
	{"", "", true}, {"", "a", false}, {"a", "", false},
	{"a.md", "a.md", true}, {"a.md", "a.mdx", false},
	{"a.md", "A.md", false}, {"a.md", "b/a.md", false},
	{"?", "a", true}, {"?", "", false}, {"?", "ab", false},
	{"?", "/", false}, {"a?c", "a/c", false}, {"a?c", "abc", true},
	{"*", "", true}, {"*", "abc", true}, {"*", "a/b", false},
	{"*.md", "a.md", true}, {"*.md", ".md", true},
	{"*.md", "a/b.md", false}, {"*.md", "a.md.txt", false},
	{"a*c*e", "abcde", true}, {"a*c*e", "ace", true},
	{"a*c*e", "aec", false}, {"*/*.md", "a/b.md", true},
	{"*/*.md", "a.md", false}, {"*/*.md", "a/b/c.md", false},
	{"é*.md", "été.md", true}, {"e*.md", "été.md", false},
	{"*é.md", "été.md", true},
	{"**", "", true}, {"**", "a", true}, {"**", "a/b/c", true},
	{"a**", "a/b/c", true}, {"a**", "b", false},
	{"a/**", "a/b", true}, {"a/**", "a/b/c", true}, {"a/**", "ab", false},
	{"a/**", "b/a/c", false},
	{"**/a.md", "a.md", true}, {"**/a.md", "b/a.md", true},
	{"**/a.md", "b/c/a.md", true}, {"**/a.md", "b/a.md/c", false},
	{"**/a.md", "ba.md", false}, {"a**/b", "ab", false},
	{"a**/b", "a/b", true}, {"a**/b", "ax/y/b", true},
	{"a/**/b", "a/b", true}, {"a/**/b", "a/x/b", true},
	{"a/**/b", "a/x/y/b", true}, {"a/**/b", "a/x/y/c", false},
	{"a/**/b/**/c", "a/b/x/b/c", true}, {"a/**/b/**/c", "a/x/c", false},
	{"**/*.md", "a/b.md", true}, {"**/*.md", "b.md", true},
	{"**.md", "a/b.md", true}, {"**x**", "a/x/b", true},
	{"a/", "a/b", true}, {"a/", "a/b/c", true}, {"a/", "ab", false},
	{"a/", "b/a/c", false}, {"*/", "a/b/c", true}, {"*/", "a", false},
	{"**/b/", "a/b/c", true}, {"**/b/", "b/c", true},
	/* No other sign means anything. */
	{"[a].md", "[a].md", true}, {"[a].md", "a.md", false},
	{"{a,b}", "a", false}, {"\\*", "*", false}, {"a.c", "abc", false},
};

static void
test_match(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		if (glob_match(str_of(rows[i].pattern), str_of(rows[i].path))
		    != rows[i].match)
			fail_msg("'%s' and '%s', expected %d", rows[i].pattern,
			    rows[i].path, rows[i].match);
}

/* A slice is no C string: what follows it must not be looked at. */
static void
test_slices(void **state)
{
	str all = S("a/b.mdx");

	(void)state;
	assert_true(glob_match(S("a/*.md"), str_sub(all, 0, 6)));
	assert_true(glob_match(str_sub(S("a/**x"), 0, 4), all));
	assert_true(glob_match(str_sub(S("**/*.md/"), 0, 7),
	    str_sub(all, 0, 6)));
	assert_false(glob_match(str_sub(all, 0, 0), all));
	assert_true(glob_match((str){0}, (str){0}));
}

/* A pattern has 512 characters at most, a folder two for its stars among
 * them. */
static void
test_long(void **state)
{
	char path[520];

	(void)state;
	memset(path, 'a', sizeof path);
	assert_true(glob_match((str){path, 512}, (str){path, 512}));
	assert_false(glob_match((str){path, 513}, (str){path, 513}));
	path[509] = '/';
	assert_true(glob_match((str){path, 510}, (str){path, 512}));
	path[509] = 'a';
	path[510] = '/';
	assert_false(glob_match((str){path, 511}, (str){path, 513}));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_match),
		cmocka_unit_test(test_slices),
		cmocka_unit_test(test_long),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
