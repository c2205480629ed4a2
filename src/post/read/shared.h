/* SPDX-License-Identifier: MIT
 * shared: terms, authors and texts that many posts share, stored once.
 *
 * Each thread has its own set, so that no locks are needed. */
#ifndef FEEDMILL_POST_READ_SHARED_H
#define FEEDMILL_POST_READ_SHARED_H

#include "base/core/table.h"
#include "post/post.h"

struct shared {
	const struct config *config;
	struct arena *arena;   /* of the shared values */
	struct table *labels;  /* by taxonomy and language, in the arena */
	size_t n_labels;       /* of those tables */
	struct table people, texts;
};

/* Allocates nothing: a thread may get no posts. */
void shared_init(struct shared *s, const struct config *c, struct arena *a);
void shared_free(struct shared *s);

/* A term of a taxonomy in a language (NULL: the site has only one). */
struct label *shared_label(struct shared *s, const struct taxonomy *t,
    const struct language *in, str text);
/* A copy of a list of people. */
const struct person *shared_people(struct shared *s,
    const struct person *list, size_t n);
/* A copy of a text. */
str shared_text(struct shared *s, str text);

#endif
