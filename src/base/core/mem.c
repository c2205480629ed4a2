/* SPDX-License-Identifier: MIT
 * mem: allocation that never fails, and arenas. */
#include "base/core/mem.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Blocks double up to the largest, so that an arena for one message stays
 * small. */
enum { FIRST_BLOCK = 1024, BLOCK_SIZE = 64 * 1024, ZERO_PAGES = 1 << 20 };

struct arena_block {
	struct arena_block *next; /* older block */
	size_t size;              /* bytes in data */
	alignas(max_align_t) char data[];
};

static void
die_out_of_memory(size_t size)
{
	fprintf(stderr, "feedmill: out of memory (%zu bytes)\n", size);
	abort();
}

void *
mem_alloc(size_t size)
{
	return mem_realloc(NULL, size);
}

void *
mem_realloc(void *ptr, size_t size)
{
	void *p = realloc(ptr, size ? size : 1);

	if (p == NULL)
		die_out_of_memory(size);
	return p;
}

void
mem_free(void *ptr)
{
	free(ptr);
}

/* The size of the next block. */
static size_t
block_size(const struct arena *a)
{
	if (a->block == NULL)
		return FIRST_BLOCK;
	return a->block->size < BLOCK_SIZE ? 2 * a->block->size : BLOCK_SIZE;
}

static struct arena_block *
add_block(struct arena *a, size_t size)
{
	struct arena_block *b;

	if (size > SIZE_MAX - sizeof *b)
		die_out_of_memory(size);
	b = mem_alloc(sizeof *b + size);
	b->size = size;
	b->next = a->block;
	a->block = b;
	return b;
}

/* Does the same as take_bytes when the newest block has no room. It is a
 * separate function so that the compiler can inline the usual case. */
static __attribute__((noinline)) void *
take_from_new_block(struct arena *a, size_t size)
{
	size_t room = block_size(a);

	if (size > room / 4)
		room = size > BLOCK_SIZE / 4 ? size : BLOCK_SIZE;
	a->used = size;
	return add_block(a, room)->data;
}

/* Returns uninitialised room for `size` bytes, aligned to `align`, which is a
 * power of two. */
static inline void *
take_bytes(struct arena *a, size_t size, size_t align)
{
	struct arena_block *b = a->block;
	size_t from = (a->used + align - 1) & ~(align - 1);

	if (b == NULL || from > b->size || b->size - from < size)
		return take_from_new_block(a, size);
	a->used = from + size;
	return b->data + from;
}

/* Allocates a block for one large object. The newest block stays in use. calloc
 * gets most memory of this size fresh from the system, which has zeroed it: no
 * page is written before it is used. */
static void *
take_zero_pages(struct arena *a, size_t size)
{
	struct arena_block *b = size > SIZE_MAX - sizeof *b
	    ? NULL : calloc(1, sizeof *b + size);

	if (b == NULL)
		die_out_of_memory(size);
	b->size = size;
	if (a->block) {
		b->next = a->block->next;
		a->block->next = b;
	} else {
		a->block = b;
		a->used = size;
	}
	return b->data;
}

void *
arena_alloc(struct arena *a, size_t size)
{
	if (size >= ZERO_PAGES)
		return take_zero_pages(a, size);
	return memset(take_bytes(a, size, alignof(max_align_t)), 0, size);
}

void *
arena_bytes(struct arena *a, size_t size)
{
	return take_bytes(a, size, alignof(max_align_t));
}

void *
arena_more(struct arena *a, void *old, size_t had, size_t size)
{
	struct arena_block *b = a->block;
	void *more;

	if (size <= had)
		return old;
	if ((char *)old + had == b->data + a->used &&
	    size - had <= b->size - a->used) {
		a->used += size - had;
		return old;
	}
	more = arena_bytes(a, size);
	memcpy(more, old, had);
	return more;
}

void *
arena_array(struct arena *a, size_t n, size_t size)
{
	if (size && n > SIZE_MAX / size)
		die_out_of_memory(SIZE_MAX);
	return arena_alloc(a, n * size);
}

void *
arena_grow(struct arena *a, void *array, size_t count, size_t *cap,
    size_t size)
{
	void *longer;

	if (count < *cap)
		return array;
	*cap = *cap ? 2 * *cap : 16;
	longer = arena_array(a, *cap, size);
	if (count)
		memcpy(longer, array, count * size);
	return longer;
}

char *
arena_text(struct arena *a, size_t len)
{
	char *p = take_bytes(a, len + 1, 1);

	p[len] = '\0';
	return p;
}

char *
arena_cstr(struct arena *a, str s)
{
	char *p = arena_text(a, s.len);

	if (s.len)
		memcpy(p, s.ptr, s.len);
	return p;
}

str
arena_lower(struct arena *a, str s)
{
	char *copy = arena_cstr(a, s);

	for (size_t i = 0; i < s.len; i++)
		copy[i] = char_lower(copy[i]);
	return (str){copy, s.len};
}

str
arena_str(struct arena *a, str s)
{
	return (str){arena_cstr(a, s), s.len};
}

str
arena_vprintf(struct arena *a, const char *fmt, va_list ap)
{
	va_list again;
	int n;
	char *p;

	va_copy(again, ap);
	n = vsnprintf(NULL, 0, fmt, ap);
	if (n < 0)
		n = 0;
	p = take_bytes(a, (size_t)n + 1, 1);
	p[0] = '\0';
	vsnprintf(p, (size_t)n + 1, fmt, again);
	va_end(again);
	return (str){p, (size_t)n};
}

str
arena_printf(struct arena *a, const char *fmt, ...)
{
	va_list ap;
	str s;

	va_start(ap, fmt);
	s = arena_vprintf(a, fmt, ap);
	va_end(ap);
	return s;
}

static void
free_blocks(struct arena_block *b)
{
	while (b) {
		struct arena_block *next = b->next;

		mem_free(b);
		b = next;
	}
}

void
arena_reset(struct arena *a)
{
	if (a->block) {
		free_blocks(a->block->next);
		a->block->next = NULL;
		/* Free a huge block now: one huge post must not hold its memory
		 * for the run. */
		if (a->block->size > BLOCK_SIZE) {
			mem_free(a->block);
			a->block = NULL;
		}
	}
	a->used = 0;
}

void
arena_free(struct arena *a)
{
	free_blocks(a->block);
	*a = (struct arena){0};
}
