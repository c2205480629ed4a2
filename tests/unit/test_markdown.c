/* SPDX-License-Identifier: MIT
 * test_markdown: CommonMark with GitHub's extensions to HTML. */
#include "content/markdown/markdown.h"
#include "content/markdown/markdown_source.h"

#include "support.h"

/* "drop..." is dropped; all else is put below e.org. */
enum { SMART = FLAVOUR_GITHUB | FLAVOUR_SMART };

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
	for (size_t i = 0; i < COUNT(rows); i++) {
		assert_false(markdown_render(&b, str_of(rows[i].text),
		    rows[i].smart ? SMART : FLAVOUR_GITHUB,
		    &policy, &a).is_deep);
		check_buf(rows[i].text, &b, rows[i].want);
		arena_reset(&a);
	}
	assert_false(
	    markdown_render(&b, (str){0}, SMART, &policy, &a).is_deep);
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
	buf_add(&text, S("before\n\n"));
	for (int i = 0; i < 100000; i++)
		buf_add(&text, S("<b>"));
	buf_add(&text, S("\n\nafter\n"));
	assert_true(markdown_render(
	    &b, buf_str(&text), SMART, &policy, &a).is_deep);
	assert_int_not_equal(str_find(buf_str(&b), S("before")),
	    STR_NONE);
	assert_int_not_equal(str_find(buf_str(&b), S("after")),
	    STR_NONE);
	assert_int_equal(str_find(buf_str(&b), S("<b>")), STR_NONE);
	arena_free(&a);
	buf_free(&text);
	buf_free(&b);
}

/* Renders a text that is repeated `n` times. */
static struct markdown_end
render_many(const char *before, const char *text, int n)
{
	struct html_policy policy = {.resolve = resolve};
	struct arena a = {0};
	struct buf b = {0}, out = {0};
	struct markdown_end end;

	buf_add(&b, str_of(before));
	for (int i = 0; i < n; i++)
		buf_add(&b, str_of(text));
	end = markdown_render(&out, buf_str(&b), SMART, &policy, &a);
	assert_int_equal(out.len == 0, end.excess != NULL);
	arena_free(&a);
	buf_free(&b);
	buf_free(&out);
	return end;
}

static void
test_limits(void **state)
{
	static const char html[] = "<b>x</b>\n\n", image[] = "![a](b)\n\n";

	(void)state;
	assert_null(render_many("", html, 10000).excess);
	assert_string_equal(render_many("", html, 10001).excess,
	    "more than 10000 blocks with HTML or footnotes");
	assert_null(render_many("", image, 10000).excess);
	assert_string_equal(render_many("", image, 10001).excess,
	    "more than 10000 images");
	assert_false(render_many("a\n", "|", 1000).is_wide);
	assert_true(render_many("a\n", "|", 1001).is_wide);
	assert_false(render_many("a\n", "|\n", 1001).is_wide);
	/* What a reference expands to, and cells that no text stands for. */
	assert_null(render_many("[a]: /x\n\n", "[a] ", 10000).excess);
	for (int i = 0; i < 2; i++)
		assert_string_equal(render_many(
		    "|a|b|c|d|e|f|g|h|i|j|\n|-|-|-|-|-|-|-|-|-|-|\n", "|x\n",
		    50000).excess, "a tree of more than 64 MB");
	/* A parse that was left does not change the next one. */
	test_rows(NULL);
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
	assert_false(markdown_render(&b, S("a[^1]\n\n[^1]: Note.\n"), SMART,
	    &policy, &a).is_deep);
	assert_int_not_equal(str_find(buf_str(&b), S("id=\"p-fn")), STR_NONE);
	assert_int_not_equal(str_find(buf_str(&b), S("Note.")), STR_NONE);
	arena_free(&a);
	buf_free(&b);
}

