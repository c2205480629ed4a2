/* SPDX-License-Identifier: MIT
 * test_flow: template tags that decide which of their text is shown. */
#include "content/tags/flow.h"

#include "support.h"

/* What the first tag of a text decides: the indexes of the tags between which
 * the text stays, and '?' where it could not know. */
static const struct {
	const char *text, *want;
} rows[] = {
	/* Not known: the first branch. */
	{"{% if x %}{% endif %}", "0-1?"},
	{"{% if x %}{% else %}{% endif %}", "0-1?"},
	{"{% if x %}{% elsif y %}{% else %}{% endif %}", "0-1?"},
	{"{% unless x %}{% else %}{% endunless %}", "0-1?"},
	{"{% case x %}{% when 1 %}{% else %}{% endcase %}", "1-2?"},
	{"{% case x %}{% endcase %}", "0-0"},
	{"{% ifchanged %}{% endifchanged %}", "0-1?"},
	/* Known. */
	{"{% if true %}{% else %}{% endif %}", "0-1"},
	{"{% if false %}{% else %}{% endif %}", "1-2"},
	{"{% if false %}{% endif %}", "0-0"},
	{"{% unless true %}{% else %}{% endunless %}", "1-2"},
	{"{% unless false %}{% endunless %}", "0-1"},
	{"{% unless true %}{% elsif true %}{% endunless %}", "1-2"},
	{"{% if page.k %}{% endif %}", "0-1"},
	{"{% if page.off %}{% endif %}", "0-0"},
	{"{% if page.k == 'v' %}{% endif %}", "0-1"},
	{"{% if page.k == \"w x\" %}{% else %}{% endif %}", "1-2"},
	{"{% if page.k != 'v' %}{% else %}{% endif %}", "1-2"},
	{"{% if page.m.n contains 'ee' %}{% endif %}", "0-1"},
	{"{% if site.title == 'Example' %}{% endif %}", "0-1"},
	{"{% if page.k == x %}{% endif %}", "0-1?"},
	{"{% if page.k > 3 %}{% endif %}", "0-1?"},
	{"{% if page.k ~ 3 %}{% endif %}", "0-1?"},
	{"{% if %}{% endif %}", "0-1?"},
	{"{% if not page.k %}{% endif %}", "0-1?"},
	/* Joined. */
	{"{% if true and false %}{% else %}{% endif %}", "1-2"},
	{"{% if true or x %}{% endif %}", "0-1"},
	{"{% if x and false %}{% endif %}", "0-0"},
	{"{% if x or false %}{% endif %}", "0-1?"},
	{"{% if false and false or true %}{% endif %}", "0-0"},
	{"{% if page.k == 'v' and page.m.n == 'deep' %}{% endif %}", "0-1"},
	/* What is false gives way to what is not known. */
	{"{% if false %}{% elsif x %}{% else %}{% endif %}", "1-2?"},
	{"{% if false %}{% elsif true %}{% else %}{% endif %}", "1-2"},
	{"{% if false %}{% elsif false %}{% else %}{% endif %}", "2-3"},
	{"{% if x %}{% elsif true %}{% endif %}", "0-1?"},
	{"{% case page.k %}{% when 'a' %}{% when 'v' %}{% endcase %}", "2-3"},
	{"{% case page.k %}{% when 'a', 'v' %}{% endcase %}", "1-2"},
	{"{% case page.k %}{% when 'a' or 'v' %}{% endcase %}", "1-2"},
	{"{% case page.k %}{% when 'a' %}{% else %}{% endcase %}", "2-3"},
	/* Branches of others are not its own. */
	{"{% if x %}{% if y %}{% else %}{% endif %}{% else %}{% endif %}",
	    "0-4?"},
	{"{% if false %}{% for a in b %}{% else %}{% endfor %}{% endif %}",
	    "0-0"},
	/* Loops. */
	{"{% for a in b %}{% endfor %}", "0-1?"},
	{"{% for a in b %}{{ a }}{% endfor %}", "0-0?"},
	{"{% for a in b %}{% if c %}{{ a }}{% endif %}{% endfor %}", "0-0?"},
	{"{% for a in b %}{% else %}{{ x }}{% endfor %}", "0-1?"},
	{"{% tablerow a in b %}{% endtablerow %}", "0-1?"},
};

static void
test_decide(void **state)
{
	struct source src = {S("a.md"),
		S("---\nk: v\noff: false\nm: {n: deep}\n---\n")};
	struct arena a = {0};
	struct buf b = {0};
	struct config c;
	struct diags d = {0};
	struct front_matter fm;
	struct body_env env = {.config = &c};
	struct matter matter = {.title = S("T")};
	struct post post = {.matter = &matter};
	struct body body = {.env = &env, .post = &post, .src = &src,
		.front = &fm, .arena = &a, .diags = &d};

	(void)state;
	make_config(&c, &a, "posts.dialect=jekyll");
	assert_true(front_matter_cut(&fm, &src, c.posts.generator, &d));
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct tags tags = tags_find(
		    str_of(rows[i].text), tag_next_liquid, NULL, &a);
		struct flow f = flow_decide(&body, &tags, 0);

		buf_printf(&b, "%zu-%zu%s", f.begin, f.end,
		    f.is_known ? "" : "?");
		check_buf(rows[i].text, &b, rows[i].want);
	}
	check_diags("all", &d, "");
	buf_free(&b);
	arena_free(&a);
}

/* More than there is room for is not known, and nothing else. */
static void
test_long(void **state)
{
	struct arena a = {0};
	struct buf text = {0};
	struct body body = {.arena = &a};
	struct tags tags;
	struct flow f;

	(void)state;
	buf_add(&text, S("{% if true"));
	for (int i = 0; i < 1000; i++)
		buf_add(&text, S(" and true"));
	buf_add(&text, S(" %}{% endif %}"));
	tags = tags_find(buf_str(&text), tag_next_liquid, NULL, &a);
	f = flow_decide(&body, &tags, 0);
	assert_false(f.is_known);
	assert_int_equal(f.begin, 0);
	assert_int_equal(f.end, 1);
	buf_free(&text);
	arena_free(&a);
}

static void
test_names(void **state)
{
	(void)state;
	assert_true(flow_is(S("if")) && flow_is(S("for")));
	assert_false(flow_is(S("else")) || flow_is(S("raw")) ||
	    flow_is(S("")) || flow_is(S("iff")));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_decide),
		cmocka_unit_test(test_long),
		cmocka_unit_test(test_names),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
