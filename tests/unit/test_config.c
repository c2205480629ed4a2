/* SPDX-License-Identifier: MIT
 * test_config: feedmill.yaml, what it may say, and where it is wrong. */
#include "config/config.h"
#include "config/config_codes.h"

#include "generators/generators.h"
#include "support.h"

/* The least that a config must say; rows are appended to it. */
#define LEAST                                                                  \
	"site: {url: 'https://e.org/blog', title: T}\nposts: {folders: .}\n"

static bool
parse(struct config *c, struct arena *a, struct diags *d, const char *text,
    const char *setting)
{
	struct source src = {S("feedmill.yaml"), str_of(text)};

	return config_parse(c, a, &src, &setting, setting != NULL, d);
}

static void
test_defaults(void **state)
{
	struct arena a = {0};
	struct diags d = {0};
	struct config c;
	const struct taxonomy *t;

	(void)state;
	assert_true(parse(&c, &a, &d, LEAST, NULL));
	check_diags("defaults", &d, "");
	check_str("url", c.site.url, "https://e.org/blog/");
	check_str("language", c.site.language, "en");
	assert_int_equal(c.site.author.name.len, 0);
	assert_ptr_equal(c.site.zone, zone_utc);
	assert_int_equal(c.posts.folders.count, 1);
	check_str("folder", c.posts.folders.at[0], ".");
	assert_ptr_equal(c.posts.generator, &generator_hugo);
	assert_null(c.posts.permalink);
	check_str("id", c.posts.id, "{permalink}");
	assert_int_equal(c.posts.time, 0);
	assert_false(c.posts.drafts || c.posts.future || c.feeds.prune);
	assert_true(c.content.full && c.content.smart);
	assert_int_equal(c.content.summary, 70);
	assert_int_equal(c.content.fragments, FRAGMENTS_PAGE);
	assert_int_equal(c.content.iframes.count, 0);
	check_str("folder", c.feeds.folder, "feeds");
	check_str("feeds.url", c.feeds.url, "https://e.org/blog/feeds/");
	assert_int_equal(c.feeds.limit, 20);
	check_str("formats", c.feeds.formats->first->text, "atom");
	check_str("formats", c.feeds.formats->last->text, "rss");
	check_str("path", c.feeds.main.path->text, "index");
	check_str("title", c.feeds.main.title, "{site}");
	assert_int_equal(c.feeds.empty_date, at("2000-01-01"));
	t = c.feeds.taxonomies;
	check_str("taxonomy", t->name, "tags");
	check_str("taxonomy", t->title, "{site}: {term}");
	assert_null(t->path);
	assert_int_equal(t->url.len, 0);
	check_str("taxonomy", t->next->name, "categories");
	assert_null(t->next->next);
	assert_null(config_find(&c, "feeds.limit"));
	assert_int_equal(config_mark(&c, "feeds.limit").line, 0);
	check_str("find", config_find(&c, "site.title")->text, "T");
	assert_int_equal(config_mark(&c, "site.title").line, 1);
	assert_int_equal(config_mark(&c, "site.title").col, 42);
	arena_free(&a);
}

