/* SPDX-License-Identifier: MIT
 * store: rows of bytes in an SQLite file. */
#include "build/store/store.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/core/file.h"
#include "build/codes/build_codes.h"

/* Increase the version whenever the tables or the packed values change. */
enum { STORE_VERSION = 12, PAGE_SIZE = 16384 };

/* "fmil": the application id in the header marks the file as ours. */
enum { APPLICATION = 0x666D696C };

struct store {
	char *path;           /* owned */
	struct diags *diags;
	sqlite3 *db;          /* NULL: closed */
	bool is_usable;
	bool is_foreign;      /* another process uses it, or it is no regular
	                       * file: leave it alone */
	bool said;            /* a problem was reported: only one is, in a
	                       * run */
	bool failed;          /* within this transaction */
};

/* ---- errors ---- */

static void
report_once(struct store *s, const char *what, const char *why)
{
	struct source src = {str_of(s->path), {0}};

	if (!s->said)
		diag_add(s->diags, DIAG_STATE_UNUSABLE, &src,
		    (struct mark){0}, "%s: %s", what, why);
	s->said = true;
}

static void
close_file(struct store *s)
{
	sqlite3_close(s->db);
	s->db = NULL;
	s->is_usable = false;
}

void
store_reject(struct store *s, const char *why)
{
	if (why)
		report_once(s, "not used", why);
	close_file(s);
}

/* Returns false if the call failed. Reports the failure and stops using the
 * file. */
static bool
check_result(struct store *s, int result, const char *what)
{
	if (result == SQLITE_OK || result == SQLITE_ROW ||
	    result == SQLITE_DONE)
		return true;
	report_once(s, what, sqlite3_errstr(result));
	s->is_foreign |= (result & 0xFF) == SQLITE_BUSY ||
	    (result & 0xFF) == SQLITE_LOCKED;
	s->is_usable = false;
	s->failed = true;
	return false;
}

static bool
run_sql(struct store *s, const char *sql, const char *what)
{
	return check_result(
	    s, sqlite3_exec(s->db, sql, NULL, NULL, NULL), what);
}

/* NULL: the statement cannot be prepared, which is reported. */
static sqlite3_stmt *
prepare(struct store *s, const char *sql, const char *what)
{
	sqlite3_stmt *q = NULL;

	check_result(s, sqlite3_prepare_v2(s->db, sql, -1, &q, NULL), what);
	return q;
}

/* ---- opening ---- */

/* The version in the header of the file; -1: it cannot be read. */
static int
version_of(struct store *s)
{
	sqlite3_stmt *q = prepare(s, "PRAGMA user_version", "not used");
	int version = -1;

	if (q && check_result(s, sqlite3_step(q), "not used"))
		version = sqlite3_column_int(q, 0);
	sqlite3_finalize(q);
	return version;
}

/* Trades durability for speed: see the head of store.h. */
static bool
set_up(struct store *s)
{
	return run_sql(s, "PRAGMA synchronous = OFF; "
	    "PRAGMA journal_mode = MEMORY; PRAGMA temp_store = MEMORY; "
	    "PRAGMA trusted_schema = OFF", "not used");
}

static bool
open_file(struct store *s, int flags)
{
	bool usable = s->is_usable;

	close_file(s);
	s->is_usable = usable;
	return check_result(s, sqlite3_open_v2(s->path, &s->db, flags, NULL),
	    "not used") && set_up(s);
}

struct store *
store_open(const char *path, struct diags *diags)
{
	struct store *s = mem_alloc(sizeof *s);
	struct stat st;
	int version;

	*s = (struct store){.diags = diags};
	s->path = mem_alloc(strlen(path) + 1);
	memcpy(s->path, path, strlen(path) + 1);
	if (stat(path, &st) != 0)
		return s;
	/* SQLite would wait at a fifo. */
	if (!S_ISREG(st.st_mode) && !S_ISDIR(st.st_mode)) {
		report_once(s, "not used", "it is not a regular file");
		s->is_foreign = true;
		return s;
	}
	/* Open read-only first: a run that finds nothing new writes nothing. */
	if (!open_file(s, SQLITE_OPEN_READONLY))
		return s;
	version = version_of(s);
	if (version == STORE_VERSION)
		s->is_usable = true;
	else if (version >= 0)
		store_reject(s, "another version of feedmill wrote it");
	return s;
}

bool
store_is_usable(const struct store *s)
{
	return s->is_usable;
}

void
store_close(struct store *s)
{
	if (s == NULL)
		return;
	close_file(s);
	mem_free(s->path);
	mem_free(s);
}

/* ---- reading ---- */

static str
column_bytes(sqlite3_stmt *q, int i)
{
	const char *p = sqlite3_column_blob(q, i);

	return (str){p, p ? (size_t)sqlite3_column_bytes(q, i) : 0};
}

bool
store_get(struct store *s, const char *name, struct buf *out)
{
	sqlite3_stmt *q = s->is_usable ? prepare(
	    s, "SELECT value FROM item WHERE name = ?", "not used") : NULL;
	bool found = false;

	if (q && check_result(s, sqlite3_bind_text(
	    q, 1, name, -1, SQLITE_STATIC), "not used")) {
		int result = sqlite3_step(q);

		check_result(s, result, "not used");
		found = result == SQLITE_ROW;
	}
	if (found)
		buf_add(out, column_bytes(q, 0));
	sqlite3_finalize(q);
	return found;
}

