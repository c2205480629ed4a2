/* SPDX-License-Identifier: MIT
 * test_front_matter: post files, cut. */
#include "post/front/front_matter.h"

#include "generators/generators.h"
#include "support.h"

static const struct {
	const struct generator *generator; /* NULL: Hugo */
	const char *text;
	bool ok;
	enum front_syntax syntax;
	int lines_before;
	const char *front, *body;
	const char *diags;
} cuts[] = {
#define NOTHING FRONT_NONE, 0, ""
	{0, "", true, NOTHING, "", ""},
	{0, "text\n", true, NOTHING, "text\n", ""},
	{0, "---\na: 1\n---\nbody\n", true, FRONT_YAML, 1, "a: 1\n",
	    "body\n", ""},
	{0, "---\na: 1\n...\nbody\n", true, FRONT_YAML, 1, "a: 1\n",
	    "body\n", ""},
	{0, "---\n---\n", true, FRONT_YAML, 1, "", "", ""},
	{0, "---\na: 1\n---", true, FRONT_YAML, 1, "a: 1\n", "", ""},
	{0, "--- \t\na: 1\n---  \nb", true, FRONT_YAML, 1, "a: 1\n", "b", ""},
	{0, "\n \n---\na: 1\n---\nb", true, FRONT_YAML, 3, "a: 1\n", "b", ""},
	{0, "---\na: |\n  ---\n---\nb", true, FRONT_YAML, 1, "a: |\n  ---\n",
	    "b", ""},
	{&generator_jekyll, "---\na: 1\n----\n---\nb", true, FRONT_YAML, 1, "a: 1\n----\n",
	    "b", ""},
	{0, "---\na: 1\n---\nb\n---\nc\n", true, FRONT_YAML, 1, "a: 1\n",
	    "b\n---\nc\n", ""},
	{0, "text\n---\na: 1\n---\n", true, NOTHING,
	    "text\n---\na: 1\n---\n", ""},
	{&generator_jekyll, "----\na\n", true, NOTHING, "----\na\n", ""},
	{0, "---\na: 1\n", false, NOTHING, "",
	    "front-matter-open 1:1 front matter is never closed"},
	{0, "\n---\na: 1\nb\n", false, NOTHING, "",
	    "front-matter-open 2:1 front matter is never closed"},
	{0, "+++\na = 1\n+++\nb", true, FRONT_TOML, 1, "a = 1\n", "b", ""},
	{0, "---toml\na = 1\n---\nb", true, FRONT_TOML, 1, "a = 1\n", "b",
	    ""},
	{0, "+++\na = 1\n---\n", false, NOTHING, "",
	    "front-matter-open 1:1 front matter is never closed"},
	{0, "{\"a\": \"}\\\"\"}\nb", true, FRONT_JSON, 0,
	    "{\"a\": \"}\\\"\"}", "\nb", ""},
	{0, "\n{\"a\": 1\nb", false, NOTHING, "",
	    "front-matter-open 2:1 front matter is never closed"},
	{0, "{: .kramdown}\n", true, NOTHING, "{: .kramdown}\n", ""},
	/* Pelican's lines, and those that go on with a value. */
	{&generator_pelican, "Title: a\nTags:\n    x\n\nb", true, FRONT_HEADER,
	    0, "Title: a\nTags:\n    x\n", "\nb", ""},
	{&generator_pelican, "Title: a\ntext", true, FRONT_HEADER, 0,
	    "Title: a\n", "text", ""},
	{&generator_pelican, "---\nTitle: a: b\n---\nc", true, FRONT_HEADER, 1,
	    "Title: a: b\n", "c", ""},
	{&generator_pelican, "---\ntags:\n- a\n---\nc", true, FRONT_YAML, 1,
	    "tags:\n- a\n", "c", ""},
	/* Hexo's JSON, between delimiters or with the last one only. */
	{&generator_hexo, ";;;\n\"a\": 1\n;;;\nb", true, FRONT_JSON, 1,
	    "\"a\": 1\n", "b", ""},
	{&generator_hexo, "\"a\": 1\n;;;\nb", true, FRONT_JSON, 0,
	    "\"a\": 1\n", "b", ""},
	{&generator_hexo, "\"a\" he said\n", true, NOTHING, "\"a\" he said\n",
	    ""},
	/* Only the dialect that has it goes without a delimiter. */
	{&generator_hugo, "a: 1\n\nb", true, NOTHING, "a: 1\n\nb", ""},
};

