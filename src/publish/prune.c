/* SPDX-License-Identifier: MIT
 * prune: files that an earlier run wrote and this run did not add.
 *
 * All folders are searched before the first file is removed: if one cannot be
 * read, none is removed. */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/core/file.h"
#include "base/data/data_codes.h"
#include "publish/publish_codes.h"
#include "publish/publisher.h"

enum { MOST_HEAD = 16384, MOST_DEPTH = 16 };
enum { MOST_BYTES = 1024 * 1024 * 1024 };

/* A file that is not of this run. */
struct stale {
	str path;
	const struct own_files *kind;
	diag_code code;     /* DIAG_FEED_STALE: this config wrote it */
	const char *words;  /* why it stays, or would */
	struct stale *next;
};

struct pruner {
	struct publisher *publisher;
	const struct own_files *kinds;
	bool remove;
	struct written *written;
	struct stale *first, **last; /* in the order of paths */
	bool has_failed;    /* a folder or a file could not be read */
};

/* Reports that a file or folder cannot be read, with the reason in errno. */
static void
fail_search(struct pruner *r, str path)
{
	struct publisher *p = r->publisher;
	struct source src = {path.len ? path_join(&p->arena, p->folder, path)
	    : p->folder, {0}};

	diag_add(p->diags, DIAG_FILE_UNREADABLE, &src, (struct mark){0},
	    "cannot be searched for old feeds, so none is removed: %s",
	    strerror(errno));
	r->has_failed = true;
}

/* ---- what a file is ---- */

/* The name without the ending of a compressed file, if it has one. */
static str
document_of(str name)
{
	for (size_t i = 0; i < CODEC_COUNT; i++)
		if (str_ends(name, compress_endings[i]))
			return str_sub(
			    name, 0, name.len - compress_endings[i].len);
	return name;
}

static bool
has_extension(const struct own_files *kind, str name)
{
	name = document_of(name);
	for (size_t i = 0; i < kind->n; i++)
		if (str_iends(name, kind->extensions[i]))
			return true;
	return false;
}

static bool
has_any_mark(str head, const char *const *marks)
{
	for (; *marks; marks++)
		if (str_find(head, str_of(*marks)) != STR_NONE)
			return true;
	return false;
}

/* Whether an error of opening a path shows that feedmill did not write it: no
 * file exists, it is a link or a socket, or this user may not read it. */
static bool
is_of_others(int error)
{
	return file_is_absent(error) || error == ELOOP || error == ENXIO ||
	    error == EACCES || error == EPERM;
}

/* Reads the first bytes of a regular file; none of anything else. -1, with
 * errno: the file cannot be read. */
static ssize_t
read_head(int dir, const char *name, char head[MOST_HEAD])
{
	int fd = openat(
	    dir, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK);
	struct stat st;
	ssize_t n = 0;
	int error;

	if (fd < 0)
		return is_of_others(errno) ? 0 : -1;
	if (fstat(fd, &st) != 0)
		n = -1;
	else if (S_ISREG(st.st_mode))
		do
			n = read(fd, head, MOST_HEAD);
		while (n < 0 && errno == EINTR);
	error = errno;
	close(fd);
	errno = error;
	return n;
}

/* Whether the first bytes of a file hold a mark. Compressed files have a mark in
 * their header. */
static bool
has_mark(const char *name, str head, const char *const *marks, size_t within)
{
	if (document_of(str_of(name)).len < strlen(name))
		return compress_has_mark(head);
	return has_any_mark(str_sub(head, 0, within), marks);
}

bool
publish_may_replace(struct publisher *p, str path, const char *mark,
    struct diags *diags)
{
	const char *const marks[] = {mark, NULL};
	struct arena a = {0};
	const char *name = arena_cstr(&a, path_base(path));
	struct source src = {path_join(&a, p->folder, path), {0}};
	int dir = p->root < 0 ? -1 : publisher_open_parent(p, path);
	char head[MOST_HEAD];
	ssize_t n = 0;
	bool may = dir < 0 || (faccessat(dir, name, F_OK,
	    AT_SYMLINK_NOFOLLOW) != 0 && file_is_absent(errno));

