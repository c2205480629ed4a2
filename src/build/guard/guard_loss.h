/* SPDX-License-Identifier: MIT
 * guard_loss: decides whether the entries that leave their feeds are too
 * many. */
#ifndef FEEDMILL_BUILD_GUARD_GUARD_LOSS_H
#define FEEDMILL_BUILD_GUARD_GUARD_LOSS_H

#include "base/core/table.h"
#include "build/guard/suspect.h"

struct config;

/* How many entries may leave a feed of so many at once. */
size_t guard_loss_most(const struct config *c, size_t entries);
/* Judges the losses of all suspects, which are in the order of the plan; `ids`
 * has all posts with an id. False: the run must not publish, which is reported.
 * Otherwise warns of posts that leave although their files exist. */
bool guard_loss_passes(struct guard *g, struct suspect *const *all, size_t n,
    const struct table *ids, struct diags *diags);

#endif
