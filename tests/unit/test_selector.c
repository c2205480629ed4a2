/* SPDX-License-Identifier: MIT
 * test_selector: what selectors find in a page, and how they can be wrong. */
#include "content/html/selector.h"

#include "content/html/html_tree.h"
#include "support.h"

/* Elements that may be found have a number as their attribute n. */
static const char page[] =
    "<!DOCTYPE html><html n=1 lang=en><head n=2>"
    "<meta n=3 itemprop=articleBody><script n=4 class=x></script></head>"
    "<body n=5 class='home  wide\n'>"
    "<div n=6 id=Top data-x='a b c' title=''>"
    "<article n=7 class='post h-entry'><header n=8><h1 n=9>T</h1></header>"
    "<div n=10 class=content itemprop=articleBody lang=en-GB>"
    "<p n=11>a<p n=12 class=Note>b<em n=13>c</em>"
    "<a n=14 href='/x/y.html' rel=NoFollow>d</a></div>"
    "<my-card n=15 class='md:w-1 é'>e</my-card><picture n=16></picture>"
    "</article></div>"
    "<main n=17><section n=18><div n=19><div n=20><p n=21>f"
    "</div></div></section></main>"
    "<svg n=22><rect n=23 class=x></svg>"
    "<table n=24><tr n=25><td n=26>g</table></body></html>";

static const struct {
	const char *selector;
	const char *found; /* its number, or "" */
} rows[] = {
	/* types */
	{"article", "7"}, {"ARTICLE", "7"}, {"main", "17"}, {"*", "1"},
	{"html", "1"}, {"body", "5"}, {"tr", "25"}, {"my-card", "15"},
	{"My-Card", "15"}, {"picture", "16"}, {"nothing", ""}, {"h2", ""},
	/* classes and ids */
	{".post", "7"}, {".h-entry", "7"}, {".home.wide", "5"},
	{"article.post", "7"}, {"p.post", ""}, {".Note", "12"}, {".note", ""},
	{"*.Note", "12"}, {".pos", ""}, {"#Top", "6"}, {"#top", ""},
	{"div#Top", "6"}, {".md\\:w-1", "15"}, {".\\6D d\\3Aw-1", "15"},
	{".\xC3\xA9", "15"},
	/* attributes */
	{"[id]", "6"}, {"[ID]", "6"}, {"[ href ]", "14"},
	{"[data-x=a]", ""}, {"[data-x='a b c']", "6"},
	{"[data-x = \"a b c\" ]", "6"}, {"[data-x~=b]", "6"},
	{"[data-x~='a b']", ""}, {"[lang|=en]", "1"},
	{"div[lang|=en]", "10"}, {"div[lang|=e]", ""}, {"[lang=en-gb]", "10"},
	{"[href^='/x']", "14"}, {"[href$='.html']", "14"},
	{"[href*=y]", "14"}, {"[href*='z']", ""}, {"[href^='']", ""},
	{"[href$='']", ""}, {"[href*='']", ""}, {"[data-x~='']", ""},
	{"[title='']", "6"}, {"[title]", "6"}, {"[title=x]", ""},
	{"[rel=nofollow]", "14"}, {"[rel=nofollow s]", ""},
	{"[id=top]", ""}, {"[id=top i]", "6"}, {"[id='top'I]", "6"},
	{"[data-x^=A]", ""}, {"[data-x^=A i]", "6"}, {"[data-x*=' B' i]", "6"},
	{"[data-x='\\61 \\20 b c']", "6"}, {"[itemprop=articleBody]", "10"},
	{"[itemprop=articlebody]", ""}, {"[class~=content][lang]", "10"},
	/* below */
	{"article p", "11"}, {"article > p", ""}, {"div > p", "11"},
	{"article em", "13"}, {"p em", "13"}, {"p>em", "13"},
	{"body > p", ""}, {"html body div article div p em", "13"},
	{"main div p", "21"}, {"main > div", ""}, {"main > section > div", "19"},
	{"main div div", "20"}, {"section > div > div", "20"},
	{"div > div > p", "21"}, {"section div > p", "21"},
	{"main > div p", ""}, {"* > *", "5"}, {"* * *", "6"},
	{"article article", ""}, {"article .content .Note", "12"},
	{"  article\n\t>  div  ", "10"},
	/* lists: what stands first on the page counts, not in the list */
	{"main, article", "7"}, {".none, main p, .nix", "21"}, {"a,em", "13"},
	{"article > p, div > div, h1 em", "20"},
	/* what never shows */
	{"meta", ""}, {"head", ""}, {".x", ""}, {"rect", ""}, {"svg", ""},
};

