/* SPDX-License-Identifier: MIT
 * image: the type and size of a picture, from the start of its file. Its
 * pixels are never read. */
#ifndef FEEDMILL_BASE_IMAGE_IMAGE_H
#define FEEDMILL_BASE_IMAGE_IMAGE_H

#include <stdbool.h>
#include <stdint.h>

struct image {
	const char *type;       /* "image/png" */
	uint32_t width, height; /* as it is shown, in pixels; 0: an SVG that
	                         * does not say */
};

/* Reads the heads of PNG, JPEG, GIF, WebP, AVIF, HEIC and SVG: some kilobytes
 * of a file at most, however large it is. False: it is none of these, or is
 * damaged; *why tells, for messages: "it is cut off". */
bool image_read(const char *path, struct image *out, const char **why);

#endif
