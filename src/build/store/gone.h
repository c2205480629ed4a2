/* SPDX-License-Identifier: MIT
 * gone: files that an earlier run read and that no longer exist. */
#ifndef FEEDMILL_BUILD_STORE_GONE_H
#define FEEDMILL_BUILD_STORE_GONE_H

#include "post/ledger/ledger_match.h"
#include "post/post_walk.h"

/* Lists the files that are gone, from the state at `path`, even if the config
 * or the program has changed since. Lists none if the state cannot be used. All
 * results are in the arena. */
struct ledger_gone *gone_find(const char *path, const struct post_walk *scan,
    struct arena *a, size_t *count);

#endif
