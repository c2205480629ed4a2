/* SPDX-License-Identifier: MIT
 * known_keys: reads keys from the config of a known generator. */
#ifndef FEEDMILL_GENERATORS_OTHERS_KNOWN_KEYS_H
#define FEEDMILL_GENERATORS_OTHERS_KNOWN_KEYS_H

#include "generators/others/known_site.h"

/* Sets the keys that are in a config, the file `name` or NULL, and in the
 * further files of the generator. What does not parse is a gap. */
void known_keys_read(struct import_site *s, const struct known *k,
    const char *name);

#endif
