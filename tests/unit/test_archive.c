/* SPDX-License-Identifier: MIT
 * test_archive: which posts are on which page, and what leads where. */
#include "feed/plan/archive.h"

#include "blog.h"
#include "build/site/ids.h"
#include "build/site/site.h"

#define FEEDS "https://example.org/feeds/"

static const char *const settings[] = {"ids.ledger=x.ids",
	"feeds.archive=true", "feeds.archive_size=2", "feeds.limit=1",
	"feeds.taxonomies={}"};

static void
add_post(const char *name, const char *date)
{
	char path[64], text[128];

	snprintf(path, sizeof path, "posts/%s.md", name);
	snprintf(text, sizeof text, "---\ntitle: %s\ndate: %s\n---\nText.\n",
	    name, date);
	put_file(path, text);
}

/* The documents of Atom: "PATH: full, names; ". */
static void
check_pages(const char *what, const char *want)
{
	struct site_options o = blog_options();
	struct site s;
	struct buf b = {0};

	o.settings = settings;
	o.n_settings = COUNT(settings);
	assert_int_equal(site_open(&s, &o), OUTCOME_OK);
	assert_int_equal(s.plan.feeds[0].count, 1);
	for (size_t i = s.plan.n_feeds - s.plan.n_archives;
	     i < s.plan.n_feeds; i++) {
		const struct feed *f = &s.plan.feeds[i];

		if (f->path[0].len == 0)
			continue;
		buf_printf(&b, "%.*s:%s%s", STR_ARG(f->path[0]),
		    f->history->was_full ? " was" : "",
		    f->history->is_full ? " full" : "");
		for (size_t k = 0; k < f->count; k++)
			buf_printf(&b, " %.*s",
			    STR_ARG(f->posts[k]->matter->title));
		buf_printf(&b, "\n");
	}
	check_buf(what, &b, want);
	buf_free(&b);
	site_close(&s);
}

static void
test_pages(void **state)
{
	(void)state;
	put_file("feedmill.yaml",
	    "site:\n  url: https://example.org/\n  title: Example\n"
	    "posts:\n  folders: posts\n");
	add_post("a", "2010-01-01");
	check_pages("one", "archive/1.atom: a\n");
	/* From the oldest on, and an empty page behind what is full. */
	add_post("c", "2010-01-03");
	check_pages("two", "archive/1.atom: full c a\narchive/2.atom:\n");
	add_post("b", "2010-01-02");
	check_pages("three", "archive/1.atom: full b a\narchive/2.atom: c\n");
	/* What the ledger says holds, whatever the dates. */
	put_file("x.ids", "https://example.org/a/\tposts/a.md\tarchive=1\n"
	    "https://example.org/c/\tposts/c.md\tarchive=1\n");
	check_pages("late", "archive/1.atom: was full c a\n"
	    "archive/2.atom: b\n");
	/* One that is gone keeps its place. */
	put_file("x.ids", "https://example.org/a/\tposts/a.md\tarchive=1\n"
	    "https://example.org/c/\tposts/c.md\tarchive=2\n"
	    "https://example.org/x/\tposts/x.md\tarchive=2\n");
	check_pages("gone", "archive/1.atom: was full a\n"
	    "archive/2.atom: was full c\narchive/3.atom: b\n");
	put_file("x.ids", "https://example.org/c/\tposts/c.md\tarchive=2\n");
	check_pages("no first page", "archive/1.atom: was full\n"
	    "archive/2.atom: full c a\narchive/3.atom: b\n");
}

static void
check_links(const struct plan *plan, const char *self, const char *current,
    const char *prev, const char *next)
{
	for (size_t i = 0; i < plan->n_feeds; i++)
		for (size_t k = 0; k < plan->n_formats; k++) {
			const struct feed *f = &plan->feeds[i];
			struct archive_links l;

			if (!str_eq(f->url[k], str_of(self)))
				continue;
			l = archive_links(f, f->url[k]);
			check_str(self, l.current, current);
			check_str(self, l.prev, prev);
			check_str(self, l.next, next);
			return;
		}
	fail_msg("no document is at %s", self);
}

static void
test_links(void **state)
{
	struct site_options o = blog_options();
	struct site s;

	(void)state;
	blog_make(false);
	o.settings = settings;
	o.n_settings = COUNT(settings);
	assert_int_equal(site_open(&s, &o), OUTCOME_OK);
	check_links(&s.plan, FEEDS "index.atom", "",
	    FEEDS "archive/2.atom", "");
	check_links(&s.plan, FEEDS "index.rss", "",
	    FEEDS "archive/2.rss", "");
	check_links(&s.plan, FEEDS "archive/2.rss", FEEDS "index.rss",
	    FEEDS "archive/1.rss", "");
	check_links(&s.plan, FEEDS "archive/1.atom", FEEDS "index.atom", "",
	    FEEDS "archive/2.atom");
	assert_int_equal(s.plan.n_archives, 4);
	assert_int_equal(s.plan.n_feeds, 5);
	site_close(&s);
	/* Without archives nothing leads anywhere. */
	o.n_settings = 1;
	assert_int_equal(site_open(&s, &o), OUTCOME_OK);
	assert_int_equal(s.plan.n_archives, 0);
	check_links(&s.plan, FEEDS "index.atom", "", "", "");
	site_close(&s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
		    test_pages, folder_setup, folder_teardown),
		cmocka_unit_test_setup_teardown(
		    test_links, folder_setup, folder_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
