/* SPDX-License-Identifier: MIT
 * test_podcast: what directories ask of podcasts, and what feeds say of
 * them. */
#include "feed/formats/podcast_rss.h"

#include "config/podcast_keys.h"
#include "validate/tables/podcast_categories.h"
#include "feed/formats/formats.h"
#include "sample.h"

#define LEAST "image: /c.png, categories: [Arts], explicit: true, " \
	"owner: {email: j@e.org}"

/* ---- the config ---- */

static const struct {
	const char *text; /* of the config, after the site; from line 3 on */
	const char *want; /* reports */
} rows[] = {
	{"podcast:", ""},
	{"podcast: {" LEAST "}", ""},
	{"podcast: {" LEAST ", author: A, type: serial, block: yes, complete: "
	    "yes, locked: yes, medium: music, new_feed_url: 'https://x/'}", ""},
	{"podcast: 1", "config-type 3:10 podcast is a single value, "
	    "expected a map of keys"},
	{"podcast: {imge: x, " LEAST "}", "config-key 3:11 unknown key "
	    "'podcast.imge', did you mean 'podcast.image'?"},
	{"podcasts: {}", "config-key 3:1 unknown key 'podcasts', did you mean "
	    "'podcast'?"},
	{"podcast: {categories: [Arts], explicit: no, owner: {email: a@b.c}}",
	    "config-required 3:1 key 'podcast.image' is missing: directories "
	    "reject a podcast without it"},
	{"podcast: {" LEAST ", guid: 917393E3-1b1e-5cef-ace4-edaa54e1f810}",
	    ""},
	{"podcast: {" LEAST ", guid: 917393e3}", "config-value 3:93 "
	    "podcast.guid is '917393e3', expected a UUID such as "
	    "917393e3-1b1e-5cef-ace4-edaa54e1f810"},
	{"podcast: {" LEAST ", guid: "
	    "917393e3-1b1e-5cef-ace4-edaa54e1f810}\n"
	    "languages: {en: {}, de: {}}", "config-value 3:93 podcast.guid "
	    "identifies one podcast, but several feeds are podcasts"},
	{"feeds: {main: {podcast: true}}", "config-required 3:25 "
	    "feeds.main.podcast needs the keys below 'podcast'"},
};

static void
test_config(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct arena a = {0};
		struct diags d = {0};
		struct config c;
		struct source src = {S("feedmill.yaml"), arena_printf(&a,
			"site: {url: https://e.org/, title: T}\n"
			"posts: {folders: .}\n%s\n", rows[i].text)};

		config_parse(&c, &a, &src, NULL, 0, &d);
		check_diags(rows[i].text, &d, rows[i].want);
		arena_free(&a);
	}
}

/* What is not said comes from the site; which feeds are podcasts. */
static void
test_defaults(void **state)
{
	struct arena a = {0};
	struct config c;

	(void)state;
	make_config(&c, &a, "");
	assert_false(c.podcast.is_there);
	assert_int_equal(c.feeds.main.extent.podcast, 0);
	assert_int_equal(c.feeds.taxonomies->extent.podcast, 0);
	make_config(&c, &a, "site.author={name: Jane, email: j@e.org}\n"
	    "podcast={image: c.png, explicit: no, categories: "
	    "'society & culture>  documentary'}");
	assert_int_equal(c.feeds.main.extent.podcast, 1);
	check_str("author", c.podcast.author, "Jane");
	check_str("name", c.podcast.owner.name, "Jane");
	check_str("email", c.podcast.owner.email, "j@e.org");
	check_str("image", c.podcast.image, "https://example.org/c.png");
	check_str("topic", c.podcast.topics[0].name, "Society & Culture");
	check_str("part", c.podcast.topics[0].part, "Documentary");
	make_config(&c, &a, "podcast={" LEAST "}\n"
	    "feeds.extra=[{path: x, where: 'a:b', podcast: true}, "
	    "{path: y, where: 'a:b'}]");
	assert_int_equal(c.feeds.main.extent.podcast, 0);
	assert_int_equal(c.feeds.extra->extent.podcast, 1);
	assert_int_equal(c.feeds.extra->next->extent.podcast, 0);
	check_str("author", c.podcast.author, "Example");
	arena_free(&a);
}

static void
test_categories(void **state)
{
	const struct podcast_category *c = podcast_category_find(S("arts"));
	const char *names[PODCAST_MOST_NAMES];

	(void)state;
	assert_string_equal(c->name, "Arts");
	assert_string_equal(podcast_subcategory_find(c, S("BOOKS")), "Books");
	assert_null(podcast_subcategory_find(c, S("Buddhism")));
	assert_null(podcast_category_find(S("")));
	assert_int_equal(podcast_category_names(names), 19);
	for (size_t i = 0; i < podcast_category_count; i++)
		assert_ptr_equal(podcast_category_find(str_of(
		    podcast_categories[i].name)), &podcast_categories[i]);
	assert_int_equal(podcast_subcategory_names(c, names), 6);
	c = podcast_category_find(S("Sports"));
	assert_int_equal(podcast_subcategory_names(c, names), 15);
	c = podcast_category_find(S("History"));
	assert_int_equal(podcast_subcategory_names(c, names), 0);
}

/* ---- feeds ---- */

