/* SPDX-License-Identifier: MIT
 * hash: numbers that stand for bytes. */
#include "base/core/hash.h"

#include <string.h>

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

struct digest
digest_of_parts(const str *parts, size_t n)
{
	XXH3_state_t state;
	XXH128_hash_t h;

	XXH3_128bits_reset(&state);
	for (size_t i = 0; i < n; i++)
		XXH3_128bits_update(&state, parts[i].ptr, parts[i].len);
	h = XXH3_128bits_digest(&state);
	return (struct digest){h.low64, h.high64};
}

void
digest_write(char out[DIGEST_TEXT + 1], struct digest d)
{
	static const char digits[] = "0123456789abcdef";

	for (size_t i = 0; i < DIGEST_TEXT / 2; i++) {
		unsigned shift = 60 - 4 * (unsigned)i;

		out[i] = digits[d.high >> shift & 15];
		out[DIGEST_TEXT / 2 + i] = digits[d.low >> shift & 15];
	}
	out[DIGEST_TEXT] = '\0';
}

bool
digest_parse(str text, struct digest *out)
{
	uint64_t halves[2] = {0};

	if (text.len != DIGEST_TEXT)
		return false;
	for (size_t i = 0; i < text.len; i++) {
		static const char digits[] = "0123456789abcdef";
		const char *at = memchr(digits, text.ptr[i], 16);

		if (at == NULL)
			return false;
		halves[i / 16] = halves[i / 16] << 4 | (uint64_t)(at - digits);
	}
	*out = (struct digest){.low = halves[1], .high = halves[0]};
	return true;
}