	if (!may)
		n = read_head(dir, name, head);
	if (n < 0)
		publisher_fail_errno(p, path, "cannot read the file", diags);
	else if (!may) {
		may = has_mark(name, (str){head, (size_t)n}, marks, MOST_HEAD);
		if (!may)
			diag_add(diags, DIAG_FILE_FOREIGN, &src,
			    (struct mark){0},
			    "exists, and feedmill did not write it");
	}
	publisher_leave(p, dir);
	arena_free(&a);
	return may;
}

static bool
may_be_of_kind(const struct own_files *k, str name, bool beside)
{
	return (beside || !k->beside) && has_extension(k, name);
}

/* The kind of own file, by its name and its first bytes; or NULL. */
static const struct own_files *
kind_of(struct pruner *r, int dir, const char *name, str path, bool beside)
{
	const struct own_files *k = r->kinds;
	char head[MOST_HEAD];
	ssize_t n;

	while (k->n && !may_be_of_kind(k, str_of(name), beside))
		k++;
	if (k->n == 0)
		return NULL;
	n = read_head(dir, name, head);
	if (n < 0)
		fail_search(r, path);
	for (; n > 0 && k->n; k++)
		if (may_be_of_kind(k, str_of(name), beside) && has_mark(name,
		    (str){head, (size_t)n}, k->marks, k->within))
			return k;
	return NULL;
}

/* ---- whose it is ---- */

/* Whether the file has the bytes that this config wrote last. */
static bool
is_as_written(struct pruner *r, str path)
{
	struct publisher *p = r->publisher;
	struct buf bytes = {0};
	struct digest was;
	bool same = false;

	if (!file_read(&bytes, path_join(&p->arena, p->folder, path).ptr,
	    MOST_BYTES)) {
		if (!is_of_others(errno))
			fail_search(r, path);
	} else
		same = written_digest(r->written, path, &was) &&
		    digest_eq(was, digest_of(buf_str(&bytes)));
	buf_free(&bytes);
	return same;
}

/* Fills in the reason why a file is stale. False: it is another config's. */
static bool
find_reason(struct pruner *r, struct stale *s)
{
	str other;

	s->code = DIAG_FEED_STALE;
	s->words = s->kind->words;
	/* A compressed file belongs to its document. */
	if (table_find(&r->publisher->paths, document_of(s->path))) {
		s->words = "feeds.compress no longer asks for this file";
		return true;
	}
	switch (written_find(r->written, s->path, &other)) {
	case WROTE_OTHER:
		return false;
	case WROTE_GONE:
		s->code = DIAG_FEED_ORPHANED;
		s->words = arena_printf(&r->publisher->arena, "the config "
		    "'%.*s', which wrote it, does not exist any more",
		    STR_ARG(other)).ptr;
		return true;
	case WROTE_NOBODY:
		s->code = DIAG_FEED_UNCLAIMED;
		s->words = "stays: no record says that this config wrote it";
		return true;
	case WROTE_SELF:
		if (is_as_written(r, s->path))
			return true;
		s->code = DIAG_FEED_UNCLAIMED;
		s->words = "stays: it has changed since this config wrote it";
	}
	return true;
}

static void
look_at_file(struct pruner *r, int dir, const char *name, str path,
    bool beside)
{
	struct publisher *p = r->publisher;
	struct stale s = {.path = path}, *kept;

	if (table_find(&p->paths, path))
		return;
	s.kind = kind_of(r, dir, name, path, beside);
	if (s.kind == NULL || !find_reason(r, &s))
		return;
	kept = arena_alloc(&p->arena, sizeof *kept);
	*kept = s;
	*r->last = kept;
	r->last = &kept->next;
}

