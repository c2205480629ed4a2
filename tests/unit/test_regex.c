/* SPDX-License-Identifier: MIT
 * test_regex: regular expressions, as Python's re.match has them. */
#include "base/text/regex.h"

#include "base/core/buf.h"
#include "support.h"

/* The named groups of a match, as Python gives them; NULL: no match. */
static const struct {
	const char *pattern, *text, *want;
} rows[] = {
	{"(?P<date>\\d{4}-\\d{2}-\\d{2}).*",
		"2020-01-02-a", "date=2020-01-02"},
	{"(?P<date>\\d{4}-\\d{2}-\\d{2}).*", "2020-1-2-a", NULL},
	{"(?P<date>\\d{4}-\\d{2}-\\d{2}).*", "x2020-01-02", NULL},
	{"(?P<slug>.*)", "My_File", "slug=My_File"},
	{"(?P<slug>.*)", "", "slug="},
	{"(?P<slug>.*)", "é ü", "slug=é ü"},
	{"(?P<date>\\d{4}-\\d{2}-\\d{2})[-_](?P<slug>.*)",
		"2020-01-02_a-b", "date=2020-01-02 slug=a-b"},
	{"(?P<date>\\d{4}-\\d{2}-\\d{2})[-_](?P<slug>.*)",
		"2020-01-02-", "date=2020-01-02 slug="},
	{"(?P<date>\\d{4}-\\d{2}-\\d{2})[-_](?P<slug>.*)", "2020-01-02", NULL},
	{"(?P<slug>[^.]*).*", "a.b.c", "slug=a"},
	{"(?P<slug>[^.]*).*", ".a", "slug="},
	{"(?P<slug>[^.]*).*", "ab", "slug=ab"},
	{"(?P<category>[^/]*)/(?P<date>\\d{4}-\\d{2}-\\d{2})/.*",
		"c/2020-01-02/x.md", "category=c date=2020-01-02"},
	{"(?P<category>[^/]*)/(?P<date>\\d{4}-\\d{2}-\\d{2})/.*",
		"c/d/2020-01-02/x.md", NULL},
	{"(?P<date>\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2})?)_(?P<slug>.*)",
		"2020-01-02T10:20_a", "date=2020-01-02T10:20 slug=a"},
	{"(?P<date>\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2})?)_(?P<slug>.*)",
		"2020-01-02_a", "date=2020-01-02 slug=a"},
	{"(?P<slug>.+?)(?:\\.(?P<lang>[a-z]{2}))?$",
		"post.fr", "slug=post lang=fr"},
	{"(?P<slug>.+?)(?:\\.(?P<lang>[a-z]{2}))?$", "post", "slug=post"},
	{"(?P<slug>.+?)(?:\\.(?P<lang>[a-z]{2}))?$",
		"post.french", "slug=post.french"},
	{"(?P<slug>.+?)(?:\\.(?P<lang>[a-z]{2}))?$",
		"a.b.de", "slug=a.b lang=de"},
	{"(.*/)?(?P<slug>[a-z]+)\\d*\\.md", "a/b/post12.md", "slug=post"},
	{"(.*/)?(?P<slug>[a-z]+)\\d*\\.md", "post.md", "slug=post"},
	{"(.*/)?(?P<slug>[a-z]+)\\d*\\.md", "POST.md", NULL},
	{"\\bé\\b-(?P<x>.)", "é-x", "x=x"},
	{".\\bé", "aé", NULL},
	{"a\\B(?P<x>é)\\b", "aé", "x=é"},
	{"a|b(?P<x>c)|(?P<y>d)e", "a", ""},
	{"a|b(?P<x>c)|(?P<y>d)e", "bc", "x=c"},
	{"a|b(?P<x>c)|(?P<y>d)e", "de", "y=d"},
	{"a|b(?P<x>c)|(?P<y>d)e", "d", NULL},
	{"a|b(?P<x>c)|(?P<y>d)e", "b", NULL},
	{"(a*)*(?P<z>b)", "aaab", "z=b"},
	{"(a*)*(?P<z>b)", "b", "z=b"},
	{"(a*)*(?P<z>b)", "c", NULL},
	{"(?P<x>a{2,3})(?P<y>a*)", "a", NULL},
	{"(?P<x>a{2,3})(?P<y>a*)", "aa", "x=aa y="},
	{"(?P<x>a{2,3})(?P<y>a*)", "aaaaa", "x=aaa y=aa"},
	{"(?P<x>a{2,3}?)(?P<y>a*)", "aaaaa", "x=aa y=aaa"},
	{"(?P<x>a{,2})b", "aab", "x=aa"},
	{"(?P<x>a{,2})b", "b", "x="},
	{"(?P<x>a{,2})b", "aaab", NULL},
	{"(?P<x>a{2})a", "aaa", "x=aa"},
	{"(?P<x>a{2})a", "aa", NULL},
	{"a{x}(?P<x>b)", "a{x}b", "x=b"},
	{"a{x}(?P<x>b)", "ab", NULL},
	{"[]a](?P<x>[^]b])", "]c", "x=c"},
	{"[]a](?P<x>[^]b])", "ab", NULL},
	{"[]a](?P<x>[^]b])", "a]", NULL},
	{"(?P<x>[\\w-]+)\\s(?P<y>\\W)", "é_1-2 !", "x=é_1-2 y=!"},
	{"(?P<x>[\\w-]+)\\s(?P<y>\\W)", "a b", NULL},
	{"\\bfoo\\b(?P<x>.*)", "foo bar", "x= bar"},
	{"\\bfoo\\b(?P<x>.*)", "foobar", NULL},
	{"^\\.(?P<x>\\D\\S)\\Z", ".ab", "x=ab"},
	{"^\\.(?P<x>\\D\\S)\\Z", ".1b", NULL},
	{"^\\.(?P<x>\\D\\S)\\Z", ".abc", NULL},
	{"(?P<x>.)(?P<y>.)", "日本", "x=日 y=本"},
	{"(?P<x>.)(?P<y>.)", "a\n", NULL},
	{"(?:(?P<x>a)|b)*", "ab", "x=a"},
	{"(?:(?P<x>a)|b)*", "ba", "x=a"},
	{"(?:(?P<x>a)|b)*", "c", ""},
	{"", "", ""},
	{"", "a", ""},
	{"[a-c-](?P<x>[\\]\\-x])", "-]", "x=]"},
	{"[a-c-](?P<x>[\\]\\-x])", "b-", "x=-"},
	{"[a-c-](?P<x>[\\]\\-x])", "dx", NULL},
};

