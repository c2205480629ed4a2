/* SPDX-License-Identifier: MIT
 * unread: while the system fails to read a post, no feed loses an entry that
 * may be its. */
#ifndef FEEDMILL_BUILD_GUARD_UNREAD_H
#define FEEDMILL_BUILD_GUARD_UNREAD_H

#include "base/core/diag.h"

struct feed;
struct format;
struct site;

/* Whether any post of the site could not be read. */
bool unread_any(const struct site *s);
/* Whether the published file has an entry that is not in the feed, and that
 * belongs to no post that was read. Also if the file cannot be read. Reports
 * that the file stays. */
bool unread_would_go(const struct site *s, const struct feed *f,
    const struct format *format, str file, struct diags *diags);

#endif
