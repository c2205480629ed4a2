/* SPDX-License-Identifier: MIT
 * gone: files that an earlier run knew, and that are not there any more. */
#ifndef FEEDMILL_BUILD_STORE_GONE_H
#define FEEDMILL_BUILD_STORE_GONE_H

#include "post/ledger/ledger_match.h"
#include "post/post_walk.h"

/* Lists the files that are gone, as the state at `path` has them, whatever else
 * has changed since it was written. Lists none if the state cannot be used. All
 * results are in the arena. */
struct ledger_gone *gone_find(const char *path, const struct post_walk *scan,
    struct arena *a, size_t *count);

#endif
