/* SPDX-License-Identifier: MIT
 * companions: the files beside the feeds, made once it is known what is in the
 * feeds, and published with them. */
#ifndef FEEDMILL_BUILD_RUN_COMPANIONS_H
#define FEEDMILL_BUILD_RUN_COMPANIONS_H

#include "feed/beside/companion.h"
#include "publish/publish.h"

struct memos;
struct site;

/* The zero value has made none. */
struct companions {
	str path[MOST_COMPANIONS]; /* of those that the config wants, */
	struct published result[MOST_COMPANIONS]; /* and what became of them */
	size_t count;
};

/* Makes those that the config wants and hands them in. False, and reported:
 * one could not be written, or would replace a file of somebody else. */
bool companions_make(struct companions *k, const struct site *s,
    struct publisher *p, struct diags *diags);
/* Calls `changed`, unless NULL, for the paths that differ. */
void companions_report(const struct companions *k,
    void (*changed)(void *ctx, str path), void *ctx);
/* Adds memos of them, once they are published. */
void companions_remember(const struct companions *k, const struct config *c,
    struct memos *next);

#endif
