/* SPDX-License-Identifier: MIT
 * wiki_links: links by name, [[name]] and [[name|text]], as Obsidian writes
 * them. */
#ifndef FEEDMILL_CONTENT_LINKS_WIKI_LINKS_H
#define FEEDMILL_CONTENT_LINKS_WIKI_LINKS_H

#include "content/links/sources.h"
#include "post/post_index.h"

/* Markdown with such links made ordinary ones, where they name a post: the
 * path or the name of its file. All others stay as they are, and so does code.
 * The text itself if there are none; else in the arena. */
str wiki_links_expand(str text, const struct post *from,
    struct post_index *index, struct sources *sources, struct arena *a);

#endif
