/* SPDX-License-Identifier: MIT
 * test_query: queries, and the posts that they hold for. */
#include "post/query/query.h"

#include "post/read/read.h"
#include "support.h"

/* ---- what holds ---- */

/* The post is posts/notes/2021/a.md; the rest is what its
 * front matter has. */
static const struct {
	const char *query, *front;
	bool holds;
} rows[] = {
	/* One of several values, whatever the case. */
	{"tag:linux", "tags: [Linux, Xen]", true},
	{"tags:LINUX", "tag: linux", true},
	{"TAG:linux", "tags: linux", true},
	{"tag:linux", "tags: [linuxes]", false},
	{"tag:linux", "{}", false},
	{"category:éß", "categories: [ÉSS]", true},
	{"tag:\"two words\"", "tags: [two   words]", true},
	{"tag:\"a \\\"b\\\\\"", "tags: ['a \"b\\']", true},
	{"tag:a:b", "tags: ['a:b']", true},
	{"series:x", "series: [y, x]", true},
	{"kind:note", "kind: Note", true},
	{"kind:note", "kind: [a, [note]]", true},
	{"kind:note", "kind: {note: note}", false},
	{"\"a key\":x", "a key: x", true},
	{"extra.series:log", "extra: {series: Log}", true},
	{"extra.series:log", "extra.series: log", true},
	{"extra.series:log", "extra: log", false},
	/* There, and not null. */
	{"cover:*", "cover: x", true}, {"cover:*", "cover: ''", true},
	{"cover:*", "cover: ~", false}, {"cover:*", "{}", false},
	{"cover:*", "cover: {a: b}", true}, {"cover:*", "cover: []", true},
	{"cover:\"*\"", "cover: x", false}, {"cover:\"*\"", "cover: '*'", true},
	{"tag:*", "tags: []", false}, {"tag:*", "tags: [x]", true},
	/* Joined, and how strongly. */
	{"tag:a tag:b", "tags: [a, b]", true},
	{"tag:a and tag:b", "tags: [a]", false},
	{"tag:a AND tag:b", "tags: [a, b]", true},
	{"tag:a or tag:b", "tags: [b]", true},
	{"tag:a or tag:b tag:c", "tags: [a]", true},
	{"tag:a or tag:b tag:c", "tags: [b]", false},
	{"(tag:a or tag:b) tag:c", "tags: [a]", false},
	{"(tag:a or tag:b)tag:c", "tags: [b, c]", true},
	{"-tag:a", "tags: [b]", true}, {"-tag:a", "tags: [a]", false},
	{"not tag:a", "{}", true}, {"not not tag:a", "{}", false},
	{"--tag:a", "tags: a", true}, {"- tag:a", "tags: a", false},
	{"-(tag:a tag:b)", "tags: [a]", true},
	{"-tag:a tag:b", "tags: [b]", true},
	{"-tag:a tag:b", "tags: [a, b]", false},
	{"not (tag:a) or tag:b", "tags: [a, b]", true},
	{"(((tag:a)))", "tags: a", true},
	{" \t tag:a\n", "tags: a", true},
	/* Words that are keys. */
	{"or:x and:y not:z", "{or: x, and: y, not: z}", true},
	{"title:or", "title: Or", true},
	/* Dates of the post, in the zone of the site. */
	{"date=2019", "date: 2019-12-31T23:30:00-05:00", false},
	{"date=2020", "date: 2019-12-31T23:30:00-05:00", true},
	{"date:2019-05", "date: 2019-05-31", true},
	{"date:2019-5", "date: 2019-06-01", false},
	{"date=2019-05-31", "date: 2019-05-31T23:59:59Z", true},
	{"date=2019-05-31", "date: 2019-06-01T00:00:00Z", false},
	{"date>=2020", "date: 2020-01-01", true},
	{"date>=2020", "date: 2019-12-31", false},
	{"date>2020", "date: 2020-12-31", false},
	{"date>2020", "date: 2021-01-01", true},
	{"date<=2020", "date: 2020-12-31T23:59:59Z", true},
	{"date<=2020", "date: 2021-01-01", false},
	{"date<2021-03", "date: 2021-02-28", true},
	{"date<2021-03", "date: 2021-03-01", false},
	{"date!=2020", "date: 2020-03-01", false},
	{"date!=2020", "date: 2021-03-01", true},
	{"date<=9999-12", "date: 2021-03-01", true},
	{"date<9999-12-31", "date: 2021-03-01", true},
	{"date=2020-03-01T12:00:00Z", "date: 2020-03-01T12:00:00Z", true},
	{"date>2020-03-01T12:00:00Z", "date: 2020-03-01T12:00:01Z", true},
	{"date=\"1 Mar 2020\"", "date: 2020-03-01", true},
	{"date:*", "date: 2020-01-01", true},
	{"date:*", "title: undated", false},
	{"date<2020", "title: undated", false},
	{"date!=2020", "title: undated", true},
	{"updated>=2020", "{date: 2019-01-01, lastmod: 2020-02-02}", true},
	{"updated>=2020", "date: 2019-01-01", false},
	{"updated:2019", "date: 2019-01-01", true},
	/* Dates, numbers and texts of the front matter. */
	{"seen>2019", "seen: 2020-01-01", true},
	{"seen>2019", "seen: 2019-06-01", false},
	{"seen=2019-06", "seen: 1 Jun 2019", true},
	{"n>9", "n: 10", true}, {"n>9", "n: 9.5", true}, {"n>9", "n: 9", false},
	{"n>=9", "n: 9.0", true}, {"n=9", "n: 09.00", true},
	{"n:9", "n: 9.0", false},
	{"n>-2", "n: -1.5", true}, {"n>-1", "n: -1.5", false},
	{"n<+1", "n: 0.5", true}, {"n=0", "n: -0.0", true},
	{"n<.5", "n: 0.45", false}, {"n<0.5", "n: 0.45", true},
	{"n>123456789012345678901234567889",
	    "n: 123456789012345678901234567890", true},
	{"n!=9", "n: 8", true}, {"n!=9", "n: 9", false}, {"n!=9", "{}", true},
	{"n<9", "{}", false}, {"n>9", "n: [3, 12]", true},
	{"n!=3", "n: [3, 12]", false},
	{"n>9", "n: x", true}, /* as texts */
	{"name>=b", "name: Bob", true}, {"name<b", "name: Ann", true},
	{"name=bob", "name: Bob", true}, {"name!=bob", "name: Bob", false},
	/* What is known of a post. */
	{"author:\"Ann Öz\"", "author: ann öz", true},
	{"author:bob", "authors: [Ann, Bob]", true},
	{"author:site", "{}", true}, {"author:site", "author: Ann", false},
	{"section:notes", "{}", true}, {"section:2021", "{}", false},
	{"sections:2021", "{}", true}, {"sections:posts", "{}", false},
	{"path:notes/2021/a.md", "{}", true}, {"path:notes/*", "{}", false},
	{"path:notes/**", "{}", true}, {"path:posts/**", "{}", false},
	{"path=**/a.md", "{}", true}, {"path!=**/a.md", "{}", false},
	{"path:*", "{}", true}, {"path:\"*\"", "{}", false},
	{"folder:notes", "{}", true}, {"folder:notes/2021", "{}", true},
	{"folder:*/2021", "{}", true}, {"folder:2021", "{}", false},
	{"folder:**/2021", "{}", true}, {"folder:note", "{}", false},
	{"folder:*", "{}", true},
	{"lang:en", "{}", true}, {"lang:de", "{}", false},
	{"lang:en", "lang: en-GB", true}, {"lang=en", "lang: en-GB", false},
	{"lang:en-gb", "lang: en-GB", true}, {"lang:e", "lang: en", false},
	{"language:en", "lang: eng", false},
	{"title:\"a title\"", "title: A title", true},
	{"title>b", "title: C", true},
	{"draft:true", "draft: yes", true}, {"draft:no", "{}", true},
	{"draft=true", "{}", false}, {"draft!=true", "{}", true},
	{"draft:*", "{}", true},
	{"collection:posts", "{}", true}, {"collection:notes", "{}", false},
};

