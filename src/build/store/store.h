/* SPDX-License-Identifier: MIT
 * store: rows of bytes in an SQLite file. Losing them costs time, nothing else.
 *
 * Nothing here fails a run. A file that cannot be used is reported in a note,
 * and made anew if possible. Writing never waits for the disk, so that a crash
 * of the machine may leave old and new pages mixed: the reader must check that
 * rows belong together. */
#ifndef FEEDMILL_BUILD_STORE_STORE_H
#define FEEDMILL_BUILD_STORE_STORE_H

#include "base/core/buf.h"
#include "base/core/diag.h"

struct store;

/* Opens the file, which need not exist. Adds notes to `diags`. */
struct store *store_open(const char *path, struct diags *diags);
/* Whether it has rows to read: the file exists, has this version and is
 * sound. */
bool store_is_usable(const struct store *s);
/* Discards the rows. Reports `why` they cannot be used, unless it is NULL. */
void store_reject(struct store *s, const char *why);

/* Appends the value of that name. False: no row has that name. */
bool store_get(struct store *s, const char *name, struct buf *out);

/* An iterator over the chunks in the order of their names, for one of their two
 * values. */
enum store_part { STORE_HEAD, STORE_BODY };
struct store_walk {
	struct store *store;
	struct sqlite3_stmt *rows; /* NULL: at the end */
	bool failed;
};
struct store_walk store_walk(struct store *s, enum store_part part);
/* Gets the next chunk. Name and value are valid until the next call. False:
 * there are no more chunks, or they cannot be read. */
bool store_next(struct store_walk *w, str *name, str *value);
/* Ends the walk. False: not all chunks could be read. */
bool store_end(struct store_walk *w);
/* Does the same with a call for every chunk. */
bool store_each(struct store *s, enum store_part part,
    void (*each)(void *ctx, str name, str value), void *ctx);
/* Size of the file in bytes: an upper limit for the sum of its values. */
size_t store_size(const struct store *s);

/* Make all changes between these two calls one transaction. False: it was
 * rolled back. */
bool store_begin(struct store *s);
bool store_commit(struct store *s);
void store_put(struct store *s, const char *name, str value);
void store_put_chunk(struct store *s, str name, str head, str body);
void store_drop_chunk(struct store *s, str name);

void store_close(struct store *s);

#endif
