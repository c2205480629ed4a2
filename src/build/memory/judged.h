/* SPDX-License-Identifier: MIT
 * judged: which entries earlier runs judged and found right, so that a run
 * judges only those that it has not seen.
 *
 * An entry stands for itself by a digest of its bytes: whatever they were made
 * from, the same bytes keep the same rules. The state forgets all of them when
 * the program, a library or the config changes. */
#ifndef FEEDMILL_BUILD_MEMORY_JUDGED_H
#define FEEDMILL_BUILD_MEMORY_JUDGED_H

#include <stdbool.h>
#include <stdint.h>

#include "base/core/buf.h"

enum { JUDGED_KEY = sizeof(uint64_t) };

/* The key of an entry: of the name of its format, and of its parts. */
uint64_t judged_key(str format, const str *parts, size_t n);

/* Whether the keys that judged_pack wrote contain one. */
bool judged_has(str keys, uint64_t key);
/* Appends keys in order, once each: those of this run, which it sorts, and
 * those of `earlier`. If that gives more than `most`, the earlier ones are
 * forgotten: their entries may be in no feed any more. */
void judged_pack(struct buf *out, str earlier, uint64_t *keys, size_t n,
    size_t most);

#endif