struct store_walk
store_walk(struct store *s, enum store_part part)
{
	static const char *const queries[] = {
		[STORE_HEAD] = "SELECT name, head FROM chunk ORDER BY name",
		[STORE_BODY] = "SELECT name, body FROM chunk ORDER BY name",
	};
	struct store_walk w = {.store = s};

	if (s->is_usable)
		w.rows = prepare(s, queries[part], "not used");
	w.failed = w.rows == NULL;
	return w;
}

bool
store_next(struct store_walk *w, str *name, str *value)
{
	int result;

	if (w->failed || w->rows == NULL)
		return false;
	result = sqlite3_step(w->rows);
	if (result == SQLITE_ROW) {
		*name = column_bytes(w->rows, 0);
		*value = column_bytes(w->rows, 1);
		return true;
	}
	sqlite3_finalize(w->rows);
	w->rows = NULL;
	w->failed = !check_result(w->store, result, "not used");
	return false;
}

bool
store_end(struct store_walk *w)
{
	sqlite3_finalize(w->rows);
	w->rows = NULL;
	return !w->failed;
}

bool
store_each(struct store *s, enum store_part part,
    void (*each)(void *ctx, str name, str value), void *ctx)
{
	struct store_walk w = store_walk(s, part);
	str name, value;

	while (store_next(&w, &name, &value))
		each(ctx, name, value);
	return store_end(&w);
}

size_t
store_size(const struct store *s)
{
	struct stamp stamp = file_look(s->path);

	return stamp_is_unknown(stamp) ? 0 : (size_t)stamp.size;
}

/* ---- writing ---- */

/* Whether the file may be replaced. A config may name any file by mistake. Only
 * its folder identifies a damaged file as ours. */
static bool
is_ours(const char *path)
{
	unsigned char head[72] = {0};
	struct stat st;
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW);
	bool ours = fd >= 0 && fstat(fd, &st) == 0 && S_ISREG(st.st_mode);

	if (ours && st.st_size > 0 && !str_eq(path_base(path_dir(
	    str_of(path))), S(".feedmill")))
		/* https://sqlite.org/fileformat.html, 1.3 */
		ours = read(fd, head, sizeof head) == sizeof head &&
		    memcmp(head, "SQLite format 3", 16) == 0 &&
		    (head[68] << 24 | head[69] << 16 | head[70] << 8 |
		    head[71]) == APPLICATION;
	if (fd >= 0)
		close(fd);
	return ours;
}

/* Removes a file that cannot be used; where a link leads to it, the link stays.
 * False: it is not ours, which is reported. */
static bool
remove_file(struct store *s)
{
	char *real = realpath(s->path, NULL);
	bool ours = real && is_ours(real);

	if (ours)
		unlink(real);
	else
		report_once(s, "not written", "another program wrote it");
	free(real);
	return ours;
}

/* Creates a new file in place of one that cannot be used. */
static bool
make_file(struct store *s)
{
	char sql[400];

	close_file(s);
	if (access(s->path, F_OK) != 0)
		file_make_folder(s->path);
	else if (!remove_file(s))
		return false;
	snprintf(sql, sizeof sql, "PRAGMA page_size = %d; "
	    "PRAGMA application_id = %d; "
	    "CREATE TABLE item (name TEXT PRIMARY KEY, value BLOB); "
	    "CREATE TABLE chunk (name BLOB PRIMARY KEY, head BLOB, "
	    "body BLOB); PRAGMA user_version = %d", PAGE_SIZE,
	    APPLICATION, STORE_VERSION);
	return open_file(s, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE) &&
	    run_sql(s, sql, "cannot be written");
}

bool
store_begin(struct store *s)
{
	if (s->is_foreign)
		return false;
	s->failed = false;
	if (!(s->is_usable ? open_file(s, SQLITE_OPEN_READWRITE)
	    : make_file(s)))
		return false;
	return run_sql(s, "BEGIN IMMEDIATE", "cannot be written");
}

bool
store_commit(struct store *s)
{
	if (s->failed) {
		sqlite3_exec(s->db, "ROLLBACK", NULL, NULL, NULL);
		return false;
	}
	return run_sql(s, "COMMIT", "cannot be written");
}

/* Binds the values to a statement and runs it. */
static void
run_change(struct store *s, const char *sql, const str *values, int n)
{
	static const char what[] = "cannot be written";
	sqlite3_stmt *q = s->failed ? NULL : prepare(s, sql, what);
	bool ok = q != NULL;

	for (int i = 0; ok && i < n; i++)
		ok = check_result(s, sqlite3_bind_blob64(q, i + 1,
		    values[i].ptr ? values[i].ptr : "", values[i].len,
		    SQLITE_STATIC), what);
	if (ok)
		check_result(s, sqlite3_step(q), what);
	sqlite3_finalize(q);
}

void
store_put(struct store *s, const char *name, str value)
{
	const str values[] = {str_of(name), value};

	/* run_change binds blobs, and SQLite never finds a blob equal to the
	 * text that store_get asks for. */
	run_change(s, "REPLACE INTO item VALUES (CAST(? AS TEXT), ?)",
	    values, 2);
}

void
store_put_chunk(struct store *s, str name, str head, str body)
{
	const str values[] = {name, head, body};

	run_change(s, "REPLACE INTO chunk VALUES (?, ?, ?)", values, 3);
}

void
store_drop_chunk(struct store *s, str name)
{
	run_change(s, "DELETE FROM chunk WHERE name = ?", &name, 1);
}