static void
check_show(const char *settings, str self, const char *want)
{
	struct sample s;
	struct buf b = {0};
	struct xml x = xml_piece(&b, 0);

	sample_init(&s, settings);
	s.feed.entries.podcast = true;
	podcast_rss_show(&x, &s.feed, self, &s.config);
	check_buf(settings, &b, want);
	s.feed.entries.podcast = false;
	podcast_rss_show(&x, &s.feed, self, &s.config);
	check_buf("no podcast", &b, "");
	buf_free(&b);
	arena_free(&s.arena);
}

static void
test_show(void **state)
{
	(void)state;
	check_show("podcast={" LEAST "}",
	    S("https://mp3s.nashownotes.com/pc20rss.xml//"),
	    "<itunes:author>Example</itunes:author>\n"
	    "<itunes:image href=\"https://example.org/c.png\"/>\n"
	    "<itunes:category text=\"Arts\"/>\n"
	    "<itunes:explicit>true</itunes:explicit>\n"
	    "<itunes:owner>\n"
	    "  <itunes:name>Example</itunes:name>\n"
	    "  <itunes:email>j@e.org</itunes:email>\n"
	    "</itunes:owner>\n"
	    "<itunes:type>episodic</itunes:type>\n"
	    "<podcast:guid>917393e3-1b1e-5cef-ace4-edaa54e1f810"
	    "</podcast:guid>\n"
	    "<podcast:locked owner=\"j@e.org\">no</podcast:locked>\n"
	    "<podcast:medium>podcast</podcast:medium>\n");
	check_show("podcast={image: 'https://x/?a&b', explicit: no, "
	    "categories: [TV & Film > After Shows, Arts], type: serial, "
	    "block: yes, complete: yes, locked: yes, medium: course, "
	    "new_feed_url: 'https://n/', author: A & B, owner: {name: C, "
	    "email: c@e.org}, guid: 9b024349-ccf0-5f69-a609-6b82873eab3c}",
	    S("https://e/"),
	    "<itunes:author>A &#x26; B</itunes:author>\n"
	    "<itunes:image href=\"https://x/?a&amp;b\"/>\n"
	    "<itunes:category text=\"TV &amp; Film\">\n"
	    "  <itunes:category text=\"After Shows\"/>\n"
	    "</itunes:category>\n"
	    "<itunes:category text=\"Arts\"/>\n"
	    "<itunes:explicit>false</itunes:explicit>\n"
	    "<itunes:owner>\n"
	    "  <itunes:name>C</itunes:name>\n"
	    "  <itunes:email>c@e.org</itunes:email>\n"
	    "</itunes:owner>\n"
	    "<itunes:type>serial</itunes:type>\n"
	    "<itunes:block>Yes</itunes:block>\n"
	    "<itunes:complete>Yes</itunes:complete>\n"
	    "<itunes:new-feed-url>https://n/</itunes:new-feed-url>\n"
	    "<podcast:guid>9b024349-ccf0-5f69-a609-6b82873eab3c"
	    "</podcast:guid>\n"
	    "<podcast:locked owner=\"c@e.org\">yes</podcast:locked>\n"
	    "<podcast:medium>course</podcast:medium>\n");
}

static void
test_episode(void **state)
{
	static struct episode_person person = {.name = S_INIT("A & B")};
	static const str portrait = S_INIT("https://p/");
	static const struct transcript transcript = {
		S_INIT("https://t/?a&b"), S_INIT("text/vtt"), S_INIT("de")};
	static const struct episode_files files = {S_INIT("https://i/"),
		S_INIT("https://c/"), S_INIT("application/json+chapters"),
		&transcript, 1, &portrait};
	static const struct episode episode = {S_INIT("T < U"),
		S_INIT("bonus"), 61, 2, 3, true, false, .people = &person,
		.n_people = 1};
	struct sample s;
	struct buf b = {0};
	struct xml x = xml_piece(&b, 0);

	(void)state;
	sample_init(&s, "");
	s.post.matter->episode = &episode;
	s.entry.episode = &files;
	podcast_rss_episode(&x, &s.entry);
	check_buf("in another feed", &b, "");
	s.entry.is_episode = true;
	podcast_rss_episode(&x, &s.entry);
	check_buf("all", &b,
	    "<itunes:title>T &#x3C; U</itunes:title>\n"
	    "<itunes:duration>61</itunes:duration>\n"
	    "<itunes:explicit>false</itunes:explicit>\n"
	    "<itunes:season>2</itunes:season>\n"
	    "<itunes:episode>3</itunes:episode>\n"
	    "<itunes:episodeType>bonus</itunes:episodeType>\n"
	    "<itunes:image href=\"https://i/\"/>\n"
	    "<podcast:season>2</podcast:season>\n"
	    "<podcast:episode>3</podcast:episode>\n"
	    "<podcast:transcript url=\"https://t/?a&amp;b\" type=\"text/vtt\" "
	    "language=\"de\"/>\n"
	    "<podcast:chapters url=\"https://c/\" "
	    "type=\"application/json+chapters\"/>\n"
	    "<podcast:person img=\"https://p/\">A &#x26; B"
	    "</podcast:person>\n");
	buf_free(&b);
	arena_free(&s.arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_config),
		cmocka_unit_test(test_defaults),
		cmocka_unit_test(test_categories),
		cmocka_unit_test(test_show),
		cmocka_unit_test(test_episode),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
