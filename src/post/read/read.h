/* SPDX-License-Identifier: MIT
 * read: reads a file as a post. */
#ifndef FEEDMILL_POST_READ_READ_H
#define FEEDMILL_POST_READ_READ_H

#include "post/post.h"
#include "post/post_walk.h"
#include "post/front/front_parse.h"
#include "post/keys/stray.h"
#include "post/read/shared.h"

struct query_set;

/* Where to report why a post leaves a feed. */
struct leaving {
	diag_code code;
	str from;              /* the file of the feed */
	struct diags *diags;
};

struct post_reader {
	const struct config *config;
	const struct defaults *defaults;    /* or NULL */
	const struct value *authors;        /* people_table; or NULL */
	const struct query_set *queries;    /* or NULL: there are none */
	instant now; /* the build's clock: what is future, expired */
	const struct leaving *leaving; /* report why the post is skipped; or
	                      * NULL */
};

/* The memory of a thread that reads posts. */
struct post_worker {
	struct arena arena;   /* of the posts */
	struct arena scratch; /* reset after each post */
	struct shared shared;
	struct stray_names stray;
	struct front_parser parser; /* set it after post_worker_init; zero:
	                       * all is parsed in this process */
};

void post_worker_init(struct post_worker *w, const struct config *c);
void post_worker_free(struct post_worker *w);

/* Reads one file. p->skip tells whether it is published, p->reports has its
 * diagnostics, file->stamp is the stamp when it was read. The post lives as
 * long as the worker. */
void post_read(struct post *p, const struct post_reader *r,
    struct found *file, struct post_worker *w);

#endif
