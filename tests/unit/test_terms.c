/* SPDX-License-Identifier: MIT
 * test_terms: the terms of a post, dialect by dialect. */
#include "post/terms.h"

#include "base/yaml.h"
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
	    "field-type 1:11 'tags' holds a map, expected terms"},
	{"hugo", "a.md", "tags: {b: c}", " / ",
	    "field-type 1:7 'tags' holds a map, expected terms"},
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

static void
test_read(void **state)
{
	struct arena a = {0};
	struct buf b = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct config c;
		struct post p = {.path = str_of(rows[i].path)};
		struct source src = {p.path, str_of(rows[i].front)};
		struct value *front =
		    yaml_parse(&a, src.text, &src, 0, &p.diags);
		str set = arena_printf(
		    &a, "posts.dialect=%s", rows[i].dialect);

		make_config(&c, &a, set.ptr);
		terms_read(&p, &c, front, S(""), &src, &a);
		assert_int_equal(p.n_terms, 2);
		for (size_t k = 0; k < 2; k++) {
			const struct strs *t = &p.terms[k].terms;

			check_str("name", p.terms[k].taxonomy->name,
			    k ? "categories" : "tags");
			buf_add(&b, k ? S(" / ") : S(""));
			for (size_t m = 0; m < t->count; m++) {
				buf_add(&b, m ? S("|") : S(""));
				buf_add(&b, t->at[m]);
			}
		}
		check_buf(rows[i].front, &b, rows[i].want);
		check_diags(rows[i].front, &p.diags, rows[i].diags);
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
	struct post p = {.path = S("src/blog/_posts/a.md")};
	struct source src = {p.path, S("{series: [x], serie: y, tags: z}")};
	struct value *front = yaml_parse(&a, src.text, &src, 0, &p.diags);

	(void)state;
	make_config(&c, &a, "posts.dialect=jekyll\n"
	    "feeds.taxonomies={series: , categories: }");
	terms_read(&p, &c, front, S("src"), &src, &a);
	assert_int_equal(p.n_terms, 2);
	assert_int_equal(p.terms[0].terms.count, 1);
	check_str("series", p.terms[0].terms.at[0], "x");
	assert_int_equal(p.terms[1].terms.count, 1);
	check_str("folder", p.terms[1].terms.at[0], "blog");
	make_config(&c, &a, "feeds.taxonomies={}");
	terms_read(&p, &c, front, S("src"), &src, &a);
	assert_int_equal(p.n_terms, 0);
	diags_free(&p.diags);
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
	struct config c;
	struct person ann = {.name = S("Ann")};
	struct post p = {.path = S("notes/a.md"), .sections = S("notes/b"),
		.authors = &ann, .n_authors = 1, .language = S("pt-BR"),
		.published = at("2019-12-31 23:30")};
	struct source src = {p.path, S("{years: a, languages: b, section: c, "
		"series: x}")};
	struct value *front = yaml_parse(&a, src.text, &src, 0, &p.diags);
	struct strs terms;

	(void)state;
	make_config(&c, &a, "site.timezone=Europe/Berlin");
	for (size_t i = 0; i < COUNT(names); i++) {
		terms = terms_of(&p, &c, str_of(names[i][0]), front, S(""),
		    &src, &a);
		assert_int_equal(terms.count, 1);
		check_str(names[i][0], terms.at[0], names[i][1]);
	}
	p.skip = SKIP_UNDATED;
	terms = terms_of(&p, &c, S("years"), front, S(""), &src, &a);
	assert_int_equal(terms.count, 0);
	assert_true(terms_are_own(S("languages")) && terms_are_own(S("year")));
	assert_false(terms_are_own(S("sections")) || terms_are_own(S("tags")));
	diags_free(&p.diags);
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
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
