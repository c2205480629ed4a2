/* SPDX-License-Identifier: MIT
 * test_adopt: finding the posts of another program's entries. */
#include "build/adopt/adopt.h"

#include "post/post.h"
#include "support.h"

#define DAY (24 * 60 * 60)

/* Posts a to e; the path of each is its id. */
static struct matter matters[] = {
	{.url = S_INIT("https://example.org/a/"), .title = S_INIT("Twice")},
	{.url = S_INIT("https://example.org/b/"), .title = S_INIT("Twice")},
	{.url = S_INIT("https://example.org/c"), .title = S_INIT("Once")},
	{.url = S_INIT("https://example.org/%C3%A9/"), .title = S_INIT("")},
	{.url = S_INIT("https://example.org/"), .title = S_INIT("Home")},
};
static struct post posts[] = {
	{.path = S_INIT("a"), .id = S_INIT("a"), .matter = &matters[0]},
	{.path = S_INIT("b"), .id = S_INIT("b"), .matter = &matters[1],
		.published = DAY},
	{.path = S_INIT("c"), .id = S_INIT("c"), .matter = &matters[2],
		.published = 10 * DAY},
	{.path = S_INIT("d"), .id = S_INIT("d"), .matter = &matters[3],
		.published = 20 * DAY},
	{.path = S_INIT("e"), .id = S_INIT("e"), .matter = &matters[4],
		.skip = SKIP_UNDATED},
};

static const struct row {
	const char *id, *link, *title;
	instant date;     /* 0: none */
	const char *path; /* of the post it gets; NULL: none */
	enum adopt_by by;
	const char *doubt;
} rows[] = {
	{"a", "", "", 0, "a", ADOPT_ID, ""},
	{"1", "http://example.org/a", "", 0, "a", ADOPT_ADDRESS, ""},
	{"1", "/c/", "", 0, "c", ADOPT_ADDRESS, ""},
	{"1", "https://example.org/A", "", 0, NULL, ADOPT_NONE, ""},
	{"1", "https://old.example/%c3%a9", "", 0, "d", ADOPT_PATH, ""},
	{"1", "https://old.example/", "", 0, NULL, ADOPT_NONE, ""},
	{"1", "", "twice!", DAY, "b", ADOPT_DATE, ""},
	{"1", "", "TWICE", DAY + 1, "b", ADOPT_DAY, ""},
	{"1", "", "Twice", 2 * DAY, NULL, ADOPT_NONE, "2 posts have its title"},
	{"1", "", "Once", 12 * DAY - 1, "c", ADOPT_NEAR, ""},
	{"1", "", "Once", 8 * DAY + 1, "c", ADOPT_NEAR, ""},
	{"1", "", "Once", 12 * DAY, NULL, ADOPT_NONE,
	    "c has its title, but is of another date"},
	{"1", "", "Once", 8 * DAY, NULL, ADOPT_NONE,
	    "c has its title, but is of another date"},
	/* The title alone is not enough. */
	{"1", "", "Once", 0, NULL, ADOPT_NONE, ""},
	{"1", "", "Home", 1, NULL, ADOPT_NONE, ""},
	{"1", "", "", 20 * DAY, NULL, ADOPT_NONE, ""},
};

static void
test_rows(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		const struct row *r = &rows[i];
		struct arena a = {0};
		struct adopt ad = {.arena = &a};
		const struct adopt_entry *e;

		adopt_add(&ad, &(struct adopt_entry){.id = str_of(r->id),
			.link = str_of(r->link), .title = str_of(r->title),
			.date = r->date, .has_date = r->date != 0});
		adopt_match(&ad, S("https://example.org/"), posts,
		    COUNT(posts));
		e = &ad.entries[0];
		if ((e->post == NULL) != (r->path == NULL) || e->by != r->by)
			fail_msg("row %zu: by %d", i, e->by);
		if (e->post)
			check_str("path", e->post->path, r->path);
		check_str("doubt", e->doubt, r->doubt);
		adopt_free(&ad);
		arena_free(&a);
	}
}

/* If several entries match a post equally well, none gets it. An entry whose id
 * was added before is ignored. */
static void
test_several(void **state)
{
	struct arena a = {0};
	struct adopt ad = {.arena = &a};
	struct adopt_entry e = {.id = S("1"), .link = S("/c"),
		.title = S("Once"), .date = 10 * DAY, .has_date = true};

	(void)state;
	adopt_add(&ad, &e);
	adopt_add(&ad, &e);
	assert_int_equal(ad.n, 1);
	e.id = S("2");
	adopt_add(&ad, &e);
	e.id = S("c"); /* the id counts more than the address */
	e.link = e.title = S("");
	adopt_add(&ad, &e);
	adopt_match(&ad, S("https://example.org/"), posts, COUNT(posts) - 3);
	assert_null(ad.entries[0].post);
	assert_null(ad.entries[2].post);
	adopt_match(&ad, S("https://example.org/"), posts, COUNT(posts));
	assert_null(ad.entries[0].post);
	assert_null(ad.entries[1].post);
	assert_ptr_equal(ad.entries[2].post, &posts[2]);
	ad.n = 2;
	adopt_match(&ad, S("https://example.org/"), posts, COUNT(posts));
	assert_null(ad.entries[1].post);
	check_str("doubt", ad.entries[1].doubt, "2 entries have the title of c");
	adopt_free(&ad);
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rows),
		cmocka_unit_test(test_several),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
