/* SPDX-License-Identifier: MIT
 * test_guard_loss: how many entries may leave a feed, and when the clock is
 * wrong. */
#include "build/guard/guard_loss.h"

#include "blog.h"

/* A site of ten posts, "P0" of 2010-01-01 to "P9" of the 10th. */
static void
put_post(int i, const char *more)
{
	char path[32], text[160];

	snprintf(path, sizeof path, "posts/p%d.md", i);
	snprintf(text, sizeof text, "---\ntitle: P%d\n"
	    "date: 2010-01-%02d\n%s---\nText.\n", i, i + 1, more);
	put_file(path, text);
}

static void
make_site(void)
{
	put_file("feedmill.yaml", "site: {url: https://example.org/, "
	    "title: E}\nposts: {folders: [posts], permalink: /:slug/}\n"
	    "feeds: {formats: [atom]}\n");
	for (int i = 0; i < 10; i++)
		put_post(i, "");
}

/* One entry, or those of the posts from..to with their ids. */
static void
add_entry(struct buf *out, const char *id, const char *title, const char *date)
{
	buf_printf(out, "<entry><id>%s</id><title>%s</title><published>%s"
	    "</published></entry>", id, title, date);
}

static void
add_posts(struct buf *out, int from, int to)
{
	for (int i = from; i <= to; i++) {
		char id[60], title[16], date[32];

		snprintf(id, sizeof id, "https://example.org/p%d/", i);
		snprintf(title, sizeof title, "P%d", i);
		snprintf(date, sizeof date, "2010-01-%02d", i + 1);
		add_entry(out, id, title, date);
	}
}

/* Adds entries that no post has. */
static void
add_others(struct buf *out, int n, const char *date)
{
	for (int i = 0; i < n; i++) {
		char id[16];

		snprintf(id, sizeof id, "tag:x%d", i);
		add_entry(out, id, "Other", date);
	}
}

struct run {
	const char *settings; /* with '\n' between */
	const char *now;
	bool accept_loss, accept_new_ids;
};

/* Builds beside a feed with these entries, and compares the codes of warnings
 * and errors. */
static void
check_run(const struct run *r, const struct buf *entries, const char *want)
{
	const char *list[4];
	char copy[99];
	struct build_options o = {.site = blog_options(), .folder = "feeds",
		.dry = true, .accept_loss = r->accept_loss,
		.accept_new_ids = r->accept_new_ids};
	struct build_report report;
	struct diags d = {0};
	struct buf codes = {0}, feed = {0};
	enum outcome outcome;

	buf_printf(&feed, "<feed>%.*s</feed>", STR_ARG(buf_str(entries)));
	put_file("feeds/index.atom", buf_cstr(&feed));
	snprintf(copy, sizeof copy, "%s", r->settings ? r->settings : "");
	for (char *s = strtok(copy, "\n"); s; s = strtok(NULL, "\n"))
		list[o.site.n_settings++] = s;
	o.site.settings = list;
	o.site.now = at(r->now ? r->now : "2020-01-01");
	outcome = build_run(&o, &report, &d);
	for (const struct diag *g = d.first; g; g = g->next)
		if (g->code->level > DIAG_NOTE)
			buf_printf(&codes, "%s%s", codes.len ? " " : "",
			    g->code->name);
	check_buf(buf_cstr(&feed), &codes, want);
	assert_int_equal(outcome, d.counts[DIAG_ERROR]
	    ? OUTCOME_REFUSED : OUTCOME_OK);
	diags_free(&d);
	buf_free(&codes);
	buf_free(&feed);
}

#define LOST "entries-lost entry-lost entry-lost entry-lost"

/* Both sides of the limits. */
static void
test_counts(void **state)
{
	static const struct {
		int posts, others; /* of the old feed */
		struct run run;
		const char *want;
	} rows[] = {
		{10, 2, {0}, ""},
		{10, 3, {0}, LOST},
		{0, 2, {0}, ""},
		{0, 3, {0}, LOST},
		{10, 1, {"guard.loss=1", NULL, false, false}, ""},
		{10, 2, {"guard.loss=1", NULL, false, false},
		    "entries-lost entry-lost entry-lost"},
		{10, 1, {"guard.loss=0", NULL, false, false},
		    "entries-lost entry-lost"},
		{10, 0, {"guard.loss=0", NULL, false, false}, ""},
		{10, 9, {"guard.loss=9", NULL, false, false}, ""},
		{10, 9, {NULL, NULL, true, false}, ""},
		{10, 9, {NULL, NULL, false, true}, LOST},
		/* A tenth: of 30 entries and of 40. */
		{10, 20, {"guard.loss=20", NULL, false, false}, ""},
		{10, 3, {"feeds.limit=0", NULL, false, false}, LOST},
	};

	(void)state;
	make_site();
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct buf b = {0};

		add_posts(&b, 10 - rows[i].posts, 9);
		add_others(&b, rows[i].others, "2010-01-05");
		check_run(&rows[i].run, &b, rows[i].want);
		buf_free(&b);
	}
}

