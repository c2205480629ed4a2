/* SPDX-License-Identifier: MIT
 * wiki_links: links by name, [[name]] and [[name|text]], as Obsidian writes
 * them. */
#ifndef FEEDMILL_CONTENT_LINKS_WIKI_LINKS_H
#define FEEDMILL_CONTENT_LINKS_WIKI_LINKS_H

#include "content/links/sources.h"
#include "post/post_index.h"

/* Makes links of Markdown from links that give the path or the name of a post's
 * file. Other links and code stay as they are. Returns the text itself if there
 * are no such links, else one in the arena. */
str wiki_links_expand(str text, const struct post *from,
    struct post_index *index, struct sources *sources, struct arena *a);

#endif
