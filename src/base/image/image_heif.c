/* SPDX-License-Identifier: MIT
 * image_heif: the size of an AVIF or HEIC, which are boxes in boxes.
 *
 * The file names its primary item (pitm), and which of the properties (ipco)
 * belong to it (ipma): its size (ispe) and how it is to be turned (irot).
 * ISO/IEC 23008-12, 6.5. */
#include <string.h>

#include "base/image/image_formats.h"

enum { MOST_BOXES = 500, MOST_PROPERTIES = 64 };

struct box {
	char type[4];
	uint64_t body, end; /* offsets in the file */
};

/* The box at an offset. ISO/IEC 14496-12, 4.2. */
static bool
read_box(struct image_file *f, uint64_t at, uint64_t end, struct box *b)
{
	const unsigned char *p = image_at(f, at, 8);
	uint64_t size;

	if (p == NULL || at + 8 > end)
		return false;
	memcpy(b->type, p + 4, 4);
	size = image_u32(p);
	b->body = at + 8;
	if (size == 1) {
		p = image_at(f, at + 8, 8);
		if (p == NULL)
			return false;
		size = (uint64_t)image_u32(p) << 32 | image_u32(p + 4);
		b->body = at + 16;
	}
	b->end = size == 0 ? end : at + size;
	return b->end >= b->body && b->end <= end && size <= UINT64_MAX / 2;
}

static bool
is_box(const struct box *b, const char *type)
{
	return memcmp(b->type, type, 4) == 0;
}

static bool
find_box(struct image_file *f, uint64_t at, uint64_t end, const char *type,
    struct box *b)
{
	for (int i = 0; i < MOST_BOXES && at < end; i++) {
		if (!read_box(f, at, end, b))
			return false;
		if (is_box(b, type))
			return true;
		at = b->end;
	}
	return false;
}

/* ---- the primary item ---- */

static bool
read_primary(struct image_file *f, const struct box *meta, uint32_t *id)
{
	struct box b;
	const unsigned char *p;

	if (!find_box(f, meta->body + 4, meta->end, "pitm", &b))
		return false;
	p = image_at(f, b.body, 8);
	if (p == NULL)
		return false;
	*id = p[0] ? image_u32(p + 4) : image_u16(p + 4);
	return true;
}

/* An ipma box at work. */
struct associations {
	struct image_file *file;
	uint64_t at;
	bool wide_ids, wide_indexes;
};

static bool
take_number(struct associations *s, size_t n, uint32_t *value)
{
	const unsigned char *p = image_at(s->file, s->at, n);

	if (p == NULL)
		return false;
	*value = n == 1 ? p[0] : n == 2 ? image_u16(p) : image_u32(p);
	s->at += n;
	return true;
}

/* The properties of an item, as numbers from 1 on; how many. */
static size_t
read_indexes(struct image_file *f, const struct box *ipma, uint32_t item,
    uint32_t indexes[MOST_PROPERTIES])
{
	struct associations s = {.file = f, .at = ipma->body};
	uint32_t head, entries, id, count, index;

	if (!take_number(&s, 4, &head) || !take_number(&s, 4, &entries))
		return 0;
	s.wide_ids = head >> 24 != 0;
	s.wide_indexes = head & 1;
	for (uint32_t i = 0; i < entries && s.at < ipma->end; i++) {
		size_t n = 0;

		if (!take_number(&s, s.wide_ids ? 4 : 2, &id) ||
		    !take_number(&s, 1, &count))
			return 0;
		for (uint32_t k = 0; k < count; k++) {
			if (!take_number(&s, s.wide_indexes ? 2 : 1, &index))
				return 0;
			if (n < MOST_PROPERTIES)
				indexes[n++] = index &
				    (s.wide_indexes ? 0x7FFF : 0x7F);
		}
		if (id == item)
			return n;
	}
	return 0;
}

static bool
is_listed(uint32_t index, const uint32_t *indexes, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (indexes[i] == index)
			return true;
	return false;
}

/* Reads size and rotation from the listed properties. */
static bool
read_properties(struct image_file *f, const struct box *ipco,
    const uint32_t *indexes, size_t n, struct image *out)
{
	uint64_t at = ipco->body;
	bool sideways = false;
	struct box b;

	for (uint32_t i = 1; i <= MOST_BOXES && at < ipco->end &&
	     read_box(f, at, ipco->end, &b); i++, at = b.end) {
		const unsigned char *p;

		if (!is_listed(i, indexes, n))
			continue;
		if (is_box(&b, "ispe") &&
		    (p = image_at(f, b.body, 12)) != NULL) {
			out->width = image_u32(p + 4);
			out->height = image_u32(p + 8);
		} else if (is_box(&b, "irot") &&
		    (p = image_at(f, b.body, 1)) != NULL)
			sideways = p[0] & 1;
	}
	if (sideways) {
		uint32_t width = out->width;

		out->width = out->height;
		out->height = width;
	}
	return out->width > 0;
}

/* ---- all of it ---- */

/* The brands of a file, in its first box. */
static bool
has_brand(struct image_file *f, const char *brand)
{
	struct box b;

	if (!read_box(f, 0, UINT64_MAX / 4, &b) || !is_box(&b, "ftyp"))
		return false;
	for (uint64_t at = b.body; at + 4 <= b.end && at < 512; at += 4) {
		const unsigned char *p = image_at(f, at, 4);

		/* The four bytes behind the first brand are a version. */
		if (p == NULL)
			return false;
		if (at != b.body + 4 && memcmp(p, brand, 4) == 0)
			return true;
	}
	return false;
}

bool
image_is_heif(struct image_file *f)
{
	return has_brand(f, "avif") || has_brand(f, "avis") ||
	    has_brand(f, "heic") || has_brand(f, "heix") ||
	    has_brand(f, "mif1");
}

bool
image_heif(struct image_file *f, struct image *out)
{
	uint32_t item, indexes[MOST_PROPERTIES];
	struct box meta, iprp, ipco, ipma;
	size_t n;

	if (!has_brand(f, "avif") && !has_brand(f, "avis"))
		out->type = "image/heic";
	if (!find_box(f, 0, UINT64_MAX / 4, "meta", &meta) ||
	    !read_primary(f, &meta, &item) ||
	    !find_box(f, meta.body + 4, meta.end, "iprp", &iprp) ||
	    !find_box(f, iprp.body, iprp.end, "ipco", &ipco) ||
	    !find_box(f, iprp.body, iprp.end, "ipma", &ipma))
		return false;
	n = read_indexes(f, &ipma, item, indexes);
	return read_properties(f, &ipco, indexes, n, out);
}
