/* SPDX-License-Identifier: MIT
 * judged: which entries earlier runs judged and found right. */
#include "build/memory/judged.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/core/hash.h"

enum { MOST_PARTS = 4 };

uint64_t
judged_key(str format, const str *parts, size_t n)
{
	str all[MOST_PARTS] = {format};

	assert(n < MOST_PARTS);
	memcpy(all + 1, parts, n * sizeof *parts);
	return digest_of_parts(all, n + 1).low;
}

/* Copies a key: packed keys have the byte order of memory, but need not be
 * aligned. */
static uint64_t
key_at(str keys, size_t i)
{
	uint64_t key;

	memcpy(&key, keys.ptr + i * JUDGED_KEY, JUDGED_KEY);
	return key;
}

bool
judged_has(str keys, uint64_t key)
{
	size_t from = 0, to = keys.len / JUDGED_KEY;

	while (from < to) {
		size_t middle = from + (to - from) / 2;

		if (key_at(keys, middle) < key)
			from = middle + 1;
		else
			to = middle;
	}
	return from < keys.len / JUDGED_KEY && key_at(keys, from) == key;
}

static int
compare_keys(const void *a, const void *b)
{
	const uint64_t *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

static void
add_key(struct buf *out, size_t from, uint64_t key)
{
	str done = str_from(buf_str(out), from);

	if (done.len == 0 || key_at(done, done.len / JUDGED_KEY - 1) != key)
		buf_add(out, (str){(const char *)&key, JUDGED_KEY});
}

void
judged_pack(struct buf *out, str earlier, uint64_t *keys, size_t n,
    size_t most)
{
	size_t from = out->len, i = 0, k = 0;
	size_t old = earlier.len / JUDGED_KEY;

	if (old + n > most)
		old = 0;
	if (n)
		qsort(keys, n, sizeof *keys, compare_keys);
	while (i < n || k < old)
		if (k == old || (i < n && keys[i] < key_at(earlier, k)))
			add_key(out, from, keys[i++]);
		else
			add_key(out, from, key_at(earlier, k++));
}
