/* SPDX-License-Identifier: MIT
 * test_read: files to posts. */
#include "post/read/read.h"

#include "support.h"

struct reading {
	struct arena arena;
	struct post_worker worker;
	struct config config;
	struct post post;
};

/* Writes a post file and reads it at 2020-01-01. */
static void
read_post(struct reading *r, const char *settings, const char *path,
    const char *text)
{
	struct post_reader reader = {
		.config = &r->config, .now = at("2020-01-01")};
	struct found file = {.path = str_of(path)};

	*r = (struct reading){0};
	make_config(&r->config, &r->arena, settings);
	put_file(path, text);
	post_worker_init(&r->worker, &r->config);
	post_read(&r->post, &reader, &file, &r->worker);
	unlink(path);
}

static void
reading_free(struct reading *r)
{
	post_free(&r->post);
	arena_free(&r->arena);
	post_worker_free(&r->worker);
}

/* "skip published updated url", and what is said. */
static const struct {
	const char *settings, *path, *front;
	const char *want, *diags;
} rows[] = {
#define URL " https://example.org/a/"
#define T "title: T\n"
	{"", "a.md", T "date: 2010-07-06", "- 2010-07-06T00:00:00Z "
	    "2010-07-06T00:00:00Z" URL, ""},
	{"posts.keep_dates=false", "2010-07-06-a.md", T, "- 2010-07-06T00:00:00Z "
	    "2010-07-06T00:00:00Z" URL, ""},
	{"posts.keep_dates=false", "2011-01-01-a.md", T "date: 2010-07-06", "- "
	    "2010-07-06T00:00:00Z 2010-07-06T00:00:00Z" URL, ""},
	{"site.timezone=America/Denver\nposts.time='09:30'", "a.md",
	    T "date: 2010-07-06", "- 2010-07-06T15:30:00Z "
	    "2010-07-06T15:30:00Z" URL, ""},
	{"site.timezone=America/Denver\nposts.time='09:30'", "a.md",
	    T "date: 2010-07-06 10:00", "- 2010-07-06T16:00:00Z "
	    "2010-07-06T16:00:00Z" URL, ""},
	{"site.timezone=America/Denver", "a.md",
	    T "date: 2010-07-06T10:00:00+02:00", "- 2010-07-06T08:00:00Z "
	    "2010-07-06T08:00:00Z" URL, ""},
	/* Updated: not before published, not from the future. */
	{"", "a.md", T "date: 2010-07-06\nlastmod: 2012-01-01T01:02:03Z",
	    "- 2010-07-06T00:00:00Z 2012-01-01T01:02:03Z" URL, ""},
	{"", "a.md", T "date: 2010-07-06\nlastmod: 2009-01-01T00:00:00Z",
	    "- 2010-07-06T00:00:00Z 2010-07-06T00:00:00Z" URL,
	    "updated-early 4:10 'lastmod' is before the date of publication"},
	{"", "a.md", T "date: 2010-07-06 12:00\nlastmod: 2010-07-06",
	    "- 2010-07-06T12:00:00Z 2010-07-06T12:00:00Z" URL, ""},
	{"", "a.md", T "date: 2010-07-06\nlastmod: 2030-01-01",
	    "- 2010-07-06T00:00:00Z 2010-07-06T00:00:00Z" URL, ""},
	/* Left out. */
	{"", "a.md", T, "undated - - ", "undated 0:0 no date: it is a "
	    "page, and in no feed"},
	{"", "a.md", T "date: 2020-01-01T00:00:01Z", "future "
	    "2020-01-01T00:00:01Z 2020-01-01T00:00:01Z" URL, ""},
	{"", "a.md", T "date: 2020-01-01T00:00:00Z", "- "
	    "2020-01-01T00:00:00Z 2020-01-01T00:00:00Z" URL, ""},
	{"posts.future=true", "a.md", T "date: 2020-01-02", "- "
	    "2020-01-02T00:00:00Z 2020-01-02T00:00:00Z" URL, ""},
#define D T "date: 2010-07-06\n"
#define ON " 2010-07-06T00:00:00Z 2010-07-06T00:00:00Z" URL
	{"", "a.md", D "draft: true", "draft" ON, ""},
	{"", "a.md", D "draft: false", "-" ON, ""},
	{"posts.drafts=true", "a.md", D "draft: true", "-" ON, ""},
	{"", "a.md", D "published: false", "draft" ON, ""},
	{"", "a.md", D "published: true", "-" ON, ""},
	{"", "a.md", T "published: 2010-07-06", "-" ON, ""},
	{"", "a.md", D "Status: Draft", "draft" ON, ""},
	{"", "_drafts/a.md", D "url: /a/", "draft" ON, ""},
	{"", "a.md", D "status: hidden", "hidden" ON, ""},
	{"", "a.md", D "hidden: true", "hidden" ON, ""},
	{"", "a.md", D "headless: yes", "hidden" ON, ""},
	{"", "a.md", D "feed: false", "hidden" ON, ""},
	{"", "a.md", D "build: {list: never}", "hidden" ON, ""},
	{"", "a.md", D "build: {list: false}", "hidden" ON, ""},
	{"", "_index.md", D "url: /a/", "hidden" ON, ""},
	{"", "a.md", D "expiryDate: 2020-01-01", "expired" ON, ""},
	{"", "a.md", D "expiryDate: 2020-01-02", "-" ON, ""},
	/* The first that holds counts. */
	{"", "a.md", D "draft: true\nhidden: true\nexpiryDate: 2011-01-01",
	    "draft" ON, ""},
	/* Wrong, with their places. */
	{"", "é.md", "título: é\n" D "date: 2008-13-01\nurl: /a/",
	    "error - - " "https://example.org/a/",
	    "duplicate-key 5:1 key 'date' is there twice, first in line 4; "
	    "the last one counts\n"
	    "date-unreadable 5:7 date '2008-13-01' has no month 13"},
	{"", "a.md", T "date: [x]", "error - - ",
	    "field-type 3:7 'date' is a list, expected a date"},
	{"", "a.md", T "date: 1969-12-31", "error 1969-12-31T00:00:00Z "
	    "1969-12-31T00:00:00Z ", "date-range 3:7 the date is before 1970"},
	{"", "a.md", D "lastmod: soon", "-" ON, "field-dropped 4:10 lastmod "
	    "'soon' is not a date: write it as 2024-05-31"},
	{"", "a.md", D "url: //x/y", "error 2010-07-06T00:00:00Z "
	    "2010-07-06T00:00:00Z ", "url-invalid 4:6 'url' is '//x/y', "
	    "expected a path on the site"},
	{"", "a.md", D "slug: [x]", "error 2010-07-06T00:00:00Z "
	    "2010-07-06T00:00:00Z ",
	    "field-type 4:7 'slug' is a list, expected text"},
	{"", "a.md", D "tags: {x: y}", "-" ON,
	    "field-dropped 4:7 'tags' holds a map, expected terms"},
	{"", "a.md", "- x", "error - - ", "field-type 2:1 front matter is a "
	    "list, expected keys and values"},
	{"", "a.md", "date: 2010-07-06", "-" ON,
	    "title-missing 1:0 no title; 'A' is used"},
	{"posts.dialect=jekyll", "an-Old_post.md", "date: 2010-07-06\nurl: /a/",
	    "-" ON, "title-missing 1:0 no title; 'An Old_post' is used"},
	{"posts.id='{n}'", "a.md", D "n: 1234", "-" ON,
	    "id-not-iri 1:0 id '1234' is not an absolute IRI"},
};

