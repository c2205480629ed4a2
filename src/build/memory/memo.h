/* SPDX-License-Identifier: MIT
 * memo: what an earlier run knew of entries and documents, so that what would
 * come out the same is not made again.
 *
 * A document is known by a digest of all that it is made from: what stands
 * around the entries, and a key of each of them. The key of an entry is a
 * digest of its post's file and of whatever else it was rendered from. */
#ifndef FEEDMILL_BUILD_MEMORY_MEMO_H
#define FEEDMILL_BUILD_MEMORY_MEMO_H

#include "content/tags/drops.h"
#include "content/entry/sources.h"
#include "publish/publish.h"
#include "build/run/site.h"

/* Of an entry there is only something to remember where rendering it had more
 * to say than the entry, or took more than the post. */
struct entry_memo {
	struct digest key;   /* when it was rendered */
	struct sources from;
	bool failed;         /* the post could not be rendered */
	str reports;         /* packed: diagnostics, then drops */
};

struct document_memo {
	struct digest from;  /* what it was made from */
	struct stamp stamp;  /* of the file that was published, but for its
	                      * ctime, which a rename changes */
};

/* A stamp as documents are known by. */
struct stamp memo_stamp(struct stamp s);

struct memos {
	struct arena arena;
	struct table entries;   /* by the path of the post */
	struct table documents; /* by their paths */
	struct digest posts;    /* of all posts of the site, once asked for */
	bool has_posts;
};

void memos_free(struct memos *m);

/* For entries that depend on other posts. Before threads ask for keys. */
void memos_set_posts(struct memos *m, const struct site *s);
/* Whether any of the entries does. */
bool memos_need_posts(const struct memos *m);
/* Looks at the files that entries were made of, as they are now. */
void memos_look_at_files(struct memos *m, const struct site *s);
/* Gives the entries that were rendered in this run their keys. */
void memos_set_keys(struct memos *m, const struct site *s);
/* Whether a document is as it was published below that folder. */
bool document_is_there(const struct document_memo *d, int root, str path);
/* Whether all documents are as they were published in that folder, and all
 * files of entries as they were read. */
bool memos_are_current(const struct memos *m, const struct site *s,
    str folder);

struct entry_memo *memos_entry(const struct memos *m, str path);
struct document_memo *memos_document(const struct memos *m, str path);
/* Remembers what was published at a path, and beside it in the forms that
 * `codecs` names by bits; and says it again. */
void memos_add_published(struct memos *m, str path, struct digest from,
    long codecs, const struct published *result);
void memos_recall_document(const struct memos *m, str path, long codecs,
    struct published *result);
/* The path of the compressed file beside a document. */
str memo_sibling(struct arena *a, str path, int codec);

struct entry_memo *memos_add_entry(struct memos *m, str path);
struct document_memo *memos_add_document(struct memos *m, str path);

/* The key of a post's entry; `from` is what it takes, or NULL. */
struct digest memos_key(const struct memos *m, const struct post *p,
    const struct sources *from);
/* The memo of a post's entry, if it would be rendered from the same again;
 * or NULL. */
const struct entry_memo *memos_current(const struct memos *m,
    const struct post *p);
/* What a feed in one format is made from. */
struct digest memos_document_key(const struct memos *m, const struct site *s,
    const struct feed *f, size_t format);

/* Those of all entries, and of all documents. */
void memos_pack_entries(struct buf *out, const struct memos *m);
void memos_pack_documents(struct buf *out, const struct memos *m);
/* The packed bytes must outlive the memos. */
void memos_unpack(struct memos *m, struct unpack *entries,
    struct unpack *documents);

#endif
