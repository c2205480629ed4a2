/* SPDX-License-Identifier: MIT
 * test_index: posts by the names that other posts call them. */
#include "post/post_index.h"

#include "support.h"

static struct language fr = {.name = S_INIT("fr")};

static struct matter root, one = {
	.sections = S_INIT("blog"), .url = S_INIT("https://e.org/one/")};
static struct matter blog = {.sections = S_INIT("blog")};
static struct matter deep = {.sections = S_INIT("blog/deep")};
static struct matter other = {.sections = S_INIT("other")};

static struct post posts[] = {
	{.path = S_INIT("content/_index.md"), .matter = &root},
	{.path = S_INIT("content/blog/2024-01-02-one.md"), .matter = &one},
	{.path = S_INIT("content/blog/_index.md"), .matter = &blog},
	{.path = S_INIT("content/blog/Bundle/index.md"), .matter = &blog},
	{.path = S_INIT("content/blog/deep/one.md"), .matter = &deep},
	{.path = S_INIT("content/blog/two.markdown"), .matter = &blog},
	{.path = S_INIT("content/blog/two.fr.md"), .matter = &blog,
	    .in = &fr},
	{.path = S_INIT("content/other/ask.fr.md"), .matter = &other,
	    .in = &fr},
	{.path = S_INIT("content/other/ask.md"), .matter = &other},
	{.path = S_INIT("content/other/only.md"), .matter = &other},
};
enum { ROOT, ONE, BLOG, BUNDLE, DEEP, TWO, TWO_FR, ASK_FR, ASK, ONLY };

static const struct {
	int from;
	const char *ref;
	enum post_match match;
	int want; /* -1: none */
} rows[] = {
	{ASK, "/blog/two.md", POST_MATCH_PATH, TWO},
	{ASK, "blog/two", POST_MATCH_PATH, TWO},
	{ASK, "/blog/two/", POST_MATCH_PATH, TWO},
	{ASK_FR, "/blog/two.md", POST_MATCH_PATH, TWO_FR},
	{ASK_FR, "/blog/two.fr.md", POST_MATCH_PATH, TWO_FR},
	{ASK, "../blog/two.md#x", POST_MATCH_PATH, TWO},
	{ASK, "content/blog/two.md?y", POST_MATCH_PATH, TWO},
	{ASK, "two.md", POST_MATCH_PATH, -1},
	{ASK, "two.md", POST_MATCH_NAME, TWO},
	{ASK_FR, "two", POST_MATCH_NAME, TWO_FR},
	{TWO, "bundle", POST_MATCH_PATH, BUNDLE},
	{ASK, "blog/bundle/index.md", POST_MATCH_PATH, BUNDLE},
	{BUNDLE, "../two.md", POST_MATCH_PATH, TWO},
	{BUNDLE, "two.md", POST_MATCH_PATH, TWO},
	{ASK, "blog/_index.md", POST_MATCH_PATH, BLOG},
	{ASK, "blog", POST_MATCH_PATH, BLOG},
	{ASK, "2024-01-02-one", POST_MATCH_NAME, ONE},
	{ASK, "x/y/_posts/2024-01-02-one.md", POST_MATCH_NAME, ONE},
	{ASK, "one", POST_MATCH_NAME, DEEP},
	{ASK, "deep/one.md", POST_MATCH_NAME, DEEP},
	{ONE, "one", POST_MATCH_NAME, DEEP},
	{ASK, "", POST_MATCH_PATH, ASK},
	{ASK, "#x", POST_MATCH_PATH, ASK},
	{ASK, "ONLY.MD", POST_MATCH_PATH, ONLY},
	{ASK, "/", POST_MATCH_PATH, -1},
	{ASK, "../../../x", POST_MATCH_NAME, -1},
	{ASK, "nowhere", POST_MATCH_NAME, -1},
};

static void
test_find(void **state)
{
	struct arena a = {0};
	struct config c;
	struct post_index *x;

	(void)state;
	make_config(&c, &a, "");
	c.languages = &fr;
	x = post_index_open(&c, posts, COUNT(posts), &a);
	for (size_t i = 0; i < COUNT(rows); i++) {
		const struct post *p = post_index_find(x,
		    &posts[rows[i].from], str_of(rows[i].ref), rows[i].match);
		int got = p ? (int)(p - posts) : -1;

		if (got != rows[i].want)
			fail_msg("'%s' from %d: got %d, want %d", rows[i].ref,
			    rows[i].from, got, rows[i].want);
	}
	post_index_close(x);
	arena_free(&a);
}

static void
test_url(void **state)
{
	struct arena a = {0};
	struct config c;
	struct post_index *x;

	(void)state;
	make_config(&c, &a, "");
	x = post_index_open(&c, posts, COUNT(posts), &a);
	check_str("own", post_index_url(x, &posts[ONE], &a),
	    "https://e.org/one/");
	check_str("page", post_index_url(x, &posts[ONLY], &a),
	    "https://example.org/other/only/");
	check_str("section", post_index_url(x, &posts[BLOG], &a),
	    "https://example.org/blog/");
	check_str("root", post_index_url(x, &posts[ROOT], &a),
	    "https://example.org/");
	assert_ptr_equal(
	    post_index_at(x, S("https://e.org/one/")), &posts[ONE]);
	assert_ptr_equal(
	    post_index_at(x, S("https://e.org/one/#x")), &posts[ONE]);
	assert_null(post_index_at(x, S("https://e.org/one")));
	assert_null(post_index_at(x, S("")));
	post_index_close(x);
	make_config(&c, &a, "posts.dialect=jekyll");
	x = post_index_open(&c, posts, COUNT(posts), &a);
	check_str("jekyll", post_index_url(x, &posts[ONLY], &a),
	    "https://example.org/other/only.html");
	post_index_close(x);
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_find),
		cmocka_unit_test(test_url),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
