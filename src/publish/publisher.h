/* SPDX-License-Identifier: MIT
 * publisher: what the files of this folder share, and nobody else sees. */
#ifndef FEEDMILL_PUBLISH_PUBLISHER_H
#define FEEDMILL_PUBLISH_PUBLISHER_H

#include <pthread.h>
#include <sys/stat.h>

#include "base/core/buf.h"
#include "base/core/table.h"
#include "publish/publish.h"

/* What a document is called while it waits: ".name" and this. */
#define STAGED_SUFFIX ".feedmill-new"

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

/* A document that waits beside its target. Its folder is opened when it is
 * needed: feeds can be more than a process may have files open. */
struct draft {
	struct publisher *publisher;
	str path;       /* of the target, below the root */
	char *name;     /* of the target, in its folder */
	char *temp;     /* its own, in the same folder */
	size_t size;    /* bytes written so far */
	bool there;     /* there is a target, */
	mode_t mode;    /* with these permissions */
	struct draft *next;
};

struct publisher {
	int root;               /* the folder; -1: not there, in a dry run */
	bool dry;
	long codecs;            /* of the compressed files, as bits */
	str folder;             /* as it is printed */
	struct diags *diags;    /* of what concerns no single document */
	pthread_mutex_t lock;   /* of all that follows */
	struct arena arena;
	struct draft *drafts;   /* those that are not renamed yet */
	size_t n_drafts;
	struct made *made;      /* the newest first */
	struct open_folder folders[MOST_FOLDERS];
	size_t n_folders;
	bool committed;
	struct table paths;     /* those handed in */
	char **stale;           /* owned; paths that prune found */
	size_t n_stale, cap_stale;
	struct publish_counts counts;
};

/* Reports that the file or folder below the root could not be written. False,
 * for the caller to pass on. */
bool publisher_fail(const struct publisher *p, str path, const char *what,
    struct diags *diags);
/* The same with the words of errno. */
bool publisher_fail_errno(const struct publisher *p, str path,
    const char *what, struct diags *diags);
/* Remembers a folder that this run made; `below`, the path is below the
 * root. */
void publisher_made(struct publisher *p, str path, bool below);
/* Opens the folder of a path, made on the way unless dry. -1 with errno. Each
 * is to be left again. */
int publisher_open_parent(struct publisher *p, str path);
/* Closes it, unless it is -1 or stays open. errno is as it was. */
void publisher_leave(struct publisher *p, int dir);
/* Whether this run made it, so that nothing is in it yet. False where that is
 * not known. */
bool publisher_is_new(struct publisher *p, int dir);
void publisher_close_folders(struct publisher *p);
/* Says why that failed. */
bool publisher_fail_parent(const struct publisher *p, str path,
    struct diags *diags);

/* What a file that is written would replace. */
enum target { TARGET_NONE, TARGET_FILE, TARGET_BAD };
/* Looks at it. TARGET_BAD: something that must not be replaced, which is
 * reported. */
enum target publisher_look(struct publisher *p, int dir,
    const char *name, str path, struct stat *st, struct diags *diags);
/* Whether the file there has the very bytes. One that cannot be read
 * differs. */
bool publisher_is_same(int dir, const char *name, const struct stat *st,
    const str *parts, size_t n);
/* Writes a whole file beside its target, in the folder `dir`, with the
 * permissions of `like` and the time of change `mtime`, which both may be
 * NULL. `staged` is what it is then. */
bool publisher_stage(struct publisher *p, int dir, str path,
    const struct stat *like, const struct timespec *mtime, const str *parts,
    size_t n, struct stat *staged, struct diags *diags);
/* The path was handed in, with so many bytes where it is changed. */
void publisher_count(struct publisher *p, str path, bool changed,
    size_t size);

/* Makes the compressed files that are wanted beside a document and are not
 * there; `st` is of the file that it is in, or NULL where a dry run has
 * none. */
bool siblings_add(struct publisher *p, int dir, str path, const str *parts,
    size_t n, const struct stat *st, struct published *result,
    struct diags *diags);
/* Leaves them as they are. */
void siblings_keep(struct publisher *p, str path);

#endif
