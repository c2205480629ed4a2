/* SPDX-License-Identifier: MIT
 * jekyll_ids: the ids that a feed's template writes. */
#ifndef FEEDMILL_GENERATORS_IMPORT_JEKYLL_IDS_H
#define FEEDMILL_GENERATORS_IMPORT_JEKYLL_IDS_H

#include "generators/import/jekyll_site.h"

/* The id of an entry in the template of an Atom or RSS feed, as a pattern of
 * posts.id: of <id>{{ site.url }}{{ post.url }}</id> it is "{permalink}". `post`
 * is the variable of the template's loop, `entry` the text of an entry. Where it
 * cannot be told, it is empty, and *unknown is the expression. */
str jekyll_id_of(struct jekyll *j, str post, str entry, str *unknown);

#endif
