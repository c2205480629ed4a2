/* SPDX-License-Identifier: MIT
 * own_links: references that only a generator understands: Zola's @/a.md,
 * Pelican's {filename}a.md. */
#ifndef FEEDMILL_CONTENT_LINKS_OWN_LINKS_H
#define FEEDMILL_CONTENT_LINKS_OWN_LINKS_H

#include "content/links/links.h"

enum own_link {
	OWN_LINK_NONE,    /* it is an ordinary reference */
	OWN_LINK_FOUND,   /* `out` has an absolute URL, or a path on the site */
	OWN_LINK_NOWHERE, /* no such post is there: it is to be dropped */
};

/* Finds out where a reference leads. */
enum own_link own_link_resolve(const struct links *l, str ref,
    struct buf *out);

#endif
