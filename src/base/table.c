/* SPDX-License-Identifier: MIT
 * table: what belongs to a text. */
#include "table.h"

#include <stdint.h>
#include <string.h>

#include "mem.h"

struct table_row {
	str key;     /* ptr is NULL where the row is free */
	void *value;
};

/* FNV-1a. */
static size_t
hash(str key)
{
	uint64_t h = 14695981039346656037u;

	for (size_t i = 0; i < key.len; i++) {
		h ^= (unsigned char)key.ptr[i];
		h *= 1099511628211u;
	}
	return (size_t)(h ^ h >> 32);
}

/* The key's row, or the free one where it would be. */
static struct table_row *
probe(const struct table *t, str key)
{
	size_t i = hash(key) & (t->size - 1);

	while (t->rows[i].key.ptr && !str_eq(t->rows[i].key, key))
		i = (i + 1) & (t->size - 1);
	return &t->rows[i];
}

static void
grow(struct table *t)
{
	struct table old = *t;

	t->size = old.size ? 2 * old.size : 64;
	t->rows = mem_alloc(t->size * sizeof *t->rows);
	memset(t->rows, 0, t->size * sizeof *t->rows);
	for (size_t i = 0; i < old.size; i++)
		if (old.rows[i].key.ptr)
			*probe(t, old.rows[i].key) = old.rows[i];
	mem_free(old.rows);
}

void **
table_at(struct table *t, str key)
{
	struct table_row *row;

	if (2 * (t->count + 1) > t->size)
		grow(t);
	row = probe(t, key);
	if (row->key.ptr == NULL) {
		row->key = key.ptr ? key : S("");
		t->count++;
	}
	return &row->value;
}

void *
table_find(const struct table *t, str key)
{
	return t->size ? probe(t, key)->value : NULL;
}

void
table_free(struct table *t)
{
	mem_free(t->rows);
	*t = (struct table){0};
}
