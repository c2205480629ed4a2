/* SPDX-License-Identifier: MIT
 * test_heading: the heading that a text begins with. */
#include "post/read/heading.h"

#include "support.h"

static const struct {
	const char *body, *title, *rest; /* NULL: there is none */
	enum text_kind kind;
} rows[] = {
	{"# A title\ntext", "A title", "text", TEXT_MARKDOWN},
	{"\n\n# *A* `title` {#id} ##\n", "A title", "", TEXT_MARKDOWN},
	{"# A {: .b }\n", "A", "", TEXT_MARKDOWN},
	{"import A from 'a'\n\n# B\nc", "B", "c", TEXT_MARKDOWN},
	{"<script setup>\n# no\n</script>\n# B", "B", "", TEXT_MARKDOWN},
	{"<script src='a'></script>\n# B\n", "B", "", TEXT_MARKDOWN},
	{"<!-- a\n# no -->\n# B\n", "B", "", TEXT_MARKDOWN},
	{"<!-- a --> # no\n", NULL, NULL, TEXT_MARKDOWN},
	{"text\n# A", NULL, NULL, TEXT_MARKDOWN},
	{"```\n# A\n```", NULL, NULL, TEXT_MARKDOWN},
	{"    # A", NULL, NULL, TEXT_MARKDOWN},
	{"#A", NULL, NULL, TEXT_MARKDOWN},
	{"#  ", NULL, NULL, TEXT_MARKDOWN},
	{"####### A", NULL, NULL, TEXT_MARKDOWN},
	{"<script>\n# no", NULL, NULL, TEXT_MARKDOWN},
	{"", NULL, NULL, TEXT_MARKDOWN},
	{"# C#\n", "C#", "", TEXT_MARKDOWN},
	{"# C# #\n", "C#", "", TEXT_MARKDOWN},
	{"#\tTab\n", "Tab", "", TEXT_MARKDOWN},
	{"# snake_case *and* __bold__ 2 * 3 ~~no~~ ~1 a=b\n",
		"snake_case and bold 2 * 3 no ~1 a=b", "", TEXT_MARKDOWN},
	{"# [Link](/a) [other][b] [plain] ![pic](x.png)![[y.png]]\n",
		"Link other [plain]", "", TEXT_MARKDOWN},
	{"# See [[Second note|that]] \\*so\\*\n", "See that *so*", "",
		TEXT_MARKDOWN},
	{"# Vec<T> & co\n", "Vec<T> & co", "", TEXT_MARKDOWN},
	{"Title\n=====\n\ntext", "Title", "\ntext", TEXT_MARKDOWN},
	{"Title\n---\ntext", "Title", "text", TEXT_MARKDOWN},
	{"Title\n- - -\ntext", NULL, NULL, TEXT_MARKDOWN},
	{"- Title\n---\n", NULL, NULL, TEXT_MARKDOWN},
	{"Title\n", NULL, NULL, TEXT_MARKDOWN},
	{"## A\ntext\n### B", "A", "text\n### B", TEXT_MARKDOWN},
	{"## A\ntext\n## B", NULL, NULL, TEXT_MARKDOWN},
	{"## A\ntext\n# B", NULL, NULL, TEXT_MARKDOWN},
	{"## A\ntext\nB\n---", NULL, NULL, TEXT_MARKDOWN},
	{"## A\n```\n# B\n```", "A", "```\n# B\n```", TEXT_MARKDOWN},
	{"# A\n# B", "A", "# B", TEXT_MARKDOWN},
	{"<h1 class=\"x\">A <b>b</b></h1>\nc", "A b", "\nc", TEXT_MARKDOWN},
	{"<h1>A &amp; b</h1>c", "A &amp; b", "c", TEXT_HTML},
	{"\n <!-- x -->\n  <H2>A</H2>c", "A", "c", TEXT_HTML},
	{"<h2>A</h2><h2>B</h2>", NULL, NULL, TEXT_HTML},
	{"<p>a</p><h1>A</h1>", NULL, NULL, TEXT_HTML},
	{"<h1>never closed", NULL, NULL, TEXT_HTML},
	{"<h1></h1>", NULL, NULL, TEXT_HTML},
	{"# A\n", NULL, NULL, TEXT_HTML},
	{"# A\n", NULL, NULL, TEXT_OTHER},
};

static void
test_find(void **state)
{
	struct arena a = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct heading h;
		bool found = heading_find(
		    &h, str_of(rows[i].body), rows[i].kind, &a);

		if (found != (rows[i].title != NULL))
			fail_msg("%s: %d", rows[i].body, found);
		if (!found)
			continue;
		check_str(rows[i].body, h.title, rows[i].title);
		check_str(rows[i].body, h.rest, rows[i].rest);
	}
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_find),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
