/* SPDX-License-Identifier: MIT
 * table: a hash table from text to pointer. */
#ifndef FEEDMILL_BASE_CORE_TABLE_H
#define FEEDMILL_BASE_CORE_TABLE_H

#include "base/core/str.h"

/* The zero value is an empty table. Keys are borrowed: they must outlive it. */
struct table {
	struct table_row *rows; /* owned; open addressing */
	size_t size, count;     /* rows there are, and in use */
};

/* Where the value of a key is stored. A new key is added with the value NULL.
 * Valid until the next call. */
void **table_at(struct table *t, str key);
/* Makes room for n more keys. */
void table_reserve(struct table *t, size_t n);
/* The value, or NULL. */
void *table_find(const struct table *t, str key);
/* The next value that is not NULL, in no particular order, or NULL at the end.
 * *at is 0 for the first call. Sets *key to its key, unless `key` is NULL. */
void *table_next(const struct table *t, size_t *at, str *key);
void table_free(struct table *t);

#endif
