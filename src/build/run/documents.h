/* SPDX-License-Identifier: MIT
 * documents: the bytes of feeds, put together from finished entries.
 *
 * Feeds take their entries as these are rendered, and are written as soon as
 * they have the last one. Where so many wait for old entries that memory
 * grows, what they have so far is written ahead. */
#ifndef FEEDMILL_BUILD_RUN_DOCUMENTS_H
#define FEEDMILL_BUILD_RUN_DOCUMENTS_H

#include "build/run/entries.h"
#include "build/guard/guard.h"
#include "build/memory/memo.h"

struct documents;

/* The documents of the feeds of the plan: those of the ones that `needed`
 * names are to be made, the others stay as `memos` know them. */
struct documents *documents_open(struct site *s, struct entries *e,
    struct publisher *p, const bool *needed, const struct memos *memos);
/* How many bytes of entries may wait, instead of the usual. */
void documents_hold(struct documents *d, size_t bytes);
/* Lets a guard compare what is about to replace another file. */
void documents_guard(struct documents *d, struct guard *g);
/* Gives the feeds what entries there are, on all cores. False: one could not
 * be handed to the publisher. */
bool documents_take(struct documents *d);
/* What became of a feed in a format, at the path of it that feed_path has
 * for `i`. */
const struct published *documents_result(const struct documents *d,
    size_t feed, size_t format, size_t i);
/* Tells `changed` of a document, and of the compressed files beside it, as far
 * as they differ. */
void documents_tell(str path, const struct published *result,
    void (*changed)(void *ctx, str path), void *ctx);
/* How many were refused: they would break a rule, so that their old files
 * stay. */
size_t documents_refused(const struct documents *d);
/* Reports, in the order of the plan: what went wrong, feeds that are too
 * large, and by `changed` (or NULL) the paths that differ. */
void documents_report(struct documents *d,
    void (*changed)(void *ctx, str path), void *ctx, struct diags *diags);

#endif
