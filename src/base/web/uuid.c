/* SPDX-License-Identifier: MIT
 * uuid: names that are the same wherever they are made. */
#include "base/web/uuid.h"

#include <assert.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

/* ---- SHA-1, RFC 3174 ---- */

enum { BLOCK = 64, DIGEST = 20 };

struct sha1 {
	uint32_t state[5];
	unsigned char block[BLOCK];
	uint64_t size; /* bytes so far */
};

static uint32_t
rotate(uint32_t n, int by)
{
	return n << by | n >> (32 - by);
}

/* Section 5, f(t;B,C,D) and K(t). */
static uint32_t
mix(int t, uint32_t b, uint32_t c, uint32_t d)
{
	if (t < 20)
		return ((b & c) | (~b & d)) + 0x5A827999;
	if (t < 40)
		return (b ^ c ^ d) + 0x6ED9EBA1;
	if (t < 60)
		return ((b & c) | (b & d) | (c & d)) + 0x8F1BBCDC;
	return (b ^ c ^ d) + 0xCA62C1D6;
}

/* Section 6.1. */
static void
add_block(struct sha1 *s)
{
	uint32_t w[80], h[5];

	for (int t = 0; t < 16; t++) {
		const unsigned char *p = s->block + 4 * t;

		w[t] = (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 |
		    (uint32_t)p[2] << 8 | p[3];
	}
	for (int t = 16; t < 80; t++)
		w[t] = rotate(
		    w[t - 3] ^ w[t - 8] ^ w[t - 14] ^ w[t - 16], 1);
	memcpy(h, s->state, sizeof h);
	for (int t = 0; t < 80; t++) {
		uint32_t next = rotate(h[0], 5) + mix(t, h[1], h[2], h[3]) +
		    h[4] + w[t];

		h[4] = h[3];
		h[3] = h[2];
		h[2] = rotate(h[1], 30);
		h[1] = h[0];
		h[0] = next;
	}
	for (int i = 0; i < 5; i++)
		s->state[i] += h[i];
}

static void
add_byte(struct sha1 *s, unsigned char byte)
{
	s->block[s->size++ % BLOCK] = byte;
	if (s->size % BLOCK == 0)
		add_block(s);
}

static struct sha1
begin(void)
{
	return (struct sha1){.state = {0x67452301, 0xEFCDAB89, 0x98BADCFE,
		0x10325476, 0xC3D2E1F0}};
}

static void
end(struct sha1 *s, unsigned char out[DIGEST])
{
	uint64_t bits = s->size * 8;

	add_byte(s, 0x80);
	while (s->size % BLOCK != BLOCK - 8)
		add_byte(s, 0);
	for (int i = 56; i >= 0; i -= 8)
		add_byte(s, (unsigned char)(bits >> i));
	for (int i = 0; i < DIGEST; i++)
		out[i] = (unsigned char)(
		    s->state[i / 4] >> (24 - 8 * (i % 4)));
}

/* ---- UUIDs ---- */

/* The hyphens of a UUID are here. */
static bool
is_hyphen(size_t i)
{
	return i == 8 || i == 13 || i == 18 || i == 23;
}

bool
uuid_is(str text)
{
	if (text.len != UUID_TEXT - 1)
		return false;
	for (size_t i = 0; i < text.len; i++)
		if (is_hyphen(i) ? text.ptr[i] != '-'
		                 : char_hex(text.ptr[i]) < 0)
			return false;
	return true;
}

str
uuid_of_name(const char *space, str name, char out[UUID_TEXT])
{
	struct sha1 s = begin();
	unsigned char h[DIGEST];
	size_t n = 0;

	assert(uuid_is(str_of(space)));
	for (size_t i = 0; i < UUID_TEXT - 1; i++) {
		if (is_hyphen(i))
			continue;
		add_byte(&s, (unsigned char)(char_hex(space[i]) << 4 |
		    char_hex(space[i + 1])));
		i++;
	}
	for (size_t i = 0; i < name.len; i++)
		add_byte(&s, (unsigned char)name.ptr[i]);
	end(&s, h);
	h[6] = (h[6] & 0x0F) | 0x50;
	h[8] = (h[8] & 0x3F) | 0x80;
	for (size_t i = 0; n < UUID_TEXT - 1; i++) {
		if (is_hyphen(n))
			out[n++] = '-';
		n += (size_t)snprintf(out + n, 3, "%02x", h[i]);
	}
	return (str){out, n};
}
