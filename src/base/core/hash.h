/* SPDX-License-Identifier: MIT
 * hash: numbers that stand for bytes. By way of xxHash, so that to hash a
 * post costs less than to read it. */
#ifndef FEEDMILL_BASE_CORE_HASH_H
#define FEEDMILL_BASE_CORE_HASH_H

#include <stdbool.h>
#include <stdint.h>

#include "base/core/str.h"

/* For tables. */
uint64_t hash64(str bytes);

/* Of bytes that are taken for the same where these are: two that differ have
 * the same once in 2^128 times, unless someone makes them so. */
struct digest {
	uint64_t low, high;
};

struct digest digest_of(str bytes);
bool digest_eq(struct digest a, struct digest b);

#endif
