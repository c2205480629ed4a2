/* SPDX-License-Identifier: MIT
 * known: which feeds a run must make, and what it leaves to the next run. */
#ifndef FEEDMILL_BUILD_RUN_KNOWN_H
#define FEEDMILL_BUILD_RUN_KNOWN_H

#include "base/core/str.h"

struct documents;
struct entries;
struct memos;
struct publisher;
struct site;

struct known {
	struct site *site;
	struct memos *memos; /* of an earlier run; may be empty */
	bool *needed;        /* by feed: it must be made */
	bool *stays;         /* by feed: it is a full archive */
	bool *in_feed;       /* by post: some feed has it that may change */
};

/* Compares the plan with what an earlier run made of the same posts, in that
 * folder. Posts that could not be rendered then, and cannot now, leave their
 * feeds. All lives in the site's arena. */
void known_compare(struct known *k, struct site *s, struct memos *memos,
    str folder);
/* Adds what an earlier run reported of entries that this one does not
 * render. */
void known_recall(const struct known *k, struct entries *e);
/* Fills `next` with what this run knows, once its files are published. True:
 * something was missing that may be there next time. */
bool known_remember(const struct known *k, const struct entries *e,
    const struct documents *d, const struct publisher *p, str folder,
    struct memos *next);

#endif
