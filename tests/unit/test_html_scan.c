/* SPDX-License-Identifier: MIT
 * test_html_scan: tags and attributes, as a tokenizer finds them. */
#include "base/text/html_scan.h"

#include "support.h"

static const struct {
	const char *html, *want; /* tags as "name@at(attribute=value,...)" */
} rows[] = {
	{"", ""}, {"a < b > c", ""}, {"<", ""}, {"<1>", ""},
	{"<p>a</p>", "p@0() /p@4()"},
	{"<P CLASS=x>", "P@0(CLASS=x)"},
	{"<a href='x' title=\"y z\" b>", "a@0(href=x,title=y z,b=)"},
	{"<a href = x>", "a@0(href=x)"}, {"<br/>", "br@0()!"},
	{"<br />", "br@0()!"}, {"<a b=c/>", "a@0(b=c/)"},
	{"<a b/c>", "a@0(b=,c=)"}, {"<a =b>", "a@0(=b=)"},
	{"<a b='>'>x", "a@0(b=>)"}, {"<a\nb\n=\nc\n>", "a@0(b=c)"},
	{"<!-- <b> --><i>", "i@12()"}, {"<!DOCTYPE html><i>", "i@15()"},
	{"<?xml <b>?><i>", "i@11()"}, {"</ b><i>", "i@5()"},
	{"<script>a<b></script><i>", "script@0() /script@12() i@21()"},
	{"<script>a<b>", "script@0()"}, {"é<b>", "b@2()"},
	{"<a b", "a@0(b=)?0"}, {"x<a b='c", "a@1(b=c)?1"},
	{"<my-thing x:y=z>", "my-thing@0(x:y=z)"},
};

static void
show(struct buf *b, const char *html)
{
	struct html_scan s = html_scan_begin(str_of(html));
	struct html_tag tag;

	while (html_scan_tag(&s, &tag)) {
		struct html_attribute a;
		const char *comma = "";

		buf_printf(b, "%s%s%.*s@%zu(", b->len ? " " : "",
		    tag.is_end ? "/" : "", STR_ARG(tag.name), tag.at);
		while (html_scan_attribute(&tag, &a)) {
			buf_printf(b, "%s%.*s=%.*s", comma, STR_ARG(a.name),
			    STR_ARG(a.value));
			comma = ",";
		}
		buf_printf(b, ")%s", tag.is_closed ? "!" : "");
		html_scan_past(&s, &tag);
		if (str_eq(tag.name, S("script")) && !tag.is_end)
			html_scan_raw(&s, tag.name);
	}
	if (s.open_at != STR_NONE)
		buf_printf(b, "?%zu", s.open_at);
}

static void
test_rows(void **state)
{
	struct buf b = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		show(&b, rows[i].html);
		check_buf(rows[i].html, &b, rows[i].want);
	}
	buf_free(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rows),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
