/* SPDX-License-Identifier: MIT
 * span: finds the next character that must be escaped or looked up.
 *
 * Sixteen bytes are compared at once, by the vectors of GCC and clang, which
 * which they compile to the instructions of the machine. */
#include "base/core/span.h"

#include <stdint.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

enum { WIDTH = 16 };

typedef unsigned char bytes __attribute__((vector_size(WIDTH)));
typedef signed char numbers __attribute__((vector_size(WIDTH)));

static bytes
load(const char *p)
{
	bytes b;

	memcpy(&b, p, WIDTH);
	return b;
}

/* Four vectors that are tested together. */
enum { STRIDE = 4 * WIDTH };

#ifndef __SSE2__
/* The index of the first nonzero byte of eight. */
static size_t
first_of(uint64_t word)
{
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
	return (size_t)__builtin_ctzll(word) / 8;
#else
	return (size_t)__builtin_clzll(word) / 8;
#endif
}
#endif

/* The index of the first byte with all bits set, or WIDTH. All other bytes are
 * zero. */
static size_t
first_hit(bytes hits)
{
#ifdef __SSE2__
	/* C has no portable way to collect the top bits of a vector. */
	unsigned bits = (unsigned)_mm_movemask_epi8((__m128i)hits);

	return bits ? (size_t)__builtin_ctz(bits) : WIDTH;
#else
	uint64_t words[2];

	memcpy(words, &hits, WIDTH);
	if (words[0])
		return first_of(words[0]);
	return words[1] ? 8 + first_of(words[1]) : WIDTH;
#endif
}

/* Control characters and non-ASCII bytes: read as signed numbers, both are less
 * than a blank. */
static bytes
not_printable(bytes b)
{
	return (bytes)(' ' > (numbers)b) | (bytes)(b == 0x7F);
}

static bytes
not_ascii(bytes b)
{
	return not_printable(b) & ~((bytes)(b == '\n') | (bytes)(b == '\t'));
}

static bytes
not_text(bytes b)
{
	return (bytes)(b == '&') | (bytes)(b == '<') | (bytes)(b == '>') |
	    (bytes)(b == '"') | not_printable(b);
}

static bytes
is_tag(bytes b)
{
	return (bytes)(b == '<') | (bytes)(b == '&');
}

static bytes
not_json(bytes b)
{
	return (bytes)(b == '"') | (bytes)(b == '\\') | not_printable(b);
}

/* Loads fewer than WIDTH bytes and pads them with letters. */
static bytes
load_rest(str s, size_t i)
{
	char rest[WIDTH] = "xxxxxxxxxxxxxxx";

	rest[WIDTH - 1] = 'x';
	memcpy(rest, s.ptr + i, s.len - i);
	return load(rest);
}

static bool
is_zero(bytes b)
{
	uint64_t words[2];

	memcpy(words, &b, WIDTH);
	return (words[0] | words[1]) == 0;
}

/* Skips whole strides; for texts where hits are rare. */
#define SPAN_FAR(s, i, hits)                                                   \
	while ((s).len - (i) >= STRIDE && is_zero(                             \
	    hits(load((s).ptr + (i))) |                                        \
	    hits(load((s).ptr + (i) + WIDTH)) |                                \
	    hits(load((s).ptr + (i) + 2 * WIDTH)) |                            \
	    hits(load((s).ptr + (i) + 3 * WIDTH))))                            \
		(i) += STRIDE

/* The body of each span function. */
#define SPAN(s, i, hits)                                                       \
	while ((s).len - (i) >= WIDTH) {                                       \
		size_t n = first_hit(hits(load((s).ptr + (i))));               \
                                                                               \
		if (n < WIDTH)                                                 \
			return (i) + n;                                        \
		(i) += WIDTH;                                                  \
	}                                                                      \
	if ((i) < (s).len) {                                                   \
		size_t n = first_hit(hits(load_rest((s), (i))));               \
                                                                               \
		return n < WIDTH ? (i) + n : (s).len;                          \
	}                                                                      \
	return (s).len

size_t
span_ascii(str s, size_t i)
{
	SPAN_FAR(s, i, not_ascii);
	SPAN(s, i, not_ascii);
}

size_t
span_text(str s, size_t i)
{
	SPAN(s, i, not_text);
}

/* The same body, which also copies the bytes. */
#define SPAN_COPY(to, s, i, hits, rest)                                        \
	while ((s).len - (i) >= WIDTH) {                                       \
		bytes b = load((s).ptr + (i));                                 \
		size_t n = first_hit(hits(b));                                 \
                                                                               \
		memcpy((to), &b, WIDTH);                                       \
		if (n < WIDTH)                                                 \
			return (i) + n;                                        \
		(i) += WIDTH;                                                  \
		(to) += WIDTH;                                                 \
	}                                                                      \
	return rest((to), (s), (i))

/* Copies fewer than WIDTH bytes. These functions are not inlined: the loops
 * would otherwise have to save registers. */
static __attribute__((noinline)) size_t
copy_text_rest(char *to, str s, size_t i)
{
	memcpy(to, s.ptr + i, s.len - i);
	return span_text(s, i);
}

static __attribute__((noinline)) size_t
copy_json_rest(char *to, str s, size_t i)
{
	memcpy(to, s.ptr + i, s.len - i);
	SPAN(s, i, not_json);
}

size_t
span_copy_text(char *to, str s, size_t i)
{
	SPAN_COPY(to, s, i, not_text, copy_text_rest);
}

size_t
span_copy_json(char *to, str s, size_t i)
{
	SPAN_COPY(to, s, i, not_json, copy_json_rest);
}

size_t
span_tag(str s, size_t i)
{
	SPAN(s, i, is_tag);
}

static bool
is_blank(str s, size_t i)
{
	return (unsigned char)s.ptr[i] <= ' ';
}

size_t
span_words(str s, size_t i)
{
	/* A blank before a control, a blank or the end ends the words. */
	for (; s.len - i > WIDTH; i += WIDTH) {
		bytes b = load(s.ptr + i), next = load(s.ptr + i + 1);
		size_t n = first_hit((bytes)(b < ' ') |
		    ((bytes)(b == ' ') & (bytes)(next <= ' ')));

		if (n < WIDTH)
			return i + n;
	}
	while (i < s.len && (!is_blank(s, i) || (s.ptr[i] == ' ' &&
	    i + 1 < s.len && !is_blank(s, i + 1))))
		i++;
	return i;
}
