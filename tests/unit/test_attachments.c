/* SPDX-License-Identifier: MIT
 * test_attachments: the files that go with entries. */
#include "content/entry/entry.h"

#include "content/markdown/markdown.h"
#include "support.h"

static const struct {
	const char *settings;
	const char *ref, *type; /* as the post has them */
	uint64_t bytes;
	const char *want; /* "URL TYPE BYTES" */
	const char *said;
} rows[] = {
#define SITE "https://example.org/"
	{"", "/m/a.mp3", "", 0, SITE "m/a.mp3 audio/mpeg 5", ""},
	{"", "m/a.mp3", "", 99, SITE "m/a.mp3 audio/mpeg 5", ""},
	{"", SITE "m/a.mp3?x=1", "audio/x-mp3", 0,
	    SITE "m/a.mp3?x=1 audio/x-mp3 5", ""},
	{"", "https://e.net/a.mp3", "", 0, "https://e.net/a.mp3 audio/mpeg 0",
	    ""},
	{"", "https://e.net/a.mp3", "", 99,
	    "https://e.net/a.mp3 audio/mpeg 99", ""},
	{"posts.dialect=plain\nmedia.url=/m", "a.mp3", "", 0, SITE "m/a.mp3 audio/mpeg 5", ""},
	{"posts.dialect=plain\nmedia.url=/m", "/a.mp3", "", 0, SITE "a.mp3 audio/mpeg 0", ""},
	{"posts.dialect=plain\nmedia.url=https://e.net", "é.mp3", "", 0,
	    "https://e.net/%C3%A9.mp3 audio/mpeg 0", ""},
	{"media.folder=none", "/m/a.mp3", "", 7, SITE "m/a.mp3 audio/mpeg 7",
	    ""},
	{"", "/m/b.mp3", "", 7, SITE "m/b.mp3 audio/mpeg 7",
	    "media-missing 2:4 enclosure 'm/b.mp3' is not there"},
	{"", "/m/c", "", 0, SITE "m/c application/octet-stream 1",
	    "media-value 2:4 enclosure '/m/c' has no type, and its ending "
	    "tells none"},
	{"", "mailto:a@e.org", "", 0, "", "media-invalid 2:4 enclosure "
	    "'mailto:a@e.org' is no path on the site, and no http or https "
	    "URL"},
#undef SITE
};

static void
check_row(size_t i, struct arena *a, struct buf *html)
{
	struct config c;
	struct drops drops = {0};
	struct sources sources;
	struct body_env env = {&c, NULL, &drops, &sources, html, false, NULL};
	struct diags d = {0};
	struct media_file file = {str_of(rows[i].ref), {2, 4},
		str_of(rows[i].type), rows[i].bytes};
	struct media media = {.files = &file, .n_files = 1};
	struct matter matter = {.title = S("T"),
		.url = S("https://example.org/p/"), .media = &media};
	struct post p = {.path = S("a.md"), .matter = &matter};
	struct buf got = {0};
	struct entry e;

	make_config(&c, a, rows[i].settings[0] ? rows[i].settings
	                                       : "posts.dialect=plain");
	assert_true(entry_render(&e, &p, true, &env, a, &d));
	for (size_t k = 0; k < e.n_attachments; k++)
		buf_printf(&got, "%.*s %.*s %d", STR_ARG(e.attachments[k].url),
		    STR_ARG(e.attachments[k].type),
		    (int)e.attachments[k].bytes);
	check_buf(rows[i].ref, &got, rows[i].want);
	check_diags(rows[i].ref, &d, rows[i].said);
	buf_free(&got);
}

static void
test_find(void **state)
{
	struct arena a = {0};
	struct buf html = {0};

	(void)state;
	put_file("a.md", "---\na: b\n---\ntext");
	put_file("m/a.mp3", "12345");
	put_file("m/c", "1");
	for (size_t i = 0; i < COUNT(rows); i++) {
		check_row(i, &a, &html);
		arena_reset(&a);
	}
	arena_free(&a);
	buf_free(&html);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
		    test_find, folder_setup, folder_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