static void
put_instant(struct buf *b, instant t)
{
	char text[DATETIME_TEXT];

	buf_addc(b, ' ');
	buf_add(b, t ? datetime_rfc3339(t, text) : S("-"));
}

static void
test_rows(void **state)
{
	struct buf b = {0}, text = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct reading r;
		const char *skip;

		buf_printf(&text, "---\n%s\n---\nBody.\n", rows[i].front);
		read_post(&r, rows[i].settings, rows[i].path, buf_cstr(&text));
		skip = skip_names[r.post.skip];
		buf_add(&b, str_of(skip ? skip : "-"));
		put_instant(&b, r.post.published);
		put_instant(&b, r.post.updated);
		buf_addc(&b, ' ');
		buf_add(&b, r.post.matter->url);
		check_buf(rows[i].front, &b, rows[i].want);
		if (rows[i].diags)
			check_reports(rows[i].front, &r.post,
			    rows[i].diags);
		reading_free(&r);
		buf_reset(&text);
	}
	buf_free(&b);
	buf_free(&text);
}

static void
test_post(void **state)
{
	struct reading r;

	(void)state;
	read_post(&r, "posts.id='{guid}'", "post/2010-07-06-my-file.md",
	    "---\nTitle: \" A\\n <em>b</em> \"\nguid: 'tag:e.org,2010:1'\n"
	    "tags: [x, y]\nsummary: ' *s* '\nauthors:\n- Jane\n- {name: Joe, "
	    "email: j@e.org, url: 'https://e.org/'}\n- ~\n---\nBody.\n");
	check_reports("post", &r.post, "");
	check_str("path", r.post.path, "post/2010-07-06-my-file.md");
	check_str("title", r.post.matter->title, "A <em>b</em>");
	check_str("url", r.post.matter->url,
	    "https://example.org/post/2010-07-06-my-file/");
	check_str("id", r.post.id, "tag:e.org,2010:1");
	check_str("summary", r.post.matter->summary, "*s*");
	assert_int_equal(r.post.matter->n_authors, 2);
	check_str("author", r.post.matter->authors[0].name, "Jane");
	assert_int_equal(r.post.matter->authors[0].email.len, 0);
	check_str("author", r.post.matter->authors[1].name, "Joe");
	check_str("email", r.post.matter->authors[1].email, "j@e.org");
	check_str("uri", r.post.matter->authors[1].url, "https://e.org/");
	assert_int_equal(r.post.n_labels, 2);
	assert_false(r.post.matter->draft);
	reading_free(&r);

	/* A bundle has its folder's name; Jekyll shows the site's zone. */
	read_post(&r, "", "post/my-dir/index.md",
	    "---\ntitle: T\ndate: 2010-07-06\n---\n");
	check_str("bundle", r.post.matter->url,
	    "https://example.org/post/my-dir/");
	reading_free(&r);
	read_post(&r, "posts.dialect=jekyll\nsite.timezone=America/Denver",
	    "_posts/2010-07-07-a.md",
	    "---\ntitle: T\ndate: 2010-07-07T01:00:00Z\n---\n");
	check_str("zone", r.post.matter->url,
	    "https://example.org/2010/07/06/a.html");
	reading_free(&r);
	read_post(&r, "", "a.md", "---\ntitle: 'x\n");
	assert_int_equal(r.post.skip, SKIP_ERROR);
	reading_free(&r);
	read_post(&r, "", "a.md", "No front matter.\n");
	assert_int_equal(r.post.skip, SKIP_UNDATED);
	reading_free(&r);
}

