/* SPDX-License-Identifier: MIT
 * test_attributes: lists of attributes in Markdown. */
#include "content/markdown/attributes.h"

#include "support.h"

enum { KRAMDOWN = ATTRS_KRAMDOWN | ATTRS_HEADING };

static const struct {
	unsigned which;
	const char *text, *want;
} rows[] = {
	{KRAMDOWN, "", ""},
	{KRAMDOWN, "a { b", "a { b"},
	{KRAMDOWN, "a\n{: .b #c d=\"e}\"}\n", "a\n"},
	{KRAMDOWN, "a\n{: .b}", "a\n"},
	{KRAMDOWN, "a\n{:.b}\nc\n", "a\n\nc\n"},
	{KRAMDOWN, "a\n{:.b}\n\nc\n", "a\n\nc\n"},
	{KRAMDOWN, "a\n\n{:.b}\nc\n", "a\n\nc\n"},
	{KRAMDOWN, "* a\n{:.b}\n* c\n", "* a\n* c\n"},
	{KRAMDOWN, "*a*{: .b} c", "*a* c"},
	{KRAMDOWN, "a {: .b}\nc", "a\nc"},
	{KRAMDOWN, "![a](b){:\n.c d=\"1\"}e", "![a](b)e"},
	{KRAMDOWN, "[a](b){:c}", "[a](b)"},
	{KRAMDOWN, "a{:c} {:c} d", "a{:c} {:c} d"},
	{KRAMDOWN, "{:k=>1} {:a => 1} {: a: b}", "{:k=>1} {:a => 1} {: a: b}"},
	{KRAMDOWN, "\\{: .a}", "\\{: .a}"},
	{KRAMDOWN, "`{: .a}`", "`{: .a}`"},
	{KRAMDOWN, "```\n{: .a}\n```\n{: .b}", "```\n{: .a}\n```\n"},
	{KRAMDOWN, "* TOC\n{:toc}\n\na", "\na"},
	{KRAMDOWN, "a\n\n1. x\n{:toc}\n", "a\n\n"},
	{KRAMDOWN, "a\n{:toc}\n", "a\n"},
	{KRAMDOWN, "{:a: .b .c}\nd", "d"},
	{KRAMDOWN, "a {::comment}b{:/comment} c", "a  c"},
	{KRAMDOWN, "a\n\n{::comment}\nb\n{:/}\n\nc", "a\n\n\nc"},
	{KRAMDOWN, "{::nomarkdown}a{:/} {::options b=\"c\" /}", "a"},
	{KRAMDOWN, "{::comment} a", " a"},
	{KRAMDOWN, "a {: .b", "a {: .b"},
	{KRAMDOWN, "{::a", "{::a"},
	{KRAMDOWN, "# a {#b}\n", "# a\n"},
	{KRAMDOWN, "> a\n> {: .b}\n", "> a\n>\n"},
	{ATTRS_HEADING, "# a {#b .c d=e f=\"g h\"} ##\n", "# a  ##\n"},
	{ATTRS_HEADING, "a {#b}\n==\n", "a\n==\n"},
	{ATTRS_HEADING, "a {#b}\nc\n", "a {#b}\nc\n"},
	{ATTRS_HEADING, "a {#b}\n", "a {#b}\n"},
	{ATTRS_HEADING, "# a {#b} c\n", "# a {#b} c\n"},
	{ATTRS_HEADING, "# a {b}\n{.c}\n", "# a {b}\n{.c}\n"},
	{ATTRS_HEADING, "# `{#a}`\n", "# `{#a}`\n"},
	{ATTRS_BLOCK, "a\n{.b #c}\n", "a\n"},
	{ATTRS_BLOCK, "a {.b}\n", "a {.b}\n"},
	{ATTRS_SPAN, "a{.b} c {.d} e {.f}\n", "a c {.d} e\n"},
	{ATTRS_SPAN, "x{.b c=<d>}", "x{.b c=<d>}"},
	{ATTRS_TOC, "a\n\n[TOC]\n\n[TOC] b\n", "a\n\n\n[TOC] b\n"},
	{ATTRS_TOC, "```\n[TOC]\n```", "```\n[TOC]\n```"},
};

static void
test_strip(void **state)
{
	struct arena a = {0};
	struct buf b = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		attributes_strip(&b, str_of(rows[i].text), rows[i].which, &a);
		check_buf(rows[i].text, &b, rows[i].want);
	}
	buf_free(&b);
	arena_free(&a);
}

/* What was in the buffer stays, and a megabyte of braces takes no time. */
static void
test_hostile(void **state)
{
	static const char *const pieces[] = {"{:", "{: .a ", "{::comment}",
		"{::", "{#a\n", "{:a:", "{: a=\"", "[TOC", "*a*{: .x}", "{#a} ",
		"*{:toc}", "# {#a}#", "`{:", "* a\n{:toc"};
	struct arena a = {0};
	struct buf b = {0}, text = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(pieces); i++) {
		while (text.len < 1000000)
			buf_add(&text, str_of(pieces[i]));
		buf_add(&b, S("* x\n"));
		attributes_strip(&b, buf_str(&text), 31, &a);
		assert_true(str_starts(buf_str(&b), S("* x\n")));
		buf_reset(&b);
		buf_reset(&text);
		arena_reset(&a);
	}
	buf_free(&b);
	buf_free(&text);
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_strip),
		cmocka_unit_test(test_hostile),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
