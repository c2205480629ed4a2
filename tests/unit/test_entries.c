/* SPDX-License-Identifier: MIT
 * test_entries: entries, each rendered once and let go after its last use. */
#include "build/run/entries.h"

#include <stdatomic.h>

#include "blog.h"
#include "build/memory/judged.h"
#include "build/memory/memos.h"

static const bool none[8]; /* of the feeds stays as it is */

static void
count(void *ctx, size_t done, size_t all)
{
	atomic_fetch_add((atomic_size_t *)ctx, 1 + 1000 * (done == all));
}

/* With the main feed and that of the tag x, or the tag's alone. */
static void
test_use(void **state)
{
	(void)state;
	for (int main = 0; main < 2; main++) {
		atomic_size_t calls = 0;
		struct build_options o = {.site = blog_options(),
			.progress = count, .ctx = &calls};
		bool needed[] = {main, true};
		struct entries *e;
		struct site s;
		const struct post *a, *b;
		str parts[2][ENTRY_PARTS];
		unsigned used = 0;

		blog_make(false);
		assert_int_equal(site_open(&s, &o.site), OUTCOME_OK);
		assert_int_equal(s.plan.n_feeds, 2);
		a = &s.posts[0], b = &s.posts[1];
		e = entries_open(&s, &o, needed, none);
		assert_false(entries_has(e, a));
		assert_true(entries_next(e));
		assert_false(entries_next(e));
		assert_int_equal(calls, 1001 + main);
		assert_true(entries_has(e, a));
		for (size_t k = 0; k < 2; k++) {
			assert_int_equal(entries_get(e, a, 0, k, parts[k],
			    &used),
			    ENTRY_PARTS);
			assert_true(str_starts(str_trim(parts[k][0]),
			    k ? S("<item>") : S("<entry>")));
			check_str("text", parts[k][1],
			    "&lt;p&gt;Text of a.&lt;/p&gt;\n");
			check_str("after", parts[k][2], k
			    ? "</content:encoded>\n    </item>\n"
			    : "</content>\n  </entry>\n");
		}
		/* Both formats have the same bytes. */
		assert_ptr_equal(parts[0][1].ptr, parts[1][1].ptr);
		assert_true(entries_held(e) > 0);
		for (int i = 0; i <= main; i++) {
			assert_true(entries_get(
			    e, a, 0, 0, parts[0], &used) > 0);
			entries_let_go(e, a);
		}
		if (main)
			entries_let_go(e, b);
		assert_int_equal(entries_held(e), 0);
		entries_report(e);
		entries_close(e);
		site_close(&s);
	}
}

/* A file that is gone by now is an error. */
static void
test_gone(void **state)
{
	struct build_options o = {.site = blog_options()};
	const bool needed[] = {true, true};
	struct entries *e;
	struct site s;

	(void)state;
	for (int all = 0; all < 2; all++) {
		blog_make(false);
		assert_int_equal(site_open(&s, &o.site), OUTCOME_OK);
		unlink("posts/a.md");
		if (all)
			unlink("posts/b.md");
		e = entries_open(&s, &o, needed, none);
		while (entries_next(e))
			;
		assert_int_equal(s.posts[0].skip, SKIP_ERROR);
		assert_int_equal(
		    post_diags(&s.posts[0])->counts[DIAG_ERROR], 1);
		assert_int_equal(s.posts[1].skip,
		    all ? SKIP_ERROR : SKIP_NONE);
		entries_close(e);
		site_close(&s);
	}
}

