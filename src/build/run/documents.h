/* SPDX-License-Identifier: MIT
 * documents: the bytes of feeds, put together from finished entries.
 *
 * A feed takes its entries as they are rendered, and is written once it has
 * the last one. When the entries that wait for older ones fill the memory,
 * each feed writes ahead what it has so far. */
#ifndef FEEDMILL_BUILD_RUN_DOCUMENTS_H
#define FEEDMILL_BUILD_RUN_DOCUMENTS_H

#include "base/core/diag.h"

struct documents;
struct entries;
struct guard;
struct memos;
struct published;
struct publisher;
struct site;

/* Prepares the documents of the plan. Makes those of the feeds that `needed`
 * marks; the others stay as `memos` records them. */
struct documents *documents_open(struct site *s, struct entries *e,
    struct publisher *p, const bool *needed, const struct memos *memos);
/* Sets how many bytes of entries may wait, in place of the default. */
void documents_hold(struct documents *d, size_t bytes);
/* Has a guard compare each document that replaces another file. */
void documents_guard(struct documents *d, struct guard *g);
/* Gives the feeds the entries that are ready, on all cores. False: the
 * publisher could not take a document. */
bool documents_advance(struct documents *d);
/* The result for a feed in a format, at path `i` of feed_path. */
const struct published *documents_result(const struct documents *d,
    size_t feed, size_t format, size_t i);
/* Calls `changed` for a document and for each compressed file beside it that
 * differs. */
void documents_tell(str path, const struct published *result,
    void (*changed)(void *ctx, str path), void *ctx);
/* How many documents were refused because they would break a rule. Their old
 * files stay. */
size_t documents_refused(const struct documents *d);
/* Reports errors and feeds that are too large, in the order of the plan. Calls
 * `changed`, unless NULL, for the paths that differ. */
void documents_report(struct documents *d,
    void (*changed)(void *ctx, str path), void *ctx, struct diags *diags);

#endif
