/* SPDX-License-Identifier: MIT
 * state_parts: what the files of state share, for no other file. */
#ifndef FEEDMILL_BUILD_MEMORY_STATE_PARTS_H
#define FEEDMILL_BUILD_MEMORY_STATE_PARTS_H

#include "build/memory/last_run.h"
#include "build/memory/memos.h"
#include "build/memory/state.h"
#include "build/site/site.h"
#include "build/store/store.h"
#include "post/post_pack.h"

struct chunk {
	str name;            /* the path of its first file */
	struct digest head, body;
	size_t count;        /* files in it */
	size_t same;         /* how many of them have not changed */
	size_t from, to;     /* range of the site's files that belong here
	                      * now */
	str bytes;           /* the body, once it is read */
	bool is_stale;       /* must be written again */
};

struct state {
	struct site *site;
	struct store *store;
	str folder;          /* folder of the feeds */
	struct digest fingerprint;
	bool settled;        /* whether the fingerprint is settled */
	struct digest said;  /* as in struct last_run */
	struct last_run last;
	instant clock;       /* as in struct last_run, for this run */
	struct chunk *chunks; /* in the order of their names */
	size_t n_chunks, cap_chunks;
	size_t next;         /* index of the file to compare next */
	uint32_t *record;    /* of each file, from 1, in its chunk; 0: new */
	struct buf seals;    /* heads read so far, by their digests */
	bool is_bad;         /* a head could not be unpacked */
	bool *known;         /* posts that are filled in */
	struct label_list labels;
	struct memos memos;
	struct buf bytes[5]; /* bytes of items; other fields are slices of
	                      * them */
};

#endif
