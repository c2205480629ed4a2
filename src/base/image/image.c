/* SPDX-License-Identifier: MIT
 * image: what the head of a picture says of it. */
#include "base/image/image.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/image/image_formats.h"

/* ---- reading ---- */

/* Fills the window from an offset on. */
static void
move_window(struct image_file *f, uint64_t at)
{
	f->at = at;
	f->len = 0;
	while (f->len < IMAGE_WINDOW) {
		ssize_t n = pread(f->fd, f->window + f->len,
		    IMAGE_WINDOW - f->len, (off_t)(at + f->len));

		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			break;
		f->len += (size_t)n;
	}
}

const unsigned char *
image_at(struct image_file *f, uint64_t at, size_t n)
{
	bool inside = at >= f->at && at - f->at <= f->len &&
	    n <= f->len - (at - f->at);

	if (!inside) {
		if (f->reads++ == IMAGE_MOST_READS || at > INT64_MAX / 2)
			return NULL;
		move_window(f, at);
	}
	at -= f->at;
	return n <= f->len && at <= f->len - n ? f->window + at : NULL;
}

static uint32_t
little16(const unsigned char *p)
{
	return (uint32_t)p[1] << 8 | p[0];
}

static uint32_t
little24(const unsigned char *p)
{
	return (uint32_t)p[2] << 16 | little16(p);
}

/* ---- formats ---- */

/* PNG, 5.2 and 11.2.1: IHDR comes first. */
static bool
read_png(struct image_file *f, struct image *out)
{
	const unsigned char *p = image_at(f, 8, 16);

	if (p == NULL || memcmp(p + 4, "IHDR", 4) != 0)
		return false;
	out->width = image_u32(p + 8);
	out->height = image_u32(p + 12);
	return true;
}

/* GIF89a, 18: the logical screen. */
static bool
read_gif(struct image_file *f, struct image *out)
{
	const unsigned char *p = image_at(f, 6, 4);

	if (p == NULL)
		return false;
	out->width = little16(p);
	out->height = little16(p + 2);
	return true;
}

/* RFC 9649, 2.5 to 2.7: what follows "WEBP" is one of three chunks. */
static bool
read_webp(struct image_file *f, struct image *out)
{
	const unsigned char *p = image_at(f, 12, 18);

	if (p == NULL)
		return false;
	if (memcmp(p, "VP8 ", 4) == 0 &&
	    memcmp(p + 11, "\x9D\x01\x2A", 3) == 0) {
		out->width = little16(p + 14) & 0x3FFF;
		out->height = little16(p + 16) & 0x3FFF;
	} else if (memcmp(p, "VP8L", 4) == 0 && p[8] == 0x2F) {
		uint32_t bits = little24(p + 9) | (uint32_t)p[12] << 24;

		out->width = 1 + (bits & 0x3FFF);
		out->height = 1 + (bits >> 14 & 0x3FFF);
	} else if (memcmp(p, "VP8X", 4) == 0) {
		out->width = 1 + little24(p + 12);
		out->height = 1 + little24(p + 15);
	} else
		return false;
	return true;
}

static bool
begins_with(struct image_file *f, uint64_t at, const char *bytes, size_t n)
{
	const unsigned char *p = image_at(f, at, n);

	return p && memcmp(p, bytes, n) == 0;
}

static bool
is_png(struct image_file *f)
{
	return begins_with(f, 0, "\x89PNG\r\n\x1A\n", 8);
}

static bool
is_jpeg(struct image_file *f)
{
	return begins_with(f, 0, "\xFF\xD8\xFF", 3);
}

static bool
is_gif(struct image_file *f)
{
	return begins_with(f, 0, "GIF87a", 6) || begins_with(f, 0, "GIF89a", 6);
}

static bool
is_webp(struct image_file *f)
{
	return begins_with(f, 0, "RIFF", 4) && begins_with(f, 8, "WEBP", 4);
}

static const struct {
	const char *type;
	bool (*is)(struct image_file *f);
	bool (*read)(struct image_file *f, struct image *out);
} formats[] = {
	{"image/png", is_png, read_png},
	{"image/jpeg", is_jpeg, image_jpeg},
	{"image/gif", is_gif, read_gif},
	{"image/webp", is_webp, read_webp},
	{"image/avif", image_is_heif, image_heif},
	/* The last one: it has no signature. */
	{"image/svg+xml", image_is_svg, image_svg},
};
enum { FORMATS = sizeof formats / sizeof formats[0] };

/* ---- all of it ---- */

static bool
read_open(struct image_file *f, struct image *out, const char **why)
{
	size_t i = 0;

	while (i < FORMATS && !formats[i].is(f))
		i++;
	if (i == FORMATS) {
		*why = "it is no PNG, JPEG, GIF, WebP, AVIF, HEIC or SVG";
		return false;
	}
	*out = (struct image){.type = formats[i].type};
	if (!formats[i].read(f, out))
		*why = "it is cut off or damaged";
	else if (formats[i].read != image_svg &&
	    (out->width == 0 || out->height == 0))
		*why = "it has no width or height";
	else
		return true;
	return false;
}

bool
image_read(const char *path, struct image *out, const char **why)
{
	struct image_file f = {.fd = open(
	    path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)};
	struct stat st;
	bool ok = false;

	if (f.fd < 0 || fstat(f.fd, &st) != 0)
		*why = strerror(errno);
	else if (!S_ISREG(st.st_mode))
		*why = "it is not a regular file";
	else if (st.st_size == 0)
		*why = "it is empty";
	else
		ok = read_open(&f, out, why);
	if (f.fd >= 0)
		close(f.fd);
	return ok;
}
