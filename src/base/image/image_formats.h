/* SPDX-License-Identifier: MIT
 * image_formats: how image.c reads a file, and the formats that take more than
 * a few lines. */
#ifndef FEEDMILL_BASE_IMAGE_IMAGE_FORMATS_H
#define FEEDMILL_BASE_IMAGE_IMAGE_FORMATS_H

#include <stddef.h>

#include "base/image/image.h"

enum {
	IMAGE_WINDOW = 8192,  /* bytes that are seen at a time */
	IMAGE_MOST_READS = 64 /* of that many */
};

/* A file through a window. */
struct image_file {
	int fd;
	uint64_t at;   /* of the window, in the file */
	size_t len;    /* bytes in it */
	int reads;     /* so far */
	unsigned char window[IMAGE_WINDOW];
};

/* `n` bytes at an offset, at most IMAGE_WINDOW; valid until the next call.
 * NULL: the file ends before, or enough of it was read. */
const unsigned char *image_at(struct image_file *f, uint64_t at, size_t n);

/* Numbers of two and four bytes, the high one first. */
static inline uint32_t
image_u16(const unsigned char *p)
{
	return (uint32_t)p[0] << 8 | p[1];
}

static inline uint32_t
image_u32(const unsigned char *p)
{
	return image_u16(p) << 16 | image_u16(p + 2);
}

/* Each fills width and height, and the type where there are several. False:
 * damaged. */
bool image_jpeg(struct image_file *f, struct image *out);
bool image_heif(struct image_file *f, struct image *out);
bool image_svg(struct image_file *f, struct image *out);

/* Whether a file begins as an HEIF or an SVG may. */
bool image_is_heif(struct image_file *f);
bool image_is_svg(struct image_file *f);

#endif
