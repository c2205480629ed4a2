/* SPDX-License-Identifier: MIT
 * state: what earlier runs found out, so that only what is new is done.
 *
 * A file whose stamp is the same is not read again, a document that would be
 * made from the same is not made again, and where both hold for all of them
 * the run is over. The state never changes what comes out, and may be deleted
 * at any time. */
#ifndef FEEDMILL_BUILD_MEMORY_STATE_H
#define FEEDMILL_BUILD_MEMORY_STATE_H

#include "base/core/str.h"
#include "base/time/datetime.h"

struct memos;
struct site;
struct site_options;
struct state;

/* Opens the state of a site whose files were found, and compares them with it.
 * `folder` is where the feeds go. Notes are added to the site's. NULL: the
 * config wants none. */
struct state *state_open(struct site *s, const struct site_options *o,
    str folder);
/* Whether posts, feeds and what is to be reported of them are as the last run
 * left them. *report is what that run gave to state_save, valid until
 * state_close. */
bool state_is_current(struct state *st, instant now, str *report);
/* Fills in the site's posts that are known. Returns which they are, for
 * site_read. */
const bool *state_fill(struct state *st, instant now);
/* What is known of entries and documents. */
struct memos *state_memos(struct state *st);
/* Saves what this run found out; site_survey comes first. `retry`: something
 * was missing that may be there next time, so that no later run is current. */
void state_save(struct state *st, const struct memos *memos, bool retry,
    str report);
void state_close(struct state *st);

#endif
