/* SPDX-License-Identifier: MIT
 * git_times: when files of a git repository were last changed. */
#ifndef FEEDMILL_BASE_DATA_GIT_TIMES_H
#define FEEDMILL_BASE_DATA_GIT_TIMES_H

#include <stdint.h>

#include "base/core/buf.h"

/* The id of the last commit of the repository that holds a folder, as bytes.
 * False: there is no repository or no commit; *why says so. */
bool git_head(const char *folder, struct buf *id, const char **why);

/* Called for each file that a commit adds or changes, with its path below the
 * repository's root and the author's time of the commit. Returns false to end
 * the walk. */
typedef bool git_wants(void *ctx, str path, int64_t seconds);

/* Walks the commits from the last one back, without merges, as `git log
 * --no-merges` does, and calls `each` for the files that they change.
 * `is_wanted` says whether to look into a folder. *root becomes the path of the
 * repository. False: as git_head, or the history cannot be read to its end. */
bool git_each_change(const char *folder, struct buf *root,
    bool (*is_wanted)(void *ctx, str dir), git_wants *each, void *ctx,
    const char **why);

#endif