/* ---- folders ---- */

/* A folder, or a file that feedmill may have written. */
struct found {
	char *name;
	bool is_folder;
};

static int
by_name(const void *a, const void *b)
{
	const struct found *x = a, *y = b;

	return strcmp(x->name, y->name);
}

static bool
is_folder(int dir, const struct dirent *e)
{
	struct stat st;

	if (e->d_type != DT_UNKNOWN)
		return e->d_type == DT_DIR;
	return fstatat(dir, e->d_name, &st, AT_SYMLINK_NOFOLLOW) == 0 &&
	    S_ISDIR(st.st_mode);
}

static bool
may_be_own(const struct pruner *r, str name)
{
	for (const struct own_files *k = r->kinds; k->n; k++)
		if (has_extension(k, name))
			return true;
	return false;
}

/* Removes a file that a killed run left, if it is one. */
static void
remove_stray(int dir, const char *name)
{
	struct stat st;

	if (name[0] == '.' && str_ends(str_of(name), S(STAGED_SUFFIX)) &&
	    fstatat(dir, name, &st, AT_SYMLINK_NOFOLLOW) == 0 &&
	    S_ISREG(st.st_mode))
		unlinkat(dir, name, 0);
}

/* Lists the folder, sorted: reports must not depend on the disk. Removes staged
 * files that a killed run left. */
static struct found *
list_folder(struct pruner *r, DIR *dir, str path, size_t *n)
{
	struct publisher *p = r->publisher;
	struct found *list = NULL;
	size_t cap = 0;
	struct dirent *e;

	*n = 0;
	while ((errno = 0, e = readdir(dir)) != NULL) {
		str name = str_of(e->d_name);
		bool folder = is_folder(dirfd(dir), e);

		if (!p->dry)
			remove_stray(dirfd(dir), e->d_name);
		if (str_starts(name, S(".")) ||
		    (!folder && !may_be_own(r, name)))
			continue;
		list = arena_grow(&p->arena, list, *n, &cap, sizeof *list);
		list[(*n)++] = (struct found){
			arena_cstr(&p->arena, name), folder};
	}
	if (errno)
		fail_search(r, path);
	if (*n)
		qsort(list, *n, sizeof *list, by_name);
	return list;
}

/* Whether this run added any of the files in a folder. */
static bool
holds_added(struct publisher *p, const struct found *list, size_t n, str path)
{
	struct arena a = {0};
	bool holds = false;

	for (size_t i = 0; i < n && !holds; i++)
		holds = !list[i].is_folder && table_find(&p->paths,
		    path_join(&a, path, str_of(list[i].name)));
	arena_free(&a);
	return holds;
}

static void search_folder(struct pruner *r, int dir, const char *name,
    str path, int depth);

static void
search_list(struct pruner *r, int dir, const struct found *list, size_t n,
    str path, int depth)
{
	struct publisher *p = r->publisher;
	bool beside = depth == 0 || holds_added(p, list, n, path);

	for (size_t i = 0; i < n; i++) {
		const char *name = list[i].name;
		str below = path_join(&p->arena, path, str_of(name));

		if (!list[i].is_folder)
			look_at_file(r, dir, name, below, beside);
		else if (depth < MOST_DEPTH)
			search_folder(r, dir, name, below, depth + 1);
	}
}

