/* SPDX-License-Identifier: MIT
 * test_read_media: what posts name in their front matter, under whatever
 * key. */
#include "post/read/read.h"
#include "support.h"

static const struct {
	const char *front, *image;
	int line, col;
} rows[] = {
	{"a: b", "", 0, 0},
	{"image: /a.png", "/a.png", 4, 8},
	{"Image: ' a.png '", "a.png", 4, 8},
	{"images: [a, b]", "a", 4, 10},
	{"images: [~, '', b]", "b", 4, 17},
	{"image: {path: a, alt: x}", "a", 4, 15},
	{"cover: {alt: x, image: a}", "a", 4, 24},
	{"photos:\n- {url: a}\n- b", "a", 5, 9},
	{"featured_image: a", "a", 4, 17},
	{"featured-image: a", "a", 4, 17},
	{"featuredImage: a", "a", 4, 16},
	{"heroImage: ./a.jpg", "./a.jpg", 4, 12},
	{"header: {overlay_color: red, teaser: a}", "a", 4, 38},
	{"extra: {og_image: a}", "a", 4, 19},
	{"params: {thumbnail: a}", "a", 4, 21},
	/* The one that says more counts, wherever it stands. */
	{"thumbnail: t\nimage: i", "i", 5, 8},
	{"extra: {image: i}\nthumbnail: t", "i", 4, 16},
	{"image: false\nthumbnail: t", "t", 5, 12},
	/* These are no pictures. */
	{"image: false", "", 0, 0},
	{"image: ~", "", 0, 0},
	{"image: none", "", 0, 0},
	{"hero: true", "", 0, 0},
	{"images: []", "", 0, 0},
	{"image: {alt: x}", "", 0, 0},
	{"image_alt: x", "", 0, 0},
	{"imagery: x", "", 0, 0},
	{"resources: [{src: a}]", "", 0, 0},
	{"image: [[[[[a]]]]]", "", 0, 0},
};

static void
test_image(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct arena a = {0};
		struct config c;
		struct post_worker w;
		struct post p;
		struct buf text = {0};
		struct post_reader reader = {
			.config = &c, .now = at("2020-01-01")};
		struct found file = {.path = S("a.md")};
		const struct media *m;

		make_config(&c, &a, "");
		buf_printf(&text, "---\ntitle: T\ndate: 2010-07-06\n%s\n---\n",
		    rows[i].front);
		put_file("a.md", buf_cstr(&text));
		post_worker_init(&w, &c);
		post_read(&p, &reader, &file, &w);
		m = p.matter->media;
		check_reports(rows[i].front, &p, "");
		check_str(rows[i].front, m ? m->image : S(""), rows[i].image);
		if (m && (m->image_at.line != rows[i].line ||
		    m->image_at.col != rows[i].col))
			fail_msg("%s: %d:%d", rows[i].front,
			    m->image_at.line, m->image_at.col);
		/* Posts without any cost nothing. */
		assert_true((m != NULL) == (rows[i].image[0] != '\0'));
		buf_free(&text);
		post_worker_free(&w);
		arena_free(&a);
	}
}

/* "REF TYPE BYTES line:col; ..." */
static const struct {
	const char *front, *files, *said;
} file_rows[] = {
	{"enclosure: a.mp3", "a.mp3  0 4:12", ""},
	{"enclosure: {url: a, length: 12, type: audio/mpeg}",
	    "a audio/mpeg 12 4:18", ""},
	{"enclosure: {href: a, size: '1,234', mimeType: video/mp4}",
	    "a video/mp4 1234 4:19", ""},
	{"enclosure: |\n  a\n  12\n  audio/mpeg\n  more",
	    "a audio/mpeg 12 4:12", ""},
	{"enclosure: \"a\\r\\n12\\r\\naudio/mpeg\"", "a audio/mpeg 12 4:12", ""},
	{"enclosures: [a, {url: b}, a, ~, '']", "a  0 4:14; b  0 4:23", ""},
	{"audio: a.mp3\npodcast: a.mp3\nvideo: b.webm",
	    "a.mp3  0 4:8; b.webm  0 6:8", ""},
	{"audio: {mp3: a.mp3, ogg: b.ogg, duration: 12}",
	    "a.mp3  0 4:14; b.ogg  0 4:26", ""},
	{"podcast_file: a.mp3\npodcast_bytes: 12\npodcast_duration: 1:00",
	    "a.mp3  12 4:15", ""},
	{"extra:\n  audio-url: a.m4a\n  audio_type: audio/x-m4a",
	    "a.m4a audio/x-m4a 0 5:14", ""},
	/* These are no files. */
	{"audio: true\nvideo: https://example.org/watch?v=1\n"
	    "podcast: My show", "", ""},
	{"enclosure: ~\nenclosures: []\nmp3: no", "", ""},
	{"enclosure: {length: 12}", "", ""},
	{"enclosures: [[[[[[a]]]]]]", "", ""},
	/* What is wrong about them is left out. */
	{"enclosure: {url: a, length: 1:00}", "a  0 4:18",
	    "media-value 4:29 length '1:00' of a file, expected a number of "
	    "bytes"},
	{"enclosure: {url: a, length: -1}", "a  0 4:18", "media-value 4:29 "
	    "length '-1' of a file, expected a number of bytes"},
	{"enclosure: {url: a, type: é}", "a  0 4:18", "media-value 4:27 "
	    "type 'é' of a file, expected a media type such as audio/mpeg"},
};

static void
check_files(const char *front, const char *files, const char *said)
{
	struct arena a = {0};
	struct config c;
	struct post_worker w;
	struct post p;
	struct buf text = {0};
	struct post_reader reader = {.config = &c, .now = at("2020-01-01")};
	struct found file = {.path = S("a.md")};
	const struct media *m;

	make_config(&c, &a, "");
	buf_printf(&text, "---\ntitle: T\ndate: 2010-07-06\n%s\n---\n", front);
	put_file("a.md", buf_cstr(&text));
	post_worker_init(&w, &c);
	post_read(&p, &reader, &file, &w);
	buf_reset(&text);
	m = p.matter->media;
	for (size_t i = 0; m && i < m->n_files; i++) {
		const struct media_file *f = &m->files[i];

		buf_printf(&text, "%s%.*s %.*s %d %d:%d", i ? "; " : "",
		    STR_ARG(f->ref), STR_ARG(f->type), (int)f->bytes,
		    f->at.line, f->at.col);
	}
	if (files)
		check_buf(front, &text, files);
	else
		assert_int_equal(m->n_files, 100);
	check_reports(front, &p, said);
	buf_free(&text);
	post_worker_free(&w);
	arena_free(&a);
}

static void
test_files(void **state)
{
	struct buf many = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(file_rows); i++)
		check_files(file_rows[i].front, file_rows[i].files,
		    file_rows[i].said);
	buf_add(&many, S("enclosures:"));
	for (int i = 0; i < 102; i++)
		buf_printf(&many, "\n- a%d", i);
	check_files(buf_cstr(&many), NULL, "media-value 105:3 more than 100 "
	    "files; this one and those after it are left out");
	buf_free(&many);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
		    test_files, folder_setup, folder_teardown),
		cmocka_unit_test_setup_teardown(
		    test_image, folder_setup, folder_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
