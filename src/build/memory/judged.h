/* SPDX-License-Identifier: MIT
 * judged: which entries earlier runs judged and found right, so that a run
 * judges only those that it has not seen.
 *
 * A key is a digest of the bytes of an entry: the same bytes keep the same
 * rules, whatever they were made from. The state forgets all keys when the
 * program, a library or the config changes. */
#ifndef FEEDMILL_BUILD_MEMORY_JUDGED_H
#define FEEDMILL_BUILD_MEMORY_JUDGED_H

#include <stdbool.h>
#include <stdint.h>

#include "base/core/buf.h"

enum { JUDGED_KEY = sizeof(uint64_t) };

/* The key of an entry: a digest of the name of its format and of its parts. */
uint64_t judged_key(str format, const str *parts, size_t n);

/* Whether `keys`, which judged_pack wrote, contain the key. */
bool judged_has(str keys, uint64_t key);
/* Appends the keys of this run, which it sorts, and those of `earlier`, in
 * order and each once. Leaves out the earlier ones if there are more than
 * `most` together: the entries of many of them may be in no feed any more. */
void judged_pack(struct buf *out, str earlier, uint64_t *keys, size_t n,
    size_t most);

#endif
