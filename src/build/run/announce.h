/* SPDX-License-Identifier: MIT
 * announce: what a run changes, hubs are told: by it, or by a later one. */
#ifndef FEEDMILL_BUILD_RUN_ANNOUNCE_H
#define FEEDMILL_BUILD_RUN_ANNOUNCE_H

#include "publish/ping.h"
#include "build/run/documents.h"

struct announce {
	const struct config *config;
	struct arena arena;
	const char *path;  /* of what is owed; NULL: it is not kept, */
	struct owed owed;  /* but here */
};

/* Whether the config names a hub; if not, that is reported. */
bool announce_has_hub(const struct config *c, struct diags *diags);

void announce_open(struct announce *n, const struct config *c);
/* Before the documents that changed are published: all hubs owe them. */
void announce_owe(struct announce *n, const struct plan *plan,
    const struct documents *d, struct diags *diags);
/* Reads what is owed, for those who only look at it, and for announce_tell. */
bool announce_read(struct announce *n, struct diags *diags);
/* Tells the hubs, and remembers that they were told. */
void announce_tell(struct announce *n, struct ping_counts *counts,
    struct diags *diags);
void announce_close(struct announce *n);

#endif
