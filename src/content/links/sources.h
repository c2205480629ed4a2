/* SPDX-License-Identifier: MIT
 * sources: what an entry is made of besides its post's own file. While none of
 * it changes, neither does the entry. */
#ifndef FEEDMILL_CONTENT_LINKS_SOURCES_H
#define FEEDMILL_CONTENT_LINKS_SOURCES_H

#include "base/core/file.h"

/* A page of the site, a picture: any file that was tried. */
struct source_file {
	str path;           /* relative to the config's folder */
	struct stamp stamp; /* from before it was read; as file_look has it */
	struct source_file *next;
};

struct sources {
	bool posts;         /* other posts were looked up */
	bool nowhere;       /* a file is missing, or cannot be read */
	bool unread;        /* the system failed to read a file, or to look at
	                     * one: the entry cannot be made now */
	struct source_file *files; /* or NULL */
};

/* Notes a file; a copy of its path is in the arena. */
void sources_add(struct sources *s, str path, struct stamp stamp,
    struct arena *a);

#endif
