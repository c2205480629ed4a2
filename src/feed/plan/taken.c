/* SPDX-License-Identifier: MIT
 * taken: the paths in use, so that no two files share one. */
#include "feed/plan/taken.h"

#include "base/data/compress.h"
#include "base/text/slug.h"

str
taken_key(const struct taken *t, str path)
{
	struct buf b = {0};

	slug_fold(&b, path);
	return buf_move(&b, t->arena);
}

static str
key_beside(const struct taken *t, str key, int codec)
{
	return arena_printf(t->arena, "%.*s%.*s", STR_ARG(key),
	    STR_ARG(compress_endings[codec]));
}

bool
taken_is_free(const struct taken *t, str key)
{
	bool is_free = table_find(&t->keys, key) == NULL;

	for (int i = 0; i < CODEC_COUNT && is_free; i++)
		if (t->codecs & 1 << i)
			is_free = !table_find(&t->keys, key_beside(t, key, i));
	return is_free;
}

bool
taken_add(struct taken *t, str key)
{
	bool is_free = taken_is_free(t, key);

	*table_at(&t->keys, key) = t;
	for (int i = 0; i < CODEC_COUNT; i++)
		if (t->codecs & 1 << i)
			*table_at(&t->keys, key_beside(t, key, i)) = t;
	return is_free;
}

void
taken_free(struct taken *t)
{
	table_free(&t->keys);
}
