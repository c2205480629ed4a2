/* SPDX-License-Identifier: MIT
 * publisher: what publish.c and prune.c share, and nobody else sees. */
#ifndef FEEDMILL_PUBLISH_PUBLISHER_H
#define FEEDMILL_PUBLISH_PUBLISHER_H

#include "../base/buf.h"
#include "../base/table.h"
#include "publish.h"

/* What a document is called while it waits: ".name" and this. */
#define STAGED_SUFFIX ".feedmill-new"

/* A folder that this run made. */
struct made {
	str path;          /* below the root, or the root's own */
	bool below;
	struct made *next; /* an older one */
};

struct publisher {
	int root;               /* the folder; -1: not there, in a dry run */
	bool dry;
	str folder;             /* as it is printed */
	struct arena arena;
	struct diags *diags;
	struct staged *staged, **last;
	struct made *made;      /* the newest first */
	bool committed;
	struct table paths;     /* those handed in */
	struct buf old;         /* the file that is compared */
	struct publish_counts counts;
};

/* Reports that the file or folder below the root could not be written, and
 * why, with the words of errno. False, for the caller to pass on. */
bool publisher_fail_errno(struct publisher *p, str path, const char *what);

#endif
