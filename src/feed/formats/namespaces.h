/* SPDX-License-Identifier: MIT
 * namespaces: the namespaces that a document uses and must declare (feed rule
 * 6). A new one is a bit in post/post.h and a row in namespaces.c. */
#ifndef FEEDMILL_FEED_FORMATS_NAMESPACES_H
#define FEEDMILL_FEED_FORMATS_NAMESPACES_H

#include "content/entry/entry.h"
#include "feed/formats/xml.h"

/* Declares the namespaces of a set (bits of enum namespaces) on the element
 * that was opened last. The caller removes those that its format never uses. */
void namespaces_declare(struct xml *x, unsigned set);

/* The namespaces that a rendered entry uses, besides those of its post. */
unsigned namespaces_of(const struct entry *e, const struct config *c);

#endif
