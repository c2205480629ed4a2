/* SPDX-License-Identifier: MIT
 * test_plan: which posts are in which feed. */
#include "feed/plan/plan.h"

#include "post/read/shared.h"
#include "support.h"

struct made {
	const char *id, *published, *updated; /* updated NULL: published */
	const char *tags;                     /* split by ',' */
	enum skip skip;
};

struct planning {
	struct arena arena;
	struct config config;
	struct diags diags;
	struct plan plan;
	struct shared shared;
	struct post posts[8];
	bool ok;
};

static void
make_plan(struct planning *p, const char *settings, const struct made *made,
    size_t n)
{
	*p = (struct planning){0};
	make_config(&p->config, &p->arena, settings);
	shared_init(&p->shared, &p->config, &p->arena);
	for (size_t i = 0; i < n; i++) {
		struct post *post = &p->posts[i];
		str rest = str_of(made[i].tags), tag;

		*post = (struct post){.path = arena_printf(&p->arena, "%zu.md",
			i), .id = str_of(made[i].id), .skip = made[i].skip,
			.published = at(made[i].published)};
		post->matter = arena_alloc(&p->arena, sizeof *post->matter);
		post->labels = arena_array(
		    &p->arena, 8, sizeof(struct label *));
		while (p->config.feeds.taxonomies && rest.len &&
		    str_split(&rest, ',', &tag))
			post->labels[post->n_labels++] =
			    shared_label(&p->shared,
			    p->config.feeds.taxonomies, NULL, tag);
		post->updated = made[i].updated ? at(made[i].updated)
		                                : post->published;
	}
	p->ok = plan_make(&p->plan, &p->config,
	    (struct plan_posts){p->posts, n, 2}, &p->arena, &p->diags);
}

static void
planning_free(struct planning *p)
{
	for (size_t i = 0; i < COUNT(p->posts); i++)
		post_free(&p->posts[i]);
	diags_free(&p->diags);
	shared_free(&p->shared);
	arena_free(&p->arena);
}

/* "term updated: ids" a line. */
static void
check_feeds(const struct planning *p, const char *want)
{
	struct buf b = {0};

	for (size_t i = 0; i < p->plan.n_feeds; i++) {
		const struct feed *f = &p->plan.feeds[i];
		char text[DATETIME_TEXT];

		buf_add(&b, f->taxonomy ? f->term : S("-"));
		buf_addc(&b, ' ');
		buf_add(&b, datetime_rfc3339(f->updated, text));
		for (size_t k = 0; k < f->count; k++)
			buf_printf(&b, " %.*s", STR_ARG(f->posts[k]->id));
		buf_addc(&b, '\n');
	}
	check_buf("feeds", &b, want);
	buf_free(&b);
}

static void
test_order(void **state)
{
	static const struct made made[] = {
		{"b", "2010-01-02", NULL, "go,rust", SKIP_NONE},
		{"c", "2010-01-03", NULL, "Go", SKIP_NONE},
		{"d", "2010-01-01", "2015-01-01", "zoo", SKIP_NONE},
		{"a", "2010-01-02", NULL, "go", SKIP_NONE},
		{"x", "2020-01-01", NULL, "go,draft", SKIP_DRAFT},
		{"y", "2020-01-01", NULL, "go", SKIP_ERROR},
	};
	struct planning p;

	(void)state;
	make_plan(&p, "", made, COUNT(made));
	assert_true(p.ok);
	assert_int_equal(p.plan.n_posts, 4);
	/* Newest first, ties by id; by published, never by updated. A term is
	 * spelled as its oldest post has it. */
	check_feeds(&p, "- 2015-01-01T00:00:00Z c a b d\n"
	    "go 2010-01-03T00:00:00Z c a b\n"
	    "rust 2010-01-02T00:00:01Z b\n"
	    "zoo 2015-01-01T00:00:00Z d\n");
	planning_free(&p);
	make_plan(&p, "feeds.limit=2", made, COUNT(made));
	check_feeds(&p, "- 2010-01-03T00:00:00Z c a\n"
	    "go 2010-01-03T00:00:00Z c a\n"
	    "rust 2010-01-02T00:00:01Z b\n"
	    "zoo 2015-01-01T00:00:00Z d\n");
	planning_free(&p);
	make_plan(&p, "feeds.limit=0\nfeeds.taxonomies={}", made, COUNT(made));
	check_feeds(&p, "- 2015-01-01T00:00:00Z c a b d\n");
	planning_free(&p);
	/* An empty feed has the date that is configured for it. */
	make_plan(&p, "feeds.empty_date=2001-02-03", made, 0);
	assert_true(p.ok);
	check_feeds(&p, "- 2001-02-03T00:00:00Z\n");
	planning_free(&p);
}

