/* SPDX-License-Identifier: MIT
 * guard_cause: why ids would change, and how to keep them. */
#ifndef FEEDMILL_BUILD_GUARD_GUARD_CAUSE_H
#define FEEDMILL_BUILD_GUARD_GUARD_CAUSE_H

#include "build/guard/suspect.h"

/* Appends the reason why these ids changed, as a clause of a message. Returns
 * the config key that is the cause; NULL: the cause is in the posts. */
const char *cause_of_moves(struct buf *out, const struct site *s,
    const struct move *moves, size_t n);
/* Appends the remedies; `key` is the result of cause_of_moves. */
void cause_put_remedy(struct buf *out, struct site *s,
    const struct move *moves, const char *key);

#endif
