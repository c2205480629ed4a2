/* SPDX-License-Identifier: MIT
 * paths_config: what the config says of the names of feeds, checked. */
#ifndef FEEDMILL_FEED_PATHS_CONFIG_H
#define FEEDMILL_FEED_PATHS_CONFIG_H

#include "plan.h"

/* The patterns of a feed's paths, by format. */
struct pathset {
	bool has[MOST_FORMATS];    /* of the plan, those that it is in */
	str pattern[MOST_FORMATS];
	str name;                  /* the same in all formats */
	const char *key;           /* where the formats are, for messages */
};

struct paths_config {
	struct pathset main;
	struct pathset *taxonomies, *extras; /* in the config's order */
};

/* Reads the formats of the config into the plan, those of all feeds first,
 * and the paths into the result; checks titles and pages too. Everything that
 * is wrong with them is reported; false if anything is. */
bool paths_config_read(struct paths_config *out, struct plan *plan,
    const struct config *c, struct arena *a, struct diags *diags);

#endif
