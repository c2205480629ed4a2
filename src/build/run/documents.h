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
struct known;
struct published;
struct publisher;
struct site;

/* Prepares the documents of the plan. Makes those of the feeds that are needed;
 * the others stay as their memos record them. The guard compares
 * each document that replaces another file. `hold`: bytes of entries that may
 * wait; 0: the default. */
struct documents *documents_open(struct site *s, struct entries *e,
    struct publisher *p, const struct known *k, struct guard *g, size_t hold);
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
/* How many documents were refused because they would break a rule, lose an
 * entry of a post that could not be read, or replace a file that cannot be read.
 * Their old files stay. */
size_t documents_refused(const struct documents *d);
/* Reports errors and feeds that are too large, in the order of the plan. Calls
 * `changed`, unless NULL, for the paths that differ. */
void documents_report(struct documents *d,
    void (*changed)(void *ctx, str path), void *ctx, struct diags *diags);

#endif
