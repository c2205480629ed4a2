/* SPDX-License-Identifier: MIT
 * post_walk: finds the post files of a site. */
#include "post/post_walk.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/core/pool.h"
#include "base/data/data_codes.h"
#include "base/web/media_type.h"
#include "post/front/text_format.h"
#include "post/post_others.h"

enum { MOST_DEPTH = 100 };

struct list {
	struct found *at;
	size_t count, cap;
};

struct walk {
	struct arena *arena;
	struct diags *diags;
	str root;          /* the config's folder */
	str folder;        /* of posts.folders */
	const struct config *config;
	const struct generator *generator;
	struct list files, data, others;
	str skipped;       /* as in struct post_walk */
	bool is_partial;
};

/* The open folders of a walk, innermost first. */
struct inside {
	dev_t dev;
	ino_t ino;
	int depth;
	bool has_index, has_section; /* index.md, _index.md */
	bool is_single;              /* index.md without a language */
	const struct inside *up;
};

static void
add_file(struct walk *w, struct list *l, str dir, str name)
{
	if (l->count == l->cap) {
		l->cap = l->cap ? 2 * l->cap : 256;
		l->at = mem_realloc(l->at, l->cap * sizeof *l->at);
	}
	l->at[l->count++] = (struct found){
		path_join(w->arena, dir, name), w->folder, 0, 0, {0}};
}

static void
report_folder(struct walk *w, str path, const char *what)
{
	struct source src = {path.len ? path : S("."), {0}};

	diag_add(w->diags, DIAG_FILE_UNREADABLE, &src, (struct mark){0}, "%s",
	    what);
}

/* Reports from errno a folder that cannot be read. */
static void
lose_folder(struct walk *w, str path)
{
	report_folder(w, path, strerror(errno));
	w->is_partial = true;
}

static bool
is_post_name(const struct walk *w, str name)
{
	return str_iends(name, S(".md")) || str_iends(name, S(".markdown")) ||
	    str_iends_any(name, w->generator->post_ends);
}

/* Whether a folder is `output` or below it. False if the walked folder of
 * posts.folders is itself `output` or below it. */
static bool
is_below_output(const struct walk *w, str dir, str output)
{
	struct arena a = {0};
	str folder = path_clean(&a, output);
	bool is_below = folder.len && !str_eq(w->folder, folder) &&
	    !path_is_in(w->folder, folder) &&
	    (str_eq(dir, folder) || path_is_in(dir, folder));

	arena_free(&a);
	return is_below;
}

/* Whether a file is a page that the generator or feedmill wrote, not a post. */
static bool
is_output(const struct walk *w, str dir, str name)
{
	const struct config *c = w->config;

	return text_format_of(name)->kind != TEXT_MARKDOWN &&
	    (is_below_output(w, dir, c->feeds.folder) ||
	    is_below_output(w, dir, c->content.pages));
}

/* ---- leaf bundles ---- */

static bool
is_index(str name)
{
	return str_starts(name, S("index.")) &&
	    str_iends_any(name, ".md .markdown .mdown .org .adoc .asciidoc .ad "
	    ".rst .pandoc .pdc");
}

static void
note_index(struct inside *here, str name)
{
	here->has_index |= is_index(name);
	here->is_single |= is_index(name) && str_chr(str_from(name, 6), '.') ==
	    STR_NONE;
	here->has_section |= str_starts(name, S("_index."));
}

/* Whether a file is the page of its folder, such as index.md or index.fr.md.
 * `single`: the folder has an index.md, and so index.draft.md is not one unless
 * the site has a language `draft`. */
static bool
is_page_of(const struct walk *w, str path, str dir, bool single)
{
	str name = path_base(path), tag;

	if (!str_eq(path_dir(path), dir) || !str_starts(name, S("index.")))
		return false;
	tag = str_from(name, 6);
	if (!single || str_chr(tag, '.') == STR_NONE)
		return true;
	tag.len = str_chr(tag, '.');
	for (const struct language *g = w->config->languages; g; g = g->next)
		if (str_ieq(g->name, tag))
			return true;
	return false;
}

