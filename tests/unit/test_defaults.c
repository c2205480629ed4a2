/* SPDX-License-Identifier: MIT
 * test_defaults: front matter that posts have without saying so. */
#include "post/read/defaults.h"

#include "base/data/yaml.h"
#include "post/front/front_parse.h"
#include "post/post_codes.h"
#include "support.h"

static const struct front_parser parser; /* in this process */

/* Applies what `sets` have for a path to front matter, and shows the keys
 * that have one value: "a=1 b=2". */
static void
check_applied(const char *what, const struct defaults *sets,
    const char *path, const char *front, const char *want)
{
	struct arena a = {0};
	struct buf b = {0};
	struct diags d = {0};
	bool may_pass = false;
	struct source src = {S("a.md"), str_of(front)};
	struct value *v = yaml_parse(&a, src.text, &src, 0, &d);

	assert_non_null(v);
	assert_true(defaults_apply(sets, v, str_of(path), &parser,
	    &may_pass, &a, &d));
	check_diags(what, &d, "");
	for (const struct value *m = v->first; m; m = m->next)
		if (m->kind == VALUE_SCALAR)
			buf_printf(&b, "%s%.*s=%.*s", b.len ? " " : "",
			    STR_ARG(m->key), STR_ARG(m->text));
	check_buf(what, &b, want);
	diags_free(&d);
	buf_free(&b);
	arena_free(&a);
}

static const struct {
	const char *defaults; /* of the config */
	const char *path, *front, *want;
} rows[] = {
	{"[]", "a.md", "x: 1", "x=1"},
	{"[{values: {}}]", "a.md", "x: 1", "x=1"},
	{"[{values: {x: 1}}]", "a.md", "{}", "x=1"},
	{"[{path: , values: {x: 1}}]", "p/a.md", "{}", "x=1"},
	{"[{path: '', values: {x: 1}}]", "p/a.md", "{}", "x=1"},
	/* What the post says counts first, in any case. */
	{"[{values: {x: 1, y: 2}}]", "a.md", "x: 3", "x=3 y=2"},
	{"[{values: {Author: A}}]", "a.md", "author: B", "author=B"},
	{"[{values: {x: 1}}]", "a.md", "x: ''", "x="},
	{"[{values: {x: 1}}]", "a.md", "x: [2]", ""},
	{"[{values: {draft: true}}]", "a.md", "draft: false", "draft=false"},
	/* Then the entry that comes last. */
	{"[{values: {x: 1}}, {values: {x: 2, y: 3}}]", "a.md", "{}",
	    "x=2 y=3"},
	{"[{path: p, values: {x: 1}}, {values: {x: 2}}]", "p/a.md", "{}",
	    "x=2"},
	/* A path is a file, a folder or a pattern. */
	{"[{path: p/a.md, values: {x: 1}}]", "p/a.md", "{}", "x=1"},
	{"[{path: p, values: {x: 1}}]", "p/a.md", "{}", "x=1"},
	{"[{path: p/, values: {x: 1}}]", "p/q/a.md", "{}", "x=1"},
	{"[{path: p/q, values: {x: 1}}]", "p/q/a.md", "{}", "x=1"},
	{"[{path: p, values: {x: 1}}]", "pq/a.md", "{}", ""},
	{"[{path: q, values: {x: 1}}]", "p/q/a.md", "{}", ""},
	{"[{path: '*.md', values: {x: 1}}]", "p/a.md", "{}", ""},
	{"[{path: 'p/*.md', values: {x: 1}}]", "p/a.md", "{}", "x=1"},
	{"[{path: '**/*.md', values: {x: 1}}]", "p/q/a.md", "{}", "x=1"},
	{"[{path: P, values: {x: 1}}]", "p/a.md", "{}", ""},
};

static void
test_config(void **state)
{
	struct arena a = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct config c;
		struct diags d = {0};
		struct post_walk none = {0};
		str set = arena_printf(
		    &a, "posts.defaults=%s", rows[i].defaults);

		make_config(&c, &a, set.ptr);
		check_applied(rows[i].defaults,
		    defaults_gather(&c, &none, &parser, &a, &d), rows[i].path,
		    rows[i].front, rows[i].want);
		check_diags(rows[i].defaults, &d, "");
		arena_reset(&a);
	}
	arena_free(&a);
}

