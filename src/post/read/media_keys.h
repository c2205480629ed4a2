/* SPDX-License-Identifier: MIT
 * media_keys: what the two halves of read_media share. */
#ifndef FEEDMILL_POST_READ_MEDIA_KEYS_H
#define FEEDMILL_POST_READ_MEDIA_KEYS_H

#include "post/read/reading.h"

/* Whether a key is a name, which has neither '-', '_' nor capitals. */
bool media_is_key(str key, const char *name);
/* Whether a key holds those that themes have made up. */
bool media_is_extra(str key);

/* Adds the files of a map to `m`. What is wrong with their type or length is
 * reported, and left out. */
void read_media_files(struct reading *j, const struct value *map,
    struct media *m);

#endif
