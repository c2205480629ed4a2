/* SPDX-License-Identifier: MIT
 * test_markdown: CommonMark with GitHub's extensions to HTML. */
#include "content/markdown.h"

#include "support.h"

/* "drop..." is dropped; all else is put below e.org. */
static bool
resolve(void *ctx, str ref, enum link_use use, struct buf *out)
{
	(void)ctx;
	if (str_starts(ref, S("drop")))
		return false;
	if (!str_starts(ref, S("http")))
		buf_add(out, use == LINK_PAGE ? S("http://p/")
		                              : S("http://m/"));
	buf_add(out, ref);
	return true;
}

static const struct {
	const char *text, *want;
	bool smart;
} rows[] = {
	{"", "", false},
	{"a *b* **c** `d`", "<p>a <em>b</em> <strong>c</strong> "
	    "<code>d</code></p>\n", false},
	{"# T\n\n- a\n- b\n", "<h1>T</h1>\n<ul>\n<li>a</li>\n<li>b</li>\n"
	    "</ul>\n", false},
	/* Rule 28: text and newlines only. */
	{"```c\nint *x = &y; // <z>\n```\n", "<pre><code class=\"language-c\">"
	    "int *x = &amp;y; // &lt;z&gt;\n</code></pre>\n", true},
	{"~~a~~", "<p><del>a</del></p>\n", false},
	/* References are what the policy makes of them. */
	{"[a](b)", "<p><a href=\"http://p/b\">a</a></p>\n", false},
	{"![a](b \"t\")", "<p><img src=\"http://m/b\" alt=\"a\" title=\"t\" />"
	    "</p>\n", false},
	{"[![a](b)](c)", "<p><a href=\"http://p/c\"><img src=\"http://m/b\" "
	    "alt=\"a\" /></a></p>\n", false},
	{"[a][r]\n\n[r]: b", "<p><a href=\"http://p/b\">a</a></p>\n", false},
	{"<http://x/>", "<p><a href=\"http://x/\">http://x/</a></p>\n",
	    false},
	{"see http://x.org/y.", "<p>see <a href=\"http://x.org/y\">"
	    "http://x.org/y</a>.</p>\n", false},
	/* What is dropped leaves its text behind. */
	{"a [*b*](drop:x) c", "<p>a <em>b</em> c</p>\n", false},
	{"a ![b](drop:x) c", "<p>a b c</p>\n", false},
	{"[![a](drop)](drop)", "<p>a</p>\n", false},
	/* Boxes of task lists. */
	{"- [ ] a\n- [x] b\n", "<ul>\n<li>\u2610 a</li>\n<li>\u2611 b</li>\n"
	    "</ul>\n", false},
	{"\"a\" -- 'b'...", "<p>“a” – ‘b’…</p>\n", true},
	{"\"a\" -- 'b'...", "<p>&quot;a&quot; -- 'b'...</p>\n", false},
	{"|a|b|\n|-|-|\n|c|d|\n", "<table>\n<thead>\n<tr>\n<th>a</th>\n"
	    "<th>b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>c</td>\n"
	    "<td>d</td>\n</tr>\n</tbody>\n</table>\n", false},
	/* Raw HTML is sanitized. */
	{"a <b onclick=\"x\">b</b>", "<p>a <b>b</b></p>\n", false},
	{"a <script>b</script> c", "<p>a  c</p>\n", false},
	{"é <a href=\"b\">c</a>", "<p>é <a href=\"http://p/b\">c</a></p>\n",
	    false},
	{"a & b < c &copy; &nbsp;", "<p>a &amp; b &lt; c © \u00A0</p>\n",
	    false},
};

static void
test_rows(void **state)
{
	struct html_policy policy = {.resolve = resolve};
	struct arena a = {0};
	struct buf b = {0};

	(void)state;
	markdown_init();
	for (size_t i = 0; i < COUNT(rows); i++) {
		assert_true(markdown_render(&b, str_of(rows[i].text),
		    rows[i].smart, &policy, &a));
		check_buf(rows[i].text, &b, rows[i].want);
		arena_reset(&a);
	}
	assert_true(markdown_render(&b, (str){0}, true, &policy, &a));
	assert_int_equal(b.len, 0);
	arena_free(&a);
	buf_free(&b);
}

/* Raw HTML beyond measure is left out; the text stays. */
static void
test_depth(void **state)
{
	struct html_policy policy = {.resolve = resolve};
	struct arena a = {0};
	struct buf text = {0}, b = {0};

	(void)state;
	markdown_init();
	buf_add(&text, S("before\n\n"));
	for (int i = 0; i < 100000; i++)
		buf_add(&text, S("<b>"));
	buf_add(&text, S("\n\nafter\n"));
	assert_false(markdown_render(&b, buf_str(&text), true, &policy, &a));
	assert_int_not_equal(str_find(buf_str(&b), S("before")),
	    STR_NONE);
	assert_int_not_equal(str_find(buf_str(&b), S("after")),
	    STR_NONE);
	assert_int_equal(str_find(buf_str(&b), S("<b>")), STR_NONE);
	arena_free(&a);
	buf_free(&text);
	buf_free(&b);
}

/* A footnote and its way back, within an entry that keeps its ids. */
static void
test_footnote(void **state)
{
	struct html_policy policy = {
		.resolve = resolve, .id_prefix = S("p-")};
	struct arena a = {0};
	struct buf b = {0};

	(void)state;
	markdown_init();
	assert_true(markdown_render(
	    &b, S("a[^1]\n\n[^1]: Note.\n"), true, &policy, &a));
	assert_int_not_equal(str_find(buf_str(&b), S("id=\"p-fn")), STR_NONE);
	assert_int_not_equal(str_find(buf_str(&b), S("Note.")), STR_NONE);
	arena_free(&a);
	buf_free(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rows),
		cmocka_unit_test(test_depth),
		cmocka_unit_test(test_footnote),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
