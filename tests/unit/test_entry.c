/* SPDX-License-Identifier: MIT
 * test_entry: posts as readers get them. */
#include "content/entry/entry.h"

#include "content/markdown/markdown.h"
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
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct config c;
		struct drops drops = {0};
		struct sources sources;
		struct body_env env = {&c, NULL, &drops, &sources, &html, false, NULL};
		struct diags d = {0};
		struct matter matter = {.title = str_of(rows[i].title),
			.summary = str_of(rows[i].summary),
			.url = S("https://example.org/p/")};
		struct post p = {.path = S("posts/a.md"), .matter = &matter};
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
	struct body_env env = {&c, NULL, &drops, &sources, &html, false, NULL};
	struct diags d = {0};
	struct matter matter = {
		.title = S("T"), .url = S("https://example.org/p/")};
	struct post p = {.path = S("a.md"), .matter = &matter};
	struct entry e;

	(void)state;
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

/* A link blog's: the text ends with a link to the post's page. */
static const struct {
	const char *settings, *title, *body;
	const char *summary, *content;
	bool is_all;
} marks[] = {
	{"", "T", "a\n", "a", "<p>a</p>\n"
	    "<p><a href=\"https://example.org/p/?a&amp;b\" title=\"T\">∞</a>"
	    "</p>\n", true},
	{"content.link_mark='<★>'", "\"T\" &amp; U", "<b>a</b>",
	    "a", "<p><b>a</b></p>\n"
	    "<p><a href=\"https://example.org/p/?a&amp;b\" "
	    "title=\"&quot;T&quot; &amp; U\">&lt;★&gt;</a></p>\n", true},
	{"content.link_mark=none", "T", "a\n\nb\n", "a",
	    "<p>a</p>\n<p>b</p>\n", false},
	/* Nothing to say about it. */
	{"", "T", "", "T", "<p><a href=\"https://example.org/p/?a&amp;b\" "
	    "title=\"T\">∞</a></p>\n", false},
};

static void
test_marks(void **state)
{
	static const struct relations about = {.external = S_INIT("https://x/")};
	struct arena a = {0};
	struct buf text = {0}, html = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(marks); i++) {
		struct config c;
		struct drops drops = {0};
		struct sources sources;
		struct body_env env = {&c, NULL, &drops, &sources, &html,
			false, NULL};
		struct diags d = {0};
		struct matter matter = {.title = str_of(marks[i].title),
			.url = S("https://example.org/p/?a&b"),
			.relations = &about};
		struct post p = {.path = S("a.md"), .matter = &matter};
		struct entry e;

		make_config(&c, &a, marks[i].settings);
		buf_printf(&text, "---\na: b\n---\n%s", marks[i].body);
		put_file("a.md", buf_cstr(&text));
		assert_true(entry_render(&e, &p, true, &env, &a, &d));
		check_diags(marks[i].body, &d, "");
		check_str("external", e.external_url, "https://x/");
		check_str("summary", e.summary, marks[i].summary);
		check_str("content", e.content.html, marks[i].content);
		assert_int_equal(e.summary_is_all, marks[i].is_all);
		buf_reset(&text);
		arena_reset(&a);
	}
	arena_free(&a);
	buf_free(&html);
	buf_free(&text);
}

/* Markdown, where the config wants it; what is wrong in it is said once. */
static void
test_source(void **state)
{
	struct arena a = {0};
	struct config c;
	struct drops drops = {0};
	struct sources sources;
	struct buf html = {0};
	struct body_env env = {&c, NULL, &drops, &sources, &html, false, NULL};
	struct diags d = {0};
	static const struct relations about = {.external = S_INIT("https://x/")};
	struct matter matter = {.title = S("T"),
		.url = S("https://example.org/p/"), .relations = &about};
	struct post p = {.path = S("a.md"), .matter = &matter};
	struct entry e;

	(void)state;
	put_file("a.md", "---\nt: é\n---\n*é* [x](javascript:y) [z](z)\n");
	make_config(&c, &a, "content.markdown=true");
	assert_true(entry_render(&e, &p, true, &env, &a, &d));
	check_str("source", e.source, "*é* x [z](https://example.org/p/z)\n\n"
	    "<p><a href=\"https://example.org/p/\" title=\"T\">∞</a></p>");
	assert_int_equal(d.counts[DIAG_NOTE] + d.counts[DIAG_WARNING], 1);
	assert_true(entry_render(&e, &p, false, &env, &a, &d));
	assert_int_equal(e.source.len, 0);
	make_config(&c, &a, "");
	assert_true(entry_render(&e, &p, true, &env, &a, &d));
	assert_int_equal(e.source.len, 0);
	diags_free(&d);
	buf_free(&html);
	arena_free(&a);
}

/* The summary as HTML has the mark only where there is nothing else. */
static void
test_summary_html(void **state)
{
	struct entry e = {.summary = S("a < b")};
	struct buf b = {0};

	(void)state;
	entry_summary_html(&b, &e);
	check_buf("plain", &b, "a &lt; b");
	e.mark.html = S("<a>∞</a>");
	entry_summary_html(&b, &e);
	check_buf("alone", &b, "a &lt; b <a>∞</a>");
	e.content.html = S("<p>x</p>");
	entry_summary_html(&b, &e);
	check_buf("beside", &b, "a &lt; b");
	buf_free(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
		    test_render, folder_setup, folder_teardown),
		cmocka_unit_test_setup_teardown(
		    test_reports, folder_setup, folder_teardown),
		cmocka_unit_test_setup_teardown(
		    test_marks, folder_setup, folder_teardown),
		cmocka_unit_test_setup_teardown(
		    test_source, folder_setup, folder_teardown),
		cmocka_unit_test(test_summary_html),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
