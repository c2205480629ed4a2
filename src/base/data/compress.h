/* SPDX-License-Identifier: MIT
 * compress: documents as web servers send them, by way of zlib and brotli.
 *
 * The same bytes always become the same: no time and no name is in them, and
 * the effort is fixed. All begin with a mark, in a part of the format that
 * decoders pass over: others may compress the same documents, and what is
 * theirs is not ours to remove. */
#ifndef FEEDMILL_BASE_DATA_COMPRESS_H
#define FEEDMILL_BASE_DATA_COMPRESS_H

#include "base/core/buf.h"
#include "base/core/library.h"

/* In the order of the choices of feeds.compress in keys.h. */
enum codec { CODEC_GZIP, CODEC_BROTLI, CODEC_COUNT };

/* What a compressed file is called: its document's name and this. */
extern const str codec_endings[CODEC_COUNT];

/* Appends the bytes, which come in `n` parts, compressed. Any thread. False:
 * compress_brotli cannot be loaded. */
bool compress_write(struct buf *out, enum codec codec, const str *parts,
    size_t n);

/* The library that CODEC_BROTLI needs. */
extern const struct library compress_brotli;

/* How many first bytes of a file tell whether compress_write made it. */
enum { COMPRESS_HEAD = 32 };
bool compress_has_mark(str head);

#endif
