/* SPDX-License-Identifier: MIT
 * test_json: trees of values, the places of mistakes, and writing. */
#include "base/data/json.h"

#include "trees.h"

static const struct tree_row trees[] = {
	{"{}", "{}", ""}, {" \n[ ]", "[]", ""},
	{"{\"b\": 1, \"a\": \"x\"}", "{b=1 a='x'}", ""},
	{"{\"a\": true, \"b\": false, \"c\": null}", "{a=true b=false c=~}", ""},
	{"[\"true\", \"null\", \"\", \"1\"]", "['true' 'null' '' '1']", ""},
	{"[0, -7, 2024, 12345678901]", "[0 -7 2024 12345678901]", ""},
	{"[\"\\u00e9\\n\\\"\\\\\\/\", \"\\ud83c\\udf89\", \"日本\"]",
	    "['é\n\"\\/' '🎉' '日本']", ""},
	{"{\"a\": {\"b\": [1, {\"c\": []}]}}", "{a={b=[1 {c=[]}]}}", ""},
	{"{\"\": 1, \"é ü\": 2, \"A\": 3, \"a\": 4}", "{=1 é ü=2 A=3 a=4}", ""},
	{"{\"a\": 1, \"b\": 2, \"a\": 3}", "{a=3 b=2}", "duplicate-key 1:18 "
	    "key 'a' is there twice, first in line 1; the last one counts"},
	{"{\"a\": [1], \"b\": {\"\\u0063\": 1, \"c\": 2}, \"a\": \"x\"}",
	    "{a='x' b={c=2}}", "duplicate-key 1:31 key 'c' is there "
	    "twice, first in line 1; the last one counts\n"
	    "duplicate-key 1:40 key 'a' is there twice, first in line 1; the "
	    "last one counts"},
	{"{\"é\": \"é\", \"é\":\n[1], \"é\": 2}", "{é=2}",
	    "duplicate-key 1:12 key 'é' is there twice, first in line 1; the "
	    "last one counts\n"
	    "duplicate-key 2:6 key 'é' is there twice, first in line 1; the "
	    "last one counts"},
	/* As it is written. */
	{"[1.50, 1e3, -0.0, 2E-2]", "[1.50 1e3 -0.0 2E-2]", ""},
	{"{\"a\\n\\\"\": \"[,]{\\\\\", \"b\" : [ ] , \"c\":{ }}",
	    "{a\n\"='[,]{\\' b=[] c={}}", ""},
	/* Mistakes, with their place in code points. */
	{"{\"a\": 1,}", NULL,
	    "json-syntax 1:9 string or '}' expected near '}'"},
	{"{\"é\": \"ü\",}", NULL,
	    "json-syntax 1:11 string or '}' expected near '}'"},
	{"{\n\"é\": \"ü\", x: 1}", NULL,
	    "json-syntax 2:11 string or '}' expected near 'x'"},
	{"{\"é\": tru}", NULL, "json-syntax 1:7 invalid token near 'tru'"},
	{"{\"é\" 1}", NULL, "json-syntax 1:6 ':' expected near '1'"},
	{"[\"é\", 1 2]", NULL, "json-syntax 1:9 ']' expected near '2'"},
	{"[\"é\", 'x']", NULL, "json-syntax 1:7 invalid token near '''"},
	{"{a: 1}", NULL, "json-syntax 1:2 string or '}' expected near 'a'"},
};

static void
test_trees(void **state)
{
	(void)state;
	check_trees(trees, COUNT(trees), json_parse);
}


/* Mistakes of which only the line is certain. */
static void
test_lines(void **state)
{
	static const struct {
		const char *text;
		int line;
	} rows[] = {
		{"", 1}, {"text", 1}, {"\"x\"", 1}, {"7", 1}, {"{\"a\": 1", 1},
		{"{\n\"a\": [1,\n2\n}", 4}, {"{\n\"a\": \"x\ny\"}", 2},
		{"{\n\"a\": \"\\q\"}", 2}, {"{\n\"a\": \"\\ud800\"}", 2},
		{"{\n\"a\": 01}", 2}, {"{\n\"a\": .5}", 2}, {"{\n// c\n}", 2},
		{"{\n\"a\": NaN}", 2}, {"{\n\"a\": 1\n\"b\": 2}", 3},
		{"{\n\"a\": \"\t\"}", 2}, {"{\n\"a\\u0000\": 1}", 2},
	};
	struct arena a = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct source src = {S("a.md"), str_of(rows[i].text)};
		struct diags d = {0};

		if (json_parse(&a, src.text, &src, 0, &d))
			fail_msg("%s: parses", rows[i].text);
		assert_int_equal(d.counts[DIAG_ERROR], 1);
		if (d.first->at.line != rows[i].line || d.first->at.col < 1)
			fail_msg("%s: %d:%d", rows[i].text, d.first->at.line,
			    d.first->at.col);
		diags_free(&d);
	}
	arena_free(&a);
}

static void
check_mark(struct mark at, int line, int col)
{
	assert_int_equal(at.line, line);
	assert_int_equal(at.col, col);
}

/* Places are those in the file that the text is a part of. */
static void
test_places(void **state)
{
	struct arena a = {0};
	struct diags d = {0};
	struct source src = {S("a.md"), S("\n;;;\n{\"é\": \"the \\\"b\\\": x\",\n"
	    " \"ü\" : 1, \"b\":\n  [true, \"ß\", 7 ,\n"
	    "\t{\"c\" :null}]}\n;;;\n")};
	const struct value *v =
	    json_parse(&a, str_from(src.text, 5), &src, 2, &d);

	(void)state;
	check_diags("places", &d, "");
	assert_non_null(v);
	check_mark(v->at, 3, 1);
	check_mark(value_find(v, S("é"))->at, 3, 7);
	check_mark(value_find(v, S("ü"))->at, 4, 8);
	check_mark(value_find(v, S("b"))->at, 5, 3);
	check_mark(value_find(v, S("ü"))->key_at, 4, 2);
	/* The bytes are those of the text that was parsed. */
	assert_int_equal(value_find(v, S("ü"))->key_offset, 24);
	assert_int_equal(value_find(v, S("ü"))->offset, 31);
	assert_int_equal(value_find(v, S("ü"))->end, 32);
	/* Elements have places of their own. */
	v = value_find(v, S("b"));
	check_mark(v->first->at, 5, 4);
	check_mark(v->first->next->at, 5, 10);
	check_mark(v->first->next->next->at, 5, 15);
	check_mark(v->last->at, 6, 2);
	check_mark(v->last->first->key_at, 6, 3);
	check_mark(v->last->first->at, 6, 8);
	assert_int_equal(v->size, 6);
	assert_null(json_parse(&a, str_sub(src.text, 5, 30), &src, 2, &d));
	assert_int_equal(d.first->at.line, 4);
	diags_free(&d);
	arena_free(&a);
}

static void
test_limits(void **state)
{
	struct arena a = {0};
	struct buf b = {0};

	(void)state;
	for (int n = 100; n <= 100000; n *= 1000) {
		struct source src = {S("a.md"), {0}};
		struct diags d = {0};
		struct value *v;

		buf_reset(&b);
		for (int k = 0; k < n; k++)
			buf_addc(&b, '[');
		for (int k = 0; k < n; k++)
			buf_addc(&b, ']');
		src.text = buf_str(&b);
		v = json_parse(&a, src.text, &src, 0, &d);
		assert_int_equal(v != NULL, n == 100);
		assert_int_equal(d.counts[DIAG_ERROR], v == NULL);
		diags_free(&d);
	}
	arena_free(&a);
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
