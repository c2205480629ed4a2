/* SPDX-License-Identifier: MIT
 * test_picture: the picture that stands for an entry, and its file. */
#include "content/entry/entry.h"

#include "content/markdown/markdown.h"
#include "support.h"

#define PNG "\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\2\200\0\0\1\150\b\2\0\0\0"

static const struct {
	const char *settings, *path;
	const char *image; /* of the front matter, or "" */
	const char *body;
	bool wanted;       /* the first of the text is */
	const char *want;  /* "URL TYPE WIDTHxHEIGHT[ shown]" */
	const char *said;
} rows[] = {
#define SITE "https://example.org/"
	{"", "a.md", "", "text", true, "", ""},
	{"", "a.md", "", "![x](/m/a.png)", false, "", ""},
	{"", "a.md", "", "![x](/m/a.png)", true,
	    SITE "m/a.png image/png 640x360 shown", ""},
	{"", "a.md", "", "![x](m/a.png)", true,
	    SITE "p/m/a.png image/png 0x0 shown", ""},
	{"", "a.md", "", "<img src=/m/x.gif width=63>\n\n"
	    "<img src=/m/y.gif height=1>\n\n<img width=100% src=/m/a.png>",
	    true, SITE "m/a.png image/png 640x360 shown", ""},
	{"", "a.md", "", "<img src=/m/a.png width=64 height=64>", true,
	    SITE "m/a.png image/png 640x360 shown", ""},
	{"", "a.md", "", "<img src=\"/b?x&amp;y=&lt;\">", true,
	    SITE "b?x&y=%3C  0x0 shown", ""},
	{"", "a.md", "", "![x](data:image/gif;base64,R0)", true, "", ""},
	/* What the front matter names counts first. */
	{"", "a.md", "/m/a.png", "![x](/b.png)", true,
	    SITE "m/a.png image/png 640x360", ""},
	{"", "a.md", "m/a.png", "text", false,
	    SITE "m/a.png image/png 640x360", ""},
	{"", "a.md", "https://example.org/m/a.png", "text", false,
	    SITE "m/a.png image/png 640x360", ""},
	{"", "a.md", "//e.net/b.JPG?w=1", "text", false,
	    "https://e.net/b.JPG?w=1 image/jpeg 0x0", ""},
	{"", "a.md", "/m/a.png", "![x](/m/a.png)", false, "", ""},
	{"", "a.md", "/m/a.png", "![x](/m/a.png)", true,
	    SITE "m/a.png image/png 640x360 shown", ""},
	{"", "m/index.md", "a.png", "text", false,
	    SITE "p/a.png image/png 640x360", ""},
	{"", "m/index.md", "b.png", "text", false,
	    SITE "b.png image/png 0x0", ""},
	{"media.folder=m", "a.md", "/a.png", "text", false,
	    SITE "a.png image/png 640x360", ""},
	{"media.folder=none", "a.md", "/m/a.png", "text", false,
	    SITE "m/a.png image/png 0x0", ""},
	/* The ending is wrong; the file is right. */
	{"", "a.md", "/m/png.jpg", "text", false,
	    SITE "m/png.jpg image/png 640x360", ""},
	{"", "a.md", "/m/b.png", "text", false, SITE "m/b.png image/png 0x0",
	    "media-missing 2:4 picture 'm/b.png' is not there"},
	{"media.folder=m", "a.md", "/b/c.png", "text", false,
	    SITE "b/c.png image/png 0x0",
	    "media-missing 2:4 picture 'm/b/c.png' is not there"},
	{"", "a.md", "/m/short.png", "text", false,
	    SITE "m/short.png image/png 0x0", "media-unreadable 2:4 picture "
	    "'m/short.png': it is cut off or damaged"},
	{"", "a.md", "", "é ![x](/m/short.png)", true,
	    SITE "m/short.png image/png 0x0 shown", "media-unreadable 4:11 "
	    "picture 'm/short.png': it is cut off or damaged"},
	{"", "a.md", "javascript:x", "![x](/b.png)", true,
	    SITE "b.png image/png 0x0 shown", "media-invalid 2:4 picture "
	    "'javascript:x' is no path on the site, and no http or https "
	    "URL"},
	{"posts.dialect=astro", "a.md", "../../assets/a.png", "text", false,
	    "", ""},
	{"feeds.images=false", "a.md", "/m/a.png", "text", true, "", ""},
#undef SITE
};

