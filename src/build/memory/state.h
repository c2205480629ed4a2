/* SPDX-License-Identifier: MIT
 * state: the results of earlier runs, so that a run does only the new work.
 *
 * A file with the same stamp is not read again, and a document with the same
 * inputs is not made again. If that holds for all of them, the run ends. The
 * state never changes the feeds, and may be deleted at any time. */
#ifndef FEEDMILL_BUILD_MEMORY_STATE_H
#define FEEDMILL_BUILD_MEMORY_STATE_H

#include "base/core/str.h"
#include "base/time/datetime.h"

struct config;
struct memos;
struct site;
struct site_options;
struct state;

/* Opens the state of a site whose files were found, and compares it with them.
 * `folder` is the folder of the feeds. Adds notes to the site's diagnostics.
 * NULL: the config wants no state. */
struct state *state_open(struct site *s, const struct site_options *o,
    str folder);
/* Whether posts, feeds and their reports are unchanged since the last run.
 * *report is what that run gave to state_save, valid until state_close. */
bool state_is_current(struct state *st, instant now, str *report);
/* Fills in the posts that the state has. Returns a flag for each post, for
 * site_read. */
const bool *state_fill(struct state *st, instant now);
/* The system's clock at the last run that went by it, whatever its config was;
 * INT64_MIN: it is not known. */
instant state_last_clock(const struct state *st);
/* The same for a run that opens no state. Reads nothing else of it. */
instant state_read_clock(const struct config *c);
/* The memos of entries and documents. */
struct memos *state_memos(struct state *st);
/* The keys of entries that keep the rules, as judged_pack wrote them; valid
 * until state_close. Reads them from the file, so do not call it in a run that
 * judges nothing. */
str state_judged(struct state *st);
/* Saves the results of this run. Call site_survey first. `retry`: something was
 * missing that may exist at the next run, so that no later run is current. */
void state_save(struct state *st, const struct memos *memos, bool retry,
    str report);
void state_close(struct state *st);

#endif
