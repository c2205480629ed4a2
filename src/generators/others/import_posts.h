/* SPDX-License-Identifier: MIT
 * import_posts: finds the folder that has the posts of a site. */
#ifndef FEEDMILL_GENERATORS_OTHERS_IMPORT_POSTS_H
#define FEEDMILL_GENERATORS_OTHERS_IMPORT_POSTS_H

#include "generators/import/import_site.h"

/* Sets posts.folders to the folder that holds most of the Markdown files with a
 * date, in their name or their front matter. If no file has a date, takes the
 * folder with most Markdown files. If the root folder is taken, sets
 * posts.exclude to what else is in it. Looks only in the folder `usual`, if it
 * has such files. Keeps posts.folders if it is set. It is a gap if other
 * folders have dated files, or if no file has a date. */
void import_posts_find(struct import_site *s, str usual);
/* The number of Markdown files with a date in and below a folder. */
size_t import_posts_count(struct import_site *s, str folder);

#endif