static void
test_match(void **state)
{
	struct arena a = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct regex re;
		struct buf b = {0};
		str why = {0}, groups[REGEX_GROUPS];
		bool found;

		if (!regex_compile(&re, str_of(rows[i].pattern), &a, &why))
			fail_msg("'%s' %s", rows[i].pattern, why.ptr);
		found = regex_match(&re, str_of(rows[i].text), groups);
		if (found != (rows[i].want != NULL))
			fail_msg("'%s' and '%s': %d", rows[i].pattern,
			    rows[i].text, found);
		for (size_t k = 0; k < re.groups; k++)
			if (re.names[k].len && groups[k].ptr)
				buf_printf(&b, "%s%.*s=%.*s",
				    b.len ? " " : "", STR_ARG(re.names[k]),
				    STR_ARG(groups[k]));
		if (found)
			check_buf(rows[i].pattern, &b, rows[i].want);
		buf_free(&b);
	}
	arena_free(&a);
}

static const struct {
	const char *pattern, *why;
} bad[] = {
	{"(a", "has a '(' that is not closed"},
	{"a)", "has a ')' that no '(' opens"},
	{"[a", "has a '[' that is not closed"},
	{"(?P<a", "has a group whose name is not closed"},
	{"(?P<>a)", "has a group whose name is not closed"},
	{"(?=a)", "has a group that begins with '?='"},
	{"(?i)a", "has a group that begins with '?i'"},
	{"*a", "has nothing before '*'"},
	{"a**", "repeats a repetition"},
	{"a{3,2}", "has something 3 to 2 times"},
	{"a{101}", "has something 101 to 101 times"},
	{"(a)\\1", "refers to a group by '\\1'"},
	{"a\\", "ends in a '\\'"},
	{"\\q", "has the unknown escape '\\q'"},
	{"(((a{100}){100}){100})", "is too long"},
};

static void
test_wrong(void **state)
{
	struct arena a = {0};
	struct buf deep = {0};
	struct regex re;
	str why;

	(void)state;
	for (size_t i = 0; i < COUNT(bad); i++) {
		if (regex_compile(&re, str_of(bad[i].pattern), &a, &why))
			fail_msg("'%s' passes", bad[i].pattern);
		check_str(bad[i].pattern, why, bad[i].why);
	}
	for (int i = 0; i < 60; i++)
		buf_add(&deep, S("(?:"));
	assert_false(regex_compile(&re, buf_str(&deep), &a, &why));
	check_str("deep", why, "is nested too deeply");
	buf_reset(&deep);
	for (int i = 0; i < 17; i++)
		buf_add(&deep, S("(a)"));
	assert_false(regex_compile(&re, buf_str(&deep), &a, &why));
	check_str("groups", why, "has more than 16 groups");
	buf_free(&deep);
	arena_free(&a);
}

/* Patterns that take years in an engine that backtracks, and texts at the
 * limit. */
static void
test_costly(void **state)
{
	static const char *const patterns[] = {"(a+)+b", "(a|a)*b",
		"(.*)(.*)(.*)(.*)(.*)b", "(a?){50}a{50}b", "((a*)*)*b"};
	static const char *const fitting[] = {"(a+)+a", "(a|a)*a",
		"(.*)(.*)(.*)(.*)(.*)a", "(a?){50}a{50}"};
	struct arena a = {0};
	struct buf text = {0};
	struct regex re;
	str why, groups[REGEX_GROUPS];

	(void)state;
	for (int i = 0; i < 1024; i++)
		buf_addc(&text, 'a');
	for (size_t i = 0; i < COUNT(patterns); i++) {
		assert_true(regex_compile(&re, str_of(patterns[i]), &a,
		    &why));
		assert_false(regex_match(&re, buf_str(&text), groups));
	}
	/* It does not give up: the same texts match where they can. */
	for (size_t i = 0; i < COUNT(fitting); i++) {
		assert_true(regex_compile(&re, str_of(fitting[i]), &a, &why));
		assert_true(regex_match(&re, buf_str(&text), groups));
	}
	assert_true(regex_compile(&re, S("a*"), &a, &why));
	assert_true(regex_match(&re, buf_str(&text), groups));
	buf_addc(&text, 'a');
	assert_false(regex_match(&re, buf_str(&text), groups));
	buf_free(&text);
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_match),
		cmocka_unit_test(test_wrong),
		cmocka_unit_test(test_costly),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
