/* SPDX-License-Identifier: MIT
 * named: files that front matter names. */
#ifndef FEEDMILL_CONTENT_ENTRY_NAMED_H
#define FEEDMILL_CONTENT_ENTRY_NAMED_H

#include "content/links/links.h"
#include "content/entry/local.h"

/* The address of a file that front matter names, in b->arena. `base` is put
 * before a bare path of a file that is not beside the post; empty: the site.
 * Empty: the address is not known; a reference that leads nowhere is reported
 * as that of a `what`. */
str named_url(struct body *b, const struct links *links, const char *what,
    str ref, struct mark at, str base);

#endif