/* One value each, and what is said of it: "" for nothing. */
static const struct {
	const char *setting; /* in the file's form: "feeds: {limit: 3}" */
	const char *want;    /* reports */
} values[] = {
	{"feeds: {limit: 0}", ""},
	{"feeds: {limit: 1000000}", ""},
	{"feeds: {limit: 1000001}", "config-value 3:16 feeds.limit is "
	    "'1000001', expected a number from 0 to 1000000"},
	{"feeds: {limit: -1}", "config-value 3:16 feeds.limit is '-1', "
	    "expected a number from 0 to 1000000"},
	{"feeds: {limit: many}", "config-value 3:16 feeds.limit is 'many', "
	    "expected a number from 0 to 1000000"},
	{"feeds: {limit: [1]}", "config-type 3:16 feeds.limit is a list, "
	    "expected a number from 0 to 1000000"},
	{"feeds: {limit: }", ""},
	{"content: {summary: 0}", "config-value 3:20 content.summary is '0', "
	    "expected a number from 1 to 1000"},
	{"content: {summary: 1}", ""}, {"content: {summary: 1000}", ""},
	{"content: {summary: 1001}", "config-value 3:20 content.summary is "
	    "'1001', expected a number from 1 to 1000"},
	{"ids: {flood: 0}", ""}, {"ids: {flood: 1000000}", ""},
	{"ids: {flood: 1000001}", "config-value 3:14 ids.flood is '1000001', "
	    "expected a number from 0 to 1000000"},
	{"feeds: {ping: {topics: 1, seconds: 1, retries: 0, wait: 0}}", ""},
	{"feeds: {ping: {topics: 100, seconds: 3600, retries: 10, wait: 60}}",
	    ""},
	{"feeds: {ping: {topics: 0}}", "config-value 3:24 feeds.ping.topics "
	    "is '0', expected a number from 1 to 100"},
	{"feeds: {ping: {topics: 101}}", "config-value 3:24 feeds.ping.topics "
	    "is '101', expected a number from 1 to 100"},
	{"feeds: {ping: {seconds: 3601}}", "config-value 3:25 "
	    "feeds.ping.seconds is '3601', expected a number from 1 to 3600"},
	{"feeds: {ping: {retries: 11}}", "config-value 3:25 "
	    "feeds.ping.retries is '11', expected a number from 0 to 10"},
	{"feeds: {ping: {wait: 61}}", "config-value 3:22 feeds.ping.wait is "
	    "'61', expected a number from 0 to 60"},
	{"content: {full: Yes, smart: off}", ""},
	{"content: {full: 1}", "config-value 3:17 content.full is '1', "
	    "expected true or false"},
	{"content: {fragments: keep}", ""},
	{"content: {fragments: Keep}", "config-value 3:22 content.fragments "
	    "is 'Keep', expected one of page, keep"},
	{"content: {iframes: [a.example, b.example]}", ""},
	{"content: {iframes: a.example}", ""},
	{"content: {iframes: [[a]]}", "config-type 3:20 content.iframes is a "
	    "list, expected a list of texts"},
	{"content: {iframes: {a: b}}", "config-type 3:20 content.iframes is a "
	    "map, expected a list of texts"},
	{"feeds: {empty_date: 2001-02-03}", ""},
	{"feeds: {empty_date: 2001-02-30}", "config-value 3:21 "
	    "feeds.empty_date is '2001-02-30', expected a date such as "
	    "2024-01-31"},
	{"feeds: {hub: https://hub.example}", ""},
	{"feeds: {hub: [https://a.example, http://b.example]}", ""},
	{"feeds: {hub: [https://a.example, https://a.example]}",
	    "config-value 3:34 feeds.hub is 'https://a.example', which is in "
	    "the list already"},
	{"feeds: {hub: }", ""},
	{"feeds: {hub: {a: b}}", "config-type 3:14 feeds.hub is a map, "
	    "expected a list of texts"},
	{"feeds: {hub: [https://a.example, b]}", "config-value 3:34 feeds.hub "
	    "is 'b', expected an absolute http or https URL"},
	{"feeds: {taxonomies: {}}", ""},
	{"feeds: {taxonomies: {series: {path: 'x/{slug}', title: y}}}", ""},
	{"feeds: {taxonomies: {series: }}", ""},
	{"feeds: {taxonomies: {series: x}}", "config-type 3:30 "
	    "feeds.taxonomies.series is a single value, expected a map of "
	    "keys"},
	/* Keys. */
	{"feed: {limit: 3}", "config-key 3:1 unknown key 'feed', did you mean "
	    "'feeds'?"},
	{"feeds: {limits: 3}", "config-key 3:9 unknown key 'feeds.limits', "
	    "did you mean 'feeds.limit'?"},
	{"é: 1\nxyzzy: {a: b}", "config-key 3:1 unknown key 'é'\n"
	    "config-key 4:1 unknown key 'xyzzy'"},
	{"feeds: 3", "config-type 3:8 feeds is a single value, expected a map "
	    "of keys"},
	{"feeds:", ""},
	{"feeds: {main: {path: {atom: a.xml, rss: b.xml}, title: x}}", ""},
	{"feeds: {limit: 1, limit: 2}", "duplicate-key 3:19 key 'limit' is "
	    "there twice, first in line 3; the last one counts"},
};

