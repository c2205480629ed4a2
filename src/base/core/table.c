/* SPDX-License-Identifier: MIT
 * table: what belongs to a text. */
#include "base/core/table.h"

#include <stdint.h>
#include <string.h>

#include "base/core/hash.h"
#include "base/core/mem.h"

struct table_row {
	str key;       /* ptr is NULL where the row is free */
	uint64_t hash; /* of the key */
	void *value;
};

/* The key's row, or the free row where the key would go. */
static struct table_row *
probe(const struct table *t, str key, uint64_t hash)
{
	size_t i = (size_t)hash & (t->size - 1);

	while (t->rows[i].key.ptr && (t->rows[i].hash != hash ||
	    !str_eq(t->rows[i].key, key)))
		i = (i + 1) & (t->size - 1);
	return &t->rows[i];
}

static void
resize(struct table *t, size_t size)
{
	struct table old = *t;

	t->size = size;
	t->rows = mem_alloc(t->size * sizeof *t->rows);
	memset(t->rows, 0, t->size * sizeof *t->rows);
	for (size_t i = 0; i < old.size; i++)
		if (old.rows[i].key.ptr)
			*probe(t, old.rows[i].key, old.rows[i].hash) =
			    old.rows[i];
	mem_free(old.rows);
}

void
table_reserve(struct table *t, size_t n)
{
	size_t size = t->size ? t->size : 64;

	while (size < 2 * (t->count + n))
		size *= 2;
	if (size > t->size)
		resize(t, size);
}

void **
table_at(struct table *t, str key)
{
	uint64_t hash = hash64(key);
	struct table_row *row;

	table_reserve(t, 1);
	row = probe(t, key, hash);
	if (row->key.ptr == NULL) {
		row->key = key.ptr ? key : S("");
		row->hash = hash;
		t->count++;
	}
	return &row->value;
}

void *
table_find(const struct table *t, str key)
{
	return t->size ? probe(t, key, hash64(key))->value : NULL;
}

void *
table_next(const struct table *t, size_t *at, str *key)
{
	while (*at < t->size) {
		const struct table_row *row = &t->rows[(*at)++];

		if (row->value == NULL)
			continue;
		if (key)
			*key = row->key;
		return row->value;
	}
	return NULL;
}

void
table_free(struct table *t)
{
	mem_free(t->rows);
	*t = (struct table){0};
}
