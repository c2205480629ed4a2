/* SPDX-License-Identifier: MIT
 * memos: records of entries and documents from an earlier run, so that a run
 * does not make again what has not changed.
 *
 * The memo of a document has a digest of its inputs: its frame, and the key of
 * each entry. The key of an entry is a digest of its post's file and of its
 * other inputs. */
#ifndef FEEDMILL_BUILD_MEMORY_MEMOS_H
#define FEEDMILL_BUILD_MEMORY_MEMOS_H

#include "base/core/table.h"
#include "base/data/pack.h"
#include "content/links/sources.h"

struct diags;
struct feed;
struct post;
struct published;
struct site;

/* The record of an entry. Exists only if rendering the entry gave reports or
 * read more than the post. */
struct entry_memo {
	struct digest key;   /* when it was rendered */
	struct sources from;
	bool failed;         /* the post could not be rendered */
	str reports;         /* packed: diagnostics, then drops */
};

struct document_memo {
	struct digest from;  /* digest of its inputs */
	struct stamp stamp;  /* of the published file; see memos_stamp.
	                      * Unknown: an earlier run failed to replace it */
};

struct memos {
	struct arena arena;
	struct table entries;   /* by the path of the post */
	struct table documents; /* by path below the folder of feeds */
	struct digest posts;    /* of all posts of the site: memos_set_posts */
	str judged;             /* keys of correct entries: see judged.h */
};

void memos_free(struct memos *m);

/* Finds the memo at a path, or NULL. */
struct entry_memo *memos_entry(const struct memos *m, str path);
struct document_memo *memos_document(const struct memos *m, str path);
/* Gets the memo at a path, and adds it if necessary. */
struct entry_memo *memos_add_entry(struct memos *m, str path);
struct document_memo *memos_add_document(struct memos *m, str path);

/* Adds memos of what was published at a path, and of the compressed files
 * beside it; each bit of `codecs` selects one. */
void memos_add_published(struct memos *m, str path, struct digest from,
    long codecs, const struct published *result);
/* Fills in the results that memos_add_published recorded. */
void memos_recall_published(const struct memos *m, str path, long codecs,
    struct published *result);
/* The path of the compressed file beside a document. */
str memos_sibling(struct arena *a, str path, int codec);
/* The stamp without its ctime, which a rename changes. */
struct stamp memos_stamp(struct stamp s);

/* Sets the digest of all posts, if entries depend on other posts: their keys
 * include it. Call it before threads ask for keys. */
void memos_set_posts(struct memos *m, const struct site *s);
/* Stamps the files that entries were made from, as they are now. */
void memos_stamp_files(struct memos *m, const struct site *s);
/* Sets the keys of the entries that this run rendered. */
void memos_set_keys(struct memos *m, const struct site *s);

/* The key of a post's entry; `from` lists its other inputs, or is NULL. */
struct digest memos_key(const struct memos *m, const struct post *p,
    const struct sources *from);
/* The key of a feed in one format: the digest of its inputs. */
struct digest memos_document_key(const struct memos *m, const struct site *s,
    const struct feed *f, size_t format);

/* If `reports` has reports about the post, makes a memo that its entry could
 * not be rendered, with these reports. */
void memos_lose(struct memos *m, const struct post *p,
    const struct diags *reports);

/* The memo of a post's entry, if its inputs have not changed; or NULL. */
const struct entry_memo *memos_current(const struct memos *m,
    const struct post *p);
/* Sets *stamp to that of a file in the folder `root`, as memos have it. False:
 * there is no such regular file; or stamp_unknown, with errno, if the system
 * cannot tell. */
bool memos_look(int root, str path, struct stamp *stamp);
/* Whether a document in the folder `root` is unchanged since it was
 * published. */
bool memos_is_published(const struct document_memo *d, int root, str path);
/* Whether all documents in that folder are unchanged since they were published,
 * and all files of entries since they were read. */
bool memos_are_current(const struct memos *m, const struct site *s,
    str folder);

void memos_pack_entries(struct buf *out, const struct memos *m);
void memos_pack_documents(struct buf *out, const struct memos *m);
/* The packed bytes must outlive the memos. */
void memos_unpack(struct memos *m, struct unpack *entries,
    struct unpack *documents);

#endif
