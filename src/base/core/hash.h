/* SPDX-License-Identifier: MIT
 * hash: hashes of bytes, by xxHash: to hash a post takes less time than to
 * read it. */
#ifndef FEEDMILL_BASE_CORE_HASH_H
#define FEEDMILL_BASE_CORE_HASH_H

#include <stdbool.h>
#include <stdint.h>

#include "base/core/str.h"

/* For tables. */
uint64_t hash64(str bytes);

/* Bytes with equal digests are taken to be equal. Different bytes have the same
 * digest by chance once in 2^128 times; xxHash does not resist an attacker. */
struct digest {
	uint64_t low, high;
};

struct digest digest_of(str bytes);
/* That of the parts, joined. */
struct digest digest_of_parts(const str *parts, size_t n);
bool digest_eq(struct digest a, struct digest b);
/* As text: 32 digits of base 16. digest_parse is false for another text. */
enum { DIGEST_TEXT = 32 };
void digest_write(char out[DIGEST_TEXT + 1], struct digest d);
bool digest_parse(str text, struct digest *out);

#endif
