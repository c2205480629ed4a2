/* SPDX-License-Identifier: MIT
 * test_dialect: the rules that generators differ in. */
#include "post/permalink/dialect.h"

#include "support.h"

/* DIALECTS.md D2, D4 and D5. */
static const struct {
	const char *name;
	enum split split;
	bool singular_wins, folders;
	const char *permalink;
} rows[] = {
	{"hugo", SPLIT_NONE, false, false, "/:sections/:slugorfilename/"},
	{"jekyll", SPLIT_SPACE, true, true,
	    "/:categories/:year/:month/:day/:title.html"},
	{"octopress", SPLIT_SPACE, true, true,
	    "/blog/:year/:month/:day/:title/"},
	{"plain", SPLIT_COMMA, false, false, NULL},
};

static void
test_rules(void **state)
{
	struct arena a = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct config c;
		const struct dialect_rules *r;

		make_config(&c, &a,
		    arena_printf(&a, "posts.dialect=%s", rows[i].name).ptr);
		r = dialect_get(&c);
		assert_int_equal(r->split, rows[i].split);
		assert_int_equal(r->singular_wins, rows[i].singular_wins);
		assert_int_equal(
		    r->folders_are_categories, rows[i].folders);
		if (rows[i].permalink)
			assert_string_equal(r->permalink, rows[i].permalink);
	}
	arena_free(&a);
}

/* Every choice of the config has a row, with all that callers use. */
static void
test_all(void **state)
{
	struct arena a = {0};
	struct config c;
	size_t k = 0, n = 0;
	str rest, name;

	(void)state;
	while (strcmp(config_keys[k].path, "posts.dialect") != 0)
		k++;
	rest = str_of(config_keys[k].range);
	for (; str_split(&rest, '|', &name); n++) {
		make_config(&c, &a, arena_printf(
		    &a, "posts.dialect=%.*s", STR_ARG(name)).ptr);
		assert_int_equal(c.posts.dialect, n);
		assert_non_null(dialect_get(&c)->permalink);
		assert_non_null(dialect_get(&c)->term_page);
	}
	assert_true(n >= COUNT(rows));
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rules),
		cmocka_unit_test(test_all),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
