/* SPDX-License-Identifier: MIT
 * test_entry: posts as readers get them. */
#include "content/entry.h"

#include "content/markdown.h"
#include "support.h"

static const struct {
	const char *settings;
	const char *title, *summary; /* of the post */
	const char *body;
	const char *text_title, *text_summary, *content;
	bool is_all;
} rows[] = {
	{"", "T", "", "a\n\nb\n", "T", "a", "<p>a</p>\n<p>b</p>\n", false},
	{"", "T", "", "a *b*\n", "T", "a b", "<p>a <em>b</em></p>\n", true},
	{"", "T", "", "a\n\nb\n\n<!--more-->\n\nc\n", "T", "a b",
	    "<p>a</p>\n<p>b</p>\n\n<p>c</p>\n", false},
	{"", "T", "*s* &amp; `<t>`", "a\n", "T", "s & <t>", "<p>a</p>\n",
	    false},
	{"content.full=false", "T", "", "a\n\nb\n", "T", "a", "", false},
	{"content.smart_titles=true", "\"It's\" <b>so</b> -- \"&amp;...\"", "",
	    "a\n", "“It’s” so – “&…”", "a", "<p>a</p>\n", true},
	{"content.summary=2", "T", "", "a b c\n", "T", "a b …",
	    "<p>a b c</p>\n", false},
	{"content.smart=false", "T", "", "\"a\"\n", "T", "\"a\"",
	    "<p>&quot;a&quot;</p>\n", true},
	/* Rule 5: markup stripped, entities decoded, once. */
	{"", "<em>A</em> &amp; B", "", "a\n", "A & B", "a", "<p>a</p>\n",
	    true},
	{"", "Vec<T> & x", "", "a\n", "Vec<T> & x", "a", "<p>a</p>\n", true},
	{"", "&amp;lt;", "", "a\n", "&lt;", "a", "<p>a</p>\n", true},
	{"", "<br>", "", "a\n", "<br>", "a", "<p>a</p>\n", true},
	/* Rules 23 and 24. */
	{"", "T", "", "[x](y) [z](#w)\n", "T", "x z",
	    "<p><a href=\"https://example.org/p/y\">x</a> "
	    "<a href=\"https://example.org/p/#w\">z</a></p>\n", true},
	{"", "T", "", "", "T", "T", "", false},
};

static void
test_render(void **state)
{
	struct arena a = {0};
	struct buf text = {0}, html = {0};

	(void)state;
	markdown_init();
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct config c;
		struct drops drops = {0};
		struct sources sources;
		struct body_env env = {&c, NULL, &drops, &sources, &html, false};
		struct diags d = {0};
		struct post p = {.path = S("posts/a.md"),
			.title = str_of(rows[i].title),
			.summary = str_of(rows[i].summary),
			.url = S("https://example.org/p/")};
		struct entry e;

		make_config(&c, &a, rows[i].settings);
		buf_printf(&text, "---\na: b\n---\n%s", rows[i].body);
		put_file("posts/a.md", buf_cstr(&text));
		assert_true(entry_render(&e, &p, c.content.full, &env, &a, &d));
		check_diags(rows[i].body, &d, "");
		assert_ptr_equal(e.post, &p);
		check_str("title", e.title, rows[i].text_title);
		check_str("summary", e.summary, rows[i].text_summary);
		check_str("content", e.content.html, rows[i].content);
		if (rows[i].content[0])
			assert_int_equal(e.summary_is_all, rows[i].is_all);
		buf_reset(&text);
		arena_reset(&a);
	}
	arena_free(&a);
	buf_free(&html);
	buf_free(&text);
}

static void
test_reports(void **state)
{
	struct arena a = {0};
	struct config c;
	struct drops drops = {0};
	struct sources sources;
	struct buf html = {0};
	struct body_env env = {&c, NULL, &drops, &sources, &html, false};
	struct diags d = {0};
	struct post p = {.path = S("a.md"), .title = S("T"),
		.url = S("https://example.org/p/")};
	struct entry e;

	(void)state;
	markdown_init();
	make_config(&c, &a, "");
	put_file("a.md", "---\nt: é\n---\né [x](javascript:y)\n");
	assert_true(entry_render(&e, &p, true, &env, &a, &d));
	check_str("content", e.content.html, "<p>é x</p>\n");
	assert_int_equal(d.first->at.line, 4);
	assert_int_equal(d.first->at.col, 7);
	check_str("file", d.first->file, "a.md");
	diags_free(&d);
	/* What reading the post reported is not said again. */
	put_file("a.md", "---\nt: é\n---\na\vb\n");
	assert_true(entry_render(&e, &p, true, &env, &a, &d));
	check_str("content", e.content.html, "<p>a b</p>\n");
	check_diags("again", &d, "");
	unlink("a.md");
	assert_false(entry_render(&e, &p, true, &env, &a, &d));
	check_diags("gone", &d,
	    "file-unreadable 0:0 No such file or directory");
	buf_free(&html);
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
		    test_render, folder_setup, folder_teardown),
		cmocka_unit_test_setup_teardown(
		    test_reports, folder_setup, folder_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
