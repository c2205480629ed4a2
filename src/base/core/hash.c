/* SPDX-License-Identifier: MIT
 * hash: numbers that stand for bytes. */
#include "base/core/hash.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

uint64_t
hash64(str bytes)
{
	return XXH3_64bits(bytes.ptr, bytes.len);
}

struct digest
digest_of(str bytes)
{
	XXH128_hash_t h = XXH3_128bits(bytes.ptr, bytes.len);

	return (struct digest){h.low64, h.high64};
}

bool
digest_eq(struct digest a, struct digest b)
{
	return a.low == b.low && a.high == b.high;
}
