/* SPDX-License-Identifier: MIT
 * publish: bytes to the published folder, all or nothing. */
#include "publish.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../base/buf.h"
#include "../base/file.h"
#include "publisher.h"

/* A document that waits beside its target. Its folder is opened anew when it
 * is needed: feeds can be more than a process may have files open. */
struct staged {
	str path;       /* of the target, below the root */
	char *name;     /* of the target, in its folder */
	char *temp;     /* its own, in the same folder */
	struct staged *next;
};

static bool
fail(struct publisher *p, str path, const char *what)
{
	struct source src = {p->folder, {0}};

	if (path.len)
		src.name = path_join(&p->arena, p->folder, path);
	diag_add(p->diags, DIAG_WRITE_FAILED, &src, (struct mark){0}, "%s",
	    what);
	return false;
}

bool
publisher_fail_errno(struct publisher *p, str path, const char *what)
{
	str words = arena_printf(
	    &p->arena, "%s: %s", what, strerror(errno));

	return fail(p, path, words.ptr);
}

/* ---- the folder ---- */

static struct publisher *
new_publisher(str folder, struct diags *diags)
{
	struct publisher *p = mem_alloc(sizeof *p);

	*p = (struct publisher){.root = -1, .diags = diags};
	p->folder = arena_str(&p->arena, folder.len ? folder : S("."));
	p->last = &p->staged;
	return p;
}

static void
remember_folder(struct publisher *p, str path, bool below)
{
	struct made *m = arena_alloc(&p->arena, sizeof *m);

	*m = (struct made){arena_str(&p->arena, path), below, p->made};
	p->made = m;
}

/* mkdir -p: the folder is the user's own choice, so links are followed. */
static bool
make_folder(struct publisher *p)
{
	str rest = p->folder, part;

	while (str_split(&rest, '/', &part)) {
		str path = str_sub(p->folder, 0,
		    (size_t)(part.ptr + part.len - p->folder.ptr));

		if (part.len == 0)
			continue;
		if (mkdir(arena_cstr(&p->arena, path), 0777) == 0)
			remember_folder(p, path, false);
		else if (errno != EEXIST)
			return false;
	}
	return true;
}

/* The lock is on the folder itself: there is no file to leave behind. A file
 * system that has no locks for folders is used without. */
