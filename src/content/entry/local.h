/* SPDX-License-Identifier: MIT
 * local: files on this machine that the site publishes. */
#ifndef FEEDMILL_CONTENT_ENTRY_LOCAL_H
#define FEEDMILL_CONTENT_ENTRY_LOCAL_H

#include "content/tags/body.h"

enum local {
	LOCAL_NOWHERE, /* the address is not the site's, or the site's files
	                * are not here */
	LOCAL_MISSING, /* the file should be here, and is not */
	LOCAL_FOUND
};

/* Finds the file behind an absolute URL: beside a post that has a folder of its
 * own, then in media.folder. Each file that is tried becomes a source of the
 * entry. *path can be opened, *name is relative to the config's folder; both
 * are in b->arena. *size is that of the file in bytes. */
enum local local_find(struct body *b, str url, str *path, str *name,
    int64_t *size);

/* Whether a relative path is that of a file beside a post that has a folder of
 * its own. */
bool local_is_beside(struct body *b, str ref);

#endif