static void
test_check(void **state)
{
	static const char *const bad[][2] = {
		{"x", "posts.defaults is a single value, expected a list of "
		    "maps"},
		{"[x]", "posts.defaults has a single value, expected maps with "
		    "path and values"},
		{"[[x]]", "posts.defaults has a list, expected maps with path "
		    "and values"},
		{"[{path: p}]", "posts.defaults has a map, expected maps with "
		    "path and values"},
		{"[{path: p, values: x}]", "posts.defaults has a map, expected "
		    "maps with path and values"},
		{"[{path: [p], values: {}}]", "posts.defaults has a map, "
		    "expected maps with path and values"},
	};
	struct arena a = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(bad); i++) {
		struct config c;
		struct diags d = {0};
		struct post_walk none = {0};

		make_config(&c, &a,
		    arena_printf(&a, "posts.defaults=%s", bad[i][0]).ptr);
		defaults_gather(&c, &none, &parser, &a, &d);
		check_diags(bad[i][0], &d, arena_printf(
		    &a, "config-type 0:0 %s", bad[i][1]).ptr);
	}
	arena_free(&a);
}

/* The files of the current folder, as post_walk_folders finds them. */
static const struct defaults *
gather(struct arena *a, const char *settings, const char *diags)
{
	struct config *c = arena_alloc(a, sizeof *c);
	struct diags d = {0};
	struct post_walk scan;
	const struct defaults *sets;

	make_config(c, a, settings);
	scan = post_walk_folders(c, a, &d);
	sets = defaults_gather(c, &scan, &parser, a, &d);
	check_diags(settings, &d, diags);
	return sets;
}

static void
test_cascade(void **state)
{
	static const char *const want[][2] = {
		{"content/a.md", "x=root y=root"},
		{"content/post/b.md", "x=post y=root"},
		{"content/post/deep/c.md", "x=deep y=root"},
		{"content/postx/d.md", "x=root y=root"},
		{"other/e.md", ""},
	};
	struct arena a = {0};
	const struct defaults *sets;

	(void)state;
	put_file("content/_index.md",
	    "---\ncascade: {x: root, y: root}\n---\n");
	put_file("content/post/_index.md", "+++\n[[cascade]]\nx = \"post\"\n"
	    "[[cascade]]\nx = \"deep\"\n[cascade._target]\n"
	    "path = \"/post/deep/**\"\n+++\n");
	put_file("content/empty/_index.md", "---\ntitle: Empty\n---\n");
	put_file("content/text/_index.md", "---\ncascade: text\n---\n");
	put_file("content/none/_index.md", "No front matter.\n");
	sets = gather(&a, "", "");
	for (size_t i = 0; i < COUNT(want); i++)
		check_applied(want[i][0], sets, want[i][0], "z:", want[i][1]);
	/* Those of the config count before them. */
	sets = gather(&a, "posts.defaults=[{values: {x: config}}]", "");
	check_applied("config", sets, "content/post/b.md", "z:",
	    "x=config y=root");
	check_applied("jekyll", gather(&a, "posts.dialect=jekyll", ""),
	    "content/post/b.md", "z:", "");
	arena_free(&a);
}

/* What reading it as a post reports is not reported twice. */
static void
test_cascade_broken(void **state)
{
	struct arena a = {0};

	(void)state;
	put_file("content/_index.md", "---\ncascade: {x: root\n---\n");
	put_file("content/a/_index.md", "---\ncascade: {x: 1}\n");
	put_bytes("content/b/_index.md", S("---\ncascade: {x: \xFF}\n---\n"));
	check_applied("broken", gather(&a, "", ""), "content/a/b.md", "z:", "");
	arena_free(&a);
}

static void
test_data(void **state)
{
	struct arena a = {0};
	const struct defaults *sets;

	(void)state;
	put_file("posts/posts.json", "{\"x\": \"posts\", \"y\": 7}\n");
	put_file("posts/deep/deep.json", "{\"x\": \"json\"}");
	put_file("posts/deep/deep.11tydata.json", "{\"x\": \"data\"}");
	put_file("posts/a.md", "");
	put_file("posts/other.json", "{\"x\": \"other\"}");
	put_file("posts/deep/er/b.md", "");
	put_file("none/none.json", "{\"x\": \"no post is here\"}");
	sets = gather(&a, "posts.dialect=eleventy", "");
	check_applied("posts", sets, "posts/a.md", "{}", "x=posts y=7");
	check_applied("deep", sets, "posts/deep/er/b.md", "{}", "x=data y=7");
	check_applied("own", sets, "posts/deep/b.md", "x: own", "x=own y=7");
	check_applied("none", sets, "postsx/b.md", "z:", "");
	check_applied("hugo", gather(&a, "posts.dialect=hugo", ""),
	    "posts/a.md", "z:", "");
	arena_free(&a);
}

