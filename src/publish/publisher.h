/* SPDX-License-Identifier: MIT
 * publisher: what the files of src/publish share, for no other file. */
#ifndef FEEDMILL_PUBLISH_PUBLISHER_H
#define FEEDMILL_PUBLISH_PUBLISHER_H

#include <pthread.h>
#include <sys/stat.h>

#include "base/core/buf.h"
#include "base/core/hash.h"
#include "base/core/table.h"
#include "publish/publish.h"

/* A staged file is called ".name" and this. */
#define STAGED_SUFFIX ".feedmill-new"
/* In the published folder while files are staged. No document has this name. */
#define STAGING_MARK "." STAGED_SUFFIX

enum { MOST_FOLDERS = 16 }; /* that stay open */

/* A folder that this run made. */
struct made {
	str path;          /* below the root, or the root's own */
	bool below;
	struct made *next; /* an older one */
};

/* A folder that stays open until the publisher is closed. Most sites have
 * their feeds in a few. */
struct open_folder {
	str path;    /* below the root, and not the root */
	int fd;
	bool is_new; /* this run made it */
};

/* A staged document. Its folder is opened when it is needed: there can be more
 * feeds than a process may have open files. */
struct draft {
	struct publisher *publisher;
	str path;         /* of the target, below the root */
	const char *name; /* of the target, in its folder */
	const char *temp; /* of the staged file; NULL: renamed or dropped */
	int error;        /* errno of the rename, if that failed */
	size_t size;      /* bytes that were appended */
	struct draft *next;
};

/* A file of this run. */
struct added {
	enum {
		ADDED_BYTES,   /* with these bytes */
		ADDED_KEPT,    /* as an earlier run wrote it */
		ADDED_REFUSED  /* the existing file stays; another program may
		                * have written it */
	} as;
	struct digest digest; /* of the bytes, for ADDED_BYTES */
	size_t size;          /* in bytes; 0: it is not changed */
};

struct publisher {
	int root;               /* the folder; -1 in a dry run: there is none */
	bool dry;
	long codecs;            /* of the compressed files, as bits */
	str folder;             /* as messages print it */
	struct diags *diags;    /* for errors that concern no single document */
	pthread_mutex_t lock;   /* of all members below */
	struct arena arena;
	struct draft *drafts;   /* all that were staged */
	size_t n_drafts;
	struct made *made;      /* the newest first */
	struct open_folder folders[MOST_FOLDERS];
	size_t n_folders;
	bool committed;         /* files have their new names */
	bool is_marked;         /* this run made the file STAGING_MARK */
	bool must_retry;        /* pruning failed: the next run tries again */
	struct table paths;     /* struct added, of documents and the compressed
	                         * files beside them */
	char **stale;           /* paths that publish_prune left */
	size_t n_stale, cap_stale;
	struct publish_counts counts;
};

/* ---- messages ---- */

/* Reports that the file or folder below the root could not be written.
 * Returns false. */
bool publisher_fail(const struct publisher *p, str path, const char *what,
    struct diags *diags);
/* The same, followed by the text of errno. */
bool publisher_fail_errno(const struct publisher *p, str path,
    const char *what, struct diags *diags);
/* Reports from errno what failed after other files were published. Returns
 * false. */
bool publisher_fail_late(const struct publisher *p, str path,
    const char *what);
/* Reports why publisher_open_parent failed, from errno. Returns false. */
bool publisher_fail_parent(const struct publisher *p, str path,
    struct diags *diags);

/* ---- folders ---- */

/* Notes a folder that this run made; `below`: the path is below the root. */
void publisher_made(struct publisher *p, str path, bool below);
/* Opens the folder of a path, and makes it unless dry. -1 with errno. Call
 * publisher_leave for each. */
int publisher_open_parent(struct publisher *p, str path);
/* Closes a folder, unless it is -1 or stays open. Keeps errno. */
void publisher_leave(struct publisher *p, int dir);
/* Whether this run made the folder, so that it is empty. Can be false for such
 * a folder if many are in use. */
bool publisher_is_new(struct publisher *p, int dir);
void publisher_close_folders(struct publisher *p);

/* ---- staging ---- */

/* The file that a document would replace. */
enum target { TARGET_NONE, TARGET_FILE, TARGET_BAD };
/* Looks for it in the open folder `dir`. TARGET_BAD: it must not be replaced,
 * which is reported. */
enum target publisher_look(struct publisher *p, int dir, str path,
    struct stat *st, struct diags *diags);
/* Whether the file at the target has these bytes. One that cannot be read
 * differs. */
bool publisher_is_same(int dir, const struct publish_item *item,
    const struct stat *st);

/* As writev, for any number of parts, until all is written. */
bool publisher_write(int fd, const str *parts, size_t n);
/* Closes a file, and keeps errno if `ok` is false. Some file systems report a
 * full disk only here. */
bool publisher_close(int fd, bool ok);
/* Creates a file that is staged, with the permissions and, if the system allows
 * it, the group of `old` unless NULL. Its name is always the same, so a file
 * that a killed run left is replaced. -1 with errno. `dir` may be AT_FDCWD. */
int publisher_create(int dir, const char *name, const struct stat *old);

/* A new draft for the path. Its file is still to be created. */
struct draft *publisher_draft(struct publisher *p, str path);
/* Removes its file. */
void publisher_drop(int dir, struct draft *d);

/* What a staged file has in common with another file; NULL: the default. */
struct likeness {
	const struct stat *access; /* its permissions and group */
	const struct timespec *mtime;
};
/* Writes the document beside its target, and sets *staged. */
bool publisher_stage(struct publisher *p, int dir,
    const struct publish_item *item, const struct likeness *like,
    struct stat *staged, struct diags *diags);

/* publish_add with an open folder, or -1 if a dry run found none. `draft`: the
 * document is already written there; NULL: it is not. */
bool publisher_add(struct publisher *p, int dir,
    const struct publish_item *item, struct draft *draft,
    struct published *result, struct diags *diags);
/* Counts a file, with its size in bytes. */
void publisher_count(struct publisher *p, str path, struct added as,
    bool changed, size_t size);

/* ---- compressed files ---- */

/* Stages the compressed files of a document that differ; `st` is of the
 * document's file, NULL if a dry run has none. */
bool siblings_add(struct publisher *p, int dir,
    const struct publish_item *item, const struct stat *st,
    struct published *result, struct diags *diags);
/* Keeps the published compressed files of a document. */
void siblings_keep(struct publisher *p, str path, struct added as);

#endif
