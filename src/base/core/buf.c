/* SPDX-License-Identifier: MIT
 * buf: bytes that grow. */
#include "base/core/buf.h"

#include <stdarg.h>
#include <stdio.h>

#include "base/core/utf8.h"

char *
buf_reserve(struct buf *b, size_t n)
{
	if (b->cap - b->len < n) {
		size_t cap = b->cap ? b->cap : 256;

		while (cap - b->len < n)
			cap *= 2;
		b->ptr = mem_realloc(b->ptr, cap);
		b->cap = cap;
	}
	return b->ptr + b->len;
}

void
buf_add_rune(struct buf *b, uint32_t rune)
{
	b->len += utf8_encode(rune, buf_reserve(b, 4));
}

void
buf_printf(struct buf *b, const char *fmt, ...)
{
	va_list ap;
	int n;

	va_start(ap, fmt);
	n = vsnprintf(NULL, 0, fmt, ap);
	va_end(ap);
	if (n <= 0)
		return;
	buf_reserve(b, (size_t)n + 1);
	va_start(ap, fmt);
	vsnprintf(b->ptr + b->len, (size_t)n + 1, fmt, ap);
	va_end(ap);
	b->len += (size_t)n;
}

str
buf_str(const struct buf *b)
{
	return (str){b->ptr ? b->ptr : "", b->len};
}

const char *
buf_cstr(struct buf *b)
{
	*buf_reserve(b, 1) = '\0';
	return b->ptr;
}

void
buf_reset(struct buf *b)
{
	b->len = 0;
}

str
buf_move(struct buf *b, struct arena *a)
{
	str s = arena_str(a, buf_str(b));

	buf_free(b);
	return s;
}