/* Of all that Eleventy looks for, only folders below the root count. */
static void
test_data_root(void **state)
{
	struct arena a = {0};
	const struct defaults *sets;

	(void)state;
	put_file("web/web.json", "{\"x\": \"no\"}");
	put_file("web/src/src.json", "{\"y\": \"root\"}");
	put_file("web/src/blog/a.md", "");
	sets = gather(&a,
	    "posts.dialect=eleventy\nposts.folders=web/src/blog\n"
	    "posts.root=web/src", "");
	check_applied("root", sets, "web/src/blog/a.md", "{}", "y=root");
	arena_free(&a);
}

/* A post may have data files of its own. */
static void
test_own_data(void **state)
{
	struct arena a = {0};
	const struct defaults *sets;
	struct value front = {.kind = VALUE_MAP};
	bool may_pass = false;
	struct diags d = {0};

	(void)state;
	put_file("p/a.json", "{\"x\": \"json\", \"y\": \"json\"}");
	put_file("p/a.11tydata.json", "{\"x\": \"data\"}");
	put_file("p/p.json", "{\"y\": \"folder\", \"z\": \"folder\"}");
	put_file("p/bad.json", "{\"x\": \n \"é\" 1}");
	put_file("p/list.json", "[1]");
	put_file("p/list.11tydata.js", "module.exports = f();");
	sets = gather(&a, "posts.dialect=eleventy", "");
	check_applied("own", sets, "p/a.md", "{}", "x=data y=json");
	check_applied("front", sets, "p/a.md", "x: front", "x=front y=json");
	check_applied("other", sets, "p/b.md", "{}", "");
	assert_false(defaults_apply(sets, &front, S("p/bad.md"), &parser,
	    &may_pass, &a, &d));
	check_diags("bad", &d, "json-syntax 2:6 '}' expected near '1'");
	assert_true(defaults_apply(sets, &front, S("p/list.md"), &parser,
	    &may_pass, &a, &d));
	check_diags("list", &d,
	    "data-unused 0:0 a program, which is not read\n"
	    "data-unused 0:0 a list, which is not read");
	put_file("p/c.md", "");
	sets = gather(&a, "posts.dialect=eleventy", "");
	check_applied("both", sets, "p/a.md", "{}", "x=data y=json z=folder");
	/* p/p.json is the folder's. */
	check_applied("folder", sets, "p/p.md", "{}", "y=folder z=folder");
	arena_free(&a);
}

/* Whoever reports a value names the file that it stands in. */
static void
test_places(void **state)
{
	struct arena a = {0};
	const struct defaults *sets;
	struct value front = {.kind = VALUE_MAP};
	bool may_pass = false;
	struct source post = {S("p/a.md"), {0}};
	struct diags d = {0};

	(void)state;
	put_file("p/p.json", "{\n \"ü\": [1,\n  [2]]}");
	put_file("p/a.md", "");
	sets = gather(&a, "posts.dialect=eleventy\n"
	    "posts.defaults=[{values: {x: 1}}]", "");
	assert_true(defaults_apply(sets, &front, post.name, &parser,
	    &may_pass, &a, &d));
	value_diag(&d, DIAG_DATE_UNREADABLE, &post, value_find(&front, S("x")),
	    "bad");
	check_str("set", d.last->file, "--set");
	check_diags("set", &d, "date-unreadable 0:0 bad, for p/a.md");
	value_diag(&d, DIAG_DATE_UNREADABLE, &post,
	    value_find(&front, S("ü"))->last->first, "bad");
	check_str("json", d.last->file, "p/p.json");
	check_diags("json", &d, "date-unreadable 3:4 bad, for p/a.md");
	arena_free(&a);
}

static void
test_data_broken(void **state)
{
	struct arena a = {0};

	(void)state;
	put_file("é/é.json", "{\n \"é\": \"ü\", }\n");
	put_file("é/a.md", "");
	gather(&a, "posts.dialect=eleventy",
	    "json-syntax 2:12 string or '}' expected near '}'");
	put_bytes("é/é.json", S("{\"x\": \"\xFF\"}"));
	gather(&a, "posts.dialect=eleventy",
	    "not-utf8 1:8 byte 0xFF is not UTF-8");
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_config),
		cmocka_unit_test(test_check),
		cmocka_unit_test_setup_teardown(
		    test_cascade, folder_setup, folder_teardown),
		cmocka_unit_test_setup_teardown(
		    test_cascade_broken, folder_setup, folder_teardown),
		cmocka_unit_test_setup_teardown(
		    test_data, folder_setup, folder_teardown),
		cmocka_unit_test_setup_teardown(
		    test_data_root, folder_setup, folder_teardown),
		cmocka_unit_test_setup_teardown(
		    test_own_data, folder_setup, folder_teardown),
		cmocka_unit_test_setup_teardown(
		    test_places, folder_setup, folder_teardown),
		cmocka_unit_test_setup_teardown(
		    test_data_broken, folder_setup, folder_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
