/* SPDX-License-Identifier: MIT
 * adopt_read: the entries that another program has published, from its feeds
 * or from an export of WordPress or Blogger. */
#ifndef FEEDMILL_BUILD_ADOPT_ADOPT_READ_H
#define FEEDMILL_BUILD_ADOPT_ADOPT_READ_H

#include "base/core/diag.h"
#include "build/adopt/adopt.h"

/* Adds the entries of a file, or of a document at an http or https URL, and of
 * the pages with older entries that it links to (RFC 5005). Drafts, pages and
 * attachments of an export are only counted. False: it cannot be read, or is no
 * feed, or is cut off, which is reported; so is a page that cannot be read,
 * after which there are no more. `seconds` are for each request. */
bool adopt_read(struct adopt *ad, const char *name, long seconds,
    struct diags *diags);

#endif
