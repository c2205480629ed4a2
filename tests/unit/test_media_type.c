/* SPDX-License-Identifier: MIT
 * test_media_type: what kind of file a name or an address is of. */
#include "base/web/media_type.h"

#include "support.h"

static void
test_endings(void **state)
{
	static const struct {
		const char *path, *type;
	} rows[] = {
		{"a.mp3", "audio/mpeg"},
		{"A.MP3", "audio/mpeg"},
		{"https://example.org/a.m4a?x=1.txt#t=2.pdf", "audio/mp4"},
		{"/x/a.tar.gz", "application/gzip"},
		{"a.svg", "image/svg+xml"},
		{"a.unknown", ""},
		{"a", ""},
		{"a.", ""},
		{"", ""},
		{"mp3", ""},
		{"https://example.org/", ""},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		check_str(rows[i].path, media_type_of(str_of(rows[i].path)),
		    rows[i].type);
}

static void
test_forms(void **state)
{
	static const struct {
		const char *type;
		bool is;
		const char *medium;
	} rows[] = {
		{"audio/mpeg", true, "audio"},
		{"Video/MP4", true, "video"},
		{"image/svg+xml", true, "image"},
		{"application/pdf", true, "document"},
		{"audio/ogg; codecs=opus", true, "audio"},
		{"audio/ogg;codecs=\"a;b\" ; x=y", true, "audio"},
		{"audio/ogg; codecs=opus\"", false, "audio"},
		{"audio/ogg; codecs=\"opus", false, "audio"},
		{"audio/ogg; codecs", false, "audio"},
		{"audio/ogg;", false, "audio"},
		{"application/vnd.x-y_z.1+json", true, "document"},
		{"mp3", false, "document"},
		{"/mpeg", false, "document"},
		{"audio/", false, "audio"},
		{"audio/;x", false, "audio"},
		{"audio/mp 3", false, "audio"},
		{"a/b/c", false, "document"},
		{"", false, "document"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		str type = str_of(rows[i].type);

		if (media_type_is(type) != rows[i].is)
			fail_msg("%s", rows[i].type);
		check_str(rows[i].type, str_of(media_type_medium(type)),
		    rows[i].medium);
	}
	assert_false(media_type_is(S("audio/mp\0" "3")));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_endings),
		cmocka_unit_test(test_forms),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
