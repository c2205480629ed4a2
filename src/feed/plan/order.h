/* SPDX-License-Identifier: MIT
 * order: the posts that may be published, newest first, each id once. */
#ifndef FEEDMILL_FEED_PLAN_ORDER_H
#define FEEDMILL_FEED_PLAN_ORDER_H

#include "feed/plan/plan.h"

/* Sets plan->posts, those of one instant by id (feed rule 18),
 * and counts those with errors. */
void order_posts(struct plan *plan, struct post *posts, size_t n);

/* Whether two of them have one id, which is seldom. */
bool order_has_duplicates(const struct plan *plan);
/* Of posts with one id the oldest keeps it: subscribers have it already. The
 * others become errors, and are taken out. */
void order_drop_duplicates(struct plan *plan, const struct config *c);

/* Gives each post a stamp. Readers that go by <updated> cannot order entries
 * of one instant, and the validator warns of them (DuplicateUpdated); dates
 * without a time make many. Each gets the first free second, by id, in all
 * feeds the same. */
void order_stamp(struct plan *plan);

#endif
