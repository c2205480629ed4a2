/* SPDX-License-Identifier: MIT
 * test_html_check: HTML in feeds. */
#include "validate/types/html_check.h"

#include "judge.h"
#include "validate/types/types.h"

static const struct {
	const char *written, *want;
} rows[] = {
	{"", ""}, {"plain &amp;amp; text", ""},
	{"&lt;p>a&lt;br>b&lt;p>c &lt;b>d&lt;/b>", ""},
	{"&lt;ul>&lt;li>a&lt;li>b&lt;ul>&lt;li>c&lt;/ul>&lt;/ul>", ""},
	{"&lt;table>&lt;tr>&lt;td>a&lt;td>b&lt;tr>&lt;td>c&lt;/table>", ""},
	{"&lt;p>a&lt;div>b&lt;/div>&lt;/p>", ""},
	{"&lt;svg viewBox='0 0 1 1'>&lt;path d='M0'/>&lt;/svg>", ""},
	{"é &lt;b>x", "unbalanced-html 3 <x> has <b>, which is not closed"},
	{"é &lt;/b>x", "unbalanced-html 3 <x> has </b>, which closes "
	    "nothing"},
	/* One fault is reported, and not what follows from it. */
	{"&lt;b>&lt;i>x&lt;/b>y&lt;/i>", "unbalanced-html 7 <x> has <i>, "
	    "which is not closed"},
	{"a &lt;img src='https://e.org/a", "unbalanced-html 3 <x> has a tag "
	    "without '>'"},
	{"&lt;blob>x&lt;/blob>", "unknown-html 1 <x> has <blob>, which is not "
	    "an element of HTML"},
	{"&lt;script>a &lt; b&lt;/script>", "unsafe-html 1 <x> has "
	    "<script>, which readers remove"},
	{"&lt;SCRIPT>&lt;/SCRIPT>", "unsafe-html 1 <x> has <script>, which "
	    "readers remove"},
	{"&lt;svg>&lt;script>&lt;/script>&lt;/svg>", "unsafe-html 9 <x> has "
	    "<script>, which readers remove"},
	{"&lt;b onclick='x'>y&lt;/b>", "unsafe-attribute 7 <x> has the "
	    "attribute onclick, which readers remove"},
	{"&lt;a href='javascript:x'>y&lt;/a>", "unsafe-link 7 <x> has a link "
	    "to 'javascript:x', which readers do not follow"},
	{"&lt;a href=' JavaScript&amp;#58;x'>y&lt;/a>", "unsafe-link 7 <x> "
	    "has a link to 'JavaScript:x', which readers do not follow"},
	{"&lt;a href='data:text/html,x'>y&lt;/a>", "unsafe-link 7 <x> has a "
	    "link to 'data:text/html,x', which readers do not follow"},
	{"&lt;img src='data:image/png;base64,x'>", ""},
	{"&lt;a href='mailto:jo@example.org'>y&lt;/a>", ""},
	{"&lt;img src='/a.png'>", "relative-reference 9 <x> has a link to "
	    "'/a.png', which is relative"},
	{"&lt;img src='//e.org/a.png'>", "relative-reference 9 <x> has a "
	    "link to '//e.org/a.png', which is relative"},
	{"&lt;img srcset='https://e.org/a 1x, b,c.png 2x'>",
	    "relative-reference 9 <x> has a link to 'b,c.png', which is "
	    "relative"},
	{"&lt;a href='#n'>y&lt;/a>", "fragment-reference 7 <x> has a link to "
	    "'#n', which leads nowhere in a reader"},
	{"&lt;video poster='p.jpg'>&lt;/video>", "relative-reference 11 <x> "
	    "has a link to 'p.jpg', which is relative"},
	{"&lt;p poster='p.jpg'>", ""},
	{"&lt;textarea>&lt;b>&lt;/textarea>", ""},
	{"&lt;!-- &lt;b> -->", ""},
};

static void
test_rows(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		check_type(&type_html, rows[i].written, rows[i].want);
}

/* More than anybody has open, and attributes without end. */
static void
test_much(void **state)
{
	struct buf b = {0};

	(void)state;
	for (int i = 0; i < 100000; i++)
		buf_add(&b, S("<b>"));
	check_type(&type_html, buf_cstr(&b), "unbalanced-html 1537 <x> has "
	    "more than 512 elements open");
	buf_reset(&b);
	for (int i = 0; i < 100000; i++)
		buf_add(&b, S("<p>"));
	check_type(&type_html, buf_cstr(&b), "");
	buf_reset(&b);
	buf_add(&b, S("<b"));
	for (int i = 0; i < 100000; i++)
		buf_printf(&b, " a%d=b", i);
	buf_add(&b, S("></b>"));
	check_type(&type_html, buf_cstr(&b), "");
	buf_free(&b);
}

static void
test_find_feed(void **state)
{
	static const struct {
		const char *page, *want; /* NULL: none */
	} pages[] = {
		{"<link rel=alternate type=application/rss+xml href=/a>",
		    "/a"},
		{"<LINK HREF='/a?b&amp;c' TYPE='application/atom+xml' "
		    "REL='Alternate'>", "/a?b&c"},
		{"<link rel=alternate type=text/html href=/a><link "
		    "rel='alternate' type='application/feed+json' href='/b'>",
		    "/b"},
		{"<link rel=stylesheet type=application/rss+xml href=/a>",
		    NULL},
		{"<link rel=alternate type=application/rss+xml>", NULL},
		{"<a rel=alternate type=application/rss+xml href=/a>", NULL},
		{"", NULL},
	};
	struct buf b = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(pages); i++) {
		bool found = html_check_find_feed(str_of(pages[i].page), &b);

		assert_int_equal(found, pages[i].want != NULL);
		check_buf(pages[i].page, &b,
		    pages[i].want ? pages[i].want : "");
	}
	buf_free(&b);
}

static void
test_names(void **state)
{
	(void)state;
	assert_true(html_check_is_element(S("a")));
	assert_true(html_check_is_element(S("BLOCKQUOTE")));
	assert_true(html_check_is_element(S("xmp")));
	assert_true(html_check_is_element(S("wbr")));
	assert_false(html_check_is_element(S("")));
	assert_false(html_check_is_element(S("t")));
	assert_false(html_check_is_element(S("blockquotes")));
	assert_false(html_check_is_element(S("averyveryverylongname")));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rows),
		cmocka_unit_test(test_much),
		cmocka_unit_test(test_find_feed),
		cmocka_unit_test(test_names),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
