/* SPDX-License-Identifier: MIT
 * git_times: when files of a git repository were last changed. */
#ifndef FEEDMILL_BASE_DATA_GIT_TIMES_H
#define FEEDMILL_BASE_DATA_GIT_TIMES_H

#include <stdint.h>

#include "base/core/buf.h"

struct library;

/* The id of the last commit of the repository that holds a folder, as bytes.
 * False: there is no repository or no commit; *why says so. */
bool git_head(const char *folder, struct buf *id, const char **why);

/* Called for each file that a commit has changed, once, with its path below the
 * repository's root and the time of the commit's author. */
typedef bool git_wants(void *ctx, str path, int64_t seconds);

/* Walks the commits from the last one back, without merges, as `git log
 * --no-merges` does, and calls `each` for the files that they change, until that
 * returns false. `is_wanted` tells which folders to look into. *root: the path
 * of the repository. False: as git_head. */
bool git_each_change(const char *folder, struct buf *root,
    bool (*is_wanted)(void *ctx, str dir), git_wants *each, void *ctx,
    const char **why);

#endif
