/* SPDX-License-Identifier: MIT
 * test_people: the authors of a post. */
#include "post/read/people.h"

#include "base/data/yaml.h"
#include "support.h"

static const char table[] =
    "ann: {name: Ann Öz, email: ann@example.org, url: 'https://ann.example/'}\n"
    "bob: Bob  B.\n"
    "cy: {full_name: Cy, email: none, website: nowhere}\n"
    "dee: {email: dee@example.org, url: '', link: 'http://dee.example/'}\n"
    "eve: [Eve]\n"
    "fay:\n";

/* People are shown as "name <email> url", joined by '|'. */
static const struct {
	const char *front; /* the value */
	bool split;
	const char *want;
	const char *diags; /* "": it is right */
} rows[] = {
	{"Someone", false, "Someone", ""},
	{"' Some\n  one '", false, "Some one", ""},
	{"''", false, "", ""}, {"~", false, "", ""}, {"[]", false, "", ""},
	{"7", false, "7", ""},
	{"Doe, Jane", false, "Doe, Jane", ""},
	{"[A, B]", false, "A|B", ""},
	{"[A, ~, '', B]", false, "A|B", ""},
	{"{name: A, email: a@example.org, url: 'https://a.example/'}", false,
	    "A <a@example.org> https://a.example/", ""},
	{"{name: A, email: none, url: /a/, web: 'http://a.example/'}", false,
	    "A http://a.example/", ""},
	{"{Name: A, Email: a@example.org}", false, "A <a@example.org>", ""},
	{"[{name: A}, B, {full_name: C, uri: 'https://c.example'}]", false,
	    "A|B|C https://c.example", ""},
	/* Keys of the table. */
	{"ann", false, "Ann Öz <ann@example.org> https://ann.example/", ""},
	{"[bob, cy]", false, "Bob B.|Cy", ""},
	{"dee", false, "dee <dee@example.org> http://dee.example/", ""},
	{"fay", false, "fay", ""},
	/* Several in one text. */
	{"A, B", true, "A|B", ""},
	{"Doe, Jane; Roe, R", true, "Doe, Jane|Roe, R", ""},
	{"A;; B ;", true, "A|B", ""},
	{"ann, bob", true,
	    "Ann Öz <ann@example.org> https://ann.example/|Bob B.", ""},
	{"['Doe, Jane', B]", true, "Doe, Jane|B", ""},
	{"{name: 'Doe, Jane'}", true, "Doe, Jane", ""},
	/* What is no author. */
	{"[[A]]", false, "",
	    "field-dropped 1:5 an author is a list, expected a name or a map "
	    "with one"},
	{"[é, [A]]", false, "é",
	    "field-dropped 1:8 an author is a list, expected a name or a map "
	    "with one"},
	{"{email: a@example.org}", false, "",
	    "field-dropped 1:4 an author is a map, expected a name or a map "
	    "with one"},
	{"[é, {}]", false, "é",
	    "field-dropped 1:8 an author is a map, expected a name or a map "
	    "with one"},
	{"{name: [A]}", false, "",
	    "field-dropped 1:4 an author is a map, expected a name or a map "
	    "with one"},
};

static void
show(struct buf *b, const struct post *p)
{
	for (size_t i = 0; i < p->matter->n_authors; i++) {
		const struct person *who = &p->matter->authors[i];

		buf_printf(b, "%s%.*s", i ? "|" : "", STR_ARG(who->name));
		if (who->email.len)
			buf_printf(b, " <%.*s>", STR_ARG(who->email));
		if (who->url.len)
			buf_printf(b, " %.*s", STR_ARG(who->url));
	}
}

static void
test_read(void **state)
{
	struct arena a = {0};
	struct buf b = {0};
	struct diags d = {0};
	struct source ts = {S("authors.yml"), str_of(table)};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		const struct value *t = yaml_parse(&a, ts.text, &ts, 0, &d);
		struct source src = {S("a.md"),
			arena_printf(&a, "a: %s", rows[i].front)};
		struct matter matter = {0};
		struct post p = {.path = src.name, .matter = &matter};
		const struct value *front =
		    yaml_parse(&a, src.text, &src, 0, &d);
		struct shared shared;

		assert_non_null(front);
		shared_init(&shared, NULL, &a);
		people_read(&(struct reading){.post = &p, .src = &src,
		    .shared = &shared, .scratch = &a, .diags = &d},
		    value_find(front, S("a")), t, rows[i].split);
		shared_free(&shared);
		check_diags(rows[i].front, &d, rows[i].diags);
		show(&b, &p);
		check_buf(rows[i].front, &b, rows[i].want);
		arena_reset(&a);
	}
	arena_free(&a);
	buf_free(&b);
}

