/* SPDX-License-Identifier: MIT
 * test_feed_site: what all feeds of a site have in common. */
#include "feed/plan/feed_site.h"

#include "support.h"

static void
test_author(void **state)
{
	struct arena a = {0};
	struct config c;
	struct person who;

	(void)state;
	make_config(&c, &a, "");
	check_str("title", feed_site_author(&c).name, "Example");
	make_config(&c, &a, "site.author={name: Jane, email: j@e.org}");
	who = feed_site_author(&c);
	check_str("name", who.name, "Jane");
	check_str("email", who.email, "j@e.org");
	assert_int_equal(who.url.len, 0);
	make_config(&c, &a, "site.author.email=j@e.org");
	who = feed_site_author(&c);
	check_str("name", who.name, "Example");
	check_str("email", who.email, "j@e.org");
	arena_free(&a);
}

static void
test_taxonomy(void **state)
{
	struct arena a = {0};
	struct buf b = {0};
	struct config c;

	(void)state;
	make_config(&c, &a, "feeds.taxonomies={tags: , ä b: }\n"
	    "site.url=https://e.org/blog");
	feed_site_taxonomy_url(&b, &c, NULL, c.feeds.taxonomies);
	check_buf("tags", &b, "https://e.org/blog/tags/");
	feed_site_taxonomy_url(&b, &c, NULL, c.feeds.taxonomies->next);
	check_buf("ä b", &b, "https://e.org/blog/%C3%A4%20b/");
	buf_free(&b);
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_author),
		cmocka_unit_test(test_taxonomy),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
