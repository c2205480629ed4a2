/* SPDX-License-Identifier: MIT
 * containers: blocks between lines of colons, as several generators have
 * them. */
#ifndef FEEDMILL_CONTENT_MARKDOWN_CONTAINERS_H
#define FEEDMILL_CONTENT_MARKDOWN_CONTAINERS_H

#include "base/core/buf.h"
#include "base/core/mem.h"
#include "base/core/str.h"

/* Appends the text with its containers as quotes that begin with their title in
 * bold, or with their name. The names in `untitled`, between blanks, are of
 * containers that become a group without a title. One that is never closed ends
 * with the text. Lines of colons in code are not changed. */
void containers_expand(struct buf *out, str text, const char *untitled,
    struct arena *a);

#endif
