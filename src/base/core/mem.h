/* SPDX-License-Identifier: MIT
 * mem: allocation that never fails, and arenas. */
#ifndef FEEDMILL_BASE_CORE_MEM_H
#define FEEDMILL_BASE_CORE_MEM_H

#include <stdarg.h>
#include <stddef.h>

#include "base/core/str.h"

/* As malloc and realloc. Where no memory is left they write a line to standard
 * error and abort: to pass this up through every call would cost a tenth of the
 * code, in paths that no test reaches. feedmill.h tells callers so. */
void *mem_alloc(size_t size);
void *mem_realloc(void *ptr, size_t size);
void mem_free(void *ptr);

/* An arena hands out memory that is given back all at once. The zero value
 * is an empty arena. One thread at a time. */
struct arena {
	struct arena_block *block; /* newest first */
	size_t used;               /* bytes used of the newest block */
};

/* Zeroed, aligned for any type, alive until arena_reset. */
void *arena_alloc(struct arena *a, size_t size);
/* The same, not zeroed. */
void *arena_bytes(struct arena *a, size_t size);
/* What arena_bytes gave, with more bytes: in its place, where it is the newest
 * and its block has room. */
void *arena_more(struct arena *a, void *old, size_t had, size_t size);
/* An array of n zeroed elements of size bytes. */
void *arena_array(struct arena *a, size_t n, size_t size);
/* Makes room for one more element in an array with `count` of *cap elements in
 * use: the array, or a copy with twice as many, zeroed. NULL with *cap 0 is an
 * empty array. */
void *arena_grow(struct arena *a, void *array, size_t count, size_t *cap,
    size_t size);
/* Room for `len` characters, which the caller fills, with a NUL behind. */
char *arena_text(struct arena *a, size_t len);
/* A copy; the bytes are followed by a NUL that len does not count. */
str arena_str(struct arena *a, str s);
/* A copy as a C string. */
char *arena_cstr(struct arena *a, str s);
/* A copy with the letters of ASCII in lower case. */
str arena_lower(struct arena *a, str s);
/* Formatted text, followed by a NUL. */
str arena_printf(struct arena *a, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));
str arena_vprintf(struct arena *a, const char *fmt, va_list ap);
/* Gives everything back, but keeps one block for the next use. */
void arena_reset(struct arena *a);
/* Gives everything back. */
void arena_free(struct arena *a);

#endif
