/* SPDX-License-Identifier: MIT
 * media_keys: shared by read_media.c, read_media_files.c and read_episode.c. */
#ifndef FEEDMILL_POST_READ_MEDIA_KEYS_H
#define FEEDMILL_POST_READ_MEDIA_KEYS_H

#include "post/read/reading.h"

/* Whether a key is a name, ignoring case, '-' and '_'; `name` has none of
 * them. */
bool media_keys_match(str key, const char *name);
/* Whether the keys of themes are below a key. */
bool media_keys_is_extra(str key);

/* Adds the enclosures named in a map to `m`. Reports and drops invalid types
 * and lengths. */
void read_media_files(struct reading *j, const struct value *map,
    struct media *m);

#endif