static struct value *
text_value(struct arena *a, const char *text)
{
	struct value *v = arena_alloc(a, sizeof *v);

	v->kind = VALUE_SCALAR;
	v->text = str_of(text);
	return v;
}

/* A config whose only query is that. */
static void
query_config(struct config *c, struct arena *a, const char *query,
    const char *settings)
{
	struct where *w = arena_alloc(a, sizeof *w);

	make_config(c, a, settings);
	*w = (struct where){.key = "where", .text = text_value(a, query)};
	c->queries = w;
	c->n_queries = 1;
}

static void
test_holds(void **state)
{
	struct arena a = {0};
	struct post_worker w;

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct config c;
		struct diags d = {0};
		struct post_reader r = {.config = &c, .now = at("2030-01-01")};
		struct found file = {.path = S("posts/notes/2021/a.md"),
			.folder = S("posts")};
		struct post p;

		query_config(&c, &a, rows[i].query,
		    "site.author.name=Site\nfeeds.taxonomies={series: }");
		r.queries = query_parse(&c, &a, &d);
		check_diags(rows[i].query, &d, "");
		put_file(file.path.ptr, arena_printf(&a, "---\n%s\n---\n",
		    rows[i].front).ptr);
		post_worker_init(&w, &c);
		post_read(&p, &r, &file, &w);
		if (query_holds(c.queries, &p) != rows[i].holds)
			fail_msg("'%s' of '%s': not %d", rows[i].query,
			    rows[i].front, rows[i].holds);
		assert_true(query_holds(NULL, &p));
		post_free(&p);
		post_worker_free(&w);
		arena_reset(&a);
	}
	arena_free(&a);
}

