/* SPDX-License-Identifier: MIT
 * routes: the addresses of posts, by the files that make the pages. */
#ifndef FEEDMILL_GENERATORS_OTHERS_ROUTES_H
#define FEEDMILL_GENERATORS_OTHERS_ROUTES_H

#include "generators/import/import_site.h"

/* Sets posts.permalink by the file that makes the pages of posts, such as
 * "app/blog/[slug]/page.tsx". `folders` are those that such files may be in,
 * separated by blanks, and `posts` is the folder of the posts. Sets nothing if
 * no file is one; two that may be are a gap. */
void routes_read(struct import_site *s, const char *folders, str posts);

#endif
