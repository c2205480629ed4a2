/* SPDX-License-Identifier: MIT
 * post_index: finds the post that another post refers to. */
#ifndef FEEDMILL_POST_POST_INDEX_H
#define FEEDMILL_POST_POST_INDEX_H

#include "post/post.h"

/* The posts of a site by path, file name and address. Built at the first
 * lookup; one thread at a time. */
struct post_index;

/* Loads posts into `matter`, which no other thread may use meanwhile. */
struct post_index *post_index_open(const struct config *c,
    struct post *posts, size_t count, struct arena *matter);
void post_index_close(struct post_index *x);

/* How far a reference may be from the path of a file. */
enum post_match {
	POST_MATCH_PATH, /* from the asking post or the root of the content */
	POST_MATCH_NAME, /* or a file name without the folders before it, with
	                  * or without its date */
};

/* The post that `ref` names, or NULL. It is the path of a file from the folder
 * of the asking post, from the root of the content or from the config's
 * folder, with or without ".md", "/index.md" or "/_index.md", in any ASCII
 * case. Ignores query and fragment. A leading '/' means the root. Of several
 * matches the one that shares most of the path is used, then one in the same
 * language. */
const struct post *post_index_find(struct post_index *x,
    const struct post *from, str ref, enum post_match match);

/* The post with that address, or NULL. Ignores a fragment. */
const struct post *post_index_at(struct post_index *x, str url);

/* The address of a post; for a page without a date, the one that the generator
 * makes from its file. In the arena. */
str post_index_url(const struct post_index *x, const struct post *p,
    struct arena *a);

#endif
