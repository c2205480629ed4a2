/* SPDX-License-Identifier: MIT
 * namespaces: what a document declares because its entries use it (feed rule
 * 6). A new one is a bit in post/post.h and a row in namespaces.c. */
#ifndef FEEDMILL_FEED_FORMATS_NAMESPACES_H
#define FEEDMILL_FEED_FORMATS_NAMESPACES_H

#include "content/entry/entry.h"
#include "feed/formats/xml.h"

/* Declares the namespaces of a set (enum namespaces) on the element that was
 * opened last, in the order of their bits. A format leaves out of the set what
 * it never writes. */
void namespaces_declare(struct xml *x, unsigned set);

/* What an entry uses besides what its post is known to use: rendering showed
 * it. */
unsigned namespaces_of(const struct entry *e, const struct config *c);

#endif
