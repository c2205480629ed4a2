/* SPDX-License-Identifier: MIT
 * region: memory that a process shares with those that it forks, filled with
 * slices of bytes. */
#ifndef FEEDMILL_BASE_PROCESS_REGION_H
#define FEEDMILL_BASE_PROCESS_REGION_H

#include "base/core/str.h"

/* Address space of a region; pages are taken only as they are written to. */
enum { REGION_ROOM = 256 << 20 };
/* A region that holds more gives its pages back when it is emptied. */
enum { REGION_KEPT = 4 << 20 };

/* Slices after each other, each behind its length. The zero value has no
 * memory yet. */
struct region {
	char *bytes;
	size_t used;
};

/* Gets memory, unless that was done. False: the system has none. */
bool region_open(struct region *r);
void region_close(struct region *r);
/* False: there is no room. */
bool region_add(struct region *r, str s);
void region_reset(struct region *r);
/* All its memory, of which only a process that is trusted knows how much is
 * used. */
str region_bytes(const struct region *r);
/* Cuts the first slice off the front of bytes. False: they are not what
 * region_add wrote. */
bool region_cut(str *bytes, str *slice);

/* Shared memory for a struct; NULL: the system has none. */
void *region_map(size_t size);

#endif
