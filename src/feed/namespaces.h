/* SPDX-License-Identifier: MIT
 * namespaces: those that a document declares because its entries use them
 * (feed rule 6). A new one is a bit in post/post.h and a row in
 * namespaces.c. */
#ifndef FEEDMILL_FEED_NAMESPACES_H
#define FEEDMILL_FEED_NAMESPACES_H

#include "../post/post.h"
#include "xml.h"

/* Declares the namespaces of a set (enum namespaces) on the element that was
 * opened last, in the order of their bits. A format leaves out of the set what
 * it never writes. */
void namespaces_declare(struct xml *x, unsigned set);

#endif
