/* SPDX-License-Identifier: MIT
 * sibling: the compressed files beside a document.
 *
 * A compressed file has the mtime of its document: web servers expect it
 * (nginx, ngx_http_gzip_static_module). */
#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "publish/publisher.h"

/* A compressed file, and the document that it belongs to. */
struct sibling_file {
	struct publisher *publisher;
	int dir;                /* its folder; -1 in a dry run: there is none */
	const struct stat *document; /* NULL in a dry run that has none */
	bool changed;           /* the document is */
	struct publish_item item;
};

static str
sibling_path(struct publisher *p, str path, size_t codec)
{
	str out;

	pthread_mutex_lock(&p->lock);
	out = arena_printf(&p->arena, "%.*s%.*s", STR_ARG(path),
	    STR_ARG(compress_endings[codec]));
	pthread_mutex_unlock(&p->lock);
	return out;
}

static bool
is_wanted(const struct publisher *p, size_t codec)
{
	return p->codecs & 1 << codec;
}

void
siblings_keep(struct publisher *p, str path, struct added as)
{
	for (size_t i = 0; i < CODEC_COUNT; i++)
		if (is_wanted(p, i))
			publisher_count(
			    p, sibling_path(p, path, i), as, false, 0);
}

static bool
has_time_of(const struct stat *a, const struct stat *b)
{
	return a->st_mtim.tv_sec == b->st_mtim.tv_sec &&
	    a->st_mtim.tv_nsec == b->st_mtim.tv_nsec;
}

/* Whether the existing file has the right bytes and time. */
static bool
is_current(const struct sibling_file *f, const struct stat *st)
{
	return !f->changed && has_time_of(st, f->document) &&
	    publisher_is_same(f->dir, &f->item, st);
}

/* Compares the file with the existing one, and stages it if they differ. */
static bool
add_sibling(const struct sibling_file *f, struct sibling *result,
    struct diags *diags)
{
	struct publisher *p = f->publisher;
	struct stat st = {0};
	enum target target = f->dir < 0 ? TARGET_NONE
	    : publisher_look(p, f->dir, f->item.path, &st, diags);

	if (target == TARGET_BAD)
		return false;
	result->changed = target == TARGET_NONE || !is_current(f, &st);
	publisher_count(p, f->item.path, (struct added){
	    ADDED_BYTES, digest_of(f->item.parts[0]), 0}, result->changed,
	    f->item.parts[0].len);
	if (result->changed && !p->dry) {
		/* A new file has the permissions of its document. */
		struct stat old = st;
		struct likeness like = {target == TARGET_FILE ? &old
		    : f->document, &f->document->st_mtim};

		if (!publisher_stage(
		    p, f->dir, &f->item, &like, &st, diags))
			return false;
	}
	if (!result->changed || !p->dry)
		result->stamp = file_stamp(&st);
	return true;
}

static void
fail_library(const struct publisher *p, str path, struct diags *diags)
{
	struct arena a = {0};
	struct source src = {path_join(&a, p->folder, path), {0}};

	library_report(&compress_brotli, &src, diags);
	arena_free(&a);
}

bool
siblings_add(struct publisher *p, int dir, const struct publish_item *item,
    const struct stat *st, struct published *result, struct diags *diags)
{
	bool ok = true;

	for (size_t i = 0; i < CODEC_COUNT && ok; i++) {
		struct buf b = {0};
		str path, bytes;

		if (!is_wanted(p, i))
			continue;
		path = sibling_path(p, item->path, i);
		ok = compress_write(&b, (enum codec)i, item->parts, item->n);
		bytes = buf_str(&b);
		if (!ok)
			fail_library(p, path, diags);
		else
			ok = add_sibling(&(struct sibling_file){p, dir, st,
			    result->changed, {path, &bytes, 1, NULL}},
			    &result->siblings[i], diags);
		buf_free(&b);
	}
	return ok;
}