/* More than a tenth of the entries, and at least 3. */
static void
test_tenth(void **state)
{
	static const struct {
		int posts, others;
		const char *want;
	} rows[] = {
		{26, 3, LOST}, {27, 3, ""}, {36, 4, ""}, {35, 4, LOST},
	};

	(void)state;
	make_site();
	for (int i = 10; i < 36; i++) {
		char path[32], text[99];

		snprintf(path, sizeof path, "posts/p%d.md", i);
		snprintf(text, sizeof text, "---\ntitle: P%d\ndate: "
		    "2010-02-01\n---\nText.\n", i);
		put_file(path, text);
	}
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct run run = {.settings = "feeds.limit=0"};
		struct buf b = {0};

		add_posts(&b, 0, rows[i].posts - 1);
		add_others(&b, rows[i].others, "2010-01-05");
		check_run(&run, &b, rows[i].want);
		buf_free(&b);
	}
}

/* What newer entries push out of a full feed does not count. */
static void
test_pushed_out(void **state)
{
	static const struct {
		const char *settings, *date, *want;
	} rows[] = {
		{"feeds.limit=4", "2010-01-06", ""},
		{"feeds.limit=4", "2010-01-07", ""},
		{"feeds.limit=4", "2010-01-07T00:00:01", LOST},
		{"feeds.limit=10", "2010-01-01", ""},
		{"feeds.limit=11", "2010-01-01", LOST},
		{"feeds.limit=0", "2010-01-01", LOST},
		{"feeds.main.limit=4\nfeeds.limit=11", "2010-01-06", ""},
		/* Without a date. */
		{"feeds.limit=4", "", ""},
		{"feeds.limit=11", "", LOST},
	};

	(void)state;
	make_site();
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct run run = {.settings = rows[i].settings};
		struct buf b = {0};

		add_posts(&b, 0, 9);
		add_others(&b, 3, rows[i].date);
		check_run(&run, &b, rows[i].want);
		buf_free(&b);
	}
}

/* An id that a feed has twice is one entry. */
static void
test_twice(void **state)
{
	struct run run = {.settings = "feeds.limit=0"};
	struct buf b = {0};

	(void)state;
	make_site();
	add_posts(&b, 0, 9);
	add_posts(&b, 0, 9);
	check_run(&run, &b, "");
	add_others(&b, 2, "2010-01-05");
	add_others(&b, 2, "2010-01-05");
	check_run(&run, &b, "");
	buf_free(&b);
}

/* No feed is emptied, whatever guard.loss says. */
static void
test_empty(void **state)
{
	struct run run = {.settings = "guard.loss=1000"};
	struct buf b = {0};

	(void)state;
	make_site();
	for (int i = 1; i < 10; i++)
		put_post(i, "draft: true\n");
	add_posts(&b, 0, 9);
	check_run(&run, &b, "post-left post-left post-left post-left "
	    "post-left post-left post-left post-left post-left");
	put_post(0, "draft: true\n");
	check_run(&run, &b, LOST);
	buf_reset(&b);
	add_posts(&b, 0, 0);
	check_run(&run, &b, "entries-lost entry-lost");
	run.accept_loss = true;
	check_run(&run, &b, "post-left");
	/* A feed that was empty stays so. */
	buf_reset(&b);
	run.accept_loss = false;
	check_run(&run, &b, "");
	buf_free(&b);
}

/* The clock is before a post that is published. */
static void
test_early(void **state)
{
	struct run run = {.now = "2010-01-10"};
	struct buf b = {0};

	(void)state;
	make_site();
	add_posts(&b, 0, 9);
	check_run(&run, &b, "");
	run.now = "2010-01-09T23:59:59";
	check_run(&run, &b, "clock-back entry-lost");
	run.settings = "guard.loss=1000";
	check_run(&run, &b, "clock-back entry-lost");
	run.accept_loss = true;
	check_run(&run, &b, "post-left");
	run.accept_loss = false;
	run.settings = "posts.future=true";
	check_run(&run, &b, "");
	/* A post that got a later date says nothing of the clock. */
	run = (struct run){.now = "2010-01-09T23:59:59"};
	buf_reset(&b);
	add_posts(&b, 0, 8);
	add_entry(&b, "https://example.org/p9/", "P9", "2010-01-09");
	check_run(&run, &b, "post-left");
	buf_free(&b);
}

