/* SPDX-License-Identifier: MIT
 * archive: the documents that keep all posts of the main feeds. RFC 5005,
 * section 4.
 *
 * Posts are put on pages in the order in which they are published, those of one
 * run from the oldest on, and the ledger keeps their page. A full page is an
 * archive: it is written once and stays, even if its posts change or are
 * deleted. The page after the last full one is open and changes as feeds do. */
#ifndef FEEDMILL_FEED_PLAN_ARCHIVE_H
#define FEEDMILL_FEED_PLAN_ARCHIVE_H

#include "feed/plan/plan.h"
#include "post/ledger/ledger.h"

/* Assigns a page to each post that has none, records it in the ledger, and
 * appends the archive documents to the plan's feeds: each document is a feed in
 * one format. Reports a path that is already in use and returns false. */
bool archive_plan(struct plan *plan, const struct config *c,
    struct ledger *ledger, struct arena *a, struct diags *diags);

/* The URLs of the documents around the one whose URL is `self`. Empty: no such
 * document. */
struct archive_links {
	str current;    /* the feed that is archived */
	str prev, next; /* the older and the newer archive */
};
struct archive_links archive_links(const struct feed *f, str self);

#endif
