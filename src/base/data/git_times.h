/* SPDX-License-Identifier: MIT
 * git_times: when files of a git repository were last changed. */
#ifndef FEEDMILL_BASE_DATA_GIT_TIMES_H
#define FEEDMILL_BASE_DATA_GIT_TIMES_H

#include <stdint.h>

#include "base/core/buf.h"

/* The id of the last commit of the repository that holds a folder, as bytes.
 * False: there is no repository or no commit; *why says so. */
bool git_head(const char *folder, struct buf *id, const char **why);

/* What a walk calls; `seconds` is the author's time of a commit, and paths are
 * below the repository's root. */
struct git_reader {
	/* Says whether to look into a folder. */
	bool (*is_wanted)(void *ctx, str dir);
	/* A commit adds or changes a file. Returns false to end the walk. */
	bool (*change)(void *ctx, str path, int64_t seconds, bool is_new);
	/* A commit gave the file `old` the name `path`, and may have changed it
	 * a little, as `git log --follow` finds it. Called before `change` of
	 * the same commit. NULL: renames are not looked for. */
	void (*rename)(void *ctx, str path, str old, int64_t seconds);
};

/* Walks the commits from the last one back, without merges, as `git log
 * --no-merges` does. *root becomes the path of the repository. False: as
 * git_head, or the history cannot be read to its end. */
bool git_each_change(const char *folder, struct buf *root,
    const struct git_reader *reader, void *ctx, const char **why);

#endif
