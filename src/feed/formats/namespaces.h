/* SPDX-License-Identifier: MIT
 * namespaces: those that a document declares because its entries use them
 * (feed rule 6). A new one is a bit in post/post.h and a row in
 * namespaces.c. */
#ifndef FEEDMILL_FEED_FORMATS_NAMESPACES_H
#define FEEDMILL_FEED_FORMATS_NAMESPACES_H

#include "content/entry/entry.h"
#include "feed/formats/xml.h"

/* Declares the namespaces of a set (enum namespaces) on the element that was
 * opened last, in the order of their bits. A format leaves out of the set what
 * it never writes. */
void namespaces_declare(struct xml *x, unsigned set);

/* Those that an entry uses and its post did not know of: it has come to be
 * known when the entry was rendered. */
unsigned namespaces_of(const struct entry *e, const struct config *c);

#endif
