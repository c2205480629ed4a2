/* SPDX-License-Identifier: MIT
 * buf: bytes that grow. */
#ifndef FEEDMILL_BASE_CORE_BUF_H
#define FEEDMILL_BASE_CORE_BUF_H

#include <stdint.h>

#include "base/core/mem.h"
#include "base/core/str.h"

/* Owns its bytes and doubles. The zero value is an empty buffer. */
struct buf {
	char *ptr;  /* owned; NULL until the first byte */
	size_t len; /* bytes in use */
	size_t cap; /* bytes allocated */
};

/* Room for n more bytes at the end. The caller fills them and adds to len. */
char *buf_reserve(struct buf *b, size_t n);

static inline void
buf_add(struct buf *b, str s)
{
	if (s.len == 0)
		return;
	if (b->cap - b->len < s.len)
		buf_reserve(b, s.len);
	memcpy(b->ptr + b->len, s.ptr, s.len);
	b->len += s.len;
}

static inline void
buf_addc(struct buf *b, char c)
{
	if (b->cap == b->len)
		buf_reserve(b, 1);
	b->ptr[b->len++] = c;
}

/* UTF-8 of the code point. */
void buf_add_rune(struct buf *b, uint32_t rune);
void buf_printf(struct buf *b, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));
/* Its contents, valid until the next change. Never a NULL pointer. */
str buf_str(const struct buf *b);
/* The same as a C string. */
const char *buf_cstr(struct buf *b);
/* Empties it and keeps the memory. */
void buf_reset(struct buf *b);
/* Moves its text to an arena, as arena_str has it, and frees it. */
str buf_move(struct buf *b, struct arena *a);

static inline void
buf_free(struct buf *b)
{
	if (b->ptr)
		mem_free(b->ptr);
	b->ptr = NULL;
	b->len = b->cap = 0;
}

#endif
