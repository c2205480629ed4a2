/* SPDX-License-Identifier: MIT
 * test_findings: what validate prints for people and for programs. */
#include "cli/findings.h"

#include "build/codes/known_codes.h"
#include "base/data/json.h"
#include "cli/options.h"
#include "validate/tables/feed_rules.h"
#include "support.h"

static void
make(struct judged *j)
{
	struct diag_place place = {
	    S("a é.xml"), {3, 2}, S("<x/>"), 2};
	struct diag_place nowhere = {.file = S("a é.xml")};

	*j = (struct judged){.name = S("a é.xml"),
		.result = {"Atom 1.0", 2}};
	diag_add_at(&j->diags, RULE_BLANK, &place, "RFC 1",
	    S("100% \"é\",\n: x"));
	diag_add_at(&j->diags, RULE_MISSING_SELF, &nowhere, NULL,
	    S("no place"));
	diag_add_at(&j->diags, RULE_MORE_FINDINGS, &nowhere, NULL,
	    S("a note"));
}

static void
test_summary(void **state)
{
	struct judged j;
	struct options o = {0};
	struct buf b = {0};

	(void)state;
	make(&j);
	findings_write_summary(&b, &j, &o);
	check_buf("valid", &b, "a é.xml: Atom 1.0, 2 entries: valid, 2 "
	    "warnings, 1 note\n");
	o.strict = true;
	findings_write_summary(&b, &j, &o);
	check_buf("strict", &b, "a é.xml: Atom 1.0, 2 entries: 2 warnings, 1 "
	    "note\n");
	assert_false(findings_is_valid(&j, &o));
	o.strict = false;
	j.result.format = NULL;
	diag_add_at(&j.diags, RULE_EMPTY, &(struct diag_place){0}, NULL,
	    S("x"));
	assert_false(findings_is_valid(&j, &o));
	findings_write_summary(&b, &j, &o);
	check_buf("none", &b, "a é.xml: 1 error, 2 warnings, 1 note\n");
	j.is_failed = true;
	findings_write_summary(&b, &j, &o);
	check_buf("failed", &b, "");
	diags_free(&j.diags);
	buf_free(&b);
}

/* Formats of other programs: right JSON, and no line that ends early. */
static void
test_formats(void **state)
{
	static const char *const names[] = {"json", "sarif"};
	struct judged j;
	struct options o = {0};
	struct buf b = {0};
	struct arena a = {0};

	(void)state;
	make(&j);
	for (size_t i = 0; i < COUNT(names); i++) {
		struct source src = {S("out"), {0}};
		struct diags d = {0};

		findings_format(str_of(names[i]))->write(&b, &j, 1, &o);
		src.text = buf_str(&b);
		assert_non_null(json_parse(&a, src.text, &src, 0, &d));
		check_diags(names[i], &d, "");
		assert_true(str_find(src.text, S("100% \\\"é\\\"")) !=
		    STR_NONE);
		buf_reset(&b);
	}
	findings_format(S("github"))->write(&b, &j, 1, &o);
	check_buf("github", &b, "::warning file=a é.xml,line=3,col=2,"
	    "title=blank::100%25 \"é\",%0A: x (RFC 1)\n"
	    "::warning file=a é.xml,title=missing-self::no place (feed rule "
	    "20)\n");
	o.quiet = true;
	findings_format(S("github"))->write(&b, &j, 1, &o);
	check_buf("quiet", &b, "");
	o = (struct options){.verbose = 1};
	j.name = S("x:y,z%.xml");
	findings_format(S("github"))->write(&b, &j, 1, &o);
	assert_true(str_find(buf_str(&b), S("::notice file=x%3Ay%2Cz%25.xml,"
	    "title=more-findings::a note\n")) != STR_NONE);
	assert_null(findings_format(S("text"))->write);
	assert_null(findings_format(S("xml")));
	diags_free(&j.diags);
	arena_free(&a);
	buf_free(&b);
}

static void
test_explain(void **state)
{
	struct buf b = {0};

	(void)state;
	for (size_t i = 0; i < known_code_count; i++) {
		str rest, line;

		findings_explain(&b, known_codes[i]);
		rest = buf_str(&b);
		assert_true(str_starts(rest, str_of(known_codes[i]->name)));
		while (str_split(&rest, '\n', &line))
			if (line.len > 79)
				fail_msg("%.*s", STR_ARG(line));
		buf_reset(&b);
	}
	findings_explain(&b, RULE_HOUR_24);
	check_buf("one", &b, "hour-24: warning, applies to RSS\n\nThe hours "
	    "go from 0 to 23.\n\nWrite 0 for midnight.\n\nReference: RSS 2.0 "
	    "skipHours\n");
	buf_free(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_summary),
		cmocka_unit_test(test_formats),
		cmocka_unit_test(test_explain),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
