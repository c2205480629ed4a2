/* SPDX-License-Identifier: MIT
 * order: the posts that may be published, newest first, each id once. */
#ifndef FEEDMILL_FEED_ORDER_H
#define FEEDMILL_FEED_ORDER_H

#include "plan.h"

/* Sets plan->posts, those of one instant by id (feed rule 18), and counts
 * those with errors. A post whose id an older one has becomes an error. Each
 * gets a stamp. The list is in the arena. */
void order_posts(struct plan *plan, struct post *posts, size_t n,
    struct arena *a);

#endif