static void
test_values(void **state)
{
	struct arena a = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(values); i++) {
		struct config c;
		struct diags d = {0};
		str text = arena_printf(&a, LEAST "%s\n", values[i].setting);
		bool ok = parse(&c, &a, &d, text.ptr, NULL);

		assert_int_equal(ok, d.counts[DIAG_ERROR] == 0);
		check_diags(values[i].setting, &d, values[i].want);
	}
	arena_free(&a);
}

/* site.KEY: VALUE, good and bad, by type. */
static const struct {
	const char *key, *good, *bad; /* values split by ' ' */
} types[] = {
	{"site.language", "en de-DE pt-BR zh-Hant-TW sr-Latn es-419 gsw "
	    "de-abcdefgh de_DE zh_Hans_CN de_DE.UTF-8 sr_RS@latin",
	    "e english-us xqz_US _US en_ .UTF-8 en- -en en--US de-abcdefghi 12 qd jp-JP x-a "
	    "xqz"},
	{"site.author.email", "a@b.c a.b+c@d-e.example",
	    "a a@b @b.c a@ a@.b a@b. a@b@c.d a<b@c.d é@b.c"},
	{"site.url", "https://e.org http://e.org/a/b",
	    "https://e.org/?q https://e.org/#f https://e.org/?"},
	{"site.icon", "/a.png a.png?b https://e.org/x",
	    "a#b https://e.org/#f ftp://e.org/ mailto:a@b.c http://"},
	{"site.author.url", "https://e.org http://e.org/a?b#c",
	    "e.org /a ftp://e.org http:// mailto:a@b.c"},
	{"site.timezone", "UTC America/Denver Europe/Berlin",
	    "Mars/Olympus ../UTC /etc/localtime"},
	{"posts.time", "00:00 09:30 23:59:59", "25:00 9.5 noon 10:60"},
	{"posts.dialect", "hugo jekyll octopress plain", "Hugo wordpress hug"},
	{"posts.drafts", "true no ON", "2 y truee"},
};

static void
test_types(void **state)
{
	struct arena a = {0};

	(void)state;
	for (size_t i = 0; i < 2 * COUNT(types); i++) {
		bool good = i % 2 == 0;
		const char *key = types[i / 2].key;
		str rest = str_of(good ? types[i / 2].good : types[i / 2].bad);
		str word;

		while (str_word(&rest, &word)) {
			struct config c;
			struct diags d = {0};
			str s = arena_printf(
			    &a, "%s='%.*s'", key, STR_ARG(word));

			if (parse(&c, &a, &d, LEAST, s.ptr) != good)
				fail_msg("%s is %d", s.ptr, !good);
			if (!good) {
				assert_int_equal(d.first->code,
				    DIAG_CONFIG_VALUE);
				assert_true(str_starts(d.first->message,
				    arena_printf(&a, "%s is '%.*s', ", key,
				    STR_ARG(word))));
			}
			diags_free(&d);
		}
	}
	assert_false(config_is_email(S("a\0b@c.d")));
	assert_false(config_is_email(S("a@c\0.d")));
	arena_free(&a);
}

/* A span in seconds; -1: it is none. */
static void
test_spans(void **state)
{
	static const struct {
		const char *value;
		long seconds;
	} rows[] = {
		{"off", 0}, {"1h", 3600}, {"2d", 172800}, {"1w", 604800},
		{"100000h", 360000000}, {"0h", -1}, {"100001h", -1},
		{"1", -1}, {"h", -1}, {"1m", -1}, {"on", -1},
	};
	struct arena a = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct config c;
		struct diags d = {0};
		str text = arena_printf(&a, LEAST "ids: {ledger: x}\n"
		    "feeds: {tombstones: %s}\n", rows[i].value);
		bool ok = parse(&c, &a, &d, text.ptr, NULL);

		if (ok != (rows[i].seconds >= 0) ||
		    (ok && c.feeds.tombstones != rows[i].seconds))
			fail_msg("%s: %ld", rows[i].value, c.feeds.tombstones);
		diags_free(&d);
	}
	arena_free(&a);
}

