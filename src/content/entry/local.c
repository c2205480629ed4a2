/* SPDX-License-Identifier: MIT
 * local: files on this machine that the site publishes. */
#include "content/entry/local.h"

#include <errno.h>
#include <string.h>

#include "base/data/data_codes.h"
#include "base/web/url.h"
#include "config/config_codes.h"

/* Whether a post has a folder of its own: what lies beside it is published
 * beside its page. */
static bool
has_folder(const struct post *p)
{
	return str_starts(path_base(p->path), S("index."));
}

static bool
look_at(struct body *b, str name, struct local_file *f)
{
	struct stamp stamp;

	f->name = name;
	f->path = path_join(b->arena, b->env->config->dir, name);
	stamp = file_look(f->path.ptr);
	if (stamp_is_unknown(stamp)) {
		diag_add(b->diags, DIAG_FILE_UNREADABLE, b->src,
		    (struct mark){0}, "its file '%.*s': %s", STR_ARG(name),
		    strerror(errno));
		b->env->sources->unread = true;
	}
	f->size = stamp.size;
	sources_add(b->env->sources, name, stamp, b->arena);
	return !stamp_eq(stamp, (struct stamp){0});
}

bool
local_is_beside(struct body *b, str ref)
{
	struct local_file file;

	return has_folder(b->post) && look_at(b, path_clean(b->arena,
	    path_join(b->arena, path_dir(b->post->path), ref)), &file);
}

/* The path in `folder` of a file whose URL is below `base`; empty if the URL
 * is not below it. */
static str
name_below(struct body *b, str folder, str base, str url)
{
	struct buf rest = {0};
	str name = {0};

	if (url_below(&rest, base, url))
		name = path_clean(b->arena,
		    path_join(b->arena, folder, buf_str(&rest)));
	buf_free(&rest);
	return name;
}

/* Whether the file should exist. Where media.folder is a guess, pictures of the
 * site may come from elsewhere: then only if the folder of the file exists. */
static bool
is_expected(struct body *b, str name)
{
	struct local_file folder;
	str dir = path_dir(name);

	return b->env->config->media.is_given ||
	    (dir.len && look_at(b, dir, &folder));
}

bool
local_find(struct body *b, str url, const char *what, const struct mark *at,
    struct local_file *out)
{
	const struct config *c = b->env->config;
	str page = b->post->matter->url, name;

	page = str_sub(page, 0, str_rchr(page, '/') + 1);
	if (has_folder(b->post)) {
		name = name_below(b, path_dir(b->post->path), page, url);
		if (name.len && look_at(b, name, out))
			return true;
	}
	name = c->media.is_there
	    ? name_below(b, c->media.folder, c->site.url, url) : (str){0};
	if (name.len == 0)
		return false;
	if (look_at(b, name, out))
		return true;
	if (is_expected(b, name) && at)
		diag_add(b->diags, DIAG_MEDIA_MISSING, b->src, *at,
		    "%s '%.*s' is not there", what, STR_ARG(name));
	return false;
}
