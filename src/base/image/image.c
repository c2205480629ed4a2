/* SPDX-License-Identifier: MIT
 * image: the type and size of a picture, from the start of its file. */
#include "base/image/image.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/core/str.h"
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

/* What a file begins with, '.' standing for any byte; or, of the formats that
 * have no such text, a function that looks at it. */
static const struct format {
	const char *type;
	str signature;
	bool (*is)(struct image_file *f);
	bool (*read)(struct image_file *f, struct image *out);
} formats[] = {
	{"image/png", S_INIT("\x89PNG\r\n\x1A\n"), NULL, read_png},
	{"image/jpeg", S_INIT("\xFF\xD8\xFF"), NULL, image_jpeg},
	{"image/gif", S_INIT("GIF87a"), NULL, read_gif},
	{"image/gif", S_INIT("GIF89a"), NULL, read_gif},
	{"image/webp", S_INIT("RIFF....WEBP"), NULL, read_webp},
	{"image/avif", {0}, image_is_heif, image_heif},
	/* The last one: it is looked for beyond the first bytes. */
	{"image/svg+xml", {0}, image_is_svg, image_svg},
};
enum { FORMATS = sizeof formats / sizeof formats[0] };

static bool
is_format(const struct format *format, struct image_file *f)
{
	const unsigned char *p;
	str s = format->signature;

	if (format->is)
		return format->is(f);
	p = image_at(f, 0, s.len);
	for (size_t i = 0; p && i < s.len; i++)
		if (s.ptr[i] != '.' && (unsigned char)s.ptr[i] != p[i])
			return false;
	return p != NULL;
}

/* ---- all of it ---- */

static bool
read_open(struct image_file *f, struct image *out, const char **why)
{
	size_t i = 0;

	while (i < FORMATS && !is_format(&formats[i], f))
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
