/* SPDX-License-Identifier: MIT
 * draft: one document, compared with the file that it would replace and
 * written beside it. */
#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

#include "publish/publisher.h"

enum { MOST_PARTS = 256, CHUNK = 64 * 1024 };

/* ---- what is there ---- */

enum target
publisher_look(struct publisher *p, int dir, const char *name, str path,
    struct stat *st, struct diags *diags)
{
	if (publisher_is_new(p, dir))
		return TARGET_NONE;
	if (fstatat(dir, name, st, AT_SYMLINK_NOFOLLOW) != 0) {
		if (errno == ENOENT)
			return TARGET_NONE;
		publisher_fail_errno(p, path, "cannot look at the file",
		    diags);
		return TARGET_BAD;
	}
	if (S_ISREG(st->st_mode))
		return TARGET_FILE;
	publisher_fail(p, path, "is there and is no regular file", diags);
	return TARGET_BAD;
}

/* Reads `size` bytes at most; fewer at the end, or where it fails. */
static size_t
read_some(int fd, char *to, size_t size)
{
	size_t done = 0;

	while (done < size) {
		ssize_t n = read(fd, to + done, size - done);

		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			break;
		done += (size_t)n;
	}
	return done;
}

/* Whether the rest of a file begins with these bytes. */
static bool
reads_as(int fd, str bytes)
{
	char chunk[CHUNK];

	while (bytes.len) {
		size_t n = bytes.len < CHUNK ? bytes.len : CHUNK;

		if (read_some(fd, chunk, n) < n ||
		    memcmp(chunk, bytes.ptr, n) != 0)
			return false;
		bytes = str_from(bytes, n);
	}
	return true;
}

static size_t
size_of(const str *parts, size_t n)
{
	size_t size = 0;

	for (size_t i = 0; i < n; i++)
		size += parts[i].len;
	return size;
}

