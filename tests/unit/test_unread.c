/* SPDX-License-Identifier: MIT
 * test_unread: whether the system kept a run from reading a post. */
#include "build/guard/unread.h"

#include "build/site/site.h"
#include "support.h"

static void
test_any(void **state)
{
	struct post posts[3] = {0};
	struct site s = {.posts = posts, .n_posts = COUNT(posts)};

	(void)state;
	assert_false(unread_any(&s));
	for (size_t i = 0; i < COUNT(posts); i++) {
		posts[i].is_unread = true;
		assert_true(unread_any(&s));
		posts[i].is_unread = false;
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_any),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