/* Each gets the first free second, by id. */
static void
test_stamps(void **state)
{
	static const struct made made[] = {
		{"c", "2010-01-01", NULL, "", SKIP_NONE},
		{"a", "2010-01-01", NULL, "", SKIP_NONE},
		{"b", "2010-01-01", NULL, "", SKIP_NONE},
		{"e", "2010-01-01 00:00:01", NULL, "", SKIP_NONE},
		{"d", "2009-01-01", "2010-01-01 00:00:09", "", SKIP_NONE},
	};
	static const int seconds[] = {2, 0, 1, 3, 9};
	struct planning p;

	(void)state;
	make_plan(&p, "", made, COUNT(made));
	for (size_t i = 0; i < COUNT(made); i++)
		assert_int_equal(p.posts[i].stamp - at("2010-01-01"),
		    seconds[i]);
	check_feeds(&p, "- 2010-01-01T00:00:09Z e a b c d\n");
	planning_free(&p);
}

/* The oldest keeps the id; both files are named. */
static void
test_duplicates(void **state)
{
	static const struct made made[] = {
		{"same", "2012-01-01", NULL, "t", SKIP_NONE},
		{"same", "2010-01-01", NULL, "", SKIP_NONE},
		{"other", "2011-01-01", NULL, "", SKIP_NONE},
		{"Same", "2013-01-01", NULL, "", SKIP_NONE},
	};
	struct planning p;

	(void)state;
	make_plan(&p, "", made, COUNT(made));
	assert_true(p.ok);
	check_feeds(&p, "- 2013-01-01T00:00:00Z Same other same\n");
	assert_int_equal(p.posts[0].skip, SKIP_ERROR);
	check_str("file", post_diags(&p.posts[0])->first->file, "0.md");
	check_reports("duplicate", &p.posts[0],
	    "id-duplicate 0:0 id 'same' is that of '1.md' too");
	assert_int_equal(p.posts[1].skip, SKIP_NONE);
	planning_free(&p);
}

/* Gives the first n posts what query 0 asks for, the others what 1 does. */
static void
match(struct planning *p, size_t n)
{
	static const unsigned char bits[] = {1, 2};

	for (size_t i = 0; i < COUNT(p->posts); i++)
		p->posts[i].matches = &bits[i >= n];
}

static void
check_again(struct planning *p, size_t n, const char *want)
{
	p->plan = (struct plan){0};
	assert_true(plan_make(&p->plan, &p->config,
	    (struct plan_posts){p->posts, n, 2}, &p->arena, &p->diags));
	check_feeds(p, want);
}

