/* SPDX-License-Identifier: MIT
 * post_pack: posts as bytes, for the state. */
#ifndef FEEDMILL_POST_POST_PACK_H
#define FEEDMILL_POST_POST_PACK_H

#include "base/data/pack.h"
#include "post/post_walk.h"
#include "post/read/shared.h"

/* The labels of packed posts, by number. */
struct label_list {
	const struct config *config;
	struct arena *arena;
	struct label **at;   /* owned; number n is at[n - 1] */
	size_t count, cap;
	struct table known;  /* by packed label */
};

void label_list_init(struct label_list *l, const struct config *c,
    struct arena *a);
void label_list_free(struct label_list *l);
void label_list_pack(struct buf *out, const struct label_list *l);
/* Fills an empty one. The packed bytes must outlive it. */
void label_list_unpack(struct unpack *u, struct label_list *l);
/* Gives each label of a post a number. */
void label_list_add(struct label_list *l, const struct post *p);

/* Appends a post, so that the next run need not read it again. Its labels must
 * have numbers. */
void post_pack(struct buf *out, const struct post *p, const struct config *c);
/* Digest and address of a packed post; independent of the config. False: these
 * bytes are not a post. */
bool post_unpack_trace(str packed, struct digest *digest, str *url);
/* The post of that file, without its matter. Its texts are in the packed bytes,
 * which must outlive it. */
void post_unpack(struct unpack *u, struct post *p, const struct found *file,
    const struct label_list *labels, struct arena *a);
/* Unpacks the matter if that was not done yet. For one thread at a time. */
void post_load(struct post *p, const struct config *c, struct arena *a);

#endif
