/* SPDX-License-Identifier: MIT
 * test_footnotes: links to footnotes, as the page of a post has them. */
#include "content/markdown/footnotes.h"

#include "content/markdown/markdown.h"
#include "support.h"

static bool
resolve(void *ctx, str ref, enum link_use use, struct buf *out)
{
	(void)ctx, (void)use;
	/* A link of Markdown comes here again as HTML. */
	if (str_starts(ref, S("!")))
		buf_add(out, ref);
	else
		buf_printf(out, "!%.*s!", STR_ARG(ref));
	return true;
}

/* The references of what a text becomes, separated by blanks. */
static void
check_links(const char *text, const char *dialect, const char *want)
{
	struct config c;
	struct arena a = {0};
	struct buf html = {0}, links = {0};
	struct html_policy policy = {.resolve = resolve};
	str rest;
	size_t at;

	make_config(&c, &a,
	    arena_printf(&a, "posts.dialect=%s", dialect).ptr);
	policy.footnotes = &c.posts.generator->text.footnotes;
	markdown_render(&html, str_of(text), FLAVOUR_GITHUB, &policy, &a);
	for (rest = buf_str(&html);
	    (at = str_find(rest, S("!"))) != STR_NONE;) {
		rest = str_from(rest, at + 1);
		buf_printf(&links, "%s%.*s", links.len ? " " : "",
		    STR_ARG(str_sub(rest, 0, str_chr(rest, '!'))));
		rest = str_from(rest, str_chr(rest, '!') + 1);
	}
	check_buf(dialect, &links, want);
	buf_free(&html);
	buf_free(&links);
	arena_free(&a);
}

/* What the generators themselves make of such a text. */
static void
test_dialects(void **state)
{
	static const char text[] = "A[^note] b[^2] c[^note] d[^note].\n\n"
	    "[^note]: The note.\n[^2]: Two.\n";
	static const char *const rows[][2] = {
		{"hugo", "#fn:1 #fn:2 #fn:1 #fn:1 "
		    "#fnref:1 #fnref1:1 #fnref2:1 #fnref:2"},
		{"jekyll", "#fn:note #fn:2 #fn:note #fn:note "
		    "#fnref:note #fnref:note:1 #fnref:note:2 #fnref:2"},
		{"pelican", "#fn:note #fn:2 #fn:note #fn:note "
		    "#fnref:note #fnref2:note #fnref3:note #fnref:2"},
		{"eleventy", "#fn1 #fn2 #fn1 #fn1 "
		    "#fnref1 #fnref1:1 #fnref1:2 #fnref2"},
		{"astro", "#user-content-fn-note #user-content-fn-2 "
		    "#user-content-fn-note #user-content-fn-note "
		    "#user-content-fnref-note #user-content-fnref-note-2 "
		    "#user-content-fnref-note-3 #user-content-fnref-2"},
		{"zola", "#note #2 #note #note    "},
		{"plain", "#fn-note #fn-2 #fn-note #fn-note "
		    "#fnref-note #fnref-note-2 #fnref-note-3 #fnref-2"},
		{"octopress", "#fn:1 #fn:2 #fn:1 #fn:1 "
		    "#fnref:1 #fnref:1 #fnref:1 #fnref:2"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		check_links(text, rows[i][0], rows[i][1]);
}

static void
test_names(void **state)
{
	(void)state;
	/* Names that look like references to others. */
	check_links("A[^a-2] b[^a] c[^a].\n\n[^a]: x\n[^a-2]: y\n", "jekyll",
	    "#fn:a-2 #fn:a #fn:a #fnref:a-2 #fnref:a #fnref:a:1");
	check_links("A[^Über&\"b].\n\n[^Über&\"b]: x\n", "jekyll",
	    "#fn:%C3%9Cber&amp;%22b #fnref:%C3%9Cber&amp;%22b");
	check_links("A[^Big].\n\n[^Big]: x\n", "astro",
	    "#user-content-fn-big #user-content-fnref-big");
	/* One footnote in another. */
	check_links("A[^a].\n\n[^a]: x[^b]\n[^b]: y[^a]\n", "hugo",
	    "#fn:1 #fn:2 #fnref:1 #fnref1:1 #fn:1 #fnref:2");
}

/* What only looks like it stays. */
static void
test_others(void **state)
{
	(void)state;
	check_links("A [link](#fn-1), <a href=\"#fn-2\">one</a>.\n", "hugo",
	    "#fn-1 #fn-2");
	check_links("A[^1] <a href=\"#fnref-9\" class=\"footnote-backref\">x"
	    "</a>\n\n[^1]: y\n", "hugo", "#fn:1 #fnref-9 #fnref:1");
	check_links("<sup class=\"footnote-ref\"><a href=\"#fn-1\">x</a></sup>"
	    " A[^1]\n\n[^1]: y\n", "hugo", "#fn-1 #fn:1 #fnref:1");
	check_links("<sup class=\"footnote-ref\"><a href=\"#fn-", "hugo", "");
	check_links("<sup class=\"footnote-ref\"><a href=\"#fn-1\" id=\"fnref-1\""
	    " data-footnote-ref>1</a></sup> A\n", "hugo", "#fn-1");
	check_links("A[^1]\n\n[^1]: y\n\n    <section class=\"footnotes\""
	    " data-footnotes></section>\n\n    z\n", "hugo",
	    "#fn:1 #fnref:1");
}

/* Where it is the whole text that an HTML parser sees. */
static void
test_whole(void **state)
{
	(void)state;
	check_links("<div>\n\nA[^a] b[^a]\n\n</div>\n\n[^a]: y\n", "jekyll",
	    "#fn:a #fn:a #fnref:a #fnref:a:1");
	check_links("A[^a]\n\n[^a]: <b>y\n", "jekyll", "#fn:a #fnref:a");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_dialects),
		cmocka_unit_test(test_names),
		cmocka_unit_test(test_others),
		cmocka_unit_test(test_whole),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
