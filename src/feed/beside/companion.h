/* SPDX-License-Identifier: MIT
 * companion: the files beside the feeds, for people and for the templates of
 * the site. To add one, write a file and add a key of the config and a row in
 * companion.c. */
#ifndef FEEDMILL_FEED_BESIDE_COMPANION_H
#define FEEDMILL_FEED_BESIDE_COMPANION_H

#include "feed/plan/plan.h"

struct companion {
	const char *key;       /* config key: "feeds.style" */
	const char *extension; /* ".css" */
	size_t path;           /* offset of the path in struct config */
	/* Appends the whole file, with FEEDMILL_NOTICE near its beginning. */
	void (*write)(struct buf *out, const struct plan *plan,
	    const struct config *c);
};

enum { MOST_COMPANIONS = 8 };

/* The i-th kind of companion file; NULL past the last. */
const struct companion *companion_at(size_t i);
/* Its path below feeds.folder; empty: the config turns it off. */
str companion_path(const struct companion *k, const struct config *c);

#endif
