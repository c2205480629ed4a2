/* SPDX-License-Identifier: MIT
 * test_field: front matter by the names that generators give to things. */
#include "post/read/field.h"

#include "base/data/yaml.h"
#include "support.h"

static const struct value *
parse(struct arena *a, const char *text)
{
	struct diags d = {0};
	struct source src = {S("a.md"), str_of(text)};
	const struct value *v = yaml_parse(a, src.text, &src, 0, &d);

	assert_non_null(v);
	diags_free(&d);
	return v;
}

/* DIALECTS.md D1; NULL: the field has no value. */
static const struct {
	const char *front;
	enum field field;
	const char *want;
} gets[] = {
	{"{}", FIELD_TITLE, NULL},
	{"title: a", FIELD_TITLE, "a"},
	{"Title: a", FIELD_TITLE, "a"},
	{"{linkTitle: b, title: a}", FIELD_TITLE, "a"},
	{"{linkTitle: b, title: }", FIELD_TITLE, "b"},
	{"{linkTitle: b, title: ~}", FIELD_TITLE, "b"},
	{"{TITLE: x, title: a}", FIELD_TITLE, "a"},
	{"date: 1", FIELD_DATE, "1"},
	{"pubDate: 1", FIELD_DATE, "1"},
	{"pubdate: 1", FIELD_DATE, "1"},
	{"{date: 1, publishDate: 2}", FIELD_DATE, "2"},
	{"lastmod: 1", FIELD_UPDATED, "1"},
	{"modified: 1", FIELD_UPDATED, "1"},
	{"Modified: 1", FIELD_UPDATED, "1"},
	{"last_modified_at: 1", FIELD_UPDATED, "1"},
	{"updated: 1", FIELD_UPDATED, "1"},
	{"updatedDate: 1", FIELD_UPDATED, "1"},
	{"date: 1", FIELD_UPDATED, NULL},
	{"expiryDate: 1", FIELD_EXPIRY, "1"},
	{"unpublishdate: 1", FIELD_EXPIRY, "1"},
	{"author: a", FIELD_AUTHOR, "a"},
	{"authors: a", FIELD_AUTHOR, "a"},
	{"summary: a", FIELD_SUMMARY, "a"},
	{"description: a", FIELD_SUMMARY, "a"},
	{"excerpt: a", FIELD_SUMMARY, "a"},
	{"{description: b, summary: a}", FIELD_SUMMARY, "a"},
	{"url: a", FIELD_URL, "a"},
	{"permalink: a", FIELD_URL, "a"},
	{"slug: a", FIELD_SLUG, "a"},
	{"{link: a, external_url: b}", FIELD_LINK, "b"},
	{"external-url: a", FIELD_LINK, "a"},
	{"externalUrl: a", FIELD_LINK, "a"},
	{"Link: a", FIELD_LINK, "a"},
	{"redirect_to: a", FIELD_LINK, "a"},
	{"comments: a", FIELD_COMMENTS, "a"},
	{"in-reply-to: a", FIELD_REPLY, "a"},
	{"In_Reply_To: a", FIELD_REPLY, "a"},
	{"inreplyto: a", FIELD_REPLY, "a"},
	{"reply: a", FIELD_REPLY, NULL},
};

static void
test_get(void **state)
{
	struct arena a = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(gets); i++) {
		const struct value *v =
		    field_get(parse(&a, gets[i].front), gets[i].field);

		check_str(gets[i].front, v ? v->text : S("none"),
		    gets[i].want ? gets[i].want : "none");
	}
	assert_null(field_get(NULL, FIELD_TITLE));
	arena_free(&a);
}

static void
test_path(void **state)
{
	static const char *const rows[][2] = {
		{"a", "1"}, {"b.c", "2"}, {"B.C", "2"}, {"b.d.e", "3"},
		{"x.y", "4"}, {"b", "map"}, {"a.b", "none"}, {"b.x", "none"},
		{"", "none"}, {"b.", "none"}, {".a", "none"}, {"l.a", "none"},
	};
	struct arena a = {0};
	const struct value *front =
	    parse(&a, "{a: 1, b: {c: 2, d: {e: 3}}, x.y: 4, l: [a]}");

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		const struct value *v =
		    field_find_path(front, str_of(rows[i][0]));

		check_str(rows[i][0], !v ? S("none")
		    : v->kind == VALUE_MAP ? S("map") : v->text, rows[i][1]);
	}
	assert_null(field_find_path(NULL, S("a.b")));
	arena_free(&a);
}

static void
test_text(void **state)
{
	static const char *const rows[][2] = {
		{"", ""}, {" a \n\t b ", "a b"}, {"a\vb", "a b"},
		{"a\x01" "b", "ab"}, {"\xC2\x93" "a\xC2\x94", "“a”"},
		{"é\xC2\xA0x", "é\xC2\xA0x"}, {" \x02 ", ""},
		{"a<b>&amp;", "a<b>&amp;"},
	};
	struct arena a = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		check_str("text", field_text(&a, str_of(rows[i][0])),
		    rows[i][1]);
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_get),
		cmocka_unit_test(test_path),
		cmocka_unit_test(test_text),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
