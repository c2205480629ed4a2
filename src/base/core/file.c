/* SPDX-License-Identifier: MIT
 * file: whole files and paths. */
#include "base/core/file.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

static int64_t
nanoseconds(struct timespec t)
{
	return (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
}

const struct stamp stamp_unknown = {.size = -1};

bool
stamp_is_unknown(struct stamp s)
{
	return s.size == stamp_unknown.size;
}

int64_t
file_born(const char *path, int64_t usual)
{
	struct statx st;

	if (statx(AT_FDCWD, path, 0, STATX_BTIME, &st) != 0 ||
	    !(st.stx_mask & STATX_BTIME))
		return usual;
	return st.stx_btime.tv_sec * 1000000000LL + st.stx_btime.tv_nsec;
}

struct stamp
file_stamp(const struct stat *st)
{
	return (struct stamp){
		.size = st->st_size,
		.changed = nanoseconds(st->st_mtim),
		.touched = nanoseconds(st->st_ctim),
		.inode = st->st_ino,
	};
}

struct stamp
file_look(const char *path)
{
	struct stat st;

	if (stat(path, &st) == 0)
		return file_stamp(&st);
	return file_is_absent(errno) ? (struct stamp){0} : stamp_unknown;
}

bool
file_is_absent(int error)
{
	return error == ENOENT || error == ENOTDIR || error == ENAMETOOLONG;
}

bool
stamp_eq(struct stamp a, struct stamp b)
{
	return !stamp_is_unknown(a) && a.size == b.size &&
	    a.changed == b.changed && a.touched == b.touched &&
	    a.inode == b.inode;
}

/* Reads until the end, even if the file grows meanwhile. A short read marks
 * the end only behind the `size` that the file had: no further call is needed
 * then. */
static bool
read_all(struct buf *out, int fd, size_t most, size_t size)
{
	size_t start = out->len;

	for (;;) {
		char *to = buf_reserve(out, 1);
		ssize_t n = read(fd, to, out->cap - out->len);

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return false;
		out->len += (size_t)n;
		if (out->len - start > most) {
			errno = EFBIG;
			return false;
		}
		if (n == 0 || (size && out->len - start >= size &&
		    out->len < out->cap))
			return true;
	}
}

/* Reserves the exact size: doubling would waste memory on a whole file. */
static void
reserve_exactly(struct buf *b, size_t n)
{
	if (b->ptr)
		buf_reserve(b, n);
	else {
		b->ptr = mem_alloc(n);
		b->cap = n;
	}
}

bool
file_is_missing(const char *path)
{
	struct stat st;

	return lstat(path, &st) != 0 && file_is_absent(errno);
}

bool
file_lock(int fd, bool wait)
{
	while (flock(fd, wait ? LOCK_EX : LOCK_EX | LOCK_NB) != 0)
		/* NFS has no locks for folders, and says EBADF. */
		if (errno != EINTR)
			return errno == EBADF || errno == EINVAL ||
			    errno == ENOSYS || errno == EOPNOTSUPP;
	return true;
}

bool
file_sync_folder(int fd)
{
	return fsync(fd) == 0 || errno == EINVAL || errno == EROFS;
}

bool
file_write(int fd, str bytes)
{
	while (bytes.len) {
		ssize_t n = write(fd, bytes.ptr, bytes.len);

		if (n < 0 && errno != EINTR)
			return false;
		if (n > 0)
			bytes = str_from(bytes, (size_t)n);
	}
	return true;
}

/* Reads an open file. */
static bool
read_open(struct buf *out, int fd, size_t most, struct stamp *stamp)
{
	struct stat st;

	if (fstat(fd, &st) != 0)
		return false;
	*stamp = file_stamp(&st);
	if (!S_ISREG(st.st_mode)) {
		errno = EINVAL;
		return false;
	}
	if ((size_t)st.st_size > most) {
		errno = EFBIG;
		return false;
	}
	reserve_exactly(out, (size_t)st.st_size + 1);
	return read_all(out, fd, most, (size_t)st.st_size);
}

bool
file_read_stamped(struct buf *out, const char *path, size_t most,
    struct stamp *stamp)
{
	/* O_NONBLOCK: a fifo in a posts folder must not stop the run. */
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	int saved = errno;
	bool ok = false;

	*stamp = (struct stamp){0};
	if (fd >= 0) {
		ok = read_open(out, fd, most, stamp);
		saved = errno;
		close(fd);
	} else
		*stamp = file_look(path);
	errno = saved;
	return ok;
}

bool
file_read(struct buf *out, const char *path, size_t most)
{
	struct stamp stamp;

	return file_read_stamped(out, path, most, &stamp);
}

void
file_make_folder(const char *path)
{
	struct arena a = {0};
	str dir = path_dir(str_of(path));

	for (size_t i = 1; i <= dir.len; i++)
		if (i == dir.len || dir.ptr[i] == '/')
			mkdir(arena_cstr(&a, str_sub(dir, 0, i)), 0777);
	arena_free(&a);
}

str
path_join(struct arena *a, str dir, str name)
{
	size_t slash = !str_ends(dir, S("/"));
	size_t len = dir.len + slash + name.len;
	char *p;

	if (str_starts(name, S("/")) || dir.len == 0 || str_eq(dir, S(".")))
		return arena_str(a, name);
	p = arena_text(a, len);
	memcpy(p, dir.ptr, dir.len);
	memset(p + dir.len, '/', slash);
	if (name.len)
		memcpy(p + dir.len + slash, name.ptr, name.len);
	return (str){p, len};
}

str
path_dir(str path)
{
	size_t slash = str_rchr(path, '/');

	if (slash == STR_NONE)
		return (str){0};
	return str_sub(path, 0, slash ? slash : 1);
}

str
path_base(str path)
{
	size_t slash = str_rchr(path, '/');

	return slash == STR_NONE ? path : str_from(path, slash + 1);
}

bool
path_is_below(str path)
{
	str rest = path, part;

	if (path.len == 0)
		return false;
	while (str_split(&rest, '/', &part))
		if (part.len == 0 || str_starts(part, S(".")) ||
		    str_ends(part, S(".")))
			return false;
	return str_chr(path, '\\') == STR_NONE && str_chr(path, '\0') ==
	    STR_NONE;
}

bool
path_is_in(str path, str folder)
{
	return folder.len && str_starts(path, folder) &&
	    str_starts(str_from(path, folder.len), S("/"));
}

str
path_clean(struct arena *a, str path)
{
	struct buf out = {0};
	bool absolute = str_starts(path, S("/"));
	size_t floor = 0; /* length of the prefix that ".." must not remove */
	str part;

	if (absolute)
		buf_addc(&out, '/'), floor = 1;
	while (str_split(&path, '/', &part)) {
		size_t cut;

		if (part.len == 0 || str_eq(part, S(".")))
			continue;
		if (str_eq(part, S("..")) && out.len > floor) {
			cut = str_rchr(buf_str(&out), '/');
			out.len = cut == STR_NONE || cut < floor ? floor : cut;
			continue;
		}
		if (str_eq(part, S("..")) && absolute)
			continue;
		if (out.len > 0 && out.ptr[out.len - 1] != '/')
			buf_addc(&out, '/');
		buf_add(&out, part);
		if (str_eq(part, S("..")))
			floor = out.len;
	}
	return buf_move(&out, a);
}
