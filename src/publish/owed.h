/* SPDX-License-Identifier: MIT
 * owed: which hubs have still to be told of which feeds.
 *
 * It is kept in a text file, beside the state but apart from it: the state is
 * made anew whenever the config or the program changes, and a hub that was
 * down then must still be told. Feeds are written down here before they are
 * published, and struck off when a hub has been told of them, so that a run
 * that is killed leaves rather too much here than too little.
 *
 * Runs that use the file at once wait for each other. Everything that fails
 * is reported. */
#ifndef FEEDMILL_PUBLISH_OWED_H
#define FEEDMILL_PUBLISH_OWED_H

#include <stdint.h>

#include "base/core/diag.h"
#include "base/core/mem.h"

/* A hub is to be told of a topic, which is the address of a feed. */
struct owed_row {
	str hub, topic;
	uint64_t serial; /* of the change; never used twice in a file */
	bool is_told;    /* in this run */
};

struct owed {
	struct arena arena; /* of the texts */
	struct owed_row *rows; /* owned */
	size_t count, cap;
	uint64_t last;      /* serial that was given */
	bool is_damaged;    /* the file has lines that were dropped */
};

/* A feed that there is now. */
struct owed_feed {
	str topic;
	bool changed; /* since hubs were told the last time */
};

/* Has every hub owe every feed that changed, and forgets what is owed to other
 * hubs or for feeds that there are no more. Whether that made a difference. */
bool owed_merge(struct owed *o, const struct strs *hubs,
    const struct owed_feed *feeds, size_t n);

/* Reads the file, if it is there, into an empty list. */
bool owed_read(struct owed *o, const char *path, struct diags *diags);
/* owed_merge with the file, which is made if need be. */
bool owed_add(const char *path, const struct strs *hubs,
    const struct owed_feed *feeds, size_t n, struct diags *diags);
/* Strikes the rows of `o` that are told off the file, but not those that
 * changed again in the meantime. */
bool owed_settle(const char *path, const struct owed *o,
    struct diags *diags);

void owed_free(struct owed *o);

#endif
