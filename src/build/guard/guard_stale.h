/* SPDX-License-Identifier: MIT
 * guard_stale: feeds without posts that must not be removed. */
#ifndef FEEDMILL_BUILD_GUARD_GUARD_STALE_H
#define FEEDMILL_BUILD_GUARD_GUARD_STALE_H

#include "build/guard/guard.h"

/* Why a published feed that has no posts now must stay: too many of its entries
 * are of posts that no feed publishes any more. NULL: it may be removed. */
const char *guard_stale_keeps(struct guard *g, str file);

#endif