/* What a post says of other pages: what it answers to, then with "l" what it
 * is about and with "c" its comments; and what is reported. */
static const struct {
	const char *settings, *front;
	const char *want, *diags;
} relations[] = {
	{"", "a: b", "", ""},
	{"", "in-reply-to: https://Other.example/a b", "https://other.example/"
	    "a%20b", ""},
	{"", "in_reply_to: [https://a/, 'http://b/é', https://a/]",
	    "https://a/ http://b/%C3%A9", ""},
	{"", "in-reply-to: {url: https://a/, name: A}", "https://a/", ""},
	{"", "inReplyTo: [{url: https://a/}]", "https://a/", ""},
	{"", "in-reply-to: ~", "", ""},
	{"", "in-reply-to: []", "", ""},
	{"", "in-reply-to: ../b/#x", "https://example.org/b/#x", ""},
	{"", "in-reply-to: /b/", "https://example.org/b/", ""},
	{"site.url=https://example.org/blog/", "in-reply-to: [/b/, /blog/c/]",
	    "https://example.org/blog/b/ https://example.org/blog/c/", ""},
	{"", "in-reply-to: //b/c", "https://b/c", ""},
	{"", "in-reply-to: [./b, '#c']",
	    "https://example.org/a/b https://example.org/a/#c", ""},
	{"", "in-reply-to: b.example/c", "",
	    "relation-invalid 3:14 'in-reply-to' is 'b.example/c', "
	    "expected an http or https URL"},
	{"", "é: é\nin-reply-to: ['mailto:a@b.org', https://c/, {x: y}, ~, "
	    "'', 'http://']", "https://c/",
	    "relation-invalid 4:15 'in-reply-to' is 'mailto:a@b.org', "
	    "expected an http or https URL\n"
	    "relation-invalid 4:45 'in-reply-to' is a map, "
	    "expected an http or https URL\n"
	    "relation-invalid 4:53 'in-reply-to' is nothing, "
	    "expected an http or https URL\n"
	    "relation-invalid 4:56 'in-reply-to' is '', "
	    "expected an http or https URL\n"
	    "relation-invalid 4:60 'in-reply-to' is 'http://', "
	    "expected an http or https URL"},
#define EXTERNAL "posts.links=external"
	{"", "link: https://a/", "", ""},
	{"", "link: no address", "", ""},
	{EXTERNAL, "link: https://a/#b", "l https://a/#b", ""},
	{EXTERNAL, "externalUrl: //a/", "l https://a/", ""},
	{EXTERNAL, "extra: {link_to: 'https://a/'}", "l https://a/", ""},
	{EXTERNAL, "redirect_to: [https://a/, https://b/]", "l https://a/",
	    ""},
	/* Its own page is what it leads to anyway. */
	{EXTERNAL, "link: /a/", "", ""},
	{EXTERNAL, "link:", "", ""},
	{EXTERNAL, "link: []", "", "relation-invalid 3:7 'link' is a list, "
	    "expected an http or https URL"},
	{EXTERNAL, "é: é\nextra: {é: é, link_to: ftp://é/}", "",
	    "relation-invalid 4:24 'link_to' is 'ftp://é/', "
	    "expected an http or https URL"},
#define COMMENTS "posts.comments="
	{"", "comments: true", "", ""},
	{"", "comments: '#c'", "c https://example.org/a/#c", ""},
	{"", "comments: https://a/", "c https://a/", ""},
	{"", "comments: disqus", "", ""},
	{"", "comments: {host: https://a/}", "", ""},
	{"", "comments: [https://a/]", "", ""},
	{"", "comments: htps://a/", "", "relation-invalid 3:11 'comments' is "
	    "'htps://a/', expected an http or https URL"},
	{COMMENTS "'{permalink}#c'", "a: b", "c https://example.org/a/#c", ""},
	{COMMENTS "'{permalink}#c'", "comments: yes",
	    "c https://example.org/a/#c", ""},
	{COMMENTS "'{permalink}#c'", "comments: giscus",
	    "c https://example.org/a/#c", ""},
	{COMMENTS "'{permalink}#c'", "comments: No", "", ""},
	{COMMENTS "'{permalink}#c'", "comments: /b/",
	    "c https://example.org/b/", ""},
	{COMMENTS "'https://b/@me/{toot}'", "toot: 12", "c https://b/@me/12",
	    ""},
	{COMMENTS "'https://b/@me/{toot}'", "a: b", "", ""},
	{COMMENTS "/t/{x.y}/", "x: {y: é}", "c https://example.org/t/%C3%A9/",
	    ""},
	{COMMENTS "'{toot}'", "toot: 12", "", "relation-invalid 1:0 "
	    "'posts.comments' is '12', expected an http or https URL"},
	/* All of it. */
	{EXTERNAL, "in-reply-to: https://a/\nlink: https://b/\n"
	    "comments: https://c/", "https://a/ l https://b/ c https://c/", ""},
};

