/* SPDX-License-Identifier: MIT
 * key_types: the types of config keys. */
#ifndef FEEDMILL_CONFIG_KEY_TYPES_H
#define FEEDMILL_CONFIG_KEY_TYPES_H

#include "config/config.h"

/* Whether the type takes a single value, not a list or map. */
bool key_is_scalar(const struct key *k);
/* Stores a value in the key's field. False: the value does not have the type of
 * the key. Not for KEY_TAXONOMIES and other tables, which config.c loads. */
bool key_set(struct arena *a, const struct key *k, const struct value *v,
    void *field);

/* Whether config_read accepts a single value for a key; *plain: it needs no
 * quotes. Appends what the key expects. A key without a row in keys.h accepts
 * any value. */
bool config_key_takes(const char *key, const struct value *v, struct arena *a,
    struct buf *words, bool *plain);

#endif
