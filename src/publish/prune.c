/* SPDX-License-Identifier: MIT
 * prune: files that an earlier run wrote and this run did not add. */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/core/file.h"
#include "publish/publish_codes.h"
#include "publish/publisher.h"

enum { MOST_HEAD = 16384 };

struct pruner {
	struct publisher *publisher;
	const struct own_files *kinds;
	bool remove;
};

/* The name without the ending of a compressed file, if it has one. */
static str
document_of(str name)
{
	for (size_t i = 0; i < CODEC_COUNT; i++)
		if (str_ends(name, compress_endings[i]))
			return str_sub(
			    name, 0, name.len - compress_endings[i].len);
	return name;
}

static bool
has_extension(const struct own_files *kind, str name)
{
	name = document_of(name);
	for (size_t i = 0; i < kind->n; i++)
		if (str_iends(name, kind->extensions[i]))
			return true;
	return false;
}

static bool
has_any_mark(str head, const char *const *marks)
{
	for (; *marks; marks++)
		if (str_find(head, str_of(*marks)) != STR_NONE)
			return true;
	return false;
}

/* Whether the first bytes of a regular file hold a mark. Compressed files have
 * a mark in their header. */
static bool
has_mark(int dir, const char *name, const char *const *marks, size_t within)
{
	char head[MOST_HEAD];
	int fd = openat(
	    dir, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK);
	struct stat st;
	ssize_t n = 0;

	if (fd < 0)
		return false;
	if (fstat(fd, &st) == 0 && S_ISREG(st.st_mode))
		n = read(fd, head, sizeof head);
	close(fd);
	if (n <= 0)
		return false;
	if (document_of(str_of(name)).len < strlen(name))
		return compress_has_mark((str){head, (size_t)n});
	return has_any_mark(str_sub((str){head, (size_t)n}, 0, within), marks);
}

bool
publish_may_replace(struct publisher *p, str path, const char *mark,
    struct diags *diags)
{
	const char *const marks[] = {mark, NULL};
	struct arena a = {0};
	const char *name = arena_cstr(&a, path_base(path));
	struct source src = {path_join(&a, p->folder, path), {0}};
	int dir = p->root < 0 ? -1 : publisher_open_parent(p, path);
	bool foreign = dir >= 0 && (faccessat(dir, name, F_OK,
	    AT_SYMLINK_NOFOLLOW) == 0 || !file_is_absent(errno)) &&
	    !has_mark(dir, name, marks, MOST_HEAD);

	if (foreign)
		diag_add(diags, DIAG_FILE_FOREIGN, &src, (struct mark){0},
		    "exists, and feedmill did not write it");
	publisher_leave(p, dir);
	arena_free(&a);
	return !foreign;
}

/* The kind of own file, by its name and its first bytes; or NULL. */
static const struct own_files *
kind_of(const struct pruner *r, int dir, const char *name, bool beside)
{
	const struct own_files *k = r->kinds;

	for (; k->n; k++)
		if ((beside || !k->beside) && has_extension(k, str_of(name)) &&
		    has_mark(dir, name, k->marks, k->within))
			return k;
	return NULL;
}

static void
remember_stale(struct publisher *p, str path)
{
	p->stale = arena_grow(&p->arena, p->stale, p->n_stale,
	    &p->cap_stale, sizeof(char *));
	p->stale[p->n_stale++] = arena_cstr(&p->arena, path);
	p->counts.stale++;
}

/* Why a file must stay, or NULL. A compressed file stays with its document. */
static const char *
find_keeper(const struct pruner *r, const struct own_files *kind, str path)
{
	struct publisher *p = r->publisher;
	str document = document_of(path);

	return r->remove && kind->keeps && !table_find(&p->paths, document)
	    ? kind->keeps(kind->ctx, path_join(&p->arena, p->folder, document))
	    : NULL;
}

static bool
remove_stale(struct publisher *p, int dir, const char *name, str path)
{
	struct source src = {path_join(&p->arena, p->folder, path), {0}};

	if (!p->dry && unlinkat(dir, name, 0) != 0)
		return publisher_fail_late(p, path, "cannot remove");
	p->counts.removed++;
	diag_add(p->diags, DIAG_FEED_PRUNED, &src, (struct mark){0},
	    "removed");
	return true;
}

