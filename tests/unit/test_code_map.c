/* SPDX-License-Identifier: MIT
 * test_code_map: where a Markdown text has code in it. */
#include "content/markdown/code_map.h"

#include "support.h"

/* Texts with a mark '@': is that in code, and of which kind? */
static const struct {
	const char *text;
	int kind; /* -1: none */
} marks[] = {
	{"@", -1},
	{"a @ b", -1},
	{"a `@` b", CODE_SPAN},
	{"a `b @", -1},
	{"a `b\n\n@ c`", -1},
	{"a `b\n@ c`", CODE_SPAN},
	{"``a`@`` `", CODE_SPAN},
	{"a \\`b @ `c", -1},
	{"`a` @ `b`", -1},
	{"```\n@\n```", CODE_FENCED},
	{"```\na\n```\n@", -1},
	{"~~~ x\n```\n@\n~~~", CODE_FENCED},
	{"````\n```\n@\n````", CODE_FENCED},
	{"```\n@ never closed", CODE_FENCED},
	{"``` a`b\n@", -1},
	{"> ```\n> @\n> ```", CODE_FENCED},
	{"* a\n  ```\n  @\n  ```\n", CODE_FENCED},
	{"- ```\n  @\n  ```\n", CODE_FENCED},
	{"    @", CODE_INDENTED},
	{"\t@", CODE_INDENTED},
	{"a\n    @", -1},
	{"a\n\n    @", CODE_INDENTED},
	{"# a\n    @", CODE_INDENTED},
	{"a\n\n    b\n    @", CODE_INDENTED},
	{"* a\n\n    @", -1},
	{"* a\n\n      @", CODE_INDENTED},
	{"1. a\n\n    @", -1},
	{"1. a\n   * b\n\n      @", -1},
	{"* a\n\nb\n\n    @", CODE_INDENTED},
	{"<pre>\n\n@</pre>", CODE_HTML},
	{"a <code class=x>@</code>", CODE_HTML},
	{"a <codex>@</codex>", -1},
	{"<PRE>@</pre> b", CODE_HTML},
	{"<pre>@ never closed", -1},
	{"{% highlight x %}\n```\n{% endhighlight %}\n\n@", -1},
	{"{{< highlight x >}}\n`\n{{< /highlight >}} @ `", -1},
	{"{% highlight x %}\n@", -1},
};

static void
test_marks(void **state)
{
	struct arena a = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(marks); i++) {
		str text = str_of(marks[i].text);
		const struct code_range *r;
		struct code_map m;

		code_map_make(&m, text, false, &a);
		r = code_map_at(&m, str_chr(text, '@'));
		if ((r ? (int)r->kind : -1) != marks[i].kind)
			fail_msg("'%s': got %d", marks[i].text,
			    r ? (int)r->kind : -1);
	}
	arena_free(&a);
}

/* In MDX indentation makes no code, and fences may have any. */
static void
test_mdx(void **state)
{
	static const struct {
		const char *text;
		int kind; /* -1: none */
	} rows[] = {
		{"    @", -1}, {"a\n\n    @", -1}, {"- a\n\n      @", -1},
		{"    ```\n    @\n    ```", CODE_FENCED},
		{"    ```\n    a\n    ```\n    @", -1},
		{"    `@`", CODE_SPAN}, {"```\n@", CODE_FENCED},
	};
	struct arena a = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		str text = str_of(rows[i].text);
		const struct code_range *r;
		struct code_map m;

		code_map_make(&m, text, true, &a);
		r = code_map_at(&m, str_chr(text, '@'));
		if ((r ? (int)r->kind : -1) != rows[i].kind)
			fail_msg("'%s': got %d", rows[i].text,
			    r ? (int)r->kind : -1);
	}
	arena_free(&a);
}

/* Ranges are in order and within the text, whatever it is. */
static void
test_order(void **state)
{
	static const char bytes[] = "`~ \n\t>*1.<pre/code{%}highlight\\#a";
	struct arena a = {0};
	char text[200];
	unsigned seed = 1;

	(void)state;
	for (int n = 0; n < 3000; n++) {
		struct code_map m;
		size_t end = 0;

		for (size_t i = 0; i < sizeof text; i++) {
			seed = seed * 1103515245 + 12345;
			text[i] = bytes[seed / 65536 % (sizeof bytes - 1)];
		}
		code_map_make(&m, (str){text, sizeof text}, false, &a);
		for (size_t i = 0; i < m.count; i++) {
			assert_true(m.ranges[i].start >= end);
			assert_true(m.ranges[i].end > m.ranges[i].start);
			end = m.ranges[i].end;
		}
		assert_true(end <= sizeof text);
		arena_reset(&a);
	}
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_marks),
		cmocka_unit_test(test_mdx),
		cmocka_unit_test(test_order),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
