/* SPDX-License-Identifier: MIT
 * post_index: posts by the names that other posts call them. */
#ifndef FEEDMILL_POST_POST_INDEX_H
#define FEEDMILL_POST_POST_INDEX_H

#include "post/post.h"

/* The posts of a site, by the paths of their files and by their names. It is
 * made when the first one is looked for; any thread may look. */
struct post_index;

/* `matter`: where posts are loaded to, meanwhile used by nobody else. */
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
 * folder, with or without ".md", "/index.md", "/_index.md" and ASCII case;
 * what follows a '#' or '?' does not count. A '/' in front means the root.
 * Where several match, one in the same language is nearest, then one with
 * more of the path. */
const struct post *post_index_find(struct post_index *x,
    const struct post *from, str ref, enum post_match match);

/* The post that has that address, or NULL; what follows a '#' does not
 * count. */
const struct post *post_index_at(struct post_index *x, str url);

/* The address of a post, also of a page without a date; in the arena. */
str post_index_url(const struct post_index *x, const struct post *p,
    struct arena *a);

#endif
