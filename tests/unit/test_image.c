/* SPDX-License-Identifier: MIT
 * test_image: what the head of a picture says of it. */
#include "base/image/image.h"

#include "support.h"

#define CUT "it is cut off or damaged"
#define NONE "it is no PNG, JPEG, GIF, WebP, AVIF, HEIC or SVG"
#define NO_SIZE "it has no width or height"

#define PNG(w, h) "\x89PNG\r\n\x1A\n\0\0\0\rIHDR" w h "\x08\x06\0\0\0"
#define N32(n) "\0\0\0" n
#define BOX(size, type) "\0\0\0" size type

/* The boxes of an AVIF whose item 2 is the picture; item 1 is a preview. */
#define FTYP BOX("\x18", "ftyp") "avif\0\0\0\0mif1avif"
#define PITM(id) BOX("\x0E", "pitm") "\0\0\0\0\0" id
#define ISPE(w, h) BOX("\x14", "ispe") "\0\0\0\0" N32(w) N32(h)
#define IROT(n) BOX("\x09", "irot") n
/* Two sizes, a turn, and who has what: 12 + 8 + 20 + 20 + 9 + 16 + 10 */
#define IPCO BOX("\x39", "ipco") ISPE("\x05", "\x06") ISPE("\x40", "\x30")     \
	IROT("\1")
#define IPMA(second) BOX("\x18", "ipma") "\0\0\0\0\0\0\0\x02"                  \
	"\0\x01\x01\x81" "\0\x02\x01" second
#define IPRP(second) BOX("\x59", "iprp") IPCO IPMA(second)
#define META(second) BOX("\x73", "meta") "\0\0\0\0" PITM("\x02") IPRP(second)

