/* SPDX-License-Identifier: MIT
 * publish: bytes to the published folder, all or nothing.
 *
 * A document is compared with the file that it would replace, and staged
 * beside it where they differ. Nothing that is published changes until
 * publish_commit, which renames what was staged; a reader of the folder sees
 * each file old or new, never in between (feed rule 40).
 *
 * Documents may be handed in by several threads at once. */
#ifndef FEEDMILL_PUBLISH_PUBLISH_H
#define FEEDMILL_PUBLISH_PUBLISH_H

#include "base/data/compress.h"
#include "base/core/diag.h"
#include "base/core/file.h"
#include "base/core/mem.h"

struct publisher;
struct draft;

struct publish_counts {
	size_t written;   /* files that are new or changed */
	size_t unchanged;
	size_t removed;   /* by publish_prune */
	size_t stale;     /* found by it, and left */
	size_t bytes;     /* of the files that are new or changed */
};

/* What became of a compressed file beside a document. */
struct sibling {
	bool changed;
	struct stamp stamp; /* as that of the document */
};

/* What became of a document. */
struct published {
	bool changed;       /* it is new, or its bytes differ */
	bool refused;       /* they would, but the gate is shut: the file
	                     * that is there stays */
	bool replaces;      /* it is changed, and another file is in its place
	                     * until the commit */
	struct stamp stamp; /* of its file, as it is after the commit; not
	                     * known (zero) in a dry run that changes it, and
	                     * where it is refused */
	struct sibling siblings[CODEC_COUNT]; /* of those that are wanted */
};

/* Asked about each document that is new or changed, by the thread that hands
 * it in: whether its bytes may be published. */
struct publish_gate {
	bool (*pass)(void *ctx, str bytes, struct diags *diags);
	void *ctx;
};

/* Opens the folder, which is made if it is not there, and takes its lock: a
 * second run fails. Everything that fails here and below is reported, and
 * leaves the published files as they were. */
struct publisher *publish_open(str folder, struct diags *diags);
/* Opens it to compare only: nothing is made, locked or staged. */
struct publisher *publish_open_dry(str folder, struct diags *diags);

/* Each document gets compressed files beside it, by the bits of enum codec.
 * They are made, staged and compared with it, and have its time of change. */
void publish_compress(struct publisher *p, long codecs);

bool publish_is_dry(const struct publisher *p);

/* Hands in one document, whose bytes come in `n` parts. `path` is below the
 * folder; no link on the way is followed, so that it cannot lead out of it.
 * `gate` may be NULL. */
bool publish_add(struct publisher *p, str path, const str *parts, size_t n,
    const struct publish_gate *gate, struct published *result,
    struct diags *diags);

/* The same for a document that is too large to wait in memory: it is begun,
 * its parts are appended as they come, and when it is ended, its first
 * `replaced` bytes give way to `head`, of whatever length. Not in a dry
 * run. */
struct draft *publish_begin(struct publisher *p, str path,
    struct diags *diags);
bool publish_append(struct draft *d, const str *parts, size_t n,
    struct diags *diags);
bool publish_end(struct draft *d, size_t replaced, str head,
    const struct publish_gate *gate, struct published *result,
    struct diags *diags);

/* Leaves a document as it is published: its bytes would be the same. */
void publish_keep(struct publisher *p, str path);

/* Makes what was staged durable and visible. Not while documents are still
 * handed in. */
bool publish_commit(struct publisher *p);

/* Refuses to replace a file without `mark` in its first bytes: it is somebody
 * else's. */
bool publish_may_replace(struct publisher *p, str path, const char *mark,
    struct diags *diags);

/* By what files are known that feedmill wrote. */
struct own_files {
	const str *extensions;
	size_t n;
	const char *const *marks; /* one of them is, last NULL: */
	size_t within;     /* in so many first bytes */
	bool beside;       /* looked for in the folder itself, and in those
	                    * below it that hold what was handed in; else in
	                    * all */
	const char *words; /* why one that was not handed in is no more */
};

/* Looks for such files that were not handed in, and for compressed ones that
 * are not wanted; the kinds end with one without extensions. Each is reported,
 * and removed if `remove` is set. */
bool publish_prune(struct publisher *p, const struct own_files *kinds,
    bool remove);

/* The path of a file that publish_prune found and left; NULL past the last
 * one. */
const char *publish_stale(const struct publisher *p, size_t i);

struct publish_counts publish_counts(const struct publisher *p);
/* Frees it; what was staged and not committed is removed. */
void publish_close(struct publisher *p);

#endif
