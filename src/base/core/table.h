/* SPDX-License-Identifier: MIT
 * table: what belongs to a text. */
#ifndef FEEDMILL_BASE_CORE_TABLE_H
#define FEEDMILL_BASE_CORE_TABLE_H

#include "base/core/str.h"

/* The zero value is an empty table. Keys are borrowed: they must outlive it. */
struct table {
	struct table_row *rows; /* owned; open addressing */
	size_t size, count;     /* rows there are, and in use */
};

/* The place of the value that belongs to the key; NULL is put there first
 * where the key is new. Valid until the next call. */
void **table_at(struct table *t, str key);
/* Makes room for n more keys. */
void table_reserve(struct table *t, size_t n);
/* The value, or NULL. */
void *table_find(const struct table *t, str key);
/* The values one after another, in no order that means anything: *at begins
 * at 0; NULL in the end. *key, unless NULL, is the key of the value. Values
 * that are NULL are passed over. */
void *table_next(const struct table *t, size_t *at, str *key);
void table_free(struct table *t);

#endif
