/* SPDX-License-Identifier: MIT
 * local: the files of this machine that the site shows. */
#ifndef FEEDMILL_CONTENT_ENTRY_LOCAL_H
#define FEEDMILL_CONTENT_ENTRY_LOCAL_H

#include "content/tags/body.h"

enum local {
	LOCAL_NOWHERE, /* the address is not the site's, or its files are not
	                * here */
	LOCAL_MISSING, /* the file should be here, and is not */
	LOCAL_FOUND
};

/* Looks for the file behind an absolute URL: beside a post that has a folder
 * of its own, then in media.folder. What was looked at is noted as a source
 * of the entry. *path is to be opened, *name is relative to the config's
 * folder; both are in b->arena. *size is that of the file, in bytes. */
enum local local_find(struct body *b, str url, str *path, str *name,
    int64_t *size);

#endif
