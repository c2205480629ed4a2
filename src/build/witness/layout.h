/* SPDX-License-Identifier: MIT
 * layout: guesses the patterns that the addresses of built pages follow. */
#ifndef FEEDMILL_BUILD_WITNESS_LAYOUT_H
#define FEEDMILL_BUILD_WITNESS_LAYOUT_H

#include "build/witness/built.h"
#include "post/post.h"

/* A pattern for posts.permalink, with LAYOUT_NAME in place of the token for the
 * name of the post. */
struct layout {
	str pattern;
	size_t votes;   /* number of posts that have such a page */
	str page;       /* the path of one such page */
};
#define LAYOUT_NAME "\x01"
enum { LAYOUTS = 6 };

/* Searches the whole folder for the pages of posts by their names. The matter
 * of the posts must be loaded. Returns the number of patterns found, the most
 * frequent one first; all texts are in the arena. */
size_t layout_find(struct layout out[LAYOUTS], struct built *b,
    const struct post *const *posts, size_t n, struct arena *a);

#endif
