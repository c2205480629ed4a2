/* SPDX-License-Identifier: MIT
 * git_times: when files of a git repository were last changed.
 *
 * Compares the bytes of trees: most entries of two commits are the same, and
 * libgit2's own comparison takes many times as long. */
#include "base/data/git_times.h"

#include <string.h>

#include "base/core/library.h"

enum { ID = 20 }; /* bytes of an id */

/* The functions of libgit2 that this file calls. Their interface is the same in
 * all versions 1.x. */
typedef struct { unsigned char id[ID]; } git_oid;
typedef struct { int64_t time; int offset; char sign; } git_time;
typedef struct { char *name, *email; git_time when; } git_signature;
struct git_repository;
struct git_revwalk;
struct git_commit;
struct git_odb;
struct git_odb_object;
struct git_tree;
struct git_diff;
typedef struct {
	git_oid id;
	const char *path;
	uint64_t size;
	uint32_t flags;
	uint16_t mode, id_abbrev;
} git_diff_file;
typedef struct {
	int status;
	uint32_t flags;
	uint16_t similarity, n_files;
	git_diff_file old_file, new_file;
} git_diff_delta;
int git_libgit2_init(void);
int git_repository_open_ext(struct git_repository **, const char *, unsigned,
    const char *);
const char *git_repository_workdir(const struct git_repository *);
void git_repository_free(struct git_repository *);
int git_reference_name_to_id(git_oid *, struct git_repository *,
    const char *);
int git_repository_odb(struct git_odb **, struct git_repository *);
void git_odb_free(struct git_odb *);
int git_odb_read(struct git_odb_object **, struct git_odb *, const git_oid *);
const void *git_odb_object_data(struct git_odb_object *);
size_t git_odb_object_size(struct git_odb_object *);
void git_odb_object_free(struct git_odb_object *);
int git_revwalk_new(struct git_revwalk **, struct git_repository *);
int git_revwalk_sorting(struct git_revwalk *, unsigned);
int git_revwalk_push_head(struct git_revwalk *);
int git_revwalk_next(git_oid *, struct git_revwalk *);
void git_revwalk_free(struct git_revwalk *);
int git_commit_lookup(struct git_commit **, struct git_repository *,
    const git_oid *);
unsigned git_commit_parentcount(const struct git_commit *);
const git_oid *git_commit_parent_id(const struct git_commit *, unsigned);
const git_oid *git_commit_tree_id(const struct git_commit *);
const git_signature *git_commit_author(const struct git_commit *);
void git_commit_free(struct git_commit *);
int git_commit_tree(struct git_tree **, const struct git_commit *);
void git_tree_free(struct git_tree *);
int git_diff_tree_to_tree(struct git_diff **, struct git_repository *,
    struct git_tree *, struct git_tree *, const void *);
int git_diff_find_similar(struct git_diff *, const void *);
size_t git_diff_num_deltas(const struct git_diff *);
const git_diff_delta *git_diff_get_delta(const struct git_diff *, size_t);
void git_diff_free(struct git_diff *);

#define FUNCTIONS(ROW) \
	ROW(git_libgit2_init, init) \
	ROW(git_repository_open_ext, open) \
	ROW(git_repository_workdir, workdir) \
	ROW(git_repository_free, close) \
	ROW(git_reference_name_to_id, name_to_id) \
	ROW(git_repository_odb, odb) \
	ROW(git_odb_free, odb_free) \
	ROW(git_odb_read, read) \
	ROW(git_odb_object_data, data) \
	ROW(git_odb_object_size, size) \
	ROW(git_odb_object_free, object_free) \
	ROW(git_revwalk_new, walk_new) \
	ROW(git_revwalk_sorting, walk_sort) \
	ROW(git_revwalk_push_head, walk_head) \
	ROW(git_revwalk_next, walk_next) \
	ROW(git_revwalk_free, walk_free) \
	ROW(git_commit_lookup, commit) \
	ROW(git_commit_parentcount, parents) \
	ROW(git_commit_parent_id, parent) \
	ROW(git_commit_tree_id, tree) \
	ROW(git_commit_author, author) \
	ROW(git_commit_free, commit_free) \
	ROW(git_commit_tree, tree_of) \
	ROW(git_tree_free, tree_free) \
	ROW(git_diff_tree_to_tree, diff) \
	ROW(git_diff_find_similar, find_similar) \
	ROW(git_diff_num_deltas, deltas) \
	ROW(git_diff_get_delta, delta) \
	ROW(git_diff_free, diff_free)

struct git {
	FUNCTIONS(LIBRARY_POINTER)
};

static const char *const names[] = {FUNCTIONS(LIBRARY_NAME) NULL};
static const char *const files[] = {"libgit2.so.1.9", "libgit2.so.1.8",
	"libgit2.so.1.7", "libgit2.so.1.6", "libgit2.so.1.5",
	"libgit2.so.1.3", "libgit2.so.1.1", "libgit2.so", NULL};
