/* SPDX-License-Identifier: MIT
 * guard_cause: why ids would change, and what would keep them. */
#ifndef FEEDMILL_BUILD_GUARD_GUARD_CAUSE_H
#define FEEDMILL_BUILD_GUARD_GUARD_CAUSE_H

#include "build/guard/suspect.h"

/* Appends why these ids changed, as a clause of a message. Returns the key of
 * the config that is the cause; NULL: the cause is in the posts. */
const char *cause_of_moves(struct buf *out, const struct site *s,
    const struct move *moves, size_t n);
/* Appends what can be done about it; `key` as above. */
void cause_put_remedy(struct buf *out, struct site *s,
    const struct move *moves, const char *key);

#endif
