/* SPDX-License-Identifier: MIT
 * test_choose: which files are posts. */
#include "post/read/choose.h"

#include "base/data/yaml.h"
#include "support.h"

static const struct {
	const char *settings;
	const char *path, *folder;
	bool chosen;
} files[] = {
	{"", "posts/a.md", "posts", true},
	{"posts.include=[]", "posts/a.md", "posts", true},
	/* Patterns are below the folder of the config. */
	{"posts.include=a.md", "posts/a.md", "posts", true},
	{"posts.include=[x.md, a.md]", "posts/a.md", "posts", true},
	{"posts.include=posts/a.md", "posts/a.md", "posts", false},
	{"posts.include=b.md", "posts/a.md", "posts", false},
	{"posts.include='*.md'", "posts/x/a.md", "posts", false},
	{"posts.include='**/*.md'", "posts/x/a.md", "posts", true},
	{"posts.include=x/", "posts/x/y/a.md", "posts", true},
	{"posts.include=x/", "posts/xy/a.md", "posts", false},
	{"posts.include=a.md", "a/b/c/a.md", "a/b/c", true},
	{"posts.include=a.md", "a.md", "", true},
	{"posts.exclude=a.md", "posts/a.md", "posts", false},
	{"posts.exclude=a.md", "posts/x/a.md", "posts", true},
	{"posts.exclude=x/", "posts/x/a.md", "posts", false},
	/* What both name is no post. */
	{"posts.include=['*.md']\nposts.exclude=[a.md]", "posts/a.md", "posts",
	    false},
	{"posts.include=['*.md']\nposts.exclude=[a.md]", "posts/b.md", "posts",
	    true},
};

static void
test_file(void **state)
{
	struct arena a = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(files); i++) {
		struct config c;
		struct found f = {
			str_of(files[i].path), str_of(files[i].folder), 0,
			0, {0}};

		make_config(&c, &a, files[i].settings);
		if (choose_file(&c, &f) != files[i].chosen)
			fail_msg("%s: %s", files[i].settings, files[i].path);
		arena_reset(&a);
	}
	arena_free(&a);
}

static const struct {
	const char *where, *front;
	bool chosen;
} fronts[] = {
	{"", "{}", true}, {"", "type: x", true},
	{"{}", "type: x", true},
	{"{type: post}", "type: post", true},
	{"{type: post}", "type: 'post'", true},
	{"{type: post}", "Type: post", true},
	{"{type: post}", "type: Post", false},
	{"{type: post}", "type: page", false},
	{"{type: post}", "{}", false},
	{"{type: post}", "type:", false},
	{"{type: post}", "type: {post: post}", false},
	{"{type: [post, note]}", "type: note", true},
	{"{type: [post, note]}", "type: page", false},
	{"{type: []}", "type: page", false},
	/* A list has each of its values. */
	{"{tags: x}", "tags: [y, x]", true},
	{"{tags: [a, b]}", "tags: [y, b]", true},
	{"{tags: x}", "tags: [xy]", false},
	{"{tags: x}", "tags: []", false},
	/* Every key counts. */
	{"{type: post, n: 1}", "{type: post, n: 1}", true},
	{"{type: post, n: 1}", "{type: post, n: 2}", false},
	{"{type: post, n: 1}", "{type: post}", false},
	/* Keys below keys, or one key with a dot. */
	{"{params.kind: x}", "params: {kind: x}", true},
	{"{params.kind: x}", "params.kind: x", true},
	{"{params.kind: x}", "params: {kind: y}", false},
	{"{params.kind: x}", "params: x", false},
	{"{params.kind: x}", "kind: x", false},
	{"{a.b.c: é}", "a: {b: {c: é}}", true},
	/* Nothing asks for nothing. */
	{"{type: ~}", "{}", true}, {"{type: ~}", "type: null", true},
	{"{type: ~}", "type: x", false}, {"{type: [~, x]}", "type: x", true},
	{"{draft: false}", "draft: false", true},
	{"{draft: false}", "draft: true", false},
};

static void
test_front(void **state)
{
	struct arena a = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(fronts); i++) {
		struct config c;
		struct diags d = {0};
		struct source src = {S("a.md"), str_of(fronts[i].front)};
		struct value *front = yaml_parse(&a, src.text, &src, 0, &d);
		str set = arena_printf(
		    &a, "posts.where=%s", fronts[i].where);

		make_config(&c, &a, fronts[i].where[0] ? set.ptr : "");
		assert_true(choose_check(&c, &d));
		check_diags(fronts[i].front, &d, "");
		if ((choose_differs(&c, front) == NULL) != fronts[i].chosen)
			fail_msg("%s: %s", fronts[i].where, fronts[i].front);
		arena_reset(&a);
	}
	arena_free(&a);
}

static void
test_check(void **state)
{
	static const char *const rows[][2] = {
		{"[type]", "a list"}, {"type", "a single value"},
		{"'{type: x}'", "a single value"}, {"1", "a single value"},
	};
	struct arena a = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct config c;
		struct diags d = {0};

		make_config(&c, &a,
		    arena_printf(&a, "posts.where=%s", rows[i][0]).ptr);
		assert_false(choose_check(&c, &d));
		check_diags(rows[i][0], &d, arena_printf(&a, "config-type 0:0 "
		    "posts.where is %s, expected a map of front matter keys "
		    "to values", rows[i][1]).ptr);
	}
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_file),
		cmocka_unit_test(test_front),
		cmocka_unit_test(test_check),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
