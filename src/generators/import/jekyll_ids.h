/* SPDX-License-Identifier: MIT
 * jekyll_ids: the ids that a feed's template writes. */
#ifndef FEEDMILL_GENERATORS_IMPORT_JEKYLL_IDS_H
#define FEEDMILL_GENERATORS_IMPORT_JEKYLL_IDS_H

#include "generators/import/jekyll_site.h"

/* The id that the template of an Atom or RSS feed writes, as a pattern of
 * posts.id: <id>{{ site.url }}{{ post.url }}</id> gives "{permalink}". `post`
 * is the variable of the template's loop, `entry` the text of an entry. Empty:
 * the id cannot be a pattern; *unknown is its text. */
str jekyll_id_of(struct jekyll *j, str post, str entry, str *unknown);

#endif
