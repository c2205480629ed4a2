/* SPDX-License-Identifier: MIT
 * owed: the pings that are still to be sent, each for a hub and a feed.
 *
 * The list is a text file beside the state. It is not part of the state, which
 * is deleted when the config or the program changes: a hub that was down must
 * get its pings even then. Feeds are added before they are published, and
 * removed once the hub was told. So a run that is killed can leave too many
 * pings, but never too few.
 *
 * Runs that use the file at the same time wait for each other. Each failure is
 * reported. */
#ifndef FEEDMILL_PUBLISH_OWED_H
#define FEEDMILL_PUBLISH_OWED_H

#include <stdint.h>

#include "base/core/diag.h"
#include "base/core/mem.h"

/* A hub must be told of a topic: the address of a feed. */
struct owed_row {
	str hub, topic;
	uint64_t serial; /* of the change; never used twice in a file */
	bool is_told;    /* ping_hubs did it */
};

struct owed {
	struct arena arena; /* of the rows and their texts */
	struct owed_row *rows;
	size_t count, cap;
	uint64_t last;      /* the largest serial so far */
	bool is_damaged;    /* lines of the file were dropped */
};

/* A feed of this run. */
struct owed_feed {
	str topic;
	bool changed;
};

/* Adds each changed feed for each hub, and removes rows of other hubs and of
 * feeds that no longer exist. Returns whether the list changed. */
bool owed_merge(struct owed *o, const struct strs *hubs,
    const struct owed_feed *feeds, size_t n);

/* Reads the file into an empty list. A missing file is an empty list. */
bool owed_read(struct owed *o, const char *path, struct diags *diags);
/* Does owed_merge with the file, and creates it if needed. OWED_FOREIGN: another
 * program made what is there, which stays. OWED_FAILED: the system failed to
 * read or write it. */
enum owed_result { OWED_DONE, OWED_FOREIGN, OWED_FAILED };
enum owed_result owed_add(const char *path, const struct strs *hubs,
    const struct owed_feed *feeds, size_t n, struct diags *diags);
/* Removes from the file the rows of `o` that were told. Keeps a row whose feed
 * has changed again since `o` was read. */
bool owed_settle(const char *path, const struct owed *o,
    struct diags *diags);

void owed_free(struct owed *o);

#endif
