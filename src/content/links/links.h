/* SPDX-License-Identifier: MIT
 * links: the references in a post's text, as readers need them. */
#ifndef FEEDMILL_CONTENT_LINKS_LINKS_H
#define FEEDMILL_CONTENT_LINKS_LINKS_H

#include "post/post_index.h"
#include "content/html/html.h"
#include "content/links/sources.h"

/* A reference that leads nowhere. The link is dropped and its text stays.
 * Nothing is reported: the code that put it there has done that. */
#define LINKS_NOWHERE "feedmill:nowhere"

/* What references of one post are resolved against. */
struct links {
	const struct config *config;
	str page;                 /* the post's permalink */
	str id_prefix;            /* of ids in the entry; empty: none stay */
	const struct source *src; /* the post's file */
	struct diags *diags;
	const struct post *post;
	struct post_index *index; /* NULL: no post is looked up */
	struct sources *sources;  /* files and posts that are looked up */
};

/* The resolver of an html_policy whose ctx is a struct links: feed rules 23
 * to 25. The result is absolute; only with an id_prefix a '#name' is not. */
bool links_resolve(void *ctx, str ref, enum link_use use, struct buf *out);

#endif
