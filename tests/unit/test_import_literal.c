/* SPDX-License-Identifier: MIT
 * test_import_literal: constants in programs that nobody runs. */
#include "generators/import/import_literal.h"

#include "support.h"

static void
show(struct buf *b, const struct value *v)
{
	if (v == NULL)
		buf_add(b, S("-"));
	else if (v->kind == VALUE_NULL)
		buf_add(b, S("null"));
	else if (v->kind == VALUE_SCALAR)
		buf_printf(b, v->quoted ? "'%.*s'" : "%.*s",
		    STR_ARG(v->text));
	else if (v->kind == VALUE_MAP) {
		buf_addc(b, '{');
		for (const struct value *i = v->first; i; i = i->next) {
			buf_printf(b, "%.*s: ", STR_ARG(i->key));
			show(b, i);
			buf_add(b, i->next ? S(", ") : S(""));
		}
		buf_addc(b, '}');
	} else {
		buf_addc(b, '[');
		for (const struct value *i = v->first; i; i = i->next) {
			show(b, i);
			buf_addc(b, i->next ? ' ' : ']');
		}
		if (v->first == NULL)
			buf_addc(b, ']');
	}
}

static const struct {
	const char *text, *want, *rest;
	bool open;
} literals[] = {
	{"'a'", "'a'", "", false},
	{"\"a'b\" x", "'a'b'", " x", false},
	{"'a\\'b\\n\\\\'", "'a'b\n\\'", "", false},
	{"'''a\n'b''' ", "'a\n'b'", " ", false},
	{"\"\"\"\"\"\"", "''", "", false},
	{"`a\nb`", "'a\nb'", "", false},
	{"`a${b}`", "-", "${b}`", false},
	{"True,", "true", ",", false},
	{"false", "false", "", false},
	{"None", "null", "", false},
	{"undefined", "null", "", false},
	{"-1.5", "-1.5", "", false},
	{"10)", "10", ")", false},
	{"name", "-", "", false},
	{"f('a')", "-", "('a')", false},
	{"['a', \"b\", 1,]", "['a' 'b' 1]", "", false},
	{"('a',\n # c\n 'b')", "['a' 'b']", "", false},
	{"[]", "[]", "", false},
	{"[[1], []]", "[[1] []]", "", false},
	{"['a' + b]", "-", "+ b]", false},
	{"u'a'", "-", "'a'", false},
	{"", "-", "", false},
	/* Not closed. */
	{"'a\n'", "-", "\n'", true},
	{"'a", "-", "", true},
	{"'a\\", "-", "", true},
	{"'''a'", "-", "", true},
	{"['a',", "-", "", true},
	{"['a'", "-", "", true},
	{"[", "-", "", true},
};

/* Literals that only Python has. */
static const struct {
	const char *text, *want, *rest;
	bool open;
} python[] = {
	{"u'a'", "'a'", "", false},
	{"U\"a\"", "'a'", "", false},
	{"r'\\d+'", "'\\d+'", "", false},
	{"'\\d\\n'", "'\\d\n'", "", false},
	{"r'a\\'b'", "'a\\'b'", "", false},
	{"ur'a'", "'a'", "", false},
	{"Rb'a'", "'a'", "", false},
	{"f'a'", "'a'", "", false},
	{"f'a{b}'", "-", "", false},
	{"u\"\"\"a\nb\"\"\" # c", "'a\nb'", "# c", false},
	{"'a' u'b'", "'ab'", "", false},
	{"'a'\n'b'", "'a'", "\n'b'", false},
	{"('a'\n  'b')", "'ab'", "", false},
	{"('a')", "'a'", "", false},
	{"('a',)", "['a']", "", false},
	{"(('a', u'b'), (\"c\", 1))", "[['a' 'b'] ['c' 1]]", "", false},
	{"()", "[]", "", false},
	{"{}", "{}", "", false},
	{"{u'a': {'b': 1,}, 'c': None} # d", "{a: {b: 1}, c: null}", " # d",
		false},
	{"{'a': b}", "-", "}", false},
	{"{a: 1}", "-", ": 1}", false},
	{"{'a': 1", "-", "", true},
	{"uu'a'", "'a'", "", false},
	{"xu'a'", "-", "'a'", false},
	{"user", "-", "", false},
	{"u'a", "-", "", true},
	{"True", "true", "", false},
	{"-3)", "-3", ")", false},
};

