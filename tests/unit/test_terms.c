/* SPDX-License-Identifier: MIT
 * test_terms: the terms of a post, dialect by dialect. */
#include "post/read/terms.h"

#include "base/data/yaml.h"
#include "support.h"

/* DIALECTS.md D2. Terms are joined by '|', tags and categories by " / ". */
static const struct {
	const char *dialect, *path, *front;
	const char *want, *diags;
} rows[] = {
	{"hugo", "a.md", "{}", " / ", ""},
	{"hugo", "a.md", "tags: a b", "a b / ", ""},
	{"hugo", "a.md", "tags: a, b", "a, b / ", ""},
	{"hugo", "a.md", "tags: [a b, c]", "a b|c / ", ""},
	{"hugo", "a.md", "Tags: [a]", "a / ", ""},
	{"hugo", "a.md", "tags: [2024, yes, 1.0, 2024-01-31]",
	    "2024|yes|1.0|2024-01-31 / ", ""},
	{"hugo", "a.md", "tags: [~, a, null]", "a / ", ""},
	{"hugo", "a.md", "tags: [Go, go, GO, ' go ', Rust]", "Go|Rust / ", ""},
	{"hugo", "a.md", "tags: [' a\n b ']", "a b / ", ""},
	{"hugo", "a.md", "categories: [[a, b], c]", " / a|b|c", ""},
	{"hugo", "a.md", "tags: ['']\n", " / ",
	    "term-empty 1:8 empty term in 'tags'"},
	{"hugo", "a.md", "tags: [é, ' ']\n", "é / ",
	    "term-empty 1:11 empty term in 'tags'"},
	{"hugo", "a.md", "tags: [a, {b: c}]", "a / ",
	    "field-dropped 1:11 'tags' holds a map, expected terms"},
	{"hugo", "a.md", "tags: {b: c}", " / ",
	    "field-dropped 1:7 'tags' holds a map, expected terms"},
	{"hugo", "x/_posts/a.md", "{}", " / ", ""},
	{"hugo", "a.md", "tags: [cafe\xCC\x81, CAFÉ]", "cafe\xCC\x81 / ", ""},
	{"jekyll", "a.md", "tags: a b  c", "a|b|c / ", ""},
	{"jekyll", "a.md", "tags: a, b", "a,|b / ", ""},
	{"jekyll", "a.md", "tags: [a b, c]", "a b|c / ", ""},
	{"jekyll", "a.md", "tag: a b", "a b / ", ""},
	{"jekyll", "a.md", "{tag: a b, tags: c d}", "a b / ", ""},
	{"jekyll", "a.md", "{tag: ~, tags: c d}", "c|d / ", ""},
	{"jekyll", "a.md", "category: a b", " / a b", ""},
	{"jekyll", "posts/_posts/a.md", "categories: x", " / posts|x", ""},
	{"jekyll", "p/q/_posts/r/a.md", "category: Q", " / p|q", ""},
	{"jekyll", "_posts/a.md", "{}", " / ", ""},
	{"octopress", "p/_posts/a.md", "categories: x y", " / p|x|y", ""},
	{"plain", "a.md", "tags: a b, c ,, d", "a b|c|d / ", ""},
	{"plain", "a.md", "tags: [\"a, b\", c]", "a, b|c / ", ""},
};

/* The terms of a taxonomy. */
static void
add_labels(struct buf *out, const struct post *p, str taxonomy)
{
	size_t n = 0;

	for (size_t i = 0; i < p->n_labels; i++)
		if (str_eq(p->labels[i]->taxonomy->name, taxonomy)) {
			buf_add(out, n++ ? S("|") : S(""));
			buf_add(out, p->labels[i]->text);
		}
}

static void
test_read(void **state)
{
	struct arena a = {0};
	struct shared shared;
	struct buf b = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct config c;
		struct diags d = {0};
		struct matter matter = {0};
		struct post p = {.path = str_of(rows[i].path),
			.matter = &matter};
		struct source src = {p.path, str_of(rows[i].front)};
		struct value *front =
		    yaml_parse(&a, src.text, &src, 0, &d);
		str set = arena_printf(
		    &a, "posts.dialect=%s", rows[i].dialect);

		make_config(&c, &a, set.ptr);
		shared_init(&shared, &c, &a);
		terms_read(&(struct reading){.post = &p, .config = &c,
		    .front = front, .folder = S(""), .src = &src,
		    .shared = &shared, .scratch = &a, .diags = &d});
		add_labels(&b, &p, S("tags"));
		buf_add(&b, S(" / "));
		add_labels(&b, &p, S("categories"));
		check_buf(rows[i].front, &b, rows[i].want);
		shared_free(&shared);
		check_diags(rows[i].front, &d, rows[i].diags);
		arena_reset(&a);
	}
	arena_free(&a);
	buf_free(&b);
}

