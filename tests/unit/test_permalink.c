/* SPDX-License-Identifier: MIT
 * test_permalink: addresses, token by token. */
#include "post/permalink/permalink.h"

#include "base/data/yaml.h"
#include "generators/generators.h"
#include "support.h"

/* A Tuesday, the 187th day, in week 28; of a date with other zeros too. */
static const struct datetime summer = {
	.year = 2010, .month = 7, .day = 6, .hour = 9, .minute = 5,
	.second = 3, .has_time = true};
/* A Saturday in the last ISO week of the year before. */
static const struct datetime winter = {
	.year = 2011, .month = 1, .day = 1, .has_time = true};

static const struct {
	const char *token, *summer, *winter;
} dates[] = {
	{":year", "2010", "2011"}, {":short_year", "10", "11"},
	{":month", "07", "01"}, {":i_month", "7", "1"},
	{":short_month", "Jul", "Jan"}, {":long_month", "July", "January"},
	{":monthname", "july", "january"}, {":day", "06", "01"},
	{":i_day", "6", "1"}, {":short_day", "Tue", "Sat"},
	{":long_day", "Tuesday", "Saturday"}, {":weekday", "2", "6"},
	{":weekdayname", "tuesday", "saturday"}, {":y_day", "187", "001"},
	{":yearday", "187", "1"}, {":week", "27", "52"},
	{":w_year", "2010", "2010"}, {":hour", "09", "00"},
	{":minute", "05", "00"}, {":second", "03", "00"},
	{":year:month", "201007", "201101"}, {":year_x", "2010_x", "2011_x"},
	{"W:week", "W27", "W52"}, {":i_day_:day", "6_06", "1_01"},
};

static void
test_dates(void **state)
{
	struct arena a = {0};
	struct config c;

	(void)state;
	make_config(&c, &a, "");
	for (size_t i = 0; i < 2 * COUNT(dates); i++) {
		const char *token = dates[i / 2].token;
		struct permalink_parts p = {.date = i % 2 ? winter : summer};
		str want = arena_printf(&a, "https://example.org/%s/",
		    i % 2 ? dates[i / 2].winter : dates[i / 2].summer);
		str pattern = arena_printf(&a, "/%s/", token);

		check_str(token, permalink_make(&a, &c, pattern, &p),
		    want.ptr);
	}
	arena_free(&a);
}

static const struct {
	const char *dialect, *pattern;
	const char *title, *slug, *stem, *sections;
	const char *want; /* below the site */
} names[] = {
	/* D5: Hugo deletes punctuation, Jekyll keeps the case of files. */
	{"hugo", "/:title/", "Foo, Bar: x!", "", "s", "", "foo-bar-x/"},
	{"hugo", "/:slug/", "A Title", "", "s", "", "a-title/"},
	{"hugo", "/:slug/", "A Title", "My Slug", "s", "", "my-slug/"},
	{"hugo", "/:slug/", "A", "a/b", "s", "", "a/b/"},
	{"hugo", "/:slugorfilename/", "A", "", "My File", "", "my-file/"},
	{"hugo", "/:slugorfilename/", "A", "Sl", "f", "", "sl/"},
	{"hugo", "/:filename/", "A", "Sl", "f", "", "f/"},
	{"hugo", "/:contentbasename/", "A", "Sl", "f", "", "f/"},
	{"hugo", "/:slugorcontentbasename/", "A", "Sl", "f", "", "sl/"},
	{"hugo", "/:sections/:filename/", "A", "", "f", "Post/2024 x",
	    "post/2024-x/f/"},
	{"hugo", "/:section/:filename/", "A", "", "f", "post/2024", "post/f/"},
	{"hugo", "/:sections/:filename/", "A", "", "f", "", "f/"},
	{"hugo", "/:title/", "Café", "", "s", "", "caf%C3%A9/"},
	{"jekyll", "/:title.html", "A Title", "", "My-File", "",
	    "My-File.html"},
	{"jekyll", "/:title/", "A Title", "The Slug", "f", "", "The-Slug/"},
	{"jekyll", "/:slug/", "A", "", "My File", "", "my-file/"},
	{"jekyll", "/:title:output_ext", "A", "", "f", "", "f.html"},
	{"jekyll", "date", "A", "", "f", "", "x/y/2010/07/06/f.html"},
	{"jekyll", "pretty", "A", "", "f", "", "x/y/2010/07/06/f/"},
	{"jekyll", "ordinal", "A", "", "f", "", "x/y/2010/187/f.html"},
	{"jekyll", "weekdate", "A", "", "f", "", "x/y/2010/W27/Tue/f.html"},
	{"jekyll", "none", "A", "", "f", "", "x/y/f.html"},
	{"octopress", "", "A", "", "F", "", "blog/2010/07/06/F/"},
	{"plain", "/:title/", "Straße & Café", "", "f", "", "strasse-cafe/"},
	{"plain", "/:slug/", "T", "", "My_File", "", "my-file/"},
	{"plain", "/:slugorpath", "T", "A b/c", "f", "", "a-b-c"},
	{"docusaurus", "", "T", "/x/Y", "f", "", "blog/x/Y"},
	{"vitepress", "", "T", "", "2024-01-02-A b", "x/Y",
	    "x/Y/2024-01-02-A%20b.html"},
	/* What is no token stays; what is empty leaves no "//". */
	{"hugo", "/a:/:x/:", "T", "", "f", "", "a:/:x/:"},
	{"hugo", "/:section/x//y", "T", "", "f", "", "x/y"},
	{"hugo", "x", "T", "", "f", "", "x"},
	{"hugo", "/", "T", "", "f", "", ""},
	{"hugo", "/a b?c#d/", "T", "", "f", "", "a%20b%3Fc%23d/"},
	{"hugo", "/:slug/", "T", "../../x", "f", "", "x/"},
	/* No pattern in the config: the dialect's. */
	{"hugo", "", "T", "", "f", "post", "post/f/"},
	{"jekyll", "", "T", "", "f", "", "x/y/2010/07/06/f.html"},
};

