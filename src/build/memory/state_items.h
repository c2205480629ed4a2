/* SPDX-License-Identifier: MIT
 * state_items: what a run leaves in the state besides posts and memos. */
#ifndef FEEDMILL_BUILD_MEMORY_STATE_ITEMS_H
#define FEEDMILL_BUILD_MEMORY_STATE_ITEMS_H

#include "build/run/build.h"

/* What a run leaves besides the chunks: the item "run". */
struct last_run {
	struct digest fingerprint;
	struct digest chunks;                    /* of all their heads */
	struct digest labels, entries, documents, report; /* of those items */
	struct digest said;  /* of the reports before the first post was read */
	struct digest ledger; /* of its file, as the run left it */
	instant from, until; /* all posts are what they were for a run at a
	                      * time in between */
	bool retry;
};

void last_run_pack(struct buf *out, const struct last_run *r);
/* False: it is damaged. */
bool last_run_unpack(str packed, struct last_run *r);

/* What a run had to say, and how it ended, for one that finds nothing new:
 * without what was true of that run only. */
void report_pack(struct buf *out, const struct build_report *r,
    enum outcome outcome, const struct diags *diags);
bool report_unpack(str packed, struct build_report *r, enum outcome *outcome,
    struct diags *diags);

#endif
