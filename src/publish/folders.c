/* SPDX-License-Identifier: MIT
 * folders: the folders of documents, below the published one. */
#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "publish/publisher.h"

void
publisher_made(struct publisher *p, str path, bool below)
{
	struct made *m;

	pthread_mutex_lock(&p->lock);
	m = arena_alloc(&p->arena, sizeof *m);
	*m = (struct made){arena_str(&p->arena, path), below, p->made};
	p->made = m;
	pthread_mutex_unlock(&p->lock);
}

/* ---- opening ---- */

/* Opens a folder in another one, and creates it if needed. */
static int
open_below(struct publisher *p, int dir, const char *name, str path,
    bool *is_new)
{
	int flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;
	int below = openat(dir, name, flags);

	if (below >= 0 || errno != ENOENT || p->dry)
		return below;
	if (mkdirat(dir, name, 0777) == 0) {
		publisher_made(p, path, true);
		*is_new = true;
	} else if (errno != EEXIST)
		return -1; /* EEXIST: another thread has made it */
	return openat(dir, name, flags);
}

/* Opens a folder below the root, one part of its path after the other: none
 * may be a link. */
static int
open_folder(struct publisher *p, str path, bool *is_new)
{
	str rest = path, part;
	int dir = p->root;

	while (dir >= 0 && str_split(&rest, '/', &part)) {
		struct buf name = {0};
		int below, saved;

		*is_new = false;
		buf_add(&name, part);
		below = open_below(p, dir, buf_cstr(&name), str_sub(path, 0,
		    (size_t)(part.ptr + part.len - path.ptr)), is_new);
		saved = errno;
		buf_free(&name);
		if (dir != p->root)
			close(dir);
		errno = saved;
		dir = below;
	}
	return dir;
}

/* ---- folders that stay open ---- */

/* Call it with the lock held. */
static const struct open_folder *
find_by_path(const struct publisher *p, str path)
{
	for (size_t i = 0; i < p->n_folders; i++)
		if (str_eq(p->folders[i].path, path))
			return &p->folders[i];
	return NULL;
}

static const struct open_folder *
find_by_fd(struct publisher *p, int fd)
{
	const struct open_folder *found = NULL;

	pthread_mutex_lock(&p->lock);
	for (size_t i = 0; i < p->n_folders; i++)
		if (p->folders[i].fd == fd)
			found = &p->folders[i];
	pthread_mutex_unlock(&p->lock);
	return found;
}

/* Keeps a folder open if there is room and no other thread has kept it. */
static void
keep_open(struct publisher *p, str path, int fd, bool is_new)
{
	pthread_mutex_lock(&p->lock);
	if (p->n_folders < MOST_FOLDERS && !find_by_path(p, path))
		p->folders[p->n_folders++] = (struct open_folder){
			arena_str(&p->arena, path), fd, is_new};
	pthread_mutex_unlock(&p->lock);
}

int
publisher_open_parent(struct publisher *p, str path)
{
	str folder = path_dir(path);
	const struct open_folder *kept;
	bool is_new = false;
	int fd;

	if (folder.len == 0)
		return p->root;
	pthread_mutex_lock(&p->lock);
	kept = find_by_path(p, folder);
	pthread_mutex_unlock(&p->lock);
	if (kept)
		return kept->fd;
	fd = open_folder(p, folder, &is_new);
	if (fd >= 0)
		keep_open(p, folder, fd, is_new);
	return fd;
}

bool
publisher_fail_parent(const struct publisher *p, str path,
    struct diags *diags)
{
	if (errno == ELOOP || errno == ENOTDIR)
		return publisher_fail(p, path,
		    "a folder on its path is a link or a file", diags);
	return publisher_fail_errno(p, path, "cannot open its folder", diags);
}

bool
publisher_is_new(struct publisher *p, int dir)
{
	const struct open_folder *kept = find_by_fd(p, dir);

	return kept && kept->is_new;
}

void
publisher_leave(struct publisher *p, int dir)
{
	int saved = errno;

	if (dir >= 0 && dir != p->root && !find_by_fd(p, dir))
		close(dir);
	errno = saved;
}

void
publisher_close_folders(struct publisher *p)
{
	while (p->n_folders)
		close(p->folders[--p->n_folders].fd);
}
