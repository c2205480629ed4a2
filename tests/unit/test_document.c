/* SPDX-License-Identifier: MIT
 * test_document: places and reports. */
#include "validate/reading/document.h"

#include "config/config_codes.h"
#include "validate/tables/feed_rules.h"
#include "judge.h"

struct fixture {
	struct validate_options options;
	struct validate_result result;
	struct diags diags;
	struct document document;
};

static struct document *
make(struct fixture *f, str text)
{
	*f = (struct fixture){0};
	f->document = (struct document){.name = S("a.xml"), .text = text,
		.options = &f->options, .result = &f->result,
		.diags = &f->diags};
	return &f->document;
}

/* Back and forth, over lines and code points. */
static void
test_places(void **state)
{
	struct fixture f;
	struct document *d = make(&f, S("éx\nyéz\n\n\r\n🎉z"));

	(void)state;
	for (size_t i = 0; i <= d->text.len; i++) {
		struct mark want = mark_of(d->text, i);

		document_report(d, RULE_BLANK, i, NULL, "x");
		assert_int_equal(f.diags.last->at.line, want.line);
		assert_int_equal(f.diags.last->at.col, want.col);
	}
	for (size_t i = 0; i < 40; i++) {
		size_t offset = i * 7 % (d->text.len + 3);
		struct mark want = mark_of(d->text, offset);

		document_report(d, RULE_BLANK_ATTRIBUTE, offset, NULL, "x");
		assert_int_equal(f.diags.last->at.line, want.line);
		assert_int_equal(f.diags.last->at.col, want.col);
	}
	document_end(d);
	diags_free(&f.diags);
}

/* The line that is shown, and where the caret is in it. */
static void
test_lines(void **state)
{
	struct fixture f;
	struct buf text = {0}, b = {0};
	struct document *d;

	(void)state;
	buf_add(&text, S("<a>\r\n\té b\r\n"));
	for (int i = 0; i < 150; i++)
		buf_add(&text, S("é"));
	buf_add(&text, S("xyz\n"));
	d = make(&f, buf_str(&text));
	document_report(d, RULE_BLANK, 9, NULL, "one");
	diag_format(&b, f.diags.last);
	check_buf("short", &b, "a.xml:2:4: warning: one [blank]\n"
	    "    2 | \té b\n      | \t  ^\n");
	document_report(d, RULE_BLANK, 5 + 7 + 300, NULL, "two");
	assert_int_equal(f.diags.last->at.col, 151);
	assert_int_equal(f.diags.last->caret, 60);
	check_str("long", str_from(f.diags.last->line, 59 * 2), "xyz");
	document_end(d);
	diags_free(&f.diags);
	buf_free(&text);
	buf_free(&b);
}

/* A hundred of a code; the others are counted. */
static void
test_many(void **state)
{
	struct fixture f;
	struct document *d = make(&f, S("x"));

	(void)state;
	for (int i = 0; i < 250; i++) {
		assert_int_equal(document_wants(d, RULE_BLANK), i < 100);
		if (i < 100)
			document_report(d, RULE_BLANK, 0, NULL, "x");
	}
	document_report(d, RULE_NULL, 0, NULL, "y");
	assert_int_equal(f.diags.counts[DIAG_WARNING], 101);
	document_end(d);
	check_str("last", f.diags.last->message, "150 more of blank");
	assert_int_equal(f.diags.last->at.line, 0);
	diags_free(&f.diags);
}

static void
test_ignored(void **state)
{
	struct fixture f;
	struct document *d = make(&f, S("x"));
	const diag_code ignored[] = {RULE_BLANK};

	(void)state;
	f.options.ignored = ignored;
	f.options.n_ignored = COUNT(ignored);
	assert_false(document_wants(d, RULE_BLANK));
	document_report(d, RULE_BLANK, 0, NULL, "x");
	document_report(d, RULE_BLANK, STR_NONE, NULL, "x");
	document_report(d, RULE_NULL, 0, NULL, "y");
	document_end(d);
	check_diags("ignored", &f.diags, "json-null 1:1 y");
}

/* A code that has a reference knows it best, but for JSON. */
static void
test_references(void **state)
{
	struct fixture f;
	struct document *d = make(&f, S("x"));

	(void)state;
	document_report(d, RULE_BLANK, 0, "RFC 1", "x");
	assert_string_equal(f.diags.last->reference, "RFC 1");
	document_report(d, RULE_BLANK, 0, NULL, "x");
	assert_null(f.diags.last->reference);
	document_report(d, RULE_INVALID_RFC3339_DATE, 0, "RFC 1", "x");
	assert_string_equal(f.diags.last->reference, "RFC 4287 3.3");
	d->is_json = true;
	document_report(d, RULE_INVALID_RFC3339_DATE, 0, "JSON", "x");
	assert_string_equal(f.diags.last->reference, "JSON");
	document_report(d, RULE_MISSING_SELF, 0, "JSON", "x");
	assert_string_equal(f.diags.last->reference, "feed rule 20");
	document_end(d);
	diags_free(&f.diags);
}

static void
test_quote(void **state)
{
	struct fixture f;
	struct document *d = make(&f, S("x"));
	struct buf b = {0};

	(void)state;
	check_str("blanks", document_quote(d, S("a\n\tb")), "a  b");
	check_str("none", document_quote(d, (str){0}), "");
	for (int i = 0; i < 60; i++)
		buf_add(&b, S("é"));
	check_str("long", str_from(document_quote(d, buf_str(&b)), 78),
	    "é…");
	buf_free(&b);
	document_end(d);
}

/* Findings come in the order of their places, after what was there. */
static void
test_order(void **state)
{
	struct fixture f;
	struct document *d = make(&f, S("ab\ncd\n"));

	(void)state;
	diag_add(&f.diags, DIAG_USAGE, NULL, (struct mark){9, 9}, "before");
	d->before = f.diags.last;
	document_report(d, RULE_BLANK, 4, NULL, "2:2");
	document_report(d, RULE_BLANK, 1, NULL, "1:2 one");
	document_report(d, RULE_NULL, 1, NULL, "1:2 two");
	document_report(d, RULE_BLANK, STR_NONE, NULL, "whole");
	document_report(d, RULE_BLANK, 0, NULL, "1:1");
	document_end(d);
	check_str("last", f.diags.last->message, "2:2");
	diag_add(&f.diags, DIAG_USAGE, NULL, (struct mark){0}, "after");
	check_diags("order", &f.diags, "usage 9:9 before\nblank 0:0 whole\n"
	    "blank 1:1 1:1\nblank 1:2 1:2 one\njson-null 1:2 1:2 two\n"
	    "blank 2:2 2:2\nusage 0:0 after");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_places),
		cmocka_unit_test(test_lines),
		cmocka_unit_test(test_many),
		cmocka_unit_test(test_ignored),
		cmocka_unit_test(test_references),
		cmocka_unit_test(test_quote),
		cmocka_unit_test(test_order),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
