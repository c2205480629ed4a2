/* SPDX-License-Identifier: MIT
 * publish: bytes to the published folder, each file whole or not at all.
 * staging.c has the part on one document. */
#include "publish/publish.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "publish/publish_codes.h"
#include "publish/publisher.h"

enum { FOLDERS_ONE_BY_ONE = 4 }; /* more are synced together */

bool
publisher_fail(const struct publisher *p, str path, const char *what,
    struct diags *diags)
{
	struct arena a = {0};
	struct source src = {p->folder, {0}};

	if (path.len)
		src.name = path_join(&a, p->folder, path);
	diag_add(diags, DIAG_WRITE_FAILED, &src, (struct mark){0}, "%s",
	    what);
	arena_free(&a);
	return false;
}

bool
publisher_fail_errno(const struct publisher *p, str path, const char *what,
    struct diags *diags)
{
	struct buf words = {0};

	buf_printf(&words, "%s: %s", what, strerror(errno));
	publisher_fail(p, path, buf_cstr(&words), diags);
	buf_free(&words);
	return false;
}

bool
publisher_fail_late(const struct publisher *p, str path, const char *what)
{
	struct arena a = {0};
	struct source src = {path.len ? path_join(&a, p->folder, path)
	    : p->folder, {0}};

	diag_add(p->diags, DIAG_WRITE_INCOMPLETE, &src, (struct mark){0},
	    "%s: %s", what, strerror(errno));
	arena_free(&a);
	return false;
}

/* ---- the folder ---- */

static struct publisher *
new_publisher(str folder, struct diags *diags)
{
	struct publisher *p = mem_alloc(sizeof *p);

	*p = (struct publisher){.root = -1, .diags = diags};
	pthread_mutex_init(&p->lock, NULL);
	p->folder = arena_str(&p->arena, folder.len ? folder : S("."));
	return p;
}

/* mkdir -p. Follows links: the user has chosen this folder. */
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
			publisher_made(p, path, false);
		else if (errno != EEXIST)
			return false;
	}
	return true;
}

/* Locks the folder itself, so no lock file can be left behind. */
static bool
lock_root(struct publisher *p)
{
	struct source src = {p->folder, {0}};

	if (file_lock(p->root, false))
		return true;
	if (errno != EWOULDBLOCK)
		return publisher_fail_errno(
		    p, (str){0}, "cannot lock the folder", p->diags);
	diag_add(p->diags, DIAG_LOCKED, &src, (struct mark){0},
	    "another feedmill is writing here");
	return false;
}

static int
open_root(const struct publisher *p)
{
	return open(p->folder.ptr, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
}

struct publisher *
publish_open(str folder, struct diags *diags)
{
	struct publisher *p = new_publisher(folder, diags);

	p->root = open_root(p);
	if (p->root < 0 && errno == ENOENT && make_folder(p))
		p->root = open_root(p);
	if (p->root < 0)
		publisher_fail_errno(
		    p, (str){0}, "cannot open the folder", diags);
	if (p->root >= 0 && lock_root(p))
		return p;
	publish_close(p);
	return NULL;
}

struct publisher *
publish_open_dry(str folder, struct diags *diags)
{
	struct publisher *p = new_publisher(folder, diags);

	p->dry = true;
	p->root = open_root(p);
	return p;
}

/* ---- committing ---- */

static int
by_path(const void *a, const void *b)
{
	const struct draft *x = *(struct draft *const *)a;
	const struct draft *y = *(struct draft *const *)b;

	return str_cmp(x->path, y->path);
}

/* All drafts to rename, sorted, so that those of one folder are together. */
static struct draft **
sort_drafts(const struct publisher *p, size_t *count)
{
	struct draft **all = mem_alloc(p->n_drafts * sizeof(struct draft *));
	size_t n = 0;

	for (struct draft *d = p->drafts; d; d = d->next)
		if (d->temp)
			all[n++] = d;
	if (n)
		qsort(all, n, sizeof(struct draft *), by_path);
	*count = n;
	return all;
}

static bool
same_folder(const struct draft *a, const struct draft *b)
{
	return str_eq(path_dir(a->path), path_dir(b->path));
}

/* Renames all that can be, and returns how many; counts the folders that they
 * are in. */
static size_t
rename_all(struct publisher *p, struct draft **all, size_t n, size_t *folders)
{
	size_t renamed = 0;
	int dir = -1;

	*folders = 0;
	for (size_t i = 0; i < n; i++) {
		struct draft *d = all[i];

		if (i == 0 || !same_folder(d, all[i - 1])) {
			publisher_leave(p, dir);
			dir = publisher_open_parent(p, d->path);
			++*folders;
		}
		if (dir >= 0 && renameat(dir, d->temp, dir, d->name) == 0) {
			d->temp = NULL;
			renamed++;
		} else
			d->error = errno;
	}
	publisher_leave(p, dir);
	return renamed;
}

/* Reports the files that could not be renamed. */
static void
report_failed(struct publisher *p, struct draft **all, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (all[i]->temp == NULL)
			continue;
		errno = all[i]->error;
		if (p->committed)
			publisher_fail_late(p, all[i]->path, "cannot rename");
		else
			publisher_fail_errno(
			    p, all[i]->path, "cannot rename", p->diags);
	}
}

