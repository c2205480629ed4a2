/* SPDX-License-Identifier: MIT
 * test_page: the text of a post, from the page that a generator made. */
#include "content/entry/page.h"

#include "content/links/links.h"
#include "generators/generators.h"
#include "support.h"

#define SITE "https://e.org/"
#define BLOG "https://e.org/blog/"

static const struct {
	const char *site, *url;
	const char *paths; /* with a blank between */
} places[] = {
	{SITE, SITE "a/b/", "a/b/index.html"},
	{SITE, SITE "a/b.html", "a/b.html"},
	{SITE, SITE "a/b.HTM", "a/b.HTM"},
	{SITE, SITE "a.xhtml", "a.xhtml"},
	{SITE, SITE "a/b", "a/b.html a/b/index.html"},
	{SITE, SITE "v1.2", "v1.2.html v1.2/index.html"},
	{SITE, SITE "x.html/", "x.html/index.html"},
	{SITE, SITE, "index.html"},
	{SITE, SITE "a/?p=1#c", "a/index.html"},
	{SITE, SITE "?p=1", "index.html"},
	{SITE, SITE "a//b/", "a/b/index.html"},
	{BLOG, BLOG "a/", "a/index.html"},
	{BLOG, BLOG, "index.html"},
	{BLOG, SITE "a/", ""},
	{BLOG, SITE "blogger/a/", ""},
	{SITE, "https://other.org/a/", ""},
	{SITE, "http://e.org/a/", ""},
	/* Escapes. */
	{SITE, SITE "caf%C3%A9/", "caf\xC3\xA9/index.html"},
	{SITE, SITE "a%62/", "ab/index.html"},
	{SITE, SITE "100%25.html", "100%.html"},
	{SITE, SITE "100%", "100%.html 100%/index.html"},
	{SITE, SITE "%zz/", "%zz/index.html"},
	{SITE, SITE "a%23b.html", "a#b.html"},
	{"https://e.org/b%20g/", "https://e.org/b%20g/a.html", "a.html"},
	/* Nothing leads out of the folder. */
	{SITE, SITE "../a.html", ""},
	{SITE, SITE "a/../../b.html", ""},
	{SITE, SITE "%2e%2E/a.html", ""},
	{SITE, SITE "..%2Fa.html", ""},
	{SITE, SITE "a/..", ""},
	{SITE, SITE "./a.html", ""},
	{SITE, SITE "%2Fetc%2Fpasswd.html", "etc/passwd.html"},
	{SITE, SITE "//etc/passwd.html", "etc/passwd.html"},
	{SITE, SITE "a%00.html", ""},
	{SITE, SITE "...html", "...html"},
	{SITE, SITE "..a/", "..a/index.html"},
};

static void
test_paths(void **state)
{
	struct arena a = {0};
	struct buf got = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(places); i++) {
		str paths[PAGE_PATHS];
		size_t n = page_paths(paths, str_of(places[i].site),
		    str_of(places[i].url), &a);

		for (size_t k = 0; k < n; k++)
			buf_printf(&got, "%s%s", k ? " " : "", paths[k].ptr);
		check_buf(places[i].url, &got, places[i].paths);
	}
	buf_free(&got);
	arena_free(&a);
}

/* ---- reading ---- */