/* Days of 23 and of 25 hours. */
static void
test_zone(void **state)
{
	static const struct {
		const char *query, *date;
		bool holds;
	} days[] = {
		{"date=2021-03-28", "2021-03-28T21:59:59Z", true},
		{"date=2021-03-28", "2021-03-28T22:00:00Z", false},
		{"date=2021-10-31", "2021-10-31T22:59:59Z", true},
		{"date=2021-10-31", "2021-10-31T23:00:00Z", false},
		{"date=2021-11", "2021-10-31T23:00:00Z", true},
		{"date<2022", "2021-12-31T22:59:59Z", true},
		{"date<2022", "2021-12-31T23:00:00Z", false},
	};
	struct arena a = {0};
	struct post_worker w;

	(void)state;
	for (size_t i = 0; i < COUNT(days); i++) {
		struct config c;
		struct diags d = {0};
		struct post_reader r = {.config = &c, .now = at("2030-01-01")};
		struct found file = {.path = S("a.md")};
		struct post p;

		query_config(&c, &a, days[i].query,
		    "site.timezone=Europe/Berlin");
		r.queries = query_parse(&c, &a, &d);
		check_diags(days[i].query, &d, "");
		put_file("a.md", arena_printf(&a, "---\ndate: %s\n---\n",
		    days[i].date).ptr);
		post_worker_init(&w, &c);
		post_read(&p, &r, &file, &w);
		if (query_holds(c.queries, &p) != days[i].holds)
			fail_msg("%s of %s", days[i].query, days[i].date);
		post_free(&p);
		post_worker_free(&w);
		arena_reset(&a);
	}
	arena_free(&a);
}

/* ---- mistakes ---- */

