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

/* Opens the file, which need not be there. Notes go to `diags`. */
struct store *store_open(const char *path, struct diags *diags);
/* Whether it has rows to read: it is there, of this version, and sound. */
bool store_is_usable(const struct store *s);
/* Says why the rows are of no use, unless NULL, and forgets them. */
void store_reject(struct store *s, const char *why);

/* Appends the value of that name. False: there is none. */
bool store_get(struct store *s, const char *name, struct buf *out);

/* A walk over the chunks in the order of their names, for one of their two
 * values. */
enum store_part { STORE_HEAD, STORE_BODY };
struct store_walk {
	struct store *store;
	struct sqlite3_stmt *rows; /* NULL: at the end */
	bool failed;
};
struct store_walk store_walk(struct store *s, enum store_part part);
/* Goes on. Name and value are valid until the next call. False: there are no
 * more, or they cannot be read. */
bool store_next(struct store_walk *w, str *name, str *value);
/* False: not all could be read. */
bool store_end(struct store_walk *w);
/* The same with a call for every chunk. */
bool store_each(struct store *s, enum store_part part,
    void (*each)(void *ctx, str name, str value), void *ctx);
/* Bytes of the file, which no sum of its values exceeds. */
size_t store_size(const struct store *s);

/* Between these two all changes become one. False: nothing is kept. */
bool store_begin(struct store *s);
bool store_commit(struct store *s);
void store_put(struct store *s, const char *name, str value);
void store_put_chunk(struct store *s, str name, str head, str body);
void store_drop_chunk(struct store *s, str name);

void store_close(struct store *s);

#endif
