/* SPDX-License-Identifier: MIT
 * site_files: pictures and links of an entry, held against the files that the
 * site's generator wrote (posts.built). */
#ifndef FEEDMILL_CONTENT_ENTRY_SITE_FILES_H
#define FEEDMILL_CONTENT_ENTRY_SITE_FILES_H

#include "content/tags/body.h"

/* Generators copy the pictures beside a post under names with a hash. Where a
 * picture of the entry is not on the site, and its page has one of the same
 * name or description, that one's address is put in its place. With
 * content.check_links reports what links to the site and is not there. Does
 * nothing without posts.built, and where the page of the post is not there. */
void site_files_settle(struct buf *html, struct body *b);

/* The address on the page of a picture that the post names by its file; empty
 * if there is none. In b->arena. */
str site_files_named(struct body *b, str ref);

#endif