/* As the config has it; NULL where it has none. */
static const struct value *
pattern(struct arena *a, const char *text)
{
	struct value *v = arena_alloc(a, sizeof *v);

	v->kind = VALUE_SCALAR;
	v->text = str_of(text);
	return *text ? v : NULL;
}

static void
test_names(void **state)
{
	str categories[] = {S("X"), S("y")};
	struct arena a = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(names); i++) {
		struct permalink_parts p = {.date = summer,
			.title = str_of(names[i].title),
			.slug = str_of(names[i].slug),
			.stem = str_of(names[i].stem),
			.sections = str_of(names[i].sections),
			.categories = {categories, 2}};
		struct config c;
		str want = arena_printf(
		    &a, "https://example.org/%s", names[i].want);

		make_config(&c, &a, arena_printf(&a, "posts.dialect=%s",
		    names[i].dialect).ptr);
		c.posts.permalink = pattern(&a, names[i].pattern);
		check_str(names[i].pattern, permalink_make(&a, &c,
		    permalink_pattern(&c, NULL, p.sections), &p), want.ptr);
	}
	arena_free(&a);
}

static const struct {
	const char *given, *want; /* "": neither path nor URL */
} given[] = {
	{"/a/", "https://example.org/blog/a/"},
	{"a/b.html", "https://example.org/blog/a/b.html"},
	{" /a ", "https://example.org/blog/a"},
	{"/:year/:slug/", "https://example.org/blog/2010/sl/"},
	{"/ä b/", "https://example.org/blog/%C3%A4%20b/"},
	{"/%C3%A4/", "https://example.org/blog/%C3%A4/"},
	{"http://other.example/x y", "http://other.example/x%20y"},
	{"HTTPS://Other.example", "https://other.example"},
	{"", ""}, {" ", ""}, {"//host/x", ""}, {"mailto:a@b.c", ""},
	{"javascript:x", ""}, {"http://", ""}, {"http://a b/", ""},
};

static void
test_given(void **state)
{
	struct permalink_parts p = {.date = summer, .slug = S("sl")};
	struct arena a = {0};
	struct config c;

	(void)state;
	make_config(&c, &a, "site.url=https://example.org/blog");
	for (size_t i = 0; i < COUNT(given); i++)
		check_str(given[i].given, permalink_given(
		    &a, &c, str_of(given[i].given), &p), given[i].want);
	arena_free(&a);
}

