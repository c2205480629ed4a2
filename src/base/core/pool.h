/* SPDX-License-Identifier: MIT
 * pool: the same work on many things, on several threads. */
#ifndef FEEDMILL_BASE_CORE_POOL_H
#define FEEDMILL_BASE_CORE_POOL_H

#include <stddef.h>

/* How many threads this process may run at the same time. */
size_t pool_cores(void);
/* How many of `threads` threads have enough to do: one more for each `few`
 * things beyond the first ones; none for nothing. */
size_t pool_share(size_t threads, size_t count, size_t few);
/* Calls work(ctx, worker, i) for each i below `count`, in any order, on up
 * to `threads` threads; `worker` is below that number, and no two calls with
 * the same one run at once. Returns when all are done. */
void pool_run(size_t threads, size_t count,
    void (*work)(void *ctx, size_t worker, size_t i), void *ctx);

#endif
