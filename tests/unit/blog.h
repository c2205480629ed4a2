/* SPDX-License-Identifier: MIT
 * blog: a small site on disk, for the tests of whole runs. */
#ifndef FEEDMILL_TESTS_UNIT_BLOG_H
#define FEEDMILL_TESTS_UNIT_BLOG_H

#include "build/run/build.h"
#include "build/site/site.h"
#include "support.h"

/* Writes a config, two posts, a draft, a page and, if asked for, a post with an
 * error. */
static inline void
blog_make(bool with_error)
{
	put_file("feedmill.yaml",
	    "site:\n  url: https://example.org/\n  title: Example\n"
	    "posts:\n  folders: posts\n");
	put_file("posts/a.md", "---\ntitle: A\ndate: 2010-01-01\n"
	    "tags: [x]\n---\nText of a.\n");
	put_file("posts/b.md", "---\ntitle: B\ndate: 2011-01-01\n---\nB.\n");
	put_file("posts/c.md", "---\ntitle: C\ndate: 2012-01-01\n"
	    "draft: true\n---\nC.\n");
	put_file("posts/page.md", "---\ntitle: P\n---\nP.\n");
	if (with_error)
		put_file("posts/d.md", "---\ntitle: D\ndate: 2010-13-01\n"
		    "---\nD.\n");
}

static inline struct site_options
blog_options(void)
{
	return (struct site_options){.config = "feedmill.yaml",
		.now = at("2020-01-01"), .now_is_given = true, .threads = 2};
}

/* Whether a file contains a text. */
static inline bool
file_has(const char *path, const char *text)
{
	struct buf b = {0};
	FILE *f = fopen(path, "rb");
	size_t n;
	bool has;

	assert_non_null(f);
	while ((n = fread(buf_reserve(&b, 4096), 1, 4096, f)) > 0)
		b.len += n;
	fclose(f);
	has = str_find(buf_str(&b), str_of(text)) != STR_NONE;
	buf_free(&b);
	return has;
}

#endif
