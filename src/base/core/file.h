/* SPDX-License-Identifier: MIT
 * file: whole files and paths. */
#ifndef FEEDMILL_BASE_CORE_FILE_H
#define FEEDMILL_BASE_CORE_FILE_H

#include <stdint.h>

#include "base/core/buf.h"
#include "base/core/mem.h"
#include "base/core/str.h"

struct stat;

/* By which a file is known to be the same as before, unless someone sets
 * clocks back. */
struct stamp {
	int64_t size;    /* bytes */
	int64_t changed; /* mtime, in nanoseconds */
	int64_t touched; /* ctime, in nanoseconds; a rename changes it */
	uint64_t inode;
};

/* Of no file, nor of one that is not there. */
extern const struct stamp stamp_of_none;
struct stamp file_stamp(const struct stat *st);
/* Zero where there is no such file. */
struct stamp file_look(const char *path);
bool stamp_eq(struct stamp a, struct stamp b);

/* Appends the contents of a regular file. On failure false with errno set,
 * EFBIG where it is larger than `most` bytes and EINVAL where it is no
 * regular file. */
bool file_read(struct buf *out, const char *path, size_t most);
/* The same, and what the file was before it was read. Where it could not be
 * opened, what there is instead. */
bool file_read_stamped(struct buf *out, const char *path, size_t most,
    struct stamp *stamp);
/* Writes all of it, however often that takes. False with errno. */
bool file_write(int fd, str bytes);

/* Makes the folder that a file is to be in, and those above it: mkdir -p.
 * Whether it is there then, opening the file tells. */
void file_make_folder(const char *path);

/* `dir`/`name`, or `name` where that is absolute or dir is "" or ".". In the
 * arena, terminated. */
str path_join(struct arena *a, str dir, str name);
/* The folder part, without the last '/'; empty where there is none. */
str path_dir(str path);
str path_base(str path);
/* Whether it is a path below a folder that needs no look at the disk to be
 * known as such. */
bool path_is_below(str path);
/* Without ".", "..", "//" and a "/" at the end, as text. In the arena. */
str path_clean(struct arena *a, str path);

#endif