/* Columns are those of the query, from 1. */
static const struct {
	const char *query;
	int col;
	const char *message;
} mistakes[] = {
#define AS "; expected a date such as 2020, 2020-05 or 2020-05-31"
	{"  ", 3, "expected a term such as tag:linux, found the end"},
	{"linux", 6, "expected ':', '=', '!=', '<', '<=', '>' or '>=' behind "
	    "'linux'"},
	{"é tag", 2, "expected ':', '=', '!=', '<', '<=', '>' or '>=' behind "
	    "'é'"},
	{"tag:é (tag", 11, "expected ':', '=', '!=', '<', '<=', '>' or '>=' "
	    "behind 'tag'"},
	{"tag :x", 4, "expected ':', '=', '!=', '<', '<=', '>' or '>=' behind "
	    "'tag'"},
	{"tag!x", 4, "expected ':', '=', '!=', '<', '<=', '>' or '>=' behind "
	    "'tag'"},
	{":x", 1, "expected a key before ':x'"},
	{"tag:", 5, "expected a value, found the end"},
	{"tag: x", 5, "expected a value, found ' '"},
	{"(tag:)", 6, "expected a value, found ')'"},
	{"tag:(x)", 5, "expected a value, found '('"},
	{"tag==x", 5, "expected a value, found '=x'; put it in quotes"},
	{"tag:<x>", 5, "expected a value, found '<x>'; put it in quotes"},
	{"tag:a(b)", 6, "expected a blank, found '('"},
	{"tag:a\"b\"", 6, "expected a blank, found '\"'"},
	{"tag:\"a\"b", 8, "expected a blank, found 'b'"},
	{"tag:a \"b c", 7, "a quote that is never closed"},
	{"tag:\"é\\n\"", 7, "a '\\' that is none, expected \\\" or \\\\ in "
	    "quotes"},
	{"tag:a (tag:b or tag:c", 7, "a parenthesis that is never closed"},
	{"tag:a )", 7, "a ')' that closes nothing"},
	{"()", 2, "expected a term such as tag:linux, found ')'"},
	{"or tag:a", 1, "expected a term such as tag:linux, found 'or'"},
	{"tag:a or", 9, "expected a term such as tag:linux, found the end"},
	{"tag:a or or tag:b", 10, "expected a term such as tag:linux, found "
	    "'or'"},
	{"tag:a and and tag:b", 11, "expected a term such as tag:linux, "
	    "found 'and'"},
	{"tag:a not", 10, "expected a term such as tag:linux, found the end"},
	{"tag:a -", 8, "expected a term such as tag:linux, found the end"},
	{"date>soon", 6, "date 'soon' is not a date" AS},
	{"é:x date=2020-13", 10, "date '2020-13' is not a date" AS},
	{"date<2020-02-30", 6, "date '2020-02-30' has no day 30 in February "
	    "2020"
	    AS},
	{"updated:0000", 9, "updated '0000' is not a date" AS},
	{"draft:maybe", 7, "draft is 'maybe', expected true or false"},
	{"Path>=a", 5, "'Path' has no order, expected ':', '=' or '!=' behind "
	    "it"},
	{"draft<true", 6, "'draft' has no order, expected ':', '=' or '!=' "
	    "behind it"},
};

static void
test_mistakes(void **state)
{
	struct arena a = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(mistakes); i++) {
		struct buf b = {0};
		struct config c;
		struct diags d = {0};

		query_config(&c, &a, mistakes[i].query, "");
		/* As if the query was all of the config. */
		c.source.text = str_of(mistakes[i].query);
		((struct value *)c.queries->text)->at = (struct mark){1, 1};
		assert_null(query_parse(&c, &a, &d));
		buf_printf(&b, "config-value 1:%d where: %s",
		    mistakes[i].col, mistakes[i].message);
		check_diags(mistakes[i].query, &d, buf_cstr(&b));
		buf_free(&b);
		arena_reset(&a);
	}
	arena_free(&a);
}

static void
repeat(struct buf *out, const char *text, int n)
{
	for (int i = 0; i < n; i++)
		buf_add(out, str_of(text));
}

static void
check_limit(struct arena *a, struct buf *query, const char *want)
{
	struct config c;
	struct diags d = {0};
	const struct query_set *set;

	query_config(&c, a, buf_cstr(query), "");
	set = query_parse(&c, a, &d);
	assert_int_equal(set == NULL, *want != '\0');
	check_diags("limit", &d, want);
	buf_reset(query);
}