static bool
lock(struct publisher *p)
{
	struct source src = {p->folder, {0}};

	if (flock(p->root, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK)
		return true;
	diag_add(p->diags, DIAG_LOCKED, &src, (struct mark){0},
	    "another feedmill is writing here");
	return false;
}

struct publisher *
publish_open(str folder, struct diags *diags)
{
	struct publisher *p = new_publisher(folder, diags);

	p->root = open(p->folder.ptr, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (p->root < 0 && errno == ENOENT && make_folder(p))
		p->root =
		    open(p->folder.ptr, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (p->root < 0)
		publisher_fail_errno(p, (str){0}, "cannot open the folder");
	if (p->root >= 0 && lock(p))
		return p;
	publish_close(p);
	return NULL;
}

struct publisher *
publish_open_dry(str folder, struct diags *diags)
{
	struct publisher *p = new_publisher(folder, diags);

	p->dry = true;
	p->root = open(p->folder.ptr, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	return p;
}

/* Opens the folder of a path, made on the way unless dry. -1 with errno. */
static int
open_parent(struct publisher *p, str path)
{
	str rest = path_dir(path), part;
	int dir = dup(p->root);

	while (dir >= 0 && rest.len && str_split(&rest, '/', &part)) {
		char *name = arena_cstr(&p->arena, part);
		int flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;
		int below = openat(dir, name, flags);
		int saved;

		if (below < 0 && errno == ENOENT && !p->dry &&
		    mkdirat(dir, name, 0777) == 0) {
			remember_folder(p, str_sub(path, 0,
			    (size_t)(part.ptr + part.len - path.ptr)), true);
			below = openat(dir, name, flags);
		}
		saved = errno;
		close(dir);
		errno = saved;
		dir = below;
	}
	return dir;
}

static bool
fail_parent(struct publisher *p, str path)
{
	if (errno == ELOOP || errno == ENOTDIR)
		return fail(
		    p, path, "a folder on the way is a link or a file");
	return publisher_fail_errno(p, path, "cannot open its folder");
}

/* ---- comparing ---- */

/* Reads a published file into p->old. 1: it is there; 0: it is not; -1: it
 * is something that must not be replaced, which is reported. */
static int
read_old(struct publisher *p, int dir, const char *name, str path,
    mode_t *mode)
{
	struct stat st;
	int fd;
	ssize_t n;

	buf_reset(&p->old);
	if (fstatat(dir, name, &st, AT_SYMLINK_NOFOLLOW) != 0)
		return errno == ENOENT ? 0 : (publisher_fail_errno(
		    p, path, "cannot look at the file"), -1);
	if (!S_ISREG(st.st_mode))
		return fail(
		    p, path, "is there and is no regular file"), -1;
	*mode = st.st_mode & 07777;
	fd = openat(dir, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
	if (fd < 0)
		return 1; /* unreadable, so it differs */
	buf_reserve(&p->old, (size_t)st.st_size + 1);
	while ((n = read(fd, p->old.ptr + p->old.len,
	    p->old.cap - p->old.len)) > 0) {
		p->old.len += (size_t)n;
		buf_reserve(&p->old, 1);
	}
	close(fd);
	return 1;
}

/* ---- staging ---- */

static bool
write_all(int fd, str bytes)
{
	while (bytes.len) {
		ssize_t n = write(fd, bytes.ptr, bytes.len);

		if (n < 0 && errno != EINTR)
			return false;
		if (n > 0)
			bytes = str_from(bytes, (size_t)n);
	}
	return true;
}

/* Writes the new file beside the old one. The name is always the same, so
 * what a killed run left behind is written over. */
static bool
write_temp(int dir, const struct staged *s, str bytes, const mode_t *mode)
{
	int fd;
	bool ok;
	int saved;

	unlinkat(dir, s->temp, 0);
	fd = openat(dir, s->temp,
	    O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);
	if (fd < 0)
		return false;
	ok = (mode == NULL || fchmod(fd, *mode) == 0) &&
	    write_all(fd, bytes);
	saved = errno;
	/* Some file systems report a full disk no sooner than here. */
	if (close(fd) != 0 && ok) {
		ok = false;
		saved = errno;
	}
	errno = saved;
	return ok;
}

static bool
stage(struct publisher *p, int dir, str path, str bytes, const mode_t *mode)
{
	struct staged *s = arena_alloc(&p->arena, sizeof *s);
	str name = path_base(path);

	s->path = arena_str(&p->arena, path);
	s->name = arena_cstr(&p->arena, name);
	s->temp = (char *)arena_printf(
	    &p->arena, ".%.*s" STAGED_SUFFIX, STR_ARG(name)).ptr;
	*p->last = s;
	p->last = &s->next;
	return write_temp(dir, s, bytes, mode) ||
	    publisher_fail_errno(p, path, "cannot write");
}

/* Compares a document with the file in its folder, and stages it. */
static bool
add_to(struct publisher *p, int dir, str path, str bytes)
{
	mode_t mode = 0;
	int there = read_old(p, dir, arena_cstr(&p->arena, path_base(path)),
	    path, &mode);

	if (there < 0)
		return false;
	if (there && str_eq(buf_str(&p->old), bytes)) {
		p->counts.unchanged++;
		return true;
	}
	p->counts.written++;
	return p->dry || stage(p, dir, path, bytes, there ? &mode : NULL);
}

bool
publish_add(struct publisher *p, str path, str bytes)
{
	int dir = p->root < 0 ? -1 : open_parent(p, path);
	bool ok;

	*table_at(&p->paths, arena_str(&p->arena, path)) = p;
	if (dir < 0 && p->dry) {
		p->counts.written++;
		return true;
	}
	if (dir < 0)
		return fail_parent(p, path);
	ok = add_to(p, dir, path, bytes);
	close(dir);
	return ok;
}

/* ---- committing ---- */

/* Renames one document, and syncs its folder where the next one is in
 * another. */
static bool
commit_one(struct publisher *p, const struct staged *s)
{
	int dir = open_parent(p, s->path);
	bool ok;

	if (dir < 0)
		return fail_parent(p, s->path);
	ok = renameat(dir, s->temp, dir, s->name) == 0 ||
	    publisher_fail_errno(p, s->path, "cannot rename");
	if (s->next == NULL ||
	    !str_eq(path_dir(s->path), path_dir(s->next->path)))
		fsync(dir);
	close(dir);
	return ok;
}

bool
publish_commit(struct publisher *p)
{
	/* Renamed before its bytes are on the disk, a file could be empty
	 * after a crash. One sync for all is much cheaper than one each. */
	if (p->staged && syncfs(p->root) != 0)
		return publisher_fail_errno(
		    p, (str){0}, "cannot write to the disk");
	p->committed = true;
	for (; p->staged; p->staged = p->staged->next)
		if (!commit_one(p, p->staged))
			return false;
	return true;
}

struct publish_counts
publish_counts(const struct publisher *p)
{
	return p->counts;
}

void
publish_close(struct publisher *p)
{
	if (p == NULL)
		return;
	for (struct staged *s = p->staged; s; s = s->next) {
		int dir = open_parent(p, s->path);

		unlinkat(dir, s->temp, 0);
		close(dir);
	}
	/* A run that failed leaves no empty folders behind either. */
	for (struct made *m = p->made; m && !p->committed; m = m->next)
		unlinkat(m->below ? p->root : AT_FDCWD,
		    arena_cstr(&p->arena, m->path), AT_REMOVEDIR);
	if (p->root >= 0)
		close(p->root);
	buf_free(&p->old);
	table_free(&p->paths);
	arena_free(&p->arena);
	mem_free(p);
}
