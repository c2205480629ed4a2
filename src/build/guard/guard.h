/* SPDX-License-Identifier: MIT
 * guard: a feed that would flood its readers, or lose its entries, is not
 * published.
 *
 * A reader identifies an entry by its id. If the ids of posts change, by
 * another permalink or another posts.id, every reader shows all of these posts
 * again as unread. If posts become drafts, or a clock is wrong, feeds lose their
 * entries. So each document is compared with the file that it would replace.
 * Nothing is published if an entry of that file would get another id, if many
 * old posts would be added, or if many entries would leave.
 *
 * Only files whose bytes would change are read. */
#ifndef FEEDMILL_BUILD_GUARD_GUARD_H
#define FEEDMILL_BUILD_GUARD_GUARD_H

#include "base/core/diag.h"
#include "base/time/datetime.h"

struct feed;
struct format;
struct guard;
struct site;

struct guard_rules {
	instant now;          /* the time of the run */
	bool is_clock;        /* `now` is the system's clock, not --now */
	instant last_clock;   /* the clock at the last run that went by it;
	                       * INT64_MIN: not known */
	bool accept_new_ids;  /* publish posts under new ids, and old posts */
	bool accept_loss;     /* publish although entries leave the feeds */
};

/* A guard over the documents of a site in `folder`. */
struct guard *guard_open(struct site *s, str folder,
    const struct guard_rules *rules);
/* Compares a feed that is about to be published in a format, at a path below
 * the folder, with the existing file. False, and reported: the system failed to
 * read that file, which must stay. May be called from any thread. */
bool guard_compare(struct guard *g, const struct feed *f,
    const struct format *format, str path, struct diags *diags);
/* Gives the verdict, after all documents were compared. False: the run must not
 * publish, and the reasons are reported. */
bool guard_passes(struct guard *g, struct diags *diags);
/* `g` may be NULL. */
void guard_close(struct guard *g);

#endif
