/* SPDX-License-Identifier: MIT
 * file: whole files and paths. */
#ifndef FEEDMILL_BASE_CORE_FILE_H
#define FEEDMILL_BASE_CORE_FILE_H

#include <stdint.h>

#include "base/core/buf.h"
#include "base/core/mem.h"
#include "base/core/str.h"

struct stat;

/* Two equal stamps mean that a file has not changed, unless the clock was set
 * back. */
struct stamp {
	int64_t size;    /* bytes */
	int64_t changed; /* mtime, in nanoseconds */
	int64_t touched; /* ctime, in nanoseconds; a rename changes it */
	uint64_t inode;
};

/* No file has this stamp, and it is not equal to itself. */
extern const struct stamp stamp_unknown;
bool stamp_is_unknown(struct stamp s);
bool stamp_eq(struct stamp a, struct stamp b);
struct stamp file_stamp(const struct stat *st);
/* When a file was created, in nanoseconds; `usual` if the file system does not
 * record it. */
int64_t file_born(const char *path, int64_t usual);
/* Zero if there is no such file; stamp_unknown, with errno, if the system
 * cannot tell. */
struct stamp file_look(const char *path);
/* Whether an errno of stat or open says that there is no such file. Any other
 * one says nothing about the file. */
bool file_is_absent(int error);

/* Appends the contents of a regular file. On failure false with errno set,
 * EFBIG where it is larger than `most` bytes and EINVAL where it is no
 * regular file. */
bool file_read(struct buf *out, const char *path, size_t most);
/* The same, and the stamp from before the reading; if the file cannot be
 * opened, that of file_look. */
bool file_read_stamped(struct buf *out, const char *path, size_t most,
    struct stamp *stamp);
/* Whether nothing has that name, not even a link that leads nowhere. */
bool file_is_missing(const char *path);
/* Locks an open file or folder for this process alone; `wait`: waits for
 * another that has the lock. True also on a file system without locks. False
 * with errno, which is EWOULDBLOCK if another process has the lock. */
bool file_lock(int fd, bool wait);
/* Writes the entries of an open folder to the disk; true also on a file system
 * that cannot do that for folders. False with errno. */
bool file_sync_folder(int fd);
/* Writes all of it, however often that takes. False with errno. */
bool file_write(int fd, str bytes);

/* Makes the folder of a file and those above it, as mkdir -p does. Reports no
 * errors: opening the file does. */
void file_make_folder(const char *path);

/* `dir`/`name`, or `name` where that is absolute or dir is "" or ".". In the
 * arena, terminated. */
str path_join(struct arena *a, str dir, str name);
/* The folder part, without the last '/'; empty where there is none. */
str path_dir(str path);
str path_base(str path);
/* Whether the text alone shows that a path is below its folder: it is relative,
 * no part of it is empty or begins or ends with ".", and it has no '\'. */
bool path_is_below(str path);
/* Without '/' at its start. */
static inline str
path_relative(str path)
{
	while (str_starts(path, S("/")))
		path = str_from(path, 1);
	return path;
}

/* Without one '/' at its end. */
static inline str
path_bare(str path)
{
	return str_sub(path, 0, path.len - str_ends(path, S("/")));
}

/* Whether a clean path is below a folder; false for an empty folder. */
bool path_is_in(str path, str folder);
/* Without ".", "..", "//" and a "/" at the end, as text. In the arena. */
str path_clean(struct arena *a, str path);

#endif
