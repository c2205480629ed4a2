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

struct commits {
	struct site *site;
	struct arena arena;
	struct buf root;     /* of the repository */
	struct table files;  /* by their paths below the root */
	struct table folders;
	size_t left;         /* number of files that have no time yet */
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

/* Fills the tables with all files and the folders above them. */
static void
list_files(struct commits *h)
{
	struct post_walk *scan = &h->site->scan;
	str prefix = find_prefix(h);

	h->is_made = true;
	for (size_t i = 0; i < scan->count; i++) {
		str path = arena_printf(&h->arena, "%.*s%.*s",
		    STR_ARG(prefix), STR_ARG(scan->files[i].path));

		*table_at(&h->files, path) = &scan->files[i];
		h->left++;
		for (str dir = path_dir(path); dir.len; dir = path_dir(dir)) {
			void **at = table_at(&h->folders, dir);

			if (*at)
				break;
			*at = h;
		}
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

static bool
take_change(void *ctx, str path, int64_t seconds)
{
	struct commits *h = ctx;
	struct found *file;

	if (!h->is_made)
		list_files(h);
	file = table_find(&h->files, path);
	if (file && file->committed == 0) {
		file->committed = seconds;
		h->left--;
	}
	return h->left > 0;
}

bool
history_read(struct site *s)
{
	const struct config *c = &s->config;
	struct commits h = {.site = s};
	const char *why;
	bool ok;

	if (c->posts.updated != UPDATED_GIT || s->scan.count == 0)
		return true;
	ok = git_each_change(c->dir.len ? arena_cstr(&h.arena, c->dir) : ".",
	    &h.root, is_wanted, take_change, &h, &why);
	if (!ok)
		diag_add(&s->diags, DIAG_CONFIG_VALUE, &c->source,
		    config_mark(c, "posts.updated"), "posts.updated is 'git', "
		    "but %s", why);
	table_free(&h.files);
	table_free(&h.folders);
	buf_free(&h.root);
	arena_free(&h.arena);
	return ok;
}
