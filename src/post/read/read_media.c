/* SPDX-License-Identifier: MIT
 * read_media: the picture in the front matter of a post. */
#include "post/read/reading.h"

/* The keys of sites and themes, by priority, for reading_is_key:
 * "cover_image" and "coverImage" are one. */
static const char *const image_keys[] = {
	"images", "image", "coverimage", "cover", "featuredimage",
	"heroimage", "featureimage", "hero", "banner", "bannerimage",
	"headerimage", "postimage", "mainimage", "ogimage", "socialimage",
	"shareimage", "shareimg", "previewimage", "featureimg", "coverimg",
	"thumbnail", "thumbnailimg", "thumb", "header", "img", "photos",
};
enum { IMAGE_KEYS = sizeof image_keys / sizeof image_keys[0] };

/* Keys in a map of a picture, or of several sizes of it. */
static const char *const inner_keys[] = {
	"path", "src", "url", "image", "feature", "relative", "ogimage",
	"teaser", "thumbnail", "thumb", "file",
};
enum { INNER_KEYS = sizeof inner_keys / sizeof inner_keys[0] };

enum { MOST_DEPTH = 4 };

bool
reading_is_key_of(str key, str name)
{
	size_t n = 0;

	for (size_t i = 0; i < key.len; i++) {
		char c = key.ptr[i];

		if (n == name.len)
			return false;
		if (c != '-' && c != '_' && c != ' ' &&
		    char_lower(c) != name.ptr[n++])
			return false;
	}
	return n == name.len;
}

/* Themes also have switches under these keys. */
static bool
is_switch(const struct value *v)
{
	bool flag;

	return value_is_null(v) || v->text.len == 0 || value_bool(v, &flag) ||
	    str_ieq(v->text, S("none"));
}

/* The first reference in a value, list or map; or NULL. */
static const struct value *
find_ref(const struct value *v, int depth)
{
	const struct value *found = NULL;

	if (depth == MOST_DEPTH)
		return NULL;
	if (v->kind == VALUE_SCALAR)
		return is_switch(v) ? NULL : v;
	if (v->kind == VALUE_LIST)
		for (const struct value *i = v->first; i && !found; i = i->next)
			found = find_ref(i, depth + 1);
	if (v->kind == VALUE_MAP)
		for (size_t k = 0; k < INNER_KEYS && !found; k++)
			for (const struct value *i = v->first; i && !found;
			     i = i->next)
				if (reading_is_key(
				    i->key, str_of(inner_keys[k])))
					found = find_ref(i, depth + 1);
	return found;
}

bool
reading_is_extra(str key)
{
	return str_ieq(key, S("extra")) || str_ieq(key, S("params"));
}

/* The picture with the highest priority so far. */
struct best {
	const struct value *image;
	size_t rank; /* of its key in image_keys */
};

static size_t
rank_of(str key, size_t most)
{
	size_t i = 0;

	while (i < most && (key.len == 0 ||
	    char_lower(key.ptr[0]) != image_keys[i][0] ||
	    !reading_is_key(key, str_of(image_keys[i]))))
		i++;
	return i;
}

/* Looks for a better picture in a map and its maps of themes. The first of a
 * repeated key is used. */
static void
look_for_image(struct best *b, const struct value *map)
{
	for (const struct value *v = map->first; v; v = v->next) {
		bool extra = v->kind == VALUE_MAP &&
		    reading_is_extra(v->key);
		size_t rank = extra ? b->rank : rank_of(v->key, b->rank);
		const struct value *image =
		    rank < b->rank ? find_ref(v, 0) : NULL;

		if (extra)
			look_for_image(b, v);
		else if (image)
			*b = (struct best){image, rank};
	}
}

bool
read_media(struct reading *j)
{
	struct best best = {NULL, IMAGE_KEYS};
	const struct value *image;
	struct media m = {0};

	look_for_image(&best, j->front);
	image = best.image;
	if (image) {
		m.image = arena_str(j->arena, str_trim(image->text));
		if (image->src == NULL)
			m.image_at = image->at;
	}
	read_media_files(j, j->front, &m);
	if (image || m.n_files) {
		struct media *kept = arena_alloc(j->arena, sizeof *kept);

		*kept = m;
		j->matter->media = kept;
	}
	return true;
}
