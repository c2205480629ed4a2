/* SPDX-License-Identifier: MIT
 * last_run: the item "run" of the state, which names all the others. */
#ifndef FEEDMILL_BUILD_MEMORY_LAST_RUN_H
#define FEEDMILL_BUILD_MEMORY_LAST_RUN_H

#include "base/core/buf.h"
#include "base/core/hash.h"
#include "base/time/datetime.h"

/* The digests show that the rows of the store belong together: after a crash of
 * the machine, old and new rows may be mixed. */
struct last_run {
	struct digest fingerprint; /* see fingerprint.h */
	struct digest chunks;      /* of the heads of all chunks */
	struct digest labels, entries, documents, judged, report; /* of those
	                            * items */
	struct digest said;        /* of the reports before the first post, and
	                            * of the files that are not read */
	struct digest ledger;      /* of the ledger file, as the run left it */
	instant from, until;       /* a run at any time in between finds the
	                            * same posts due */
	instant clock;             /* the system's clock at the last run that
	                            * went by it; INT64_MIN: none did */
	bool retry;                /* a file was missing that may exist at the
	                            * next run */
};

void last_run_pack(struct buf *out, const struct last_run *r);
/* Reads the record back. False: the bytes are damaged, as the digest at their
 * end shows. */
bool last_run_unpack(str packed, struct last_run *r);

#endif
