/* SPDX-License-Identifier: MIT
 * field_keys: finds the fields of posts under other keys: those of the config
 * (posts.keys), and those of themes and exports. */
#ifndef FEEDMILL_POST_KEYS_FIELD_KEYS_H
#define FEEDMILL_POST_KEYS_FIELD_KEYS_H

#include "config/config.h"
#include "post/read/field.h"

/* Checks posts.keys; false if it is wrong, which is reported. */
bool field_keys_check(const struct config *c, struct diags *diags);

/* The value of a field: under a key of posts.keys, else as field_get finds
 * it. */
const struct value *field_keys_get(const struct config *c,
    const struct value *front, enum field f);
/* The terms of a taxonomy under a key of posts.keys; or NULL. */
const struct value *field_keys_terms(const struct config *c,
    const struct value *front, str taxonomy);
/* A date under a key of a theme or an export, such as published_at or
 * dateModified, for posts that have no other: one that can be read, else one
 * that was meant as a date and cannot. NULL: there is none. */
const struct value *field_keys_late(const struct value *front, bool is_update);
/* Whether a key is known: to feedmill itself, or from themes and exports. */
bool field_keys_is_known(str key);

#endif
