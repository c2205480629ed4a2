/* SPDX-License-Identifier: MIT
 * test_post_walk: the post files in a folder. */
#include "post/post_walk.h"

#include "support.h"

/* Files are "path@folder", a line each. */
static void
check_scan(const char *settings, const char *want, const char *reports)
{
	struct arena a = {0};
	struct config c;
	struct diags d = {0};
	struct buf b = {0};
	struct post_walk s;

	make_config(&c, &a, settings);
	s = post_walk_folders(&c, &a, &d);
	for (size_t i = 0; i < s.count; i++)
		buf_printf(&b, "%.*s@%.*s\n", STR_ARG(s.files[i].path),
		    STR_ARG(s.files[i].folder));
	check_buf(settings, &b, want);
	check_diags(settings, &d, reports);
	buf_free(&b);
	arena_free(&a);
}

static void
test_files(void **state)
{
	static const char *const files[] = {
		"posts/b.md", "posts/a.markdown", "posts/C.MD", "posts/x.txt",
		"posts/.hidden.md", "posts/.git/y.md", "posts/md",
		"posts/sub/z.md", "posts/sub-a.md", "posts/é.md",
		"posts/a.md.bak", "other/q.Markdown", "posts/.md",
		"astro/a.mdx", "astro/b.md",
	};

	(void)state;
	for (size_t i = 0; i < COUNT(files); i++)
		put_file(files[i], "");
	mkdir("posts/folder.md", 0777);
	check_scan("posts.folders=posts",
	    "posts/C.MD@posts\nposts/a.markdown@posts\nposts/b.md@posts\n"
	    "posts/sub-a.md@posts\nposts/sub/z.md@posts\nposts/é.md@posts\n",
	    "");
	check_scan("posts.folders=[./posts/sub/, other]",
	    "other/q.Markdown@other\nposts/sub/z.md@posts/sub\n", "");
	check_scan("posts.folders=[other, other/../other]",
	    "other/q.Markdown@other\n", "");
	check_scan("posts.folders=astro", "astro/b.md@astro\n", "");
	check_scan("posts.folders=astro\nposts.dialect=astro",
	    "astro/a.mdx@astro\nastro/b.md@astro\n", "");
	put_file("root.md", "");
	check_scan("posts.folders=.",
	    "astro/b.md@\nother/q.Markdown@\nposts/C.MD@\nposts/a.markdown@\n"
	    "posts/b.md@\nposts/sub-a.md@\nposts/sub/z.md@\nposts/é.md@\n"
	    "root.md@\n", "");
}

/* Links are followed, but not round and round. */
static void
test_links(void **state)
{
	(void)state;
	put_file("posts/a/b.md", "");
	put_file("far/c.md", "");
	assert_int_equal(symlink("..", "posts/a/up"), 0);
	assert_int_equal(symlink(".", "posts/self"), 0);
	assert_int_equal(symlink("../far", "posts/far"), 0);
	assert_int_equal(symlink("../far/c.md", "posts/link.md"), 0);
	assert_int_equal(symlink("nowhere", "posts/gone.md"), 0);
	assert_int_equal(symlink("nowhere", "posts/gone.txt"), 0);
	assert_int_equal(mkfifo("posts/fifo.md", 0666), 0);
	check_scan("posts.folders=posts",
	    "posts/a/b.md@posts\nposts/far/c.md@posts\nposts/gone.md@posts\n"
	    "posts/link.md@posts\n", "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
		    test_files, folder_setup, folder_teardown),
		cmocka_unit_test_setup_teardown(
		    test_links, folder_setup, folder_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
