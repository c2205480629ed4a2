/* SPDX-License-Identifier: MIT
 * ids: the ledger of a site, from its file to its posts and back.
 *
 * It is opened with the config and matched once the posts are read. It is
 * staged with the feeds, and renamed after them. */
#ifndef FEEDMILL_BUILD_SITE_IDS_H
#define FEEDMILL_BUILD_SITE_IDS_H

#include "base/core/diag.h"
#include "base/core/hash.h"
#include "base/time/datetime.h"
#include "build/site/outcome.h"

struct ids;
struct site;

/* Reads the bytes of the file that ids.ledger names, which need not exist,
 * into s->ids; that stays NULL where the config wants none. A post that is not
 * found is gone since `now`. False: it cannot be read, which is reported. */
bool ids_open(struct site *s, instant now);
/* A digest of the file as it is now. */
struct digest ids_digest(const struct ids *ids);
/* Parses the lines, before the posts are read. False: something is wrong with
 * them, which is reported. */
bool ids_parse(struct site *s);
/* Gives posts the ids of their lines, and lines to posts that are new. */
void ids_match(struct site *s);
/* Adds the documents of archives to the plan. False: a path is taken, which
 * is reported. */
bool ids_archive(struct site *s);
/* Gives the main feeds tombstones of posts that are gone since lately. */
void ids_bury(struct site *s);
/* Narrows the time in which a run would find the same tombstones. */
void ids_narrow(const struct ids *ids, instant *from, instant *until);

/* Writes the file beside the old one, if it changes. The lines are those of
 * the posts that are published. Anything but OUTCOME_OK is reported. */
enum outcome ids_stage(struct site *s, struct diags *diags);
/* Renames what was staged; false is reported. */
bool ids_commit(struct site *s, struct diags *diags);
/* Removes what was staged and not committed. */
void ids_close(struct site *s);

#endif
