/* SPDX-License-Identifier: MIT
 * ids: the ledger of a site, from its file to its posts and back.
 *
 * It is read with the config and matched once the posts are there; it is
 * staged when the feeds are, and gets its name after theirs. */
#ifndef FEEDMILL_BUILD_GUARD_IDS_H
#define FEEDMILL_BUILD_GUARD_IDS_H

#include "post/ledger/ledger.h"
#include "build/run/site.h"

/* Reads the file that ids.ledger names, which need not be there, into s->ids;
 * that stays NULL where the config wants none. `now` is when a post that is
 * not found is gone. False: it cannot be read, which is reported. */
bool ids_open(struct site *s, instant now);
/* What stands for the bytes of the file, as they are now. */
struct digest ids_digest(const struct ids *ids);
/* Reads the lines, before the posts are read. False: something is wrong with
 * them, which is reported. */
bool ids_parse(struct site *s);
/* Gives posts the ids of their lines, and lines to posts that are new. */
void ids_match(struct site *s);
/* Adds the documents of archives to the plan. False: a path is taken, which
 * is reported. */
bool ids_archive(struct site *s);
/* Gives the main feeds tombstones of posts that have gone lately. */
void ids_bury(struct site *s);
/* Narrows the time in which these are the tombstones. */
void ids_narrow(const struct ids *ids, instant *from, instant *until);

/* Writes the file beside the old one, if it changes. The lines are those of
 * the posts that are published. Anything but OUTCOME_OK is reported. */
enum outcome ids_stage(struct site *s, struct diags *diags);
/* Gives it its name; false is reported. */
bool ids_commit(struct site *s, struct diags *diags);
/* Removes what was staged and not committed. */
void ids_close(struct site *s);

#endif
