/* SPDX-License-Identifier: MIT
 * test_shared: what posts have in common, once. */
#include "post/read/shared.h"

#include "support.h"

static void
test_labels(void **state)
{
	struct arena a = {0};
	struct config c;
	struct shared s;
	struct label *l, *other;
	const struct taxonomy *tags;

	(void)state;
	make_config(&c, &a, "languages={en: {}, de: {}}");
	tags = c.feeds.taxonomies;
	shared_init(&s, &c, &a);
	l = shared_label(&s, tags, c.languages, S("Élan"));
	check_str("text", l->text, "Élan");
	check_str("key", l->key, "élan");
	assert_ptr_equal(l->taxonomy, tags);
	assert_ptr_equal(l->in, c.languages);
	assert_ptr_equal(l, shared_label(&s, tags, c.languages, S("Élan")));
	other = shared_label(&s, tags, c.languages, S("élan"));
	assert_ptr_not_equal(l, other);
	check_str("key", other->key, "élan");
	other = shared_label(&s, tags->next, c.languages, S("Élan"));
	assert_ptr_not_equal(l, other);
	other = shared_label(&s, tags, c.languages->next, S("Élan"));
	assert_ptr_not_equal(l, other);
	assert_ptr_equal(other->in, c.languages->next);
	shared_free(&s);
	arena_free(&a);
}

static void
test_people(void **state)
{
	struct arena a = {0};
	struct shared s;
	struct person list[] = {
		{S("Ann"), S("a@e.org"), {0}}, {S("Bob"), {0}, S("https://b")}};
	const struct person *copy;

	(void)state;
	shared_init(&s, NULL, &a);
	copy = shared_people(&s, list, 2);
	assert_ptr_not_equal(copy, list);
	check_str("name", copy[1].name, "Bob");
	check_str("url", copy[1].url, "https://b");
	assert_ptr_equal(copy, shared_people(&s, list, 2));
	list[0].email = S("ann@e.org");
	assert_ptr_not_equal(copy, shared_people(&s, list, 2));
	assert_null(shared_people(&s, NULL, 0));
	check_str("text", shared_text(&s, S("de")), "de");
	assert_ptr_equal(
	    shared_text(&s, S("de")).ptr, shared_text(&s, S("de")).ptr);
	assert_int_equal(shared_text(&s, S("")).len, 0);
	shared_free(&s);
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
		    test_labels, folder_setup, folder_teardown),
		cmocka_unit_test(test_people),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