/* Each of several choices counts, in whatever order. */
static void
test_choices(void **state)
{
	struct arena a = {0};
	struct config c, both;
	struct diags d = {0};

	(void)state;
	assert_true(parse(&c, &a, &d, LEAST "feeds: {compress: gz}\n", NULL));
	assert_true(parse(&both, &a, &d,
	    LEAST "feeds: {compress: [br, gz]}\n", NULL));
	assert_true(c.feeds.compress & both.feeds.compress);
	assert_true(both.feeds.compress & ~c.feeds.compress);
	check_diags("choices", &d, "");
	arena_free(&a);
}

/* Where the 'X' of a value is, in whatever way the value is written. */
static const struct {
	const char *text; /* below "site:" */
	int line, col;    /* of the X */
} places[] = {
	{"site: {rights: abX}\n", 1, 18},
	{"site: {rights: é X é}\n", 1, 18},
	{"site: {rights: 'é X'}\n", 1, 19},
	{"site: {rights: 'it''s X'}\n", 1, 23},
	{"site: {rights: \"\\\"\\\\ X\"}\n", 1, 22},
	{"site: {rights: \"\\u00e9\\x20X\"}\n", 1, 27},
	{"site: {rights: \"\\U0001F389X\"}\n", 1, 27},
	{"site:\n  rights: a\n    b X\n", 3, 7},
	{"site:\n  rights: 'a\n    b\n\n    X'\n", 5, 5},
	{"site:\n  rights: \"a\\\n    \\ X\"\n", 3, 7},
	{"site:\n  rights: \"a\n\t b X\"\n", 3, 5},
	{"site:\n  rights: >-\n    a\n    b X\n", 4, 7},
	{"site:\n  rights: > # c\n    a\n\n    X\n", 5, 5},
	{"site:\n  rights: |\n    a\n      b\n    X\n", 5, 5},
	{"site:\r\n  rights: >-\r\n    a\r\n    X\r\n", 4, 5},
	/* What is written in no way that is known: where it begins. */
	{"site: {rights: &a 'X'}\n", 1, 16},
};

static void
test_places(void **state)
{
	struct arena a = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(places); i++) {
		struct diags d = {0};
		struct config c;
		const struct value *v;
		struct mark m;

		parse(&c, &a, &d, places[i].text, NULL);
		v = config_find(&c, "site.rights");
		assert_non_null(v);
		m = config_mark_in(&c, v, str_chr(v->text, 'X'));
		if (m.line != places[i].line || m.col != places[i].col)
			fail_msg("%s: %d:%d", places[i].text, m.line, m.col);
		/* The end of a value is not what follows it. */
		m = config_mark_in(&c, v, v->text.len);
		assert_int_equal(m.line, places[i].line + (i == 12 || i == 13
		    ? 1 : 0));
		diags_free(&d);
		arena_reset(&a);
	}
	arena_free(&a);
}

