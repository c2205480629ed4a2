/* SPDX-License-Identifier: MIT
 * test_own_links: references that only a generator understands. */
#include "content/links/own_links.h"

#include "support.h"

static struct matter matters[] = {
	{.sections = S_INIT("dev"),
	    .url = S_INIT("https://example.org/dev/a.html")},
	{.sections = S_INIT("dev"), .url = S_INIT("https://example.org/b/")},
};
static struct post posts[] = {
	{.path = S_INIT("dev/a.md"), .matter = &matters[0]},
	{.path = S_INIT("dev/b.md"), .matter = &matters[1]},
};

#define ZOLA "posts.dialect=zola"
#define PELICAN "posts.dialect=pelican"

static const struct {
	const char *settings, *ref, *want; /* "": ordinary; NULL: nowhere */
} rows[] = {
	{ZOLA, "@/dev/b.md", "https://example.org/b/"},
	{ZOLA, "@/dev/b.md#x", "https://example.org/b/#x"},
	{ZOLA, "@/b.md", NULL},
	{ZOLA, "b.md", "https://example.org/b/"},
	{ZOLA, "./b.MD#x", "https://example.org/b/#x"},
	{ZOLA, "%62.md?y#x", "https://example.org/b/#x"},
	{ZOLA, "c.md", ""},
	{ZOLA, "b", ""},
	{ZOLA, "//host/b.md", ""},
	{ZOLA, "https://example.org/b.md", ""},
	{ZOLA, "{filename}b.md", ""},
	{"posts.dialect=hugo", "@/dev/b.md", ""},
	{PELICAN, "@/dev/b.md", ""},
	{PELICAN, "{filename}b.md", "https://example.org/b/"},
	{PELICAN, "{FILENAME}/dev/b.md#x", "https://example.org/b/#x"},
	{PELICAN, "|filename|../dev/b.md", "https://example.org/b/"},
	{PELICAN, "{filename}c.md", NULL},
	{PELICAN, "{filename}c.rst", NULL},
	{PELICAN, "{filename}i/c.png", "/dev/i/c.png"},
	{PELICAN, "{static}../c.png", "/c.png"},
	{PELICAN, "{static}/i/c.png", "/i/c.png"},
	{PELICAN, "{attach}i/c.png", "https://example.org/dev/c.png"},
	{PELICAN, "{author}Ann Bee", "/author/ann-bee.html"},
	{PELICAN, "{category}C", "/category/c.html"},
	{PELICAN, "{tag}Ünder", "/tag/under.html"},
	{PELICAN, "{index}", "/"},
	{PELICAN, "{other}x", ""},
};

static void
test_resolve(void **state)
{
	struct arena a = {0};
	struct buf b = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct config c;
		struct sources sources = {0};
		struct links l = {.config = &c, .page = posts[0].matter->url,
			.post = &posts[0], .sources = &sources};
		enum own_link got, want = OWN_LINK_FOUND;

		make_config(&c, &a, rows[i].settings);
		l.index = post_index_open(&c, posts, COUNT(posts), &a);
		got = own_link_resolve(&l, str_of(rows[i].ref), &b);
		if (rows[i].want == NULL)
			want = OWN_LINK_NOWHERE;
		else if (rows[i].want[0] == '\0')
			want = OWN_LINK_NONE;
		if (got != want)
			fail_msg("'%s': got %d", rows[i].ref, (int)got);
		if (got == OWN_LINK_FOUND)
			check_buf(rows[i].ref, &b, rows[i].want);
		post_index_close(l.index);
	}
	buf_free(&b);
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_resolve),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
