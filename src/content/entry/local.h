/* SPDX-License-Identifier: MIT
 * local: files on this machine that the site publishes. */
#ifndef FEEDMILL_CONTENT_ENTRY_LOCAL_H
#define FEEDMILL_CONTENT_ENTRY_LOCAL_H

#include "content/tags/body.h"

struct local_file {
	str path;     /* can be opened */
	str name;     /* the same, relative to the config's folder */
	int64_t size; /* bytes */
};

/* Finds the file behind an absolute URL: beside a post that has a folder of its
 * own, then in media.folder. Each file that is tried becomes a source of the
 * entry. The texts of *out are in b->arena. False: there is none. If the site
 * should have it, that is reported of `what` ("picture"), at *at; not reported
 * if `at` is NULL. */
bool local_find(struct body *b, str url, const char *what,
    const struct mark *at, struct local_file *out);

/* Whether a relative path is that of a file beside a post that has a folder of
 * its own. */
bool local_is_beside(struct body *b, str ref);

#endif