/* The address below the site, or what is unknown. */
static const struct {
	const char *template, *want;
} templates[] = {
	{"/blog/{{ page.fileSlug }}/", "blog/post/"},
	{"blog/{{page.fileSlug|slugify}}/index.html", "blog/post/"},
	{"{{- page.filePathStem -}}.html", "a/b/post.html"},
	{"/{{ page.date | date: '%Y/%m/%d' }}/{{ title | slugify }}/",
		"2010/07/06/cafe-and-co/"},
	{"/{{ page.date | date(\"%B-%j\") | lower }}/", "july-187/"},
	{"/{{ data.section }}/{{ nothing | default: 'x' }}/",
		"?{{ nothing | default: 'x' }}"},
	{"/{{ data.section | default: 'x' }}/{{ empty | default: \"x\" }}/",
		"notes/x/"},
	{"/{{ 'Fixed' | downcase }}/{{ data.section | safe }}", "fixed/notes"},
	{"/{{ 'Über ♥_x Ñ🦄' | slugify }}", "ueber-love-x-n-unicorn"},
	{"/{{ 'привет' | slugify }}", "?{{ 'привет' | slugify }}"},
	{"/{{ 'A  b-C' | slug }}", "a-b-c"},
	{"/{{ 'a.b' | slug }}", "?{{ 'a.b' | slug }}"},
	{"/{a}/{{ page.fileSlug }}/", "%7Ba%7D/post/"},
	{"/index.html", ""}, {"/xindex.html", "xindex.html"},
	{"/../{{ page.fileSlug }}", "post"},
	{"/{{ page.date }}/", "?{{ page.date }}"},
	{"/{{ title | date: '%Y' }}/", "?{{ title | date: '%Y' }}"},
	{"/{{ page.date | date: '%Q' }}/", "?{{ page.date | date: '%Q' }}"},
	{"/{{ page.date | date: '%' }}/", "?{{ page.date | date: '%' }}"},
	{"/{{ page.date | date }}/", "?{{ page.date | date }}"},
	{"/{{ title | mine }}/", "?{{ title | mine }}"},
	{"/{{ title | slugify(1) }}/", "?{{ title | slugify(1) }}"},
	{"/{{ title | slugify + 1 }}/", "?{{ title | slugify + 1 }}"},
	{"/{{ data }}/", "?{{ data }}"}, {"/{{ }}/", "?{{ }}"},
	{"/{{ page.url }}/", "?{{ page.url }}"}, {"/{{", "?{{"},
	{"/{{}", "?{{}"}, {"/{{ title", "?{{ title"},
	{"/{% if draft %}x{% endif %}/", "?{% if draft %}"},
	{"", "?"}, {"{{ empty }}", "?"},
};

static void
test_templates(void **state)
{
	struct permalink_parts p = {.date = summer, .stem = S("post"),
		.name = S("2010-07-06-post"), .rooted = S("a/b/2010-07-06-post")};
	struct arena a = {0};
	struct config c;
	struct source src = {.text =
		S("title: Café & Co\ndata: {section: notes}\nempty: ''\n")};
	struct diags d = {0};
	const struct value *front = yaml_parse(&a, src.text, &src, 0, &d);

	(void)state;
	make_config(&c, &a, "site.url=https://example.org/");
	for (size_t i = 0; i < COUNT(templates); i++) {
		str unknown, url = permalink_templated(&a, &c,
		    str_of(templates[i].template), &p, front, &unknown);

		if (url.len)
			url = str_from(url, strlen("https://example.org/"));
		else
			url = arena_printf(&a, "?%.*s", STR_ARG(unknown));
		check_str(templates[i].template, url, templates[i].want);
	}
	arena_free(&a);
}

static void
test_check(void **state)
{
	static const char *const rows[][2] = {
		{"", ""}, {"pretty", ""}, {"/:year/:slug_x/a:/b", ""},
		{"/:yaer/", "permalink-token 0:0 posts.permalink has no token "
		    "':yaer', did you mean ':year'?"},
		{"/:year/:quux/", "permalink-token 0:0 posts.permalink has no "
		    "token ':quux'"},
	};
	struct arena a = {0};
	struct config c;
	struct diags d = {0};

	(void)state;
	make_config(&c, &a, "");
	for (size_t i = 0; i < COUNT(rows); i++) {
		c.posts.permalink = pattern(&a, rows[i][0]);
		assert_int_equal(permalink_check(&c, &d), !rows[i][1][0]);
		check_diags(rows[i][0], &d, rows[i][1]);
	}
	arena_free(&a);
}

