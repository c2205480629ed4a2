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
		struct post p = {.path = str_of(rows[i].path)};
		struct source src = {p.path, str_of(rows[i].front)};
		struct value *front =
		    yaml_parse(&a, src.text, &src, 0, &p.diags);
		str set = arena_printf(
		    &a, "posts.dialect=%s", rows[i].dialect);

		make_config(&c, &a, set.ptr);
		shared_init(&shared, &c, &a);
		terms_read(&p, &c, front, S(""), &src, &shared, &a);
		add_labels(&b, &p, S("tags"));
		buf_add(&b, S(" / "));
		add_labels(&b, &p, S("categories"));
		check_buf(rows[i].front, &b, rows[i].want);
		shared_free(&shared);
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
	struct shared shared;
	struct post p = {.path = S("src/blog/_posts/a.md")};
	struct source src = {p.path, S("{series: [x], serie: y, tags: z}")};
	struct value *front = yaml_parse(&a, src.text, &src, 0, &p.diags);

	(void)state;
	make_config(&c, &a, "posts.dialect=jekyll\n"
	    "feeds.taxonomies={series: , categories: }");
	shared_init(&shared, &c, &a);
	terms_read(&p, &c, front, S("src"), &src, &shared, &a);
	assert_int_equal(p.n_labels, 2);
	check_str("series", p.labels[0]->taxonomy->name, "series");
	check_str("series", p.labels[0]->text, "x");
	check_str("folder", p.labels[1]->taxonomy->name, "categories");
	check_str("folder", p.labels[1]->text, "blog");
	shared_free(&shared);
	make_config(&c, &a, "feeds.taxonomies={}");
	shared_init(&shared, &c, &a);
	terms_read(&p, &c, front, S("src"), &src, &shared, &a);
	assert_int_equal(p.n_labels, 0);
	shared_free(&shared);
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
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
