/* SPDX-License-Identifier: MIT
 * paths: the names and addresses that the config gives to feeds. */
#ifndef FEEDMILL_FEED_PLAN_PATHS_H
#define FEEDMILL_FEED_PLAN_PATHS_H

#include "feed/plan/plan.h"

struct paths;

/* Reads the formats, paths and titles of the config into the plan and the
 * result. Reports every mistake in them; NULL if there is one. Free the result
 * with paths_free. */
struct paths *paths_new(struct plan *plan, const struct config *c,
    struct arena *a, struct diags *diags);
void paths_free(struct paths *p);

/* Gives a feed its title, id, page, paths and URLs: paths_term from f->taxonomy
 * and f->term, paths_extra from f->extra. No two feeds share a path or an id: a
 * term whose slug is taken gets a number after it, which is reported as a
 * note. A path never leaves feeds.folder. */
void paths_main(struct paths *p, struct feed *f);
void paths_extra(struct paths *p, struct feed *f);
void paths_term(struct paths *p, struct feed *f);

#endif
