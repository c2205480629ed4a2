/* SPDX-License-Identifier: MIT
 * adopt_read: reads the entries that another program has published, from its
 * feeds or from an export of WordPress or Blogger. */
#ifndef FEEDMILL_BUILD_ADOPT_ADOPT_READ_H
#define FEEDMILL_BUILD_ADOPT_ADOPT_READ_H

#include "base/core/diag.h"
#include "build/adopt/adopt.h"

/* Adds the entries of a file, or of a document at an http or https URL, and of
 * the pages with older entries that it links to (RFC 5005). Only counts drafts,
 * pages and attachments of an export. Stops at the first document that it
 * cannot read, that is no feed, or that is cut off; reports it and returns
 * false. `seconds`: the limit for each request. */
bool adopt_read(struct adopt *ad, const char *name, long seconds,
    struct diags *diags);

#endif
