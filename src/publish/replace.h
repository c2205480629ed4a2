/* SPDX-License-Identifier: MIT
 * replace: a single file outside the published folder, replaced as a whole. */
#ifndef FEEDMILL_PUBLISH_REPLACE_H
#define FEEDMILL_PUBLISH_REPLACE_H

#include <stdbool.h>

#include "base/core/mem.h"

/* New bytes in a file beside the target. The zero value is none. */
struct replacement {
	const char *target; /* the target's path, with links followed */
	const char *temp;   /* path of the new bytes; NULL: none are staged */
};

/* Writes the bytes to the disk, beside the file at `path`, which need not
 * exist. The file keeps its permissions, and a link to it stays a link. False
 * with errno, also for a link that leads nowhere. */
bool replace_stage(struct replacement *r, const char *path, str bytes,
    struct arena *a);
/* Renames the new file to its target, durably, if one is staged. False with
 * errno. */
bool replace_commit(struct replacement *r);
/* Removes the new file, if one is staged. */
void replace_drop(struct replacement *r);

/* Whether a killed run left a file that it staged for that path. */
bool replace_was_killed(const char *path);
/* Removes it. Call it while no other run can be staging one. */
void replace_clean(const char *path);

/* Opens a file that runs replace in turn, creates it if needed, and waits until
 * no other run has it locked. Closing it unlocks it. -1 with errno, which is
 * ELOOP for a link. */
int replace_lock(const char *path);
/* Whether an errno of these, or of file_read, says that the path, or the one
 * beside it, belongs to something else: a folder, a link, a fifo. */
bool replace_is_foreign(int error);

#endif
