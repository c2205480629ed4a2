/* SPDX-License-Identifier: MIT
 * test_ident: ids, which must never change. */
#include "post/permalink/ident.h"

#include "config/config_codes.h"
#include "base/data/yaml.h"
#include "support.h"

static const struct {
	const char *pattern, *front, *want;
} rows[] = {
	{"{permalink}", "{}", "https://e.org/a"},
	{"{permalink}", "permalink: /x", "https://e.org/a"},
	{"{permalink}#{n}", "n: 1", "https://e.org/a#1"},
	{"{guid}", "guid: 'tag:e.org,2008:1'", "tag:e.org,2008:1"},
	{"{guid}", "guid: 12345", "12345"},
	{"{guid}", "guid: 'HTTP://E.org/%c3%a4 /'", "HTTP://E.org/%c3%a4 /"},
	{"{guid}", "GUID: x", "x"},
	{"{guid}", "{}", "https://e.org/a"},
	{"{guid}", "guid: ", "https://e.org/a"},
	{"{guid}", "guid: ''", "https://e.org/a"},
	{"{guid}", "guid: [x]", "https://e.org/a"},
	{"urn:x:{a}:{b}", "{a: 1, b: é}", "urn:x:1:é"},
	{"urn:x:{a}:{b}", "{a: 1}", "https://e.org/a"},
	{"{extra.guid}", "extra: {guid: x}", "x"},
	{"{a}", "a: '{b}'", "{b}"},
	{"x{a}y", "a: 1", "x1y"},
	{"tag:{:host},{:date}:{:path}/", "a: 1", "tag:e.org,2024-01-02:/a/"},
	{"{:folder}{:name}", "a: 1", "https://e.org/My%20Post"},
	{"{:folder}{:slug}", "a: 1", "https://e.org/My Post"},
	{"http://old.org{:url}", "a: 1", "http://old.org/a"},
	{"http://old.org{:id}", "a: 1", "http://old.org/My Post"},
};

/* {:url} and {:id} begin below site.url. */
static const struct {
	const char *base, *url, *slug, *want;
} below[] = {
	{"/b", "https://e.org/b/2020/a.html", "", "/2020/a.html /2020/n"},
	{"/b", "https://e.org/b/2020/a/", "s/t", "/2020/a/ /2020/s/t"},
	{"/b", "https://e.org/b/", "", "/ /n"},
	{"", "https://e.org/b/a", "", "/b/a /b/n"},
};

static void
test_below(void **state)
{
	struct arena a = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(below); i++) {
		struct permalink_parts parts = {.stem = S("n"),
			.slug = str_of(below[i].slug),
			.base = str_of(below[i].base)};

		check_str(below[i].url, ident_make(&a, S("{:url} {:id}"),
		    str_of(below[i].url), &parts, NULL), below[i].want);
	}
	arena_free(&a);
}


static void
test_make(void **state)
{
	struct permalink_parts parts = {.stem = S("My Post"),
		.date = {.year = 2024, .month = 1, .day = 2}};
	struct arena a = {0};

	(void)state;
	check_str("folder", ident_make(&a, S("{:folder}{:name}"),
	    S("https://e.org/b/a/"), &parts, NULL),
	    "https://e.org/b/My%20Post");
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct diags d = {0};
		struct source src = {S("a.md"), str_of(rows[i].front)};
		struct value *front = yaml_parse(&a, src.text, &src, 0, &d);

		check_str(rows[i].front, ident_make(&a,
		    str_of(rows[i].pattern), S("https://e.org/a"), &parts, front),
		    rows[i].want);
		diags_free(&d);
	}
	arena_free(&a);
}

static void
test_fill(void **state)
{
	struct permalink_parts parts = {.stem = S("a")};
	struct buf b = {0};

	(void)state;
	buf_add(&b, S("x:"));
	assert_true(ident_fill(&b, S("{permalink}#c"), S("https://e.org/a"),
	    &parts, NULL));
	check_buf("whole", &b, "x:https://e.org/a#c");
	assert_false(ident_fill(
	    &b, S("{a}"), S("https://e.org/a"), &parts, NULL));
	buf_free(&b);
}

static void
test_check(void **state)
{
	static const char *const bad[] = {"x", "{}", "a{b", "{a}{", "}",
	    "{:hots}"};
	static const char *const good[] = {
		"{permalink}", "{:folder}{:name}", "{a}", "x{a.b}y{c}", "tag:{a}}"};
	struct arena a = {0};
	struct config c;
	struct diags d = {0};

	(void)state;
	make_config(&c, &a, "");
	for (size_t i = 0; i < COUNT(good); i++) {
		c.posts.id = str_of(good[i]);
		assert_true(ident_check(&c, &d));
	}
	check_diags("good", &d, "");
	for (size_t i = 0; i < COUNT(bad); i++) {
		c.posts.id = str_of(bad[i]);
		if (ident_check(&c, &d))
			fail_msg("'%s' passes", bad[i]);
		assert_int_equal(d.counts[DIAG_ERROR], 1);
		assert_int_equal(d.first->code, DIAG_CONFIG_VALUE);
		diags_free(&d);
	}
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_make),
		cmocka_unit_test(test_below),
		cmocka_unit_test(test_fill),
		cmocka_unit_test(test_check),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
