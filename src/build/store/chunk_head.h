/* SPDX-License-Identifier: MIT
 * chunk_head: the files that the posts of a chunk were read from.
 *
 * A chunk of the store has a head, with the paths and stamps of some hundred
 * files, and a body, with what was read from them in the same order. A run
 * that finds nothing new reads the heads alone. */
#ifndef FEEDMILL_BUILD_STORE_CHUNK_HEAD_H
#define FEEDMILL_BUILD_STORE_CHUNK_HEAD_H

#include "base/core/file.h"
#include "base/data/pack.h"
#include "post/post_walk.h"

/* Begins a head of `count` files. `body` is the digest of their body. */
void chunk_head_begin(struct buf *out, struct digest body, size_t count);
/* Adds a file; `before` is the path of the previous file, or empty. */
void chunk_head_add(struct buf *out, str before, str path,
    struct stamp stamp);

/* An iterator over the files of a packed head. */
struct chunk_head {
	struct unpack u;
	struct digest body;
	size_t count, next;
	struct buf path;
};
void chunk_head_open(struct chunk_head *h, str head);
/* Gets the next file. The path is valid until the next call. False: there are
 * no more files, or the head is damaged (h->u.bad). */
bool chunk_head_next(struct chunk_head *h, str *path, struct stamp *stamp);
void chunk_head_close(struct chunk_head *h);

/* Moves *next, an index of the scan, past the files that sort before the path.
 * Whether the file is in the scan. */
bool chunk_head_find(const struct post_walk *scan, size_t *next, str path);

#endif
