/* SPDX-License-Identifier: MIT
 * replace: one file that is no feed and changes with them, old or new and
 * never half. */
#include "publish/replace.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/core/file.h"
#include "publish/publish_codes.h"
#include "publish/publisher.h"

static bool
fail(const struct replacement *r, const char *what, struct diags *diags)
{
	struct source src = {r->name, {0}};

	diag_add(diags, DIAG_WRITE_FAILED, &src, (struct mark){0}, "%s: %s",
	    what, strerror(errno));
	return false;
}

/* Where a file is, if a link leads to it: the link is not what changes. */
static const char *
follow(const char *path, struct arena *a)
{
	char *real = realpath(path, NULL);
	const char *target = arena_cstr(a, str_of(real ? real : path));

	free(real);
	return target;
}

/* Its name is always the same, so what a killed run left behind is written
 * over. */
static int
create(const char *temp, const char *target)
{
	int flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC;
	int fd = open(temp, flags, 0666);
	struct stat st;

	if (fd < 0 && errno == EEXIST) {
		unlink(temp);
		fd = open(temp, flags, 0666);
	}
	if (fd >= 0 && stat(target, &st) == 0 &&
	    fchmod(fd, st.st_mode & 07777) != 0) {
		close(fd);
		return -1;
	}
	return fd;
}

bool
replace_stage(struct replacement *r, const char *path, str name, str bytes,
    struct arena *a, struct diags *diags)
{
	str target, temp;
	bool ok;
	int fd;

	*r = (struct replacement){.name = name, .target = follow(path, a)};
	target = str_of(r->target);
	temp = path_base(target);
	temp = path_join(a, str_sub(target, 0, target.len - temp.len),
	    arena_printf(a, ".%.*s" STAGED_SUFFIX, STR_ARG(temp)));
	fd = create(temp.ptr, r->target);
	if (fd < 0)
		return fail(r, "cannot write", diags);
	r->temp = temp.ptr;
	ok = file_write(fd, bytes) && fsync(fd) == 0;
	if (!ok)
		fail(r, "cannot write", diags);
	if (close(fd) != 0 && ok)
		ok = fail(r, "cannot write", diags);
	if (!ok)
		replace_drop(r);
	return ok;
}

/* The new name is on the disk before the run says that it is done. */
static void
sync_folder(str target, struct arena *a)
{
	str dir = path_dir(target);
	int fd = open(dir.len ? arena_cstr(a, dir) : target.len &&
	    target.ptr[0] == '/' ? "/" : ".",
	    O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	if (fd >= 0) {
		fsync(fd);
		close(fd);
	}
}

bool
replace_commit(struct replacement *r, struct diags *diags)
{
	struct arena a = {0};

	if (r->temp == NULL)
		return true;
	if (rename(r->temp, r->target) != 0)
		return fail(r, "cannot rename", diags);
	r->temp = NULL;
	sync_folder(str_of(r->target), &a);
	arena_free(&a);
	return true;
}

void
replace_drop(struct replacement *r)
{
	if (r->temp)
		unlink(r->temp);
	r->temp = NULL;
}