static bool
prune_file(const struct pruner *r, int dir, const char *name, str path,
    bool beside)
{
	struct publisher *p = r->publisher;
	struct source src = {{0}, {0}};
	const struct own_files *kind = table_find(&p->paths, path)
	    ? NULL : kind_of(r, dir, name, beside);
	const char *keeper = kind ? find_keeper(r, kind, path) : NULL;

	if (kind == NULL)
		return true;
	if (r->remove && keeper == NULL)
		return remove_stale(p, dir, name, path);
	src.name = path_join(&p->arena, p->folder, path);
	remember_stale(p, path);
	diag_add(p->diags, DIAG_FEED_STALE, &src, (struct mark){0}, "%s",
	    keeper ? keeper : table_find(&p->paths, document_of(path))
	    ? "feeds.compress no longer asks for this file" : kind->words);
	return true;
}

/* A folder, or a file that feedmill may have written. */
struct found {
	char *name;
	bool is_folder;
};

static int
by_name(const void *a, const void *b)
{
	const struct found *x = a, *y = b;

	return strcmp(x->name, y->name);
}

static bool
is_folder(int dir, const struct dirent *e)
{
	struct stat st;

	if (e->d_type != DT_UNKNOWN)
		return e->d_type == DT_DIR;
	return fstatat(dir, e->d_name, &st, AT_SYMLINK_NOFOLLOW) == 0 &&
	    S_ISDIR(st.st_mode);
}

static bool
may_be_own(const struct pruner *r, str name)
{
	for (const struct own_files *k = r->kinds; k->n; k++)
		if (has_extension(k, name))
			return true;
	return false;
}

/* Removes a file that a killed run left, if it is one. */
static void
remove_stray(int dir, const char *name)
{
	struct stat st;

	if (name[0] == '.' && str_ends(str_of(name), S(STAGED_SUFFIX)) &&
	    fstatat(dir, name, &st, AT_SYMLINK_NOFOLLOW) == 0 &&
	    S_ISREG(st.st_mode))
		unlinkat(dir, name, 0);
}

/* Lists the folder, sorted: reports must not depend on the disk. Removes staged
 * files that a killed run left. */
static struct found *
list_folder(const struct pruner *r, DIR *dir, size_t *n)
{
	struct publisher *p = r->publisher;
	struct found *list = NULL;
	size_t cap = 0;
	struct dirent *e;

	*n = 0;
	while ((e = readdir(dir)) != NULL) {
		str name = str_of(e->d_name);
		bool folder = is_folder(dirfd(dir), e);

		if (!p->dry)
			remove_stray(dirfd(dir), e->d_name);
		if (str_starts(name, S(".")) ||
		    (!folder && !may_be_own(r, name)))
			continue;
		list = arena_grow(&p->arena, list, *n, &cap, sizeof *list);
		list[(*n)++] = (struct found){
			arena_cstr(&p->arena, name), folder};
	}
	if (*n)
		qsort(list, *n, sizeof *list, by_name);
	return list;
}

/* Whether this run added any of the files in a folder. */
static bool
holds_added(struct publisher *p, const struct found *list, size_t n, str path)
{
	struct arena a = {0};
	bool holds = false;

	for (size_t i = 0; i < n && !holds; i++)
		holds = !list[i].is_folder && table_find(&p->paths,
		    path_join(&a, path, str_of(list[i].name)));
	arena_free(&a);
	return holds;
}

static bool
prune_folder(const struct pruner *r, int fd, str path, int depth)
{
	struct publisher *p = r->publisher;
	DIR *dir = fd < 0 ? NULL : fdopendir(fd);
	size_t n;
	struct found *list;
	bool ok = true, beside;

	if (dir == NULL)
		return true;
	list = list_folder(r, dir, &n);
	beside = depth == 0 || holds_added(p, list, n, path);
	for (size_t i = 0; i < n; i++) {
		const char *name = list[i].name;
		str below = path_join(&p->arena, path, str_of(name));

		if (!list[i].is_folder)
			ok &= prune_file(r, dirfd(dir), name, below,
			    beside);
		else if (depth < 16)
			ok &= prune_folder(r, openat(dirfd(dir), name,
			    O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC),
			    below, depth + 1);
	}
	closedir(dir);
	return ok;
}

const char *
publish_stale(const struct publisher *p, size_t i)
{
	return i < p->n_stale ? p->stale[i] : NULL;
}

bool
publish_prune(struct publisher *p, const struct own_files *kinds, bool remove)
{
	struct pruner r = {p, kinds, remove};
	int fd = p->root < 0 ? -1 : openat(p->root, ".",
	    O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	return prune_folder(&r, fd, (str){0}, 0);
}