/* One entry a cut and format that a feed needs, and one text for all. */
static void
test_cuts(void **state)
{
	static const char *const settings[] = {
		"feeds.extra=[{path: s, where: 'tag:x', full: false, formats: "
		"rss}, {path: f, where: 'date:*', formats: atom}]"};
	struct build_options o = {.site = blog_options()};
	const bool needed[] = {true, true, true, true};
	struct entries *e;
	struct site s;
	const struct post *a, *b;
	str parts[ENTRY_PARTS], again[ENTRY_PARTS];
	unsigned used = 0;

	(void)state;
	o.site.settings = settings;
	o.site.n_settings = 1;
	blog_make(false);
	assert_int_equal(site_open(&s, &o.site), OUTCOME_OK);
	assert_int_equal(s.plan.n_feeds, 4);
	assert_int_equal(s.plan.n_cuts, 2);
	a = &s.posts[0], b = &s.posts[1];
	e = entries_open(&s, &o, needed, none);
	assert_true(entries_next(e));
	entries_get(e, a, 0, 0, parts, &used);
	entries_get(e, a, 0, 1, again, &used);
	check_str("text", parts[1], "&lt;p&gt;Text of a.&lt;/p&gt;\n");
	assert_ptr_equal(parts[1].ptr, again[1].ptr);
	entries_get(e, a, 1, 1, parts, &used);
	assert_true(str_find(parts[0], S("<description>Text of a.")) !=
	    STR_NONE);
	assert_int_equal(parts[1].len + parts[2].len, 0);
	/* What no feed needs is not made. */
	entries_get(e, a, 1, 0, parts, &used);
	assert_int_equal(parts[0].len, 0);
	entries_get(e, b, 1, 1, parts, &used);
	assert_int_equal(parts[0].len, 0);
	for (int i = 0; i < 4; i++)
		entries_let_go(e, a);
	for (int i = 0; i < 2; i++)
		entries_let_go(e, b);
	assert_int_equal(entries_held(e), 0);
	entries_report(e);
	entries_close(e);
	site_close(&s);
}

/* Packs the given key with more keys than the feeds have entries. */
static void
add_many(struct buf *out, str key)
{
	uint64_t keys[100];

	for (size_t i = 0; i < COUNT(keys); i++)
		keys[i] = i;
	buf_reset(out);
	judged_pack(out, key, keys, COUNT(keys), SIZE_MAX);
}

/* A judged entry is not judged again, neither in this run nor in a later one,
 * while its bytes are the same. */
static void
test_judged(void **state)
{
	struct build_options o = {.site = blog_options()};
	const bool needed[] = {true, true};
	struct memos memos = {0}, later = {0};
	struct buf many = {0};
	struct entries *e;
	struct site s;

	(void)state;
	for (int run = 0; run < 3; run++) {
		const struct post *a, *b;

		blog_make(false);
		if (run == 2)
			put_file("posts/a.md", "---\ntitle: A\n"
			    "date: 2010-01-01\ntags: [x]\n---\nOther.\n");
		assert_int_equal(site_open(&s, &o.site), OUTCOME_OK);
		a = &s.posts[0], b = &s.posts[1];
		e = entries_open(&s, &o, needed, none);
		add_many(&many, memos.judged);
		entries_know_judged(e, run ? buf_str(&many) : (str){0});
		assert_true(entries_next(e));
		assert_int_equal(entries_is_right(e, a, 0, 0, 0), run == 1);
		assert_false(entries_is_right(e, a, 0, 1, 0));
		assert_false(entries_is_right(e, b, 0, 0, 0));
		if (run == 0)
			entries_set_right(e, a, 0, 0, 0);
		assert_int_equal(entries_is_right(e, a, 0, 0, 0), run < 2);
		entries_remember(e, run ? &later : &memos);
		entries_report(e);
		entries_close(e);
		site_close(&s);
		/* Only the keys of this run: there are too many others. */
		assert_int_equal(memos.judged.len, JUDGED_KEY);
		assert_int_equal(later.judged.len, run == 1 ? JUDGED_KEY : 0);
	}
	memos_free(&memos);
	memos_free(&later);
	buf_free(&many);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
		    test_use, folder_setup, folder_teardown),
		cmocka_unit_test_setup_teardown(
		    test_cuts, folder_setup, folder_teardown),
		cmocka_unit_test_setup_teardown(
		    test_judged, folder_setup, folder_teardown),
		cmocka_unit_test_setup_teardown(
		    test_gone, folder_setup, folder_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
