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
	else {
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
		cmocka_unit_test(test_literals),
		cmocka_unit_test(test_programs),
		cmocka_unit_test(test_hostile),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
