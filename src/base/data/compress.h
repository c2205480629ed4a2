/* SPDX-License-Identifier: MIT
 * compress: documents as web servers send them, by way of zlib and brotli.
 *
 * The same document always gives the same bytes: they hold no time and no name,
 * and the effort is fixed. All begin with a mark, in a part of the format that
 * decoders skip: it tells feedmill's files from those of other programs, which
 * must not be removed. */
#ifndef FEEDMILL_BASE_DATA_COMPRESS_H
#define FEEDMILL_BASE_DATA_COMPRESS_H

#include "base/core/buf.h"
#include "base/core/library.h"

/* In the order of the choices of feeds.compress in keys.h. */
enum codec { CODEC_GZIP, CODEC_BROTLI, CODEC_COUNT };

/* A compressed file has its document's name and this ending. */
extern const str compress_endings[CODEC_COUNT];

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