static void
test_settings(void **state)
{
	static const char *const settings[] = {
		"site.title=B", "feeds.limit=3", "posts.time=09:30:01",
		"feeds.taxonomies={series: {}}", "content.iframes=[a, b]",
		"site.author.name=Jane Doe", "site.url=HTTPS://Ö.example/ä",
		"feeds.url=https://cdn.example/f", "site.title=A=B",
		"feeds.empty_date=2001-02-03T04:05:06Z",
	};
	struct source src = {S("feedmill.yaml"), S(LEAST)};
	struct arena a = {0};
	struct diags d = {0};
	struct config c;

	(void)state;
	assert_true(config_parse(&c, &a, &src, settings, COUNT(settings), &d));
	check_str("title", c.site.title, "A=B");
	assert_int_equal(c.feeds.limit, 3);
	assert_int_equal(c.posts.time, 9 * 3600 + 30 * 60 + 1);
	check_str("series", c.feeds.taxonomies->name, "series");
	assert_null(c.feeds.taxonomies->next);
	assert_int_equal(c.content.iframes.count, 2);
	check_str("name", c.site.author.name, "Jane Doe");
	check_str("url", c.site.url, "https://xn--nda.example/%C3%A4/");
	check_str("feeds.url", c.feeds.url, "https://cdn.example/f/");
	assert_int_equal(c.feeds.empty_date, at("2001-02-03 04:05:06"));
	check_diags("settings", &d, "");

	assert_false(parse(&c, &a, &d, LEAST, "=x"));
	check_diags("no key", &d, "usage 0:0 --set takes KEY=VALUE, got '=x'");
	assert_false(parse(&c, &a, &d, LEAST, "site.titel=x"));
	check_diags("typo", &d, "config-key 0:0 unknown key 'site.titel', did "
	    "you mean 'site.title'?");
	assert_false(parse(&c, &a, &d, LEAST, "feeds.limit=x"));
	check_diags("type", &d, "config-value 0:0 feeds.limit is 'x', "
	    "expected a number from 0 to 1000000");
	arena_free(&a);
}

/* Everything that is wrong is said at once. */
static void
test_required(void **state)
{
	struct arena a = {0};
	struct diags d = {0};
	struct config c;

	(void)state;
	assert_false(parse(&c, &a, &d, "feeds: {limit: x}", NULL));
	check_diags("all", &d,
	    "config-value 1:16 feeds.limit is 'x', expected a number from 0 "
	    "to 1000000\n"
	    "config-required 0:0 key 'site.url' is missing: write "
	    "the address of the site, such as https://example.org/\n"
	    "config-required 0:0 key 'site.title' is missing: write "
	    "the title of the site\n"
	    "config-required 0:0 key 'posts.folders' is missing: "
	    "write the folders of the posts, such as [posts]");
	assert_false(parse(&c, &a, &d, "- a", NULL));
	check_diags("list", &d, "config-type 1:1 the config is a list, "
	    "expected a map of keys");
	assert_false(parse(&c, &a, &d, "site: {url: 'https://e.org/?q', "
	    "title: T}\nposts:\n  folders: [., none]", NULL));
	check_diags("folder", &d, "config-value 1:13 site.url is "
	    "'https://e.org/?q', expected an absolute http or https URL without "
	    "query or fragment, such as https://example.org/\n"
	    "config-folder 3:16 posts folder 'none': No such file or directory");
	arena_free(&a);
}

static void
test_read(void **state)
{
	struct arena a = {0};
	struct diags d = {0};
	struct config c;

	(void)state;
	put_file("sub/posts/x", "");
	put_file("sub/f.yaml", "\xEF\xBB\xBFsite: {url: 'https://e.org', "
	    "title: T}\nposts: {folders: posts}\n");
	assert_true(config_read(&c, &a, "sub/f.yaml", NULL, 0, &d));
	check_str("dir", c.dir, "sub");
	check_str("name", c.source.name, "sub/f.yaml");
	put_file("bad.yaml", "a: é\nb: \xFF");
	assert_false(config_read(&c, &a, "bad.yaml", NULL, 0, &d));
	check_diags("bytes", &d, "not-utf8 2:4 byte 0xFF is not UTF-8");
	assert_false(config_read(&c, &a, "none.yaml", NULL, 0, &d));
	check_diags("none", &d, "config-missing 0:0 cannot read config "
	    "'none.yaml': No such file or directory; feedmill init "
	    "writes one");
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_defaults),
		cmocka_unit_test(test_values),
		cmocka_unit_test(test_types),
		cmocka_unit_test(test_spans),
		cmocka_unit_test(test_choices),
		cmocka_unit_test(test_places),
		cmocka_unit_test(test_settings),
		cmocka_unit_test_setup_teardown(
		    test_required, folder_setup, folder_teardown),
		cmocka_unit_test_setup_teardown(
		    test_read, folder_setup, folder_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
