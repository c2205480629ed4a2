/* SPDX-License-Identifier: MIT
 * test_yaml: trees of values, and the places of mistakes. */
#include "base/data/yaml.h"

#include "trees.h"

static const struct tree_row trees[] = {
	{"", "{}", ""},
	{"# only a comment\n", "{}", ""},
	{"---\n...\n", "{}", ""},
	{"a: 1\nb: two words # not this\n", "{a=1 b=two words}", ""},
	{"a: 'it''s'\nb: \"\\u00e9\\n\"\nc: \"\"", "{a='it's' b='é\n' c=''}",
	    ""},
	{"a:\nb: ~\nc: null\nd: NULL\ne: '~'\nf: ''", "{a=~ b=~ c=~ d=~ "
	    "e='~' f=''}", ""},
	{"a: |\n  x\n  y\nb: >-\n  x\n  y\n", "{a='x\ny\n' b='x y'}", ""},
	{"- a\n- [b, c]\n- {d: e}\n", "[a [b c] {d=e}]", ""},
	{"just text", "just text", ""},
	{"a: 1\n---\nb: 2\n", "{a=1}", ""},
	{"a: &x [1, 2]\nb: *x\nc: [*x]", "{a=[1 2] b=[1 2] c=[[1 2]]}", ""},
	{"a: &x 1\nb: &x 2\nc: *x", "{a=1 b=2 c=2}", ""},
	{"'q': 1\n\"r s\": 2\n", "{q=1 r s=2}", ""},
	/* The last one counts. */
	{"a: 1\nb: 2\na: 3\n", "{a=3 b=2}",
	    "duplicate-key 3:1 key 'a' is there twice, first in line 1; the "
	    "last one counts"},
	{"x:\n  a: 1\n  a: [2]\n", "{x={a=[2]}}",
	    "duplicate-key 3:3 key 'a' is there twice, first in line 2; the "
	    "last one counts"},
	{"a: 1\nA: 2\n", "{a=1 A=2}", ""},
	/* Mistakes, with their place in code points. */
	{"a: b: c", NULL, "yaml-syntax 1:5 a second ': ' in one value: put "
	    "the value in quotes"},
	{"é: b: c", NULL, "yaml-syntax 1:5 a second ': ' in one value: put "
	    "the value in quotes"},
	{"t: été\né: ü: c", NULL, "yaml-syntax 2:5 a second ': ' in one "
	    "value: put the value in quotes"},
	{"a: @b", NULL, "yaml-syntax 1:4 a value begins with a character that "
	    "YAML reserves: put it in quotes"},
	{"a: 1\n\tb: 2", NULL, "yaml-syntax 2:1 a tab cannot indent YAML: use "
	    "blanks"},
	{"a: *x", NULL, "yaml-syntax 1:4 an alias without its anchor"},
	{"é: *x", NULL, "yaml-syntax 1:4 an alias without its anchor"},
	/* No anchor is known within itself. */
	{"&a [*a]", NULL, "yaml-syntax 1:5 an alias without its anchor"},
	{"a: &a {b: *a}", NULL, "yaml-syntax 1:11 an alias without its "
	    "anchor"},
	{"[a]: 1", NULL, "yaml-syntax 1:1 a key must be a single value"},
	{"{a: 1}: 1", NULL, "yaml-syntax 1:1 a key must be a single value"},
};

static void
test_trees(void **state)
{
	(void)state;
	check_trees(trees, COUNT(trees), yaml_parse);
}

/* Errors of libyaml's that have several good places. */
static void
test_lines(void **state)
{
	static const struct {
		const char *text;
		int line;
	} rows[] = {
		{"a: 'b\nc: d\n", 1}, {"a: [b\nc: d\n", 1}, {"a: b\nc\nd: e", 2},
		{"a: \"\\q\"", 1}, {"a: b\n c: d\n", 2}, {"a: 1\n- b\n", 2},
		{"a: 1\n}\n", 2},
	};
	struct arena a = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct source src = {S("a.md"), str_of(rows[i].text)};
		struct diags d = {0};

		assert_null(yaml_parse(&a, src.text, &src, 0, &d));
		assert_int_equal(d.counts[DIAG_ERROR], 1);
		if (d.first->at.line != rows[i].line)
			fail_msg("%s: line %d", rows[i].text,
			    d.first->at.line);
		diags_free(&d);
	}
	arena_free(&a);
}

/* Places are those in the file that the text is a part of. */
static void
test_places(void **state)
{
	struct arena a = {0};
	struct diags d = {0};
	struct source src = {
		S("a.md"), S("---\né: {ü: ö, b: [x]}\nc: @\n---\n")};
	const struct value *v = yaml_parse(
	    &a, str_sub(src.text, 4, 21), &src, 1, &d);
	const struct value *in = value_find(v, S("é"));

	(void)state;
	assert_non_null(v);
	assert_int_equal(v->at.line, 2);
	assert_int_equal(in->key_at.line, 2);
	assert_int_equal(in->key_at.col, 1);
	assert_int_equal(in->at.col, 4);
	assert_int_equal(value_find(in, S("b"))->key_at.col, 11);
	assert_int_equal(value_find(in, S("b"))->first->at.col, 15);
	assert_int_equal(v->size, 5);
	assert_null(yaml_parse(&a, str_sub(src.text, 4, 26), &src, 1, &d));
	check_diags("place", &d, "yaml-syntax 3:4 a value begins with a "
	    "character that YAML reserves: put it in quotes");
	arena_free(&a);
}

static void
check_limit(const char *text, const char *want)
{
	struct arena a = {0};
	struct diags d = {0};
	struct source src = {S("a.md"), str_of(text)};
	struct value *v = yaml_parse(&a, src.text, &src, 0, &d);

	assert_int_equal(v != NULL, want[0] == '\0');
	if (want[0] && (d.first == NULL ||
	    strcmp(d.first->code->name, want) != 0))
		fail_msg("%.40s: %s", text,
		    d.first ? d.first->message.ptr : "no error");
	diags_free(&d);
	arena_free(&a);
}

static void
test_limits(void **state)
{
	struct buf b = {0};

	(void)state;
	for (int n = 63; n <= 100000; n += n == 63 ? 2 : 99935) {
		buf_reset(&b);
		for (int i = 0; i < n; i++)
			buf_addc(&b, '[');
		for (int i = 0; i < n; i++)
			buf_addc(&b, ']');
		check_limit(buf_cstr(&b), n < 65 ? "" : "yaml-limit");
	}
	/* Ten times ten and so on: a bomb. */
	buf_reset(&b);
	buf_add(&b, S("a: &a [x,x,x,x,x,x,x,x,x,x]\n"));
	for (char c = 'b'; c < 'z'; c++)
		buf_printf(&b, "%c: &%c [*%c,*%c,*%c,*%c,*%c,*%c,*%c,*%c,*%c,"
		    "*%c]\n", c, c, c - 1, c - 1, c - 1, c - 1, c - 1, c - 1,
		    c - 1, c - 1, c - 1, c - 1);
	check_limit(buf_cstr(&b), "yaml-limit");
	buf_free(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_trees),
		cmocka_unit_test(test_lines),
		cmocka_unit_test(test_places),
		cmocka_unit_test(test_limits),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
