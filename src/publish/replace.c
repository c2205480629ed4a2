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

/* The path of the staged file for a target. */
static const char *
staged_path(str target, struct arena *a)
{
	str name = path_base(target);

	return path_join(a, str_sub(target, 0, target.len - name.len),
	    arena_printf(a, ".%.*s" STAGED_SUFFIX, STR_ARG(name))).ptr;
}

bool
replace_stage(struct replacement *r, const char *path, str bytes,
    struct arena *a)
{
	const char *temp;
	struct stat st;
	int fd, saved;

	*r = (struct replacement){.target = follow_links(path, a)};
	if (r->target == NULL)
		return false;
	temp = staged_path(str_of(r->target), a);
	fd = publisher_create(AT_FDCWD, temp,
	    stat(r->target, &st) == 0 ? &st : NULL);
	if (fd < 0)
		return false;
	r->temp = temp;
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

/* ---- after a run that was killed ---- */

/* The path of a file that a killed run staged; NULL: there is none. */
static const char *
find_stray(const char *path, struct arena *a)
{
	const char *target = follow_links(path, a);
	const char *stray = target ? staged_path(str_of(target), a) : NULL;
	struct stat st;

	return stray && lstat(stray, &st) == 0 && S_ISREG(st.st_mode)
	    ? stray : NULL;
}

bool
replace_was_killed(const char *path)
{
	struct arena a = {0};
	bool was = find_stray(path, &a) != NULL;

	arena_free(&a);
	return was;
}

void
replace_clean(const char *path)
{
	struct arena a = {0};
	const char *stray = find_stray(path, &a);

	if (stray)
		unlink(stray);
	arena_free(&a);
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
