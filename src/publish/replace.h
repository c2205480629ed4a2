/* SPDX-License-Identifier: MIT
 * replace: one file that is no feed and changes with them, old or new and
 * never half. */
#ifndef FEEDMILL_PUBLISH_REPLACE_H
#define FEEDMILL_PUBLISH_REPLACE_H

#include "base/core/diag.h"
#include "base/core/mem.h"

/* A file that waits beside its target. The zero value is none. */
struct replacement {
	str name;           /* of the target, as it is printed */
	const char *target; /* where it is, if links are followed */
	const char *temp;   /* where its new bytes are; NULL: nowhere */
};

/* Writes the bytes beside the file at `path`, which need not be there, down to
 * the disk. It keeps its permissions, and a link to it stays one. What fails
 * here and below is reported. */
bool replace_stage(struct replacement *r, const char *path, str name,
    str bytes, struct arena *a, struct diags *diags);
/* Gives it the name of its target; nothing where nothing waits. */
bool replace_commit(struct replacement *r, struct diags *diags);
/* Removes what waits. */
void replace_drop(struct replacement *r);

#endif