static const struct library library = {.name = "libgit2",
	.package = "libgit2-1.5", .files = files, .functions = names};

struct walk {
	struct git git;
	struct git_repository *repository;
	struct git_odb *odb;
	const struct git_reader *reader;
	void *ctx;
	int64_t seconds;  /* author's time of the current commit */
	bool is_over;
	bool failed;      /* the system or the repository: some times are
	                   * unknown */
};

static bool
open_repository(struct walk *w, const char *folder, const char **why)
{
	*why = "libgit2 cannot be loaded: install the package libgit2-1.5";
	if (!library_find(&library, &w->git) || w->git.init() < 0)
		return false;
	*why = "the folder is in no git repository that can be read";
	if (w->git.open(&w->repository, folder, 0, NULL) != 0)
		return false;
	*why = "the git repository has no commit, or no files beside it";
	return w->git.workdir(w->repository) != NULL;
}

bool
git_head(const char *folder, struct buf *id, const char **why)
{
	struct walk w = {0};
	git_oid oid;
	bool ok = open_repository(&w, folder, why) &&
	    w.git.name_to_id(&oid, w.repository, "HEAD") == 0;

	if (ok)
		buf_add(id, (str){(const char *)oid.id, ID});
	if (w.repository)
		w.git.close(w.repository);
	return ok;
}

/* ---- trees ---- */

/* An entry of a tree: "100644 name\0" and the id. */
struct entry {
	str name;
	bool is_tree;
	const unsigned char *id;
};

/* Reads the next entry. False: there is none. */
static bool
take_entry(str *rest, struct entry *e)
{
	size_t blank = str_chr(*rest, ' '), end;

	if (blank == STR_NONE)
		return false;
	e->is_tree = rest->ptr[0] == '4';
	*rest = str_from(*rest, blank + 1);
	end = str_chr(*rest, '\0');
	if (end == STR_NONE || rest->len < end + 1 + ID)
		return false;
	e->name = str_sub(*rest, 0, end);
	e->id = (const unsigned char *)rest->ptr + end + 1;
	*rest = str_from(*rest, end + 1 + ID);
	return true;
}

/* Compares as git sorts a tree: as if a folder's name ended in '/'. */
static int
compare_entries(const struct entry *a, const struct entry *b)
{
	size_t n = a->name.len < b->name.len ? a->name.len : b->name.len;
	int c = memcmp(a->name.ptr, b->name.ptr, n);
	unsigned char x = (unsigned char)(a->name.len > n ? a->name.ptr[n]
	    : a->is_tree ? '/' : 0);
	unsigned char y = (unsigned char)(b->name.len > n ? b->name.ptr[n]
	    : b->is_tree ? '/' : 0);

	return c ? c : x - y;
}

static struct git_odb_object *
read_tree(struct walk *w, const unsigned char *id, str *bytes)
{
	struct git_odb_object *object = NULL;
	git_oid oid;

	*bytes = (str){0};
	if (id == NULL)
		return NULL;
	memcpy(oid.id, id, ID);
	if (w->git.read(&object, w->odb, &oid) != 0) {
		w->failed = w->is_over = true;
		return NULL;
	}
	*bytes = (str){w->git.data(object), w->git.size(object)};
	return object;
}

static void compare_trees(struct walk *w, const unsigned char *new,
    const unsigned char *old, struct buf *path);

/* Reports a changed file, or looks into a changed folder. `old`: the entry in
 * the parent commit, or NULL. */
static void
take_change(struct walk *w, const struct entry *new, const struct entry *old,
    struct buf *path)
{
	size_t len = path->len;

	buf_add(path, new->name);
	if (!new->is_tree)
		w->is_over |= !w->reader->change(w->ctx, buf_str(path),
		    w->seconds, old == NULL);
	else if (w->reader->is_wanted(w->ctx, buf_str(path))) {
		buf_addc(path, '/');
		compare_trees(w, new->id,
		    old && old->is_tree ? old->id : NULL, path);
	}
	path->len = len;
}

static void
compare_trees(struct walk *w, const unsigned char *new,
    const unsigned char *old, struct buf *path)
{
	enum { MOST_PATH = 4096 };
	str a, b;
	struct git_odb_object *objects[] = {
		read_tree(w, new, &a), read_tree(w, old, &b)};
	struct entry x, y;
	bool has_y = take_entry(&b, &y);

	while (!w->is_over && path->len < MOST_PATH && take_entry(&a, &x)) {
		while (has_y && compare_entries(&y, &x) < 0)
			has_y = take_entry(&b, &y);
		if (has_y && compare_entries(&y, &x) == 0) {
			if (memcmp(x.id, y.id, ID) != 0)
				take_change(w, &x, &y, path);
		} else
			take_change(w, &x, NULL, path);
	}
	for (size_t i = 0; i < 2; i++)
		if (objects[i])
			w->git.object_free(objects[i]);
}

