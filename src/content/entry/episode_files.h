/* SPDX-License-Identifier: MIT
 * episode_files: what goes with an episode of a podcast. */
#ifndef FEEDMILL_CONTENT_ENTRY_EPISODE_FILES_H
#define FEEDMILL_CONTENT_ENTRY_EPISODE_FILES_H

#include <stddef.h>

#include "base/core/str.h"

struct body;
struct links;

struct transcript {
	str url;      /* absolute */
	str type;     /* "text/vtt" */
	str language; /* or empty */
};

struct episode_files {
	str image;    /* absolute, or empty */
	str chapters; /* likewise */
	str chapters_type;
	const struct transcript *transcripts;
	size_t n_transcripts;
	const str *portraits; /* of the people of the episode, as many;
	               * absolute, or empty */
};

/* The files that the front matter names, in b->arena. Missing files are
 * reported, and so are pictures that podcast directories refuse. */
const struct episode_files *episode_files_find(struct body *b,
    const struct links *links);

#endif
