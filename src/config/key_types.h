/* SPDX-License-Identifier: MIT
 * key_types: what a key of the config can be. */
#ifndef FEEDMILL_CONFIG_KEY_TYPES_H
#define FEEDMILL_CONFIG_KEY_TYPES_H

#include "config/config.h"

/* Whether the type takes one single value, and no list or map. */
bool key_is_scalar(const struct key *k);
/* Reads a value into the key's field, of the type that the table gives it.
 * False: it is none of that type. Not for KEY_TAXONOMIES and the other
 * tables, whose members have keys of their own. */
bool key_set(struct arena *a, const struct key *k, const struct value *v,
    void *field);

/* Whether config_read would take a single value under a key; *plain: it needs
 * no quotes there. Appends what the key expects. A key without a row in keys.h
 * takes any. */
bool config_key_takes(const char *key, const struct value *v, struct arena *a,
    struct buf *words, bool *plain);

#endif
