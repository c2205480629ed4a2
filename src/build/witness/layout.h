/* SPDX-License-Identifier: MIT
 * layout: the patterns that the addresses of built pages seem to follow. */
#ifndef FEEDMILL_BUILD_WITNESS_LAYOUT_H
#define FEEDMILL_BUILD_WITNESS_LAYOUT_H

#include "build/witness/built.h"
#include "post/post.h"

/* A pattern for posts.permalink, with LAYOUT_NAME where the name of the post
 * belongs. */
struct layout {
	str pattern;
	size_t votes;   /* posts for which there is such a page */
	str page, post; /* one of them: its page, and its path */
};
#define LAYOUT_NAME "\x01"
enum { LAYOUTS = 6 };

/* Looks for the pages of posts, whose matter must be loaded, by their names
 * anywhere in the folder. How many patterns were found, the most frequent one
 * first; all texts are in the arena. */
size_t layout_find(struct layout out[LAYOUTS], struct built *b,
    const struct post *const *posts, size_t n, struct arena *a);

#endif
