/* SPDX-License-Identifier: MIT
 * test_render: entries, each once. */
#include "build/render.h"

#include <stdatomic.h>

#include "blog.h"

static void
count(void *ctx, size_t done, size_t all)
{
	atomic_fetch_add((atomic_size_t *)ctx, 1 + 1000 * (done == all));
}

static void
test_pieces(void **state)
{
	atomic_size_t calls = 0;
	struct build_options o = {.site = blog_options(), .progress = count,
		.ctx = &calls};
	struct rendered *r;
	struct site s;

	(void)state;
	blog_make(false);
	assert_int_equal(site_open(&s, &o.site), OUTCOME_OK);
	r = render_site(&s, &o);
	assert_int_equal(calls, 1002);
	assert_false(rendered_has_failed(r));
	for (size_t i = 0; i < s.n_posts; i++)
		for (size_t k = 0; k < s.plan.n_formats; k++) {
			str piece = rendered_piece(r, &s.posts[i], 0, k);

			/* A post that is in no feed is never rendered. */
			assert_int_equal(piece.len > 0,
			    s.posts[i].skip == SKIP_NONE);
			if (piece.len)
				assert_true(str_starts(str_trim(piece),
				    k ? S("<item>") : S("<entry>")));
		}
	rendered_free(r);
	site_close(&s);
}

/* A file that is gone by now is an error, and taken from the feeds. */
static void
test_gone(void **state)
{
	struct build_options o = {.site = blog_options()};
	struct rendered *r;
	struct site s;

	(void)state;
	blog_make(false);
	assert_int_equal(site_open(&s, &o.site), OUTCOME_OK);
	unlink("posts/a.md");
	r = render_site(&s, &o);
	assert_false(rendered_has_failed(r));
	assert_int_equal(s.posts[0].skip, SKIP_ERROR);
	assert_int_equal(s.posts[0].diags.counts[DIAG_ERROR], 1);
	assert_int_equal(s.plan.feeds[0].count, 1);
	check_str("kept", s.plan.feeds[0].posts[0]->path, "posts/b.md");
	assert_int_equal(s.plan.feeds[1].count, 0);
	rendered_free(r);
	site_close(&s);
}

static void
test_all_gone(void **state)
{
	struct build_options o = {.site = blog_options()};
	struct rendered *r;
	struct site s;

	(void)state;
	blog_make(false);
	assert_int_equal(site_open(&s, &o.site), OUTCOME_OK);
	unlink("posts/a.md");
	unlink("posts/b.md");
	r = render_site(&s, &o);
	assert_true(rendered_has_failed(r));
	rendered_free(r);
	site_close(&s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
		    test_pieces, folder_setup, folder_teardown),
		cmocka_unit_test_setup_teardown(
		    test_gone, folder_setup, folder_teardown),
		cmocka_unit_test_setup_teardown(
		    test_all_gone, folder_setup, folder_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
