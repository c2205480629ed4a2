/* SPDX-License-Identifier: MIT
 * test_format: the table of formats, and what all of a site share. */
#include "feed/formats/format.h"

#include "support.h"

static void
test_table(void **state)
{
	const struct format *f;
	size_t n = 0;

	(void)state;
	for (; (f = formats[n]) != NULL; n++) {
		assert_ptr_equal(format_find(str_of(f->name)), f);
		assert_int_equal(f->extension[0], '.');
		assert_non_null(strchr(f->media_type, '/'));
		assert_non_null(f->write_entry);
		assert_non_null(f->write_frame);
		assert_non_null(f->write_text);
		assert_non_null(f->read);
		assert_true(f->judge == NULL || f->entry_opening);
		assert_true(strlen(f->mark) > 4);
	}
	assert_true(n >= 3 && n <= MOST_FORMATS);
	assert_null(format_find(S("")));
	assert_null(format_find(S("Atom")));
	assert_null(format_find((str){0}));
	f = format_find(S("atom"));
	assert_string_equal(f->extension, ".atom");
	assert_string_equal(f->media_type, "application/atom+xml");
	f = format_find(S("rss"));
	assert_string_equal(f->extension, ".rss");
	assert_string_equal(f->media_type, "application/rss+xml");
	f = format_find(S("json"));
	assert_string_equal(f->extension, ".json");
	assert_string_equal(f->media_type, "application/feed+json");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_table),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
