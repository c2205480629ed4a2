/* SPDX-License-Identifier: MIT
 * entries: the entries that feeds need, each rendered once.
 *
 * They are rendered from the newest to the oldest, in batches on all cores.
 * An entry is freed when the last feed that has it lets it go. */
#ifndef FEEDMILL_BUILD_RUN_ENTRIES_H
#define FEEDMILL_BUILD_RUN_ENTRIES_H

#include "base/core/str.h"

struct build_options;
struct diags;
struct entries;
struct entry_memo;
struct memos;
struct post;
struct site;

/* Prepares the entries of the feeds that `needed` marks. Feeds that `stays`
 * marks keep their bytes even if their posts change. Free it with
 * entries_close. */
struct entries *entries_open(struct site *s, const struct build_options *o,
    const bool *needed, const bool *stays);
/* Sets the keys of the entries that earlier runs judged, as judged_pack wrote
 * them. They must outlive `e`. */
void entries_know_judged(struct entries *e, str keys);
/* Renders the next batch, in the cuts and formats that feeds need. A post that
 * cannot be rendered becomes an error. False: all posts are done. */
bool entries_next(struct entries *e);
/* Whether this run has reached the post and tried to render it. */
bool entries_has(const struct entries *e, const struct post *p);
/* Gets the parts of a post's entry, in order, for the cut and the format at
 * those indexes of the plan. Returns the number of parts. The feed that asks
 * must need the entry. Adds the entry's namespaces to *namespaces. */
enum { ENTRY_PARTS = 3 };
size_t entries_get(const struct entries *e, const struct post *p, size_t cut,
    size_t format, str parts[ENTRY_PARTS], unsigned *namespaces);
/* Whether this form of an entry was judged, in this run or an earlier one, and
 * breaks no rule. `thread` is the index of the calling thread. */
bool entries_is_right(struct entries *e, const struct post *p, size_t cut,
    size_t format, size_t thread);
void entries_set_right(struct entries *e, const struct post *p, size_t cut,
    size_t format, size_t thread);
/* Adds reports of posts whose entries cannot be judged, one for a post: this
 * run cannot publish the feeds that have them. May be called from any
 * thread. */
void entries_lose(struct entries *e, struct diags *reports);
/* Moves these reports to `to`. False: there are none. */
bool entries_take_lost(struct entries *e, struct diags *to);
/* Releases the entry for one feed. May be called from any thread. */
void entries_let_go(struct entries *e, const struct post *p);
/* Bytes of the entries that are in memory. */
size_t entries_held(const struct entries *e);
/* How many entries this run renders. */
size_t entries_count(const struct entries *e);
/* How many forms of entries are written: one for each cut and format that a
 * feed needs. */
size_t entries_count_forms(const struct entries *e);
/* Whether this run renders the post. */
bool entries_want(const struct entries *e, const struct post *p);
/* Whether the system ended the process of a post: the next run may publish it
 * and must try again. */
bool entries_may_pass(const struct entries *e);
/* Whether posts were not tried because so many others crashed, which is
 * reported. */
bool entries_gave_up(const struct entries *e, struct diags *diags);
/* Adds the reports of an earlier run for an entry that this run does not
 * render. */
void entries_recall(struct entries *e, struct post *p,
    const struct entry_memo *memo);
/* Adds memos of the entries that were rendered, and the keys of those that keep
 * the rules, once all are done. */
void entries_remember(const struct entries *e, struct memos *memos);
/* Reports the dropped tags of all posts together, once all are done. */
void entries_report(struct entries *e);
void entries_close(struct entries *e);

#endif
