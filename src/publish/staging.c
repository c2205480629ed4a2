/* SPDX-License-Identifier: MIT
 * staging: a whole document, compared with the file that it would replace and
 * written beside it. */
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

#include "publish/publisher.h"

enum { MOST_PARTS = 256, CHUNK = 64 * 1024 };

/* ---- the existing file ---- */

/* The last part of a path, terminated; in the buffer. */
static const char *
base_name(struct buf *b, str path)
{
	buf_add(b, path_base(path));
	return buf_cstr(b);
}

enum target
publisher_look(struct publisher *p, int dir, str path, struct stat *st,
    struct diags *diags)
{
	struct buf name = {0};
	int status;

	if (publisher_is_new(p, dir))
		return TARGET_NONE;
	status = fstatat(
	    dir, base_name(&name, path), st, AT_SYMLINK_NOFOLLOW);
	buf_free(&name);
	if (status != 0 && errno == ENOENT)
		return TARGET_NONE;
	if (status == 0 && S_ISREG(st->st_mode))
		return TARGET_FILE;
	if (status == 0)
		publisher_fail(
		    p, path, "exists and is not a regular file", diags);
	else
		publisher_fail_errno(
		    p, path, "cannot look at the file", diags);
	return TARGET_BAD;
}

/* Whether the rest of a file begins with these bytes. */
static bool
reads_as(int fd, str bytes)
{
	char chunk[CHUNK];

	while (bytes.len) {
		ssize_t n = read(fd, chunk,
		    bytes.len < CHUNK ? bytes.len : CHUNK);

		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0 || memcmp(chunk, bytes.ptr, (size_t)n) != 0)
			return false;
		bytes = str_from(bytes, (size_t)n);
	}
	return true;
}

static size_t
size_of(const struct publish_item *item)
{
	size_t size = 0;

	for (size_t i = 0; i < item->n; i++)
		size += item->parts[i].len;
	return size;
}

