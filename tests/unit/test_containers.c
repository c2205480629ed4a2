/* SPDX-License-Identifier: MIT
 * test_containers: blocks between lines of colons. */
#include "content/markdown/containers.h"

#include "support.h"

#define OPEN(title) "\n<blockquote>\n\n<strong>" title "</strong>\n\n"
#define CLOSE "\n</blockquote>\n\n"

static const struct {
	const char *text, *want;
} rows[] = {
	{"", ""},
	{"a ::: b\n", "a ::: b\n"},
	{":::tip\na\n:::\n", OPEN("Tip") "a\n" CLOSE},
	{"::: tip My *own*\na\n:::", OPEN("My *own*") "a\n" CLOSE},
	{":::tip[T]{.a #b}\na\n:::\nb", OPEN("T") "a\n" CLOSE "b"},
	{":::tip {no-title}\na\n:::\n", OPEN("Tip") "a\n" CLOSE},
	/* Not long enough, nothing to close, no name. */
	{"::tip\na\n::\n", "::tip\na\n::\n"},
	{":::\na\n", ":::\na\n"},
	{"::: {.a}\n", "::: {.a}\n"},
	/* Closed by as many, or by more. */
	{":::a\n::::\n", OPEN("A") CLOSE},
	{"::::a\n:::\n::::\n", OPEN("A") ":::\n" CLOSE},
	{"::::a\n:::b\nx\n:::\ny\n::::\n", OPEN("A") OPEN("B") "x\n"
	    CLOSE "y\n" CLOSE},
	{":::a\n:::b\nx\n:::\ny\n:::\n", OPEN("A") OPEN("B") "x\n" CLOSE
	    "y\n" CLOSE},
	/* The outer one closes what is in it. */
	{"::::a\n:::b\n::::\nc\n", OPEN("A") OPEN("B") CLOSE CLOSE "c\n"},
	/* Never closed. */
	{":::a\nb", OPEN("A") "b\n" CLOSE},
	/* In lists and quotes. */
	{"> :::a\n> b\n> :::\n", "> \n> <blockquote>\n> \n> <strong>A"
	    "</strong>\n> \n> b\n> \n> </blockquote>\n> \n"},
	{"- x\n\n  :::a\n  :::\n", "- x\n\n  \n  <blockquote>\n  \n  "
	    "<strong>A</strong>\n  \n  \n  </blockquote>\n  \n"},
	/* Code. */
	{"```\n:::a\n:::\n```\n", "```\n:::a\n:::\n```\n"},
	{"    :::a\n", "    :::a\n"},
	{"::: group\na\n:::\n", "\n<div>\n\na\n\n</div>\n\n"},
	{"::: details A <b>\na\n:::\n", "\n<details><summary>A &lt;b&gt;"
	    "</summary>\n\na\n\n</details>\n\n"},
};

static void
test_expand(void **state)
{
	struct arena a = {0};
	struct buf b = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		buf_reset(&b);
		containers_expand(&b, str_of(rows[i].text), "raw group", &a);
		check_buf(rows[i].text, &b, rows[i].want);
	}
	buf_free(&b);
	arena_free(&a);
}

/* Containers in one another go down to 50; those below stay text. */
static void
test_depth(void **state)
{
	struct arena a = {0};
	struct buf text = {0}, b = {0};
	size_t n = 0;

	(void)state;
	for (int i = 0; i < 60; i++)
		buf_add(&text, S(":::a\n"));
	containers_expand(&b, buf_str(&text), "", &a);
	for (size_t i = 0; i < b.len; i++)
		n += str_starts(str_from(buf_str(&b), i), S("<blockquote>"));
	assert_int_equal(n, 50);
	buf_free(&text);
	buf_free(&b);
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_expand),
		cmocka_unit_test(test_depth),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
