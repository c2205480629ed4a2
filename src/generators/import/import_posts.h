/* SPDX-License-Identifier: MIT
 * import_posts: which folder has the posts of a site. */
#ifndef FEEDMILL_GENERATORS_IMPORT_IMPORT_POSTS_H
#define FEEDMILL_GENERATORS_IMPORT_IMPORT_POSTS_H

#include "generators/import/import_site.h"

/* Sets posts.folders to the folder that holds most of the Markdown files with a
 * date, in their name or their front matter; without any, most of the Markdown
 * files. Sets posts.exclude where that folder has others that hold none. */
void import_posts_find(struct import_site *s);

#endif