static const struct row {
	const char *name;
	str bytes;
	const char *type; /* NULL: it cannot be read, and `why` is why */
	uint32_t width, height;
	const char *why;
} rows[] = {
	{"png", S_INIT(PNG("\0\0\x01\x02", "\0\0\0\x03")), "image/png", 258,
	    3, NULL},
	{"png of 100 megapixels", S_INIT(PNG("\0\0\x27\x10", "\0\0\x27\x10")),
	    "image/png", 10000, 10000, NULL},
	{"png of 10 bytes", S_INIT("\x89PNG\r\n\x1A\n\0\0"), NULL, 0, 0, CUT},
	{"png of 8 bytes", S_INIT("\x89PNG\r\n\x1A\n"), NULL, 0, 0, CUT},
	{"png of nothing", S_INIT(PNG("\0\0\0\0", "\0\0\0\x03")), NULL, 0, 0,
	    NO_SIZE},
	{"png without IHDR", S_INIT(
	    "\x89PNG\r\n\x1A\n\0\0\0\x04" "CgBI\0\0\0\x03\0\0\0\x03\0\0\0\0"),
	    NULL, 0, 0, CUT},
	{"gif", S_INIT("GIF89a\x02\x01\x03\0\0\0\0"), "image/gif", 258, 3,
	    NULL},
	{"old gif", S_INIT("GIF87a\x02\x01\x03\0"), "image/gif", 258, 3, NULL},
	{"short gif", S_INIT("GIF89a\x02\x01\x03"), NULL, 0, 0, CUT},
	{"webp, lossy", S_INIT("RIFF\0\0\0\0WEBPVP8 \0\0\0\0\0\0\0"
	    "\x9D\x01\x2A\x40\x01\xF0\x80"), "image/webp", 320, 240, NULL},
	{"webp, lossless", S_INIT("RIFF\0\0\0\0WEBPVP8L\0\0\0\0"
	    "\x2F\x3F\xC1\x3B\0\0\0\0\0\0"), "image/webp", 320, 240, NULL},
	{"webp, extended", S_INIT("RIFF\0\0\0\0WEBPVP8X\x0A\0\0\0"
	    "\0\0\0\0\x3F\x01\0\xEF\0\0"), "image/webp", 320, 240, NULL},
	{"webp of something else", S_INIT("RIFF\0\0\0\0WEBPICCP\x0A\0\0\0"
	    "\0\0\0\0\x3F\x01\0\xEF\0\0"), NULL, 0, 0, CUT},
	{"webp, cut", S_INIT("RIFF\0\0\0\0WEBPVP8 "), NULL, 0, 0, CUT},
	{"riff, but no webp", S_INIT("RIFF\0\0\0\0WAVEfmt "), NULL, 0, 0,
	    NONE},
	{"jpeg", S_INIT("\xFF\xD8\xFF\xE0\0\x04xx\xFF\xFF\xC2\0\x11\x08"
	    "\0\xF0\x01\x40\x03"), "image/jpeg", 320, 240, NULL},
	{"jpeg, upright", S_INIT("\xFF\xD8\xFF\xE1\0\x22" "Exif\0\0"
	    "II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x01\0\0\0\0\0\0\0"
	    "\xFF\xC0\0\x11\x08\0\xF0\x01\x40\x03"), "image/jpeg", 320, 240,
	    NULL},
	{"jpeg on its side", S_INIT("\xFF\xD8\xFF\xE1\0\x22" "Exif\0\0"
	    "MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0"
	    "\xFF\xC0\0\x11\x08\0\xF0\x01\x40\x03"), "image/jpeg", 240, 320,
	    NULL},
	{"jpeg, mirrored", S_INIT("\xFF\xD8\xFF\xE1\0\x22" "Exif\0\0"
	    "II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x04\0\0\0\0\0\0\0"
	    "\xFF\xC0\0\x11\x08\0\xF0\x01\x40\x03"), "image/jpeg", 320, 240,
	    NULL},
	{"jpeg, mirrored and on its side", S_INIT("\xFF\xD8\xFF\xE1\0\x22"
	    "Exif\0\0"
	    "II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x05\0\0\0\0\0\0\0"
	    "\xFF\xC0\0\x11\x08\0\xF0\x01\x40\x03"), "image/jpeg", 240, 320,
	    NULL},
	{"jpeg on its other side", S_INIT("\xFF\xD8\xFF\xE1\0\x22" "Exif\0\0"
	    "II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x08\0\0\0\0\0\0\0"
	    "\xFF\xC0\0\x11\x08\0\xF0\x01\x40\x03"), "image/jpeg", 240, 320,
	    NULL},
	{"jpeg with an orientation that there is not", S_INIT("\xFF\xD8\xFF"
	    "\xE1\0\x22" "Exif\0\0"
	    "II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x09\0\0\0\0\0\0\0"
	    "\xFF\xC0\0\x11\x08\0\xF0\x01\x40\x03"), "image/jpeg", 320, 240,
	    NULL},
	{"jpeg with a damaged Exif", S_INIT("\xFF\xD8\xFF\xE1\0\x10"
	    "Exif\0\0II*\0\xFF\xFF\xFF\x7F"
	    "\xFF\xC0\0\x11\x08\0\xF0\x01\x40\x03"), "image/jpeg", 320, 240,
	    NULL},
	{"jpeg without a frame", S_INIT("\xFF\xD8\xFF\xDA\0\x04xx"), NULL, 0,
	    0, CUT},
	{"jpeg with a segment of no length", S_INIT("\xFF\xD8\xFF\xE0\0\0xx"),
	    NULL, 0, 0, CUT},
	{"jpeg, cut", S_INIT("\xFF\xD8\xFF\xC0\0\x11\x08\0\xF0\x01"), NULL, 0,
	    0, CUT},
	{"jpeg whose height comes later", S_INIT("\xFF\xD8\xFF\xC0\0\x11\x08"
	    "\0\0\x01\x40\x03"), NULL, 0, 0, NO_SIZE},
	{"avif", S_INIT(FTYP META("\x82")), "image/avif", 64, 48, NULL},
	{"avif, turned", S_INIT(FTYP BOX("\x74", "meta") "\0\0\0\0"
	    PITM("\x02") BOX("\x5A", "iprp") IPCO BOX("\x19", "ipma")
	    "\0\0\0\0\0\0\0\x02\0\x01\x01\x81\0\x02\x02\x82\x83"),
	    "image/avif", 48, 64, NULL},
	{"heic", S_INIT(BOX("\x18", "ftyp") "heic\0\0\0\0mif1heic"
	    META("\x82")), "image/heic", 64, 48, NULL},
	{"avif without a size", S_INIT(FTYP META("\x85")), NULL, 0, 0, CUT},
	{"avif, cut", S_INIT(FTYP BOX("\x73", "meta") "\0\0\0\0"), NULL, 0, 0,
	    CUT},
	{"a box that reaches beyond its parent", S_INIT(FTYP
	    BOX("\x1A", "meta") "\0\0\0\0" BOX("\xFF", "pitm") "\0\0\0\0\0\2"),
	    NULL, 0, 0, CUT},
	{"a film", S_INIT(BOX("\x14", "ftyp") "isom\0\0\0\0mp42"), NULL, 0, 0,
	    NONE},
	{"svg", S_INIT("<svg xmlns='x' width=\"32\" height='16px'/>"),
	    "image/svg+xml", 32, 16, NULL},
	{"svg behind a head", S_INIT("\xEF\xBB\xBF<?xml version=\"1.0\"?>\n"
	    "<!-- <svg width='9'> -->\n<!DOCTYPE svg PUBLIC \"a\" \"b\" "
	    "[<!ENTITY c \"d\">]>\n<svg viewBox=\"0 -1 24.4, 12\">"),
	    "image/svg+xml", 24, 12, NULL},
	{"svg in units", S_INIT("<svg width='1in' height='2.54cm'>"),
	    "image/svg+xml", 96, 96, NULL},
	{"svg in percent", S_INIT("<svg width='100%' height='100%' "
	    "viewBox='0 0 30 20'>"), "image/svg+xml", 30, 20, NULL},
	{"svg with one side", S_INIT("<svg width='60' viewBox='0 0 30 20'>"),
	    "image/svg+xml", 60, 40, NULL},
	{"svg without a size", S_INIT("<svg>"), "image/svg+xml", 0, 0, NULL},
	{"svg with a prefix", S_INIT("<svg:svg width='3' height='4'>"),
	    "image/svg+xml", 3, 4, NULL},
	{"svg of a size beyond all", S_INIT(
	    "<svg width='9999999999999999999' height='4'>"), "image/svg+xml",
	    0, 0, NULL},
	{"svg without quotes", S_INIT("<svg width=3 height=4>"),
	    "image/svg+xml", 0, 0, NULL},
	{"no svg", S_INIT("<svgx width='3'>"), NULL, 0, 0, NONE},
	{"html", S_INIT("<!DOCTYPE html><html><svg width='3'>"), NULL, 0, 0,
	    NONE},
	{"an open comment", S_INIT("<!-- "), NULL, 0, 0, NONE},
	{"text", S_INIT("Not found"), NULL, 0, 0, NONE},
	{"one byte", S_INIT("\xFF"), NULL, 0, 0, NONE},
	{"nothing", S_INIT(""), NULL, 0, 0, "it is empty"},
};