static void
test_find(void **state)
{
	struct arena a = {0};
	const struct html_node *root = html_tree_parse_page(str_of(page), &a);

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		size_t bad = 0;
		const char *why = NULL;
		const struct selector *s = selector_parse(&a,
		    str_of(rows[i].selector), &bad, &why);
		const struct html_node *node;
		str n = {0};

		if (s == NULL)
			fail_msg("'%s': %zu: %s", rows[i].selector, bad, why);
		node = selector_find(s, root, &a);
		if (node)
			assert_true(html_node_attr(node, "n", &n));
		check_str(rows[i].selector, n, rows[i].found);
	}
	arena_free(&a);
}

#define PART "expected an element, a class, an id or an attribute"
#define PSEUDO "pseudo-classes and pseudo-elements are not supported"
#define BETWEEN \
	"expected a blank, '>' or ',' between two elements"
#define COMPARISON "expected ']' or a comparison such as '=' or '~='"
#define VALUE "expected a value; put it in quotes if it is no name"

static const struct {
	const char *selector;
	size_t bad;
	const char *why;
} wrong[] = {
	{"", 0, PART}, {"  ", 2, PART}, {"a,", 2, PART}, {",a", 0, PART},
	{"a,,b", 2, PART}, {"a >", 3, PART}, {"> a", 0, PART},
	{"a > > b", 4, PART}, {"{}", 0, PART}, {"1a", 0, PART},
	{"-1", 0, PART}, {"-", 0, PART}, {"a &", 2, PART},
	{".", 1, "expected the name of a class"},
	{"a.1", 2, "expected the name of a class"},
	{"a. b", 2, "expected the name of a class"},
	{"#", 1, "expected an id"}, {"#1", 1, "expected an id"},
	{"p:first-child", 1, PSEUDO}, {"p :not(a)", 2, PSEUDO},
	{":is(p)", 0, PSEUDO}, {"p::before", 1, PSEUDO},
	{"a + b", 2, BETWEEN}, {"a~b", 1, BETWEEN},
	{"a/b", 1, "expected a blank, '>' or ','"},
	{"**", 1, "expected a blank, '>' or ','"},
	{"a*", 1, "expected a blank, '>' or ','"},
	{"[a]b", 3, "expected a blank, '>' or ','"},
	{"svg|a", 3, "expected a blank, '>' or ','"},
	{"[]", 1, "expected the name of an attribute"},
	{"[", 1, "expected the name of an attribute"},
	{"[=a]", 1, "expected the name of an attribute"},
	{"[a", 2, COMPARISON}, {"[a!=b]", 2, COMPARISON},
	{"[a b]", 3, COMPARISON}, {"[a=]", 3, VALUE}, {"[a=1]", 3, VALUE},
	{"[a=", 3, VALUE}, {"[a=/x]", 3, VALUE}, {"[a=b", 4, "expected ']'"},
	{"[a=b c]", 5, "expected ']'"}, {"[a='b' ix]", 8, "expected ']'"},
	{"[a='b]", 3, "the quote is never closed"},
	{"p [a=\"b\n\"]", 5, "the quote is never closed"},
	{"[a='\\", 3, "the quote is never closed"},
	{"\xC3\xA9 \xC3\xBC .", 7, "expected the name of a class"},
	{"a\\", 1, "expected a blank, '>' or ','"},
};

static void
test_wrong(void **state)
{
	struct arena a = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(wrong); i++) {
		size_t bad = 99;
		const char *why = "it parses";

		selector_parse(&a, str_of(wrong[i].selector), &bad, &why);
		check_str(wrong[i].selector, str_of(why), wrong[i].why);
		if (bad != wrong[i].bad)
			fail_msg("'%s': at %zu", wrong[i].selector, bad);
	}
	arena_free(&a);
}

/* 64 elements, and no more; and none of them costs another walk. */
static void
test_long(void **state)
{
	struct arena a = {0};
	struct buf text = {0}, html = {0};
	const struct selector *s;
	const struct html_node *root;
	size_t bad;
	const char *why;

	(void)state;
	for (int i = 0; i < 64; i++)
		buf_add(&text, i % 2 ? S(" div") : S(" > div"));
	for (int i = 0; i < 2000; i++)
		buf_add(&html, S("<div>"));
	s = selector_parse(&a, str_from(buf_str(&text), 3), &bad, &why);
	assert_non_null(s);
	root = html_tree_parse_page(buf_str(&html), &a);
	assert_non_null(root);
	assert_non_null(selector_find(s, root, &a));
	memcpy(text.ptr + text.len - 3, "nix", 3);
	s = selector_parse(&a, str_from(buf_str(&text), 3), &bad, &why);
	assert_null(selector_find(s, root, &a));
	buf_add(&text, S(",a"));
	assert_null(selector_parse(&a, str_from(buf_str(&text), 3), &bad,
	    &why));
	check_str("why", str_of(why),
	    "expected no more than 64 elements in one selector");
	assert_int_equal(bad, text.len - 4);
	buf_free(&text);
	buf_free(&html);
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_find),
		cmocka_unit_test(test_wrong),
		cmocka_unit_test(test_long),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
