/* SPDX-License-Identifier: MIT
 * history: finds when the files of posts were last committed
 * (posts.updated). */
#include "build/site/history.h"

#include <stdlib.h>

#include "base/core/file.h"
#include "base/core/table.h"
#include "base/data/git_times.h"
#include "build/site/site.h"
#include "config/config_codes.h"
#include "post/post_codes.h"

struct commits {
	struct site *site;
	struct arena arena;
	struct buf root;     /* of the repository */
	struct table files;  /* by their paths below the root */
	struct table folders;
	size_t left;         /* number of files that lack a time */
	bool needs_first;    /* the time when they were added too */
	bool is_made;
};

/* The path of the config's folder below the root of the repository, ending with
 * '/'; or empty. */
static str
find_prefix(struct commits *h)
{
	const struct config *c = &h->site->config;
	char *dir = realpath(c->dir.len ? arena_cstr(&h->arena, c->dir) : ".",
	    NULL);
	char *root = realpath(buf_cstr(&h->root), NULL);
	str below = {0};

	if (dir && root && path_is_in(str_of(dir), str_of(root)))
		below = arena_printf(&h->arena, "%.*s/", STR_ARG(path_relative(
		    str_from(str_of(dir), str_of(root).len))));
	free(dir);
	free(root);
	return below;
}

static void
add_file(struct commits *h, str path, struct found *file)
{
	*table_at(&h->files, path) = file;
	for (str dir = path_dir(path); dir.len; dir = path_dir(dir)) {
		void **at = table_at(&h->folders, dir);

		if (*at)
			break;
		*at = h;
	}
}

/* Fills the tables with all files and the folders above them. */
static void
list_files(struct commits *h)
{
	struct post_walk *scan = &h->site->scan;
	str prefix = find_prefix(h);

	h->is_made = true;
	for (size_t i = 0; i < scan->count; i++) {
		if (h->needs_first && !h->site->posts[i].needs_history)
			continue;
		add_file(h, arena_printf(&h->arena, "%.*s%.*s",
		    STR_ARG(prefix), STR_ARG(scan->files[i].path)),
		    &scan->files[i]);
		h->left++;
	}
}

static bool
is_wanted(void *ctx, str dir)
{
	struct commits *h = ctx;

	if (!h->is_made)
		list_files(h);
	return table_find(&h->folders, dir) != NULL;
}

/* Notes the last change of a file, and its first one where that is asked for:
 * the last commit that added it. */
static void
set_times(struct commits *h, struct found *file, int64_t seconds, bool is_new)
{
	bool is_done = file->committed && (!h->needs_first || file->added);

	if (file->committed == 0)
		file->committed = seconds;
	if (is_new && file->added == 0)
		file->added = seconds;
	if (!is_done && file->committed && (!h->needs_first || file->added))
		h->left--;
}

static bool
take_change(void *ctx, str path, int64_t seconds, bool is_new)
{
	struct commits *h = ctx;
	struct found *file;

	if (!h->is_made)
		list_files(h);
	file = table_find(&h->files, path);
	if (file)
		set_times(h, file, seconds, is_new);
	return h->left > 0;
}

/* Older commits know the file by its old name. */
static void
take_rename(void *ctx, str path, str old, int64_t seconds)
{
	struct commits *h = ctx;
	struct found *file;

	if (!h->is_made)
		list_files(h);
	file = table_find(&h->files, path);
	if (file == NULL || file->added)
		return;
	set_times(h, file, seconds, false);
	*table_at(&h->files, path) = NULL;
	add_file(h, arena_str(&h->arena, old), file);
}

static bool
walk_commits(struct commits *h, const struct git_reader *reader,
    const char **why)
{
	const struct config *c = &h->site->config;
	bool ok = git_each_change(c->dir.len ? arena_cstr(&h->arena, c->dir)
	    : ".", &h->root, reader, h, why);

	table_free(&h->files);
	table_free(&h->folders);
	buf_free(&h->root);
	arena_free(&h->arena);
	return ok;
}

bool
history_read(struct site *s)
{
	static const struct git_reader reader = {is_wanted, take_change, NULL};
	const struct config *c = &s->config;
	struct commits h = {.site = s};
	const char *why;

	if (c->posts.updated != UPDATED_GIT || s->scan.count == 0 ||
	    walk_commits(&h, &reader, &why))
		return true;
	diag_add(&s->diags, DIAG_CONFIG_VALUE, &c->source,
	    config_mark(c, "posts.updated"), "posts.updated is 'git', but %s",
	    why);
	return false;
}

bool
history_read_wanted(struct site *s)
{
	static const struct git_reader reader = {is_wanted, take_change,
		take_rename};
	struct commits h = {.site = s, .needs_first = true};
	size_t n = 0, first = 0;
	struct source src;
	const char *why;

	for (size_t i = s->n_posts; i-- > 0; )
		if (s->posts[i].needs_history) {
			first = i;
			n++;
		}
	if (n == 0 || walk_commits(&h, &reader, &why))
		return true;
	src = (struct source){s->scan.files[first].path, {0}};
	diag_add(&s->diags, DIAG_DATE_UNREADABLE, &src, (struct mark){0},
	    "the date of %zu post%s comes from git, but %s", n,
	    n == 1 ? "" : "s", why);
	return false;
}
