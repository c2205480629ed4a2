/* SPDX-License-Identifier: MIT
 * attachments: the files that go with an entry. */
#ifndef FEEDMILL_CONTENT_ENTRY_ATTACHMENTS_H
#define FEEDMILL_CONTENT_ENTRY_ATTACHMENTS_H

#include <stddef.h>
#include <stdint.h>

#include "base/core/str.h"

struct body;
struct links;

struct attachment {
	str url;        /* absolute */
	str type;       /* "audio/mpeg" */
	uint64_t bytes; /* 0: not known */
};

/* The files that the front matter of the post names, in b->arena; how many.
 * Their length is that of the file, if the site's files are here, else as it
 * is given. */
size_t attachments_find(const struct attachment **out, struct body *b,
    const struct links *links);

#endif
