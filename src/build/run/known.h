/* SPDX-License-Identifier: MIT
 * known: which feeds a run must make, and what it records for the next run. */
#ifndef FEEDMILL_BUILD_RUN_KNOWN_H
#define FEEDMILL_BUILD_RUN_KNOWN_H

#include "base/core/str.h"

struct diags;
struct documents;
struct entries;
struct memos;
struct publisher;
struct site;

struct known {
	struct site *site;
	struct memos *memos; /* of an earlier run; may be empty */
	str folder;          /* where the feeds are */
	bool *needed;        /* by feed: it must be made */
	bool *stays;         /* by feed: it is a full archive */
	bool *in_feed;       /* by post: it is in a feed that may change */
};

/* Compares the plan with the results of an earlier run for the same posts, in
 * that folder. Drops posts from their feeds if they could not be rendered then
 * and have not changed, and the posts that `lost` names: their reports are
 * remembered like those of rendering. All memory is in the site's arena. False:
 * the system cannot tell whether an archive exists, which is reported. */
bool known_compare(struct known *k, struct site *s, struct memos *memos,
    str folder, const struct diags *lost);
/* Adds the reports of an earlier run for entries that this run does not
 * render. */
void known_recall(const struct known *k, struct entries *e);
/* Fills `next` with the results of this run, once its files are published.
 * True: something was missing that may exist at the next run. */
bool known_remember(const struct known *k, const struct entries *e,
    const struct documents *d, const struct publisher *p,
    struct memos *next);

#endif
