/* SPDX-License-Identifier: MIT
 * test_mdx: Markdown with JSX in it, as Astro has it. */
#include "content/tags/mdx.h"

#include <time.h>

#include "support.h"

/* What a post of these bytes becomes, and what is said of it. */
static void
expand(struct buf *out, const char *path, str body, struct diags *d)
{
	struct arena a = {0};
	struct config c;
	struct buf file = {0};
	struct front_matter fm;
	struct drops drops = {0};
	struct source src = {str_of(path), {0}};
	struct post post = {.path = str_of(path)};
	struct body_env env = {.config = &c, .drops = &drops};
	struct body b = {.env = &env, .post = &post, .src = &src,
		.front = &fm, .arena = &a, .diags = d};

	make_config(&c, &a, "posts.dialect=astro\n"
	    "shortcodes={Y: '<y id=\"{id}\">{inner}</y>'}\n");
	buf_printf(&file, "---\nk: v*\nm: {n: deep}\n---\n%.*s",
	    STR_ARG(body));
	src.text = buf_str(&file);
	assert_true(front_matter_cut(&fm, &src, c.posts.generator, d));
	buf_add(out, body_expand(&b, fm.body));
	drops_report(&drops, d);
	buf_free(&file);
	arena_free(&a);
}

static const struct {
	const char *body, *want, *diags;
} rows[] = {
	{"plain", "plain", ""},
	{"import A from 'a'\n\nText", "\n\nText", ""},
	{"export const a = {\n\n}\nimport b\n\nText", "\n\nText", ""},
	{"Text\nimport me", "Text\nimport me", ""},
	{"<A/>x", "x",
	    "tag-dropped 5:1 unknown component 'A': dropped 1 time; under 'shortcodes:' "
	    "write A: ''"},
	{"<A>x</A> <A />", "x ",
	    "tag-dropped 5:1 unknown component 'A': dropped 2 times, and the text "
	    "in 1 of them stays; under 'shortcodes:' "
	    "write A: '<blockquote>{inner}</blockquote>'"},
	{"é <A.B c={d}>x</A.B>", "é x",
	    "tag-dropped 5:3 unknown component 'A.B': dropped 1 time, and the "
	    "text in it stays; under 'shortcodes:' "
	    "write A.B: '<blockquote>{inner}</blockquote>'"},
	{"<Y id=\"a\">b</Y> <Y id={'c'}/>",
	    "<y id=\"a\">b</y> <y id=\"c\"></y>", ""},
	{"<Y id={a}/>", "<y id=\"\"></y>", ""},
	{"<Y/>", "<y id=\"\"></y>",
	    "tag-argument 5:1 'Y' has no argument 'id'"},
	{"</A>", "", "tag-stray 5:1 '</A>' closes no component"},
	{"<>a</>", "a", ""},
	{"{/* a */}b", "b", ""},
	{"a {\"b*\"} {1} {frontmatter.k} {frontmatter.m.n}",
	    "a b&#42; 1 v&#42; deep", ""},
	{"{a.b(c)} {} {x}", "  ",
	    "tag-unknown 5:1 unknown expression 'a.b': dropped 1 time\n"
	    "tag-unknown 5:13 unknown expression 'x': dropped 1 time"},
	{"{(a)}", "", "tag-unknown 5:1 unknown expression '{}': dropped 1 "
	    "time"},
	{"\\{a} `{b} <C/>`\n\n```\n{d\n<E/>\n```",
	    "\\{a} `{b} <C/>`\n\n```\n{d\n<E/>\n```", ""},
	{"{a", "a", "tag-open 5:1 '{' is never closed"},
	{"<i a={b} c=\"d\" e>x</i>", "<i c=\"d\" e>x</i>", ""},
	{"<i>x</i>", "<i>x</i>", ""},
	{"<div>\nx\n</div>\ny", "\n<div>\n\nx\n\n</div>\n\ny", ""},
	{"- <div>\n  x\n  </div>", "- <div>\n\n  x\n  \n  </div>\n", ""},
	/* Indentation makes no code. */
	{"    a", "a", ""},
	{"a\n\n    b\n      c\n\nd", "a\n\nb\n  c\n\nd", ""},
	{"- a\n\n      b", "- a\n\n  b", ""},
	{"\t```\n\t{a}\n\t```", "```\n{a}\n```", ""},
	{"<A>\n    b\n</A>", "\nb\n",
	    "tag-dropped 5:1 unknown component 'A': dropped 1 time, and the text "
	    "in it stays; under 'shortcodes:' "
	    "write A: '<blockquote>{inner}</blockquote>'"},
};

static void
test_expand(void **state)
{
	struct buf b = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct diags d = {0};

		expand(&b, "a.mdx", str_of(rows[i].body), &d);
		check_buf(rows[i].body, &b, rows[i].want);
		check_diags(rows[i].body, &d, rows[i].diags);
	}
	buf_free(&b);
}

/* Only files of that name are MDX. */
static void
test_names(void **state)
{
	struct buf b = {0};
	struct diags d = {0};

	(void)state;
	expand(&b, "B.MDX", S("<B/>\n\n    c"), &d);
	check_buf("MDX", &b, "\n\nc");
	diags_free(&d);
	d = (struct diags){0};
	buf_reset(&b);
	expand(&b, "a.md", S("{a} <B/>\n\n    c"), &d);
	check_buf("md", &b, "{a} <B/>\n\n    c");
	check_diags("md", &d, "");
	buf_free(&b);
}

/* What never closes costs no more than its length. */
static void
test_hostile(void **state)
{
	static const char *const parts[] = {
		"{", "<A ", "<A {", "<A>", "{'", "{`", "<a b={", "</A>",
		"import {\n\n", "    {\n\n", "{/*", "<A b='", "\\"};
	clock_t start = clock();

	(void)state;
	for (size_t i = 0; i < COUNT(parts); i++) {
		struct buf text = {0}, b = {0};
		struct diags d = {0};

		while (text.len < 100000)
			buf_add(&text, str_of(parts[i]));
		expand(&b, "a.mdx", buf_str(&text), &d);
		diags_free(&d);
		buf_free(&text);
		buf_free(&b);
	}
	assert_true((clock() - start) / CLOCKS_PER_SEC < 60);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_expand),
		cmocka_unit_test(test_names),
		cmocka_unit_test(test_hostile),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
