/* SPDX-License-Identifier: MIT
 * test_summary: what a post is about. */
#include "content/entry/summary.h"

#include "support.h"

static void
test_mark(void **state)
{
	static const struct {
		const char *text;
		size_t want;
	} rows[] = {
		{"", STR_NONE}, {"a", STR_NONE}, {"<!--more-->", 0},
		{"a\n\n<!--more-->\nb", 3}, {"a\n<!-- MORE -->", 2},
		{"a <!--\tMore  --> b", 2}, {"é <!--more-->", 3},
		{"<!--mores-->", STR_NONE}, {"<!--more--", STR_NONE},
		{"<!-- no more -->", STR_NONE}, {"<more>", STR_NONE},
		{"<!--more--><!--more-->", 0},
		{"```\n<!--more-->\n```\n", STR_NONE},
		{"```html\n<!--more-->\n```\n<!--more-->", 24},
		{"~~~\n<!--more-->\n~~~\n", STR_NONE},
		{"```\n<!--more-->", STR_NONE},
		{"a\n\n    <!--more-->", STR_NONE},
		{"a\n    <!--more-->", 6}, {"- a\n\n    <!--more-->", 9},
		{"a <!-- Truncate -->", 2}, {"<!-- truncated -->", STR_NONE},
		{"`<!--more-->`", 1}, {"<!--\nmore-->", STR_NONE},
	};

	struct arena a = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		size_t got = summary_mark(
		    str_of(rows[i].text), "truncate", false, &a);

		if (got != rows[i].want)
			fail_msg("%s: %zu", rows[i].text, got);
	}
	assert_int_equal(summary_mark((str){0}, NULL, false, &a), STR_NONE);
	arena_free(&a);
}

static void
test_first_paragraph(void **state)
{
	static const struct {
		const char *html;
		size_t most;
		const char *want;
	} rows[] = {
		{"", 9, ""},
		{"<p>a <em>b</em></p>\n<p>c</p>", 9, "a b"},
		{"<h1>t</h1><p>a</p>", 9, "a"},
		{"<p> </p><p>a</p>", 9, "a"},
		{"<p>a &amp; b &lt;c&gt;</p>", 9, "a & b <c>"},
		{"<ul><li>a</li><li>b</li></ul>", 9, "a b"},
		{"<p>a\n  b</p>", 9, "a b"},
		{"<p>a b c</p>", 3, "a b c"},
		{"<p>a b c d</p>", 3, "a b c …"},
		{"<p>é ü</p>", 1, "é …"},
		{"<p>\x01 a \x01 b\x0C" "c</p>", 9, "a b c"},
		{"<p>a&amp;b &lt; c</p>", 2, "a&b < …"},
		{"<p>a <b> b</b> c</p>", 2, "a b …"},
	};
	struct buf b = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		summary_first_paragraph(
		    &b, str_of(rows[i].html), rows[i].most);
		check_buf(rows[i].html, &b, rows[i].want);
	}
	buf_free(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_mark),
		cmocka_unit_test(test_first_paragraph),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
