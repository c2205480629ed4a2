/* SPDX-License-Identifier: MIT
 * read: a file to a post. */
#ifndef FEEDMILL_POST_READ_H
#define FEEDMILL_POST_READ_H

#include "post.h"
#include "scan.h"

struct post_reader {
	const struct config *config;
	const struct defaults *defaults;    /* or NULL */
	const struct value *authors;        /* people_table; or NULL */
	instant now; /* the build's clock: what is future, expired */
};

/* Reads one file. p->skip tells what it is; what was wrong with it is in
 * p->diags. Texts that stay are put in `a`; `scratch` is reset. */
void post_read(struct post *p, const struct post_reader *r,
    const struct found *file, struct arena *a, struct arena *scratch);

#endif
