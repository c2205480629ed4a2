/* SPDX-License-Identifier: MIT
 * order: the posts that may be published, newest first, each id once. */
#ifndef FEEDMILL_FEED_PLAN_ORDER_H
#define FEEDMILL_FEED_PLAN_ORDER_H

#include "feed/plan/plan.h"

/* The date that feeds are ordered by. */
instant order_date(const struct config *c, const struct post *p);
/* Sorts posts for a feed that has those first which were changed last. */
void order_by_update(struct post **posts, size_t n);

/* Sets plan->posts, newest first and by id where dates are equal (feed rule
 * 18), and counts the posts with errors. */
void order_posts(struct plan *plan, struct post *posts, size_t n);

/* Whether two posts have the same id, which is rare. */
bool order_has_duplicates(const struct plan *plan);
/* Among posts with the same id the oldest keeps it, because subscribers have it
 * already. The others become errors and are removed from the plan. */
void order_drop_duplicates(struct plan *plan, const struct config *c);

/* Gives each post a distinct stamp. Readers that sort by <updated> cannot order
 * entries with equal dates, and the validator warns (DuplicateUpdated); dates
 * without a time often collide. Posts with equal dates get the next free
 * second, in the order of their ids, the same in all feeds. */
void order_stamp(struct plan *plan);

#endif
