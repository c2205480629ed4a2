/* SPDX-License-Identifier: MIT
 * test_toml: trees of values, and the places of mistakes. */
#include "base/data/toml.h"

#include "trees.h"

#define DOTS ".......................................................(70)" \
	"..............."

static const struct tree_row trees[] = {
	{"", "{}", ""},
	{"# a comment\n\n", "{}", ""},
	{"a = 1\nb = \"x # y\" # not this\n", "{a=1 b='x # y'}", ""},
	/* In the order of their names. */
	{"b = 1\na = 2\n", "{a=2 b=1}", ""},
	{"a = 'C:\\x'\nb = \"\\u00e9\\t\\\"\"\nc = ''", "{a='C:\\x' b='é\t\"' "
	    "c=''}", ""},
	{"a = \"\"\"\nx\ny\"\"\"\nb = '''\n'q'\n'''", "{a='x\ny' b=''q'\n'}",
	    ""},
	{"a = \"\"\"x \\\n   y\"\"\"", "{a='x y'}", ""},
	{"a = true\nb = false\nc = -7\nd = 2024\ne = 0", "{a=true b=false c=-7 "
	    "d=2024 e=0}", ""},
	{"a = 1.5\nb = -0.25", "{a=1.5 b=-0.25}", ""},
	/* Dates are what they were, and no texts. */
	{"a = 2024-01-02", "{a=2024-01-02}", ""},
	{"a = 2024-01-02T03:04:05Z", "{a=2024-01-02T03:04:05Z}", ""},
	{"a = 2024-01-02 03:04:05", "{a=2024-01-02T03:04:05}", ""},
	{"a = 2024-01-02T03:04:05-05:30", "{a=2024-01-02T03:04:05-05:30}", ""},
	{"a = \"2024-01-02\"", "{a='2024-01-02'}", ""},
	{"a = []\nb = [1, \"x\", [true],]\n", "{a=[] b=[1 'x' [true]]}", ""},
	{"a = [\n # why\n 1,\n 2\n]", "{a=[1 2]}", ""},
	{"a = {}\nb = {c = 1, d = {e = 2}}", "{a={} b={c=1 d={e=2}}}", ""},
	{"[t]\nx = 1\n[t.u]\ny = 2\n[v.w]\n", "{t={u={y=2} x=1} v={w={}}}", ""},
	{"[[t]]\nx = 1\n[[t]]\n[t.u]\n", "{t=[{x=1} {u={}}]}", ""},
	{"a.b.c = 1\na.d = 2", "{a={b={c=1} d=2}}", ""},
	{"\"é ü\" = 1\n'a.b' = 2\n\"\" = 3", "{=3 a.b=2 é ü=1}", ""},
	{"Date = 1\ndate = 2", "{Date=1 date=2}", ""},
	/* Dots that are not between the parts of a key. */
	{"# " DOTS "\na = \"" DOTS "\"\nb = '" DOTS "'", "{a='" DOTS "' b='"
	    DOTS "'}", ""},
	{"a = \"\"\"\n" DOTS "\"" DOTS "\"\"\"\nb = 1", "{a='" DOTS "\"" DOTS
	    "' b=1}", ""},
	{"a = \"\\\"" DOTS "\"", "{a='\"" DOTS "'}", ""},
	/* Mistakes, with their place in code points. */
	{"[t]\na = 1\n[t]\n", NULL,
	    "toml-syntax 3:1 cannot redefine existing table 't'"},
	{"a = \"é\" x", NULL, "toml-syntax 1:9 expected a comment or "
	    "whitespace, saw 'x'"},
	{"a = 1\n[<x>]", NULL, "toml-syntax 0:1 a character that TOML does not "
	    "allow here"},
	{"a = {b = \"日本\", c = é}", NULL,
	    "toml-syntax 1:20 could not determine value type"},
	{"é = 1", NULL, "toml-syntax 1:1 expected keys, tables, whitespace or "
	    "comments, saw 'é'"},
	{"a = 1\n\n  b c", NULL, "toml-syntax 3:5 expected '=', saw 'c'"},
	{"a = @", NULL, "toml-syntax 1:5 could not determine value type"},
	{"[[a]]\n[a]\n", NULL,
	    "toml-syntax 2:1 cannot redefine existing array 'a' as table"},
};

static void
test_trees(void **state)
{
	(void)state;
	check_trees(trees, COUNT(trees), toml_parse);
}


static void
check_parts(int parts, const char *diags)
{
	struct buf text = {0};
	struct source src = {S("a"), {0}};
	struct diags d = {0};
	struct arena a = {0};

	for (int i = 1; i < parts; i++)
		buf_add(&text, S("a."));
	buf_add(&text, S("a = 1\n"));
	assert_int_equal(toml_parse(&a, buf_str(&text), &src, 0, &d) != NULL,
	    diags[0] == '\0');
	check_diags("parts", &d, diags);
	arena_free(&a);
	buf_free(&text);
}