/* Each kind of feed has its query, its limit and its cut. */
static void
test_extents(void **state)
{
	static const struct made made[] = {
		{"a", "2010-01-04", NULL, "t", SKIP_NONE},
		{"b", "2010-01-03", NULL, "t", SKIP_NONE},
		{"c", "2010-01-02", NULL, "t", SKIP_NONE},
		{"d", "2010-01-01", NULL, "t", SKIP_NONE},
	};
	struct planning p;

	(void)state;
	make_plan(&p, "feeds.main={where: 'a:b', limit: 1, full: false}\n"
	    "feeds.taxonomies={tags: {limit: 3}}\nfeeds.extra=[{path: z, "
	    "where: 'c:d'}, {path: y, where: 'e:f', full: false}]", made, 0);
	for (size_t i = 0; i < COUNT(made); i++) {
		struct label **t = arena_array(&p.arena, 1, sizeof *t);

		*t = shared_label(&p.shared, p.config.feeds.taxonomies, NULL,
		    S("t"));
		p.posts[i] = (struct post){.id = str_of(made[i].id),
			.published = at(made[i].published),
			.updated = at(made[i].published), .labels = t,
			.n_labels = 1};
	}
	p.posts[3].namespaces = NAMESPACE_THR;
	match(&p, 3);
	check_again(&p, COUNT(made), "- 2010-01-04T00:00:00Z a\n"
	    "- 2010-01-01T00:00:00Z d\n- 2000-01-01T00:00:00Z\n"
	    "t 2010-01-04T00:00:00Z a b c\n");
	assert_int_equal(p.plan.n_cuts, 2);
	assert_false(p.plan.feeds[0].entries.full);
	assert_true(p.plan.feeds[1].entries.full);
	assert_int_equal(p.plan.feeds[0].cut, p.plan.feeds[2].cut);
	assert_int_equal(p.plan.feeds[1].cut, p.plan.feeds[3].cut);
	/* A feed has the namespaces of its own posts. */
	assert_int_equal(p.plan.feeds[0].namespaces, 0);
	assert_int_equal(p.plan.feeds[1].namespaces, NAMESPACE_THR);
	assert_int_equal(p.plan.feeds[3].namespaces, 0);
	feed_keep(&p.plan.feeds[1], 0);
	assert_int_equal(p.plan.feeds[1].namespaces, NAMESPACE_THR);
	check_str("extra", p.plan.feeds[1].path[0], "z.atom");
	check_diags("nothing", &p.diags, "query-nothing 0:0 "
	    "feeds.extra.*.where 'e:f' matches no post");
	planning_free(&p);
}

/* A feed has all there is, unless it has a limit, or some post a mistake. */
static void
test_complete(void **state)
{
	static const struct {
		const char *limit;
		enum skip skip;
		bool complete;
	} rows[] = {
		{"feeds.limit=0", SKIP_NONE, true},
		{"feeds.limit=0", SKIP_DRAFT, true},
		{"feeds.limit=0", SKIP_ERROR, false},
		{"feeds.limit=9", SKIP_NONE, false},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		const struct made two[] = {
			{.id = "a", .published = "2010-01-01", .tags = ""},
			{.id = "b", .published = "2010-01-02", .tags = "",
				.skip = rows[i].skip}};
		struct planning p;

		make_plan(&p, rows[i].limit, two, COUNT(two));
		assert_int_equal(
		    p.plan.feeds[0].is_complete, rows[i].complete);
		assert_int_equal(p.plan.feeds[0].namespaces,
		    rows[i].complete ? NAMESPACE_FH : 0);
		feed_keep(&p.plan.feeds[0], 0);
		assert_false(p.plan.feeds[0].is_complete);
		assert_int_equal(p.plan.feeds[0].namespaces, 0);
		planning_free(&p);
	}
}

static void
test_fails(void **state)
{
	struct planning p;

	(void)state;
	make_plan(&p, "feeds.main.path=../x", NULL, 0);
	assert_false(p.ok);
	assert_int_equal(p.diags.counts[DIAG_ERROR], 1);
	planning_free(&p);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_order),
		cmocka_unit_test(test_stamps),
		cmocka_unit_test(test_duplicates),
		cmocka_unit_test(test_extents),
		cmocka_unit_test(test_complete),
		cmocka_unit_test(test_fails),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