/* The same as Markdown. */
static const struct {
	const char *text, *want;
} sources[] = {
	{"", ""},
	{"\n\n  \n", ""},
	/* As it was written, where nothing is to be done. */
	{"\nT\n===\n\n*   \"a\" -- [b](http://c)\n\n\n", "T\n===\n\n*   "
	    "\"a\" -- [b](http://c)\n"},
	{"    code\n", "    code\n"},
	{"`<b>` http://x/ ~~y~~", "`<b>` http://x/ ~~y~~\n"},
	/* Labels and rows that other flavours read otherwise. */
	{"a[^n]", "a[^n]\n"},
	{"a[^n.]", "<div><p>a[^n.]</p></div>\n"},
	{"a[^n]\n\n[^n]: b", "<div><p>a<sup><a href=\"http://p/#fn-n\">1</a>"
	    "</sup></p>\n<section>\n<ol>\n<li>\n<p>b "
	    "<a href=\"http://p/#fnref-n\">↩</a></p>\n</li>\n</ol>\n"
	    "</section></div>\n"},
	{"|`a|<b>`|\n|-|", "<div><p>|<code>a|&lt;b&gt;</code>|\n|-|</p></div>\n"},
	{"a|b\n\n`<c>`", "a|b\n\n`<c>`\n"},
	/* References are what the policy makes of them. */
	{"*é* [a](b 'c') \"d\"", "*é* [a](http://p/b \"c\") \"d\"\n"},
	{"![a](b)", "![a](http://m/b)\n"},
	{"[a][r] x\n\n[r]: b", "[a](http://p/b) x\n"},
	{"a [*b*](drop:x) c", "a *b* c\n"},
	{"- [ ] [a](b)\n- [x] c", "- [ ] [a](http://p/b)\n- [x] c\n"},
	{"|a|\n|-|\n|[b](c)|", "| a |\n| --- |\n| [b](http://p/c) |\n"},
	{"a[^n] [b](c)\n\n[^n]: d", "<div><p>a<sup><a href=\"http://p/#fn-n\">1"
	    "</a></sup> <a href=\"http://p/c\">b</a></p>\n<section>\n<ol>\n"
	    "<li>\n<p>d <a href=\"http://p/#fnref-n\">↩</a></p>\n</li>\n"
	    "</ol>\n</section></div>\n"},
	/* Blocks with raw HTML are that, sanitized. */
	{"a <b onclick=x>b</b> *c*\n\n*d*", "<div><p>a <b>b</b> <em>c</em>"
	    "</p></div>\n\n*d*\n"},
	{"<!--more-->\n\na", "a\n"},
	{"<script>x</script>", ""},
	/* An empty line would end it. */
	{"<pre>\na\n\n\nb\n</pre>", "<div><pre>a&#10;&#10;\nb\n</pre></div>\n"},
	/* What reaches further, and footnotes beside it. */
	{"<div hidden>\n\n*a*\n\n</div>\n\nb", "<div><p>b</p></div>\n"},
	{"<b>a</b>[^n]\n\n[^n]: c", "<div><p><b>a</b><sup><a "
	    "href=\"http://p/#fn-n\">1</a></sup></p>\n<section>\n<ol>\n<li>"
	    "\n<p>c <a href=\"http://p/#fnref-n\">↩</a></p>\n</li>\n</ol>\n"
	    "</section></div>\n"},
};

static void
test_sources(void **state)
{
	static const struct html_policy policy = {.resolve = resolve};
	struct arena a = {0};
	struct buf b = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(sources); i++) {
		markdown_source(&b, str_of(sources[i].text), FLAVOUR_GITHUB,
		    &policy, &a);
		check_buf(sources[i].text, &b, sources[i].want);
		arena_reset(&a);
	}
	buf_free(&b);
	arena_free(&a);
}

/* Below the document, the paragraph and its link, 97 quotes make 100 levels:
 * with one more the text becomes HTML. */
static void
test_source_levels(void **state)
{
	static const struct html_policy policy = {.resolve = resolve};

	(void)state;
	for (int quotes = 97; quotes <= 98; quotes++) {
		struct arena a = {0};
		struct buf b = {0}, text = {0};

		for (int i = 0; i < quotes; i++)
			buf_addc(&text, '>');
		buf_add(&text, S(" [a](b)\n"));
		markdown_source(&b, buf_str(&text), FLAVOUR_GITHUB, &policy,
		    &a);
		assert_int_equal(str_starts(buf_str(&b), S("<div>")),
		    quotes == 98);
		buf_free(&b);
		buf_free(&text);
		arena_free(&a);
	}
}

/* Lines that all stand deep in quotes would become long. */
static void
test_source_depth(void **state)
{
	static const struct html_policy policy = {.resolve = resolve};
	static const int depths[] = {97, 98, 2000};

	(void)state;
	for (size_t k = 0; k < COUNT(depths); k++) {
		struct arena a = {0};
		struct buf b = {0}, text = {0};

		for (int i = 0; i < depths[k]; i++)
			buf_addc(&text, '>');
		buf_add(&text, S(" [a](b)\n"));
		for (int i = 0; i < 2000; i++)
			buf_add(&text, S("lazy\n"));
		markdown_source(&b, buf_str(&text), FLAVOUR_GITHUB, &policy,
		    &a);
		assert_true(b.len > 2000 * 5);
		/* Document, paragraph and link are levels too. */
		assert_int_equal(b.len < 2000 * 50, depths[k] > 97);
		buf_free(&b);
		buf_free(&text);
		arena_free(&a);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rows),
		cmocka_unit_test(test_depth),
		cmocka_unit_test(test_limits),
		cmocka_unit_test(test_footnote),
		cmocka_unit_test(test_sources),
		cmocka_unit_test(test_source_levels),
		cmocka_unit_test(test_source_depth),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
