/* SPDX-License-Identifier: MIT
 * state: what earlier runs found out, so that only what is new is done.
 *
 * Files are known again by their stamps: their posts are not read. Documents
 * are known by what they are made from: they are not made. Where all is as it
 * was, the run is over. It never changes what comes out, and may be deleted at
 * any time. */
#ifndef FEEDMILL_BUILD_MEMORY_STATE_H
#define FEEDMILL_BUILD_MEMORY_STATE_H

#include "build/run/build.h"
#include "build/memory/memo.h"

struct state;

/* Opens the state of a site whose files were found, and compares these with
 * it. `folder` is where the feeds go. Notes are added to the site's. NULL: the
 * config wants none. */
struct state *state_open(struct site *s, const struct site_options *o,
    str folder);
/* Whether nothing has changed since the last run, neither posts nor feeds, nor
 * what is to be said of them. Then that run's report and outcome are put back
 * as they were, but for the writing. */
bool state_is_current(struct state *st, instant now,
    struct build_report *report, enum outcome *outcome, struct diags *diags);
/* Fills in the site's posts that are known. Tells which, for site_read; NULL:
 * none. */
const bool *state_fill(struct state *st, instant now);
/* What is known of entries and documents. */
struct memos *state_memos(struct state *st);
/* Remembers this run, with its own memos; site_survey comes first. `retry`:
 * something was missing that may be there next time. */
void state_save(struct state *st, const struct memos *memos, bool retry,
    const struct build_report *report, enum outcome outcome,
    const struct diags *diags);
void state_close(struct state *st);

/* Walks the head of a chunk of the store: the files of the posts that are in
 * its body, in that order. A path lives until the next one. False: there are no
 * more, or h->u.bad. */
struct state_head {
	struct unpack u;
	struct digest body; /* of the chunk's other half */
	size_t count, next;
	struct buf path;
};
void state_head_open(struct state_head *h, str head);
bool state_head_next(struct state_head *h, str *path, struct stamp *stamp);
void state_head_close(struct state_head *h);

#endif
