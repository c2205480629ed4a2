/* SPDX-License-Identifier: MIT
 * read: a file to a post. */
#ifndef FEEDMILL_POST_READ_READ_H
#define FEEDMILL_POST_READ_READ_H

#include <stdatomic.h>

#include "post/post.h"
#include "post/post_walk.h"
#include "post/read/shared.h"

struct query_set;

struct post_reader {
	const struct config *config;
	const struct defaults *defaults;    /* or NULL */
	const struct value *authors;        /* people_table; or NULL */
	const struct query_set *queries;    /* or NULL: there are none */
	instant now; /* the build's clock: what is future, expired */
	atomic_size_t *room;  /* bytes of texts that may be kept for those who
	                       * render the posts; or NULL */
};

/* What belongs to a thread that reads posts. */
struct post_worker {
	struct arena arena;   /* what stays */
	struct arena scratch; /* reset after each post */
	struct shared shared;
};

void post_worker_init(struct post_worker *w, const struct config *c);
void post_worker_free(struct post_worker *w);

/* Reads one file. p->skip tells what it is; what was wrong with it is in
 * p->reports, and file->stamp is what it was when it was read. What stays lives
 * as long as the worker. */
void post_read(struct post *p, const struct post_reader *r,
    struct found *file, struct post_worker *w);

#endif