/* A map of sections, as Hugo's [permalinks]. */
static void
test_sections(void **state)
{
	struct arena a = {0};
	struct config c;
	struct diags d = {0};

	(void)state;
	make_config(&c, &a,
	    "posts.permalink={news: '/n/:slug/', docs: , Blog: pretty}");
	assert_true(permalink_check(&c, &d));
	check_str("news", permalink_pattern(&c, NULL, S("news")), "/n/:slug/");
	check_str("below", permalink_pattern(&c, NULL, S("news/a")), "/n/:slug/");
	check_str("style", permalink_pattern(&c, NULL, S("Blog")),
	    "/:categories/:year/:month/:day/:title/");
	check_str("null", permalink_pattern(&c, NULL, S("docs")),
	    "/:sections/:slugorfilename/");
	check_str("other", permalink_pattern(&c, NULL, S("newsx")),
	    "/:sections/:slugorfilename/");
	check_str("none", permalink_pattern(&c, NULL, S("")),
	    "/:sections/:slugorfilename/");
	make_config(&c, &a,
	    "posts.permalink={a: '/:yaer/', b: [x], c: '', d: /:day/}");
	assert_false(permalink_check(&c, &d));
	check_diags("map", &d,
	    "permalink-token 0:0 posts.permalink has no token ':yaer', did "
	    "you mean ':year'?\n"
	    "config-type 0:0 posts.permalink.b is a list, expected a path\n"
	    "config-type 0:0 posts.permalink.c is empty, expected a path");
	make_config(&c, &a, "posts.permalink=[/a/]");
	assert_false(permalink_check(&c, &d));
	check_diags("list", &d, "config-type 0:0 posts.permalink is a list, "
	    "expected a path or a map of sections to paths");
	arena_free(&a);
}

/* The file and its collection; Jekyll's names are whole ones. */
static void
test_collection(void **state)
{
	static const char *const rows[][3] = {
		{"jekyll", "/:collection/:path/", "recipes/x/2010-07-06-A_b/"},
		{"hugo", "/:path", "x/_posts/2010-07-06-A_b"},
		{"jekyll", "/:name", "2010-07-06-a-b"},
		{"hugo", "/:name", "a_b"}, {"jekyll", "/:w_day", "7"},
		{"jekyll", "/:pathx/:path_", ":pathx/x/2010-07-06-A_b_"},
	};
	struct permalink_parts p = {.date = {.year = 2010, .month = 7,
		.day = 4}, .name = S("2010-07-06-A_b"), .stem = S("A_b"),
		.path = S("x/_posts/2010-07-06-A_b.."),
		.collection = S("recipes")};
	struct arena a = {0};
	struct config c;
	struct diags d = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		make_config(&c, &a, arena_printf(&a, "posts.dialect=%s",
		    rows[i][0]).ptr);
		check_str(rows[i][1], permalink_make(&a, &c,
		    str_of(rows[i][1]), &p), arena_printf(&a,
		    "https://example.org/%s", rows[i][2]).ptr);
	}
	/* Which pattern holds: the collection's, the dialect's, that of all. */
	make_config(&c, &a, "posts={permalink: /p/, dialect: jekyll, folders: "
	    "., collections: {a: {folder: /tmp, permalink: pretty}, b: "
	    "{folder: /usr}}}\nposts.folders=[/tmp, /usr]");
	assert_true(permalink_check(&c, &d));
	check_str("style", permalink_pattern(&c, c.posts.collections, S("")),
	    "/:categories/:year/:month/:day/:title/");
	check_str("jekyll", permalink_pattern(&c, c.posts.collections->next,
	    S("")), "/:collection/:path:output_ext");
	c.posts.generator = &generator_hugo;
	check_str("hugo", permalink_pattern(&c, c.posts.collections->next,
	    S("")), "/p/");
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_dates),
		cmocka_unit_test(test_names),
		cmocka_unit_test(test_given),
		cmocka_unit_test(test_templates),
		cmocka_unit_test(test_check),
		cmocka_unit_test(test_collection),
		cmocka_unit_test(test_sections),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