/* Drops the files in and below a folder that has an index.md, except that file.
 * In Hugo such a folder is one page, and the other files are its resources. */
static void
drop_resources(const struct walk *w, struct list *l, size_t first, str dir,
    bool single)
{
	size_t n = first;

	for (size_t i = first; i < l->count; i++)
		if (is_page_of(w, l->at[i].path, dir, single))
			l->at[n++] = l->at[i];
	l->count = n;
}

/* ---- files ---- */

/* Adds posts, data files, and files that may be posts in another format. */
static void
take_file(struct walk *w, str dir, str name, struct inside *here)
{
	note_index(here, name);
	if (is_post_name(w, name) && !is_output(w, dir, name))
		add_file(w, &w->files, dir, name);
	else if (str_iends_any(name, w->generator->front.data_ends))
		add_file(w, &w->data, dir, name);
	else if (post_others_ending(name).len && !is_output(w, dir, name))
		add_file(w, &w->others, dir, name);
}

/* Decides about a name that stat fails for. A link to nowhere with the name of
 * a post is a post that cannot be read, and one with the name of a picture or
 * the like is no matter. Any other may be a folder on a disk that is not
 * mounted. */
static void
take_lost(struct walk *w, str dir, str name, struct inside *here)
{
	if (is_post_name(w, name))
		take_file(w, dir, name, here);
	else if (!file_is_absent(errno) || media_type_of(name).len == 0)
		lose_folder(w, path_join(w->arena, dir, name));
}

/* The order of names in a folder is not always the same. */
static void
note_skipped(struct walk *w, str dir, str name, bool is_folder)
{
	str path;

	if (!is_folder && !is_post_name(w, name))
		return;
	path = path_join(w->arena, dir, name);
	for (size_t i = 0; i < w->config->posts.folders.count; i++)
		if (str_eq(w->config->posts.folders.at[i], path))
			return; /* named on purpose */
	if (w->skipped.len == 0 || str_cmp(path, w->skipped) < 0)
		w->skipped = path;
}

static void walk_folder(struct walk *w, str path, const struct inside *up);

static void
walk_entry(struct walk *w, int fd, str dir, const struct dirent *e,
    struct inside *here)
{
	str name = str_of(e->d_name);
	struct stat st;

	if (str_starts(name, S(".")))
		return;
	if (w->generator->address.skips_underscore &&
	    str_starts(name, S("_"))) {
		note_skipped(w, dir, name, e->d_type == DT_DIR);
		return;
	}
	if (e->d_type == DT_REG) {
		take_file(w, dir, name, here);
		return;
	}
	if (e->d_type != DT_DIR && e->d_type != DT_LNK &&
	    e->d_type != DT_UNKNOWN)
		return;
	if (fstatat(fd, e->d_name, &st, 0) != 0)
		take_lost(w, dir, name, here);
	else if (S_ISDIR(st.st_mode))
		walk_folder(w, path_join(w->arena, dir, name), here);
	else if (S_ISREG(st.st_mode))
		take_file(w, dir, name, here);
}

static void
walk_folder(struct walk *w, str path, const struct inside *up)
{
	str full = path_join(w->arena, w->root, path.len ? path : S("."));
	struct inside here = {.depth = up ? up->depth + 1 : 0, .up = up};
	size_t first = w->files.count, first_other = w->others.count;
	struct stat st;
	struct dirent *e;
	DIR *dir = opendir(full.ptr);

	if (dir == NULL || fstat(dirfd(dir), &st) != 0) {
		lose_folder(w, path);
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
		report_folder(w, path,
		    "folders are nested more than 100 deep");
		goto out;
	}
	while (errno = 0, (e = readdir(dir)) != NULL)
		walk_entry(w, dirfd(dir), path, e, &here);
	if (errno)
		lose_folder(w, path);
	if (up && here.has_index && !here.has_section &&
	    w->generator->address.has_bundles) {
		drop_resources(w, &w->files, first, path, here.is_single);
		drop_resources(w, &w->others, first_other, path,
		    here.is_single);
	}
out:
	closedir(dir);
}

