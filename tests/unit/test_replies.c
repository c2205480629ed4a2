/* SPDX-License-Identifier: MIT
 * test_replies: what a post answers to. */
#include "content/entry/replies.h"

#include "support.h"

static const str urls[] = {
	S_INIT("https://example.org/a/#c"), S_INIT("https://example.org/x/"),
	S_INIT("https://b.example/"),
};
static const struct relations relations = {
	.replies_to = urls, .n_replies_to = COUNT(urls)};
static const struct relations elsewhere = {
	.replies_to = &urls[2], .n_replies_to = 1};

static struct matter matters[] = {
	{.url = S_INIT("https://example.org/a/")},
	{.url = S_INIT("https://example.org/b/"), .relations = &relations},
	{.url = S_INIT("https://example.org/c/"), .relations = &elsewhere},
};
static struct post posts[] = {
	{.id = S_INIT("tag:a"), .matter = &matters[0]},
	{.id = S_INIT("tag:b"), .matter = &matters[1]},
	{.id = S_INIT("tag:c"), .matter = &matters[2]},
};

static void
test_find(void **state)
{
	struct arena a = {0};
	struct config c;
	struct sources sources = {0};
	struct body_env env = {.config = &c, .sources = &sources};
	const struct reply *list = NULL;

	(void)state;
	make_config(&c, &a, "");
	env.index = post_index_open(&c, posts, COUNT(posts), &a);
	/* Other sites' ids are not known, and need no post of ours. */
	assert_int_equal(replies_find(&list, &posts[2], &env, &a), 1);
	check_str("id", list[0].id, "https://b.example/");
	assert_false(sources.posts);
	assert_int_equal(replies_find(&list, &posts[1], &env, &a), 3);
	check_str("id", list[0].id, "tag:a");
	check_str("url", list[0].url, "https://example.org/a/#c");
	check_str("id", list[1].id, "https://example.org/x/");
	check_str("id", list[2].id, "https://b.example/");
	assert_true(sources.posts);
	post_index_close(env.index);
	/* Without other posts. */
	env.index = NULL;
	assert_int_equal(replies_find(&list, &posts[1], &env, &a), 3);
	check_str("id", list[0].id, "https://example.org/a/#c");
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_find),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
