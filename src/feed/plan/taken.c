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

/* The key of the i-th compressed file beside a path; of the path itself for
 * CODEC_COUNT. Empty: the config turns that compression off. */
static str
key_beside(const struct taken *t, str key, int i)
{
	if (i == CODEC_COUNT)
		return key;
	return t->codecs & 1 << i ? arena_printf(t->arena, "%.*s%.*s",
	    STR_ARG(key), STR_ARG(compress_endings[i])) : (str){0};
}

bool
taken_is_free(const struct taken *t, str key)
{
	for (int i = 0; i <= CODEC_COUNT; i++) {
		str beside = key_beside(t, key, i);

		if (beside.len && table_find(&t->keys, beside))
			return false;
	}
	return true;
}

bool
taken_add(struct taken *t, str key)
{
	bool is_free = taken_is_free(t, key);

	for (int i = 0; i <= CODEC_COUNT; i++) {
		str beside = key_beside(t, key, i);

		if (beside.len)
			*table_at(&t->keys, beside) = t;
	}
	return is_free;
}

void
taken_free(struct taken *t)
{
	table_free(&t->keys);
}