static void
check_row(size_t i, struct arena *a, struct buf *html)
{
	struct config c;
	struct drops drops = {0};
	struct sources sources;
	struct body_env env = {
		&c, NULL, &drops, &sources, html, rows[i].wanted, NULL};
	struct diags d = {0};
	struct media media = {str_of(rows[i].image), {2, 4}, NULL, 0};
	struct matter matter = {.title = S("T"),
		.url = S("https://example.org/p/"),
		.media = rows[i].image[0] ? &media : NULL};
	struct post p = {.path = str_of(rows[i].path), .matter = &matter};
	struct buf text = {0}, got = {0};
	struct entry e;

	make_config(&c, a, rows[i].settings[0] ? rows[i].settings
	                                       : "posts.dialect=plain");
	buf_printf(&text, "---\na: b\n---\n%s", rows[i].body);
	put_file(rows[i].path, buf_cstr(&text));
	assert_true(entry_render(&e, &p, true, &env, a, &d));
	if (e.image.url.len)
		buf_printf(&got, "%.*s %.*s %ux%u%s", STR_ARG(e.image.url),
		    STR_ARG(e.image.type), e.image.width, e.image.height,
		    e.image.is_shown ? " shown" : "");
	check_buf(rows[i].image, &got, rows[i].want);
	check_diags(rows[i].image, &d, rows[i].said);
	buf_free(&text);
	buf_free(&got);
}

static void
test_find(void **state)
{
	struct arena a = {0};
	struct buf html = {0};

	(void)state;
	put_file("m/x", "");
	put_bytes("m/a.png", S(PNG));
	put_bytes("m/png.jpg", S(PNG));
	put_bytes("m/short.png", str_sub(S(PNG), 0, 10));
	for (size_t i = 0; i < COUNT(rows); i++) {
		check_row(i, &a, &html);
		arena_reset(&a);
	}
	arena_free(&a);
	buf_free(&html);
}

/* What was looked at is noted, whether it is there or not. */
static void
test_sources(void **state)
{
	struct arena a = {0};
	struct config c;
	struct drops drops = {0};
	struct sources sources;
	struct buf html = {0};
	struct body_env env = {&c, NULL, &drops, &sources, &html, false, NULL};
	struct diags d = {0};
	struct media media = {S("a.png"), {2, 4}, NULL, 0};
	struct matter matter = {.title = S("T"),
		.url = S("https://example.org/p/"), .media = &media};
	struct post p = {.path = S("m/index.md"), .matter = &matter};
	struct entry e;

	(void)state;
	make_config(&c, &a, "media.folder=.");
	put_file("m/index.md", "---\na: b\n---\ntext");
	assert_true(entry_render(&e, &p, true, &env, &a, &d));
	check_str("first", sources.files->path, "m/a.png");
	assert_true(stamp_eq(sources.files->stamp, (struct stamp){0}));
	check_str("second", sources.files->next->path, "a.png");
	assert_null(sources.files->next->next);
	check_diags("none", &d, "media-missing 2:4 picture 'a.png' is not there");
	put_bytes("m/a.png", S(PNG));
	assert_true(entry_render(&e, &p, true, &env, &a, &d));
	check_str("first", sources.files->path, "m/a.png");
	assert_int_equal(sources.files->stamp.size, sizeof PNG - 1);
	check_diags("there", &d, "");
	arena_free(&a);
	buf_free(&html);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
		    test_find, folder_setup, folder_teardown),
		cmocka_unit_test_setup_teardown(
		    test_sources, folder_setup, folder_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
