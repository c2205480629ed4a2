/* SPDX-License-Identifier: MIT
 * paths_config: what the config says of the names of feeds, checked. */
#ifndef FEEDMILL_FEED_PLAN_PATHS_CONFIG_H
#define FEEDMILL_FEED_PLAN_PATHS_CONFIG_H

#include "feed/plan/plan.h"

/* The patterns of a feed's paths, by format. */
struct pathset {
	bool has[MOST_FORMATS];    /* the plan's formats that it uses */
	str pattern[MOST_FORMATS];
	struct strs also[MOST_FORMATS]; /* further patterns */
	str name;                  /* the same in all formats */
	str taxonomy;              /* of the feeds of terms */
	const char *key;           /* where the formats are, for messages */
};

struct paths_config {
	struct pathset main;
	struct pathset *taxonomies, *extras; /* in the config's order */
};

/* The i-th pattern of a format, the main one first; empty past the last. */
str pathset_at(const struct pathset *set, size_t format, size_t i);

/* Reads the formats of the config into the plan, those of all feeds first,
 * and the paths into the result; checks titles and pages too. Reports every
 * mistake in them; false if there is one. */
bool paths_config_read(struct paths_config *out, struct plan *plan,
    const struct config *c, struct arena *a, struct diags *diags);

#endif
