/* SPDX-License-Identifier: MIT
 * announce: pings the hubs for feeds that a run changed. A ping that fails is
 * kept for a later run. */
#ifndef FEEDMILL_BUILD_RUN_ANNOUNCE_H
#define FEEDMILL_BUILD_RUN_ANNOUNCE_H

#include "publish/ping.h"

struct documents;
struct plan;

struct announce {
	const struct config *config;
	struct arena arena;
	const char *path;  /* of the file of owed pings; NULL: they are only in
	                    * `owed` */
	bool is_foreign;   /* another program made what is there */
	struct owed owed;
};

/* Whether the config names a hub. Reports it if there is none. */
bool announce_has_hub(const struct config *c, struct diags *diags);

void announce_open(struct announce *n, const struct config *c);
/* Records that every hub must be told of the documents that changed. Call it
 * before they are published. False: the system failed to record it, so they
 * must not be. */
bool announce_owe(struct announce *n, const struct plan *plan,
    const struct documents *d, struct diags *diags);
/* Reads the pings that are owed. */
bool announce_read(struct announce *n, struct diags *diags);
/* Sends the pings that are owed, and removes those that succeeded. */
void announce_tell(struct announce *n, struct ping_counts *counts,
    struct diags *diags);
void announce_close(struct announce *n);

#endif
