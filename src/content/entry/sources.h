/* SPDX-License-Identifier: MIT
 * sources: what an entry is made of besides its post's own file. While none of
 * it changes, neither does the entry. */
#ifndef FEEDMILL_CONTENT_ENTRY_SOURCES_H
#define FEEDMILL_CONTENT_ENTRY_SOURCES_H

#include "base/core/file.h"

/* A page of the site, a picture: whatever was looked at. */
struct source_file {
	str path;           /* relative to the config's folder */
	struct stamp stamp; /* from before it was read; as file_look has it */
	struct source_file *next;
};

struct sources {
	bool posts;         /* other posts: where they are, what they are
	                     * called, or that they are not there */
	bool nowhere;       /* a file that is not there, or cannot be read */
	struct source_file *files; /* or NULL */
};

/* Notes a file; a copy of its path is in the arena. */
void sources_add(struct sources *s, str path, struct stamp stamp,
    struct arena *a);

#endif