static void
put_address(struct buf *b, const char *what, str url)
{
	if (url.len)
		buf_printf(b, "%s%s%.*s", b->len ? " " : "", what,
		    STR_ARG(url));
}

static void
test_relations(void **state)
{
	struct buf b = {0}, text = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(relations); i++) {
		const struct relations *got;
		struct reading r;

		buf_printf(&text, "---\ntitle: T\n%s\ndate: 2010-07-06\n"
		    "---\nBody.\n", relations[i].front);
		read_post(&r, relations[i].settings, "a.md", buf_cstr(&text));
		assert_int_equal(r.post.skip, SKIP_NONE);
		got = r.post.matter->relations;
		for (size_t k = 0; got && k < got->n_replies_to; k++)
			put_address(&b, "", got->replies_to[k]);
		assert_int_equal(r.post.namespaces, b.len ? NAMESPACE_THR : 0);
		if (got)
			put_address(&b, "l ", got->external);
		if (got)
			put_address(&b, "c ", got->comments);
		check_buf(relations[i].front, &b, relations[i].want);
		check_reports(relations[i].front, &r.post,
		    relations[i].diags);
		reading_free(&r);
		buf_reset(&text);
	}
	buf_free(&b);
	buf_free(&text);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
		    test_rows, folder_setup, folder_teardown),
		cmocka_unit_test_setup_teardown(
		    test_post, folder_setup, folder_teardown),
		cmocka_unit_test_setup_teardown(
		    test_relations, folder_setup, folder_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