static void
search_folder(struct pruner *r, int dir, const char *name, str path,
    int depth)
{
	int fd = openat(
	    dir, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	DIR *open = fd < 0 ? NULL : fdopendir(fd);
	struct found *list;
	size_t n;

	if (open == NULL) {
		if (fd >= 0 || !is_of_others(errno))
			fail_search(r, path);
		if (fd >= 0)
			close(fd);
		return;
	}
	list = list_folder(r, open, path, &n);
	search_list(r, dirfd(open), list, n, path, depth);
	closedir(open);
}

/* ---- reporting and removing ---- */

static void
remember_stale(struct publisher *p, str path)
{
	p->stale = arena_grow(&p->arena, p->stale, p->n_stale,
	    &p->cap_stale, sizeof(char *));
	p->stale[p->n_stale++] = arena_cstr(&p->arena, path);
}

/* Why a file must stay, or NULL. A compressed file stays with its document. */
static const char *
find_keeper(const struct pruner *r, const struct stale *s)
{
	struct publisher *p = r->publisher;
	str document = document_of(s->path);

	return s->kind->keeps && !table_find(&p->paths, document)
	    ? s->kind->keeps(s->kind->ctx,
	    path_join(&p->arena, p->folder, document)) : NULL;
}

static bool
remove_stale(struct publisher *p, str path)
{
	struct source src = {path_join(&p->arena, p->folder, path), {0}};
	int dir = p->dry ? -1 : publisher_open_parent(p, path);
	bool ok = p->dry || (dir >= 0 && (unlinkat(dir, arena_cstr(
	    &p->arena, path_base(path)), 0) == 0 || errno == ENOENT));

	publisher_leave(p, dir);
	if (!ok) {
		p->must_retry = true;
		return publisher_fail_late(p, path, "cannot remove");
	}
	p->counts.removed++;
	diag_add(p->diags, DIAG_FEED_PRUNED, &src, (struct mark){0},
	    "removed");
	return true;
}

static void
report_stale(struct publisher *p, const struct stale *s, const char *words)
{
	struct source src = {path_join(&p->arena, p->folder, s->path), {0}};

	remember_stale(p, s->path);
	p->counts.stale += s->code == DIAG_FEED_STALE;
	diag_add(p->diags, s->code, &src, (struct mark){0}, "%s", words);
}

/* Reports a file, or removes it. */
static bool
settle_stale(const struct pruner *r, const struct stale *s)
{
	bool may = r->remove && !r->has_failed && s->code == DIAG_FEED_STALE;
	const char *keeper = may ? find_keeper(r, s) : NULL;

	if (may && keeper == NULL)
		return remove_stale(r->publisher, s->path);
	report_stale(r->publisher, s, keeper ? keeper : s->words);
	return true;
}

/* ---- all of it ---- */

/* Adds the files of this run to the list. A file that an earlier run wrote and
 * that the list lacks is read for its digest. */
static void
list_added(struct publisher *p, struct written *w)
{
	struct added *added;
	size_t at = 0;
	str path;

	while (written_is_usable(w) &&
	    (added = table_next(&p->paths, &at, &path)) != NULL) {
		struct digest digest = added->digest;
		struct buf bytes = {0};
		bool is_known = added->as == ADDED_BYTES ||
		    written_digest(w, path, &digest);

		if (!is_known && added->as == ADDED_KEPT && file_read(&bytes,
		    path_join(&p->arena, p->folder, path).ptr, MOST_BYTES)) {
			digest = digest_of(buf_str(&bytes));
			is_known = true;
		}
		if (is_known)
			written_add(w, path, digest);
		buf_free(&bytes);
	}
	written_settle(w);
}

const char *
publish_stale(const struct publisher *p, size_t i)
{
	return i < p->n_stale ? p->stale[i] : NULL;
}

bool
publish_must_retry(const struct publisher *p)
{
	return p->must_retry;
}

bool
publish_prune(struct publisher *p, const struct own_files *kinds, bool remove,
    struct written *w)
{
	struct pruner r = {p, kinds, remove, w, NULL, &r.first, false};
	bool ok = true;

	if (p->root < 0)
		return true;
	list_added(p, w);
	search_folder(&r, p->root, ".", (str){0}, 0);
	for (const struct stale *s = r.first; s; s = s->next)
		ok &= settle_stale(&r, s);
	p->must_retry |= r.has_failed;
	p->must_retry |= !written_save(w);
	return ok && !r.has_failed;
}