/* Writes the new names to the disk before the run reports success. */
static bool
sync_folders(struct publisher *p, struct draft **all, size_t n, size_t folders)
{
	static const char what[] = "cannot write the folder to the disk";
	bool ok = true;

	if (folders > FOLDERS_ONE_BY_ONE)
		return syncfs(p->root) == 0 ||
		    publisher_fail_late(p, (str){0}, what);
	for (size_t i = 0; i < n; i++) {
		int dir;

		if (i > 0 && same_folder(all[i], all[i - 1]))
			continue;
		dir = publisher_open_parent(p, all[i]->path);
		if (dir < 0 || !file_sync_folder(dir))
			ok = publisher_fail_late(
			    p, path_dir(all[i]->path), what);
		publisher_leave(p, dir);
	}
	return ok;
}

bool
publish_commit(struct publisher *p)
{
	struct draft **all;
	size_t n, folders, renamed;
	bool ok;

	/* A file that is renamed before its bytes are on the disk can be empty
	 * after a crash. One sync for all is much cheaper than one each. */
	if (p->n_drafts && syncfs(p->root) != 0)
		return publisher_fail_errno(
		    p, (str){0}, "cannot write to the disk", p->diags);
	all = sort_drafts(p, &n);
	renamed = rename_all(p, all, n, &folders);
	p->committed = renamed || n == 0;
	report_failed(p, all, n);
	ok = renamed == n;
	p->counts.written -= n - renamed;
	if (renamed)
		ok &= sync_folders(p, all, n, folders);
	mem_free(all);
	return ok;
}

void
publish_each_failed(const struct publisher *p,
    void (*each)(void *ctx, str path), void *ctx)
{
	for (const struct draft *d = p->drafts; d; d = d->next)
		if (d->error)
			each(ctx, d->path);
}

bool
publish_has_begun(const struct publisher *p)
{
	return p->committed;
}

bool
publish_was_killed(str folder)
{
	struct arena a = {0};
	bool was = !file_is_missing(path_join(
	    &a, folder, S(STAGING_MARK)).ptr);

	arena_free(&a);
	return was;
}

void
publish_compress(struct publisher *p, long codecs)
{
	p->codecs = codecs;
}

bool
publish_is_dry(const struct publisher *p)
{
	return p->dry;
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
	for (struct draft *d = p->drafts; d; d = d->next) {
		int dir = d->temp ? publisher_open_parent(p, d->path) : -1;

		if (dir >= 0)
			publisher_drop(dir, d);
		publisher_leave(p, dir);
	}
	if (p->is_marked)
		unlinkat(p->root, STAGING_MARK, 0);
	publisher_close_folders(p);
	/* A run that failed also removes the folders that it made. */
	for (struct made *m = p->made; m && !p->committed; m = m->next)
		unlinkat(m->below ? p->root : AT_FDCWD,
		    arena_cstr(&p->arena, m->path), AT_REMOVEDIR);
	if (p->root >= 0)
		close(p->root);
	pthread_mutex_destroy(&p->lock);
	table_free(&p->paths);
	arena_free(&p->arena);
	mem_free(p);
}