static void
test_limits(void **state)
{
	struct arena a = {0};
	struct buf q = {0};

	(void)state;
	repeat(&q, "(", 100);
	buf_add(&q, S("a:b"));
	repeat(&q, ")", 100);
	check_limit(&a, &q, "");
	repeat(&q, "(", 101);
	check_limit(&a, &q,
	    "config-value 0:0 where: nested more than 100 deep");
	repeat(&q, "not -", 50);
	buf_add(&q, S("a:b"));
	check_limit(&a, &q, "");
	repeat(&q, "-", 4000);
	check_limit(&a, &q,
	    "config-value 0:0 where: nested more than 100 deep");
	repeat(&q, "a:b ", 1024);
	check_limit(&a, &q, "");
	repeat(&q, "a:b ", 1024);
	buf_add(&q, S(" "));
	check_limit(&a, &q,
	    "config-value 0:0 where: 4097 bytes, expected at most 4096");
	buf_add(&q, S("path:"));
	repeat(&q, "a", 500);
	check_limit(&a, &q, "");
	buf_add(&q, S("path:"));
	repeat(&q, "a", 501);
	check_limit(&a, &q, "config-value 0:0 where: a pattern of 501 bytes, "
	    "expected at most 500");
	buf_free(&q);
	arena_free(&a);
}

/* Any number of queries, each with a bit of its own. */
static void
test_many(void **state)
{
	struct arena a = {0};
	struct post_worker worker;
	struct config c;
	struct diags d = {0};
	struct post_reader r = {.config = &c, .now = at("2030-01-01")};
	struct found file = {.path = S("a.md")};
	struct where w[100];
	struct post p;

	(void)state;
	query_config(&c, &a, "", "");
	for (size_t i = 0; i < COUNT(w); i++)
		w[i] = (struct where){"where", text_value(&a, i % 3
		    ? "tag:x" : "tag:y"), i, i ? &w[i - 1] : NULL};
	c.queries = &w[COUNT(w) - 1];
	c.n_queries = COUNT(w);
	r.queries = query_parse(&c, &a, &d);
	check_diags("many", &d, "");
	put_file("a.md", "---\ndate: 2020-01-01\ntags: x\n---\n");
	post_worker_init(&worker, &c);
	post_read(&p, &r, &file, &worker);
	for (size_t i = 0; i < COUNT(w); i++)
		assert_int_equal(query_holds(&w[i], &p), i % 3 != 0);
	/* What was not read is in no such feed. */
	p.matches = NULL;
	assert_false(query_holds(&w[1], &p));
	post_free(&p);
	post_worker_free(&worker);
	arena_free(&a);
}

/* What is wrong with terms that only queries ask for is said once. */
static void
test_terms(void **state)
{
	struct arena a = {0};
	struct post_worker w;
	struct config c;
	struct diags d = {0};
	struct post_reader r = {.config = &c, .now = at("2030-01-01")};
	struct found file = {.path = S("a.md")};
	struct post p;

	(void)state;
	query_config(&c, &a, "tag:x or category:y or tags:z",
	    "feeds.taxonomies={}");
	r.queries = query_parse(&c, &a, &d);
	check_diags("terms", &d, "");
	put_file("a.md", "---\ntitle: t\ndate: 2020-01-01\ntags: {x: y}\n"
	    "---\n");
	post_worker_init(&w, &c);
	post_read(&p, &r, &file, &w);
	assert_int_equal(p.skip, SKIP_NONE);
	check_reports("terms", &p,
	    "field-dropped 4:7 'tags' holds a map, expected terms");
	post_worker_free(&w);
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
		    test_holds, folder_setup, folder_teardown),
		cmocka_unit_test_setup_teardown(
		    test_zone, folder_setup, folder_teardown),
		cmocka_unit_test(test_mistakes),
		cmocka_unit_test(test_limits),
		cmocka_unit_test_setup_teardown(
		    test_many, folder_setup, folder_teardown),
		cmocka_unit_test_setup_teardown(
		    test_terms, folder_setup, folder_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