static void
test_python(void **state)
{
	struct arena a = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(python); i++) {
		str rest = str_of(python[i].text);
		struct buf b = {0};
		bool open;

		show(&b, literal_parse_python(&a, &rest, &open));
		check_buf(python[i].text, &b, python[i].want);
		check_str(python[i].text, rest, python[i].rest);
		assert_int_equal(open, python[i].open);
		buf_free(&b);
	}
	arena_free(&a);
}

static void
test_literals(void **state)
{
	struct arena a = {0};
	struct buf b = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(literals); i++) {
		str rest = str_of(literals[i].text);
		bool open;

		show(&b, literal_parse(&a, &rest, &open));
		check_buf(literals[i].text, &b, literals[i].want);
		check_str(literals[i].text, rest, literals[i].rest);
		assert_int_equal(open, literals[i].open);
	}
	buf_free(&b);
	arena_free(&a);
}

static const struct {
	const char *program, *want; /* of `site` */
} programs[] = {
	{"site: 'a'", "'a'"},
	{"const site = \"a\";", "'a'"},
	{"'site': 'a'", "'a'"},
	{"{ site : 'a', x }", "'a'"},
	{"// site: 'a'\nsite: 'b'", "'b'"},
	{"/* site: 'a' */ site: 'b'", "'b'"},
	{"x = \"site: 'a'\"", "-"},
	{"website: 'a', site_: 'b'", "-"},
	{"site: a ? 'b' : 'c'", "-"},
	{"site: 'a' + b", "-"},
	{"site: 'a'.slice(1)", "-"},
	{"site == 'a'", "-"},
	{"site => 'a'", "-"},
	{"{x: {site: 'a'}, site: 'b'}", "'b'"},
	{"{site: 'b', x: {site: 'a'}}", "'b'"},
	{"site: 'a' // c\n", "'a'"},
	{"site: true}", "true"},
	{"site: `x${y}`, site: 'b'", "'b'"},
	{"site: 'a\nsite: 'b'", "'b'"},
	{"site", "-"}, {"site:", "-"}, {"site: '", "-"}, {"", "-"},
	{"'", "-"}, {"`", "-"}, {"/*", "-"}, {"//", "-"},
};

static void
test_programs(void **state)
{
	struct arena a = {0};
	struct buf b = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(programs); i++) {
		show(&b, literal_find(
		    &a, str_of(programs[i].program), "site"));
		check_buf(programs[i].program, &b, programs[i].want);
	}
	buf_free(&b);
	arena_free(&a);
}

/* Nesting ends somewhere; so do bytes that nobody writes. */
static void
test_hostile(void **state)
{
	struct arena a = {0};
	struct buf b = {0};
	str rest;
	bool open;

	(void)state;
	for (int i = 0; i < 100000; i++)
		buf_addc(&b, '[');
	rest = buf_str(&b);
	assert_null(literal_parse(&a, &rest, &open));
	assert_null(literal_find(&a, buf_str(&b), "site"));
	for (int i = 0; i < 256; i++) {
		buf_reset(&b);
		buf_printf(&b, "site: '%c", i ? i : '\'');
		buf_addc(&b, (char)i);
		literal_find(&a, buf_str(&b), "site");
		rest = buf_str(&b);
		literal_parse(&a, &rest, &open);
	}
	buf_free(&b);
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_python),
		cmocka_unit_test(test_literals),
		cmocka_unit_test(test_programs),
		cmocka_unit_test(test_hostile),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
