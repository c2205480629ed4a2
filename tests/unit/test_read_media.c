/* SPDX-License-Identifier: MIT
 * test_read_media: what posts name in their front matter, under whatever
 * key. */
#include "post/read.h"
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
		m = p.media;
		check_diags(rows[i].front, &p.diags, "");
		check_str(rows[i].front, m ? m->image : S(""), rows[i].image);
		if (m && (m->image_at.line != rows[i].line ||
		    m->image_at.col != rows[i].col))
			fail_msg("%s: %d:%d", rows[i].front,
			    m->image_at.line, m->image_at.col);
		/* Posts without any cost nothing. */
		assert_true((m != NULL) == (rows[i].image[0] != '\0'));
		post_drop_text(&p);
		buf_free(&text);
		post_worker_free(&w);
		arena_free(&a);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
		    test_image, folder_setup, folder_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