bool
publisher_is_same(int dir, const struct publish_item *item,
    const struct stat *st)
{
	struct buf name = {0};
	bool same = true;
	int fd;

	if ((size_t)st->st_size != size_of(item))
		return false;
	fd = openat(dir, base_name(&name, item->path),
	    O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
	buf_free(&name);
	if (fd < 0)
		return false;
	for (size_t i = 0; same && i < item->n; i++)
		same = reads_as(fd, item->parts[i]);
	close(fd);
	return same;
}

/* ---- writing ---- */

bool
publisher_write(int fd, const str *parts, size_t n)
{
	size_t skip = 0; /* bytes of parts[0] that are written */

	while (n) {
		struct iovec v[MOST_PARTS];
		size_t k;
		ssize_t done;

		for (k = 0; k < n && k < MOST_PARTS; k++)
			v[k] = (struct iovec){(char *)parts[k].ptr,
				parts[k].len};
		if (skip)
			v[0] = (struct iovec){(char *)parts[0].ptr + skip,
				parts[0].len - skip};
		done = writev(fd, v, (int)k);
		if (done < 0 && errno == EINTR)
			continue;
		if (done < 0)
			return false;
		skip += (size_t)done;
		while (n && skip >= parts[0].len) {
			skip -= parts[0].len;
			parts++;
			n--;
		}
	}
	return true;
}

bool
publisher_close(int fd, bool ok)
{
	int saved = errno;

	if (close(fd) != 0 && ok)
		return false;
	errno = saved;
	return ok;
}

/* Only a member of a group may give a file to it: otherwise the group is lost,
 * as that of a new file. */
static bool
copy_access(int fd, const struct stat *old)
{
	(void)!fchown(fd, (uid_t)-1, old->st_gid);
	return fchmod(fd, old->st_mode & 07777) == 0;
}

int
publisher_create(int dir, const char *name, const struct stat *old)
{
	int flags = O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC;
	int fd = openat(dir, name, flags, 0666);

	if (fd < 0 && errno == EEXIST) {
		unlinkat(dir, name, 0);
		fd = openat(dir, name, flags, 0666);
	}
	if (fd >= 0 && old && !copy_access(fd, old)) {
		publisher_close(fd, false);
		return -1;
	}
	return fd;
}

/* Marks the folder, so that the next run knows of this one if it is killed. A
 * mark that is there stays: another run left it, and its files. */
static void
mark_staging(struct publisher *p)
{
	int fd = openat(p->root, STAGING_MARK,
	    O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);

	p->is_marked = fd >= 0;
	if (fd >= 0)
		close(fd);
}

struct draft *
publisher_draft(struct publisher *p, str path)
{
	str name = path_base(path);
	struct draft *d;

	pthread_mutex_lock(&p->lock);
	if (p->drafts == NULL)
		mark_staging(p);
	d = arena_alloc(&p->arena, sizeof *d);
	*d = (struct draft){.publisher = p, .next = p->drafts,
		.path = arena_str(&p->arena, path),
		.name = arena_cstr(&p->arena, name),
		.temp = arena_printf(&p->arena, ".%.*s" STAGED_SUFFIX,
		    STR_ARG(name)).ptr};
	p->drafts = d;
	p->n_drafts++;
	pthread_mutex_unlock(&p->lock);
	return d;
}

void
publisher_drop(int dir, struct draft *d)
{
	if (d->temp)
		unlinkat(dir, d->temp, 0);
	d->temp = NULL;
}

static bool
set_time(int fd, const struct timespec *mtime)
{
	struct timespec times[2] = {{.tv_nsec = UTIME_OMIT}};

	if (mtime == NULL)
		return true;
	times[1] = *mtime;
	return futimens(fd, times) == 0;
}

bool
publisher_stage(struct publisher *p, int dir, const struct publish_item *item,
    const struct likeness *like, struct stat *staged, struct diags *diags)
{
	struct draft *d = publisher_draft(p, item->path);
	int fd = publisher_create(dir, d->temp, like->access);

	if (fd >= 0 && publisher_close(fd,
	    publisher_write(fd, item->parts, item->n) &&
	    set_time(fd, like->mtime) && fstat(fd, staged) == 0))
		return true;
	return publisher_fail_errno(p, item->path, "cannot write", diags);
}

/* ---- documents ---- */

void
publisher_count(struct publisher *p, str path, struct added as, bool changed,
    size_t size)
{
	struct added *added;

	pthread_mutex_lock(&p->lock);
	added = arena_alloc(&p->arena, sizeof *added);
	*added = as;
	added->size = changed ? size : 0;
	*table_at(&p->paths, arena_str(&p->arena, path)) = added;
	if (changed) {
		p->counts.written++;
		p->counts.bytes += size;
	} else
		p->counts.unchanged++;
	pthread_mutex_unlock(&p->lock);
}

void
publish_keep(struct publisher *p, str path)
{
	const struct added kept = {.as = ADDED_KEPT};

	publisher_count(p, path, kept, false, 0);
	siblings_keep(p, path, kept);
}

/* Drops what is staged for a path. */
static void
drop_staged(struct publisher *p, int dir, str path)
{
	struct draft *d;

	pthread_mutex_lock(&p->lock);
	for (d = p->drafts; d && !str_eq(d->path, path); d = d->next)
		;
	pthread_mutex_unlock(&p->lock);
	if (d)
		publisher_drop(dir, d);
}

/* Counts a file as unchanged, even if it was counted as written. */
static void
recount(struct publisher *p, str path, bool changed)
{
	struct added *added;

	pthread_mutex_lock(&p->lock);
	added = table_find(&p->paths, path);
	p->counts.written -= changed;
	p->counts.unchanged += changed;
	p->counts.bytes -= added->size;
	*added = (struct added){.as = ADDED_REFUSED};
	pthread_mutex_unlock(&p->lock);
}

void
publish_withdraw(struct publisher *p, str path, struct published *result)
{
	int dir = p->dry ? -1 : publisher_open_parent(p, path);

	drop_staged(p, dir, path);
	recount(p, path, result->changed);
	for (int i = 0; i < CODEC_COUNT; i++) {
		struct arena a = {0};
		str sibling = arena_printf(&a, "%.*s%.*s", STR_ARG(path),
		    STR_ARG(compress_endings[i]));

		if (p->codecs & 1 << i) {
			drop_staged(p, dir, sibling);
			recount(p, sibling, result->siblings[i].changed);
		}
		arena_free(&a);
	}
	publisher_leave(p, dir);
	*result = (struct published){.refused = true, .stamp = stamp_unknown};
}

/* Whether the gate is open for the document. */
static bool
passes_gate(const struct publish_item *item, struct diags *diags)
{
	const struct publish_gate *gate = item->gate;

	return gate == NULL || gate->pass(gate->ctx, item, diags);
}

/* Compares a document with the file in its folder; *st is of that file. */
static enum target
compare_item(struct publisher *p, int dir, const struct publish_item *item,
    struct stat *st, struct published *result, struct diags *diags)
{
	enum target target = dir < 0 ? TARGET_NONE
	    : publisher_look(p, dir, item->path, st, diags);
	struct added as = {ADDED_BYTES,
		digest_of_parts(item->parts, item->n), 0};

	if (target == TARGET_BAD)
		return target;
	result->changed = target == TARGET_NONE ||
	    !publisher_is_same(dir, item, st);
	result->replaces = result->changed && target == TARGET_FILE;
	if (result->changed && !passes_gate(item, diags))
		*result = (struct published){
			.refused = true, .stamp = stamp_unknown};
	if (result->refused)
		as.as = ADDED_REFUSED;
	publisher_count(p, item->path, as, result->changed, size_of(item));
	return target;
}

static bool
stat_draft(int dir, const struct draft *d, struct stat *st,
    struct diags *diags)
{
	return fstatat(dir, d->temp, st, AT_SYMLINK_NOFOLLOW) == 0 ||
	    publisher_fail_errno(d->publisher, d->path, "cannot write", diags);
}

bool
publisher_add(struct publisher *p, int dir, const struct publish_item *item,
    struct draft *draft, struct published *result, struct diags *diags)
{
	struct stat st = {0}, old;
	struct likeness like = {0};
	enum target target;

	*result = (struct published){0};
	target = compare_item(p, dir, item, &st, result, diags);
	old = st;
	if (target == TARGET_FILE)
		like.access = &old;
	if (draft && !result->changed)
		publisher_drop(dir, draft);
	if (result->refused && dir >= 0)
		siblings_keep(p, item->path, (struct added){.as = ADDED_REFUSED});
	if (result->refused || target == TARGET_BAD)
		return result->refused;
	if (result->changed && !p->dry && !(draft
	    ? stat_draft(dir, draft, &st, diags)
	    : publisher_stage(p, dir, item, &like, &st, diags)))
		return false;
	if (!result->changed || !p->dry)
		result->stamp = file_stamp(&st);
	return siblings_add(
	    p, dir, item, dir < 0 ? NULL : &st, result, diags);
}

bool
publish_add(struct publisher *p, const struct publish_item *item,
    struct published *result, struct diags *diags)
{
	int dir = p->root < 0 ? -1 : publisher_open_parent(p, item->path);
	bool ok;

	if (dir < 0 && !p->dry)
		return publisher_fail_parent(p, item->path, diags);
	ok = publisher_add(p, dir, item, NULL, result, diags);
	publisher_leave(p, dir);
	return ok;
}
