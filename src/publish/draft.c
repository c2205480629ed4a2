/* SPDX-License-Identifier: MIT
 * draft: a document that is too large for the memory, written beside its
 * target part by part. */
#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "publish/publisher.h"

enum { CHUNK = 64 * 1024 };

/* ---- writing ---- */

struct draft *
publish_begin(struct publisher *p, str path, struct diags *diags)
{
	int dir = publisher_open_parent(p, path), fd;
	struct stat st = {0};
	struct draft *d = NULL;
	const struct stat *old = NULL;
	enum target target;

	assert(!p->dry);
	if (dir < 0) {
		publisher_fail_parent(p, path, diags);
		return NULL;
	}
	target = publisher_look(p, dir, path, &st, diags);
	if (target == TARGET_FILE)
		old = &st;
	if (target != TARGET_BAD) {
		d = publisher_draft(p, path);
		fd = publisher_create(dir, d->temp, old);
		if (fd < 0 || !publisher_close(fd, true)) {
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
	bool ok = fd >= 0 && publisher_close(
	    fd, publisher_write(fd, parts, n));

	publisher_leave(d->publisher, dir);
	for (size_t i = 0; i < n; i++)
		d->size += parts[i].len;
	return ok || publisher_fail_errno(
	    d->publisher, d->path, "cannot write", diags);
}

/* ---- ending ---- */

/* Reads so many bytes, however often that takes. False with errno. */
static bool
read_at(int fd, char *to, size_t n, size_t at)
{
	while (n) {
		ssize_t done = pread(fd, to, n, (off_t)at);

		if (done < 0 && errno == EINTR)
			continue;
		if (done == 0)
			errno = EIO;
		if (done <= 0)
			return false;
		to += done;
		at += (size_t)done;
		n -= (size_t)done;
	}
	return true;
}

static bool
write_at(int fd, str bytes, size_t at)
{
	while (bytes.len) {
		ssize_t done = pwrite(fd, bytes.ptr, bytes.len, (off_t)at);

		if (done < 0 && errno != EINTR)
			return false;
		if (done > 0) {
			bytes = str_from(bytes, (size_t)done);
			at += (size_t)done;
		}
	}
	return true;
}

/* Moves all that follows the first `from` bytes to where the first `to` end:
 * to the front from its beginning, to the back from its end. */
static bool
move_tail(struct draft *d, int fd, size_t from, size_t to)
{
	size_t left = d->size - from, done = 0;

	while (to != from && done < left) {
		char chunk[CHUNK];
		size_t n = left - done < CHUNK ? left - done : CHUNK;
		size_t at = to < from ? done : left - done - n;

		if (!read_at(fd, chunk, n, from + at) ||
		    !write_at(fd, (str){chunk, n}, to + at))
			return false;
		done += n;
	}
	d->size = to + left;
	return to >= from || ftruncate(fd, (off_t)d->size) == 0;
}

static bool
replace_head(struct draft *d, int fd, size_t replaced, str head)
{
	return move_tail(d, fd, replaced, head.len) &&
	    write_at(fd, head, 0);
}

static bool
map_draft(const struct draft *d, int fd, str *bytes)
{
	void *at = mmap(NULL, d->size, PROT_READ, MAP_PRIVATE, fd, 0);

	if (at == MAP_FAILED)
		return false;
	*bytes = (str){at, d->size};
	return true;
}

bool
publish_end(struct draft *d, size_t replaced, str head,
    const struct publish_gate *gate, struct published *result,
    struct diags *diags)
{
	struct publisher *p = d->publisher;
	int dir = publisher_open_parent(p, d->path);
	int fd = open_draft(d, dir, O_RDWR);
	str bytes = {0};
	bool ok = fd >= 0 && publisher_close(fd,
	    replace_head(d, fd, replaced, head) && map_draft(d, fd, &bytes));

	if (!ok)
		publisher_fail_errno(p, d->path, "cannot write", diags);
	else
		ok = publisher_add(p, dir, &(struct publish_item){
		    d->path, &bytes, 1, gate}, d, result, diags);
	if (bytes.len)
		munmap((void *)bytes.ptr, bytes.len);
	publisher_leave(p, dir);
	return ok;
}
