/* SPDX-License-Identifier: MIT
 * scan: the post files in a folder. */
#include "scan.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../base/file.h"

enum { MOST_DEPTH = 100 };

struct walk {
	struct arena *arena;
	struct diags *diags;
	str root;          /* the config's folder */
	str folder;        /* of posts.folders */
	bool has_mdx;      /* *.mdx are posts too */
	struct found *files;
	size_t count, cap;
};

/* The folders that a walk is in, innermost first. */
struct inside {
	dev_t dev;
	ino_t ino;
	int depth;
	const struct inside *up;
};

static void
add_file(struct walk *w, str path)
{
	if (w->count == w->cap) {
		w->cap = w->cap ? 2 * w->cap : 256;
		w->files = mem_realloc(
		    w->files, w->cap * sizeof *w->files);
	}
	w->files[w->count++] = (struct found){path, w->folder};
}

static void
report(struct walk *w, str path, const char *what)
{
	struct source src = {path, {0}};

	diag_add(w->diags, DIAG_FILE_UNREADABLE, &src, (struct mark){0}, "%s",
	    what);
}

/* Astro's posts may have JSX in them. */
static bool
is_post_name(const struct walk *w, str name)
{
	return str_iends(name, S(".md")) || str_iends(name, S(".markdown")) ||
	    (w->has_mdx && str_iends(name, S(".mdx")));
}

static void walk_folder(struct walk *w, str path, const struct inside *up);

static void
walk_entry(struct walk *w, int fd, str dir, const struct dirent *e,
    const struct inside *here)
{
	str name = str_of(e->d_name);
	struct stat st;

	if (str_starts(name, S(".")))
		return;
	if (e->d_type == DT_REG) {
		if (is_post_name(w, name))
			add_file(w, path_join(w->arena, dir, name));
		return;
	}
	if (e->d_type != DT_DIR && e->d_type != DT_LNK &&
	    e->d_type != DT_UNKNOWN)
		return;
	if (fstatat(fd, e->d_name, &st, 0) != 0) {
		if (is_post_name(w, name))
			report(w, path_join(w->arena, dir, name),
			    strerror(errno));
	} else if (S_ISDIR(st.st_mode))
		walk_folder(w, path_join(w->arena, dir, name), here);
	else if (S_ISREG(st.st_mode) && is_post_name(w, name))
		add_file(w, path_join(w->arena, dir, name));
}

static void
walk_folder(struct walk *w, str path, const struct inside *up)
{
	str full = path_join(w->arena, w->root, path.len ? path : S("."));
	struct inside here = {.depth = up ? up->depth + 1 : 0, .up = up};
	struct stat st;
	struct dirent *e;
	DIR *dir = opendir(full.ptr);

	if (dir == NULL || fstat(dirfd(dir), &st) != 0) {
		report(w, path, strerror(errno));
		if (dir)
			closedir(dir);
		return;
	}
	here.dev = st.st_dev;
	here.ino = st.st_ino;
	for (const struct inside *i = up; i; i = i->up)
		if (i->dev == here.dev && i->ino == here.ino)
			goto out; /* a link to a folder above */
	if (here.depth > MOST_DEPTH) {
		report(w, path, "folders are nested more than 100 deep");
		goto out;
	}
	while ((e = readdir(dir)) != NULL)
		walk_entry(w, dirfd(dir), path, e, &here);
out:
	closedir(dir);
}

static int
by_path(const void *a, const void *b)
{
	const struct found *x = a, *y = b;

	return str_cmp(x->path, y->path);
}

struct scan
scan_folders(const struct config *c, struct arena *a, struct diags *diags)
{
	struct walk w = {.arena = a, .diags = diags, .root = c->dir,
		.has_mdx = c->posts.dialect == DIALECT_ASTRO};
	struct scan s = {0};

	for (size_t i = 0; i < c->posts.folders.count; i++) {
		w.folder = path_clean(a, c->posts.folders.at[i]);
		walk_folder(&w, w.folder, NULL);
	}
	if (w.count)
		qsort(w.files, w.count, sizeof *w.files, by_path);
	s.files = arena_array(a, w.count, sizeof *s.files);
	for (size_t i = 0; i < w.count; i++)
		/* Folders of the config may lie in one another. */
		if (i == 0 || !str_eq(w.files[i].path, w.files[i - 1].path))
			s.files[s.count++] = w.files[i];
	free(w.files);
	return s;
}