/* Builds twice: a dry run must report the same as the run after it. */
static void
build_at(const char *now, bool is_given, bool accept_loss, const char *want)
{
	for (int dry = 1; dry >= 0; dry--) {
		struct build_options o = {.site = blog_options(),
			.accept_loss = accept_loss, .dry = dry};
		struct build_report report;
		struct diags d = {0};

		o.site.now = at(now);
		o.site.now_is_given = is_given;
		assert_int_equal(build_run(&o, &report, &d), *want
		    ? OUTCOME_REFUSED : OUTCOME_OK);
		check_str(now, d.first ? str_of(d.first->code->name) : S(""),
		    want);
		diags_free(&d);
	}
}

/* The clock is a day or more before the last run. --now is no clock: it is
 * neither remembered nor wrong, unless entries leave. */
static void
test_last_run(void **state)
{
	(void)state;
	make_site();
	build_at("2020-01-10", false, false, "");
	put_post(0, "description: x\n");
	build_at("2020-01-09", true, false, "");
	put_post(0, "");
	build_at("2030-01-10", true, false, "");
	put_post(0, "description: y\n");
	build_at("2020-01-09", false, false, "clock-back");
	build_at("2020-01-09T00:00:01", false, false, "");
	put_post(0, "");
	build_at("2020-01-08", false, false, "clock-back");
	build_at("2020-01-08", false, true, "");
	put_post(0, "description: z\n");
	build_at("2020-01-08", false, false, "");
	/* Entries leave too. */
	put_post(0, "draft: true\n");
	build_at("2020-01-07", true, false, "clock-back");
}

/* Posts without an id are found by their titles, or by the name in the link;
 * files that the config leaves out by the id that they would have. */
static void
test_found(void **state)
{
	static const struct {
		const char *file, *text, *settings, *entry, *want;
	} rows[] = {
		{"posts/x.md", "---\ntitle: My Post!\n---\n", "",
		    "<id>tag:x</id><title>My &lt;i&gt;Post&lt;/i&gt;</title>",
		    "post-left"},
		{"posts/x.md", "---\ntitle: My Post\n---\n", "",
		    "<id>https://example.org/my-post/</id>"
		    "<link href=\"/my-post.html\"/>", "post-left"},
		{"posts/x.md", "---\ntitle: \xC3\x89t\xC3\xA9\n---\n", "",
		    "<id>tag:x</id><link href=\"/%C3%89t%C3%A9/\"/>",
		    "post-left"},
		{"posts/x.md", "---\ntitle: My Post\n---\n", "",
		    "<id>tag:x</id><title>Your Post</title>", ""},
		{"posts/x.md", "---\ntitle: X\ndate: 2010-01-01\n"
		    "kind: page\n---\n", "posts.where={kind: [~]}",
		    "<id>https://example.org/x/</id>", "post-left"},
		{"posts/x.md", "---\ntitle: X\ndate: 2010-01-01\n---\n",
		    "posts.exclude=[x.md]",
		    "<id>https://example.org/x/</id>", "post-left"},
		{"posts/x.md", "---\ntitle: X\ndate: 2010-01-01\n---\n",
		    "posts.exclude=[x.md]",
		    "<id>https://example.org/y/</id>", ""},
		/* It is published, but not in this feed. */
		{"posts/x.md", "---\ntitle: X\ndate: 2010-01-01\n"
		    "tags: [x]\n---\n", "feeds.main.where=not tag:x",
		    "<id>https://example.org/x/</id>", ""},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct run run = {.settings = rows[i].settings};
		struct buf b = {0};

		make_site();
		put_file(rows[i].file, rows[i].text);
		add_posts(&b, 0, 9);
		buf_printf(&b, "<entry>%s</entry>", rows[i].entry);
		check_run(&run, &b, rows[i].want);
		buf_free(&b);
	}
}

int
main(void)
{
#define TEST(f)                                                                \
	cmocka_unit_test_setup_teardown(f, folder_setup, folder_teardown)
	const struct CMUnitTest tests[] = {
		TEST(test_counts), TEST(test_tenth), TEST(test_pushed_out),
		TEST(test_twice), TEST(test_empty), TEST(test_early),
		TEST(test_last_run), TEST(test_found),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