static void
test_parts(void **state)
{
	(void)state;
	check_parts(64, "");
	check_parts(65, "toml-syntax 0:1 a key has more than 64 parts");
	check_parts(100000, "toml-syntax 0:1 a key has more than 64 parts");
}

/* Tables in tables, each below a key of eight parts. */
static void
check_tables(int tables, const char *diags)
{
	struct buf text = {0};
	struct source src = {S("a"), {0}};
	struct diags d = {0};
	struct arena a = {0};

	for (int i = 0; i < tables; i++)
		buf_add(&text, S("{a.a.a.a.a.a.a.a="));
	text.ptr[0] = ' ';
	buf_addc(&text, '1');
	for (int i = 1; i < tables; i++)
		buf_addc(&text, '}');
	assert_int_equal(toml_parse(&a, buf_str(&text), &src, 0, &d) != NULL,
	    diags[0] == '\0');
	check_diags("deep", &d, diags);
	arena_free(&a);
	buf_free(&text);
}

static void
test_depth(void **state)
{
	(void)state;
	check_tables(32, "");
	check_tables(
	    33, "toml-syntax 1:1 values are nested more than 256 deep");
}

/* Mistakes of which only the line is certain. */
static void
test_lines(void **state)
{
	static const struct {
		const char *text;
		int line;
	} rows[] = {
		{"a = 1\nb = \n", 2}, {"a = \"x\nb = 1", 1}, {"[a\nb = 1", 1},
		{"a = 1\na = 2\n", 2}, {"a.b = 1\n\na = 2\n", 3},
		{"a = 1\nb = 2024-13-01\n", 2}, {"a = 2024-02-30\n", 1},
		{"a = \n\nb = 1", 1}, {"a = \"\\q\"", 1}, {"a = 1\n= 2", 2},
		{"a = 1\nb: 2\n", 2}, {"a = 09", 1}, {"a = [1, 2", 1},
		{"a = {b = 1\n}", 1}, {"a = \"x\" \"y\"", 1},
		{"a = \"\"\"x", 1}, {"a = 25:00:00", 1}, {"a = nul", 1},
	};
	struct arena a = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct source src = {S("a.md"), str_of(rows[i].text)};
		struct diags d = {0};

		assert_null(toml_parse(&a, src.text, &src, 0, &d));
		assert_int_equal(d.counts[DIAG_ERROR], 1);
		assert_string_equal(
		    d.first->code->name, "toml-syntax");
		if (d.first->at.line != rows[i].line ||
		    d.first->at.col < 1)
			fail_msg("%s: %d:%d", rows[i].text, d.first->at.line,
			    d.first->at.col);
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
	struct source src = {S("a.md"),
		S("+++\nx = {\"é\" = \"ü\", b = [1, 2]}\n[t]\n  c = 3\n+++\n")};
	str text = str_sub(src.text, 4, str_find(src.text, S("\n+++")) - 4);
	const struct value *v = toml_parse(&a, text, &src, 1, &d);
	const struct value *x, *t;

	(void)state;
	check_diags("places", &d, "");
	assert_non_null(v);
	x = value_find(v, S("x"));
	t = value_find(value_find(v, S("t")), S("c"));
	assert_int_equal(x->key_at.line, 2);
	assert_int_equal(x->key_at.col, 1);
	assert_int_equal(x->at.col, 5);
	assert_int_equal(value_find(x, S("é"))->at.col, 12);
	assert_int_equal(value_find(x, S("b"))->key_at.col, 17);
	assert_int_equal(value_find(x, S("b"))->last->at.col, 25);
	assert_int_equal(t->key_at.line, 4);
	assert_int_equal(t->key_at.col, 3);
	assert_int_equal(t->at.col, 7);
	assert_int_equal(v->size, 8);
	arena_free(&a);
}

/* Deep or long input ends as a report, or as a tree. */
static void
test_limits(void **state)
{
	static const int depths[] = {100, 1000, 100000};
	struct arena a = {0};
	struct buf b = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(depths); i++) {
		struct source src = {S("a.md"), {0}};
		struct diags d = {0};
		struct value *v;

		buf_reset(&b);
		buf_add(&b, S("a = "));
		for (int k = 0; k < depths[i]; k++)
			buf_addc(&b, '[');
		for (int k = 0; k < depths[i]; k++)
			buf_addc(&b, ']');
		src.text = buf_str(&b);
		v = toml_parse(&a, src.text, &src, 0, &d);
		assert_int_equal(v != NULL, depths[i] == 100);
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
		cmocka_unit_test(test_parts),
		cmocka_unit_test(test_depth),
		cmocka_unit_test(test_lines),
		cmocka_unit_test(test_places),
		cmocka_unit_test(test_limits),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
