/* SPDX-License-Identifier: MIT
 * taken: the paths in use, so that no two files share one. Ignores case, as
 * some file systems do. */
#ifndef FEEDMILL_FEED_PLAN_TAKEN_H
#define FEEDMILL_FEED_PLAN_TAKEN_H

#include "base/core/mem.h"
#include "base/core/table.h"

struct taken {
	struct arena *arena; /* of the keys */
	long codecs;         /* bits: each path has these compressed files
	                      * beside it, whose paths are in use too */
	struct table keys;
};

/* The key of a path: its case is folded. */
str taken_key(const struct taken *t, str path);
/* Whether neither the path nor that of a compressed file is in use. */
bool taken_is_free(const struct taken *t, str key);
/* Reserves them. Returns whether they were free. */
bool taken_add(struct taken *t, str key);
void taken_free(struct taken *t);

#endif
