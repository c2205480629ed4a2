/* SPDX-License-Identifier: MIT
 * guard: a feed that would flood its readers is not published.
 *
 * A reader knows an entry by its id. If the ids of posts change, by another
 * permalink or another posts.id, all of them come to all readers once more.
 * So each document is compared with the file that it is about to replace,
 * while that is still there: does an entry that it has come back under another
 * id? Do old posts come that were not in it? If so, nothing is published.
 *
 * Only files that are replaced by other bytes are read. */
#ifndef FEEDMILL_BUILD_GUARD_GUARD_H
#define FEEDMILL_BUILD_GUARD_GUARD_H

#include "build/run/site.h"

struct guard;

/* A guard over the documents of a site in `folder`, at the time `now`. */
struct guard *guard_open(struct site *s, str folder, instant now);
/* Compares a feed, as it is about to be published at a path below the folder,
 * with the file that is there. Any thread. */
void guard_compare(struct guard *g, const struct feed *f, str path);
/* The verdict, once all documents were compared: false, and the reasons are
 * reported, where nothing must be published. */
bool guard_passes(struct guard *g, struct diags *diags);
/* May be NULL. */
void guard_close(struct guard *g);

#endif
