/* SPDX-License-Identifier: MIT
 * image_jpeg: the size of a JPEG, and which way up it is.
 *
 * The frame header may stand behind hundreds of kilobytes of profiles and
 * previews: only the heads of these segments are read. Cameras write the
 * picture as the sensor sees it and note how they were held (Exif,
 * orientation); all browsers turn the picture accordingly. */
#include <string.h>

#include "base/image/image_formats.h"

enum {
	MOST_SEGMENTS = 200,
	MOST_TAGS = 100,
	ORIENTATION = 0x0112,
	SIDEWAYS = 5 /* this orientation, and those above it */
};

/* Numbers of an Exif block, whose byte order it says itself. */
struct exif {
	struct image_file *file;
	uint64_t start; /* of the TIFF header, which offsets count from */
	bool little;
};

static bool
read_u16(struct exif *e, uint64_t at, uint32_t *n)
{
	const unsigned char *p = image_at(e->file, e->start + at, 2);

	if (p)
		*n = e->little ? (uint32_t)p[1] << 8 | p[0] : image_u16(p);
	return p != NULL;
}

static bool
read_u32(struct exif *e, uint64_t at, uint32_t *n)
{
	uint32_t a, b;

	if (!read_u16(e, at, &a) || !read_u16(e, at + 2, &b))
		return false;
	*n = e->little ? b << 16 | a : a << 16 | b;
	return true;
}

/* Whether an APP1 segment says that the picture lies on its side; a damaged
 * one does not. Exif 2.3, 4.5 and 4.6.4. */
static bool
is_sideways(struct image_file *f, uint64_t at)
{
	struct exif e = {f, at + 6, false};
	const unsigned char *p = image_at(f, at, 8);
	uint32_t ifd, count, tag, value;

	if (p == NULL || memcmp(p, "Exif\0\0", 6) != 0)
		return false;
	e.little = p[6] == 'I';
	if (!read_u32(&e, 4, &ifd) || !read_u16(&e, ifd, &count))
		return false;
	for (uint32_t i = 0; i < count && i < MOST_TAGS; i++) {
		uint64_t entry = (uint64_t)ifd + 2 + 12 * (uint64_t)i;

		if (!read_u16(&e, entry, &tag))
			return false;
		if (tag == ORIENTATION)
			return read_u16(&e, entry + 8, &value) &&
			    value >= SIDEWAYS && value <= 8;
	}
	return false;
}

/* The markers that begin a frame. ITU T.81, table B.1. */
static bool
is_frame(unsigned char marker)
{
	return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 &&
	    marker != 0xC8 && marker != 0xCC;
}

/* Those that no length follows. */
static bool
is_bare(unsigned char marker)
{
	return marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8);
}

static void
set_size(struct image *out, const unsigned char *frame, bool sideways)
{
	uint32_t height = image_u16(frame + 5), width = image_u16(frame + 7);

	out->width = sideways ? height : width;
	out->height = sideways ? width : height;
}

bool
image_jpeg(struct image_file *f, struct image *out)
{
	bool sideways = false;
	uint64_t at = 2;

	for (int i = 0; i < MOST_SEGMENTS; i++) {
		const unsigned char *p = image_at(f, at, 4);
		unsigned char marker;
		uint32_t length;

		if (p == NULL || p[0] != 0xFF)
			return false;
		marker = p[1];
		if (marker == 0xFF || is_bare(marker)) {
			at += marker == 0xFF ? 1 : 2;
			continue;
		}
		if (is_frame(marker)) {
			p = image_at(f, at, 9);
			if (p)
				set_size(out, p, sideways);
			return p != NULL;
		}
		/* The picture itself, or its end, before any frame. */
		if (marker == 0xDA || marker == 0xD9)
			return false;
		length = image_u16(p + 2);
		if (length < 2)
			return false;
		if (marker == 0xE1)
			sideways |= is_sideways(f, at + 4);
		at += 2 + length;
	}
	return false;
}