static const struct row {
	const char *select; /* "": the usual parts */
	const char *page;
	const char *content; /* NULL: it fails */
	const char *reports;
} rows[] = {
	{"main", "<main> <p>a</p>\n</main>", "<p>a</p>", ""},
	{"main", "\xEF\xBB\xBF<!DOCTYPE html><main>a", "a", ""},
	{"p", "<p>a<p>b", "a", ""},
	{"main", "<main></main>", "", ""},
	{".x, main", "<main>a<b class=x>b</b></main>", "a<b>b</b>", ""},
	{"td", "<table><tr><td>a<td>b</table>", "a", ""},
	{"tr", "<table><tr><td>a<td>b</table>", "a\nb", ""},
	{"main", "<head><script>'<main>'</script></head><main>a", "a", ""},
	/* What is no text of the post. */
	{"main", "<main><nav>a</nav>b<script>c</script><p hidden>d</main>",
	 "b", ""},
	{"main", "<main><h2 id=x>a <a class=anchor href=#x>#</a></h2></main>",
	 "<h2>a </h2>", ""},
	/* References are what the page's address makes of them. */
	{"main", "<main><a href=x>a</a> <a href=/x>b</a> <a href=#x>c</a>",
	 "<a href=\"https://e.org/p/x\">a</a> "
	 "<a href=\"https://e.org/x\">b</a> "
	 "<a href=\"https://e.org/p/#x\">c</a>", ""},
	{"main", "<base target=x><base href=/><base href=/z/><main>"
	 "<img src=x.png>", "<img src=\"https://e.org/x.png\" />", ""},
	{"main", "<base href='mailto:a@e.org'><main><img src=x.png>",
	 "<img src=\"https://e.org/p/x.png\" />", ""},
	{"main", "<main>\n<a href='javascript:x()'>a</a>", "a",
	 "link-scheme 2:10 a link to 'javascript:' was dropped"},
	/* The usual parts, in their order and not in the page's. */
	{"", "<main>a</main>", "a", ""},
	{"", "<main>a<article>b</article></main>", "b", ""},
	{"", "<article>a<div class=content>b</div></article>", "b", ""},
	{"", "<article class=content>a</article>", "a", ""},
	{"", "<article>a<div class='x post-content'>b</div></article>", "b",
	 ""},
	{"", "<p class=post-content>a<p class=entry-content>b", "b", ""},
	{"", "<p class=entry-content>a<p class=e-content>b", "b", ""},
	{"", "<p class=e-content>a<p itemprop=articleBody>b", "b", ""},
	/* What fails. */
	{"main", "<p>a", NULL,
	 "page-select 0:0 nothing in its page 'public/p/index.html' matches "
	 "'main'"},
	{"", "<p>a", NULL,
	 "page-select 0:0 nothing in its page 'public/p/index.html' matches "
	 "'[itemprop=articleBody]', '.e-content', '.entry-content', "
	 "'.post-content', 'article .content', 'article' or 'main'"},
	{"main", "<!-- <main>a</main> -->", NULL,
	 "page-select 0:0 nothing in its page 'public/p/index.html' matches "
	 "'main'"},
	{"main", "", NULL,
	 "page-select 0:0 nothing in its page 'public/p/index.html' matches "
	 "'main'"},
	{"main", "<main>\n\xC3\xA9 caf\xE9", NULL,
	 "not-utf8 2:6 byte 0xE9 is not UTF-8, in the page of posts/a.md"},
	{"main", NULL, NULL,
	 "page-missing 0:0 its page 'public/p/index.html' is not there"},
};

/* Reads the page of the post at `url`. */
static void
check_read(const char *what, const char *select, const char *url,
    const char *content, const char *reports)
{
	struct arena a = {0};
	struct buf out = {0};
	struct diags diags = {0};
	struct config c = {.site = {.url = S(SITE)},
		.posts = {.generator = &generator_hugo}};
	struct matter matter = {.url = str_of(url)};
	struct post p = {.path = S("posts/a.md"), .matter = &matter};
	struct source src = {p.path, {0}};
	struct sources sources = {0};
	struct links links = {.config = &c, .page = p.matter->url, .src = &src,
		.diags = &diags, .sources = &sources};
	struct html_policy policy = {.resolve = links_resolve, .ctx = &links};
	bool ok;

	c.content.pages = S("public");
	c.content.select = str_of(select);
	ok = page_read(&out, &p, &policy, &a);
	if (ok != (content != NULL))
		fail_msg("%s: %d", what, ok);
	check_buf(what, &out, content ? content : "");
	check_diags(what, &diags, reports);
	buf_free(&out);
	arena_free(&a);
}

static void
test_read(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		const struct row *r = &rows[i];

		remove("public/p/index.html");
		if (r->page)
			put_file("public/p/index.html", r->page);
		check_read(r->page ? r->page : "none", r->select, SITE "p/",
		    r->content, r->reports);
	}
}

