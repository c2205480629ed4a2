/* SPDX-License-Identifier: MIT
 * pack: values as bytes that this program reads back.
 *
 * Values are unpacked in the order in which they were packed. The bytes come
 * from a file and may be damaged: unpacking never reads beyond them, and `bad`
 * tells in the end whether all values were there. */
#ifndef FEEDMILL_BASE_DATA_PACK_H
#define FEEDMILL_BASE_DATA_PACK_H

#include "base/core/buf.h"
#include "base/core/diag.h"
#include "base/core/file.h"
#include "base/core/hash.h"
#include "base/data/value.h"

void pack_uint(struct buf *out, uint64_t n);
void pack_int(struct buf *out, int64_t n);
void pack_str(struct buf *out, str s);
void pack_digest(struct buf *out, struct digest d);
void pack_stamp(struct buf *out, struct stamp s);
void pack_mark(struct buf *out, struct mark m);
/* Those of a list from `first` to `last`; none where `first` is NULL. */
void pack_diags(struct buf *out, const struct diag *first,
    const struct diag *last);

struct unpack {
	str rest;
	bool bad; /* something was missing or beyond its range */
	/* The code of that name, or NULL; needed where diags are unpacked. */
	diag_code (*find_code)(str name);
};

/* The part of unpack_uint for numbers of more than one byte. */
uint64_t unpack_long(struct unpack *u);

/* Zero, and `bad` is set, where nothing is left. */
static inline uint64_t
unpack_uint(struct unpack *u)
{
	if (u->rest.len && (unsigned char)u->rest.ptr[0] < 0x80) {
		u->rest.len--;
		return (uint64_t)*u->rest.ptr++;
	}
	return unpack_long(u);
}

int64_t unpack_int(struct unpack *u);
/* At most `most`, else bad. */
size_t unpack_size(struct unpack *u, size_t most);
/* A slice of the packed bytes. */
str unpack_str(struct unpack *u);
struct digest unpack_digest(struct unpack *u);
struct stamp unpack_stamp(struct unpack *u);
struct mark unpack_mark(struct unpack *u);
/* Adds them to `d`. A code that find_code does not know is bad. */
void unpack_diags(struct unpack *u, struct diags *d);

/* Packs a tree whose parts all stand in one file. Parts that are shared are
 * packed as often as they are reached. NULL can be packed too. */
void pack_value(struct buf *out, const struct value *v);
/* Unpacks a tree into the arena; its texts are copies. NULL was packed, or the
 * bytes are bad: too deep counts as bad. */
struct value *unpack_value(struct unpack *u, struct arena *a);

#endif