bool
publisher_is_same(int dir, const char *name, const struct stat *st,
    const str *parts, size_t n)
{
	bool same = true;
	int fd;

	if ((size_t)st->st_size != size_of(parts, n))
		return false;
	fd = openat(dir, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
	if (fd < 0)
		return false;
	for (size_t i = 0; same && i < n; i++)
		same = reads_as(fd, parts[i]);
	close(fd);
	return same;
}

/* ---- writing ---- */

/* As writev, for any number of parts, until all is written. */
static bool
write_parts(int fd, const str *parts, size_t n)
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

/* Some file systems report a full disk no sooner than here. */
static bool
close_checked(int fd, bool ok)
{
	int saved = errno;

	if (close(fd) != 0 && ok)
		return false;
	errno = saved;
	return ok;
}

/* Opens the file beside the target. Its name is always the same, so what a
 * killed run left behind is written over. */
static int
create(int dir, const struct draft *d)
{
	int flags = O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC;
	int fd = openat(dir, d->temp, flags, 0666);

	if (fd < 0 && errno == EEXIST) {
		unlinkat(dir, d->temp, 0);
		fd = openat(dir, d->temp, flags, 0666);
	}
	if (fd >= 0 && d->there && fchmod(fd, d->mode) != 0) {
		close_checked(fd, false);
		return -1;
	}
	return fd;
}

static struct draft *
new_draft(struct publisher *p, str path, bool there, const struct stat *st)
{
	str name = path_base(path);
	struct draft *d;

	pthread_mutex_lock(&p->lock);
	d = arena_alloc(&p->arena, sizeof *d);
	d->publisher = p;
	d->path = arena_str(&p->arena, path);
	d->name = arena_cstr(&p->arena, name);
	d->temp = (char *)arena_printf(
	    &p->arena, ".%.*s" STAGED_SUFFIX, STR_ARG(name)).ptr;
	d->there = there;
	if (there)
		d->mode = st->st_mode & 07777;
	d->next = p->drafts;
	p->drafts = d;
	p->n_drafts++;
	pthread_mutex_unlock(&p->lock);
	return d;
}

/* ---- documents ---- */

void
publisher_count(struct publisher *p, str path, bool changed, size_t size)
{
	pthread_mutex_lock(&p->lock);
	*table_at(&p->paths, arena_str(&p->arena, path)) = p;
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
	publisher_count(p, path, false, 0);
	siblings_keep(p, path);
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
publisher_stage(struct publisher *p, int dir, str path,
    const struct stat *like, const struct timespec *mtime, const str *parts,
    size_t n, struct stat *staged, struct diags *diags)
{
	struct draft *d = new_draft(p, path, like != NULL, like);
	int fd = create(dir, d);
	bool ok = fd >= 0;

	if (ok)
		ok = close_checked(fd, write_parts(fd, parts, n) &&
		    set_time(fd, mtime) && fstat(fd, staged) == 0);
	return ok || publisher_fail_errno(p, path, "cannot write", diags);
}

/* ---- the gate ---- */

static void
refuse(struct published *result)
{
	*result = (struct published){.refused = true};
}

/* Shows the gate a document that is in memory. */
static bool
parts_pass(const struct publish_gate *gate, const str *parts, size_t n,
    struct diags *diags)
{
	struct buf whole = {0};
	bool pass;

	if (gate == NULL)
		return true;
	buf_reserve(&whole, size_of(parts, n));
	for (size_t i = 0; i < n; i++)
		buf_add(&whole, parts[i]);
	pass = gate->pass(gate->ctx, buf_str(&whole), diags);
	buf_free(&whole);
	return pass;
}

/* Shows it one that is in a file. One that cannot be shown does not pass. */
static bool
file_passes(const struct publish_gate *gate, int fd, size_t size,
    struct diags *diags)
{
	void *bytes;
	bool pass;

	if (gate == NULL)
		return true;
	bytes = mmap(NULL, size, PROT_READ, MAP_PRIVATE, fd, 0);
	if (bytes == MAP_FAILED)
		return false;
	pass = gate->pass(gate->ctx, (str){bytes, size}, diags);
	munmap(bytes, size);
	return pass;
}

/* ---- whole documents ---- */

/* Compares a document with the file in its folder, and stages it. */
static bool
add_to(struct publisher *p, int dir, str path, const str *parts, size_t n,
    const struct publish_gate *gate, struct published *result,
    struct diags *diags)
{
	struct buf name = {0};
	struct stat st = {0};
	enum target target;

	buf_add(&name, path_base(path));
	target = publisher_look(p, dir, buf_cstr(&name), path, &st, diags);
	result->changed = target != TARGET_FILE ||
	    !publisher_is_same(dir, name.ptr, &st, parts, n);
	result->stamp = result->changed ? (struct stamp){0}
	                                : file_stamp(&st);
	result->replaces = result->changed && target == TARGET_FILE;
	buf_free(&name);
	if (target == TARGET_BAD)
		return false;
	if (result->changed && !parts_pass(gate, parts, n, diags))
		refuse(result);
	publisher_count(p, path, result->changed, size_of(parts, n));
	if (result->refused) {
		siblings_keep(p, path);
		return true;
	}
	if (result->changed && !p->dry) {
		if (!publisher_stage(p, dir, path, target == TARGET_FILE
		    ? &st : NULL, NULL, parts, n, &st, diags))
			return false;
		result->stamp = file_stamp(&st);
	}
	return siblings_add(p, dir, path, parts, n, &st, result, diags);
}

bool
publish_add(struct publisher *p, str path, const str *parts, size_t n,
    const struct publish_gate *gate, struct published *result,
    struct diags *diags)
{
	int dir = p->root < 0 ? -1 : publisher_open_parent(p, path);
	bool ok;

	*result = (struct published){.changed = true};
	if (dir < 0 && p->dry) {
		if (!parts_pass(gate, parts, n, diags))
			refuse(result);
		publisher_count(p, path, result->changed, size_of(parts, n));
		return result->refused || siblings_add(
		    p, dir, path, parts, n, NULL, result, diags);
	}
	if (dir < 0)
		return publisher_fail_parent(p, path, diags);
	ok = add_to(p, dir, path, parts, n, gate, result, diags);
	publisher_leave(p, dir);
	return ok;
}

/* ---- documents that are too large for the memory ---- */

struct draft *
publish_begin(struct publisher *p, str path, struct diags *diags)
{
	int dir = publisher_open_parent(p, path), fd;
	struct buf name = {0};
	struct stat st = {0};
	struct draft *d = NULL;
	enum target target;

	assert(!p->dry);
	if (dir < 0) {
		publisher_fail_parent(p, path, diags);
		return NULL;
	}
	buf_add(&name, path_base(path));
	target = publisher_look(p, dir, buf_cstr(&name), path, &st, diags);
	buf_free(&name);
	if (target != TARGET_BAD) {
		d = new_draft(p, path, target == TARGET_FILE, &st);
		fd = create(dir, d);
		if (fd < 0 || !close_checked(fd, true)) {
			publisher_fail_errno(p, path, "cannot write", diags);
			d = NULL;
		}
	}
	publisher_leave(p, dir);
	return d;
}

static int
open_draft(const struct draft *d, int dir, int flags)
{
	return dir < 0 ? -1 : openat(dir, d->temp,
	    flags | O_NOFOLLOW | O_CLOEXEC);
}

bool
publish_append(struct draft *d, const str *parts, size_t n,
    struct diags *diags)
{
	int dir = publisher_open_parent(d->publisher, d->path);
	int fd = open_draft(d, dir, O_WRONLY | O_APPEND);
	bool ok = fd >= 0 && close_checked(fd, write_parts(fd, parts, n));

	publisher_leave(d->publisher, dir);
	d->size += size_of(parts, n);
	return ok || publisher_fail_errno(
	    d->publisher, d->path, "cannot write", diags);
}

/* Whether two files have the same bytes from where they are read. */
static bool
same_files(int a, int b)
{
	char x[CHUNK];
	size_t n;

	do {
		n = read_some(a, x, CHUNK);
		if (!reads_as(b, (str){x, n}))
			return false;
	} while (n == CHUNK);
	return true;
}

/* Whether the file that a draft would replace is the same. */
static bool
is_published(const struct draft *d, int dir, int fd, struct stat *st)
{
	int old = d->there ? openat(dir, d->name,
	    O_RDONLY | O_NOFOLLOW | O_CLOEXEC) : -1;
	bool same;

	if (old < 0)
		return false;
	same = fstat(old, st) == 0 && (size_t)st->st_size == d->size &&
	    lseek(fd, 0, SEEK_SET) == 0 && same_files(fd, old);
	close(old);
	return same;
}

/* Moves all that stands behind the first `from` bytes to where `to` are. */
static bool
move_up(struct draft *d, int fd, size_t from, size_t to)
{
	char chunk[CHUNK];
	ssize_t n;

	while ((n = pread(fd, chunk, CHUNK, (off_t)from)) > 0) {
		if (pwrite(fd, chunk, (size_t)n, (off_t)to) != n)
			return false;
		from += (size_t)n;
		to += (size_t)n;
	}
	d->size = to;
	return n == 0 && ftruncate(fd, (off_t)to) == 0;
}

/* Makes room for `more` bytes, behind the first `from`: what is there moves
 * back, the last bytes first. */
static bool
make_room(struct draft *d, int fd, size_t from, size_t more)
{
	char chunk[CHUNK];

	for (size_t end = d->size; more && end > from;) {
		size_t n = end - from < CHUNK ? end - from : CHUNK;

		end -= n;
		if (pread(fd, chunk, n, (off_t)end) != (ssize_t)n ||
		    pwrite(fd, chunk, n, (off_t)(end + more)) != (ssize_t)n)
			return false;
	}
	d->size += more;
	return true;
}

static bool
put_head(struct draft *d, int fd, size_t replaced, str head)
{
	bool fits = head.len < replaced
	    ? move_up(d, fd, replaced, head.len)
	    : make_room(d, fd, replaced, head.len - replaced);

	return fits &&
	    pwrite(fd, head.ptr, head.len, 0) == (ssize_t)head.len;
}

static bool
end(struct draft *d, int dir, int fd, size_t replaced, str head,
    const struct publish_gate *gate, struct published *result,
    struct stat *st, struct diags *diags)
{
	*result = (struct published){0};
	if (!put_head(d, fd, replaced, head))
		return false;
	result->changed = !is_published(d, dir, fd, st);
	result->replaces = result->changed && d->there;
	if (result->changed) {
		if (fstat(fd, st) != 0)
			return false;
		if (!file_passes(gate, fd, d->size, diags))
			refuse(result);
	}
	if (!result->refused)
		result->stamp = file_stamp(st);
	if (!result->changed) {
		unlinkat(dir, d->temp, 0);
		d->temp = NULL;
	}
	return true;
}

/* The compressed files beside a document that is in a file. */
static bool
end_siblings(struct draft *d, int dir, int fd, const struct stat *st,
    struct published *result, struct diags *diags)
{
	struct publisher *p = d->publisher;
	void *bytes;
	bool ok;

	if (p->codecs == 0 || result->refused) {
		siblings_keep(p, d->path);
		return true;
	}
	bytes = mmap(NULL, d->size, PROT_READ, MAP_PRIVATE, fd, 0);
	if (bytes == MAP_FAILED)
		return publisher_fail_errno(
		    p, d->path, "cannot read it again", diags);
	ok = siblings_add(p, dir, d->path, &(str){bytes, d->size}, 1, st,
	    result, diags);
	munmap(bytes, d->size);
	return ok;
}

bool
publish_end(struct draft *d, size_t replaced, str head,
    const struct publish_gate *gate, struct published *result,
    struct diags *diags)
{
	struct publisher *p = d->publisher;
	int dir = publisher_open_parent(p, d->path);
	int fd = open_draft(d, dir, O_RDWR);
	struct stat st;
	bool ok = fd >= 0 && end(d, dir, fd, replaced, head, gate, result,
	    &st, diags);

	if (!ok)
		publisher_fail_errno(p, d->path, "cannot write", diags);
	else
		ok = end_siblings(d, dir, fd, &st, result, diags);
	if (fd >= 0 && !close_checked(fd, ok) && ok)
		ok = publisher_fail_errno(p, d->path, "cannot write", diags);
	publisher_leave(p, dir);
	if (ok)
		publisher_count(p, d->path, result->changed, d->size);
	return ok;
}
