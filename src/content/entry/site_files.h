/* SPDX-License-Identifier: MIT
 * site_files: looks for the pictures and link targets of an entry among the
 * files that the site's generator wrote (posts.built). */
#ifndef FEEDMILL_CONTENT_ENTRY_SITE_FILES_H
#define FEEDMILL_CONTENT_ENTRY_SITE_FILES_H

#include "content/tags/body.h"

/* Some generators copy the pictures beside a post under names with a hash. If a
 * picture of the entry is not on the site, but the page of the post has one
 * with a similar name or the same description, puts that one's address in its
 * place. With content.check_links reports links and pictures whose target on
 * the site does not exist. Does nothing without posts.built, or if the post has
 * no page there. */
void site_files_settle(struct buf *html, struct body *b);

/* Finds a picture on the page of the post by the file that the post names.
 * Returns its address, in b->arena; empty if there is none. */
str site_files_named(struct body *b, str ref);

#endif
