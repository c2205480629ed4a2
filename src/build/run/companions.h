/* SPDX-License-Identifier: MIT
 * companions: the files beside the feeds, made after the feeds and published
 * with them. */
#ifndef FEEDMILL_BUILD_RUN_COMPANIONS_H
#define FEEDMILL_BUILD_RUN_COMPANIONS_H

#include "feed/beside/companion.h"
#include "publish/publish.h"

struct memos;
struct site;

/* The files beside the feeds. The zero value has none. */
struct companions {
	str path[MOST_COMPANIONS]; /* of those that the config wants */
	struct published result[MOST_COMPANIONS]; /* of publishing each */
	size_t count;
};

/* Makes the companions that the config wants and gives them to the publisher.
 * While the system fails to read a post, those that exist in `folder` stay:
 * they count the posts. False, and reported: one could not be written, or would
 * replace a file that feedmill did not write. */
bool companions_make(struct companions *k, const struct site *s,
    struct publisher *p, str folder, struct diags *diags);
/* Calls `changed`, unless NULL, for the paths that differ. */
void companions_report(const struct companions *k,
    void (*changed)(void *ctx, str path), void *ctx);
/* Adds memos of the companions, once they are published. */
void companions_remember(const struct companions *k, const struct config *c,
    struct memos *next);

#endif
