/* SPDX-License-Identifier: MIT
 * prune: feeds that an earlier run wrote and this one did not. */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../base/file.h"
#include "publisher.h"

struct pruner {
	struct publisher *publisher;
	const str *extensions;
	size_t n;
	str mark;
	bool remove;
};

static bool
has_extension(const struct pruner *r, str name)
{
	for (size_t i = 0; i < r->n; i++)
		if (str_iends(name, r->extensions[i]))
			return true;
	return false;
}

/* The generator stands in the first few lines. */
static bool
is_ours(const struct pruner *r, int dir, const char *name)
{
	char head[16384];
	int fd = openat(dir, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
	ssize_t n;

	if (fd < 0)
		return false;
	n = read(fd, head, sizeof head);
	close(fd);
	return n > 0 && str_find((str){head, (size_t)n}, r->mark) != STR_NONE;
}

static bool
prune_file(const struct pruner *r, int dir, const char *name, str path)
{
	struct publisher *p = r->publisher;
	struct source src = {path_join(&p->arena, p->folder, path), {0}};

	if (table_find(&p->paths, path) || !has_extension(r, str_of(name)) ||
	    !is_ours(r, dir, name))
		return true;
	if (r->remove && !p->dry && unlinkat(dir, name, 0) != 0)
		return publisher_fail_errno(
		    p, path, "cannot remove", p->diags);
	if (r->remove) {
		p->counts.removed++;
		diag_add(p->diags, DIAG_FEED_PRUNED, &src, (struct mark){0},
		    "removed");
	} else {
		p->counts.stale++;
		diag_add(p->diags, DIAG_FEED_STALE, &src, (struct mark){0},
		    "no post is in this feed any more");
	}
	return true;
}

static int
by_name(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* The names in a folder, sorted: reports must not depend on the disk. */
static char **
list_names(struct publisher *p, DIR *dir, size_t *n)
{
	char **names = NULL;
	size_t cap = 0;
	struct dirent *e;

	*n = 0;
	while ((e = readdir(dir)) != NULL) {
		if (*n == cap) {
			cap = 2 * cap + 64;
			names = mem_realloc(names, cap * sizeof(char *));
		}
		names[(*n)++] = arena_cstr(&p->arena, str_of(e->d_name));
	}
	if (*n)
		qsort(names, *n, sizeof(char *), by_name);
	return names;
}

static bool
prune_folder(const struct pruner *r, int fd, str path, int depth)
{
	struct publisher *p = r->publisher;
	DIR *dir = fd < 0 ? NULL : fdopendir(fd);
	size_t n;
	char **names;
	bool ok = true;

	if (dir == NULL)
		return true;
	names = list_names(p, dir, &n);
	for (size_t i = 0; i < n; i++) {
		str below = path_join(&p->arena, path, str_of(names[i]));
		struct stat st;

		if (str_iends(below, S(STAGED_SUFFIX)) && !p->dry)
			unlinkat(dirfd(dir), names[i], 0); /* a killed run's */
		if (names[i][0] == '.' || fstatat(dirfd(dir), names[i], &st,
		    AT_SYMLINK_NOFOLLOW) != 0)
			continue;
		if (S_ISREG(st.st_mode))
			ok &= prune_file(r, dirfd(dir), names[i], below);
		else if (S_ISDIR(st.st_mode) && depth < 16)
			ok &= prune_folder(r, openat(dirfd(dir), names[i],
			    O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC),
			    below, depth + 1);
	}
	mem_free(names);
	closedir(dir);
	return ok;
}

bool
publish_prune(struct publisher *p, const str *extensions, size_t n, str mark,
    bool remove)
{
	struct pruner r = {p, extensions, n, mark, remove};
	int fd = p->root < 0 ? -1 : openat(p->root, ".",
	    O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	return prune_folder(&r, fd, (str){0}, 0);
}
