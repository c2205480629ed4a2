/* SPDX-License-Identifier: MIT
 * publish: bytes to the published folder, each file whole or not at all.
 *
 * A document is compared with the file that it would replace. If they differ,
 * it is staged: written to a file beside it. publish_commit renames all staged
 * files, so a reader of the folder sees each file old or new, never in between
 * (feed rule 40).
 *
 * Several threads may add documents at once. */
#ifndef FEEDMILL_PUBLISH_PUBLISH_H
#define FEEDMILL_PUBLISH_PUBLISH_H

#include "base/data/compress.h"
#include "base/core/diag.h"
#include "base/core/file.h"
#include "base/core/mem.h"
#include "publish/written.h"

struct publisher;
struct draft;

struct publish_counts {
	size_t written;   /* files that are new or changed */
	size_t unchanged;
	size_t removed;   /* by publish_prune */
	size_t stale;     /* found by publish_prune, and left */
	size_t bytes;     /* of the files that are new or changed */
};

/* The result for a compressed file beside a document. */
struct sibling {
	bool changed;
	struct stamp stamp; /* as that of the document */
};

/* The result for a document. */
struct published {
	bool changed;       /* it is new, or its bytes differ */
	bool refused;       /* its bytes differ, but its gate did not pass it:
	                     * the existing file stays */
	bool replaces;      /* it is changed, and an older file exists until the
	                     * commit */
	struct stamp stamp; /* of its file after the commit; unknown if it is
	                     * refused, zero if changed in a dry run */
	struct sibling siblings[CODEC_COUNT]; /* by codec, if it is wanted */
};

struct publish_item;

/* Decides whether a new or changed document may be published. Called by the
 * thread that adds the document. */
struct publish_gate {
	bool (*pass)(void *ctx, const struct publish_item *item,
	    struct diags *diags);
	void *ctx;
};

/* A document to add. */
struct publish_item {
	str path;         /* below the folder */
	const str *parts; /* its bytes are these, joined; one part if it was
	                   * begun with publish_begin */
	size_t n;         /* how many parts */
	const struct publish_gate *gate; /* or NULL: it may be published */
};

/* Opens the folder, creates it if needed, and locks it: a second run fails.
 * Each failure here and below is reported, and leaves the published files as
 * they were. */
struct publisher *publish_open(str folder, struct diags *diags);
/* Opens the folder to compare only: creates, locks and stages nothing. */
struct publisher *publish_open_dry(str folder, struct diags *diags);

/* Each document gets compressed files beside it; the bits are of enum codec.
 * They are compared and staged with it, and have its mtime. */
void publish_compress(struct publisher *p, long codecs);

bool publish_is_dry(const struct publisher *p);

/* Adds one document. No link on its path is followed, so that it cannot lead
 * out of the folder. */
bool publish_add(struct publisher *p, const struct publish_item *item,
    struct published *result, struct diags *diags);

/* The same for a document that is too large for the memory: begin it, append
 * its parts, and end it. The end replaces its first `replaced` bytes by `head`,
 * which may have another length. Not in a dry run. */
struct draft *publish_begin(struct publisher *p, str path,
    struct diags *diags);
bool publish_append(struct draft *d, const str *parts, size_t n,
    struct diags *diags);
bool publish_end(struct draft *d, size_t replaced, str head,
    const struct publish_gate *gate, struct published *result,
    struct diags *diags);

/* Takes back a document that was added: its existing file stays, as if its gate
 * had not passed it. */
void publish_withdraw(struct publisher *p, str path,
    struct published *result);

/* Adds a document whose published file is known to be the same. */
void publish_keep(struct publisher *p, str path);

/* Renames what was staged, durably. No other thread may add documents then. A
 * file that cannot be renamed is reported and stays as it was; the others are
 * published. If it fails and publish_has_begun is false, nothing is. */
bool publish_commit(struct publisher *p);
/* Calls `each` with the path of every file that could not be renamed. */
void publish_each_failed(const struct publisher *p,
    void (*each)(void *ctx, str path), void *ctx);
/* Whether files have been published. */
bool publish_has_begun(const struct publisher *p);
/* Whether a run was killed while it staged files in the folder. They stay until
 * publish_prune removes them. */
bool publish_was_killed(str folder);

/* Whether the file at `path` may be replaced: there is none, or feedmill wrote
 * it, with `mark` in its first bytes. False is reported. */
bool publish_may_replace(struct publisher *p, str path, const char *mark,
    struct diags *diags);

/* How to recognise a file that feedmill wrote. */
struct own_files {
	const str *extensions; /* it has one of these */
	size_t n;
	const char *const *marks; /* it holds one of these; the last is NULL */
	size_t within;     /* in so many first bytes */
	bool beside;       /* search only the folder itself, and those below
	                    * that hold a document of this run */
	const char *words; /* for the message: why it is stale */
	/* Why a file must not be removed, for the message; or NULL. */
	const char *(*keeps)(void *ctx, str file);
	void *ctx;
};

/* Adds the files of this run to `w`, and finds such files that it did not add,
 * and compressed files that are no longer wanted. `kinds` ends with one that has
 * no extensions. Each file is reported, and removed if `remove` is set, its kind
 * does not keep it and this config wrote it. Files of other configs are not
 * mentioned. If a folder or a file cannot be read, none is removed. Also removes
 * what killed runs left staged. */
bool publish_prune(struct publisher *p, const struct own_files *kinds,
    bool remove, struct written *w);
/* Whether it failed in a way that the next run may not: the state must not take
 * the folder as it is for settled. */
bool publish_must_retry(const struct publisher *p);

/* The path of a file that publish_prune found and left; NULL past the last. */
const char *publish_stale(const struct publisher *p, size_t i);

struct publish_counts publish_counts(const struct publisher *p);
/* Frees it, and removes what was staged and not committed. NULL is allowed. */
void publish_close(struct publisher *p);

#endif