static void
test_cut(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(cuts); i++) {
		struct source src = {S("a.md"), str_of(cuts[i].text)};
		struct diags d = {0};
		struct front_matter fm;
		bool ok = front_matter_cut(&fm, &src, cuts[i].generator
		    ? cuts[i].generator : &generator_hugo, &d);

		check_diags(cuts[i].text, &d, cuts[i].diags);
		assert_int_equal(ok, cuts[i].ok);
		if (!ok)
			continue;
		assert_int_equal(fm.syntax, cuts[i].syntax);
		assert_int_equal(fm.lines_before, cuts[i].lines_before);
		check_str(cuts[i].text, fm.text, cuts[i].front);
		check_str(cuts[i].text, fm.body, cuts[i].body);
	}
}

/* Braces or none, and the places of what is wrong. */
static void
test_json(void **state)
{
	static const char *const rows[][2] = {
		{";;;\n\"a\": \"x\"\n;;;\n", ""},
		{";;;\n{\"a\": \"x\"}\n;;;\n", ""},
		{"\"b\": 1,\n\"a\": \"x\"\n;;;\n", ""},
		{"\"é\": 1,\n\"a\" \"x\"\n;;;\n", "json-syntax 2:7"},
		{";;;\n\"a\": \"x\",\n;;;\n", "json-syntax 3:1"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct source src = {S("a.md"), str_of(rows[i][0])};
		struct diags d = {0};
		struct arena a = {0};
		struct front_matter fm;
		struct value *v;

		assert_true(front_matter_cut(&fm, &src, &generator_hexo, &d));
		v = front_matter_parse(&fm, &src, &a, &d);
		if (rows[i][1][0]) {
			assert_null(v);
			check_str(rows[i][0], arena_printf(&a, "%s %d:%d",
			    d.first->code->name, d.first->at.line,
			    d.first->at.col), rows[i][1]);
		} else
			check_str(rows[i][0], value_find(v, S("a"))->text,
			    "x");
		diags_free(&d);
		arena_free(&a);
	}
}

/* The first of repeated lines counts, and values may go on. */
static void
test_header(void **state)
{
	struct source src = {S("a.md"), S("Title: é\nDate: x\nDate: y\n"
	    "Tags:\n    a,\n    b\n")};
	struct diags d = {0};
	struct arena a = {0};
	struct front_matter fm;
	struct value *v;

	(void)state;
	assert_true(front_matter_cut(&fm, &src, &generator_pelican, &d));
	v = front_matter_parse(&fm, &src, &a, &d);
	assert_non_null(v);
	check_str("title", value_find(v, S("Title"))->text, "é");
	check_str("date", value_find(v, S("Date"))->text, "x");
	check_str("tags", value_find(v, S("Tags"))->text, "a, b");
	check_diags("header", &d, "header-twice 3:1 'Date' is given twice; "
	    "the first one is used");
	arena_free(&a);
}

/* Many keys, repeated ones and long values take no longer each than few. */
static void
test_many(void **state)
{
	enum { MANY = 100000 };
	struct buf text = {0};
	struct source src = {S("a.md"), {0}};
	struct diags d = {.most = 2};
	struct arena a = {0};
	struct front_matter fm;
	struct value *v;

	(void)state;
	for (int i = 0; i < MANY; i++)
		buf_printf(&text, "a%d: %d\nA%d: x\n", i, i, i);
	for (int i = 0; i < MANY; i++)
		buf_add(&text, S("    y\n"));
	src.text = buf_str(&text);
	assert_true(front_matter_cut(&fm, &src, &generator_pelican, &d));
	v = front_matter_parse(&fm, &src, &a, &d);
	assert_int_equal(v->size, 1 + MANY);
	check_str("last", value_find(v, S("a99999"))->text, "99999");
	diags_sum(&d, &src);
	check_str("message", d.last->message, "and 99998 more like these");
	diags_free(&d);
	buf_free(&text);
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_cut),
		cmocka_unit_test(test_json),
		cmocka_unit_test(test_header),
		cmocka_unit_test(test_many),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
