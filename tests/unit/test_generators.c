/* SPDX-License-Identifier: MIT
 * test_generators: the rows of the table, and that all of them are whole. */
#include "generators/generators.h"

#include "content/tags/tag_put.h"
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
	    "/:categories/:year/:month/:day/:title:output_ext"},
	{"octopress", SPLIT_SPACE, true, true,
	    "/blog/:year/:month/:day/:title/"},
	{"plain", SPLIT_COMMA, false, false, "/:year/:month/:day/:slug/"},
};

static void
test_rules(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		const struct generator *g =
		    generator_find(str_of(rows[i].name));

		assert_non_null(g);
		assert_int_equal(g->terms.split, rows[i].split);
		assert_int_equal(
		    g->terms.singular_wins, rows[i].singular_wins);
		assert_int_equal(
		    g->address.folders_are_categories, rows[i].folders);
		assert_string_equal(g->address.permalink, rows[i].permalink);
	}
	assert_null(generator_find(S("Hugo")));
	assert_null(generator_find(S("")));
}

/* Each name is there once and is a choice of the config; what callers use
 * without a question is there, and init has all that it needs or nothing. */
static void
test_whole(void **state)
{
	struct arena a = {0};
	const struct generator *g;
	size_t n = 0;

	(void)state;
	for (; (g = generator_at(n)) != NULL; n++) {
		struct config c;

		assert_ptr_equal(generator_find(str_of(g->name)), g);
		make_config(&c, &a,
		    arena_printf(&a, "posts.dialect=%s", g->name).ptr);
		assert_ptr_equal(c.posts.generator, g);
		assert_true(g->label[0] && g->address.permalink[0] == '/');
		assert_true(g->text.footnotes.note && g->text.footnotes.ref &&
		    g->text.footnotes.again);
		assert_true(!g->read == !(g->is || g->configs) &&
		    !g->read == !g->known_by);
	}
	assert_true(n >= 9);
	arena_free(&a);
}

/* A tag is written by a handler, or says that it gives nothing. */
static void
test_handlers(void **state)
{
	const struct generator *g;

	(void)state;
	for (int m = MEANS_NOTHING + 1; m < TAG_MEANINGS; m++)
		if (tag_handler((enum tag_meaning)m) == NULL)
			fail_msg("meaning %d has no handler", m);
	assert_null(tag_handler(MEANS_NOTHING));
	for (size_t i = 0; (g = generator_at(i)) != NULL; i++) {
		const struct tag_row *t = g->text.tags;

		assert_true(!t || tag_language_find(g->text.syntax));
		for (; t && t->name; t++)
			if (!(t->flags & TAG_SILENT) !=
			    (t->meaning != MEANS_NOTHING))
				fail_msg("%s: %s", g->name, t->name);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rules),
		cmocka_unit_test(test_whole),
		cmocka_unit_test(test_handlers),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
