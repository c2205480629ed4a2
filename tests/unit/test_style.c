/* SPDX-License-Identifier: MIT
 * test_style: the page for people in a feed, byte for byte. */
#include "feed/beside/style.h"

#include "sample.h"

static void
put_head(struct sample *s, struct buf *b)
{
	struct xml x = xml_piece(b, 0);

	style_name(&x, &s->config);
	style_head(&x, &s->feed, S("https://example.org/feeds/a.atom"),
	    &s->config);
}

static void
sample_post(struct sample *s, const struct post **posts)
{
	s->post.matter->title = S("A &lt; <b>B</b>");
	s->post.matter->language = S("en");
	posts[0] = &s->post;
	s->feed.posts = (struct post **)posts;
}

static void
test_head(void **state)
{
	struct sample s;
	const struct post *posts[1];
	struct buf b = {0};

	(void)state;
	sample_init(&s, "feeds.style=true\nfeeds.index=all/é.html\n"
	    "site.timezone=America/Denver\nsite.description=Says & does");
	sample_post(&s, posts);
	put_head(&s, &b);
	check_buf("head", &b,
	    "<?xml-stylesheet type=\"text/css\" href=\"/feeds/feed.css\"?>\n"
	    "<div xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\">\n"
	    "  <meta name=\"viewport\" "
	    "content=\"width=device-width, initial-scale=1\"/>\n"
	    "  <h1>\n"
	    "    <a href=\"https://example.org/p/\">Example: é</a>\n"
	    "  </h1>\n"
	    "  <p>Says &#x26; does</p>\n"
	    "  <section>\n"
	    "    <h2>This is a web feed</h2>\n"
	    "    <p>Copy its address into a feed reader to subscribe: "
	    "new posts will then come to you.</p>\n"
	    "    <code>https://example.org/feeds/a.atom</code>\n"
	    "    <p>\n"
	    "      <a href=\"https://example.org/feeds/all/%C3%A9.html\">"
	    "All feeds of this site</a>\n"
	    "    </p>\n"
	    "  </section>\n"
	    "  <ul>\n"
	    "    <li>\n"
	    "      <a href=\"https://example.org/a/\">A &#x3C; B</a>\n"
	    "      <time datetime=\"2008-07-01T20:54:15Z\">2008-07-01</time>\n"
	    "    </li>\n"
	    "  </ul>\n"
	    "</div>\n");
	arena_free(&s.arena);
	buf_free(&b);
}

/* In a feed without posts, of a language that has no words. */
static void
test_language(void **state)
{
	struct sample s;
	struct buf b = {0};

	(void)state;
	sample_init(&s, "feeds.style=x/y.css\nfeeds.url=https://c.net/f/\n"
	    "site.language=eo");
	s.feed.count = 0;
	put_head(&s, &b);
	check_buf("head", &b,
	    "<?xml-stylesheet type=\"text/css\" href=\"/f/x/y.css\"?>\n"
	    "<div xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"eo\">\n"
	    "  <meta name=\"viewport\" "
	    "content=\"width=device-width, initial-scale=1\"/>\n"
	    "  <h1>\n"
	    "    <a href=\"https://example.org/p/\">Example: é</a>\n"
	    "  </h1>\n"
	    "  <section lang=\"en\">\n"
	    "    <h2>This is a web feed</h2>\n"
	    "    <p>Copy its address into a feed reader to subscribe: "
	    "new posts will then come to you.</p>\n"
	    "    <code>https://example.org/feeds/a.atom</code>\n"
	    "  </section>\n"
	    "</div>\n");
	arena_free(&s.arena);
	buf_free(&b);
}

static void
test_off(void **state)
{
	struct sample s;
	const struct post *posts[1];
	struct buf b = {0};

	(void)state;
	sample_init(&s, "feeds.index=true");
	sample_post(&s, posts);
	put_head(&s, &b);
	check_buf("off", &b, "");
	arena_free(&s.arena);
	buf_free(&b);
}

/* A stylesheet with an odd brace would hide the rest of it. */
static void
test_stylesheet(void **state)
{
	struct buf b = {0};
	int open = 0;

	(void)state;
	style_write(&b, NULL, NULL);
	for (size_t i = 0; i < b.len; i++) {
		open += (b.ptr[i] == '{') - (b.ptr[i] == '}');
		assert_in_range(open, 0, 2);
	}
	assert_int_equal(open, 0);
	buf_free(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_head),
		cmocka_unit_test(test_language),
		cmocka_unit_test(test_off),
		cmocka_unit_test(test_stylesheet),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