/* A list that grows past the limit, and no table. */
static void
test_many(void **state)
{
	struct arena a = {0};
	struct buf b = {0};
	struct source src = {S("a.md"), {0}};
	struct diags d = {0};
	struct matter matter = {0};
	struct post p = {.path = src.name, .matter = &matter};
	struct shared shared;
	const struct value *front;

	(void)state;
	shared_init(&shared, NULL, &a);
	buf_add(&b, S("a: [ann"));
	for (int i = 1; i < 1000; i++)
		buf_printf(&b, ", n%d", i);
	buf_addc(&b, ']');
	src.text = buf_str(&b);
	front = yaml_parse(&a, src.text, &src, 0, &d);
	people_read(&(struct reading){.post = &p, .src = &src,
	    .shared = &shared, .scratch = &a, .diags = &d},
	    value_find(front, S("a")), NULL, false);
	assert_int_equal(p.matter->n_authors, 50);
	check_str("first", p.matter->authors[0].name, "ann");
	check_str("last", p.matter->authors[49].name, "n49");
	check_diags("many", &d, "too-many-authors 0:0 more than 50 authors: "
	    "'n50' and all others were dropped");
	shared_free(&shared);
	arena_free(&a);
	buf_free(&b);
}

/* ---- the table ---- */

static const struct {
	const char *authors; /* of the config; "": none */
	bool ok;
	const char *ann;     /* the name under `ann`, or "" */
	const char *diags;
} tables[] = {
	{"", true, "", ""},
	{"{}", true, "", ""},
	{"{ann: {name: A}}", true, "A", ""},
	{"a.yml", true, "Ann Öz", ""},
	{"a.toml", true, "Ann Öz", ""},
	{"_data/a.JSON", true, "Ann Öz", ""},
	{"[a.yml]", false, "", "config-type 0:0 posts.authors is a list, "
	    "expected a map of authors or the path of one"},
	{"list.yml", false, "", "config-type 0:0 posts.authors is a list, "
	    "expected a map of authors or the path of one"},
	{"none.yml", false, "", "file-unreadable 0:0 No such file or directory"},
	{"_data", false, "", "file-unreadable 0:0 not a regular file"},
	{"bad.yml", false, "", "yaml-syntax 2:12 a second ': ' in one value: "
	    "put the value in quotes"},
	{"bad.toml", false, "", "toml-syntax 3:12 expected a comment or "
	    "whitespace, saw 'x'"},
	{"bad.json", false, "",
	    "json-syntax 2:12 string or '}' expected near '}'"},
	{"latin.yml", false, "", "not-utf8 1:3 byte 0xE9 is not UTF-8"},
};

static void
test_table(void **state)
{
	struct arena a = {0};

	(void)state;
	put_file("a.yml", "# é\nann: {name: Ann Öz}\n");
	put_file("a.toml", "[ann]\nname = \"Ann Öz\"\n");
	put_file("_data/a.JSON", "{\"ann\": {\"name\": \"Ann Öz\"}}");
	put_file("list.yml", "- ann\n");
	put_file("bad.yml", "ann:\n  name: Zoé: x\n");
	put_file("bad.toml", "\n[ann]\nname = \"é\" x\n");
	put_file("bad.json", "{\n \"é\": \"ü\", }\n");
	put_bytes("latin.yml", S("a:\xE9\n"));
	for (size_t i = 0; i < COUNT(tables); i++) {
		struct config c;
		struct diags d = {0};
		bool ok = !tables[i].ok;
		const struct value *t, *ann;
		str set = arena_printf(
		    &a, "posts.authors=%s", tables[i].authors);

		make_config(&c, &a, tables[i].authors[0] ? set.ptr : "");
		t = people_table(&c, &a, &d, &ok);
		check_diags(tables[i].authors, &d, tables[i].diags);
		assert_int_equal(ok, tables[i].ok);
		if (!ok)
			assert_null(t);
		ann = value_find(value_find(t, S("ann")), S("name"));
		check_str(tables[i].authors, ann ? ann->text : S(""),
		    tables[i].ann);
	}
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_read),
		cmocka_unit_test(test_many),
		cmocka_unit_test_setup_teardown(
		    test_table, folder_setup, folder_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