static void
test_read_places(void **state)
{
	(void)state;
	put_file("secret.html", "<main>no</main>");
	put_file("public/b/index.html", "<main>b</main>");
	check_read("b", "main", SITE "b", "b", "");
	put_file("public/b.html", "<main>b.html</main>");
	check_read("b", "main", SITE "b", "b.html", "");
	put_file("public/d.html/x", "");
	put_file("public/d/index.html", "<main>d</main>");
	check_read("a folder", "main", SITE "d", "d", "");
	check_read("none", "main", SITE "c", NULL, "page-missing 0:0 its page "
	    "'public/c.html' or 'public/c/index.html' is not there");
	check_read("below a file", "main", SITE "b.html/", NULL,
	    "page-missing 0:0 its page 'public/b.html/index.html' is not "
	    "there");
	check_read("outside", "main", SITE "%2e%2e/secret.html", NULL,
	    "page-missing 0:0 no page in 'public' can have the address '"
	    SITE "%2e%2e/secret.html'");
	check_read("elsewhere", "main", "https://x.org/a/", NULL,
	    "page-missing 0:0 no page in 'public' can have the address "
	    "'https://x.org/a/'");
}

static void
test_read_deep(void **state)
{
	struct buf html = {0};

	(void)state;
	buf_add(&html, S("<main>"));
	for (int i = 0; i < 600; i++)
		buf_add(&html, S("<div>"));
	buf_add(&html, S("a"));
	put_file("public/e.html", buf_cstr(&html));
	check_read("600", "main", SITE "e.html", NULL,
	    "page-depth 0:0 the elements of its page 'public/e.html' are "
	    "nested too deeply");
	for (int i = 0; i < 6000; i++)
		buf_add(&html, S("<div>"));
	put_file("public/e.html", buf_cstr(&html));
	check_read("6600", "main", SITE "e.html", NULL,
	    "page-depth 0:0 the elements of its page 'public/e.html' are "
	    "nested too deeply");
	buf_free(&html);
}

/* ---- the config ---- */

static const struct {
	const char *content; /* of the section */
	const char *reports;
} configs[] = {
	{"{}", ""},
	{"{pages: none}", ""},
	{"{source: pages}", ""},
	{"{source: pages, select: 'a, .b > c'}", ""},
	{"{source: pages, pages: none}",
	 "config-folder 1:33 pages folder 'none': No such file or directory"},
	{"{source: pages, pages: public/f}",
	 "config-folder 1:33 pages folder 'public/f': not a folder"},
	/* Whether it is used or not. */
	{"{select: .a >}",
	 "config-value 1:23 content.select is '.a >': expected an element, a "
	 "class, an id or an attribute"},
	{"{select: '\xC3\xA9 :a'}",
	 "config-value 1:22 content.select is '\xC3\xA9 :a': pseudo-classes "
	 "and pseudo-elements are not supported"},
	{"{select: \"a\\x20+ b\"}",
	 "config-value 1:25 content.select is 'a + b': expected a blank, '>' or "
	 "',' between two elements"},
	{"\n  select: |\n    .1\n",
	 "config-value 3:6 content.select is '.1\n': expected the name of a "
	 "class"},
	{"{source: pages, pages: none, select: '#'}",
	 "config-value 1:49 content.select is '#': expected an id\n"
	 "config-folder 1:33 pages folder 'none': No such file or directory"},
};

static void
test_check(void **state)
{
	(void)state;
	put_file("public/f", "");
	for (size_t i = 0; i < COUNT(configs); i++) {
		struct arena a = {0};
		struct diags diags = {0};
		struct config c;
		struct source src = {S("feedmill.yaml"), {0}};
		bool ok;

		src.text = arena_printf(&a, "content: %s\nsite: {url: '" SITE
		    "', title: x}\nposts: {folders: [public]}\n",
		    configs[i].content);
		assert_true(config_parse(&c, &a, &src, NULL, 0, &diags));
		ok = page_check(&c, &diags);
		assert_int_equal(ok, configs[i].reports[0] == '\0');
		check_diags(configs[i].content, &diags, configs[i].reports);
		arena_free(&a);
	}
}

#define IN_FOLDER(test) \
	cmocka_unit_test_setup_teardown(test, folder_setup, folder_teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_paths),
		IN_FOLDER(test_read),
		IN_FOLDER(test_read_places),
		IN_FOLDER(test_read_deep),
		IN_FOLDER(test_check),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
