/* SPDX-License-Identifier: MIT
 * entries: the entries that feeds need, each rendered once.
 *
 * They are made from the newest to the oldest, some hundred at a time and on
 * all cores, and let go one by one, when the last feed that has them says
 * so. */
#ifndef FEEDMILL_BUILD_RUN_ENTRIES_H
#define FEEDMILL_BUILD_RUN_ENTRIES_H

#include "build/run/build.h"
#include "build/memory/memo.h"

struct entries;

/* Prepares the entries of those feeds of the plan that `needed` names. Those of
 * `stays` are left as they are whatever becomes of their posts. Freed by
 * entries_close. */
struct entries *entries_open(struct site *s, const struct build_options *o,
    const bool *needed, const bool *stays);
/* Renders the next ones, in the cuts and formats that feeds need. A post that
 * cannot be rendered any more becomes an error. False: all are done. */
bool entries_next(struct entries *e);
/* Whether a post's turn has come. */
bool entries_has(const struct entries *e, const struct post *p);
/* The entry of a post in the cut and the format at those indexes of the plan,
 * which a feed needs: its parts, in order; how many. The namespaces that it
 * uses are added to *namespaces. */
enum { ENTRY_PARTS = 3 };
size_t entries_get(const struct entries *e, const struct post *p, size_t cut,
    size_t format, str parts[ENTRY_PARTS], unsigned *namespaces);
/* One feed less needs the entry. From any thread. */
void entries_let_go(struct entries *e, const struct post *p);
/* Bytes of all that are held. */
size_t entries_held(const struct entries *e);
/* How many are to be rendered. */
size_t entries_count(const struct entries *e);
/* How many forms of entries are written: one for each cut and format that
 * some feed needs. */
size_t entries_count_forms(const struct entries *e);
/* Whether the post is among those to be rendered. */
bool entries_want(const struct entries *e, const struct post *p);
/* Adds what an earlier run knew of an entry that is not rendered in this one:
 * its reports. */
void entries_recall(struct entries *e, struct post *p,
    const struct entry_memo *memo);
/* Once all are done: remembers what is to be known of those that were
 * rendered. */
void entries_remember(const struct entries *e, struct memos *memos);
/* Once all are done: says for all posts together what was dropped. */
void entries_report(struct entries *e);
void entries_close(struct entries *e);

#endif
