/* SPDX-License-Identifier: MIT
 * sibling: the compressed files beside a document.
 *
 * A sibling goes by its document's time of change, as the modules of web
 * servers that send it want it (nginx, ngx_http_gzip_static_module). */
#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "publish/publisher.h"

/* A document whose siblings are made. */
struct document {
	struct publisher *publisher;
	int dir;                /* its folder; -1: not there, in a dry run */
	const struct stat *st;  /* of its file; NULL in a dry run that has
	                         * none */
	bool changed;
};

static str
sibling_path(struct publisher *p, str path, size_t codec)
{
	str out;

	pthread_mutex_lock(&p->lock);
	out = arena_printf(&p->arena, "%.*s%.*s", STR_ARG(path),
	    STR_ARG(codec_endings[codec]));
	pthread_mutex_unlock(&p->lock);
	return out;
}

static bool
is_wanted(const struct publisher *p, size_t codec)
{
	return p->codecs & 1 << codec;
}

void
siblings_keep(struct publisher *p, str path)
{
	for (size_t i = 0; i < CODEC_COUNT; i++)
		if (is_wanted(p, i))
			publisher_count(p, sibling_path(p, path, i), false, 0);
}

static bool
has_time_of(const struct stat *a, const struct stat *b)
{
	return a->st_mtim.tv_sec == b->st_mtim.tv_sec &&
	    a->st_mtim.tv_nsec == b->st_mtim.tv_nsec;
}

/* Looks at what there is already: `same`, it is what would be written. */
static enum target
look(const struct document *d, str path, str bytes, struct stat *st,
    bool *same, struct diags *diags)
{
	struct buf name = {0};
	enum target target = TARGET_NONE;

	buf_add(&name, path_base(path));
	if (d->dir >= 0)
		target = publisher_look(d->publisher, d->dir,
		    buf_cstr(&name), path, st, diags);
	*same = target == TARGET_FILE && !d->changed &&
	    has_time_of(st, d->st) &&
	    publisher_is_same(d->dir, name.ptr, st, &bytes, 1);
	buf_free(&name);
	return target;
}

/* Compares what comes of a document with the file that is there, and stages
 * it. */
static bool
add(const struct document *d, str path, str bytes, struct sibling *result,
    struct diags *diags)
{
	struct publisher *p = d->publisher;
	struct stat st;
	bool same;
	enum target target = look(d, path, bytes, &st, &same, diags);

	if (target == TARGET_BAD)
		return false;
	result->changed = !same;
	publisher_count(p, path, !same, bytes.len);
	/* A new one may be read by whoever may read its document. */
	if (!same && !p->dry && !publisher_stage(p, d->dir, path,
	    target == TARGET_FILE ? &st : d->st, &d->st->st_mtim, &bytes, 1,
	    &st, diags))
		return false;
	if (same || !p->dry)
		result->stamp = file_stamp(&st);
	return true;
}

bool
siblings_add(struct publisher *p, int dir, str path, const str *parts,
    size_t n, const struct stat *st, struct published *result,
    struct diags *diags)
{
	struct document d = {p, dir, st, result->changed};
	bool ok = true;

	for (size_t i = 0; i < CODEC_COUNT && ok; i++) {
		struct buf b = {0};

		if (!is_wanted(p, i))
			continue;
		ok = compress_write(&b, (enum codec)i, parts, n)
		    ? add(&d, sibling_path(p, path, i), buf_str(&b),
		    &result->siblings[i], diags)
		    : publisher_fail(p, sibling_path(p, path, i),
		    "cannot compress: libbrotlienc is not installed", diags);
		buf_free(&b);
	}
	return ok;
}