/* A taxonomy of the site's own, and the folder that holds the posts. */
static void
test_own(void **state)
{
	struct arena a = {0};
	struct config c;
	struct shared shared;
	struct diags d = {0};
	struct matter matter = {0};
	struct post p = {.path = S("src/blog/_posts/a.md"),
		.matter = &matter};
	struct source src = {p.path, S("{series: [x], serie: y, tags: z}")};
	struct value *front = yaml_parse(&a, src.text, &src, 0, &d);

	(void)state;
	make_config(&c, &a, "posts.dialect=jekyll\n"
	    "feeds.taxonomies={series: , categories: }");
	shared_init(&shared, &c, &a);
	terms_read(&(struct reading){.post = &p, .config = &c,
	    .front = front, .folder = S("src"), .src = &src,
	    .shared = &shared, .scratch = &a, .diags = &d});
	assert_int_equal(p.n_labels, 2);
	check_str("series", p.labels[0]->taxonomy->name, "series");
	check_str("series", p.labels[0]->text, "x");
	check_str("folder", p.labels[1]->taxonomy->name, "categories");
	check_str("folder", p.labels[1]->text, "blog");
	shared_free(&shared);
	make_config(&c, &a, "feeds.taxonomies={}");
	shared_init(&shared, &c, &a);
	terms_read(&(struct reading){.post = &p, .config = &c,
	    .front = front, .folder = S("src"), .src = &src,
	    .shared = &shared, .scratch = &a, .diags = &d});
	assert_int_equal(p.n_labels, 0);
	shared_free(&shared);
	diags_free(&d);
	arena_free(&a);
}

/* What is known of a post is its term, whatever its front matter has. */
static void
test_known(void **state)
{
	static const char *const names[][2] = {
		{"section", "notes"}, {"sections", "notes"},
		{"author", "Ann"}, {"authors", "Ann"}, {"year", "2020"},
		{"years", "2020"}, {"language", "pt-BR"},
		{"languages", "pt-BR"}, {"series", "x"},
	};
	struct arena a = {0};
	struct person ann = {.name = S("Ann")};
	struct diags d = {0};
	struct matter matter = {.sections = S("notes/b"), .authors = &ann,
		.n_authors = 1, .language = S("pt-BR")};
	struct post p = {.path = S("notes/a.md"), .matter = &matter,
		.published = at("2019-12-31 23:30")};
	struct source src = {p.path, S("{years: a, languages: b, section: c, "
		"series: x}")};
	struct value *front = yaml_parse(&a, src.text, &src, 0, &d);

	(void)state;
	for (size_t i = 0; i < COUNT(names); i++) {
		struct config c;
		struct shared shared;

		make_config(&c, &a, arena_printf(&a, "site.timezone="
		    "Europe/Berlin\nfeeds.taxonomies={%s: }",
		    names[i][0]).ptr);
		shared_init(&shared, &c, &a);
		terms_read(&(struct reading){.post = &p, .config = &c,
		    .front = front, .folder = S(""), .src = &src,
		    .shared = &shared, .scratch = &a, .diags = &d});
		assert_int_equal(p.n_labels, 1);
		check_str(names[i][0], p.labels[0]->text, names[i][1]);
		p.skip = SKIP_UNDATED;
		terms_read(&(struct reading){.post = &p, .config = &c,
		    .front = front, .folder = S(""), .src = &src,
		    .shared = &shared, .scratch = &a, .diags = &d});
		assert_int_equal(p.n_labels, strncmp(names[i][0], "year", 4) !=
		    0);
		p.skip = SKIP_NONE;
		shared_free(&shared);
	}
	assert_true(terms_are_own(S("languages")) && terms_are_own(S("year")));
	assert_false(terms_are_own(S("sections")) || terms_are_own(S("tags")));
	diags_free(&d);
	arena_free(&a);
}

/* For those who ask for terms that have no feeds. */
static void
test_without_feeds(void **state)
{
	struct arena a = {0};
	struct config c;
	struct diags d = {0};
	struct matter matter = {0};
	struct post p = {.path = S("x/_posts/a.md"), .matter = &matter};
	struct source src = {p.path, S("{tags: a b c d e f g h i j, "
		"category: x}")};
	struct reading j = {.post = &p, .config = &c, .src = &src,
		.front = yaml_parse(&a, src.text, &src, 0, &d),
		.scratch = &a, .diags = &d};
	struct strs terms;

	(void)state;
	make_config(&c, &a, "posts.dialect=jekyll\nfeeds.taxonomies={}");
	terms = terms_without_feeds(&j, S("tags"));
	assert_int_equal(terms.count, 10);
	check_str("first", terms.at[0], "a");
	check_str("last", terms.at[9], "j");
	terms = terms_without_feeds(&j, S("categories"));
	assert_int_equal(terms.count, 2); /* its folder, and what it says */
	check_str("category", terms.at[0], "x");
	terms = terms_without_feeds(&j, S("series"));
	assert_int_equal(terms.count, 0);
	diags_free(&d);
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
		    test_read, folder_setup, folder_teardown),
		cmocka_unit_test_setup_teardown(
		    test_own, folder_setup, folder_teardown),
		cmocka_unit_test_setup_teardown(
		    test_known, folder_setup, folder_teardown),
		cmocka_unit_test_setup_teardown(
		    test_without_feeds, folder_setup, folder_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