static void
check_row(const struct row *r)
{
	struct image i;
	const char *why = NULL;
	bool ok = image_read("a", &i, &why);

	if (ok != (r->type != NULL))
		fail_msg("%s: %s", r->name, ok ? i.type : why);
	if (!ok) {
		check_str(r->name, str_of(why), r->why);
		return;
	}
	check_str(r->name, str_of(i.type), r->type);
	if (i.width != r->width || i.height != r->height)
		fail_msg("%s: %u x %u", r->name, i.width, i.height);
}

static void
test_heads(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		put_bytes("a", rows[i].bytes);
		check_row(&rows[i]);
	}
}

/* Whatever is missing at its end, a file is read or refused, and no byte is
 * read that is not there. */
static void
test_cut(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		for (size_t n = 0; n < rows[i].bytes.len; n++) {
			struct image image;
			const char *why = NULL;

			put_bytes("a", str_sub(rows[i].bytes, 0, n));
			if (!image_read("a", &image, &why))
				assert_non_null(why);
		}
}

/* A frame behind two profiles and a preview of 64 KiB each. */
static void
test_far_frame(void **state)
{
	struct buf b = {0};
	struct row row = {"far", {0}, "image/jpeg", 320, 240, NULL};

	(void)state;
	buf_add(&b, S("\xFF\xD8"));
	for (int i = 0; i < 3; i++) {
		buf_add(&b, S("\xFF\xE2\xFF\xFF"));
		memset(buf_reserve(&b, 65533), 'x', 65533);
		b.len += 65533;
	}
	buf_add(&b, S("\xFF\xC0\0\x11\x08\0\xF0\x01\x40\x03"));
	put_bytes("a", buf_str(&b));
	check_row(&row);
	buf_free(&b);
}

/* Segments without end: the reader gives up. */
static void
test_bound(void **state)
{
	struct buf b = {0};
	struct row row = {"endless", {0}, NULL, 0, 0, CUT};

	(void)state;
	buf_add(&b, S("\xFF\xD8"));
	for (int i = 0; i < 300; i++) {
		buf_add(&b, S("\xFF\xE2\x40\0"));
		memset(buf_reserve(&b, 16382), 'x', 16382);
		b.len += 16382;
	}
	buf_add(&b, S("\xFF\xC0\0\x11\x08\0\xF0\x01\x40\x03"));
	put_bytes("a", buf_str(&b));
	check_row(&row);
	buf_free(&b);
}

static void
test_files(void **state)
{
	struct image i;
	const char *why = NULL;

	(void)state;
	assert_false(image_read("none", &i, &why));
	check_str("none", str_of(why), "No such file or directory");
	assert_int_equal(mkdir("folder", 0777), 0);
	assert_false(image_read("folder", &i, &why));
	check_str("folder", str_of(why), "it is not a regular file");
	assert_int_equal(mkfifo("fifo", 0666), 0);
	assert_false(image_read("fifo", &i, &why));
	check_str("fifo", str_of(why), "it is not a regular file");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
		    test_heads, folder_setup, folder_teardown),
		cmocka_unit_test_setup_teardown(
		    test_cut, folder_setup, folder_teardown),
		cmocka_unit_test_setup_teardown(
		    test_far_frame, folder_setup, folder_teardown),
		cmocka_unit_test_setup_teardown(
		    test_bound, folder_setup, folder_teardown),
		cmocka_unit_test_setup_teardown(
		    test_files, folder_setup, folder_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
