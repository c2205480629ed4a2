/* SPDX-License-Identifier: MIT
 * test_media: pictures beside the text of entries. */
#include "feed/formats/xml_feed.h"

#include "feed/formats/formats.h"
#include "sample.h"

#define URL "https://example.org/a.png?x&amp;y"
#define FULL                                                                   \
	"    <media:content url=\"" URL "\" type=\"image/png\" "              \
	"medium=\"image\" width=\"640\" height=\"4294967295\"/>\n"             \
	"    <media:thumbnail url=\"" URL "\" width=\"640\" "                 \
	"height=\"4294967295\"/>\n"
#define BARE                                                                   \
	"    <media:content url=\"" URL "\" medium=\"image\"/>\n"             \
	"    <media:thumbnail url=\"" URL "\"/>\n"

static const struct {
	const char *images;
	bool is_shown, has_text, has_size;
	const char *want;
} rows[] = {
	{"true", false, true, true, FULL},
	{"true", false, true, false, BARE},
	{"true", true, true, true, ""},
	{"true", true, false, true, FULL},
	{"all", true, true, true, FULL},
};

static void
test_put(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct sample s;
		struct buf b = {0};
		struct xml x = xml_piece(&b, 2);
		char setting[40];

		snprintf(setting, sizeof setting, "feeds.images=%s",
		    rows[i].images);
		sample_init(&s, setting);
		s.entry.image = (struct picture){
			.url = S("https://example.org/a.png?x&y"),
			.is_shown = rows[i].is_shown};
		if (rows[i].has_size) {
			s.entry.image.type = S("image/png");
			s.entry.image.width = 640;
			s.entry.image.height = UINT32_MAX;
		}
		if (!rows[i].has_text)
			s.entry.content.html = (str){0};
		xml_feed_image(&x, &s.entry, &s.config);
		assert_int_equal(xml_feed_namespaces(&s.entry, &s.config),
		    rows[i].want[0] ? NAMESPACE_MEDIA : 0);
		check_buf(rows[i].images, &b, rows[i].want);
		buf_free(&b);
		arena_free(&s.arena);
	}
}

/* The first file is RSS's enclosure. */
static void
test_files(void **state)
{
	static const struct attachment files[] = {
		{S_INIT("https://e.org/a"), S_INIT("audio/mpeg"), 1},
		{S_INIT("https://e.org/b?x&y"), S_INIT("video/mp4"), 12},
		{S_INIT("https://e.org/c"), S_INIT("application/pdf"), 0},
	};
	struct sample s;
	struct buf b = {0};
	struct xml x = xml_piece(&b, 2);

	(void)state;
	sample_init(&s, "");
	s.entry.attachments = files;
	s.entry.n_attachments = 1;
	xml_feed_files(&x, &s.entry);
	check_buf("one", &b, "");
	assert_int_equal(xml_feed_namespaces(&s.entry, &s.config), 0);
	s.entry.n_attachments = 3;
	xml_feed_files(&x, &s.entry);
	check_buf("three", &b,
	    "    <media:content url=\"https://e.org/b?x&amp;y\" "
	    "fileSize=\"12\" type=\"video/mp4\" medium=\"video\"/>\n"
	    "    <media:content url=\"https://e.org/c\" "
	    "type=\"application/pdf\" medium=\"document\"/>\n");
	assert_int_equal(
	    xml_feed_namespaces(&s.entry, &s.config), NAMESPACE_FILES);
	buf_free(&b);
	arena_free(&s.arena);
}

/* An entry without a picture uses nothing. */
static void
test_none(void **state)
{
	struct sample s;
	struct buf b = {0};
	struct xml x = xml_piece(&b, 2);

	(void)state;
	sample_init(&s, "feeds.images=all");
	xml_feed_image(&x, &s.entry, &s.config);
	assert_int_equal(xml_feed_namespaces(&s.entry, &s.config), 0);
	check_buf("none", &b, "");
	buf_free(&b);
	arena_free(&s.arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_put), cmocka_unit_test(test_files),
		cmocka_unit_test(test_none),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
