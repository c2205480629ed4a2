/* SPDX-License-Identifier: MIT
 * replace: a single file outside the published folder, replaced as a whole. */
#include "publish/replace.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/core/file.h"
#include "publish/publisher.h"

/* The path of a file with links followed, so that a link stays a link. NULL
 * with errno, also for a link that leads nowhere: its disk may not be there. */
static const char *
follow_links(const char *path, struct arena *a)
{
	char *real = realpath(path, NULL);
	const char *target;
	int error = errno;

	if (real == NULL && !file_is_missing(path)) {
		errno = error;
		return NULL;
	}
	target = arena_cstr(a, str_of(real ? real : path));
	free(real);
	return target;
}

bool
replace_stage(struct replacement *r, const char *path, str bytes,
    struct arena *a)
{
	struct stat st;
	str target, temp;
	int fd, saved;

	*r = (struct replacement){.target = follow_links(path, a)};
	if (r->target == NULL)
		return false;
	target = str_of(r->target);
	temp = path_base(target);
	temp = path_join(a, str_sub(target, 0, target.len - temp.len),
	    arena_printf(a, ".%.*s" STAGED_SUFFIX, STR_ARG(temp)));
	fd = publisher_create(AT_FDCWD, temp.ptr,
	    stat(r->target, &st) == 0 ? &st : NULL);
	if (fd < 0)
		return false;
	r->temp = temp.ptr;
	if (publisher_close(fd, file_write(fd, bytes) && fsync(fd) == 0))
		return true;
	saved = errno;
	replace_drop(r);
	errno = saved;
	return false;
}

/* Writes the new name to the disk before the run reports success. */
static bool
sync_folder(str target, struct arena *a)
{
	str dir = path_dir(target);
	int fd = open(dir.len ? arena_cstr(a, dir) : target.len &&
	    target.ptr[0] == '/' ? "/" : ".",
	    O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	return fd >= 0 && publisher_close(fd, file_sync_folder(fd));
}

bool
replace_commit(struct replacement *r)
{
	struct arena a = {0};
	bool ok;

	if (r->temp == NULL)
		return true;
	if (rename(r->temp, r->target) != 0)
		return false;
	r->temp = NULL;
	ok = sync_folder(str_of(r->target), &a);
	arena_free(&a);
	return ok;
}

void
replace_drop(struct replacement *r)
{
	if (r->temp)
		unlink(r->temp);
	r->temp = NULL;
}

/* ---- one run at a time ---- */

/* Whether the open file is still the one at the path. */
static bool
is_current(int fd, const char *path)
{
	struct stat a, b;

	return fstat(fd, &a) == 0 && stat(path, &b) == 0 &&
	    a.st_dev == b.st_dev && a.st_ino == b.st_ino;
}

int
replace_lock(const char *path)
{
	enum { TRIES = 1000 };
	int fd;

	for (int i = 0;; i++) {
		fd = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK |
		    O_CLOEXEC, 0666);
		if (fd < 0)
			return -1;
		if (!file_lock(fd, true)) {
			publisher_close(fd, false);
			return -1;
		}
		/* The run that had the lock may have replaced the file. */
		if (is_current(fd, path) || i == TRIES)
			return fd;
		close(fd);
	}
}

bool
replace_is_foreign(int error)
{
	return error == EISDIR || error == ELOOP || error == ENOTDIR ||
	    error == EINVAL || error == EEXIST;
}