str
post_walk_below(const struct found *file)
{
	return path_relative(str_from(file->path, file->folder.len));
}

/* ---- stamps ---- */

enum { STRETCH = 256 }; /* files per job of the pool */

struct stamping {
	int root; /* the config's folder */
	struct found *files;
	size_t count;
};

static void
stamp_stretch(void *ctx, size_t worker, size_t i)
{
	struct stamping *l = ctx;
	size_t to = (i + 1) * STRETCH;
	struct stat st;

	(void)worker;
	for (i *= STRETCH; i < to && i < l->count; i++)
		if (fstatat(l->root, l->files[i].path.ptr, &st, 0) == 0)
			l->files[i].stamp = file_stamp(&st);
}

static void
stamp_files(struct found *files, size_t n, const struct config *c,
    size_t threads)
{
	struct stamping l = {.files = files, .count = n};
	struct arena a = {0};

	l.root = open(c->dir.len ? arena_cstr(&a, c->dir) : ".",
	    O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	arena_free(&a);
	if (l.root < 0)
		return;
	pool_run(threads, (n + STRETCH - 1) / STRETCH, stamp_stretch, &l);
	close(l.root);
}

void
post_walk_stamp(struct post_walk *s, const struct config *c, size_t threads)
{
	stamp_files(s->files, s->count, c, threads);
}

void
post_walk_stamp_others(struct post_walk *s, const struct config *c)
{
	if (s->n_others)
		stamp_files(s->others, s->n_others, c, 1);
}

/* ---- all of them ---- */

/* Whether a file was found in a folder that comes earlier in posts.folders. */
static bool
is_found_before(const struct walk *w, const struct found *f,
    const struct found *other)
{
	for (size_t i = 0; i < w->config->posts.folders.count; i++) {
		str folder = path_clean(w->arena,
		    w->config->posts.folders.at[i]);

		if (str_eq(folder, other->folder))
			return false;
		if (str_eq(folder, f->folder))
			return true;
	}
	return false;
}

/* Moves the files to the arena, sorted and without duplicates: posts.folders
 * may overlap, and the first of them counts. */
static struct found *
sort_files(struct walk *w, struct list *l, size_t *count)
{
	struct found *files = arena_array(w->arena, l->count, sizeof *files);

	if (l->count)
		qsort(l->at, l->count, sizeof *l->at, str_cmp_row);
	for (size_t i = 0; i < l->count; i++) {
		struct found *f = &l->at[i];

		if (i == 0 || !str_eq(f->path, l->at[i - 1].path))
			files[(*count)++] = *f;
		else if (is_found_before(w, f, &files[*count - 1]))
			files[*count - 1] = *f;
	}
	mem_free(l->at);
	return files;
}

struct post_walk
post_walk_folders(const struct config *c, struct arena *a, struct diags *diags)
{
	struct walk w = {.arena = a, .diags = diags, .root = c->dir,
		.config = c, .generator = c->posts.generator};
	struct post_walk s = {0};

	for (size_t i = 0; i < c->posts.folders.count; i++) {
		w.folder = path_clean(a, c->posts.folders.at[i]);
		walk_folder(&w, w.folder, NULL);
	}
	s.files = sort_files(&w, &w.files, &s.count);
	s.data = sort_files(&w, &w.data, &s.n_data);
	s.others = sort_files(&w, &w.others, &s.n_others);
	s.skipped = w.skipped;
	s.is_partial = w.is_partial;
	return s;
}