/* ---- renames ---- */

/* Whether a tree lacks a file of its parent's, in any folder. */
static bool
lacks_entry(struct walk *w, const unsigned char *new, const unsigned char *old)
{
	str a, b;
	struct git_odb_object *objects[] = {
		read_tree(w, new, &a), read_tree(w, old, &b)};
	struct entry x, y;
	bool has_x = take_entry(&a, &x), found = false;

	while (!w->is_over && !found && take_entry(&b, &y)) {
		while (has_x && compare_entries(&x, &y) < 0)
			has_x = take_entry(&a, &x);
		found = !has_x || compare_entries(&x, &y) != 0 ||
		    (x.is_tree && y.is_tree && memcmp(x.id, y.id, ID) != 0 &&
		    lacks_entry(w, x.id, y.id));
	}
	for (size_t i = 0; i < 2; i++)
		if (objects[i])
			w->git.object_free(objects[i]);
	return found;
}

/* Reports the files that a commit renamed. A commit that removes nothing is not
 * looked at: libgit2's comparison takes long. */
static void
take_renames(struct walk *w, const struct git_commit *commit,
    const struct git_commit *parent)
{
	enum { RENAMED = 4 };
	struct git_tree *trees[2] = {NULL, NULL};
	struct git_diff *diff = NULL;
	bool ok;

	if (!lacks_entry(w, w->git.tree(commit)->id, w->git.tree(parent)->id))
		return;
	ok = w->git.tree_of(&trees[0], parent) == 0 &&
	    w->git.tree_of(&trees[1], commit) == 0 &&
	    w->git.diff(&diff, w->repository, trees[0], trees[1], NULL) == 0 &&
	    w->git.find_similar(diff, NULL) == 0;
	for (size_t i = 0; ok && i < w->git.deltas(diff); i++) {
		const git_diff_delta *d = w->git.delta(diff, i);

		if (d->status == RENAMED)
			w->reader->rename(w->ctx, str_of(d->new_file.path),
			    str_of(d->old_file.path), w->seconds);
	}
	if (!ok)
		w->failed = w->is_over = true;
	if (diff)
		w->git.diff_free(diff);
	for (size_t i = 0; i < 2; i++)
		if (trees[i])
			w->git.tree_free(trees[i]);
}

/* ---- commits ---- */

static void
compare_commit(struct walk *w, const git_oid *id, struct buf *path)
{
	struct git_commit *commit = NULL, *parent = NULL;
	unsigned parents;

	if (w->git.commit(&commit, w->repository, id) != 0) {
		w->failed = w->is_over = true;
		return;
	}
	parents = w->git.parents(commit);
	w->seconds = w->git.author(commit)->when.time;
	if (parents == 1 && w->git.commit(&parent, w->repository,
	    w->git.parent(commit, 0)) != 0)
		w->failed = w->is_over = true;
	if (parent && w->reader->rename)
		take_renames(w, commit, parent);
	if (!w->is_over && (parents == 0 || parent))
		compare_trees(w, w->git.tree(commit)->id,
		    parent ? w->git.tree(parent)->id : NULL, path);
	if (parent)
		w->git.commit_free(parent);
	w->git.commit_free(commit);
}

bool
git_each_change(const char *folder, struct buf *root,
    const struct git_reader *reader, void *ctx, const char **why)
{
	enum { CHILDREN_FIRST = 1 << 0, BY_TIME = 1 << 1, ITEROVER = -31 };
	struct walk w = {.reader = reader, .ctx = ctx};
	struct git_revwalk *commits = NULL;
	struct buf path = {0};
	git_oid id;
	int end = 0;
	bool ok = open_repository(&w, folder, why) &&
	    w.git.odb(&w.odb, w.repository) == 0 &&
	    w.git.walk_new(&commits, w.repository) == 0 &&
	    w.git.walk_head(commits) == 0;

	if (ok) {
		buf_add(root, str_of(w.git.workdir(w.repository)));
		w.git.walk_sort(commits, CHILDREN_FIRST | BY_TIME);
	}
	while (ok && !w.is_over &&
	    (end = w.git.walk_next(&id, commits)) == 0)
		compare_commit(&w, &id, &path);
	if (ok && (w.failed || (end != 0 && end != ITEROVER))) {
		*why = "its history cannot be read, or is cut off (git fetch "
		    "--unshallow)";
		ok = false;
	}
	buf_free(&path);
	if (commits)
		w.git.walk_free(commits);
	if (w.odb)
		w.git.odb_free(w.odb);
	if (w.repository)
		w.git.close(w.repository);
	return ok;
}
